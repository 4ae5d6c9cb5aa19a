"""The rows of what was found: tickets, people, articles."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.ticket_words import number_words, status_words, subject_words
from desktop.widgets.popup_row import PopupRow
from models.queries.anything import TicketHit
from models.queries.people import PersonRow
from models.rows import ArticleHit, Mark, TicketRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("Palette", text)


def ticket_row(hit: TicketHit) -> PopupRow:
    """Number and subject; below where the words stand, else whose it is."""
    front = f"{number_words(hit.row.number)}  "
    return PopupRow(
        key=f"ticket:{hit.row.id}",
        title=front + subject_words(hit.row.subject),
        matches=_lengths(hit.subject_marks, len(front)) if hit.row.subject.strip() else (),
        second=hit.snippet or _about(hit.row),
        second_matches=_lengths(hit.snippet_marks),
        icon_name="ticket",
    )


def person_row(person: PersonRow) -> PopupRow:
    kinds = {"agent": _tr("colleague"), "contact": _tr("contact")}
    return PopupRow(
        key=f"person:{person.id}",
        title=person.name,
        second=person.detail,
        matches=_lengths(person.matches),
        hint=kinds.get(person.kind, ""),
        is_person=True,
    )


def article_row(hit: ArticleHit) -> PopupRow:
    return PopupRow(
        key=f"article:{hit.row.id}",
        title=hit.row.title,
        matches=_lengths(hit.title_marks),
        hint=hit.row.category,
        icon_name="book",
    )


def _about(row: TicketRow) -> str:
    state = status_words(row.status, row.waiting_for)
    who = (row.company_name, row.requester_name, row.queue_name)
    return " · ".join(filter(None, (state, *who)))


def _lengths(marks: Sequence[Mark], shift: int = 0) -> tuple[tuple[int, int], ...]:
    return tuple((start + shift, end - start) for start, end in marks)
