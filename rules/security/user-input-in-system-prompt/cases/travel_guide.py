"""A travel guide whose style the caller chooses."""

from enum import Enum
from typing import Literal

from anthropic import AsyncAnthropic
from fastapi import Depends, FastAPI, Query
from pydantic import BaseModel, Field

app = FastAPI()
claude = AsyncAnthropic(timeout=30)
MODEL = "claude-opus-4-8"
PERSONAS = {"guide": "You are a patient guide.", "historian": "You are a historian of cities."}


class Tone(str, Enum):
    DRY = "dry"
    WARM = "warm"


class Trip(BaseModel):
    persona: str = Field(max_length=400)
    wish: str = Field(max_length=2000)
    days: int = 3
    tone: Tone = Tone.DRY
    length: Literal["short", "long"] = "short"
    traveller_name: str = Field(default="", max_length=60)
    locale: str = "en"


class Rates:
    currency = "EUR"


def rates() -> Rates:
    return Rates()


async def ask(system: str, text: str) -> str:
    reply = await claude.messages.create(
        model=MODEL,
        max_tokens=800,
        system=system,
        messages=[{"role": "user", "content": text}],
    )
    return reply.content[0].text


@app.post("/plan")
async def plan(trip: Trip) -> str:
    reply = await claude.messages.create(  # ruleid: user-input-in-system-prompt
        model=MODEL,
        max_tokens=800,
        system=f"You are {trip.persona}. Plan a trip.",
        messages=[{"role": "user", "content": trip.wish}],
    )
    return reply.content[0].text


@app.post("/plan/listed")
async def plan_with_listed_persona(trip: Trip) -> str:
    reply = await claude.messages.create(  # ok: user-input-in-system-prompt
        model=MODEL,
        max_tokens=800,
        system=PERSONAS[trip.persona],
        messages=[{"role": "user", "content": trip.wish}],
    )
    return reply.content[0].text


@app.post("/plan/checked")
async def plan_with_checked_persona(trip: Trip) -> str:
    if trip.persona not in PERSONAS:
        return "No such persona."
    reply = await claude.messages.create(  # ok: user-input-in-system-prompt
        model=MODEL,
        max_tokens=800,
        system=f"You are a {trip.persona}.",
        messages=[{"role": "user", "content": trip.wish}],
    )
    return reply.content[0].text


@app.post("/plan/typed")
async def plan_in_tone(trip: Trip, rates: Rates = Depends(rates)) -> str:
    reply = await claude.messages.create(  # ok: user-input-in-system-prompt
        model=MODEL,
        max_tokens=800,
        system=f"Plan {trip.days} days in a {trip.tone.value} tone, {trip.length}. Prices in {rates.currency}.",
        messages=[{"role": "user", "content": trip.wish}],
    )
    return reply.content[0].text


@app.post("/plan/personal")
async def plan_for(trip: Trip) -> str:
    reply = await claude.messages.create(  # ok: user-input-in-system-prompt
        model=MODEL,
        max_tokens=800,
        system=f"You plan trips. The traveller's name is {trip.traveller_name}. Answer in {trip.locale}.",
        messages=[{"role": "user", "content": trip.wish}],
    )
    return reply.content[0].text


@app.get("/cities")
async def cities(region: str = Query(max_length=40), notes: str = Query(default="", max_length=400)) -> str:
    reply = await claude.messages.create(  # ruleid: user-input-in-system-prompt
        model=MODEL,
        max_tokens=800,
        system="You list cities.\nNotes of the traveller:\n" + notes,
        messages=[{"role": "user", "content": region}],
    )
    return reply.content[0].text
