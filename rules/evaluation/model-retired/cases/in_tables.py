"""Ids that stand in tables of prices and capabilities, and names that other servers use for their own models."""

from enum import StrEnum
from typing import Literal

from openai import OpenAI
from transformers import AutoTokenizer

PRICES = {
    "gpt-4-32k": 60.0,  # ok: model-retired
    "claude-2.1": 8.0,  # ok: model-retired
    "gpt-6-sol": 2.0,
}
WINDOWS = {"gemini-1.5-pro": 2_097_152, "text-davinci-003": 4_097}  # ok: model-retired
VISION = ["gpt-4-vision-preview", "gemini-1.5-pro"]  # ok: model-retired
Known = Literal["gpt-4-32k", "gpt-6-sol"]  # ok: model-retired


class Legacy(StrEnum):
    DAVINCI = "text-davinci-003"  # ok: model-retired
    CLAUDE = "claude-2.1"  # ok: model-retired


client = OpenAI(timeout=30)
vllm = OpenAI(base_url="http://vllm:8000/v1", api_key="EMPTY", timeout=30)
tokenizer = AutoTokenizer.from_pretrained("./weights/gpt-4-32k")  # ok: model-retired


def cost(model: Known, tokens: int) -> float:
    return PRICES[model] * tokens / 1_000_000


def fits(model: str, text: str) -> bool:
    return len(text) // 4 < WINDOWS.get(model, 8_192)


def upgrade(model: str) -> str:
    """Map what old clients still send to what we run."""
    return "gpt-6-sol" if model in {"gpt-4-32k", "text-davinci-003"} or model in VISION else model  # ok: model-retired


def answer(model: str, text: str) -> str:
    return client.responses.create(model=upgrade(model), input=text).output_text


def local(text: str) -> str:
    messages = [{"role": "user", "content": text}]
    return vllm.chat.completions.create(model="gpt-4-32k", messages=messages).choices[0].message.content  # ok: model-retired
