from fastapi import FastAPI
from langchain_aws import ChatBedrockConverse

app = FastAPI()
llm = ChatBedrockConverse(model="anthropic.claude-sonnet-4-5-20250929-v1:0")


@app.post("/claim")
def claim(text: str) -> str:
    return llm.invoke(text).content
