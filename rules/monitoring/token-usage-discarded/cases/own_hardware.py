"""Models on own machines have no invoice by the token."""

import ollama
from vllm import LLM, SamplingParams

client = ollama.Client(host="http://gpu.internal.example.com:11434", timeout=60)
engine = LLM(model="/models/mistral-7b", seed=1)


def answer(question: str) -> str:
    return client.chat(model="llama3.1:8b", messages=[{"role": "user", "content": question}]).message.content  # ok: token-usage-discarded


def complete(prompts: list[str]) -> list[str]:
    outputs = engine.generate(prompts, SamplingParams(max_tokens=100))  # ok: token-usage-discarded
    return [output.outputs[0].text for output in outputs]
