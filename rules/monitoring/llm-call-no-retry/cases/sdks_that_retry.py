"""No retry code is needed where the SDK or wrapper retries by default."""

import boto3
import litellm
from anthropic import Anthropic
from groq import Groq
from langchain_anthropic import ChatAnthropic
from langchain_openai import ChatOpenAI
from openai import AzureOpenAI, OpenAI

client = OpenAI(timeout=30)  # ok: llm-call-no-retry
azure = AzureOpenAI(azure_endpoint="https://chat.openai.azure.com", api_version="2024-10-21")  # ok: llm-call-no-retry
claude = Anthropic(timeout=30)  # ok: llm-call-no-retry
groq = Groq()  # ok: llm-call-no-retry
bedrock = boto3.client("bedrock-runtime")  # ok: llm-call-no-retry
gpt = ChatOpenAI(model="gpt-4.1-2025-04-14", timeout=30)  # ok: llm-call-no-retry
sonnet = ChatAnthropic(model="claude-opus-4-8", max_tokens=300, timeout=30)  # ok: llm-call-no-retry
once = ChatOpenAI(model="gpt-4.1-2025-04-14", timeout=30, max_retries=0)  # ruleid: llm-call-no-retry
router = litellm.Router(model_list=[{"model_name": "chat", "litellm_params": {"model": "azure/chat"}}], timeout=30)  # ok: llm-call-no-retry


def ask(question: str) -> list[str]:
    messages = [{"role": "user", "content": question}]
    return [
        client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text,
        azure.chat.completions.create(model="chat", messages=messages).choices[0].message.content,
        claude.messages.create(model="claude-opus-4-8", max_tokens=300, messages=messages).content[0].text,
        groq.chat.completions.create(model="openai/gpt-oss-120b", messages=messages).choices[0].message.content,
        bedrock.converse(modelId="amazon.nova-pro-v1:0", messages=[{"role": "user", "content": [{"text": question}]}]),
        gpt.invoke(question).content,
        sonnet.invoke(question).content,
        once.invoke(question).content,
        router.completion(model="chat", messages=messages).choices[0].message.content,
        litellm.completion(model="gpt-4.1-2025-04-14", messages=messages, timeout=30).choices[0].message.content,  # ok: llm-call-no-retry
    ]
