"""Credentials as programs print them: their forms, how long they hold, and the names that values are printed under."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
import re
from functools import cache, cached_property

from msgspec import field

from ailint.knowledge.hosts import load_hosts
from ailint.knowledge.load import HERE, read_table
from ailint.knowledge.secrets import Secrets, entropy, load_secrets
from ailint.knowledge.tables import Table

JOINED_TOKEN = re.compile(r"eyJ[\w-]+\.(eyJ[\w-]+)\.[\w-]+")
EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
NEVER = "9999-12-31"
SHORTEST_PASSWORD = 8
RANDOM, MORE_RANDOM = 3.0, 3.5
PLACE = re.compile(r"^(?:[~.]{0,2}/|[A-Za-z]:[\\/]|[a-z]{2,10}://)|\.(?:json|pem|key|txt|crt|yaml)$")
LETTER_AND_DIGIT = re.compile(r"(?=.*[A-Za-z])(?=.*\d)")


class PrintedForm(Table, kw_only=True):
    """What is printed, as an expression whose group `value` is secret; `until`, or `since` and `seconds`, say until when."""

    name: str
    regex: str
    marks: list[str]
    entropy: float
    until: str = ""
    since: str = ""
    seconds: str = ""


class PrintedNames(Table, kw_only=True):
    """Names whose value is secret: texts that each holds, those with small letters, those in capitals that are public, passwords.

    `dummies`: what no password is; `reserved_hosts`: where none is needed.
    """

    marks: list[str]
    small: str
    public: str
    password: str
    dummies: str
    reserved_hosts: str


class PrintedTable(Table, kw_only=True):
    """The table as a file."""

    as_of: dt.date
    source: str
    forms: list[PrintedForm]
    names: PrintedNames
    skipped: list[str] = field(default_factory=list)


class Printed:
    """The table, asked."""

    def __init__(self, table: PrintedTable, secrets: Secrets) -> None:
        self.table = table
        self.secrets = secrets
        self.skipped = tuple(table.skipped)
        self._small = re.compile(table.names.small)
        self._password = re.compile(table.names.password)
        self._public = re.compile(table.names.public)
        self._dummies = re.compile(table.names.dummies)
        self._reserved = re.compile(table.names.reserved_hosts)

    @cached_property
    def forms(self) -> list[tuple[PrintedForm, tuple[str, ...], re.Pattern[str]]]:
        """The forms, with the texts to look for first."""
        return [(form, tuple(form.marks), re.compile(form.regex)) for form in self.table.forms]

    @cached_property
    def marks(self) -> tuple[bytes, ...]:
        """Texts one of which is in every file that holds a form or a named value."""
        return tuple(
            {mark.encode(): None for form in self.table.forms for mark in form.marks} | {mark.encode(): None for mark in self.table.names.marks}
        )

    def may_be_in(self, data: bytes) -> bool:
        """Whether a file may hold something of all this, or the key of a provider."""
        return any(mark in data for mark in self.marks) or self.secrets.may_be_in(data)

    def is_secret(self, form: PrintedForm, match: re.Match[str]) -> bool:
        """Whether a match is no dummy: random enough, no placeholder, no password of the own machine."""
        value, host = match["value"], match.groupdict().get("host")
        if entropy(value) < form.entropy or self.secrets.stands_for_a_key(value):
            return False
        return host is None or not (self._dummies.search(value) or self._is_own(host))

    def _is_own(self, host: str) -> bool:
        return load_hosts().is_local(host) or self._reserved.search(host) is not None

    def kind_of(self, name: str, value: str, *, quoted: bool) -> str:
        """What the printed value of a name is; empty where it is nothing secret. What is not quoted counts for names in capitals alone."""
        if not LETTER_AND_DIGIT.match(value) or PLACE.search(value) or self.secrets.stands_for_a_key(value) or self.secrets.is_public(value, name):
            return ""
        if not name.isupper():
            is_key = quoted and self._small.search(name) and self.secrets.is_long_enough(value) and entropy(value) >= MORE_RANDOM
            return (self.secrets.form_of(value, name) or f"The value of `{name}`") if is_key else ""
        if not self.secrets.is_secret_name(name) or self._public.search(name) or entropy(value) < RANDOM:
            return ""
        if self._password.search(name):
            return f"The value of `{name}`" if len(value) >= SHORTEST_PASSWORD and not self._dummies.search(value) else ""
        return (self.secrets.form_of(value, name) or f"The value of `{name}`") if self.secrets.is_long_enough(value) else ""


def lasts_until(form: PrintedForm, value: str, around: str) -> str:
    """The last day on which a credential is good, as ISO writes it: `NEVER` where it has no end, empty where the end should be told and is not."""
    if form.until:
        return _day(_first(form.until, around))
    if form.since:
        day, seconds = _first(form.since, around), _first(form.seconds, around)
        return _after(dt.datetime.strptime(day, "%Y%m%d").replace(tzinfo=dt.UTC), int(seconds)) if day and seconds else ""
    return token_end(value)


def token_end(value: str) -> str:
    """The last day of a token, as ISO writes it; `NEVER` where it is none that says so."""
    joined = JOINED_TOKEN.fullmatch(value)
    return _expiry(joined[1]) if joined else NEVER


def _first(regex: str, text: str) -> str:
    found = re.search(regex, text)
    return found[1] if found else ""


def _day(written: str) -> str:
    return _after(EPOCH, int(written)) if written.isdecimal() else written


def _after(moment: dt.datetime, seconds: int) -> str:
    try:
        return (moment + dt.timedelta(seconds=seconds)).date().isoformat()
    except OverflowError:
        return NEVER


def _expiry(claims: str) -> str:
    """When a JSON web token ends, by its claims."""
    try:
        content = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
    except (ValueError, binascii.Error, RecursionError):
        return NEVER
    end = content.get("exp") if isinstance(content, dict) else None
    return _after(EPOCH, int(end)) if isinstance(end, int) else NEVER


@cache
def load_printed() -> Printed:
    """The table that ships with ailint."""
    return Printed(read_table(HERE / "printed.yaml", PrintedTable), load_secrets())
