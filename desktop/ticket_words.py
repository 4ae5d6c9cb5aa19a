"""What every area calls a ticket's number, state, priority and channel, and the icons of these."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

STATUS_ICONS = {
    "new": "circle",
    "open": "circle-half",
    "waiting": "hourglass",
    "postponed": "clock",
    "done": "check-circle",
}
CHANNEL_ICONS = {
    "email": "mail",
    "phone": "phone",
    "portal": "globe",
    "chat": "chat",
    "telegram": "send",
    "desk": "headset",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("TicketWords", text)


def number_words(number: str) -> str:
    """``#10482``; a temporary number such as ``N-3F7KQ2`` stands as it is."""
    return f"#{number}" if number.isdigit() else number


def subject_words(subject: str) -> str:
    """A subject in one line, or words that there is none."""
    return " ".join(subject.split()) or QCoreApplication.translate("SubjectLine", "(no subject)")


def status_words(status: str, waiting_for: str | None = None) -> str:
    """The state as a person says it, e.g. "in work" or "waiting for customer"."""
    if status == "waiting" and waiting_for:
        return {
            "customer": _tr("waiting for customer"),
            "vendor": _tr("waiting for vendor"),
            "colleague": _tr("waiting for colleague"),
        }.get(waiting_for, _tr("waiting"))
    return {
        "new": _tr("not started"),
        "open": _tr("in work"),
        "waiting": _tr("waiting"),
        "postponed": _tr("postponed"),
        "done": _tr("done"),
    }.get(status, status)


def priority_words(priority: str) -> str:
    """A priority by its name, as a value that stands alone."""
    return {
        "low": _tr("Low"),
        "normal": _tr("Normal"),
        "high": _tr("High"),
        "urgent": _tr("Urgent"),
    }.get(priority, priority)
