import sys

from coder.files import Folder
from coder.model import write

folder = Folder("build")


def build(task: str) -> None:
    files = write(task)
    folder.save(files)
    folder.log(f"{len(files)} files")


if __name__ == "__main__":
    build(sys.argv[1])
