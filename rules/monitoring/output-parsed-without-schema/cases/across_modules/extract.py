import json

from llm import complete, complete_json

SCHEMA = {"type": "object", "properties": {"people": {"type": "array", "items": {"type": "string"}}}}


class Extractor:
    def people(self, text: str) -> list[str]:
        answer = complete(f"Who is named here? Reply as a JSON list.\n{text}")
        return self.parse(answer)

    def parse(self, answer: str) -> list[str]:
        return json.loads(answer)  # ruleid: output-parsed-without-schema


def people(text: str) -> list[str]:
    return json.loads(complete_json(f"Who is named here?\n{text}", SCHEMA))["people"]  # ok: output-parsed-without-schema
