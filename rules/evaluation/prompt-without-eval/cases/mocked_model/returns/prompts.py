REFUND = """You decide whether a customer may return an item.
The policy allows 30 days, unopened.
Answer with ALLOW or REFUSE.
Say which rule you applied."""
