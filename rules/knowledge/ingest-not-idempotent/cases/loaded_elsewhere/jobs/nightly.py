from jobs.documents import chunks
from jobs.stores import manuals

FOLDER = "/data/manuals"


def main() -> None:
    store = manuals()
    found = chunks(FOLDER)
    store.add_documents(found)


if __name__ == "__main__":
    main()
