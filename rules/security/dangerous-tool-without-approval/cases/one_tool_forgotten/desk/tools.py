import stripe
from langchain_core.tools import tool


@tool
def refund(order_id: str, amount: int) -> str:  # ok: dangerous-tool-without-approval
    """Pay an order back."""
    return stripe.Refund.create(payment_intent=order_id, amount=amount).id
