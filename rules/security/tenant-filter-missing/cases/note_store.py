import chromadb

client = chromadb.HttpClient(host="chroma")


class NoteStore:
    def __init__(self, user_id: str) -> None:
        self.user_id = user_id
        self.collection = client.get_or_create_collection("notes")

    def add(self, number: str, text: str) -> None:
        self.collection.upsert(documents=[text], ids=[number], metadatas=[{"user_id": self.user_id}])

    def search(self, question: str):
        return self.collection.query(query_texts=[question], where={"user_id": self.user_id})  # ok: tenant-filter-missing

    def similar(self, question: str, where=None):
        return self.collection.query(query_texts=[question], where=where)  # ok: tenant-filter-missing

    def latest_like(self, question: str):
        return self.collection.query(query_texts=[question], n_results=3)  # ruleid: tenant-filter-missing
