"""A conversation of any length: what is laid out, where it stays, how its text is read."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QTextDocument
from pytestqt.qtbot import QtBot

from desktop.ticket.conversation_model import spoken
from desktop.ticket.conversation_view import ConversationView
from desktop.ticket.image_store import ImageStore, decode
from desktop.ticket.message_layout import LONGEST_SHOWN_CHARS, MessageLayout
from desktop.ticket.words import upload_words
from desktop.work.reader import Reader
from models.database import Store
from models.rows import FileRow, MessageRow
from sync.protocol.link import FileProgress
from tests.desktop.editor.samples import CANONICAL, LINK, SHA
from tests.desktop.editor.typing import press
from tests.desktop.ticket.test_conversation_model import event, message

MANY = [message(f"m{n:04}", html=f"<p>{'слово ' * (n % 90 + 1)}</p>" * 2) for n in range(1000)]


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path) -> Any:
    Store.open(tmp_path / "desk.db", "local").close()
    reader = Reader(tmp_path / "desk.db")
    made = ConversationView(ImageStore(reader, tmp_path / "files"))
    qtbot.addWidget(made)
    made.resize(540, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made
    reader.close()


def at_end(view: ConversationView) -> bool:
    return view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def top_of(view: ConversationView, id: str) -> int:
    return view.visualRect(view._model.index(view._model.row_of(id))).top()


def laid_out(view: ConversationView) -> int:
    return len(view._delegate.layouts._layouts)


def click(qtbot: QtBot, view: ConversationView, spot: QPoint) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def body_spot(view: ConversationView, id: str, dx: int = 10, dy: int = 16) -> QPoint:
    entry = view._model.entry(view._model.row_of(id))
    assert isinstance(entry, MessageRow)
    body = view._delegate.layouts.layout(entry).body
    return view.visualRect(view._model.index(view._model.row_of(id))).topLeft() + (
        body.topLeft() + QPoint(dx, dy)
    )


def test_a_thousand_messages_lay_out_only_what_is_seen(view: ConversationView) -> None:
    view.show_items(MANY, fresh=True)
    assert 2 <= laid_out(view) <= 30
    assert at_end(view)
    last = view.visualRect(view._model.index(999))
    assert last.bottom() <= view.viewport().height()


def test_what_is_seen_has_its_true_height(view: ConversationView) -> None:
    view.show_items(MANY, fresh=True)
    bar = view.verticalScrollBar()
    for value in (bar.maximum() // 2, bar.maximum() // 3, 0):
        bar.setValue(value)
        for row in view._seen_rows():
            height = view.visualRect(view._model.index(row)).height()
            assert height == view._delegate.layouts.measure(view._model.entry(row))


def test_the_place_is_kept_when_something_arrives(view: ConversationView) -> None:
    view.show_items(MANY[:300], fresh=True)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    anchor = view.anchor()
    assert anchor is not None
    view.show_items([*MANY[:300], message("new")], fresh=False)
    assert top_of(view, anchor[0]) == anchor[1]
    view.show_items([message("older"), event("e"), *MANY[:300]], fresh=False)
    assert top_of(view, anchor[0]) == anchor[1]


def test_the_end_is_followed_while_it_is_seen(view: ConversationView) -> None:
    view.show_items(MANY[:50], fresh=True)
    view.show_items([*MANY[:50], message("new")], fresh=False)
    assert at_end(view)
    view.resize(540, 400)
    assert at_end(view)
    view.resize(700, 400)
    assert at_end(view)


def test_the_top_asks_for_earlier_messages(qtbot: QtBot, view: ConversationView) -> None:
    view.show_items(MANY[:50], fresh=True)
    with qtbot.waitSignal(view.earlier_wanted):
        view.verticalScrollBar().setValue(0)


def test_text_is_selected_with_the_mouse(qtbot: QtBot, view: ConversationView) -> None:
    view.show_items([message("a", html="<p>выделить слово</p>")], fresh=True)
    start, end = body_spot(view, "a", 9), body_spot(view, "a", 300)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view.viewport(), end)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    reader = view._reader
    assert reader is not None
    reader.selectAll()
    reader.copy()
    assert QGuiApplication.clipboard().text() == "выделить слово"


def test_a_chosen_message_is_copied_as_its_text(view: ConversationView) -> None:
    view.show_items([message("a", html="<p>выделить слово</p>")], fresh=True)
    view.setCurrentIndex(view.model().index(0, 0))
    press(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "выделить слово"


def test_the_reader_lies_exactly_over_the_painted_text(view: ConversationView) -> None:
    for name in ("table", "code", "quote", "nested lists", "marks"):
        view.show_items([message(name, html=CANONICAL[name])], fresh=True)
        layout = view._delegate.layouts.layout(message(name, html=CANONICAL[name]))
        reader = view.open_reader(0)
        assert reader is not None
        assert reader.size() == layout.body.size()
        assert reader.document().size().height() == layout.document.size().height()
        assert reader.verticalScrollBar().maximum() == 0


def test_a_link_is_chosen_by_a_click(qtbot: QtBot, view: ConversationView) -> None:
    view.show_items([message("a", html=f"<p>{LINK}</p>")], fresh=True)
    with qtbot.waitSignal(view.link_chosen) as chosen:
        click(qtbot, view, body_spot(view, "a", 14, 18))
    assert chosen.args == ["https://example.org/a?b=1&c=2"]


def test_enter_reads_and_escape_goes_back(qtbot: QtBot, view: ConversationView) -> None:
    view.show_items([message("a"), event("e")], fresh=True)
    view.activateWindow()
    view.setFocus()
    view.setCurrentIndex(view._model.index(0))
    press(view, Qt.Key.Key_Return)
    assert view._reader is not None
    press(view._reader, Qt.Key.Key_Escape)
    assert view._reader is None
    view.setCurrentIndex(view._model.index(1))
    press(view, Qt.Key.Key_Return)
    assert view._reader is None


def test_the_reader_loads_nothing(view: ConversationView) -> None:
    view.show_items([message("a")], fresh=True)
    reader = view.open_reader(0)
    assert reader is not None
    for address in ("http://example.org/t.png", "/etc/hostname"):
        assert reader.loadResource(2, QUrl(address)).width() == 120
    assert reader.loadResource(2, QUrl("file:///etc/hostname")).width() == 120


FILES = (
    FileRow("f1", SHA, "снимок.png", "image/png", 900, "pending"),
    FileRow("f2", SHA, "log.txt", "text/plain", 900, "complete"),
)


def test_a_file_is_opened_by_a_click_and_offered_in_the_menu(
    qtbot: QtBot, view: ConversationView
) -> None:
    one = message("a", files=FILES)
    view.show_items([one], fresh=True)
    layout = view._delegate.layouts.layout(one)
    corner = view.visualRect(view._model.index(0)).topLeft()
    with qtbot.waitSignal(view.file_open_requested) as asked:
        click(qtbot, view, corner + layout.files[1][1].center())
    assert asked.args == [FILES[1]]
    menu = view.menu_for(0)
    assert menu is not None
    words = [action.text() for action in menu.actions()]
    assert "Save “log.txt”…" in words
    assert "Copy picture" in words
    menu.close()


UP = "cd" * 32


def progress(sha256: str, **more: Any) -> FileProgress:
    return FileProgress(sha256=sha256, direction="up", **more)


def uploading(state: str, reason: str = "") -> FileRow:
    return FileRow("f3", UP, "dump.bin", "application/gzip", 9_000_000, "pending", state, reason)


def test_a_file_on_its_way_up_says_how_far_it_is(view: ConversationView) -> None:
    def painted() -> QImage:
        return view.grab().toImage()

    waiting, full = uploading("waiting"), "The server has no room for this file."
    view.show_items([message("a", files=(waiting,))], fresh=True)
    assert upload_words(waiting) == "waiting to be uploaded"
    before = painted()
    assert view.show_progress(progress(UP, done_bytes=4_200_000, size_bytes=10_000_000))
    assert upload_words(waiting, view._delegate.percents[UP]) == "uploading 42 %"
    assert painted() != before
    assert view.show_progress(progress(UP, state="waiting"))
    assert painted() == before, "it waits again"
    failed = message("a", files=(uploading("failed", full),))
    view.show_items([failed], fresh=False)
    assert painted() != before
    assert f"dump.bin failed: {full}" in spoken(failed)
    assert upload_words(uploading("paused")) == "paused"
    assert upload_words(FILES[0]) == "", "it comes from elsewhere"
    assert not view.show_progress(progress("ef" * 32))


def test_a_picture_that_arrives_takes_its_place(
    qtbot: QtBot, view: ConversationView, tmp_path: Path
) -> None:
    one = message("a", files=FILES[:1])
    view.show_items([one], fresh=True)
    waiting = view._delegate.layouts.layout(one).files[0][1].size()
    image = QImage(200, 90, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    target = tmp_path / "files" / SHA[:2] / SHA
    target.parent.mkdir(parents=True)
    image.save(str(target), "PNG")  # type: ignore[call-overload] # PySide's stub wants bytes
    qtbot.waitUntil(lambda: view._images.image(f"deskside-file:{SHA}") is None)
    with qtbot.waitSignal(view._images.image_loaded):
        view._images.file_arrived(SHA)
    shown = view._delegate.layouts.layout(one).files[0][1].size()
    assert (shown.width(), shown.height()) == (200, 90)
    assert waiting != shown


def test_a_picture_whose_size_is_known_moves_nothing_when_it_comes(
    qtbot: QtBot, view: ConversationView, tmp_path: Path
) -> None:
    source = f"deskside-file:{SHA}"
    image = QImage(2_000, 777, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    target = tmp_path / "files" / SHA[:2] / SHA
    target.parent.mkdir(parents=True)
    image.save(str(target), "PNG")  # type: ignore[call-overload] # PySide's stub wants bytes
    one = message("a", html=f'<p>See: <img src="{source}"></p>', files=FILES[:1])
    with qtbot.waitSignal(view._images.image_loaded):
        view._images.expect({source: QSize(1600, 621)})
        view.show_items([one], fresh=True)
        kept = view._delegate.layouts.layout(one)
        colours = {shown_picture(kept, source).pixelColor(20, 20).name()}
    assert view._delegate.layouts.layout(one) is kept
    assert shown_picture(kept, source).pixelColor(20, 20) == QColor("red")
    assert QColor("red").name() not in colours


def shown_picture(layout: MessageLayout, source: str) -> QImage:
    kind = QTextDocument.ResourceType.ImageResource.value
    return cast(QImage, layout.document.resource(kind, QUrl(source)))


def test_a_very_long_message_is_shown_in_part_until_asked(
    qtbot: QtBot, view: ConversationView
) -> None:
    long = message("a", html="<p>слово </p>" * (LONGEST_SHOWN_CHARS // 8))
    view.show_items([long], fresh=True)
    part = view._delegate.layouts.layout(long)
    assert part.shortened
    view.show_whole(0)
    whole = view._delegate.layouts.layout(long)
    assert not whole.shortened
    assert whole.height > part.height


def test_a_bomb_of_a_picture_is_not_decoded() -> None:
    assert (
        decode(b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff") is None
    )
    assert decode(b"no picture") is None


def test_what_happened_is_one_line_however_much_it_was(view: ConversationView) -> None:
    few, many = event("e"), [event(str(n), "priority", "x" * 90) for n in range(3)]
    view.show_items([few, message("a"), *many], fresh=True)
    heights = [view.visualRect(view.model().index(row, 0)).height() for row in (0, 2)]
    assert heights[0] == heights[1] > 0
