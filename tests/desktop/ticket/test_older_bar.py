"""A ticket of which older messages are on the server alone."""

from __future__ import annotations

from contextlib import closing

from models.database import Store
from sync.protocol.link import State, TicketFetched
from tests.desktop.ticket.conftest import OpenPane

LOADING = "Loading older messages…"
NOT_HERE = (
    "Older messages of this ticket are not on this computer. "
    "They come when the server can be reached."
)


def make_stub(opened: OpenPane) -> None:
    with closing(Store.open(opened.desk.database, "local")) as store:
        store.sql("INSERT INTO old_ticket VALUES (?, 0, 0)", (opened.ticket_id,))


def test_a_whole_ticket_says_nothing(opened: OpenPane) -> None:
    opened.show()
    assert not opened.pane.older.isVisible()


def test_older_messages_are_asked_for_and_the_bar_goes_when_they_came(opened: OpenPane) -> None:
    make_stub(opened)
    bar = opened.pane.older
    with opened.qtbot.waitSignal(bar.wanted) as wanted:
        opened.show()
    assert wanted.args == [opened.ticket_id]
    assert (bar.isVisible(), bar.text()) == (True, LOADING)
    with closing(Store.open(opened.desk.database, "local")) as store:
        store.sql("DELETE FROM old_ticket")
    opened.pane.refresh({opened.ticket_id})
    opened.until(lambda: not bar.isVisible())


def test_without_the_server_it_says_so_and_asks_again_when_it_is_back(opened: OpenPane) -> None:
    make_stub(opened)
    opened.show()
    bar = opened.pane.older
    bar.show_fetched(TicketFetched(ticket="another", code="offline"))
    assert bar.text() == LOADING
    bar.show_fetched(TicketFetched(ticket=opened.ticket_id, code="offline"))
    assert bar.text() == NOT_HERE
    bar.note_state(State(state="offline"))
    assert bar.text() == NOT_HERE
    with opened.qtbot.waitSignal(bar.wanted) as wanted:
        bar.note_state(State(state="synced"))
    assert wanted.args == [opened.ticket_id]
    assert bar.text() == LOADING
