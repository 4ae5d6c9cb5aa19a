"""The clock of promises: when something is due, and how long it took, in working time.

Every function is pure: no store, no clock of its own, any thread; desktop and server count alike.
``docs/sla.md`` has the form of calendars and policies and every rule.
"""

from models.sla.clock import Pause, due_at, is_open, minutes_between
from models.sla.history import History, Word, history_of
from models.sla.hours import AROUND_THE_CLOCK, Hours, read_hours
from models.sla.measures import Measures, Taken, measures_of
from models.sla.policy import TARGETS, Policy, Traits, policy_for, read_policy
from models.sla.targets import Target, Targets, targets_of

__all__ = [
    "AROUND_THE_CLOCK",
    "TARGETS",
    "History",
    "Hours",
    "Measures",
    "Pause",
    "Policy",
    "Taken",
    "Target",
    "Targets",
    "Traits",
    "Word",
    "due_at",
    "history_of",
    "is_open",
    "measures_of",
    "minutes_between",
    "policy_for",
    "read_hours",
    "read_policy",
    "targets_of",
]
