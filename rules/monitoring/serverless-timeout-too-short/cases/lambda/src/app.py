import json

from src.assistant import answer


def chat(event, context):
    question = json.loads(event["body"])["question"]
    return {"statusCode": 200, "body": answer(question)}


def summary(event, context):
    return {"statusCode": 200, "body": answer(f"Summarise: {event['text']}")}


def health(event, context):
    return {"statusCode": 200, "body": "ok"}
