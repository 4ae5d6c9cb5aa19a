from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from models import indexing, records
from models.commands import WithdrawMessage
from models.perform import perform
from models.search import TOKENS_VERSION, normalise
from sync.engine.index import drain
from tests.models.queries.local_desk import ANNA, NOON_MS, LocalDesk

DAY_MS = 24 * 3_600_000


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LocalDesk]:
    made = LocalDesk.made(tmp_path / "desk.db")
    yield made
    made.store.close()


def documents(desk: LocalDesk) -> int:
    tables = ("search_index", "article_index")
    return sum(desk.store.sql(f"SELECT COUNT(*) FROM {table}")[0][0] for table in tables)


def marked(desk: LocalDesk) -> list[str]:
    return [row[0] for row in desk.store.sql("SELECT ent FROM search_dirty")]


def test_a_note_written_offline_is_found(desk: LocalDesk) -> None:
    ticket = desk.new_ticket("Router")
    desk.index()
    desk.note(ticket, "<p>Replaced the <b>antenna</b></p>")

    assert desk.found("antenna") == []
    desk.index()
    assert desk.found("antenna") == [ticket]


def test_a_ticket_is_found_by_everything_that_names_it(desk: LocalDesk) -> None:
    desk.write("company", "k1", name="ООО «Северный ветер»", latin_name="Severny Veter")
    desk.write("contact", "c1", name="Пётр Ильин", email="p.ilyin@sever.example", company_id="k1")
    people = {"requester_id": "c1", "company_id": "k1"}
    desk.write("ticket", "t1", subject="Laptop", tags='["battery", "warranty"]', **people)
    desk.index()

    for text in ("laptops", "Ильин", "p.ilyin@sever.example", "северный", "veter", "warranty"):
        assert desk.found(text) == ["t1"], text


def test_merged_customers_are_found_by_the_names_of_all(desk: LocalDesk) -> None:
    """Whichever of them a ticket names, and also where they were merged after it was indexed."""
    for kind in ("contact", "company"):
        for number, name in enumerate(("Hale", "Brook", "Marsh")):
            desk.write(kind, f"{kind}{number}", name=f"{name}{kind}")
        named = {"requester_id" if kind == "contact" else "company_id": f"{kind}0"}
        other = {name: f"{kind}1" for name in named}
        desk.write("ticket", f"{kind}-a", subject="Laptop", **named)
        desk.write("ticket", f"{kind}-b", subject="Laptop", **other)
        desk.index()
        assert desk.found(f"Hale{kind}") == [f"{kind}-a"]

        desk.write(kind, f"{kind}0", name=f"Hale{kind}", merged_into=f"{kind}1")
        desk.write(kind, f"{kind}2", name=f"Marsh{kind}", merged_into=f"{kind}1")
        desk.index()
        for name in ("Hale", "Brook", "Marsh"):
            assert desk.found(f"{name}{kind}") == [f"{kind}-a", f"{kind}-b"], name
    assert marked(desk) == []


def test_a_renamed_customer_is_found_by_the_new_name(desk: LocalDesk) -> None:
    desk.write("contact", "c1", name="Peter Hale")
    desk.write("ticket", "t1", subject="Laptop", requester_id="c1")
    desk.index()
    desk.write("contact", "c1", name="Peter Brook")
    desk.index()
    assert (desk.found("Brook"), desk.found("Hale")) == (["t1"], [])


def test_an_edited_text_loses_its_old_words(desk: LocalDesk) -> None:
    ticket = desk.new_ticket("Router")
    desk.write("message", "m1", ticket_id=ticket, html="<p>copper</p>", at_ms=NOON_MS)
    desk.index()
    desk.write("message", "m1", ticket_id=ticket, html="<p>fibre</p>", at_ms=NOON_MS)
    desk.index()

    assert desk.found("copper") == []
    assert desk.found("fibre") == [ticket]


