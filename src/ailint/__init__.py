"""ailint: a static linter that says what keeps an AI repository from production."""

__version__ = "0.1.0"
