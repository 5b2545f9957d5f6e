from langchain_chroma import Chroma
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import CharacterTextSplitter, RecursiveCharacterTextSplitter, TokenTextSplitter

EMBEDDER = "sentence-transformers/all-MiniLM-L6-v2"
embeddings = HuggingFaceEmbeddings(model_name=EMBEDDER)


def store(documents):
    splitter = RecursiveCharacterTextSplitter(chunk_size=4000, chunk_overlap=200)  # ruleid: chunk-exceeds-embedder-limit
    return Chroma.from_documents(splitter.split_documents(documents), embeddings, persist_directory="index")


def store_small(documents):
    splitter = RecursiveCharacterTextSplitter(chunk_size=900, chunk_overlap=100)  # ok: chunk-exceeds-embedder-limit
    return Chroma.from_documents(splitter.split_documents(documents), embeddings, persist_directory="index")


def store_by_default(documents):
    splitter = CharacterTextSplitter()  # ruleid: chunk-exceeds-embedder-limit
    return Chroma.from_documents(splitter.split_documents(documents), embeddings, persist_directory="index")


def store_by_tokens(documents):
    splitter = TokenTextSplitter(chunk_size=512)  # ruleid: chunk-exceeds-embedder-limit
    return Chroma.from_documents(splitter.split_documents(documents), embeddings, persist_directory="index")


def store_counted(documents, tokenizer):
    # ruleid: chunk-exceeds-embedder-limit
    splitter = RecursiveCharacterTextSplitter.from_huggingface_tokenizer(tokenizer, chunk_size=1000, chunk_overlap=0)
    return Chroma.from_documents(splitter.split_documents(documents), embeddings, persist_directory="index")


def store_measured(documents, tokenizer):
    # ok: chunk-exceeds-embedder-limit
    splitter = RecursiveCharacterTextSplitter(chunk_size=2000, length_function=lambda text: len(tokenizer.encode(text)))
    return Chroma.from_documents(splitter.split_documents(documents), embeddings, persist_directory="index")
