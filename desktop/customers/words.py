"""What the page of customers calls fields, reasons and what happened."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.field_words import channel_words, customer_field_words
from desktop.language import LANGUAGES
from models.queries.customer_rows import (
    CustomerKind,
    DoubleRow,
    RecordEventRow,
    TimelineRow,
)

TIMELINE_ICONS = {
    "ticket": "ticket",
    "customer": "mail",
    "reply": "send",
    "note": "lock",
    "call": "phone",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("CustomerWords", text)


def double_words(kind: CustomerKind, double: DoubleRow) -> str:
    """Why somebody is perhaps the same."""
    if kind == "company":
        return {
            "domain": _tr("Looks like the same company: same domain, %1"),
            "name": _tr("Looks like the same company: same name, %1"),
        }[double.why].replace("%1", double.what)
    return {
        "email": _tr("Looks like the same person: same e-mail, %1"),
        "phone": _tr("Looks like the same person: same phone, %1"),
        "name": _tr("Looks like the same person: same name, %1"),
    }[double.why].replace("%1", double.what)


def entry_words(row: TimelineRow) -> str:
    """What an entry of the timeline is, e.g. "internal note"."""
    return {
        "ticket": _tr("ticket opened"),
        "customer": _tr("from the customer"),
        "reply": _tr("reply"),
        "note": _tr("internal note"),
        "call": _tr("call"),
    }.get(row.kind, row.kind)


def entry_icon(row: TimelineRow) -> str:
    return TIMELINE_ICONS.get(row.kind, "chat")


def way_words(row: TimelineRow) -> str:
    """The channel, where it says something that the kind does not."""
    if row.kind in ("note", "call"):
        return ""
    return channel_words(row.channel)


def event_words(row: RecordEventRow) -> str:
    """A line of the history in one sentence."""
    what = _happened(row) or f"{customer_field_words(row.what)}: {_from_to(row)}"
    return f"{row.thing}: {what}" if row.thing else what


def _happened(row: RecordEventRow) -> str:
    words = {
        "created": _tr("Added: %1"),
        "deleted": _tr("Deleted"),
        "restored": _tr("Brought back"),
        "active": _tr("Deactivated") if row.new == "0" else _tr("Activated again"),
        "merged": _tr("Merged with %1"),
        "merged_into": _tr("Became a part of %1"),
        "unmerged": _tr("Separated from %1"),
        "unmerged_from": _tr("Is separate from %1 again"),
    }.get(row.what, "")
    return words.replace("%1", row.new or row.old or _tr("no name"))


def _from_to(row: RecordEventRow) -> str:
    old, new = (value_words(row.what, value or "") or "—" for value in (row.old, row.new))
    return f"{old} → {new}"


def value_words(field: str, text: str) -> str:
    """A value as a person reads it."""
    if field == "language":
        return LANGUAGES.get(text, text)
    if field in ("other_emails", "domains"):
        return text.strip("[]").replace('"', "")
    return text
