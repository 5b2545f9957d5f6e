from langchain_google_genai import GoogleGenerativeAIEmbeddings

from shop.settings import EMBEDDING_MODEL

embeddings = GoogleGenerativeAIEmbeddings(model=EMBEDDING_MODEL)


def embed(texts: list[str]) -> list[list[float]]:
    return embeddings.embed_documents(texts)
