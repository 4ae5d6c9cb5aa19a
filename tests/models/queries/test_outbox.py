from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models import outbox
from models.clock import clock_at
from models.commands import AddNote, CreateTicket, FirstMessage, MarkRead, SetTicket
from models.queries.inbox import ticket_rows
from models.queries.outbox import OutboxEntry, needs_attention, outbox_lines
from models.queries.status import sync_status
from tests.helpers.local import ANNA, NOW, LocalDesk

DAY_START = NOW - 3_600_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LocalDesk]:
    made = LocalDesk.made(tmp_path)
    made.ticket("printer", number=12, subject="Printer is jammed")
    yield made
    made.store.close()


def settle(desk: LocalDesk, mid: int, state: str, reason: str = "", code: str = "") -> None:
    desk.store.sql(
        "UPDATE outbox SET state = ?, reason = ?, code = ?, settled_at_ms = ? WHERE mid = ?",
        (state, reason or None, code or None, NOW, mid),
    )


def shown(desk: LocalDesk) -> list[tuple[str, str, str]]:
    page = outbox_lines(desk.store, DAY_START)
    return [(entry.group, entry.key, entry.state) for entry in page.entries]


def entry(desk: LocalDesk, key: str) -> OutboxEntry:
    return next(each for each in outbox_lines(desk.store, DAY_START).entries if each.key == key)


def held_reply(desk: LocalDesk, id: str, author_id: str) -> None:
    desk.put(
        "message",
        **{"id": id, "scope": "q:network", "ticket_id": "printer", "delivery": "held"},
        **{"html": "<p>We are <b>on</b> it.</p>", "author_id": author_id, "at_ms": NOW},
    )
    desk.store.sql("UPDATE message SET kind = 'reply' WHERE id = ?", (id,))


def conflict(desk: LocalDesk, id: str, mine_id: str, state: str = "open") -> None:
    desk.put(
        "conflict",
        **{"id": id, "scope": "q:network", "ticket_id": "printer", "entity": "ticket"},
        **{"ent": "printer", "field": "priority", "mine_id": mine_id, "state": state},
        **{"theirs_name": "Boris Petrov", "mine_at_ms": NOW},
    )


def test_changes_stand_where_their_state_puts_them(desk: LocalDesk) -> None:
    for priority in ("high", "low", "urgent", "normal"):
        desk.do(SetTicket(id="printer", set={"priority": priority}))
    settle(desk, 1, "refused", "You may not do this.", "forbidden")
    settle(desk, 2, "held", "kept apart", "quarantined")
    settle(desk, 3, "settled")
    desk.do(AddNote(ticket_id="printer", html="<p>The <i>tray</i> is bent</p>"))
    assert shown(desk) == [
        ("attention", "c:2", "held"),
        ("attention", "c:1", "refused"),
        ("moving", "c:4", "queued"),
        ("moving", "c:5", "queued"),
        ("sent", "c:3", "sent"),
    ]
    note, refused = entry(desk, "c:5"), entry(desk, "c:1")
    assert (note.preview, note.number, note.subject) == (
        "The tray is bent",
        "12",
        "Printer is jammed",
    )
    assert (note.has_text, refused.has_text) == (True, False)
    assert (refused.reason, refused.code) == ("You may not do this.", "forbidden")


def test_what_was_sent_before_today_and_read_marks_are_left_out(desk: LocalDesk) -> None:
    desk.do(SetTicket(id="printer", set={"priority": "high"}))
    desk.do(MarkRead(id="r", ticket_id="printer", read_at_ms=NOW))
    settle(desk, 1, "settled")
    settle(desk, 2, "settled")
    assert shown(desk) == [("sent", "c:1", "sent")]
    assert outbox_lines(desk.store, NOW + 1).entries == ()


def test_what_was_taken_back_waits_for_nobody(desk: LocalDesk) -> None:
    done = desk.do(SetTicket(id="printer", set={"priority": "high"}))
    outbox.withdraw(desk.store, done.mid)
    assert shown(desk) == []
    assert sync_status(desk.store).waiting == 0


