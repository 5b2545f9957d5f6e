"""Embedders: model and length of the vectors, where they are certain."""

from __future__ import annotations

import pytest

from ailint.project.embedders import embedders
from tests.linked import linked


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("OpenAIEmbeddings(model='text-embedding-3-large')", ("text-embedding-3-large", 3072, "", True)),
        ("OpenAIEmbeddings(model='text-embedding-3-large', dimensions=256)", ("text-embedding-3-large", 256, "", True)),
        ("OpenAIEmbeddings()", ("text-embedding-ada-002", 1536, "", True)),
        ("OpenAIEmbeddings(model=os.getenv('M', 'text-embedding-3-small'))", ("text-embedding-3-small", 1536, "M", False)),
        ("OpenAIEmbeddings(model=unknown())", ("", None, "", False)),
        ("OpenAIEmbeddings(model=f'text-embedding-{size}')", ("", None, "", False)),
        ("OpenAIEmbeddings(model='our-own')", ("our-own", None, "", False)),
        ("HuggingFaceEmbeddings(model_name='sentence-transformers/all-MiniLM-L6-v2')", ("all-minilm-l6-v2", 384, "", True)),
    ],
    ids=["named", "shortened", "the library's default", "the environment's", "unknown", "put together", "not in the tables", "weights"],
)
def test_embedder(code: str, told: tuple[str, int | None, str, bool]) -> None:
    imports = "import os\nfrom langchain_huggingface import HuggingFaceEmbeddings\nfrom langchain_openai import OpenAIEmbeddings\n"
    (one,) = embedders(linked({"a.py": f"{imports}e = {code}\n"}))
    assert (one.name, one.dimensions, one.variable, one.is_certain) == told
