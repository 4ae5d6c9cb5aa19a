"""What a ticket is and where it goes, by the desk's own settings.

Every function is pure: no store, no clock, any thread; desktop and server decide alike. The
settings are rows of ``rule`` and ``category``; ``docs/classification.md`` has their form.
``models.commands.routing`` asks and writes what was decided.
"""

from models.classify.categories import MOST_CHOICES, Hints, Tree, crowded, has_room
from models.classify.deciding import Decided, Facts, decide
from models.classify.priority import BY_IMPACT, priority_of
from models.classify.rules import Asks, Gives, Rule, Settings, read_rule, read_settings
from models.classify.senders import sender_types

__all__ = [
    "BY_IMPACT",
    "MOST_CHOICES",
    "Asks",
    "Decided",
    "Facts",
    "Gives",
    "Hints",
    "Rule",
    "Settings",
    "Tree",
    "crowded",
    "decide",
    "has_room",
    "priority_of",
    "read_rule",
    "read_settings",
    "sender_types",
]
