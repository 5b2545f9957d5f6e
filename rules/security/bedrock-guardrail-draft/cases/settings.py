import boto3
from pydantic_settings import BaseSettings

client = boto3.client("bedrock-agent-runtime")


class Settings(BaseSettings):
    guardrail_id: str = "gr-shop"
    guardrail_version: str = "DRAFT"  # ruleid: bedrock-guardrail-draft
    document_version: str = "DRAFT"  # ok: bedrock-guardrail-draft


settings = Settings()


def ask(question: str, session: str):
    return client.invoke_agent(
        agentId="AGENT12345",
        agentAliasId="TSTALIASID",  # ruleid: bedrock-guardrail-draft
        sessionId=session,
        inputText=question,
    )


def ask_published(question: str, session: str):
    return client.invoke_agent(agentId="AGENT12345", agentAliasId="LIVE123456", sessionId=session, inputText=question)  # ok: bedrock-guardrail-draft
