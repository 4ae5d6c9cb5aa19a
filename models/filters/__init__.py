"""The filter language: ``queue:network priority:high -tag:vip older:2d "exact words"``.

Text becomes a small tree (``parse``), the tree becomes a condition over tickets (``condition``) or
text again (``write``). The names are the same in every language. See docs/filters.md.
"""

from models.filters.editing import is_on, leaves_out_done, with_term, without_term
from models.filters.fields import FIELDS, Field
from models.filters.parsing import parse
from models.filters.sql import condition, open_only
from models.filters.tree import Filter, Part, Term, Words
from models.filters.writing import write

__all__ = [
    "FIELDS",
    "Field",
    "Filter",
    "Part",
    "Term",
    "Words",
    "condition",
    "is_on",
    "leaves_out_done",
    "open_only",
    "parse",
    "with_term",
    "without_term",
    "write",
]
