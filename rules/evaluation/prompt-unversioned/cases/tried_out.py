"""A prompt by which a module is tried out, and one that the application sends."""

import os

from mistralai import Mistral

client = Mistral(api_key=os.environ["MISTRAL_API_KEY"], timeout_ms=30_000)


def answer(prompt: str) -> str:
    messages = [{"role": "user", "content": prompt}]
    return client.chat.complete(model="mistral-large-2512", messages=messages, max_tokens=500).choices[0].message.content


def summary(report: str) -> str:
    return answer(
        # ruleid: prompt-unversioned
        "You summarise incident reports for the people on call. Name the service that failed first. "
        "Then name the cause, if the report knows it. Leave out everything that was tried in vain. "
        f"Answer in three sentences at the most.\n\n{report}"
    )


if __name__ == "__main__":
    print(
        answer(
            # ok: prompt-unversioned
            "You are a patient teacher of chemistry. Explain to a class of twelve-year-olds why salt melts ice. "
            "Use one picture from their kitchen. Do not use formulas. Answer in five sentences at the most."
        )
    )
