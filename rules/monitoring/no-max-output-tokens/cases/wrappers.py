"""Chat models of LangChain: the cap belongs to the constructor."""

from langchain_anthropic import ChatAnthropic
from langchain_google_genai import ChatGoogleGenerativeAI
from langchain_huggingface import HuggingFaceEndpoint
from langchain_openai import ChatOpenAI, OpenAI

gpt = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=30)  # ruleid: no-max-output-tokens
gemini = ChatGoogleGenerativeAI(model="gemini-2.5-flash-lite", timeout=30)  # ruleid: no-max-output-tokens
unlimited = ChatOpenAI(model="gpt-4.1-2025-04-14", max_tokens=None, timeout=30)  # ruleid: no-max-output-tokens
capped = ChatOpenAI(model="gpt-4.1-2025-04-14", max_tokens=400, timeout=30)  # ok: no-max-output-tokens
in_kwargs = ChatOpenAI(model="gpt-4.1-2025-04-14", timeout=30, model_kwargs={"max_completion_tokens": 400})  # ok: no-max-output-tokens
completion = OpenAI(model="gpt-3.5-turbo-instruct", timeout=30)  # ok: no-max-output-tokens
claude = ChatAnthropic(model="claude-opus-4-8", timeout=30)  # ok: no-max-output-tokens
endpoint = HuggingFaceEndpoint(repo_id="mistralai/Mistral-7B-Instruct-v0.3", max_new_tokens=300)  # ok: no-max-output-tokens


def answers(question: str) -> list[str]:
    chats = [gpt.invoke(question), gemini.invoke(question), unlimited.invoke(question)]
    chats += [capped.invoke(question), in_kwargs.invoke(question), claude.invoke(question)]
    return [reply.content for reply in chats] + [completion.invoke(question), endpoint.invoke(question)]
