"""Changing the linted repository: files written whole or not at all, and ignores put where they count."""
