"""Open conflicts as the card and the bar show them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from models.commands import AskApproval, Decide, EditMessage, Release, ResolveConflict
from models.queries import conflicts, conversation, inbox, plain
from models.queries.approvals import approvals
from models.rows import Clock, MessageRow
from tests.helpers.local import ANNA, NOW, LocalDesk

MINUTE = 60_000


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    made = LocalDesk.made(tmp_path)
    made.ticket("vpn", number=12, tags='["mtu", "vip"]')
    return made


def put_conflict(desk: LocalDesk, field: str, values: tuple[Any, Any, Any], **row: Any) -> str:
    """Anna's late value over Boris's; ``values`` are base, theirs and mine."""
    base, theirs, mine = (json.dumps(value) for value in values)
    known = {
        "id": f"c-{field}",
        "ticket_id": "vpn",
        "entity": "ticket",
        "ent": "vpn",
        "theirs_id": "agent-boris",
        "theirs_name": "Boris Petrov",
        "theirs_at_ms": NOW - 5 * MINUTE,
        "mine_id": ANNA.id,
        "mine_name": ANNA.name,
        "mine_at_ms": NOW,
        "written_at_ms": NOW - 9 * MINUTE,
        "state": "open",
    }
    given = {**known, "field": field, "base": base, "theirs": theirs, "mine": mine, **row}
    return desk.put("conflict", **given)


def test_ids_are_told_by_the_names_of_what_they_point_to(desk: LocalDesk) -> None:
    desk.put("category", id="net", key="net", names='{"en": "Network", "bg": "Мрежа"}')
    put_conflict(desk, "queue_id", (None, "network", "access"))
    put_conflict(desk, "category_id", (None, None, "net"))
    put_conflict(desk, "assignee_id", (None, "agent-boris", ANNA.id))
    found = conflicts.of_ticket(desk.store, "vpn", "bg")
    names = {row.field: (row.theirs.name, row.mine.name) for row in found}
    assert names == {
        "queue_id": ("Network", "Access rights"),
        "category_id": ("", "Мрежа"),
        "assignee_id": ("Boris Petrov", "Anna Lind"),
    }
    assert {row.number for row in found} == {"12"}
    assert next(row.now.name for row in found if row.field == "queue_id") == "Network"


def test_a_persons_conflicts_are_also_those_without_a_ticket(desk: LocalDesk) -> None:
    desk.put("contact", id="peter", name="Peter Hale", phone="2")
    about = {"ticket_id": None, "entity": "contact", "ent": "peter"}
    put_conflict(desk, "phone", ("1", "2", "3"), **about)
    others = {"mine_id": "agent-boris", "theirs_id": "agent-clara", "id": "others"}
    put_conflict(desk, "priority", ("low", "high", "normal"), **others)
    (row,) = conflicts.of_person(desk.store, ANNA.id)
    assert (row.title, row.number, row.now.value) == ("Peter Hale", "", "2")
    assert conflicts.conflict(desk.store, row.id) == [row]
    assert [row.id for row in conflicts.of_ticket(desk.store, "vpn")] == ["others"]


def test_what_is_settled_or_gone_is_not_asked_about(desk: LocalDesk) -> None:
    settled = put_conflict(desk, "priority", ("low", "high", "normal"))
    desk.put("contact", id="peter", name="Peter Hale", deleted=1)
    about = {"ticket_id": None, "entity": "contact", "ent": "peter"}
    put_conflict(desk, "phone", ("1", "2", "3"), **about)
    done = desk.do(ResolveConflict(id=settled, choice="theirs"))
    assert conflicts.of_person(desk.store, ANNA.id) == []
    assert desk.row("ticket", "vpn")["priority"] == "high"
    assert done.inverse
    desk.do(done.inverse)
    assert [row.id for row in conflicts.of_person(desk.store, ANNA.id)] == [settled]


def test_tags_are_told_only_if_both_changed_them(desk: LocalDesk) -> None:
    put_conflict(desk, "priority", ("low", "high", "normal"))
    found = conflicts.of_ticket(desk.store, "vpn")
    tags = {"ticket_id": "vpn", "what": "tags", "at_ms": NOW}
    desk.put("event", id="e1", new="mtu", who_id=ANNA.id, **tags)
    assert conflicts.merged_tags(desk.store, found) is None
    desk.put("event", id="e2", old="vpn", who_id="agent-boris", **tags)
    merged = conflicts.merged_tags(desk.store, found)
    assert merged is not None
    assert (merged.tags, merged.added) == (("mtu", "vip"), frozenset({"mtu"}))


def test_an_approval_tells_who_asks_whom(desk: LocalDesk) -> None:
    asked = AskApproval(ticket_id="vpn", what="A second gateway", of_id=ANNA.id)
    desk.do(asked)
    desk.do(Decide(id=asked.id, state="rejected", why="too dear"), NOW + 5)
    (row,) = approvals(desk.store, "vpn")
    assert (row.of_name, row.state, row.why) == ("Anna Lind", "rejected", "too dear")
    assert (row.decided_name, row.decided_at_ms) == ("Anna Lind", NOW + 5)


def put_reply(desk: LocalDesk, **row: Any) -> None:
    known = {"ticket_id": "vpn", "kind": "reply", "author_id": ANNA.id, "author_name": ANNA.name}
    text = {"html": "<p>Restart it.</p>", "at_ms": NOW}
    desk.put("message", id="reply", **{**known, **text, **row})


def test_a_held_reply_names_what_came_before_it(desk: LocalDesk) -> None:
    peter = {"kind": "customer", "author_name": "Peter Hale", "at_ms": NOW - MINUTE}
    desk.put("message", id="newer", ticket_id="vpn", html="<p>?</p>", **peter)
    put_reply(desk, delivery="held", delivery_reason="newer")
    shown = conversation.conversation(desk.store, "vpn")[-1]
    assert isinstance(shown, MessageRow)
    assert (shown.held_for, shown.held_for_at_ms) == ("Peter Hale", NOW - MINUTE)

    def held() -> bool:
        (row,) = inbox.ticket_rows(desk.store, ["vpn"], ANNA, Clock(NOW, NOW))
        return row.held

    assert held()
    desk.do(Release(id="reply", act="note"))
    assert not held()


def test_an_edited_message_keeps_what_it_said(desk: LocalDesk) -> None:
    put_reply(desk, delivery="kept")
    desk.do(EditMessage(id="reply", html="<p>Restart it, please.</p>"), NOW + 7)
    shown = conversation.conversation(desk.store, "vpn")[0]
    assert isinstance(shown, MessageRow)
    assert shown.edited_at_ms == NOW + 7
    (version,) = conversation.versions(desk.store, "reply")
    assert (version.html, version.author_name) == ("<p>Restart it.</p>", "Anna Lind")


def test_an_edit_is_based_on_what_its_author_saw(desk: LocalDesk) -> None:
    before = "<p>one</p><p>two</p><p>three</p>"
    put_reply(desk, html=before.replace("one", "ONE"), kind="note")
    desk.do(EditMessage(id="reply", base=before, html=before.replace("three", "THREE")))
    assert desk.row("message", "reply")["html"] == "<p>ONE</p><p>two</p><p>THREE</p>"


def test_the_commands_without_a_window_print_a_held_reply_like_any_other(desk: LocalDesk) -> None:
    put_reply(desk, delivery="held", delivery_reason="newer")
    (message,) = plain.ticket_value(desk.store, "vpn")["messages"]
    assert list(message) == "id kind author at_ms text html source files".split()
    assert message["kind"] == "reply"
