import json

from groq import Groq

client = Groq(timeout=60)
PROMPT = "Write the files of this project. Answer with a JSON object of paths and contents. Task: "


def write(task: str) -> dict[str, str]:
    reply = client.chat.completions.create(
        model="llama-3.3-70b-versatile", messages=[{"role": "user", "content": PROMPT + task}], response_format={"type": "json_object"}
    )
    return json.loads(reply.choices[0].message.content)
