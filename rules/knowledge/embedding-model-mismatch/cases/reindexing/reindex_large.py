from langchain_chroma import Chroma
from langchain_community.document_loaders import DirectoryLoader
from langchain_openai import OpenAIEmbeddings

embeddings = OpenAIEmbeddings(model="text-embedding-3-large")
Chroma.from_documents(DirectoryLoader("handbook").load(), embeddings, collection_name="handbook", persist_directory="./chroma")
