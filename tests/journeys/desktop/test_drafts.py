"""A draft begun on one computer is offered on the other one, and neither writes over the other."""

from __future__ import annotations

from pathlib import Path

from desktop.editor.sibling_strip import SiblingLine, SiblingStrip
from tests.helpers.desktop import Desktop, SharedDesk, type_text
from tests.journeys.desktop.conftest import MakeDesktop, both_stores

BEGUN, OTHER = "Guten Tag, wir prüfen das", "Добрый день"


@both_stores
def test_a_draft_follows_its_person(
    shared: SharedDesk, desktop: MakeDesktop, tmp_path: Path
) -> None:
    ticket = shared.tickets[0]
    desk, laptop, boris = (
        desktop("anna", shared),
        desktop("anna", shared, "-laptop"),
        desktop("boris", shared),
    )
    for one in (desk, laptop, boris):
        assert one.start()
        one.sign_in()
        one.open(ticket)
    type_text(laptop.editor("reply"), OTHER)
    type_text(desk.editor("reply"), BEGUN)
    desk.focus_list()
    laptop.until(lambda: lines(laptop), "the desk's draft on the laptop")
    (line,) = lines(laptop)
    assert line.words.text().startswith("A draft from ")
    assert laptop.editor("reply").toPlainText() == OTHER
    laptop.picture(tmp_path, "offered")
    line.use.click()
    laptop.until(lambda: laptop.editor("reply").toPlainText() == f"{OTHER}\n{BEGUN}", "both")
    line.drop.click()
    laptop.until(lambda: not lines(laptop), "nothing more to decide")
    laptop.send("reply")
    laptop.until_said(BEGUN)
    laptop.until(lambda: not shared.sql("SELECT 1 FROM draft WHERE deleted = 0"), "no draft left")
    assert desk.editor("reply").toPlainText() == BEGUN, "nothing goes where it is typed"
    assert boris.sql("SELECT COUNT(*) FROM draft") == [(0,)]
    assert not lines(boris)


def lines(one: Desktop) -> list[SiblingLine]:
    return one.find(SiblingStrip).lines()
