"""A help centre's articles, embedded by two providers, and searched."""

import cohere
import google.generativeai as genai
import voyageai
from google import genai as google_genai
from google.genai import types

vo = voyageai.Client()
gemini = google_genai.Client()
co = cohere.ClientV2()


def embed_articles(articles: list[str]) -> list[list[float]]:
    return vo.embed(articles, model="voyage-3.5").embeddings  # ruleid: embedding-role-not-set


async def embed_question(question: str) -> list[float]:
    result = await voyageai.AsyncClient().embed([question], model="voyage-3-large", input_type=None)  # ruleid: embedding-role-not-set
    return result.embeddings[0]


def index_chunks(chunks: list[str]) -> list[list[float]]:
    # ruleid: embedding-role-not-set
    result = gemini.models.embed_content(
        model="gemini-embedding-001",
        contents=chunks,
        config=types.EmbedContentConfig(output_dimensionality=768),
    )
    return [item.values for item in result.embeddings]


def search_vector(query: str) -> list[float]:
    return genai.embed_content(model="models/text-embedding-004", content=query)["embedding"]  # ruleid: embedding-role-not-set


# with the role


def embed_articles_well(articles: list[str]) -> list[list[float]]:
    return vo.embed(articles, model="voyage-3.5", input_type="document").embeddings  # ok: embedding-role-not-set


def embed_question_well(question: str) -> list[float]:
    return vo.embed([question], "voyage-3.5", "query").embeddings[0]  # ok: embedding-role-not-set


def index_chunks_well(chunks: list[str]) -> list[list[float]]:
    config = types.EmbedContentConfig(task_type="RETRIEVAL_DOCUMENT", output_dimensionality=768)
    result = gemini.models.embed_content(model="gemini-embedding-001", contents=chunks, config=config)  # ok: embedding-role-not-set
    return [item.values for item in result.embeddings]


def search_vector_well(query: str) -> list[float]:
    # ok: embedding-role-not-set
    return genai.embed_content(model="models/text-embedding-004", content=query, task_type="retrieval_query")["embedding"]


def cohere_chunks(chunks: list[str]) -> list[list[float]]:
    # ok: embedding-role-not-set
    return co.embed(texts=chunks, model="embed-multilingual-v3.0", input_type="search_document", embedding_types=["float"]).embeddings.float_


def with_settings(chunks: list[str], settings: dict) -> list[list[float]]:
    return vo.embed(chunks, model="voyage-3.5", **settings).embeddings  # ok: embedding-role-not-set


def of_any_model(chunks: list[str], model: str) -> list[list[float]]:
    return vo.embed(chunks, model=model).embeddings  # ok: embedding-role-not-set


# texts of one kind


def deduplicate(articles: list[str]) -> list[list[float]]:
    return vo.embed(articles, model="voyage-3.5").embeddings  # ok: embedding-role-not-set


def sentiment(answers: list[str]) -> list[list[float]]:
    # ok: embedding-role-not-set
    return vo.embed(answers, model="voyage-3.5").embeddings


# models that have no roles


def embed_with_openai(chunks: list[str]) -> list[list[float]]:
    from openai import OpenAI

    return [item.embedding for item in OpenAI().embeddings.create(model="text-embedding-3-small", input=chunks).data]  # ok: embedding-role-not-set
