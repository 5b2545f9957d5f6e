"""The application's own logger, which all of it uses."""

import logging


class Journal:
    def __init__(self, name: str) -> None:
        self.logger = logging.getLogger(name)

    def info(self, message: str, *args: object) -> None:
        self.logger.info(message)

    def debug(self, message: str) -> None:
        self.logger.debug(message)


journal = Journal("helpdesk")
