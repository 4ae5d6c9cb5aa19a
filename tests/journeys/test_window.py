"""A computer that keeps a window of the work, with the real programs and either store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models import window
from models.clock import wall_ms
from models.commands import AddNote
from models.ids import new_id
from sync.protocol import link
from tests.helpers.cli import Deskside
from tests.helpers.engine import engine
from tests.helpers.server import Served, served
from tests.helpers.waiting import until

OLD_MS = wall_ms() - 200 * window.DAY_MS
AWAY = "Older tickets are on the server and not in this list."


@pytest.fixture
def server(store_url: str, tmp_path: Path) -> Iterator[Served]:
    with served(store_url, tmp_path) as running:
        yield running


def old(server: Served, subject: str) -> str:
    """A ticket that was done long ago; its number is told by ``number``."""
    id = server.desk.ticket("Network", subject)
    past = {"status": "done", "activity_at_ms": OLD_MS, "created_at_ms": OLD_MS}
    server.desk.path.run(lambda writer: writer.update("ticket", id, past))
    return id


def test_old_tickets_are_let_go_and_shown_all_the_same(server: Served, tmp_path: Path) -> None:
    """At the command line: what is not here is said, fetched when it can be, and explained."""
    ticket, other = old(server, "Plotter"), old(server, "Scanner")
    server.desk.ticket("Network", "Printer")
    number, later = (str(server.desk.row("ticket", id)["number"]) for id in (ticket, other))
    anna = Deskside(tmp_path / "anna", server.url, "anna")
    words = ("sync", "--once", "--keep-days", "90", "--server", server.url, "--login", "anna")
    anna(*words)
    listed = anna("list", "--json")
    assert [row["subject"] for row in listed.json] == ["Printer"]
    assert listed.err.strip() == AWAY
    server.desk.path.run(lambda writer: AddNote(ticket_id=ticket, html="<p>x</p>").apply(writer))
    anna("sync", "--once")
    shown = anna("show", number, "--json")
    assert [message["text"] for message in shown.json["messages"]] == ["Plotter", "x"]
    assert shown.err == ""

    assert [row["subject"] for row in anna("list", "--json").json] == ["Plotter", "Printer"]
    assert anna("show", later, "--json").json["subject"] == "Scanner"
    unknown = anna("show", "99999", code=2).err
    assert "The server has no ticket 99999 for you." in unknown

    anna("sync", "--once", "--keep-days", "30")
    server.stop()
    missing = anna("show", "99999", code=2).err
    assert "There is no ticket 99999 on this computer. Older tickets are kept on the server." in (
        missing
    )
    server.start()
    anna("sync", "--once", "--keep-days", "0")
    listed = anna("list", "--json")
    assert {row["subject"] for row in listed.json} == {"Plotter", "Printer", "Scanner"}
    assert listed.err == ""


def test_an_engine_lets_go_and_fetches_what_is_opened(server: Served, tmp_path: Path) -> None:
    ticket, other = old(server, "Plotter"), old(server, "Scanner")
    number = str(server.desk.row("ticket", ticket)["number"])
    anna = Deskside(tmp_path / "anna", server.url, "anna")
    anna.first()
    store = anna.store()
    here = "SELECT html FROM message WHERE ticket_id = ?"
    with engine(anna.folder) as running:
        running.sign_in(server.url, "anna")
        running.state("synced")
        assert store.sql(here, (ticket,)) == [("<p>Plotter</p>",)]
        running.say(link.KeepDays(days=30))
        running.state("synced", lambda state: state.partial)
        assert store.sql(here, (ticket,)) == []
        row = {"id": new_id(), "ticket_id": other, "agent_id": server.people["boris"].id}
        row["scope"] = f"q:{server.desk.queue('Network')}"
        server.desk.path.run(lambda writer: writer.insert("watcher", row))
        until(lambda: store.sql("SELECT 1 FROM ticket WHERE id = ?", (other,)), 20, "its ticket")
        running.say(link.FetchTicket(number=number))
        fetched = running.heard(link.TicketFetched)
        assert (fetched.ids, fetched.code) == ((ticket,), "")
        assert store.sql(here, (ticket,)) == [("<p>Plotter</p>",)]
        running.say(link.FetchTicket(ticket="nothing"))
        assert running.heard(link.TicketFetched, lambda said: said.ticket == "nothing").ids == ()
        server.stop()
        running.say(link.FetchTicket(ticket=ticket))
        assert running.heard(link.TicketFetched, lambda said: said.ticket == ticket).code
    store.close()
