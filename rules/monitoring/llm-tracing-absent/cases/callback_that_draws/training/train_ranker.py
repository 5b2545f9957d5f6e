import torch
import wandb

wandb.init(project="ranker")
model = torch.nn.Linear(384, 1)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)

for step, (features, target) in enumerate(torch.load("pairs.pt", weights_only=True)):
    loss = torch.nn.functional.mse_loss(model(features), target)
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
    wandb.log({"loss": loss.item(), "step": step})
