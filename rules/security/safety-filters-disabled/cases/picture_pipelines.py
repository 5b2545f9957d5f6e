"""Pipelines of diffusers without and with their safety checker."""

import torch
from diffusers import StableDiffusionPipeline

MODEL = "stable-diffusion-v1-5/stable-diffusion-v1-5"
REVISION = "451f4fe16113bff5a5d2269ed5ad43b0592e9a14"

unchecked = StableDiffusionPipeline.from_pretrained(MODEL, revision=REVISION, safety_checker=None)  # ruleid: safety-filters-disabled
not_required = StableDiffusionPipeline.from_pretrained(MODEL, revision=REVISION, requires_safety_checker=False)  # ruleid: safety-filters-disabled
checked = StableDiffusionPipeline.from_pretrained(MODEL, revision=REVISION, torch_dtype=torch.float16)  # ok: safety-filters-disabled


def draw(prompt: str) -> list:
    return [pipeline(prompt, num_inference_steps=20).images[0] for pipeline in (unchecked, not_required, checked)]
