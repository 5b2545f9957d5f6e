import csv
import sys

from openai import OpenAI

client = OpenAI(timeout=30)

for row in csv.DictReader(sys.stdin):
    reply = client.responses.create(model="gpt-4.1-mini-2025-04-14", instructions="Name the topic.", input=row["title"])
    print(row["id"], reply.output_text)
