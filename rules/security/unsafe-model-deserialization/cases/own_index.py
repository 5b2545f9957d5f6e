"""An index that the application packs and unpacks itself, whatever file it is in."""

import pickle
import zlib

import faiss
from sentence_transformers import SentenceTransformer

encoder = SentenceTransformer("/models/bge-small")


class Library:
    def __init__(self, store) -> None:
        self.store = store
        self.index_files: dict[str, str] = {}
        self.vectors = faiss.IndexFlatIP(384)

    async def load(self) -> None:
        content = await self.store.read()
        self.index_files = pickle.loads(zlib.decompress(content))  # ruleid: unsafe-model-deserialization

    async def save(self) -> None:
        await self.store.write(zlib.compress(pickle.dumps(self.index_files)))
