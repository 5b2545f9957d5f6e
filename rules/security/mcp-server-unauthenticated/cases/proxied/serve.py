import os

from shop.tools import server


def main() -> None:
    port = int(os.environ.get("PORT", "8080"))
    server.run(transport="http", host="0.0.0.0", port=port)


if __name__ == "__main__":
    main()
