"""A day's acts of every kind, done without a server and sent later, leave the store as the same
acts leave it that were done while it was there."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from models import profile as profiles
from models import records
from models.clock import wall_ms
from models.commands import (
    AddCall,
    AddItem,
    AddNote,
    AddReply,
    AddTime,
    AskApproval,
    Command,
    CreateTicket,
    Decide,
    Delete,
    DeleteTicket,
    EditItem,
    EditMessage,
    FirstMessage,
    Link,
    MarkRead,
    MoveItem,
    Put,
    RemoveItem,
    RestoreTicket,
    ReturnMessage,
    SetTicket,
    Split,
    Tags,
    Take,
    TickItem,
    Transfer,
    Unlink,
    Unsplit,
    WithdrawMessage,
    WithdrawTime,
)
from models.database import Store
from models.drafts import drop_draft, save_draft
from models.perform import perform
from models.tables import ENTITIES
from sync.protocol import link
from tests.helpers.engine import EngineProcess, engine
from tests.helpers.postgres import PostgresCluster
from tests.helpers.server import Served, served
from tests.helpers.waiting import until

OURS = "0190aaaa"
TIMES = re.compile(r"at_ms$|^(rev|number|alias|measures)$")
MANY_ROWS = 50
Row = dict[str, Any]


def id_of(number: int) -> str:
    """The same in both runs, so that ids of side rows are the same as well."""
    return f"{OURS}-0000-7000-8000-{number:012x}"


def acts(ticket: str, other: str, network: str, access: str, boris: str) -> list[Command]:
    """One after the other; each knows what those before it did."""
    made, note, reply, call, memo = (id_of(n) for n in range(1, 6))
    contact, company, pin, asked = (id_of(n) for n in range(6, 10))
    first = FirstMessage(kind="call", html="<p>No tone.</p>", id=id_of(10))
    cable, socket, split, moved, time = (id_of(n) for n in range(14, 19))
    return [
        CreateTicket(id=made, set={"subject": "Phone", "queue_id": network}, message=first),
        AddCall(ticket_id=made, html="<p>Rang again.</p>", id=call),
        AddNote(ticket_id=ticket, html="<p>one</p><p>two</p><p>three</p>", id=note),
        AddReply(ticket_id=ticket, html="<p>We look into it.</p>", id=reply),
        EditMessage(id=note, html="<p>one</p><p>2</p><p>three</p>"),
        Tags(id=ticket, add=("vpn", "mtu")),
        Tags(id=ticket, remove=("mtu",)),
        SetTicket(id=ticket, set={"priority": "high", "product": "1C"}),
        SetTicket(id=made, set={"subject": "Phone has no tone"}),
        Take(id=ticket),
        Take(id=made),
        Transfer(id=other, queue_id=access, note="theirs"),
        Transfer(id=made, assignee_id=boris),
        SetTicket(id=ticket, set={"status": "postponed", "wake_at_ms": 1}),
        SetTicket(id=ticket, set={"status": "done"}, why="solved"),
        SetTicket(id=ticket, set={"status": "open"}),
        DeleteTicket(id=made),
        RestoreTicket(id=made),
        WithdrawMessage(id=call),
        ReturnMessage(id=call),
        Put(entity="personal_note", id=memo, set={"title": "Rack", "html": "<p>4</p>", "at_ms": 1}),
        Put(entity="personal_note", id=memo, set={"html": "<p>4, second PSU</p>"}),
        AddNote(ticket_id=made, html="<p>4, second PSU</p>", id=id_of(11), written_at_ms=1),
        Put(entity="company", id=company, set={"name": "Hale & Co."}),
        Put(entity="contact", id=contact, set={"name": "Peter Hale", "company_id": company}),
        Put(entity="contact", id=contact, set={"phone": "+44 1"}),
        SetTicket(id=made, set={"requester_id": contact, "company_id": company}),
        Put(entity="pin", id=pin, set={"ticket_id": ticket}),
        Put(entity="reminder", id=id_of(12), set={"ticket_id": ticket, "at_ms": 1}),
        Delete(entity="pin", id=pin),
        MarkRead(id=id_of(13), ticket_id=ticket, read_at_ms=1),
        AskApproval(ticket_id=ticket, what="a new gateway", id=asked),
        Decide(id=asked, state="approved", why="cheap"),
        Link(id=made, other_id=ticket, role="parent"),
        Link(id=made, other_id=ticket, role="related"),
        Unlink(id=made, other_id=ticket, role="parent"),
        Split(ticket_id=ticket, messages=(note,), id=split, subject="Another matter"),
        Split(ticket_id=ticket, messages=(reply,), id=moved, uid=id_of(999), subject="Too much"),
        Unsplit(id=moved, of=id_of(999), messages={reply: ticket}),
        AddTime(ticket_id=made, minutes=30, started_at_ms=1, note="called", id=id_of(19)),
        AddTime(ticket_id=made, minutes=3, id=time),
        WithdrawTime(id=time),
        AddItem(ticket_id=split, text="Cable", id=cable),
        AddItem(ticket_id=split, text="Socket", id=socket),
        EditItem(id=cable, text="Red cable"),
        TickItem(id=cable),
        MoveItem(id=cable, after=socket),
        RemoveItem(id=socket),
    ]


@pytest.fixture(params=["sqlite", "postgres"])
def two_stores(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[list[str]]:
    """Two empty stores of one kind."""
    if request.param == "sqlite":
        yield [f"sqlite:///{tmp_path / name}.db" for name in ("first", "second")]
        return
    cluster: PostgresCluster = request.getfixturevalue("postgres")
    with cluster.fresh_database() as first, cluster.fresh_database() as second:
        yield [first, second]


def begun(server: Served, desktop: EngineProcess) -> list[Command]:
    """Everybody and two tickets are there and read; what Anna is going to do."""
    desk = server.desk
    tickets = [
        came_in(server, id_of(901), "VPN drops"),
        came_in(server, id_of(902), "Door is open"),
    ]
    desk.grant("Access", server.people["anna"])
    desktop.sign_in(server.url, "anna")
    desktop.state("synced", lambda state: state.waiting == 0)
    network, access = desk.queue("Network"), desk.queue("Access")
    return acts(tickets[0], tickets[1], network, access, server.people["boris"].id)


def came_in(server: Served, id: str, subject: str) -> str:
    """A ticket that the store itself makes, under an id that lines of history are named after."""
    values = {"subject": subject, "queue_id": server.desk.queue("Network")}
    message = FirstMessage(kind="customer", html=f"<p>{subject}</p>")
    command = CreateTicket(id=id, set=values, message=message)
    server.desk.path.run(lambda writer: command.apply(writer))
    return id


def do(store: Store, number: int, command: Command) -> None:
    """The act, after a draft that was begun and dropped."""
    actor = profiles.actor(store)
    assert actor is not None
    if command.ticket:
        save_draft(store, command.ticket, "note", "<p>half a sent</p>", wall_ms())
        drop_draft(store, command.ticket, "note")
    uid = command.uid if command.uid.startswith(OURS) else id_of(1000 + number)
    perform(store, msgspec.structs.replace(command, uid=uid), actor, wall_ms())


def sent(desktop: EngineProcess, store: Store, count: int) -> None:
    """Wait until so many changes were taken, and none refused."""
    desktop.say(link.Poke())

    def states() -> list[tuple[str, int]]:
        return store.sql("SELECT state, COUNT(*) FROM outbox GROUP BY state")

    until(lambda: states() == [("settled", count)], 30, f"{count} settled")


def told(server: Served) -> Counter[str]:
    """Every row, but for times, numbers and revisions, and ids that the store made."""
    store = server.desk.store
    names: dict[str, str] = {}
    for kind, by in (("agent", "login"), ("queue", "name"), ("ticket", "subject")):
        names |= {row["id"]: f"{kind} {row[by]}" for row in records.select(store, kind, {})}
    return Counter(
        json.dumps({"kind": kind, **plain(names, row)}, sort_keys=True)
        for kind in ENTITIES
        for row in whole(store, kind)
    )


def whole(store: Store, kind: str) -> list[Row]:
    """Every row, also what is in the trash."""
    names = records.columns(kind)
    listed = ", ".join(f'"{name}"' for name in names)
    return [
        dict(zip(names, row, strict=True)) for row in store.sql(f'SELECT {listed} FROM "{kind}"')
    ]


def plain(names: dict[str, str], row: Row) -> Row:
    shown = {name: value for name, value in row.items() if not TIMES.search(name)}
    if row["id"] not in names and not row["id"].startswith(OURS):
        del shown["id"]
    text = json.dumps(shown)
    for id, name in names.items():
        text = text.replace(id, name)
    found: Row = json.loads(text)
    return found


def test_acts_without_a_server_leave_what_acts_with_it_leave(
    two_stores: list[str], tmp_path: Path
) -> None:
    results = []
    for way, url in zip(("online", "offline"), two_stores, strict=True):
        folder = tmp_path / way
        folder.mkdir()
        with served(url, folder) as server, engine(folder / "profile") as desktop:
            commands = begun(server, desktop)
            if way == "offline":
                server.kill()
            store = desktop.profile.open()
            for number, command in enumerate(commands, start=1):
                do(store, number, command)
                if way == "online":
                    sent(desktop, store, number)
            if way == "offline":
                server.start()
            sent(desktop, store, len(commands))
            store.close()
            results.append(told(server))
    assert len(commands) > 30
    assert results[0] - results[1] == results[1] - results[0] == Counter()
    assert results[0].total() > MANY_ROWS
