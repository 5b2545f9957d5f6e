"""Best effort around steps that are not the ingestion, and handlers outside a loop."""

from pathlib import Path

import weaviate
from langchain_community.document_loaders import PyMuPDFLoader
from pdf2image import convert_from_path

client = weaviate.connect_to_local()
articles = client.collections.get("Article")


def ingest(paths: list[Path]) -> None:
    for path in paths:
        documents = PyMuPDFLoader(str(path)).load()
        try:
            convert_from_path(path, last_page=1)[0].save(path.with_suffix(".png"))
        except Exception:  # ok: ingest-errors-swallowed
            pass
        articles.data.insert_many([{"text": document.page_content, "source": str(path)} for document in documents])


def clean(paths: list[Path]) -> None:
    for path in paths:
        try:
            path.unlink()
        except Exception:  # ok: ingest-errors-swallowed
            continue


def preview(path: Path) -> str:
    try:
        return PyMuPDFLoader(str(path)).load()[0].page_content
    except Exception:  # ok: ingest-errors-swallowed
        return ""
