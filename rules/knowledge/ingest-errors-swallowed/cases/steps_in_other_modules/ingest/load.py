from pypdf import PdfReader


def read(path: str) -> list[dict]:
    return [{"text": page.extract_text(), "page": number, "source": path} for number, page in enumerate(PdfReader(path).pages, 1)]
