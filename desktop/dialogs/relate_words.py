"""What merging or linking two tickets means, in whole sentences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.ticket_words import number_words
from models.queries.relations import Preview

MERGE = "merge"


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("Relate", text, "", n)


def kinds_of(number: str) -> list[tuple[str | None, str]]:
    """(MERGE or a role, words) for the choice, about the ticket of this number."""
    this = number_words(number)
    kinds = (
        (MERGE, _tr("%1 goes into it: they become one ticket")),
        ("original", _tr("%1 is a duplicate of it")),
        ("parent", _tr("%1 is an incident of it: it is the problem")),
        ("child", _tr("It is an incident of %1: %1 is the problem")),
        ("related", _tr("They have to do with each other")),
    )
    return [(kind, words.replace("%1", this)) for kind, words in kinds]


def accept_words(kind: str) -> str:
    """What the button does."""
    return _tr("Merge") if kind == MERGE else _tr("Link")


def sentence(kind: str, told: Preview) -> str:
    """What will be so afterwards."""
    if kind == MERGE:
        return _merge_sentence(told)
    words = {
        "original": _tr("%1 says that it is a duplicate of %2. Both stay as they are."),
        "parent": _tr("%1 becomes an incident of %2: one answer on %2 can go to all of them."),
        "child": _tr("%2 becomes an incident of %1: one answer on %1 can go to all of them."),
        "related": _tr("%1 and %2 name each other. Both stay as they are."),
    }.get(kind, "")
    return _named(words, told)


def _merge_sentence(told: Preview) -> str:
    messages, files = _tr("%n messages", told.messages), _tr("%n files", told.files)
    words = _tr("%1 goes into %2: %3, %4. %1 is marked done, the conversation goes on in %2.")
    parts = [_named(words, told).replace("%3", messages).replace("%4", files)]
    this, other = told.this, told.other
    if told.new_watcher:
        parts.append(_tr("%1 becomes a watcher.").replace("%1", this.assignee_name))
    if this.requester_id and this.requester_id != other.requester_id and other.requester_name:
        words = _tr("Replies go to %1, no longer to %2.")
        named = words.replace("%2", this.requester_name).replace("%1", other.requester_name)
        parts.append(named)
    return " ".join(parts)


def _named(words: str, told: Preview) -> str:
    this, other = number_words(told.this.number), number_words(told.other.number)
    return words.replace("%1", this).replace("%2", other)
