"""What has replaced the old names, shims for both, and objects that only share a name."""

from google import genai  # ok: deprecated-llm-sdk
from langchain.agents import create_agent  # ok: deprecated-llm-sdk
from langchain_chroma import Chroma  # ok: deprecated-llm-sdk
from openai import OpenAI, RateLimitError  # ok: deprecated-llm-sdk

try:
    from langchain_text_splitters import RecursiveCharacterTextSplitter
except ImportError:
    from langchain.text_splitter import RecursiveCharacterTextSplitter  # ok: deprecated-llm-sdk


class ChatCompletion:
    """A row of our own table."""

    @classmethod
    def create(cls, **fields: object) -> "ChatCompletion":
        return cls()


client = OpenAI(timeout=30)
gemini = genai.Client()
agent = create_agent("openai:gpt-4.1-2025-04-14", tools=[])
store = Chroma("docs", persist_directory="/data/chroma")
splitter = RecursiveCharacterTextSplitter(chunk_size=800, chunk_overlap=80)


def answer(question: str) -> str:
    try:
        reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=[{"role": "user", "content": question}])  # ok: deprecated-llm-sdk
    except RateLimitError:
        return gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=question).text
    ChatCompletion.create(question=question, answer=reply.choices[0].message.content)  # ok: deprecated-llm-sdk
    return reply.choices[0].message.content
