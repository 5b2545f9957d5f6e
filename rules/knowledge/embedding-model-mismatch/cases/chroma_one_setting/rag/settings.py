from langchain_openai import OpenAIEmbeddings

EMBEDDER = "text-embedding-3-small"
COLLECTION = "handbook"


def embedder() -> OpenAIEmbeddings:
    return OpenAIEmbeddings(model=EMBEDDER)
