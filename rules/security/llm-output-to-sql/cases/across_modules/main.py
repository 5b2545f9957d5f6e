import sys

from analyst.database import Database
from analyst.llm import complete
from analyst.writer import Writer

database = Database()
writer = Writer("orders(id, customer, total)")


def answer(question: str) -> str:
    rows = database.rows(writer.statement(question))
    customer = complete("Name the customer.", question)
    return complete("Answer from these rows.", f"{question}\n{rows}\n{database.by_customer(customer)}")


if __name__ == "__main__":
    print(answer(sys.argv[1]))
