"""What the desk has promised about the tickets of a store, counted by both sides alike.

``models.sla`` is the clock; here its policies are read from a store, what a change means for due
times is noted, and what is to be written on the tickets is counted. See ``docs/sla.md``.
"""

from models.promises.book import Book, read_book
from models.promises.counting import counted
from models.promises.owing import Owing

__all__ = ["Book", "Owing", "counted", "read_book"]
