from llama_index.core import Settings, SimpleDirectoryReader, VectorStoreIndex
from llama_index.core.node_parser import SentenceSplitter
from llama_index.embeddings.huggingface import HuggingFaceEmbedding

Settings.embed_model = HuggingFaceEmbedding(model_name="BAAI/bge-small-en-v1.5")
Settings.node_parser = SentenceSplitter(chunk_overlap=50)  # ruleid: chunk-exceeds-embedder-limit
short = SentenceSplitter(chunk_size=512)  # ok: chunk-exceeds-embedder-limit

index = VectorStoreIndex.from_documents(SimpleDirectoryReader("handbook").load_data())
