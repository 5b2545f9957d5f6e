"""`python -m ailint`."""

from ailint.cli.main import start

start()
