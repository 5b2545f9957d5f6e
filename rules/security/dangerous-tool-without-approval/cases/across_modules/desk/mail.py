import smtplib


class Mailer:
    def __init__(self, host: str) -> None:
        self.host = host

    def deliver(self, recipient: str, text: str) -> None:
        with smtplib.SMTP(self.host) as server:
            server.sendmail("shop@example.com", recipient, text)


def confirmed_by_owner(text: str) -> bool:
    return input(f"{text}\nSend this? [y/N] ") == "y"
