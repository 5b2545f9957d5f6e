from clients import Claude, Gpt


class Llm:
    def __init__(self, model_id: str) -> None:
        self.model_id = model_id
        self.models = {
            "CLAUDE": [("Claude Haiku", "claude-haiku-4-5-20251001")],  # ok: model-alias-unpinned
            "OPENAI": [
                ("GPT-4.1", "gpt-4.1-2025-04-14"),  # ok: model-alias-unpinned
                ("GPT-4.1 mini", "gpt-4.1-mini"),  # ruleid: model-alias-unpinned
            ],
        }

    def find(self, name: str) -> tuple[str, str]:
        known = {model[0]: (kind, model[1]) for kind, models in self.models.items() for model in models}
        return known.get(name, ("OPENAI", "gpt-4.1-2025-04-14"))

    def answer(self, prompt: str) -> str:
        kind, name = self.find(self.model_id)
        clients = {"CLAUDE": Claude(), "OPENAI": Gpt()}
        return clients[kind].infer(name, prompt)
