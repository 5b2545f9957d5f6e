import torch

model = torch.nn.Linear(384, 1)
model.load_state_dict(torch.load("ranker.pt", map_location="cpu"))  # ok: unsafe-model-deserialization
model.eval()
