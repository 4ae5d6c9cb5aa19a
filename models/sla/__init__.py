"""The clock of promises: when something is due, and how long it took, in working time.

Every function is pure: no store, no clock of its own, any thread; desktop and server count alike.
``docs/sla.md`` has the form of calendars and policies and every rule.
"""

from models.sla.clock import Pause, due_at, is_open, minutes_between
from models.sla.hours import AROUND_THE_CLOCK, Hours, read_hours

__all__ = [
    "AROUND_THE_CLOCK",
    "Hours",
    "Pause",
    "due_at",
    "is_open",
    "minutes_between",
    "read_hours",
]
