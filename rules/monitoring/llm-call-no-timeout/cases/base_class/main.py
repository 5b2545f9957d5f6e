import sys

from agents import Writer
from agents.reviewer import Reviewer


def main() -> None:
    text = Writer().write(" ".join(sys.argv[1:]))
    print(Reviewer().review(text))


if __name__ == "__main__":
    main()
