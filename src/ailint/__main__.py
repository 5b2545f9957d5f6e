"""`python -m ailint`."""

from ailint.cli.main import main

main(prog_name="ailint")
