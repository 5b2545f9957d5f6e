"""Ready-made chains that write their own SQL."""

from langchain_community.utilities import SQLDatabase
from langchain_experimental.sql import SQLDatabaseChain
from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=60)
db = SQLDatabase.from_uri("postgresql+psycopg://postgres@db/shop")
chain = SQLDatabaseChain.from_llm(llm, db)  # todoruleid: llm-output-to-sql


def answer(question: str) -> str:
    return chain.run(question)


def answer_by_hand(question: str) -> str:
    statement = llm.invoke(f"Write one PostgreSQL query. Tables: {db.get_table_info()}. Question: {question}").content
    rows = db.run(statement)  # ruleid: llm-output-to-sql
    return llm.invoke(f"Answer from these rows: {rows}. Question: {question}").content
