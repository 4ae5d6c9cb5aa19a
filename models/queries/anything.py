"""One question about everything that the command palette finds: tickets, people, articles."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec import Struct

from models.database import Store
from models.queries import people
from models.queries.conversation import find_ticket
from models.queries.finding import has_index, hit_texts
from models.queries.inbox import inbox_page, ticket_rows
from models.queries.marking import Words
from models.queries.people import PersonRow
from models.queries.readings import also_read_as
from models.queries.slips import without_slips
from models.queries.suggesting import suggested
from models.richtext import to_plain
from models.rows import Actor, ArticleHit, Clock, Mark, TicketRow
from models.search import query_tokens

TICKETS, PEOPLE, ARTICLES = 6, 4, 4
LEAST_LETTERS = 2
_READ_CHARS = 20_000


class TicketHit(Struct, frozen=True):
    """A ticket, what of its subject was meant, and where else the words stand in it."""

    row: TicketRow
    subject_marks: tuple[Mark, ...] = ()
    snippet: str = ""
    snippet_marks: tuple[Mark, ...] = ()


class Anything(Struct, frozen=True):
    """What was found, each kind nearest first; ``also`` is how the text was read besides."""

    tickets: tuple[TicketHit, ...] = ()
    people: tuple[PersonRow, ...] = ()
    articles: tuple[ArticleHit, ...] = ()
    also: str = ""


def find_anything(
    store: Store, text: str, me: Actor, clock: Clock, *, naming: str = "en"
) -> Anything:
    """What ``text`` may mean, in another layout or script too, and with a letter wrong.

    A ticket whose number was typed comes first. Articles have to fit by at least half of what
    was typed. Nothing for less than two letters.
    """
    typed = text.strip()
    if len(typed) < LEAST_LETTERS or not has_index(store):
        return Anything()
    meant, also = text, also_read_as(store, text)
    rows = _tickets(store, meant, me, clock)
    if not rows and (read := without_slips(store, text)):
        meant = also = read
        rows = _tickets(store, meant, me, clock)
    articles = suggested(store, meant, ARTICLES, naming=naming)
    return Anything(
        tickets=tuple(_hits(store, meant, rows)),
        people=tuple(people.find(store, typed, limit=PEOPLE)),
        articles=tuple(hit for hit in articles if hit.match_percent >= 50),
        also=also,
    )


def tickets_again(store: Store, ids: Sequence[str], me: Actor, clock: Clock) -> list[TicketRow]:
    """The rows of these tickets in the order of ``ids``; those that are gone are left out."""
    rows = {row.id: row for row in ticket_rows(store, ids, me, clock)}
    return [rows[id] for id in ids if id in rows]


def _tickets(store: Store, text: str, me: Actor, clock: Clock) -> list[TicketRow]:
    """The page alone would not do: many may have a number in their texts."""
    numbered = find_ticket(store, text.strip().lstrip("#№"))
    page = inbox_page(store, "all", me, clock, search=text, limit=TICKETS)
    others = [row for row in page if row.id not in numbered]
    return [*ticket_rows(store, numbered, me, clock), *others][:TICKETS]


def _hits(store: Store, text: str, rows: Sequence[TicketRow]) -> list[TicketHit]:
    words = Words(query_tokens(text))
    hits = hit_texts(store, text, [row.id for row in rows])
    return [_hit(row, words, hits.get(row.id, "")) for row in rows]


def _hit(row: TicketRow, words: Words, html: str) -> TicketHit:
    hit = TicketHit(row, words.marks(" ".join(row.subject.split())))
    if not html:
        return hit
    plain = " ".join(to_plain(html, links=False).split())[:_READ_CHARS]
    snippet = words.snippet(plain)
    return msgspec.structs.replace(hit, snippet=snippet, snippet_marks=words.marks(snippet))
