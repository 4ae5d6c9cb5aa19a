"""What somebody is told of at once, and what only waits in the list. Pure: no clock, no store."""

from models.notices.decide import Decision, Moment, decide
from models.notices.happening import KINDS, Happening
from models.notices.rules import NoticeRules

__all__ = ["KINDS", "Decision", "Happening", "Moment", "NoticeRules", "decide"]
