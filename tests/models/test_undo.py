"""Every act can be undone by its inverse, whatever came between."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from models.commands import (
    AddCall,
    AddItem,
    AddNote,
    AddReply,
    AddTime,
    Command,
    CreateTicket,
    Delete,
    DeleteTicket,
    EditItem,
    Link,
    MoveItem,
    Put,
    RemoveItem,
    RestoreTicket,
    SetTicket,
    Split,
    Tags,
    Take,
    TickItem,
    Transfer,
    Unlink,
)
from models.commands.links import REVERSE
from models.commands.tickets import FIELDS
from models.errors import Refused
from models.queries.work import checklist, minutes_spent
from models.rows import PRIORITIES, STATUSES, WAITING_FOR
from tests.helpers.local import ANNA, NOW, LocalDesk

COUNTED = {"handover_count", "solved_at_ms", "reopen_count", "first_reply_at_ms", "customer_at_ms"}
TICKETS = st.sampled_from(["printer", "mouse"])
AGENTS = st.sampled_from([None, ANNA.id, "agent-boris"])
QUEUES = st.sampled_from([None, "network", "access"])
TAGS = st.lists(st.sampled_from(["vip", "a", "б"]), max_size=2).map(tuple)
VALUES = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(STATUSES),
        "waiting_for": st.sampled_from([None, *WAITING_FOR]),
        "wake_at_ms": st.sampled_from([None, NOW, NOW + 60_000]),
        "priority": st.sampled_from(PRIORITIES),
        "assignee_id": AGENTS,
        "subject": st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=5),
        "tier": st.integers(1, 3),
    },
)
ITEMS = st.sampled_from(["a", "b", "c"])
LINK = {"id": TICKETS, "other_id": TICKETS, "role": st.sampled_from(sorted(REVERSE))}
MESSAGES = st.lists(st.sampled_from(["call", "reply", "note"]), min_size=1, max_size=2).map(tuple)
TOLD = {"customer_at_ms": 5, "first_reply_at_ms": 5}  # by its messages
MADE = "0190aaaa-0000-7000-8000-000000000001"
NOTES = st.sampled_from(["note-1", "note-2"])
TEXTS = st.sampled_from(["<p>a</p>", "<p>б</p>"])
ACTS: st.SearchStrategy[Command] = st.one_of(
    st.builds(SetTicket, id=TICKETS, set=VALUES),
    st.builds(Take, id=TICKETS),
    st.builds(Transfer, id=TICKETS, queue_id=QUEUES, assignee_id=AGENTS),
    st.builds(Tags, id=TICKETS, add=TAGS, remove=TAGS),
    st.builds(AddNote, ticket_id=TICKETS, html=TEXTS),
    st.builds(AddReply, ticket_id=TICKETS, html=TEXTS),
    st.builds(AddCall, ticket_id=TICKETS, html=TEXTS),
    st.builds(DeleteTicket, id=TICKETS),
    st.builds(RestoreTicket, id=TICKETS),
    st.builds(Put, entity=st.just("personal_note"), id=NOTES, set=TEXTS.map(lambda t: {"html": t})),
    st.builds(Delete, entity=st.just("personal_note"), id=NOTES),
    st.builds(Link, **LINK),
    st.builds(Unlink, **LINK),
    st.builds(Split, ticket_id=TICKETS, messages=MESSAGES, id=st.just(MADE)),
    st.builds(AddTime, ticket_id=TICKETS, minutes=st.integers(1, 90)),
    st.builds(AddItem, ticket_id=TICKETS, text=ITEMS, id=ITEMS),
    st.builds(EditItem, id=ITEMS, text=st.sampled_from(["A", "B"])),
    st.builds(TickItem, id=ITEMS, done=st.booleans()),
    st.builds(MoveItem, id=ITEMS, after=st.none() | ITEMS),
    st.builds(RemoveItem, id=ITEMS),
    st.builds(CreateTicket, set=st.just({"subject": "new", "queue_id": "access"})),
)


def seen(desk: LocalDesk) -> Any:
    """Everything that a person sees, but for the history, which only grows."""
    fields = ", ".join(sorted(FIELDS | COUNTED))
    return [
        desk.store.sql(f"SELECT id, queue_id, scope, tags, {fields} FROM ticket WHERE deleted = 0"),
        desk.store.sql("SELECT id, html, ticket_id FROM message WHERE deleted = 0 ORDER BY id"),
        desk.store.sql("SELECT ticket_id, other_id, kind FROM link WHERE deleted = 0 ORDER BY id"),
        [minutes_spent(desk.store, ticket) for ticket in ("printer", "mouse")],
        [
            [(item.id, item.text, item.done) for item in checklist(desk.store, ticket)]
            for ticket in ("printer", "mouse")
        ],
        desk.store.sql("SELECT id, html FROM personal_note WHERE deleted = 0 ORDER BY id"),
    ]


@settings(max_examples=80, deadline=None)
@given(st.lists(ACTS, max_size=8))
def test_undoing_everything_gives_what_was_there(acts: list[Command]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = LocalDesk.made(Path(folder))
        desk.ticket("printer", assignee_id=ANNA.id, tags='["vip"]', **TOLD)
        desk.ticket("mouse", status="new")
        for kind in ("call", "reply", "note"):
            desk.put("message", id=kind, ticket_id="printer", kind=kind, scope="q:network", at_ms=5)
        start = seen(desk)
        states: list[tuple[Any, Command]] = []
        for act in acts:
            before = seen(desk)
            try:
                done = desk.do(act)
            except Refused:
                assert seen(desk) == before
                continue
            if done.inverse is None:
                assert seen(desk) == before
            else:
                states.append((before, done.inverse))
        while states:
            before, inverse = states.pop()
            desk.do(inverse)
            assert seen(desk) == before
        assert seen(desk) == start
        desk.store.close()


def test_undoing_a_status_brings_back_for_whom_it_waited(tmp_path: Path) -> None:
    desk = LocalDesk.made(tmp_path)
    desk.ticket("printer", status="new")
    desk.do(SetTicket(id="printer", set={"waiting_for": "customer"}))
    done = desk.do(SetTicket(id="printer", set={"status": "waiting"}))
    assert done.inverse is not None
    desk.do(done.inverse)
    row = desk.row("ticket", "printer")
    assert (row["status"], row["waiting_for"]) == ("new", "customer")
    desk.store.close()
