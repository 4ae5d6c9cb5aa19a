"""What a person wants to hear of, and when not. Mentions and their own reminders get through."""

from __future__ import annotations

import msgspec
from msgspec import Struct

DAY_MINUTES = 24 * 60
ALWAYS = ("mention", "reminder")


class NoticeRules(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Kinds and queues that were switched off; quiet from one minute of the day to another.

    Both ends are None without quiet hours; they may lie around midnight. ``paused_until_ms`` is
    "quiet for an hour".
    """

    off_kinds: frozenset[str] = frozenset()
    off_queues: frozenset[str] = frozenset()
    quiet_from_min: int | None = None
    quiet_until_min: int | None = None
    paused_until_ms: int = 0

    def wants(self, kind: str, queue_id: str | None) -> bool:
        """Whether it is told at all."""
        return kind in ALWAYS or (kind not in self.off_kinds and queue_id not in self.off_queues)

    def is_quiet(self, now_ms: int, minute: int) -> bool:
        """Whether nothing but those of ALWAYS may make itself heard now."""
        if now_ms < self.paused_until_ms:
            return True
        start, end = self.quiet_from_min, self.quiet_until_min
        if start is None or end is None:
            return False
        if start <= end:
            return start <= minute < end
        return minute >= start or minute < end


def packed(rules: NoticeRules) -> str:
    return msgspec.json.encode(rules, order="deterministic").decode()


def unpacked(text: str | None) -> NoticeRules:
    """What was kept; the rules of somebody who never chose any for text that can't be read."""
    try:
        return msgspec.json.decode(text or "{}", type=NoticeRules)
    except msgspec.MsgspecError:
        return NoticeRules()