def test_a_withdrawn_note_is_not_found(desk: LocalDesk) -> None:
    ticket = desk.new_ticket("Router")
    desk.write("message", "m1", ticket_id=ticket, author_id="anna", kind="note", html="<p>oops</p>")
    desk.index()
    before = documents(desk)
    perform(desk.store, WithdrawMessage(id="m1"), ANNA, NOON_MS + 2)
    desk.index()

    assert desk.found("oops") == []
    assert documents(desk) == before - 1


@pytest.mark.parametrize(
    ("kind", "columns"),
    [
        ("ticket", {"subject": "gone"}),
        ("message", {"ticket_id": "t", "html": "<p>gone</p>"}),
        ("article", {"title": "gone", "html": ""}),
        ("personal_note", {"title": "gone", "html": ""}),
    ],
)
def test_a_removed_row_loses_its_document(
    desk: LocalDesk, kind: str, columns: dict[str, Any]
) -> None:
    desk.write(kind, "x", **columns)
    desk.index()
    assert documents(desk) == 1
    desk.remove(kind, "x")
    desk.index()

    assert documents(desk) == 0
    assert desk.store.sql("SELECT * FROM search_doc") == []
    assert marked(desk) == []


def test_a_row_that_changes_while_its_words_are_made_comes_again(
    desk: LocalDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.write("ticket", "t1", subject="first")
    desk.write("ticket", "t2", subject="other")

    def edit_and_close() -> None:
        desk.write("ticket", "t1", subject="second")
        desk.store.close()

    def edited_meanwhile(text: str) -> list[str]:
        monkeypatch.undo()
        edit = Thread(target=edit_and_close)
        edit.start()
        edit.join()
        return normalise(text)

    monkeypatch.setattr(indexing, "normalise", edited_meanwhile)

    assert indexing.index_dirty(desk.store) == 1
    assert marked(desk) == ["t1"]
    desk.index()
    assert (desk.found("first"), desk.found("second")) == ([], ["t1"])


def test_draining_stops_when_told_and_goes_on_later(desk: LocalDesk) -> None:
    rows = [records.complete("ticket", {"id": f"t{n}", "subject": "Same"}) for n in range(450)]
    with desk.store.transaction():
        records.put_many(desk.store, "ticket", rows, guard_rev=False)
    asked = iter([False, True])

    assert drain(desk.store, lambda: next(asked)) == 200
    assert len(marked(desk)) == 250
    assert desk.index() == 250
    assert desk.index() == 0


def test_other_token_rules_index_everything_anew(
    desk: LocalDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = desk.new_ticket("Router")
    desk.index()
    monkeypatch.setattr(indexing, "TOKENS_VERSION", TOKENS_VERSION + 1)
    monkeypatch.setattr(indexing, "normalise", lambda text: [f"x{w}" for w in text.lower().split()])

    assert desk.index() == 2
    assert documents(desk) == 2
    assert desk.found("router") == []
    assert desk.found("xrouter") == [ticket]
    assert desk.index() == 0


def test_many_rows_of_one_moment_keep_their_place_in_time(desk: LocalDesk) -> None:
    rows = [
        records.complete("ticket", {"id": f"t{n:04}", "subject": "x", "created_at_ms": NOON_MS})
        for n in range(1_000)
    ]
    with desk.store.transaction():
        records.put_many(desk.store, "ticket", rows, guard_rev=False)
    desk.index()

    first, last = desk.store.sql("SELECT MIN(doc), MAX(doc) FROM search_doc")[0]
    moment = indexing.ORIGIN + NOON_MS // indexing.STEP_MS
    assert documents(desk) == 1_000
    assert moment - 30 * DAY_MS // indexing.STEP_MS < first < last == moment


def test_writing_the_index_leaves_the_file_durable(desk: LocalDesk) -> None:
    desk.new_ticket("Router")
    desk.index()

    assert desk.store.sql("PRAGMA synchronous") == [(2,)]
