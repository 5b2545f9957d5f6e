import os

from sentence_transformers import SentenceTransformer
from supabase import create_client

model = SentenceTransformer("thenlper/gte-small")
database = create_client(os.environ["SUPABASE_URL"], os.environ["SUPABASE_KEY"])


def ask(question: str):
    vector = model.encode(question).tolist()
    return database.rpc("match_sections", {"query_embedding": vector, "match_count": 5}).execute().data
