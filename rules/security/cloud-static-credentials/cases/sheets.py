import os

import gspread
from google.oauth2 import service_account
from openai import OpenAI

client = OpenAI(timeout=30)
credentials = service_account.Credentials.from_service_account_file(os.environ["SHEETS_KEY_FILE"])  # ok: cloud-static-credentials
sheet = gspread.authorize(credentials).open("questions").sheet1


def answer(row: int) -> None:
    question = sheet.cell(row, 1).value
    reply = client.responses.create(model="gpt-4.1-2025-04-14", input=question, max_output_tokens=300)
    sheet.update_cell(row, 2, reply.output_text)
