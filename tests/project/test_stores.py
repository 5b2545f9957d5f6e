"""Collections: what two calls say of the one that they speak of."""

from __future__ import annotations

import pytest

from ailint.project.stores import collection_of
from tests.linked import linked

HEAD = "from langchain_chroma import Chroma\nimport os\n"


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Chroma('a', e, persist_directory='./db')", "Chroma('a', e, persist_directory='db')", True),
        ("Chroma('a', e, persist_directory='db')", "Chroma('b', e, persist_directory='db')", False),
        ("Chroma('a', e, persist_directory='db')", "Chroma('a', e, persist_directory='other')", False),
        ("Chroma('a', e, persist_directory=x)", "Chroma('a', e, persist_directory='other')", True),
        ("Chroma(os.environ['C'], e)", "Chroma(os.environ['C'], e)", True),
        ("Chroma(x, e)", "Chroma(x, e)", False),
    ],
    ids=["one folder", "other name", "other folder", "folder not told", "one variable", "nothing told"],
)
def test_same(one: str, two: str, *, same: bool) -> None:
    project = linked({"a.py": f"{HEAD}{one}.add_texts(['t'])\n{two}.similarity_search('q')\n"})
    (writing,), (reading,) = project.calls("vector.write"), project.calls("vector.query")
    assert collection_of(project, writing).is_same(collection_of(project, reading)) is same
