import sqlite3

SHOP = "shop.db"


def drop_order(order: str) -> None:
    with sqlite3.connect(SHOP) as connection:
        connection.execute("DELETE FROM orders WHERE id = ?", (order,))
