from pypdf import PdfReader
from streamlit.runtime.uploaded_file_manager import UploadedFile


def text_of(files: list[UploadedFile]) -> str:
    text = ""
    for file in files:
        for page in PdfReader(file).pages:
            text += page.extract_text()
    return text
