"""Failures that are counted, collected, logged with the document, raised, or narrow."""

import logging
from pathlib import Path

from langchain_community.document_loaders import PyPDFLoader
from langchain_qdrant import QdrantVectorStore
from prometheus_client import Counter
from pypdf import PdfReader

log = logging.getLogger(__name__)
failures = Counter("ingest_failures_total", "Documents that failed")


def with_list(store: QdrantVectorStore, paths: list[Path]) -> None:
    failed = []
    for path in paths:
        try:
            store.add_documents(PyPDFLoader(str(path)).load())
        except Exception as error:  # ok: ingest-errors-swallowed
            failed.append((path, error))
    if failed:
        raise RuntimeError(f"{len(failed)} documents failed: {failed[:3]}")


def with_log(store: QdrantVectorStore, paths: list[Path]) -> None:
    for path in paths:
        try:
            store.add_documents(PyPDFLoader(str(path)).load())
        except Exception:  # ok: ingest-errors-swallowed
            log.exception("ingest failed for %s", path)


def with_warning(store: QdrantVectorStore, paths: list[Path]) -> None:
    for path in paths:
        try:
            store.add_documents(PyPDFLoader(str(path)).load())
        except Exception as error:  # ok: ingest-errors-swallowed
            log.warning(f"skipped {path}: {error}")


def with_counter(store: QdrantVectorStore, paths: list[Path]) -> int:
    skipped = 0
    for path in paths:
        try:
            store.add_documents(PyPDFLoader(str(path)).load())
        except Exception:  # ok: ingest-errors-swallowed
            skipped += 1
    return skipped


def with_metric(store: QdrantVectorStore, paths: list[Path]) -> None:
    for path in paths:
        try:
            store.add_documents(PyPDFLoader(str(path)).load())
        except Exception:  # ok: ingest-errors-swallowed
            failures.inc()
            continue


def with_reason(paths: list[Path]) -> list[str]:
    texts = []
    for path in paths:
        try:
            texts += [page.extract_text() for page in PdfReader(path).pages]
        except Exception as error:  # ok: ingest-errors-swallowed
            raise ValueError(f"{path} cannot be read") from error
    return texts


def narrow(paths: list[Path]) -> list[str]:
    texts = []
    for path in paths:
        try:
            texts += [page.extract_text() for page in PdfReader(path).pages]
        except UnicodeDecodeError:  # ok: ingest-errors-swallowed
            continue
    return texts
