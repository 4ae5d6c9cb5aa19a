from __future__ import annotations

import json
from pathlib import Path

import pytest
from playhouse.test_utils import assert_query_count

from models.commands import AddNote, AddReply, CreateTicket, FileRef, FirstMessage, SetTicket
from models.errors import NotFound
from models.ids import new_id
from models.queries import conversation, directory, people, plain, status
from models.richtext import from_plain
from models.rows import EventRow, MessageRow
from tests.helpers.local import ANNA, NOW, LocalDesk

TICKET_KEYS = (
    "id number alias source subject status waiting_for priority queue category assignee requester "
    "company tags created_at_ms due_at_ms"
).split()
MESSAGE_KEYS = "id kind author at_ms text html source files".split()
EVENT_KEYS = "at_ms who what old new".split()


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    made = LocalDesk.made(tmp_path)
    made.put("category", id="vpn", key="vpn", parent_id="net", names='{"en": "VPN", "bg": "ВПН"}')
    made.put("category", id="net", key="network", names='{"en": "Network"}')
    made.put("company", id="k", name="Kontur")
    made.put("contact", id="c", name="Olga", email="olga@kontur.example", company_id="k")
    made.ticket("vpn", number=12, requester_id="c", company_id="k", category_id="vpn")
    return made


def test_the_head_of_a_ticket(desk: LocalDesk) -> None:
    with assert_query_count(2):
        head = conversation.ticket_header(desk.store, "vpn", "bg")
    assert (head.number, head.queue_name, head.category_name) == ("12", "Network", "ВПН")
    assert (head.requester_name, head.company_name, head.assignee_name) == ("Olga", "Kontur", "")
    with pytest.raises(NotFound):
        conversation.ticket_header(desk.store, "nowhere")


def test_the_newest_words_and_the_acts_between_them_oldest_first(desk: LocalDesk) -> None:
    for n in range(6):
        desk.do(AddNote(ticket_id="vpn", html=f"<p>{n}</p>"), NOW + n * 10)
    desk.do(SetTicket(id="vpn", set={"priority": "high"}), NOW + 35)
    desk.do(SetTicket(id="vpn", set={"priority": "low"}), NOW + 5)
    shown = conversation.conversation(desk.store, "vpn", limit=3)
    words = [item.html if isinstance(item, MessageRow) else item.what for item in shown]
    assert words == ["<p>3</p>", "priority", "<p>4</p>", "<p>5</p>"]
    assert all(item.unsent for item in shown if isinstance(item, MessageRow))
    assert [event.new for event in conversation.events(desk.store, "vpn")] == ["low", "high"]
    assert isinstance(shown[1], EventRow)


def test_a_file_tells_how_its_upload_from_here_stands(desk: LocalDesk) -> None:
    file = FileRef(new_id(), "a" * 64, "a.png", "image/png", 1)
    note = AddNote(ticket_id="vpn", html="<p>x</p>", files=(file,))
    desk.do(note)

    def told() -> tuple[str, str]:
        (row,) = conversation.files_of(desk.store, "vpn")[note.id]
        return row.upload, row.upload_reason

    assert told() == ("", "")
    insert = "INSERT INTO file_transfer VALUES (?, 'up', ?, 1, 'waiting', 0, NULL)"
    desk.store.sql(insert, (f"up:{file.sha256}", file.sha256))
    assert told() == ("waiting", "")
    desk.store.sql("UPDATE file_transfer SET state = 'failed', reason = 'Gone.'")
    assert told() == ("failed", "Gone.")
    desk.store.sql("UPDATE file_transfer SET state = 'done'")
    assert told() == ("", "")


def test_opening_a_conversation_costs_five_queries(desk: LocalDesk) -> None:
    for n in range(9):
        file = FileRef(new_id(), f"{n:064}", "a.png", "image/png", 1)
        desk.do(AddReply(ticket_id="vpn", html="<p>x</p>", files=(file,)))
    with assert_query_count(5):
        shown = conversation.conversation(desk.store, "vpn")
    assert all(len(item.files) == 1 for item in shown if isinstance(item, MessageRow))


def test_a_ticket_is_found_by_number_alias_and_id(desk: LocalDesk) -> None:
    command = CreateTicket(set={"subject": "s", "queue_id": "network"})
    desk.do(command)
    alias = desk.row("ticket", command.id)["alias"]
    for typed in (alias, alias.lower(), f" #{alias}", command.id, command.id.upper()):
        assert conversation.find_ticket(desk.store, typed) == [command.id]
    assert conversation.find_ticket(desk.store, "#12") == ["vpn"]
    for typed in ("13", "", "#", "²", "١٢x", "9" * 30, "'; --", "N-"):
        assert conversation.find_ticket(desk.store, typed) == []


