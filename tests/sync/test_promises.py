"""Due times and measures on the server, and that a computer without it counts the same."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models import records
from models.commands import (
    AddCall,
    AddNote,
    AddReply,
    Command,
    CreateTicket,
    FirstMessage,
    MergeTickets,
    Put,
    SetTicket,
    Split,
    Transfer,
    UnmergeTicket,
    WithdrawMessage,
)
from models.database import Store
from models.errors import Refused
from models.perform import perform
from models.rows import PRIORITIES, STATUSES
from models.sla.measures import Taken, from_text
from sync.server.imports.report import Report
from sync.server.imports.settings import import_settings
from sync.server.writer import ServerWriter
from tests.helpers.desk import Device, ServerDesk
from tests.helpers.local import LocalDesk
from tests.helpers.person import Person
from tests.helpers.promises import MINUTE, MONDAY, NORMAL, make_promises

COUNTED = ("due_at_ms", "due_what", "warn_at_ms", "measures")


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "files")
    set_clock(made, 0)
    made.promise()
    yield made
    made.store.close()


@pytest.fixture
def anna(desk: ServerDesk) -> Device:
    return desk.device(desk.agent("anna", "Network", "Access", role="lead"))


def set_clock(desk: ServerDesk, minute: int) -> None:
    desk.path.now_ms = lambda: MONDAY + minute * MINUTE


def due(desk: ServerDesk, id: str) -> tuple[Any, ...]:
    row = desk.row("ticket", id)
    moments = (row["due_at_ms"], row["warn_at_ms"])
    return row["due_what"], *(at if at is None else (at - MONDAY) // MINUTE for at in moments)


def test_the_row_that_comes_back_has_its_due_time(desk: ServerDesk, anna: Device) -> None:
    message = FirstMessage(kind="customer", html="<p>x</p>")
    create = CreateTicket(set={"subject": "x", "queue_id": desk.queue("Network")}, message=message)
    answer = anna.send(anna.payloads([create]))
    (line,) = (line for line in answer.rows if line.kind == "ticket")
    assert line.row is not None
    assert (line.row["due_what"], line.row["due_at_ms"]) == ("first_response", MONDAY + 3_600_000)
    assert desk.row("ticket", create.id)["rev"] == line.rev == 1


def test_one_push_gives_one_revision(desk: ServerDesk, anna: Device) -> None:
    id = desk.ticket("Network")
    set_clock(desk, 10)
    anna.push(AddReply(ticket_id=id, html="<p>soon</p>"))
    assert due(desk, id) == ("solution", 480, 360)
    assert desk.row("ticket", id)["rev"] == 2


def test_a_new_policy_counts_open_tickets_anew(desk: ServerDesk, anna: Device) -> None:
    open_, done = desk.ticket("Network"), desk.ticket("Network", status="done")
    before = desk.row("ticket", done)
    body = json.dumps({**NORMAL, "first_response": 30})
    anna.push(Put(entity="sla_policy", id="policy-normal", set={"body": body}))
    assert due(desk, open_) == ("first_response", 30, 22)
    assert desk.row("ticket", open_)["rev"] == 2
    assert desk.row("ticket", done) == before
    assert any(line.id == open_ for line in anna.pull())


def test_another_plan_counts_the_companys_tickets_anew(desk: ServerDesk, anna: Device) -> None:
    promise_gold = {"plan": "gold", "first_response": 5}
    anna.push(
        Put(entity="company", id="c", set={"name": "C"}),
        Put(
            entity="sla_policy",
            set={"key": "gold", "calendar": "office", "body": json.dumps(promise_gold)},
        ),
    )
    theirs, other = desk.ticket("Network", company_id="c"), desk.ticket("Network")
    anna.push(Put(entity="company", id="c", set={"plan": "gold"}))
    assert due(desk, theirs) == ("first_response", 5, 3)
    assert due(desk, other) == ("first_response", 60, 45)


def test_another_name_of_a_queue_is_another_policy(desk: ServerDesk, anna: Device) -> None:
    id = desk.ticket("Network")
    asked = {"queue": "Lines", "first_response": 7}
    anna.push(
        Put(
            entity="sla_policy",
            set={"key": "lines", "calendar": "office", "body": json.dumps(asked)},
        )
    )
    assert due(desk, id)[1] == 60
    anna.push(Put(entity="queue", id=desk.queue("Network"), set={"name": "Lines"}))
    assert due(desk, id)[1] == 7


def test_imported_settings_count_open_tickets_anew(desk: ServerDesk, tmp_path: Path) -> None:
    id = desk.ticket("Network")
    file = tmp_path / "settings.toml"
    file.write_text('[sla_policies.normal]\ncalendar = "office"\nfirst_response = 12\n')
    import_settings(desk.store, file, Report("settings"))
    assert due(desk, id) == ("first_response", 12, 9)
    desk.store.sql("UPDATE ticket SET due_at_ms = NULL, due_what = NULL")
    import_settings(desk.store, file, Report("settings"))
    assert due(desk, id) == ("first_response", 12, 9)


def test_a_broken_calendar_is_refused_with_its_sentence(desk: ServerDesk, anna: Device) -> None:
    body = json.dumps({"timezone": "UTC"})
    (outcome,) = anna.push(Put(entity="calendar", id="calendar-office", set={"body": body}))
    assert outcome.s == "rejected"
    assert "never be open" in outcome.sentence


def test_notes_ask_nothing_about_promises(
    desk: ServerDesk, anna: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = desk.ticket("Network")
    asked: list[str] = []
    sql = Store.sql

    def noted(store: Store, text: str, *rest: Any) -> Any:
        asked.append(text)
        return sql(store, text, *rest)

    monkeypatch.setattr(Store, "sql", noted)
    anna.push(*(AddNote(ticket_id=id, html=f"<p>{n}</p>") for n in range(20)))
    assert not [text for text in asked if "sla_policy" in text]
    anna.push(*(AddReply(ticket_id=id, html=f"<p>{n}</p>") for n in range(20)))
    assert len([text for text in asked if "sla_policy" in text]) == 1


STATUS_SQL = """
SELECT old, SUM(at_ms - since) FROM (
  SELECT old, at_ms, COALESCE(LAG(at_ms) OVER (ORDER BY at_ms, id), ?) AS since
  FROM event WHERE ticket_id = ? AND what = 'status' AND deleted = 0) AS told
