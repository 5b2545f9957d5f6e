from langchain_openai import ChatOpenAI
from langchain_text_splitters import RecursiveCharacterTextSplitter

model = ChatOpenAI(model="gpt-4.1-mini", timeout=60)
splitter = RecursiveCharacterTextSplitter(chunk_size=20000)


def summarise(text: str) -> list[str]:
    return [model.invoke(f"Summarise:\n{part}").content for part in splitter.split_text(text)]
