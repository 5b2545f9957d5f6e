import anthropic

client = anthropic.Anthropic(timeout=30.0)


def reply(event, context):
    message = client.messages.create(
        model="claude-sonnet-4-5-20250929", max_tokens=600, messages=[{"role": "user", "content": event["body"]}]
    )
    return {"statusCode": 200, "body": message.content[0].text}


def webhook(event, context):
    return {"statusCode": 204}
