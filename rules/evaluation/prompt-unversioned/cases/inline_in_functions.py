"""Support desk: prompts written where they are used."""

import textwrap

from anthropic import Anthropic
from google import genai
from google.genai import types
from openai import OpenAI

openai_client = OpenAI(timeout=30)
claude = Anthropic(timeout=30)
gemini = genai.Client()


def answer(question: str, terms: str) -> str:
    reply = openai_client.chat.completions.create(
        model="gpt-4.1-2025-04-14",
        messages=[
            # ruleid: prompt-unversioned
            {"role": "system", "content": """You are the support assistant of a bank.
Answer from the terms below only.
Refuse questions about other customers.
Close with the number of the clause you used."""},
            {"role": "user", "content": f"{terms}\n\n{question}"},  # ok: prompt-unversioned
        ],
    )
    return reply.choices[0].message.content


def triage(ticket: str) -> str:
    # ruleid: prompt-unversioned
    instructions = textwrap.dedent("""
        You sort incoming tickets of an electricity provider.
        Reply with one of: outage, billing, moving, other.
        If the customer mentions smoke or fire, reply with: emergency.
        Never reply with anything else.
    """)
    reply = claude.messages.create(model="claude-opus-4-8", max_tokens=10, system=instructions, messages=[{"role": "user", "content": ticket}])
    return reply.content[0].text


def rewrite(text: str, tone: str) -> str:
    config = types.GenerateContentConfig(
        system_instruction=(
            "You rewrite e-mails of our sales team. "  # ruleid: prompt-unversioned
            "Keep every fact, price and date exactly as it is in the original, and do not add any that are missing. "
            "Use short sentences and no exclamation marks, address the reader by name where the original does, and end "
            "with the sender's signature unchanged. If the e-mail contains a legal notice, copy it word for word."
        ),
        temperature=0.3,
    )
    return gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=f"{tone}: {text}", config=config).text


def minutes(transcript: str) -> str:
    # ruleid: prompt-unversioned
    prompt = f"""Write the minutes of this meeting.
List the decisions first, then the open questions, each with the person who will answer it.
Leave out small talk and everything that was said before the chair opened the meeting.

Transcript:
{transcript}"""
    return openai_client.responses.create(model="gpt-4.1-2025-04-14", input=prompt).output_text
