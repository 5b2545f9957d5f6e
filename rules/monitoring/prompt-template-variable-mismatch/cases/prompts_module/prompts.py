SUMMARY = """
Summarise the ticket for a colleague.

Ticket: {ticket}
Language: {language}
""".strip()

EXTRACT = """Take the order out of the text and reply as JSON:
{"id": "…", "items": []}

Text: {text}
"""

GREETING = "Greet the customer. Customer: {customer}"
