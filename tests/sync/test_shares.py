"""Who was brought in by a mention goes on seeing the ticket, also when the mention is undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.clock import clock_at, wall_ms
from models.commands import AddNote, WithdrawMessage
from models.queries.inbox import inbox_page
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person

CALLED = '<p>see <span class="mention" data-id="{}">@vera</span></p>'


@pytest.fixture
def vera(desk: ServerDesk, tmp_path: Path) -> Iterator[Person]:
    made = Person.made(tmp_path / "vera", desk, desk.agent("vera", "Vault"))
    yield made
    made.store.close()


def sync(*people: Person) -> None:
    for one in people:
        one.sync()


def mentions(one: Person) -> list[str]:
    clock = clock_at(wall_ms())
    return [row.id for row in inbox_page(one.store, "mentions", one.actor, clock)]


@pytest.mark.parametrize("how", ["undone", "withdrawn"])
def test_the_mention_goes_and_the_colleague_still_sees_and_answers(
    desk: ServerDesk, anna: Person, vera: Person, how: str
) -> None:
    ticket = desk.ticket("Network", "VPN")
    sync(anna, vera)
    assert vera.row("ticket", ticket) is None
    done = anna.do(AddNote(ticket_id=ticket, html=CALLED.format(vera.actor.id)))
    sync(anna, vera)
    assert mentions(vera) == [ticket]
    note = str(anna.store.sql("SELECT id FROM message WHERE kind = 'note'")[0][0])
    command = done.inverse if how == "undone" else WithdrawMessage(id=note)
    assert command is not None
    vera.do(AddNote(ticket_id=ticket, html="<p>on its way</p>"))
    anna.do(command)
    sync(anna, vera, anna)
    assert vera.row("ticket", ticket) is not None
    assert vera.states()[-1][1] == "settled"
    assert any("on its way" in text for text in anna.texts(ticket))
    assert mentions(vera) == []
