"""Models whose repositories bring code along."""

import os

import torch
from langchain_huggingface import HuggingFaceEmbeddings
from sentence_transformers import SentenceTransformer
from transformers import AutoModel, AutoModelForCausalLM, AutoTokenizer, pipeline
from vllm import LLM

REVISION = "3f2c9a7e1b5d4c6f8a0e2d4b6c8f0a1e3d5b7c9f"

tokenizer = AutoTokenizer.from_pretrained("tiiuae/falcon-7b", trust_remote_code=True)  # ruleid: remote-code-trusted
again = AutoModelForCausalLM.from_pretrained("tiiuae/falcon-7b", trust_remote_code=True)  # the same finding
pinned = AutoModelForCausalLM.from_pretrained("baichuan-inc/Baichuan2-7B-Chat", revision=REVISION, trust_remote_code=True)  # ruleid: remote-code-trusted
generator = pipeline("text-generation", model="mosaicml/mpt-7b", trust_remote_code=True)  # ruleid: remote-code-trusted
encoder = SentenceTransformer("nomic-ai/nomic-embed-text-v1.5", trust_remote_code=True)  # ruleid: remote-code-trusted
embeddings = HuggingFaceEmbeddings(model_name="Alibaba-NLP/gte-base-en-v1.5", model_kwargs={"trust_remote_code": True})  # ruleid: remote-code-trusted
engine = LLM(model="deepseek-ai/DeepSeek-V2-Lite-Chat", trust_remote_code=True)  # ruleid: remote-code-trusted
vad = torch.hub.load("snakers4/silero-vad", "silero_vad", trust_repo=True)  # ruleid: remote-code-trusted

plain = AutoModel.from_pretrained("BAAI/bge-small-en-v1.5", revision=REVISION)  # ok: remote-code-trusted
refused = AutoModel.from_pretrained("tiiuae/falcon-7b", revision=REVISION, trust_remote_code=False)  # ok: remote-code-trusted
local = AutoModel.from_pretrained("./models/falcon-7b", trust_remote_code=True)  # ok: remote-code-trusted
opted_in = AutoModel.from_pretrained(  # ok: remote-code-trusted
    "tiiuae/falcon-7b",
    revision=REVISION,
    trust_remote_code=os.getenv("TRUST_REMOTE_CODE", "false").lower() == "true",
)


def embed(texts: list[str]) -> list[list[float]]:
    """Embed texts. Set `trust_remote_code=True` only for models whose code you have read."""  # ok: remote-code-trusted
    return encoder.encode(texts).tolist()
