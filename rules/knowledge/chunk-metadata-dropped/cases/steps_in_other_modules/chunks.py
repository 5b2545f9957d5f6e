from langchain_text_splitters import CharacterTextSplitter


def split(text: str) -> list[str]:
    return CharacterTextSplitter(separator="\n", chunk_size=1000, chunk_overlap=200).split_text(text)
