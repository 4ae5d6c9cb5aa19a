from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.outbox.outbox_page import OutboxPage
from models.commands import AddNote, SetTicket
from models.errors import Refused
from sync.protocol.link import FileProgress, PauseFile, ResumeFile
from tests.desktop.outbox.conftest import OutboxDesk
from tests.desktop.work.sample import ME, NOON

TICKET = "ticket-12"
NOTE = AddNote(ticket_id=TICKET, html="<p>The <b>tray</b> is bent</p>")
CHANGE = SetTicket(id=TICKET, set={"priority": "high"})


def show(qtbot: QtBot, page: OutboxPage, lines: int) -> None:
    page.resize(1000, 600)
    page.show()
    page.activateWindow()
    qtbot.waitActive(page)
    until_lines(qtbot, page, lines)


def until_lines(qtbot: QtBot, page: OutboxPage, lines: int) -> None:
    qtbot.waitUntil(lambda: len(keys(page)) == lines)


def keys(page: OutboxPage) -> list[str]:
    model = page.model
    return [line.key for n in range(model.rowCount()) if (line := model.line_at(n))]


def select(page: OutboxPage, key: str) -> None:
    page.list.view.setCurrentIndex(page.model.index(page.model.position_of(key)))


def offered(page: OutboxPage) -> dict[str, bool]:
    """Buttons that are shown, and whether they can be pressed."""
    buttons = page.pane.buttons.items()
    return {act: button.isEnabled() for act, button in buttons if not button.isHidden()}


def press(page: OutboxPage, key: Qt.Key) -> None:
    page.list.view.setFocus()
    QTest.keyClick(page.list.view, key)


def test_what_needs_attention_comes_first_and_is_shown_whole(
    qtbot: QtBot, page: OutboxPage, box: OutboxDesk
) -> None:
    box.do(CHANGE)
    box.do(NOTE, "refused", "This ticket is no longer there.", "gone")
    show(qtbot, page, 4)
    assert keys(page) == ["h:attention", "c:2", "h:moving", "c:1"]
    assert page.pane.title.text() == "Internal note"
    assert page.pane.reason.text() == "This ticket is no longer there."
    assert page.pane.text.text() == "The tray is bent"
    assert offered(page) == {"open": True, "edit": True, "retry": True, "withdraw": True}
    select(page, "c:1")
    assert page.pane.title.text() == "Priority changed"
    assert offered(page) == {"open": True, "withdraw": True}


def test_what_is_being_sent_can_neither_be_changed_nor_taken_back(
    qtbot: QtBot, page: OutboxPage, box: OutboxDesk
) -> None:
    box.do(NOTE, "sending")
    show(qtbot, page, 2)
    assert offered(page) == {"open": True, "edit": False, "withdraw": False}
    press(page, Qt.Key.Key_Delete)
    press(page, Qt.Key.Key_E)
    assert box.state(1) == "sending"


def test_a_change_is_taken_back_by_key_and_put_back(
    qtbot: QtBot, page: OutboxPage, box: OutboxDesk
) -> None:
    box.do(NOTE)
    show(qtbot, page, 2)
    with qtbot.waitSignal(page.acts.withdrawn) as told:
        press(page, Qt.Key.Key_Delete)
    until_lines(qtbot, page, 0)
    entry, what = told.args
    assert (entry.mid, what.mids) == (1, (1,))
    assert box.desk.value("SELECT COUNT(*) FROM message") == 0
    page.acts.put_back(what.commands)
    until_lines(qtbot, page, 2)
    assert box.desk.value("SELECT html FROM message") == NOTE.html