def test_replies_conflicts_and_uploads_that_ask_for_their_person_are_there(
    desk: LocalDesk,
) -> None:
    held_reply(desk, "mine", ANNA.id)
    held_reply(desk, "theirs", "agent-boris")
    conflict(desk, "x-mine", ANNA.id)
    conflict(desk, "x-boris", "agent-boris")
    conflict(desk, "x-old", ANNA.id, "resolved")
    for name, state in (("aa", "failed"), ("bb", "paused"), ("cc", "waiting"), ("dd", "done")):
        desk.store.sql(
            "INSERT INTO file_transfer (key, direction, sha256, size_bytes, state, tries, reason) "
            "VALUES (?, 'up', ?, 10, ?, 0, NULL)",
            (f"up:{name}", name, state),
        )
    desk.put(
        "message_file",
        **{"id": "f", "scope": "q:network", "ticket_id": "printer", "message_id": "mine"},
        **{"sha256": "aa", "name": "log.txt", "media_type": "text/plain", "size_bytes": 10},
    )
    assert shown(desk) == [
        ("attention", "m:mine", "reply"),
        ("attention", "x:x-mine", "conflict"),
        ("attention", "f:aa", "failed"),
        ("moving", "f:bb", "paused"),
        ("moving", "f:cc", "waiting"),
    ]
    assert entry(desk, "m:mine").preview == "We are on it."
    assert (entry(desk, "f:aa").name, entry(desk, "f:aa").number) == ("log.txt", "12")
    assert entry(desk, "x:x-mine").preview == "Boris Petrov"
    assert sync_status(desk.store).attention == len(needs_attention(desk.store)) == 3
    assert outbox_lines(desk.store, DAY_START).counts == {"attention": 3, "moving": 2, "sent": 0}


def test_the_row_of_a_ticket_tells_that_it_is_stuck(desk: LocalDesk) -> None:
    other = desk.ticket("other")
    done = desk.do(SetTicket(id="printer", set={"priority": "high"}))

    def stuck() -> dict[str, tuple[bool, bool]]:
        rows = ticket_rows(desk.store, ["printer", other], ANNA, clock_at(NOW))
        return {row.id: (row.unsent, row.stuck) for row in rows}

    assert stuck() == {"printer": (True, False), "other": (False, False)}
    settle(desk, done.mid, "refused")
    assert stuck() == {"printer": (False, True), "other": (False, False)}
    settle(desk, done.mid, "settled")
    held_reply(desk, "theirs", "agent-boris")
    assert stuck()["printer"] == (False, False)
    held_reply(desk, "mine", ANNA.id)
    assert stuck()["printer"] == (False, True)


def test_a_new_ticket_that_was_refused_still_says_what_it_was(desk: LocalDesk) -> None:
    first = FirstMessage(kind="customer", html="<p>It is <b>stuck</b></p>")
    made = {"subject": "Door", "queue_id": "network"}
    done = desk.do(CreateTicket(set=made, message=first))
    settle(desk, done.mid, "refused")
    desk.store.sql("DELETE FROM ticket WHERE id <> 'printer'")
    found = entry(desk, f"c:{done.mid}")
    assert (found.subject, found.preview, found.number) == ("Door", "It is stuck", "")


def test_a_change_that_can_not_be_read_is_shown(desk: LocalDesk) -> None:
    done = desk.do(SetTicket(id="printer", set={"priority": "high"}))
    desk.store.sql('UPDATE outbox SET payload = \'{"kind":"later"}\' WHERE mid = ?', (done.mid,))
    assert entry(desk, f"c:{done.mid}").command is None


def test_all_that_was_taken_back_can_be_done_again(desk: LocalDesk) -> None:
    made = CreateTicket(set={"subject": "Door", "queue_id": "network"})
    first = desk.do(made)
    note = desk.do(AddNote(ticket_id=made.id, html="<p>on it</p>"))
    back = outbox.withdraw(desk.store, first.mid)
    assert back.mids == (first.mid, note.mid)
    for command in back.commands:
        desk.do(command)
    assert desk.row("ticket", made.id)["subject"] == "Door"
    assert desk.store.sql("SELECT html FROM message WHERE ticket_id = ?", (made.id,)) == [
        ("<p>on it</p>",)
    ]
