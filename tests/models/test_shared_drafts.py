"""What one device tells of its drafts, and what it does with those of another one."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from models import drafts, outbox, profile
from models.clock import clock_at
from models.commands import DraftDrop, DraftPut, FileRef, Put
from models.commands.base import HTML_LIMIT_BYTES
from models.commands.drafts import DraftPlace
from models.errors import Refused
from models.perform import Performed
from models.queries.inbox import inbox_page, view_counts
from models.queries.notes import draft
from models.queries.outbox import outbox_lines
from models.queries.status import sync_status
from models.rows import SiblingDraft
from models.shared_drafts import become_another_device, share_drafts, sibling_drafts
from models.unsent import texts
from tests.helpers.local import ANNA, NOW, LocalDesk

FILE = FileRef(id="f", sha256="ab" * 32, name="лог.txt", media_type="text/plain", size_bytes=1)


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    return LocalDesk.made(tmp_path)


def share(desk: LocalDesk) -> list[Performed]:
    return share_drafts(desk.store, ANNA, NOW, "anna-desk")


def type_in(desk: LocalDesk, html: str, kind: str = "reply", ticket: str = "vpn") -> None:
    drafts.save_draft(desk.store, ticket, kind, html, NOW)


def sent(desk: LocalDesk) -> list[tuple[str, str, str]]:
    return desk.store.sql(
        "SELECT kind, state, COALESCE(payload ->> 'html', '') FROM outbox ORDER BY mid"
    )


def leave(desk: LocalDesk) -> None:
    """What waits is on its way now."""
    desk.store.sql("UPDATE outbox SET state = 'sending' WHERE state = 'queued'")


def told(desk: LocalDesk) -> list[tuple[str, str, int]]:
    return desk.store.sql("SELECT kind, html, deleted FROM draft ORDER BY kind")


def sibling(desk: LocalDesk, id: str = "theirs", html: str = "<p>from the laptop</p>") -> None:
    place = msgspec.json.encode(DraftPlace("laptop", 2)).decode()
    row = {"ticket_id": "vpn", "kind": "reply", "html": html, "device": place}
    desk.put("draft", id=id, scope=f"u:{ANNA.id}", updated_at_ms=NOW, **row)


def siblings(desk: LocalDesk) -> tuple[SiblingDraft, ...]:
    return sibling_drafts(desk.store, ANNA, "vpn")


def test_a_stretch_of_typing_is_one_change(desk: LocalDesk) -> None:
    for n in range(20):
        type_in(desk, f"<p>{n}</p>")
        share(desk)
    assert sent(desk) == [("draft_put", "queued", "<p>19</p>")]
    assert told(desk) == [("reply", "<p>19</p>", 0)]
    leave(desk)
    type_in(desk, "<p>more</p>")
    share(desk)
    assert [html for _, _, html in sent(desk)] == ["<p>19</p>", "<p>more</p>"]
    assert desk.store.sql("SELECT COUNT(*) FROM pending_effect") == [(2,)]


def test_what_is_known_is_not_told_again(desk: LocalDesk) -> None:
    type_in(desk, "<p>a</p>")
    type_in(desk, "<p>b</p>", "note")
    type_in(desk, "<p>mine alone</p>", "memo")
    assert [one.command.kind for one in share(desk)] == ["draft_put", "draft_put"]
    assert share(desk) == []
    leave(desk)
    assert share(desk) == []
    assert len(sent(desk)) == 2


def test_a_draft_that_was_sent_or_emptied_goes_everywhere(desk: LocalDesk) -> None:
    type_in(desk, "<p>a</p>")
    share(desk)
    leave(desk)
    drafts.drop_draft(desk.store, "vpn", "reply")
    share(desk)
    assert told(desk) == [("reply", "", 1)]
    assert share(desk) == []
    type_in(desk, "<p>a</p>")
    assert len(share(desk)) == 1, "the same words once more are a new draft"


def test_what_nobody_saw_leaves_nothing(desk: LocalDesk) -> None:
    type_in(desk, "<p>a</p>")
    share(desk)
    drafts.drop_draft(desk.store, "vpn", "reply")
    share(desk)
    assert told(desk) == []
    assert sent(desk) == [("draft_put", "queued", "")]
    drafts.save_draft_files(desk.store, "vpn", "reply", (), NOW)
    assert share(desk) == []


def test_files_stay_and_are_counted(desk: LocalDesk) -> None:
    drafts.save_draft_files(desk.store, "vpn", "reply", (FILE,), NOW)
    share(desk)
    assert b"sha256" not in b"".join(
        row[0].encode() for row in desk.store.sql("SELECT payload FROM outbox")
    )
    become_another_device(desk.store)
    sibling(desk)
    assert [(row.device, row.files) for row in siblings(desk)] == [("laptop", 2)]
    type_in(desk, "<p>words</p>")
    share(desk)
    desk.put("draft", id="empty", scope=f"u:{ANNA.id}", ticket_id="vpn", kind="note")
    desk.put("draft", id="boris", scope="u:agent-boris", ticket_id="vpn", html="<p>his</p>")
    assert [row.id for row in siblings(desk)] == ["theirs"]


def test_what_can_not_travel_does_not_hold_up_the_others(desk: LocalDesk) -> None:
    type_in(desk, f"<p>{'x' * HTML_LIMIT_BYTES}</p>")
    type_in(desk, "<p>b</p>", "note")
    assert [one.command.kind for one in share(desk)] == ["draft_put"]
    assert told(desk) == [("note", "<p>b</p>", 0)]


def test_nobody_waits_for_a_draft(desk: LocalDesk) -> None:
    type_in(desk, "<p>a</p>")
    (one,) = share(desk)
    assert (one.inverse, sync_status(desk.store).waiting) == (None, 0)
    desk.store.sql("UPDATE outbox SET state = 'refused'")
    assert sync_status(desk.store).attention == 0
    desk.store.sql("UPDATE outbox SET state = 'settled', settled_at_ms = ?", (NOW,))
    lines = outbox_lines(desk.store, NOW - 1)
    assert (lines.entries, set(lines.counts.values())) == ((), {0})
    assert [text.what for text in texts(desk.store)] == ["draft"]


def test_the_view_counts_a_ticket_once(desk: LocalDesk) -> None:
    desk.ticket("vpn")
    desk.ticket("printer")
    sibling(desk)
    for kind in ("reply", "note"):
        type_in(desk, "<p>a</p>", kind)
    share(desk)
    type_in(desk, "<p>not told yet</p>", "note", "printer")
    assert view_counts(desk.store, ANNA, clock_at(NOW))["drafts"] == 2
    page = inbox_page(desk.store, "drafts", ANNA, clock_at(NOW))
    assert sorted(row.id for row in page) == ["printer", "vpn"]


def test_a_siblings_draft_is_dropped_as_it_was_seen(desk: LocalDesk) -> None:
    sibling(desk)
    desk.do(DraftDrop(id="theirs", ticket_id="vpn", seen_at_ms=NOW - 1))
    assert len(siblings(desk)) == 1, "newer words stay"
    dropped = desk.do(DraftDrop(id="theirs", ticket_id="vpn", seen_at_ms=NOW))
    assert siblings(desk) == ()
    assert dropped.inverse is not None
    desk.do(dropped.inverse)
    assert [row.html for row in siblings(desk)] == ["<p>from the laptop</p>"]


def test_what_another_device_dropped_stays_here_and_is_told_when_it_changes(
    desk: LocalDesk,
) -> None:
    type_in(desk, "<p>a</p>")
    (one,) = share(desk)
    leave(desk)
    desk.store.sql("UPDATE draft SET deleted = 1")  # as their drop arrives
    assert share(desk) == []
    kept = draft(desk.store, "vpn", "reply")
    assert kept is not None
    assert kept.html == "<p>a</p>"
    type_in(desk, "<p>ab</p>")
    share(desk)
    assert told(desk) == [("reply", "<p>ab</p>", 0)]
    assert one.touched[0] == ("draft", desk.store.sql("SELECT id FROM draft")[0][0])


def test_a_copy_of_the_file_writes_drafts_of_its_own(desk: LocalDesk) -> None:
    type_in(desk, "<p>a</p>")
    share(desk)
    leave(desk)
    type_in(desk, "<p>after the copy</p>")
    share(desk)
    become_another_device(desk.store)
    assert [kind for kind, _, _ in sent(desk)] == ["draft_put", "noop"]
    share(desk)
    assert [row.html for row in siblings(desk)] == ["<p>a</p>"]
    assert sorted(html for _, html, _ in told(desk)) == ["<p>a</p>", "<p>after the copy</p>"]


def test_another_client_of_the_same_device_goes_on_with_its_drafts(desk: LocalDesk) -> None:
    type_in(desk, "<p>a</p>")
    share(desk)
    profile.put(desk.store, "client_id", "client-2")
    type_in(desk, "<p>ab</p>")
    share(desk)
    assert told(desk) == [("reply", "<p>ab</p>", 0)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "boris"},
        {"of": "memo"},
        {"place": DraftPlace("x" * 201)},
        {"place": DraftPlace("x", -1)},
        {"html": "a\x00b"},
    ],
)
def test_what_is_no_draft_of_ones_own_is_refused(desk: LocalDesk, wrong: dict[str, object]) -> None:
    desk.put("draft", id="boris", scope="u:agent-boris", ticket_id="vpn", kind="reply")
    place = DraftPlace("x")
    good = DraftPut(id="new", ticket_id="vpn", of="reply", html="x", place=place, updated_at_ms=1)
    with pytest.raises(Refused):
        desk.do(msgspec.structs.replace(good, **wrong))
    with pytest.raises(Refused):
        desk.do(DraftDrop(id="boris", ticket_id="vpn", seen_at_ms=0))
    desk.do(good)


def test_a_replaced_change_keeps_its_number(desk: LocalDesk) -> None:
    first = desk.do(Put(entity="pin", id="p", set={"ticket_id": "vpn"}))
    desk.do(Put(entity="pin", id="q", set={"ticket_id": "vpn"}))
    other = Put(entity="pin", id="p", set={"ticket_id": "printer"})
    assert outbox.replace(desk.store, first.mid, other, ANNA, NOW).mid == first.mid
    assert desk.row("pin", "p")["ticket_id"] == "printer"
    assert [mid for (mid,) in desk.store.sql("SELECT mid FROM outbox ORDER BY mid")] == [1, 2]
