from langchain_community.document_loaders import PyPDFDirectoryLoader
from langchain_text_splitters import RecursiveCharacterTextSplitter


def chunks(folder: str):
    documents = PyPDFDirectoryLoader(folder).load()
    return RecursiveCharacterTextSplitter(chunk_size=1000, chunk_overlap=100).split_documents(documents)
