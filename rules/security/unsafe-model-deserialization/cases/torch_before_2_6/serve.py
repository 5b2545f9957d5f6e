import torch

from checkpoint import PATH

model = torch.nn.Linear(384, 1)
model.load_state_dict(torch.load(PATH, map_location="cpu"))  # ruleid: unsafe-model-deserialization
model.eval()
