"""Checks: pure functions from a project to verdicts, one module a check or a family of them."""