def test_a_refused_change_is_tried_again_where_it_stands(
    qtbot: QtBot, page: OutboxPage, box: OutboxDesk
) -> None:
    box.do(CHANGE, "refused")
    show(qtbot, page, 2)
    QTest.mouseClick(page.pane.buttons["retry"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: keys(page) == ["h:moving", "c:2"])
    assert (box.state(1), box.state(2)) == ("withdrawn", "queued")
    assert page.list.selected() is not None


def test_a_text_is_written_anew(qtbot: QtBot, page: OutboxPage, box: OutboxDesk) -> None:
    box.do(NOTE)
    show(qtbot, page, 2)
    with qtbot.waitSignal(page.edit_wanted) as wanted:
        press(page, Qt.Key.Key_E)
    page.acts.rewrite(wanted.args[0], "<p>The tray is fine</p>")
    qtbot.waitUntil(lambda: page.pane.text.text() == "The tray is fine")
    assert box.desk.value("SELECT html FROM message") == "<p>The tray is fine</p>"


def test_what_left_meanwhile_says_so(qtbot: QtBot, page: OutboxPage, box: OutboxDesk) -> None:
    box.do(NOTE)
    show(qtbot, page, 2)
    box.put_state(1, "sending")
    with qtbot.waitSignal(page.acts.refused) as refused:
        press(page, Qt.Key.Key_Delete)
    assert isinstance(refused.args[0], Refused)
    qtbot.waitUntil(lambda: offered(page)["withdraw"] is False)


def test_a_line_that_settles_keeps_its_place_on_the_screen(
    qtbot: QtBot, page: OutboxPage, box: OutboxDesk
) -> None:
    for _ in range(30):
        box.do(CHANGE)
    show(qtbot, page, 31)
    select(page, "c:20")
    bar = page.list.view.verticalScrollBar()
    before = bar.value()
    assert before > 0
    box.put_state(30, "settled")
    page.load()
    qtbot.waitUntil(lambda: "c:30" not in keys(page))
    selected = page.list.selected()
    assert selected is not None
    assert (selected.key, bar.value()) == ("c:20", before)
    box.put_state(20, "refused", "no", "invalid")
    page.load()
    qtbot.waitUntil(lambda: keys(page)[:2] == ["h:attention", "c:20"])
    assert page.list.selected() is not None
    qtbot.waitUntil(lambda: page.pane.reason.text() == "no")


def test_files_go_up_rest_and_go_on(qtbot: QtBot, page: OutboxPage, box: OutboxDesk) -> None:
    box.upload("aa", "waiting")
    box.upload("bb", "failed")
    show(qtbot, page, 4)
    select(page, "f:aa")
    page.file_progressed(
        FileProgress(sha256="aa", direction="up", done_bytes=420, size_bytes=1_000)
    )
    assert page.pane._state.accessibleName() == "42 % uploaded"
    assert offered(page) == {"pause": True}
    press(page, Qt.Key.Key_P)
    select(page, "f:bb")
    assert page.pane.buttons["pause"].text() == "Resume"
    press(page, Qt.Key.Key_P)
    assert box.told == [PauseFile(sha256="aa"), ResumeFile(sha256="bb")]
    box.desk._store.sql("UPDATE file_transfer SET state = 'paused' WHERE sha256 = 'aa'")
    page.file_progressed(FileProgress(sha256="aa", direction="up", state="paused"))
    qtbot.waitUntil(lambda: page.model.percent_of("f:aa") is None)
    select(page, "f:aa")
    qtbot.waitUntil(lambda: page.pane.buttons["pause"].text() == "Resume")


def test_open_leads_to_the_ticket_and_a_conflict_to_where_it_is(
    qtbot: QtBot, page: OutboxPage, box: OutboxDesk
) -> None:
    box.do(CHANGE)
    box.desk.put(
        "conflict", id="x", scope="kb", entity="article", ent="a", field="title",
        mine_id=ME.id, theirs_name="Boris", state="open", mine_at_ms=NOON,
    )  # fmt: skip
    show(qtbot, page, 4)
    with qtbot.waitSignal(page.conflict_opened) as met:
        press(page, Qt.Key.Key_Return)
    assert met.args[0].ent == "a"
    select(page, "c:1")
    with qtbot.waitSignal(page.ticket_opened) as opened:
        press(page, Qt.Key.Key_Return)
    assert opened.args == [TICKET]


def test_what_was_sent_today_is_folded_by_key_and_by_mouse(
    qtbot: QtBot, page: OutboxPage, box: OutboxDesk
) -> None:
    box.do(CHANGE, "settled")
    show(qtbot, page, 1)
    select(page, "h:sent")
    press(page, Qt.Key.Key_Return)
    assert keys(page) == ["h:sent", "c:1"]
    spot: QPoint = page.list.view.visualRect(page.model.index(0)).center()
    QTest.mouseClick(page.list.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert keys(page) == ["h:sent"]


@pytest.mark.parametrize(
    ("confirmed", "title"),
    [(True, "Everything is on the server"), (False, "Nothing waits on this computer")],
)
def test_an_empty_outbox_says_only_what_is_known(
    qtbot: QtBot, page: OutboxPage, confirmed: bool, title: str
) -> None:
    page.show_as_of("As of 12:02.", confirmed=confirmed)
    show(qtbot, page, 0)
    qtbot.waitUntil(lambda: page.empty.isVisible())
    assert page.empty.accessibleName() == f"{title}. As of 12:02."


def test_everything_is_named_and_reached_by_tab(
    qtbot: QtBot, page: OutboxPage, box: OutboxDesk
) -> None:
    box.do(NOTE, "refused")
    show(qtbot, page, 2)
    page.setFocus()
    reached = []
    for _ in range(7):
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.append(widget.accessibleName())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert {"Outbox", "Sync details", "Open", "Edit", "Try again", "Withdraw"} <= set(reached)
