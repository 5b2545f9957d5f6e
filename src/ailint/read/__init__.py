"""Readers: the text of files in, facts out; `files.read` is the way in."""
