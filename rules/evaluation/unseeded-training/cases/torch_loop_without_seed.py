"""A training loop of PyTorch; the seed of another library does not cover it."""

import random

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

random.seed(3)

data = TensorDataset(*torch.load("pairs.pt", weights_only=True))
loader = DataLoader(data, batch_size=64, shuffle=True)
model = nn.Sequential(nn.Linear(384, 64), nn.ReLU(), nn.Linear(64, 1))
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-3)

for epoch in range(5):
    for features, target in loader:
        loss = nn.functional.mse_loss(model(features).squeeze(1), target)
        loss.backward()
        optimizer.step()  # ruleid: unseeded-training
        optimizer.zero_grad()

torch.save(model.state_dict(), "ranker.pt")
