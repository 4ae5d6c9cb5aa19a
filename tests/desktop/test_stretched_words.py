"""Longer words than the English ones fit into a small laptop's screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.dialogs.answer_all import AnswerAllDialog
from desktop.dialogs.conflict_dialog import ConflictDialog
from desktop.dialogs.split import SplitDialog
from desktop.forms import make_editor
from desktop.language import use_language
from desktop.outbox.sync_details import SyncDetails
from desktop.settings.dialog import SettingsDialog
from desktop.shell.shortcuts_help import ShortcutsHelp
from desktop.shell.sign_in import SignInPage
from desktop.shell.welcome import welcome
from desktop.theme import apply_theme
from models.queries.relations import Side
from models.rows import MergedTags, MessageRow, TicketRow
from sync.protocol.link import Report
from tests.desktop.languages import without_new_translators
from tests.desktop.stretch import StretchTranslator, cut_words, stretch
from tests.desktop.whole_desk import SMALL_LAPTOP_PX, whole_desk
from tests.desktop.work.sample import ME, NOON

Ask = Callable[[Assembly], object]
DIALOGS: dict[str, Ask] = {
    "new ticket": lambda desk: desk.areas.forms.new_ticket(desk.window),
    "log a call": lambda desk: desk.areas.forms.log_call(desk.window),
    "postpone": lambda desk: desk.areas.forms.postpone(desk.window, _first_row(desk)),
    "approval": lambda desk: _ask_approval(desk),
    "merge": lambda desk: desk.areas.relations.relate("merge"),
    "split": lambda desk: _ask_split(desk),
    "answer all": lambda desk: _ask_answer(desk),
    "transfer": lambda desk: desk.areas.forms.transfer(desk.window, _first_row(desk)),
    "save view": lambda desk: desk.areas.views.save_new(),
}


def _ask_approval(desk: Assembly) -> None:
    header = desk.areas.ticket.header()
    assert header is not None
    desk.areas.late.ask_approval(header)


def _ask_split(desk: Assembly) -> None:
    content = desk.areas.ticket._content
    assert content is not None
    messages = [item for item in content.items if isinstance(item, MessageRow)]
    SplitDialog.ask(desk.window, content.header, messages, messages[0].id)


def _ask_answer(desk: Assembly) -> None:
    header = desk.areas.ticket.header()
    assert header is not None
    side = Side("t", "10398", "VPN", "open", "Network", None, "Peter", None, "", None)
    AnswerAllDialog.ask(desk.window, make_editor, header, [side])


def _first_row(desk: Assembly) -> TicketRow:
    return desk.window.list_pane.model.rows()[0]


@pytest.fixture(params=["stretched", "ru", "bg"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Words 40 % longer than the English ones, Russian, Bulgarian."""
    apply_theme(qapp, "light")
    with without_new_translators(qapp):
        if request.param == "stretched":
            QLocale.setDefault(QLocale("en"))
            qapp.installTranslator(StretchTranslator(qapp))
        else:
            use_language(qapp, request.param)
        yield "en" if request.param == "stretched" else request.param


@pytest.fixture
def desk(language: str, qtbot: QtBot, tmp_path: Path) -> Iterator[Assembly]:
    with whole_desk(qtbot, tmp_path, language) as assembly:
        yield assembly


def test_window_fits_a_small_laptop_and_cuts_no_words(desk: Assembly, qtbot: QtBot) -> None:
    window = desk.window
    for size in (window.minimumSize(), window.minimumSizeHint()):
        assert size.width() <= SMALL_LAPTOP_PX[0]
        assert size.height() <= SMALL_LAPTOP_PX[1]
    qtbot.waitUntil(lambda: cut_words(window) == [], timeout=3_000)


@pytest.mark.parametrize("key", ["notes", "knowledge", "customers", "outbox"])
def test_pages_cut_no_words(desk: Assembly, qtbot: QtBot, key: str) -> None:
    desk.window.show_page(key)
    qtbot.waitUntil(lambda: cut_words(desk.window) == [], timeout=3_000)


def test_customers_and_their_merging_cut_no_words(desk: Assembly, qtbot: QtBot) -> None:
    page = desk.areas.pages.customers
    desk.window.show_page("customers")
    for id in ("Northwind", "Склад №3"):
        with qtbot.waitSignal(page.customer_shown, check_params_cb=id.__eq__):
            page.open_customer("company", id)
        qtbot.waitUntil(lambda: cut_words(desk.window) == [], timeout=3_000)
    page._on_merge_wanted("Northwind")
    qtbot.waitUntil(page.merging.isVisible)
    qtbot.waitUntil(lambda: cut_words(desk.window) == [], timeout=3_000)


