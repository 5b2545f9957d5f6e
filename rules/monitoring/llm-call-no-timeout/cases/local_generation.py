"""Generation in the own process: there is no connection that could hang."""

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, pipeline
from vllm import LLM, SamplingParams

MODEL = "mistralai/Mistral-7B-Instruct-v0.3"
REVISION = "e0bc86c23ce5aae1db576c8cca6f06f1f73af2db"

tokenizer = AutoTokenizer.from_pretrained(MODEL, revision=REVISION)
model = AutoModelForCausalLM.from_pretrained(MODEL, revision=REVISION, torch_dtype=torch.bfloat16)
generator = pipeline("text-generation", model=model, tokenizer=tokenizer)  # ok: llm-call-no-timeout
engine = LLM(model=MODEL, revision=REVISION)  # ok: llm-call-no-timeout


def complete(prompt: str) -> str:
    inputs = tokenizer(prompt, return_tensors="pt").to(model.device)
    tokens = model.generate(**inputs, max_new_tokens=200)  # ok: llm-call-no-timeout
    return tokenizer.decode(tokens[0], skip_special_tokens=True)


def complete_many(prompts: list[str]) -> list[str]:
    outputs = engine.generate(prompts, SamplingParams(max_tokens=200))  # ok: llm-call-no-timeout
    return [output.outputs[0].text for output in outputs]


def first_sentence(prompt: str) -> str:
    return generator(prompt, max_new_tokens=40)[0]["generated_text"]  # ok: llm-call-no-timeout
