"""The orders of a list in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("FilterBar", text)


def order_words() -> dict[str, str]:
    """By the names of ``models.queries.orders.ORDERS``, as the menu shows them."""
    return {
        "due": _tr("Due first"),
        "newest": _tr("Newest first"),
        "oldest_waiting": _tr("Longest waiting first"),
        "priority": _tr("Highest priority first"),
        "sla_risk": _tr("Most at risk first"),
        "easiest": _tr("Easiest first"),
        "plan": _tr("By plan"),
        "category": _tr("By category"),
        "first_time": _tr("First-time contacts first"),
        "own": _tr("My own order"),
        "reminder": _tr("By my reminders"),
    }


def order_tips() -> dict[str, str]:
    """How the less obvious ones are computed."""
    return {
        "oldest_waiting": _tr("Only what the customer writes moves a ticket here."),
        "sla_risk": _tr(
            "By the moment at which three quarters of the promised time are gone; what nobody has "
            "to answer now comes last."
        ),
        "easiest": _tr(
            "By how long half of the tickets of its category took at most, among those solved in "
            "the last 180 days."
        ),
        "own": _tr("Drag rows, or move them with Alt+Up and Alt+Down. Only you see this order."),
        "plan": _tr("The plan with the shortest promise first."),
    }
