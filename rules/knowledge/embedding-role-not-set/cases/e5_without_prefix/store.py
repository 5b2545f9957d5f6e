from langchain_chroma import Chroma
from langchain_cohere import CohereEmbeddings
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_voyageai import VoyageAIEmbeddings

e5 = HuggingFaceEmbeddings(model_name="intfloat/e5-large-v2")  # ruleid: embedding-role-not-set
store = Chroma("manuals", e5, persist_directory="manuals.db")

# told once for each side
prompted = HuggingFaceEmbeddings(  # ok: embedding-role-not-set
    model_name="intfloat/e5-large-v2",
    encode_kwargs={"prompt": "passage"},
    query_encode_kwargs={"prompt": "query"},
)
# these set the role themselves
voyage = Chroma("manuals-voyage", VoyageAIEmbeddings(model="voyage-3.5"), persist_directory="voyage.db")  # ok: embedding-role-not-set
cohere = Chroma("manuals-cohere", CohereEmbeddings(model="embed-english-v3.0"), persist_directory="cohere.db")  # ok: embedding-role-not-set


def answer_context(question: str) -> str:
    return "\n".join(page.page_content for page in store.similarity_search(question, k=4))
