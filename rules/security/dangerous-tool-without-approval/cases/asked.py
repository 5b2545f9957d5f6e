import os
import shutil
import smtplib
import subprocess
from pathlib import Path

import click
import stripe
from agents import Agent, Runner, function_tool
from langchain_core.tools import tool
from langgraph.types import interrupt
from pydantic_ai import Agent as TypedAgent

ALLOWED = {"status", "log", "diff"}
ROOT = Path("/srv/agent")
typed = TypedAgent("openai:gpt-4.1-2025-04-14")


@function_tool(needs_approval=True)
def refund(order_id: str, amount: int) -> str:  # ok: dangerous-tool-without-approval
    """Pay an order back."""
    return stripe.Refund.create(payment_intent=order_id, amount=amount).id


@typed.tool_plain(requires_approval=True)
def pay_out(account: str, amount: int) -> str:  # ok: dangerous-tool-without-approval
    """Pay out."""
    return stripe.Payout.create(destination=account, amount=amount).id


@tool
def send_mail(to: str, body: str) -> str:  # ok: dangerous-tool-without-approval
    """Send an e-mail."""
    answer = interrupt({"to": to, "body": body})
    if answer["type"] != "accept":
        return "not sent"
    with smtplib.SMTP("mail.internal") as server:
        server.sendmail("shop@example.com", to, body)
    return "sent"


@function_tool
def remove_folder(folder: str) -> str:  # ok: dangerous-tool-without-approval
    """Remove a folder."""
    if not click.confirm(f"Remove {folder}?"):
        return "kept"
    shutil.rmtree(folder)
    return "removed"


@function_tool
def git(command: str) -> str:  # ok: dangerous-tool-without-approval
    """Look at the repository."""
    if command.split()[0] not in ALLOWED:
        return "not possible"
    return subprocess.run(f"git {command}", shell=True, capture_output=True, text=True).stdout


@function_tool
def remove_note(name: str) -> str:  # ok: dangerous-tool-without-approval
    """Remove a note."""
    path = (ROOT / name).resolve()
    if not path.is_relative_to(ROOT):
        raise ValueError(name)
    os.remove(path)
    return "removed"


@function_tool
def deploy(version: str, dry_run: bool = True) -> str:  # ok: dangerous-tool-without-approval
    """Deploy a version."""
    if dry_run:
        return f"would deploy {version}"
    subprocess.run(["kubectl", "set", "image", "apply", version], check=True)
    return "deployed"


@function_tool
def call_for_help(reason: str) -> str:  # ok: dangerous-tool-without-approval
    """Tell the people on duty."""
    with smtplib.SMTP("mail.internal") as server:
        server.sendmail("agent@example.com", "duty@example.com", reason)
    return "they know"


@function_tool
def convert(text: str) -> str:  # ok: dangerous-tool-without-approval
    """Convert a text."""
    draft = "/tmp/draft.txt"
    with open(draft, "w") as file:
        file.write(text)
    os.remove(draft)
    return text


@function_tool
def count_words(path: str) -> str:  # ok: dangerous-tool-without-approval
    """Count the words of a file."""
    return subprocess.run(["wc", "-w", path], capture_output=True, text=True).stdout


@function_tool
def in_container(command: str) -> str:  # ok: dangerous-tool-without-approval
    """Run a command away from here."""
    return subprocess.run(["docker", "run", "--network", "none", "box", "sh", "-c", command], capture_output=True, text=True).stdout


agent = Agent(name="support", tools=[refund, remove_folder, git, remove_note, deploy, call_for_help, convert, count_words, in_container])
Runner.run_sync(agent, "Hello")
