import logging
import sys

from ingest.load import read
from ingest.store import write

log = logging.getLogger(__name__)


def run(paths: list[str]) -> None:
    for path in paths:
        try:
            write(read(path))
        except Exception:  # ruleid: ingest-errors-swallowed
            log.info("skipped a file")
            continue


def run_strict(paths: list[str]) -> None:
    for path in paths:
        try:
            write(read(path))
        except Exception:  # ok: ingest-errors-swallowed
            log.exception("failed on %s", path)
            raise


if __name__ == "__main__":
    run(sys.argv[1:])
