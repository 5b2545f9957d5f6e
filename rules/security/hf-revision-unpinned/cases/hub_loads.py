"""Models of the hub, with and without a revision."""

import torch
from huggingface_hub import hf_hub_download, snapshot_download
from langchain_huggingface import HuggingFaceEmbeddings
from sentence_transformers import CrossEncoder, SentenceTransformer
from transformers import AutoModelForCausalLM, AutoTokenizer, pipeline

BASE = "mistralai/Mistral-7B-Instruct-v0.3"
COMMIT = "e0bc86c23ce5aae1db576c8cca6f06f1f73af2db"

# one finding for the model, at its first load
tokenizer = AutoTokenizer.from_pretrained(BASE)  # ruleid: hf-revision-unpinned
model = AutoModelForCausalLM.from_pretrained(BASE, torch_dtype=torch.bfloat16)
classifier = pipeline("text-classification", model="distilbert/distilbert-base-uncased-finetuned-sst-2-english")  # ruleid: hf-revision-unpinned
moving = AutoModelForCausalLM.from_pretrained("Qwen/Qwen3-8B", revision="main")  # ruleid: hf-revision-unpinned
encoder = SentenceTransformer("BAAI/bge-small-en-v1.5")  # ruleid: hf-revision-unpinned
reranker = CrossEncoder("BAAI/bge-reranker-base")  # ruleid: hf-revision-unpinned
embeddings = HuggingFaceEmbeddings(model_name="intfloat/e5-small-v2")  # ruleid: hf-revision-unpinned
weights = hf_hub_download("TheBloke/Mistral-7B-Instruct-v0.2-GGUF", "mistral-7b-instruct-v0.2.Q4_K_M.gguf")  # ruleid: hf-revision-unpinned
folder = snapshot_download(repo_id="openai/whisper-small", local_dir="models/whisper")  # ruleid: hf-revision-unpinned
vad = torch.hub.load("snakers4/silero-vad", "silero_vad")  # ruleid: hf-revision-unpinned

pinned = AutoModelForCausalLM.from_pretrained("microsoft/phi-2", revision=COMMIT)  # ok: hf-revision-unpinned
tagged = AutoTokenizer.from_pretrained("google/gemma-3-4b-it", revision="v1.0")  # ok: hf-revision-unpinned
pinned_encoder = SentenceTransformer("thenlper/gte-small", revision=COMMIT)  # ok: hf-revision-unpinned
pinned_embeddings = HuggingFaceEmbeddings(model_name="thenlper/gte-base", model_kwargs={"revision": COMMIT})  # ok: hf-revision-unpinned
pinned_file = hf_hub_download("ggml-org/models", "tiny.gguf", revision=COMMIT)  # ok: hf-revision-unpinned
