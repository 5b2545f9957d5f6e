from langchain_community.document_loaders import DirectoryLoader
from langchain_openai import OpenAIEmbeddings
from langchain_postgres import PGVector


def main() -> None:
    PGVector.from_documents(DirectoryLoader("docs").load(), OpenAIEmbeddings(), collection_name="docs", connection="postgresql://db/app")


if __name__ == "__main__":
    main()
