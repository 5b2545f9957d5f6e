import os

from mistralai import Mistral

mistral = Mistral(api_key=os.environ["MISTRAL_API_KEY"])


class Assistant:
    def ask(self, question: str) -> str:
        answer = mistral.chat.complete(model="mistral-large-2411", messages=[{"role": "user", "content": question}])
        return answer.choices[0].message.content

    def score(self, question: str) -> float:
        return float(self.ask(f"{question} Answer with a number from 0 to 10."))
