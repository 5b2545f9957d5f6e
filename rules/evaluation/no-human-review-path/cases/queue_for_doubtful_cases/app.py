import smtplib
from email.message import EmailMessage

from langchain.agents import create_agent
from langchain_core.tools import tool


@tool
def send_mail(to: str, text: str) -> str:
    """Send an e-mail to a customer."""
    message = EmailMessage()
    message["To"] = to
    message.set_content(text)
    with smtplib.SMTP("mail.internal") as server:
        server.send_message(message)
    return "sent"


from tickets import park

agent = create_agent("anthropic:claude-sonnet-4-5-20250929", tools=[send_mail])


def handle(ticket: str, confidence: float) -> None:
    if confidence < 0.8:
        park(ticket)
    else:
        agent.invoke({"messages": [("user", ticket)]})


if __name__ == "__main__":
    handle(input(), 0.9)
