"""What the window says about sync: the truth, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop.code_words import words_for_code
from desktop.inbox.row_words import span_words
from desktop.shell.state_dot import Light
from desktop.ticket_words import number_words
from models.rows import SyncStatus, TicketRow
from sync.protocol.link import State

FRESH_MS = 60_000
HOUR_MS = 3_600_000
DAY_MS = 86_400_000


@dataclass(frozen=True, slots=True)
class SyncWords:
    """The light, what stands beside it, and how far an empty list can be trusted.

    ``changes`` is about those that wait or, with ``alarm``, need somebody; ``confirmed`` that
    nothing is missing.
    """

    light: Light
    head: str
    changes: str
    as_of: str
    alarm: bool = False
    confirmed: bool = False

    @property
    def sentence(self) -> str:
        """All of it in one line."""
        return ". ".join(filter(None, (self.head, self.changes)))


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("SyncWords", text, "", n)


def with_numbers(state: State, here: SyncStatus) -> State:
    """The engine's state with the numbers of the file, which are never older."""
    return msgspec.structs.replace(
        state,
        waiting=here.waiting,
        attention=here.attention,
        synced_at_ms=state.synced_at_ms or here.synced_at_ms,
    )


def sync_words(state: State, now_ms: int) -> SyncWords:
    """``state`` is the engine's last word; its times are UTC epoch milliseconds."""
    light, head = _head(state, now_ms)
    as_of = as_of_words(state, now_ms)
    known = as_of.rstrip(".") if state.state == "unanswered" else _waiting(state)
    changes = ". ".join(filter(None, (known, _attention(state))))
    confirmed = state.state == "synced" and not state.waiting
    return SyncWords(light, head, changes, as_of, bool(state.attention), confirmed)


def _head(state: State, now_ms: int) -> tuple[Light, str]:
    match state.state:
        case "synced":
            return "online", _synced(state, now_ms)
        case "syncing":
            return "busy", _syncing(state)
        case "unanswered":
            return "offline", _tr("The server has not answered yet")
        case "offline":
            since = clock_words(state.since_at_ms or now_ms, now_ms)
            return "offline", _tr("Offline since {0}").format(since)
        case "sign_in":
            return "offline", _sentence(state) or _tr("Not signed in")
        case "revoked":
            return "failed", _tr("This computer was signed out by an administrator")
        case "too_old":
            return "failed", _sentence(state)
        case "stopped":
            return "failed", _sentence(state) or _tr("Sync has stopped")
        case _:
            return "busy", _tr("Starting")


def _sentence(state: State) -> str:
    return words_for_code(state.code, state.sentence).rstrip(".")


def _syncing(state: State) -> str:
    if not state.rows_total:
        return _tr("Syncing")
    percent = min(state.rows_done * 100 // state.rows_total, 100)
    return _tr("First sync: {0} %").format(percent)


def _synced(state: State, now_ms: int) -> str:
    if state.synced_at_ms is None:
        return _tr("Synced")
    return _tr("Synced {0}").format(ago_words(state.synced_at_ms, now_ms))


def _waiting(state: State) -> str:
    if not state.waiting:
        return ""
    if state.state in ("synced", "syncing", "too_old"):
        return _tr("%n changes on the way", state.waiting)
    return _tr("%n changes wait on this computer and will be sent later", state.waiting)


def _attention(state: State) -> str:
    return _tr("%n changes need your attention", state.attention) if state.attention else ""


def as_of_words(state: State, now_ms: int) -> str:
    """ "Confirmed at 12:31" only when nothing is missing; else since when it may be."""
    if state.synced_at_ms is None:
        return _tr("Not synced yet.")
    at = clock_words(state.synced_at_ms, now_ms)
    if state.state == "synced" and not state.waiting:
        return _tr("Confirmed at {0}.").format(at)
    if not state.waiting:
        return _tr("As of {0}.").format(at)
    return _tr("As of {0}, %n changes wait.", state.waiting).format(at)


def ago_words(at_ms: int, now_ms: int) -> str:
    """``2 s ago``, ``5 min ago``, later the clock."""
    past = max(0, now_ms - at_ms)
    if past < FRESH_MS:
        return _tr("{0} s ago").format(past // 1000)
    if past < HOUR_MS:
        return _tr("{0} min ago").format(past // 60_000)
    return _tr("at {0}").format(clock_words(at_ms, now_ms))


def clock_words(at_ms: int, now_ms: int) -> str:
    """``12:02`` today, with the date on other days."""
    at, now = (QDateTime.fromMSecsSinceEpoch(ms) for ms in (at_ms, now_ms))
    return str(QLocale().toString(at, "HH:mm" if at.date() == now.date() else "d MMM HH:mm"))


def next_due_words(row: TicketRow | None, now_ms: int) -> str:
    """ "Next due: #10482 in 14 min"; empty when nothing is due in the next 24 hours."""
    if row is None or row.due_at_ms is None or row.due_at_ms - now_ms > DAY_MS:
        return ""
    left = span_words(max(0, row.due_at_ms - now_ms))
    return _tr("Next due: {0} in {1}").format(number_words(row.number), left)


def tip_words(oldest_new_ms: int | None, now_ms: int) -> dict[str, str]:
    """What views of the sidebar tell besides their number, by their keys."""
    if oldest_new_ms is None:
        return {}
    age = span_words(max(0, now_ms - oldest_new_ms))
    return {"not_started": _tr("The oldest has waited for {0}.").format(age)}
