"""Chains behind a web interface: some take the request as a variable, some as the template."""

from fastapi import FastAPI
from langchain_core.messages import HumanMessage
from langchain_core.prompts import ChatPromptTemplate, HumanMessagePromptTemplate, PromptTemplate
from langchain_openai import ChatOpenAI
from pydantic import BaseModel

app = FastAPI()
model = ChatOpenAI(model="gpt-4.1-mini", timeout=30)
SUMMARY = PromptTemplate.from_template("Summarise in {language}: {text}")  # ok: prompt-template-injection
SHAPES = {"short": "In one sentence: {text}", "long": "In a paragraph: {text}"}


class Job(BaseModel):
    text: str
    shape: str = "short"
    template: str = ""


@app.post("/summary")
async def summary(job: Job) -> str:
    return (await (SUMMARY | model).ainvoke({"language": "English", "text": job.text})).content


@app.post("/ask")
async def ask(job: Job) -> str:
    prompt = ChatPromptTemplate.from_messages([("system", "Be brief."), ("user", job.text)])  # ruleid: prompt-template-injection
    return (await (prompt | model).ainvoke({})).content


@app.post("/ask/variable")
async def ask_with_variable(job: Job) -> str:
    prompt = ChatPromptTemplate.from_messages([("system", "Be brief."), ("user", "{text}")])  # ok: prompt-template-injection
    return (await (prompt | model).ainvoke({"text": job.text})).content


@app.post("/ask/message")
async def ask_with_message(job: Job) -> str:
    prompt = ChatPromptTemplate.from_messages([("system", "Be brief."), HumanMessage(content=job.text)])  # ok: prompt-template-injection
    return (await (prompt | model).ainvoke({})).content


@app.post("/own")
async def own(job: Job) -> str:
    prompt = PromptTemplate(template=job.template, input_variables=["text"], template_format="jinja2")  # ruleid: prompt-template-injection
    return (await (prompt | model).ainvoke({"text": job.text})).content


@app.post("/framed")
async def framed(job: Job) -> str:
    ask = HumanMessagePromptTemplate.from_template(f"Question: {job.text}\nAnswer in {{language}}.")  # ruleid: prompt-template-injection
    prompt = ChatPromptTemplate.from_messages([ask])  # ok: prompt-template-injection
    return (await (prompt | model).ainvoke({"language": "English"})).content


@app.post("/shaped")
async def shaped(job: Job) -> str:
    prompt = PromptTemplate.from_template(SHAPES[job.shape])  # ok: prompt-template-injection
    return (await (prompt | model).ainvoke({"text": job.text})).content
