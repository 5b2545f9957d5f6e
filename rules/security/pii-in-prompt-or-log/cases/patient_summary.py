"""Records of patients: summarised, indexed and logged, with and without what must not get out."""

import logging
from dataclasses import dataclass
from uuid import UUID

from langchain_chroma import Chroma
from langchain_openai import OpenAIEmbeddings
from openai import OpenAI

log = logging.getLogger(__name__)
client = OpenAI(timeout=30)
store = Chroma(collection_name="notes", embedding_function=OpenAIEmbeddings(model="text-embedding-3-small"), persist_directory="notes")
MODEL = "gpt-4.1-2025-04-14"


@dataclass
class Patient:
    id: UUID
    ssn: str
    diagnosis: str
    notes: str
    ward: str


def redact(text: str) -> str:
    return " ".join(word for word in text.split() if not word.isdigit())


def pseudonym(value: str) -> str:
    return f"patient-{abs(hash(value)) % 9973}"


def summarise(patient: Patient) -> str:
    prompt = f"Patient {patient.ssn}: {patient.diagnosis}"
    return client.responses.create(model=MODEL, instructions="Summarise.", input=prompt).output_text  # ruleid: pii-in-prompt-or-log


def ask(patient: Patient) -> str:
    messages = [{"role": "user", "content": f"Which ward suits {patient.diagnosis}?"}]  # ruleid: pii-in-prompt-or-log
    return client.chat.completions.create(model=MODEL, messages=messages).choices[0].message.content


def ask_without(patient: Patient) -> str:
    text = f"{pseudonym(patient.ssn)} in {patient.ward}: {redact(patient.diagnosis)}"
    messages = [{"role": "user", "content": text}]  # ok: pii-in-prompt-or-log
    return client.chat.completions.create(model=MODEL, messages=messages).choices[0].message.content


def index(patients: list[Patient]) -> None:
    store.add_texts([f"{patient.ward}: {patient.diagnosis}" for patient in patients], ids=[str(patient.id) for patient in patients])  # ruleid: pii-in-prompt-or-log
    store.add_texts([patient.ward for patient in patients], ids=[str(patient.id) for patient in patients])  # ok: pii-in-prompt-or-log
    log.info("indexed %d patients", len(patients))  # ok: pii-in-prompt-or-log


def admit(patient: Patient) -> None:
    log.info("admitted %s to %s", patient.id, patient.ward)  # ok: pii-in-prompt-or-log
    log.warning("no bed for %s", patient.ssn)  # ruleid: pii-in-prompt-or-log