def test_dialogs_cut_no_words(desk: Assembly) -> None:
    for name, ask in DIALOGS.items():
        seen: list[list[str]] = []
        QTimer.singleShot(0, lambda seen=seen: _look_and_close(seen))
        ask(desk)
        assert seen == [[]], name


def _look_and_close(seen: list[list[str]]) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    QApplication.processEvents()
    seen.append(cut_words(dialog))
    dialog.done(0)


def test_sync_details_cut_no_words(desk: Assembly, qtbot: QtBot) -> None:
    details = SyncDetails(
        desk.reader, desk.window._link, desk._around.clock.now_ms, lambda: "Synced", desk.window
    )
    details.begin()
    _shown(qtbot, details)
    details._link.reported.emit(Report(since_at_ms=NOON))
    qtbot.waitUntil(lambda: details._labels[-1].isVisible())
    qtbot.waitUntil(lambda: cut_words(details) == [], timeout=3_000)


def test_the_card_of_a_conflict_cuts_no_words(desk: Assembly, qtbot: QtBot) -> None:
    qtbot.waitUntil(desk.areas.ticket._late_bar.isVisible)
    content = desk.areas.ticket._content
    assert content is not None
    card = ConflictDialog(content.conflicts, ME.id, MergedTags(("vpn",), frozenset()), desk.window)
    _shown(qtbot, card)
    card.before_button.setChecked(True)
    QApplication.processEvents()
    assert cut_words(card) == []


def test_next_ticket_and_filters_cut_no_words(desk: Assembly, qtbot: QtBot) -> None:
    pane, bar = desk.window.list_pane, desk.areas.next.bar
    pane.filter_bar.high.click()
    desk.window._actions.trigger("next_best")
    qtbot.waitUntil(bar.isVisible)
    qtbot.waitUntil(lambda: cut_words(pane) == [], timeout=3_000)
    bar.ask_why()
    qtbot.waitUntil(lambda: cut_words(pane) == [], timeout=3_000)


def test_shortcuts_cut_no_words(desk: Assembly, qtbot: QtBot) -> None:
    card = ShortcutsHelp(desk.window._actions, desk.window)
    _shown(qtbot, card)
    assert cut_words(card) == []


def test_the_palette_cuts_no_words(desk: Assembly, qtbot: QtBot) -> None:
    desk.areas.palette.open()
    palette = desk.areas.palette.palette
    qtbot.waitUntil(lambda: palette._answered == "")
    assert palette.list.height() <= palette.height()
    palette.field.setText("zqxjk")
    qtbot.waitUntil(palette.nothing.isVisible)
    assert cut_words(palette) == []


def test_the_introduction_cuts_no_words(desk: Assembly, qtbot: QtBot) -> None:
    strip = welcome(desk.window, desk._actions, {}, lambda key, value: None, first_time=True)
    assert strip is not None
    for step in range(3):
        strip.show_step(step)
        qtbot.waitUntil(lambda: cut_words(strip) == [], timeout=3_000)


def test_settings_cut_no_words(desk: Assembly, qtbot: QtBot) -> None:
    dialog = SettingsDialog(
        desk.areas.settings._facts(),
        theme="light",
        running_language="en",
        chosen_language="ru",
        actions=desk._actions,
    )
    _shown(qtbot, dialog)
    for page in (dialog.account, dialog.language, dialog.appearance, dialog.keyboard):
        dialog.show_page(page)
        QApplication.processEvents()
        assert cut_words(dialog) == []


def test_sign_in_cuts_no_words(language: str, qtbot: QtBot) -> None:
    page = SignInPage()
    page.resize(960, 640)
    _shown(qtbot, page)
    assert cut_words(page) == []
    for code in ("version", "insecure", "too_many"):
        page.show_failure(code, "")
        QApplication.processEvents()
        assert cut_words(page) == []


def _shown(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)


def test_search_for_cut_words_finds_them(qtbot: QtBot) -> None:
    top = QWidget()
    for y, (words, width) in enumerate((("fits", 200), ("is cut", 12), ("leaves", 400))):
        label = QLabel(words, top)
        label.setGeometry(0, 20 * y, width, 20)
    top.resize(300, 80)
    _shown(qtbot, top)
    found = cut_words(top)
    assert len(found) == 2
    assert "is cut" in found[0]
    assert "ends 100 px outside" in found[1]


def test_stretching_keeps_placeholders_and_ellipses() -> None:
    assert stretch("Save “%1”…").startswith("Save “%1” å")
    assert stretch("Save “%1”…").endswith("…")
    assert len(stretch("Send and mark done")) == round(1.4 * len("Send and mark done"))
