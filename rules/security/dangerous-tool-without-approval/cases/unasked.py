import os
import shutil
import smtplib
import subprocess
from email.message import EmailMessage

import stripe
import tweepy
from agents import Agent, Runner, function_tool
from langchain_core.tools import StructuredTool, tool
from sqlalchemy import create_engine, text

engine = create_engine(os.environ["DATABASE_URL"])
twitter = tweepy.Client(os.environ["TWITTER_TOKEN"])


@function_tool
def refund(order_id: str, amount: int) -> str:  # ruleid: dangerous-tool-without-approval
    """Pay an order back."""
    return stripe.Refund.create(payment_intent=order_id, amount=amount).id


@tool
def send_mail(to: str, subject: str, body: str) -> str:  # ruleid: dangerous-tool-without-approval
    """Send an e-mail."""
    message = EmailMessage()
    message["To"] = to
    message["Subject"] = subject
    message.set_content(body)
    with smtplib.SMTP("mail.internal") as server:
        server.send_message(message)
    return "sent"


@tool
def remove_folder(folder: str) -> str:  # ruleid: dangerous-tool-without-approval
    """Remove a folder."""
    shutil.rmtree(folder)
    return "removed"


@function_tool
def forget_customer(customer_id: int) -> str:  # ruleid: dangerous-tool-without-approval
    """Delete a customer."""
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM customers WHERE id = :id"), {"id": customer_id})
    return "deleted"


@function_tool
def tweet(words: str) -> str:  # ruleid: dangerous-tool-without-approval
    """Post a tweet."""
    return str(twitter.create_tweet(text=words))


def run_command(command: str) -> str:  # ruleid: dangerous-tool-without-approval
    """Run a command."""
    blocked = ["rm -rf", "mkfs"]
    if any(word in command for word in blocked):
        return "refused"
    return subprocess.run(command, shell=True, capture_output=True, text=True).stdout


def ship(version: str) -> str:  # ruleid: dangerous-tool-without-approval
    """Deploy a version."""
    subprocess.run(["kubectl", "apply", "-f", f"deploy/{version}.yaml"], check=True)
    return "shipped"


ship_tool = StructuredTool.from_function(ship)
agent = Agent(name="support", tools=[refund, forget_customer, tweet, run_command])
Runner.run_sync(agent, "Hello")
