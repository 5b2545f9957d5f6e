from llama_index.core import Settings, SimpleDirectoryReader, VectorStoreIndex
from llama_index.core.node_parser import SentenceSplitter
from llama_index.embeddings.openai import OpenAIEmbedding

Settings.embed_model = OpenAIEmbedding(model="text-embedding-3-small")
Settings.node_parser = SentenceSplitter(chunk_size=2048, chunk_overlap=128)  # ok: chunk-exceeds-embedder-limit

index = VectorStoreIndex.from_documents(SimpleDirectoryReader("handbook").load_data())
