from openai import OpenAI

client = OpenAI(timeout=120)


def handle(event, context):
    for record in event["Records"]:
        client.responses.create(model="gpt-4.1-2025-04-14", input=record["body"], max_output_tokens=900)


def health(event, context):
    return {"statusCode": 200}
