from openai import OpenAI
from sqlalchemy import select

from app.models import Document

client = OpenAI()


def embed(text: str) -> list[float]:
    return client.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding


def nearest(session, question: str):
    return session.scalars(select(Document).order_by(Document.embedding.l2_distance(embed(question))).limit(5)).all()


def most_similar(session, question: str):
    query = embed(question)
    return session.scalars(
        select(Document)
        .order_by(Document.embedding.cosine_distance(query))
        .limit(5)
    ).all()
