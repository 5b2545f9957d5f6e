from jinja2 import Environment, FileSystemLoader, Template
from mistralai import Mistral

client = Mistral()
prompts = Environment(loader=FileSystemLoader("prompts"))
SHORT_PROMPT = Template("Shorten: {{ text }}")


def ask(prompt: str) -> str:
    reply = client.chat.complete(model="mistral-medium-2505", messages=[{"role": "user", "content": prompt}])
    return reply.choices[0].message.content


def reviewed(team: str, files: list[dict], question: str) -> str:
    # ok: prompt-template-variable-mismatch
    return ask(prompts.get_template("review.jinja").render(team=team, files=files, question=question))


def unasked(team: str, files: list[dict]) -> str:
    # ruleid: prompt-template-variable-mismatch
    return ask(prompts.get_template("review.jinja").render(team=team, files=files))


def unused(team: str, files: list[dict], question: str, tests: str) -> str:
    template = prompts.get_template("review.jinja")
    # ruleid: prompt-template-variable-mismatch
    return ask(template.render({"team": team, "files": files, "question": question, "tests": tests}))


def explained(term: str) -> str:
    # ruleid: prompt-template-variable-mismatch
    return ask(prompts.get_template("explain.j2").render(term=term))


def explained_with_footer(term: str, reader: str, year: int) -> str:
    # ok: prompt-template-variable-mismatch
    return ask(prompts.get_template("explain.j2").render(term=term, reader=reader, year=year))


def shortened(text: str) -> str:
    # ok: prompt-template-variable-mismatch
    return ask(SHORT_PROMPT.render(text=text))


def shortened_wrongly(text: str) -> str:
    # ruleid: prompt-template-variable-mismatch
    return ask(SHORT_PROMPT.render(document=text))
