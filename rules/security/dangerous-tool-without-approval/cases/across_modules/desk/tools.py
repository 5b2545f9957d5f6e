import asyncio

from desk.mail import Mailer, confirmed_by_owner
from desk.orders import drop_order

mailer = Mailer("mail.internal")


def write_to_customer(address: str, text: str) -> str:  # ruleid: dangerous-tool-without-approval
    """Write to a customer."""
    mailer.deliver(address, text)
    return "sent"


def write_when_confirmed(address: str, text: str) -> str:  # ok: dangerous-tool-without-approval
    """Write to a customer."""
    if not confirmed_by_owner(text):
        return "kept"
    mailer.deliver(address, text)
    return "sent"


async def cancel(order: str) -> str:  # ruleid: dangerous-tool-without-approval
    """Cancel an order."""
    await asyncio.to_thread(drop_order, order)
    return "cancelled"


def tell_the_team(text: str) -> str:  # ok: dangerous-tool-without-approval
    """Tell the team."""
    mailer.deliver("team@example.com", text)
    return "told"
