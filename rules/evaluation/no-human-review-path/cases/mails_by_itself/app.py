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


agent = create_agent("anthropic:claude-sonnet-4-5-20250929", tools=[send_mail])
PRODUCT_REVIEWS = "product_reviews"


def handle(ticket: str) -> str:
    return agent.invoke({"messages": [("user", ticket)]})["messages"][-1].content


if __name__ == "__main__":
    print(handle(input()))