def test_an_alias_of_two_tickets_lists_both(desk: LocalDesk) -> None:
    desk.ticket("a", alias="N-AAAAAA")
    desk.ticket("b", alias="N-AAAAAA", number=5)
    assert sorted(conversation.find_ticket(desk.store, "n-aaaaaa")) == ["a", "b"]


def test_other_tickets_of_the_requester_newest_first(desk: LocalDesk) -> None:
    from models.rows import Clock

    for n in range(3):
        desk.ticket(f"t{n}", requester_id="c", activity_at_ms=NOW + n)
    found = conversation.requester_tickets(desk.store, "c", ANNA, Clock(NOW, NOW), limit=2)
    assert [row.id for row in found] == ["t2", "t1"]


def test_the_plain_value_of_a_ticket_has_the_keys_of_the_contract(desk: LocalDesk) -> None:
    command = CreateTicket(
        set={"subject": "Печать", "queue_id": "network", "tags": ["vip"], "requester_id": "c"},
        message=FirstMessage(
            kind="customer",
            html=from_plain("line 1\r\n\r\n  line 2 <b>"),
            author_name="Olga",
            files=(FileRef(new_id(), "a" * 64, "shot.png", "image/png", 7),),
        ),
    )
    desk.do(command)
    value = plain.ticket_value(desk.store, command.id)
    json.dumps(value)
    assert [*TICKET_KEYS, "messages", "events"] == [key for key in value if key != "source_id"]
    assert list(value["messages"][0]) == MESSAGE_KEYS
    assert list(value["events"][0]) == EVENT_KEYS
    assert value["number"] == value["alias"] == desk.row("ticket", command.id)["alias"]
    assert value["requester"] == "Olga <olga@kontur.example>"
    assert (value["queue"], value["tags"], value["category"]) == ("Network", ["vip"], None)
    message = value["messages"][0]
    assert message["text"] == "line 1\n\n  line 2 <b>"
    assert message["files"][0]["name"] == "shot.png"
    assert value["events"][0] == {
        "at_ms": NOW,
        "who": ANNA.name,
        "what": "created",
        "old": None,
        "new": "desk",
    }


def test_plain_values_come_in_the_order_asked_for_and_without_bodies(desk: LocalDesk) -> None:
    for n in range(3):
        desk.ticket(f"t{n}", number=20 + n)
    values = list(plain.ticket_values(desk.store, ["t2", "nowhere", "t0", "vpn"]))
    assert [value["number"] for value in values] == ["22", "20", "12"]
    assert [key for key in values[0] if key != "source_id"] == TICKET_KEYS
    assert (values[2]["category"], values[2]["company"]) == ("vpn", "Kontur")


def test_a_plain_value_of_a_ticket_that_is_gone_is_an_error_of_ours(desk: LocalDesk) -> None:
    with pytest.raises(NotFound):
        plain.ticket_value(desk.store, "nowhere")


def test_categories_have_their_path_even_in_a_circle(desk: LocalDesk) -> None:
    desk.put("category", id="a", parent_id="b", key="a", names="{}")
    desk.put("category", id="b", parent_id="a", key="b", names="")
    rows = {row.id: row.path for row in directory.categories(desk.store, "ru")}
    assert rows["vpn"] == ("Network", "VPN")
    assert len(rows["a"]) <= 9


def test_people_and_queues(desk: LocalDesk) -> None:
    desk.put("queue", id="vault", name="Vault", position=9)
    desk.ticket("t", assignee_id="agent-boris")
    assert [(row.login, row.open_count) for row in people.agents(desk.store)] == [
        ("anna", 0),
        ("boris", 1),
    ]
    mine = {row.name: row.mine for row in people.queues(desk.store, ANNA)}
    assert mine == {"Network": True, "Access rights": True, "Vault": False}
    for typed in ("olg", "KONTUR olga", "olga@", ""):
        assert [row.id for row in people.contacts(desk.store, typed)] == ["c"]
    assert people.contacts(desk.store, "boris") == []


def test_what_waits_is_counted_and_listed(desk: LocalDesk) -> None:
    desk.do(SetTicket(id="vpn", set={"priority": "high"}))
    note = AddNote(ticket_id="vpn", html="<p>x</p>")
    desk.do(note)
    desk.store.sql("UPDATE outbox SET state = 'refused', reason = 'no' WHERE mid = 2")
    now = status.sync_status(desk.store)
    assert (now.waiting, now.attention, now.tickets_here, now.synced_at_ms) == (1, 1, 1, None)
    rows = status.outbox(desk.store)
    assert [(row.mid, row.kind, row.state, row.ticket, row.reason) for row in rows] == [
        (1, "set_fields", "queued", "12", None),
        (2, "add_note", "refused", "12", "no"),
    ]
    desk.store.sql("UPDATE outbox SET state = 'settled' WHERE mid = 1")
    assert [row.mid for row in status.outbox(desk.store)] == [2]
    assert [row.mid for row in status.outbox(desk.store, everything=True)] == [1, 2]
