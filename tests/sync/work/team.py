"""What several people do to one desk, and that they all end up with the same."""

from __future__ import annotations

from models.commands import (
    AddNote,
    Command,
)
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person, held_rows


def agree(desk: ServerDesk, people: dict[str, Person]) -> None:
    for person in [*people.values()] * 2:
        person.sync()
    for person in people.values():
        assert person.rows() == held_rows(desk, person.actor), person.actor.login


def notes(desk: ServerDesk, people: dict[str, Person], ticket: str, *texts: str) -> list[str]:
    """Notes of Anna that everybody has read."""
    agree(desk, people)
    written = [AddNote(ticket_id=ticket, html=f"<p>{text}</p>") for text in texts]
    for note in written:
        people["anna"].do(note)
    agree(desk, people)
    return [note.id for note in written]


def late(desk: ServerDesk, people: dict[str, Person], theirs: Command, mine: Command) -> None:
    """Boris acts without having seen what Anna did; then all know everything."""
    people["anna"].do(theirs)
    people["boris"].do(mine)
    agree(desk, people)


def last_state(person: Person) -> str:
    return person.states()[-1][1]