GROUP BY old HAVING SUM(at_ms - since) > 0"""
REPLY_SQL = """
SELECT (MIN(m.at_ms) - ?) / 60000 FROM message m
WHERE m.ticket_id = ? AND m.kind = 'reply' AND m.deleted = 0"""
DONE_SQL = """
SELECT (MAX(at_ms) - ?) / 60000 FROM event
WHERE ticket_id = ? AND what = 'status' AND new = 'done' AND deleted = 0"""


def test_measures_are_those_of_the_history(desk: ServerDesk, anna: Device) -> None:
    """Nine hours a day: 90 minutes of Monday, then all of Tuesday until five past ten."""
    id = desk.ticket("Network")
    acts: list[tuple[int, Command]] = [
        (30, AddReply(ticket_id=id, html="<p>what does it say?</p>")),
        (40, SetTicket(id=id, set={"status": "waiting", "waiting_for": "customer"})),
        (60, AddCall(ticket_id=id, html="<p>it says 809</p>")),
        (60, SetTicket(id=id, set={"status": "open"})),
        (24 * 60 + 65, SetTicket(id=id, set={"status": "done"})),
    ]
    for minute, act in acts:
        set_clock(desk, minute)
        anna.push(act)

    found = from_text(desk.row("ticket", id)["measures"])
    asked = (MONDAY, id)
    assert found.dwelt_ms == dict(desk.store.sql(STATUS_SQL, asked))
    assert found.taken["first_response"] == Taken(30, desk.store.sql(REPLY_SQL, asked)[0][0])
    solved = desk.store.sql(DONE_SQL, asked)[0][0]
    assert found.taken["solution"] == Taken(9 * 60 + 65 - 20, solved) == Taken(585, 1505)


ACTS = st.sampled_from(
    "reply note call status priority queue category plan due withdraw merge unmerge split "
    "undo customer".split()
)
STEPS = st.lists(
    st.tuples(ACTS, st.integers(0, 1), st.integers(0, 11), st.integers(1, 900)), max_size=14
)


class Twin:
    """A desk, and a computer that has all of it and hears nothing more: both do the same acts."""

    def __init__(self, folder: Path) -> None:
        self.desk = ServerDesk.made(f"sqlite:///{folder / 'desk.db'}", folder)
        self.desk.store.db.execute_sql("PRAGMA synchronous = OFF")
        set_clock(self.desk, 0)
        extra = {"access": {"queue": "Access", "first_response": 25, "paused_by": ["new"]}}
        vpn = {"category": "net", "update": 20, "solution": 240, "wall_clock": ["update"]}
        gold = {"plan": "gold", "first_response": 20, "update": 30, "solution": 90, "warn": 50}
        self.desk.promise(**extra, vpn=vpn, gold=gold)
        actor = self.desk.agent("anna", "Network", "Access", role="lead")
        self.device = self.desk.device(actor)
        self._directory()
        self.tickets = [self.desk.ticket("Network", company_id="c") for _ in range(2)]
        self.person = Person.made(folder / "anna", self.desk, actor)
        self.person.cycle.exchange()
        self.said: list[str] = []
        self.inverse: Command | None = None

    def _directory(self) -> None:
        def step(writer: ServerWriter) -> None:
            writer.insert("company", {"id": "c", "scope": "ws", "plan": ""})
            writer.insert("category", {"id": "net", "scope": "ws", "key": "net"})

        self.desk.path.run(step)

    def close(self) -> None:
        self.desk.store.close()
        self.person.store.close()

    def do(self, act: str, which: int, n: int, at_ms: int) -> None:
        """Both sides do it at the same moment, with the ids that the computer gave."""
        command = self._command(act, self.tickets[which], n, at_ms)
        if command is None:
            return
        self.desk.path.now_ms = lambda: at_ms
        try:
            performed = perform(self.person.store, command, self.person.actor, at_ms)
        except Refused:
            return
        self.inverse = performed.inverse
        (outcome,) = self.device.push(performed.command)
        assert outcome.s in ("applied", "conflict", "held"), (performed.command, outcome)

    def _command(self, act: str, id: str, n: int, at_ms: int) -> Command | None:
        other = self.tickets[1 - self.tickets.index(id)]
        commands: dict[str, Command | None] = {
            "call": AddCall(ticket_id=id, html="<p>x</p>"),
            "note": AddNote(ticket_id=id, html="<p>x</p>"),
            "priority": SetTicket(id=id, set={"priority": PRIORITIES[n % 4]}),
            "queue": Transfer(id=id, queue_id=self.desk.queue(["Network", "Access"][n % 2])),
            "category": SetTicket(id=id, set={"category_id": [None, "net"][n % 2]}),
            "plan": Put(entity="company", id="c", set={"plan": ["", "gold"][n % 2]}),
            "due": SetTicket(id=id, set={"due_at_ms": [None, at_ms + n * MINUTE][n % 2]}),
            "merge": MergeTickets(id=id, into_id=other),
            "unmerge": UnmergeTicket(id=id),
            "undo": self.inverse,
            "split": Split(ticket_id=id, messages=tuple(self.said[-1:])),
            "withdraw": WithdrawMessage(id=self.said[-1]) if self.said else None,
        }
        if act == "reply":
            reply = AddReply(ticket_id=id, html="<p>x</p>")
            self.said.append(reply.id)
            return reply
        if act == "status":
            status = STATUSES[n % 5]
            more = {"wake_at_ms": at_ms + n * 50 * MINUTE} if status == "postponed" else {}
            return SetTicket(id=id, set={"status": status, **more})
        if act == "customer":
            message = FirstMessage(kind="customer", html="<p>x</p>")
            queue_id = self.desk.queue("Network")
            return CreateTicket(set={"subject": "x", "queue_id": queue_id}, message=message)
        return commands[act]

    def counted(self, store: Store) -> dict[str, dict[str, Any]]:
        rows = records.select(store, "ticket", {})
        return {row["id"]: {name: row[name] for name in COUNTED} for row in rows}


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_a_computer_without_the_server_counts_the_same(
    steps: list[tuple[str, int, int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(Twin(Path(folder))) as twin:
        at_ms = MONDAY
        for act, which, n, minutes in steps:
            at_ms += minutes * MINUTE
            twin.do(act, which, n, at_ms)
        assert twin.counted(twin.person.store) == twin.counted(twin.desk.store)
        twin.person.cycle.exchange()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    start=st.integers(0, 55),
    pauses=st.lists(st.tuples(st.integers(0, 300), st.integers(0, 3000)), max_size=4),
)
def test_waiting_never_makes_it_due_earlier(start: int, pauses: list[tuple[int, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = LocalDesk.made(Path(folder))
        make_promises(desk.put)
        create = CreateTicket(set={"subject": "x", "queue_id": "network"})
        at_ms = MONDAY + start * MINUTE
        desk.do(create, at_ms)
        due_at_ms = desk.row("ticket", create.id)["due_at_ms"]
        for before, length in pauses:
            at_ms += before * MINUTE
            desk.do(SetTicket(id=create.id, set={"status": "waiting"}), at_ms)
            at_ms += length * MINUTE
            desk.do(SetTicket(id=create.id, set={"status": "open"}), at_ms)
            now_due = desk.row("ticket", create.id)["due_at_ms"]
            assert now_due >= due_at_ms
            due_at_ms = now_due
        desk.store.close()
