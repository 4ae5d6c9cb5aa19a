from __future__ import annotations

from pathlib import Path

import pytest

from models import drafts, profile
from models.commands import FileRef, Put
from models.ids import new_id
from models.queries import notes
from tests.helpers.local import ANNA, NOW, LocalDesk


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    return LocalDesk.made(tmp_path)


def journal(desk: LocalDesk) -> list[str]:
    return [row[0] for row in desk.store.sql("SELECT html FROM draft_journal ORDER BY id")]


def test_each_ticket_has_a_reply_and_a_note_of_its_own(desk: LocalDesk) -> None:
    drafts.save_draft(desk.store, "t", "reply", "dear", NOW)
    drafts.save_draft(desk.store, "t", "note", "psst", NOW + 1)
    drafts.save_draft(desk.store, "t", "reply", "dear all", NOW + 2)
    shown = [(row.kind, row.html) for row in notes.drafts(desk.store)]
    assert shown == [("reply", "dear all"), ("note", "psst")]
    drafts.drop_draft(desk.store, "t", "reply")
    assert notes.draft(desk.store, "t", "reply") is None
    kept = notes.draft(desk.store, "t", "note")
    assert kept is not None
    assert kept.html == "psst"
    assert "dear all" in journal(desk)


def test_a_draft_needs_no_ticket_and_no_network(desk: LocalDesk) -> None:
    drafts.save_draft(desk.store, "nowhere", "reply", "<p>x</p>", NOW)
    assert desk.store.sql("SELECT COUNT(*) FROM outbox") == [(0,)]
    assert notes.draft(desk.store, "nowhere", "reply") is not None


def test_the_journal_keeps_a_version_each_half_minute_and_the_newest_200(desk: LocalDesk) -> None:
    for n in range(6):
        drafts.save_draft(desk.store, "t", "reply", str(n), NOW + n * 10_000)
    assert journal(desk) == ["2", "5"]
    for n in range(205):
        drafts.save_draft(desk.store, "t", "reply", f"v{n}", NOW + DAY + n * 30_000)
    assert journal(desk) == [f"v{n}" for n in range(5, 205)]


DAY = 86_400_000


def test_what_was_deleted_within_half_a_minute_can_be_had_again(desk: LocalDesk) -> None:
    drafts.save_draft(desk.store, "t", "reply", "a long careful answer", NOW)
    drafts.save_draft(desk.store, "t", "reply", "", NOW + 1_000)
    assert "a long careful answer" in journal(desk)


def test_a_new_draft_does_not_overwrite_the_journal_of_one_that_was_sent(desk: LocalDesk) -> None:
    drafts.save_draft(desk.store, "t", "reply", "first answer", NOW)
    drafts.drop_draft(desk.store, "t", "reply")
    drafts.save_draft(desk.store, "t", "reply", "second", NOW + 1_000)
    assert journal(desk) == ["first answer", "second"]


def test_a_draft_lasts_as_long_as_it_has_words_or_files(desk: LocalDesk) -> None:
    file = FileRef(id="f", sha256="ab" * 32, name="лог.txt", media_type="text/plain", size_bytes=1)
    other = FileRef(id="g", sha256="cd" * 32, name="b", media_type="text/plain", size_bytes=2)
    drafts.save_draft_files(desk.store, "t", "reply", (file, other), NOW)
    assert drafts.draft_files(desk.store, "t", "reply") == (file, other)
    assert drafts.draft_files(desk.store, "t", "note") == ()
    assert notes.draft(desk.store, "t", "reply") is not None
    drafts.save_draft(desk.store, "t", "reply", "words", NOW)
    drafts.drop_draft(desk.store, "t", "reply")
    kept = notes.draft(desk.store, "t", "reply")
    assert kept is not None
    assert kept.html == ""
    drafts.save_draft(desk.store, "t", "reply", "words", NOW)
    drafts.save_draft_files(desk.store, "t", "reply", (), NOW)
    assert notes.draft(desk.store, "t", "reply") is not None
    drafts.drop_draft(desk.store, "t", "reply")
    assert notes.draft(desk.store, "t", "reply") is None


def test_ones_notes_newest_first(desk: LocalDesk) -> None:
    file = '{"id":"f","sha256":"' + "a" * 64 + '","name":"n","media_type":"m","size_bytes":1}'
    for n in range(3):
        values = {"html": f"<p>{n}</p>", "files": f"[{file}]", "updated_at_ms": n}
        desk.do(Put(entity="personal_note", id=new_id(), set=values))
    desk.put("personal_note", id="theirs", scope="u:agent-boris", html="secret")
    shown = notes.personal_notes(desk.store, ANNA)
    assert [row.html for row in shown] == ["<p>2</p>", "<p>1</p>", "<p>0</p>"]
    assert all(row.unsent and row.files[0].name == "n" for row in shown)


def test_the_profile_remembers_and_forgets(desk: LocalDesk) -> None:
    profile.put(desk.store, "k", "1")
    profile.put(desk.store, "k", "2")
    assert profile.number(desk.store, "k") == 2
    profile.put(desk.store, "k", None)
    assert profile.get(desk.store, "k") is None
    assert profile.actor(desk.store) == ANNA


def test_a_name_is_a_folder_below_home_and_a_path_is_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESKSIDE_HOME", str(tmp_path))
    assert profile.Profile.named("anna").folder == tmp_path / "profiles" / "anna"
    assert profile.Profile.named(None).folder == tmp_path / "profiles" / "default"
    assert profile.Profile.named(f"{tmp_path}/x").folder == tmp_path / "x"
    monkeypatch.chdir(tmp_path)
    assert profile.Profile.named("./x").folder == tmp_path / "x"
