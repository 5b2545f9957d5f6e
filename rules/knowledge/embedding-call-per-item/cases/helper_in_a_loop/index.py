from langchain_google_genai import GoogleGenerativeAIEmbeddings

from vectors import Embedder

embedder = Embedder()
gemini = GoogleGenerativeAIEmbeddings(model="gemini-embedding-001")


def build(texts: list[str]) -> list[list[float]]:
    return embedder.embed(texts)


def build_slowly(texts: list[str]) -> dict[str, list[float]]:
    return {text: gemini.embed_query(text) for text in texts}  # ruleid: embedding-call-per-item
