from langchain_core.documents import Document


def test_pages_are_joined() -> None:
    pages = [Document("one"), Document("two")]
    assert "\n\n".join(page.page_content for page in pages) == "one\n\ntwo"
