"""Inventories: one module a format, with `render(found, name)`."""
