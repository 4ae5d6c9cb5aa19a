"""What notices say, and what can be done on them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.notices.toast import DONE, OPEN, POSTPONE, REPLY, TAKE, Toast
from desktop.ticket_words import number_words, subject_words
from models.notices import KINDS, Happening

SUM_KEY = "sum"
OWN_KINDS = ("reminder", "call_back")
"""What its person asked for: said in their words, done or put off from the notice."""
ICONS = {
    "mention": "at",
    "reminder": "bell",
    "call_back": "phone",
    "assigned": "hand",
    "replied": "chat",
    "at_risk": "alert-circle",
    "woke": "clock",
    "new": "ticket",
}


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("Notices", text, "", n)


def toast_of(happening: Happening) -> Toast:
    return Toast(
        key=happening.key,
        title=title_of(happening),
        body=body_of(happening),
        acts=tuple(_acts(happening)),
        thread=thread_of(happening),
    )


def thread_of(happening: Happening) -> str:
    """One toast for a ticket, but what its person asked for stays beside it."""
    apart = happening.kind in OWN_KINDS or not happening.ticket_id
    return happening.key if apart else str(happening.ticket_id)


def title_of(happening: Happening) -> str:
    """What happened, in one line."""
    number, who = number_words(happening.number), happening.who
    return {
        "mention": _tr("{1} mentions you on {0}") if who else _tr("You are mentioned on {0}"),
        "reminder": _tr("Reminder about {0}"),
        "call_back": _tr("Call back now"),
        "assigned": _tr("{1} gave you {0}") if who else _tr("{0} is yours now"),
        "replied": _tr("{1} replied on {0}") if who else _tr("The customer replied on {0}"),
        "at_risk": _tr("{0} is due within the hour"),
        "woke": _tr("{0} is back from being postponed"),
        "new": _tr("New ticket {0}"),
    }[happening.kind].format(number, who)


def body_of(happening: Happening) -> str:
    """What it is about."""
    subject = subject_words(happening.subject) if happening.ticket_id else ""
    if happening.kind in OWN_KINDS:
        return "\n".join(filter(None, (happening.words, subject)))
    if happening.kind == "new" and happening.who:
        return f"{subject}\n{happening.who}"
    return subject


def sum_toast(counts: Mapping[str, int]) -> Toast:
    """Many things, or all that a first sync brought, in one."""
    words = [sum_words(kind, counts[kind]) for kind in KINDS if counts.get(kind)]
    title = _tr("News on your desk")
    return Toast(SUM_KEY, title, "\n".join(words), ((OPEN, _tr("Open")),), SUM_KEY)


def sum_words(kind: str, n: int) -> str:
    """How many of a kind, e.g. "3 mentions"."""
    return {
        "mention": _tr("%n mentions", n),
        "reminder": _tr("%n reminders", n),
        "call_back": _tr("%n calls to return", n),
        "assigned": _tr("%n tickets given to you", n),
        "replied": _tr("%n customers replied", n),
        "at_risk": _tr("%n tickets due soon", n),
        "woke": _tr("%n tickets back from being postponed", n),
        "new": _tr("%n new in your queues", n),
    }[kind]


def kind_words() -> dict[str, str]:
    """The kinds as settings name them."""
    return {
        "mention": _tr("Somebody mentions me"),
        "reminder": _tr("A reminder of mine is due"),
        "call_back": _tr("A promised call is due"),
        "assigned": _tr("A ticket is given to me"),
        "replied": _tr("A customer replies"),
        "at_risk": _tr("A ticket of mine is due within the hour"),
        "woke": _tr("A postponed ticket of mine is back"),
        "new": _tr("A new ticket in my queues"),
    }


def _acts(happening: Happening) -> list[tuple[str, str]]:
    """The first is what a click does."""
    open_it = (OPEN, _tr("Open"))
    if happening.kind in OWN_KINDS:
        done = _tr("Called") if happening.kind == "call_back" else _tr("Dealt with")
        return [open_it, (DONE, done), (POSTPONE, _tr("In 15 minutes"))]
    postpone = (POSTPONE, _tr("Postpone for an hour"))
    if happening.kind == "new":
        return [open_it, (TAKE, _tr("Take")), postpone]
    reply = (REPLY, _tr("Reply"))
    if happening.kind == "mention":
        return [open_it, reply]
    return [open_it, reply, (DONE, _tr("Done")), postpone]
