from langchain_chroma import Chroma

from rag.settings import COLLECTION, embedder

retriever = Chroma(collection_name=COLLECTION, embedding_function=embedder(), persist_directory="db").as_retriever(search_kwargs={"k": 5})
