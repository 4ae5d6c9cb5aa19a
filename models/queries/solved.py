"""What helped before: tickets alike that are done, and templates, beside an open ticket."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from msgspec import Struct

from models.database import Store
from models.queries.likeness import alike
from models.richtext import to_plain
from models.search import normalise

_LOOKED_AT, _MOST_SOLVED, _MOST_TEMPLATES = 20, 3, 3
_SOLVED = """SELECT t.id, COALESCE(a.name, ''), t.created_at_ms, t.solved_at_ms,
 EXISTS (SELECT 1 FROM message m WHERE m.ticket_id = t.id AND m.kind = 'reply' AND m.deleted = 0)
 FROM ticket t LEFT JOIN agent a ON a.id = t.assignee_id
 WHERE t.status = 'done' AND t.deleted = 0 AND t.id {among}"""
_SOLUTION = """SELECT html FROM message WHERE ticket_id = ? AND kind = 'reply' AND deleted = 0
 ORDER BY at_ms DESC, id DESC LIMIT 1"""
_ASKED = """SELECT t.subject, t.requester_id, t.company_id, t.activity_at_ms,
 COALESCE(CAST(t.number AS TEXT), t.alias), COALESCE(c.name, '') FROM ticket t
 LEFT JOIN contact c ON c.id = t.requester_id WHERE t.id = ?"""


class SolvedRow(Struct, frozen=True):
    """A done ticket that was about the same. ``took_ms`` from beginning to done, None if unknown;
    without ``has_answer`` nobody wrote to the customer."""

    id: str
    number: str
    subject: str
    solver_name: str
    took_ms: int | None
    solved_at_ms: int | None
    has_answer: bool


class TemplateRow(Struct, frozen=True):
    """A text to begin with; what is known of the ticket stands in it already."""

    id: str
    name: str
    html: str
    text: str


class Beside(Struct, frozen=True):
    """What is offered beside one ticket, the likeliest first."""

    solved: tuple[SolvedRow, ...] = ()
    templates: tuple[TemplateRow, ...] = ()


def beside(store: Store, ticket_id: str, language: str) -> Beside:
    """Looked for among tickets of the last 30 days before the ticket's last sign of life."""
    found = store.sql(_ASKED, (ticket_id,))
    if not found:
        return Beside()
    subject, requester_id, company_id, at_ms, number, name = found[0]
    likely = alike(
        store,
        subject,
        at_ms,
        requester_id=requester_id,
        company_id=company_id,
        but=ticket_id,
        limit=_LOOKED_AT,
    )
    among, named = store.among([row.id for row in likely if row.status == "done"])
    facts = {row[0]: row[1:] for row in store.sql(_SOLVED.format(among=among), (named,))}
    rows = [
        SolvedRow(row.id, row.number, row.subject, *_told(facts[row.id]))
        for row in likely
        if row.id in facts
    ]
    known = {"ticket.number": f"#{number}" if number.isdigit() else number}
    known |= {"customer.first_name": name.split(" ")[0], "customer.name": name} if name else {}
    return Beside(tuple(rows[:_MOST_SOLVED]), _templates(store, subject, language, known))


def solution(store: Store, ticket_id: str) -> str:
    """What its customer was told last, as a quotation of words alone; "" when nothing was."""
    found = store.sql(_SOLUTION, (ticket_id,))
    lines = to_plain(found[0][0]).splitlines() if found else []
    words = "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line.strip())
    return f"<blockquote>{words}</blockquote>" if words else ""


def filled(html: str, known: Mapping[str, str]) -> str:
    """``{ticket.number}`` and the like, as far as they are known; the rest stays to be seen."""
    for name, value in known.items():
        html = html.replace(f"{{{name}}}", escape(value, quote=False))
    return html


def _told(
    facts: tuple[str, int | None, int | None, int],
) -> tuple[str, int | None, int | None, bool]:
    name, made_at_ms, solved_at_ms, has_answer = facts
    took_ms = solved_at_ms - made_at_ms if made_at_ms and solved_at_ms else None
    return name, took_ms, solved_at_ms, bool(has_answer)


def _templates(
    store: Store, subject: str, language: str, known: Mapping[str, str]
) -> tuple[TemplateRow, ...]:
    """One of each key, in the language if there is one; those that share words come first."""
    text = "SELECT key, language, id, name, html FROM template WHERE deleted = 0 ORDER BY key, id"
    best: dict[str, tuple[str, str, str, str]] = {}
    for key, spoken, *row in store.sql(text):
        if key not in best or spoken == language:
            best[key] = (spoken, *row)
    words = set(normalise(subject))
    made = []
    for _, id, name, html in best.values():
        whole = filled(html, known)
        plain = " ".join(to_plain(whole, links=False).split())
        made.append(
            (-len(words & set(normalise(f"{name} {plain}"))), TemplateRow(id, name, whole, plain))
        )
    made.sort(key=lambda each: each[0])
    return tuple(row for _, row in made[:_MOST_TEMPLATES])
