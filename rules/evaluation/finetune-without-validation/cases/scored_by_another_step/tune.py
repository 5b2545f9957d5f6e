import sys

from openai import OpenAI

client = OpenAI(timeout=60)
file = client.files.create(file=open(sys.argv[1], "rb"), purpose="fine-tune")
job = client.fine_tuning.jobs.create(model="gpt-4.1-mini-2025-04-14", training_file=file.id)
print(job.id)
