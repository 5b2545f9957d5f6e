import os
import smtplib
from email.message import EmailMessage

import boto3
import resend
from agents import Agent, Runner, function_tool
from sendgrid import SendGridAPIClient
from sendgrid.helpers.mail import Mail
from slack_sdk import WebClient

slack = WebClient(token=os.environ["SLACK_TOKEN"])
ses = boto3.client("ses")
OWNER = os.environ["OWNER"]


@function_tool
def report(subject: str, html: str) -> str:  # ok: dangerous-tool-without-approval
    """Send the report to its owner."""
    params = {"from": "agent@example.com", "to": OWNER, "subject": subject, "html": html}
    return resend.Emails.send(params)["id"]


@function_tool
def newsletter(to: str, html: str) -> str:  # ruleid: dangerous-tool-without-approval
    """Send the newsletter."""
    params = {"from": "agent@example.com", "to": to, "subject": "News", "html": html}
    return resend.Emails.send(params)["id"]


@function_tool
def tell_owner(text: str) -> None:  # ok: dangerous-tool-without-approval
    """Tell the owner."""
    message = EmailMessage()
    message["To"] = OWNER
    message["Subject"] = text[:40]
    message.set_content(text)
    with smtplib.SMTP("mail.internal") as server:
        server.send_message(message)


@function_tool
def offer(address: str, text: str) -> int:  # ruleid: dangerous-tool-without-approval
    """Send an offer."""
    message = Mail(from_email="shop@example.com", to_emails=address, subject="Your offer", html_content=text)
    return SendGridAPIClient(os.environ["SENDGRID_KEY"]).send(message).status_code


@function_tool
def remind(addresses: list[str], text: str) -> str:  # ruleid: dangerous-tool-without-approval
    """Remind people."""
    body = {"Subject": {"Data": "Reminder"}, "Body": {"Text": {"Data": text}}}
    return ses.send_email(Source="shop@example.com", Destination={"ToAddresses": addresses}, Message=body)["MessageId"]


@function_tool
def post(channel: str, text: str) -> bool:  # ruleid: dangerous-tool-without-approval
    """Post to a channel."""
    return bool(slack.chat_postMessage(channel=channel, text=text)["ok"])


@function_tool
def alert(text: str) -> bool:  # ok: dangerous-tool-without-approval
    """Alert the team."""
    return bool(slack.chat_postMessage(channel="#alerts", text=text)["ok"])


agent = Agent(name="office", tools=[report, newsletter, tell_owner, offer, remind, post, alert])
Runner.run_sync(agent, "Hello")
