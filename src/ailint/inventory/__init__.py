"""The inventory: what AI a project uses, and where each part of it is."""

from ailint.inventory.gather import inventory
from ailint.inventory.records import KINDS, Inventory

__all__ = ["KINDS", "Inventory", "inventory"]
