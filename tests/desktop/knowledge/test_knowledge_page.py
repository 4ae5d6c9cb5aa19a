from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.knowledge.article_model import ArticleModel
from desktop.knowledge.article_text import ArticleTextView
from desktop.knowledge.knowledge_page import KnowledgePage
from desktop.work.reader import Reader
from models.rows import ArticleRow
from tests.desktop.work.conftest import desk
from tests.desktop.work.sample import SampleDesk

__all__ = ["desk"]

ARTICLES = (
    ("vpn", "en", "Network", "VPN drops", "<h2>What to do</h2><p>Set the MTU to 1420.</p>"),
    ("mtu", "ru", "Сеть", "Как проверить MTU туннеля", "<p>Команды для Windows.</p>"),
    ("printer", "en", "Hardware", "Printer prints stripes", "<p>Clean the drum.</p>"),
)
ROWS = [
    ArticleRow(id, title, language, category, "agents", "", 0)
    for id, language, category, title, _ in ARTICLES
]


@pytest.fixture
def page(qtbot: QtBot, desk: SampleDesk) -> Iterator[KnowledgePage]:
    for id, language, category, title, html in ARTICLES:
        desk.put(
            "article", id=id, language=language, category=category, title=title, html=html,
            audience="agents", scope="kb",
        )  # fmt: skip
    reader = Reader(desk.database)
    made = KnowledgePage(reader)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    qtbot.waitUntil(lambda: made.list.model.rowCount() == 3)
    yield made
    reader.close()


def titles(page: KnowledgePage) -> list[str]:
    model = page.list.model
    return [str(model.index(n).data()) for n in range(model.rowCount())]


def test_articles_stand_by_category_and_the_first_is_open(
    qtbot: QtBot, page: KnowledgePage
) -> None:
    assert titles(page) == ["Printer prints stripes", "VPN drops", "Как проверить MTU туннеля"]
    qtbot.waitUntil(lambda: page.pane.title.text() == "Printer prints stripes")
    assert page.pane.text.toPlainText() == "Clean the drum."


def test_the_keyboard_leads_from_the_search_to_an_article(
    qtbot: QtBot, page: KnowledgePage
) -> None:
    page.setFocus()
    assert page.list.search.hasFocus()
    QTest.keyClick(page.list.search, Qt.Key.Key_Down)
    assert page.list.view.hasFocus()
    with qtbot.waitSignal(page.article_opened) as opened:
        QTest.keyClick(page.list.view, Qt.Key.Key_Down)
    assert opened.args == ["vpn"]
    assert "Set the MTU to 1420." in page.pane.text.toPlainText()


def test_category_and_language_narrow_the_list(page: KnowledgePage) -> None:
    page.list.language.setCurrentIndex(page.list.language.findData("ru"))
    assert titles(page) == ["Как проверить MTU туннеля"]
    page.list.language.setCurrentIndex(0)
    page.list.category.setCurrentIndex(page.list.category.findData("Network"))
    assert titles(page) == ["VPN drops"]


def test_a_search_that_finds_nothing_says_so(qtbot: QtBot, page: KnowledgePage) -> None:
    page.list.search.setText("qqqq")
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty.accessibleName().startswith("No article has these words")
    page.list.search.clear()
    qtbot.waitUntil(lambda: len(titles(page)) == 3)
    qtbot.waitUntil(page.pane.isVisible)


def test_rows_are_read_out_with_category_and_language(page: KnowledgePage) -> None:
    spoken = page.list.model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Как проверить MTU туннеля, Сеть, Русский"


def test_nothing_is_loaded_for_an_article(qtbot: QtBot) -> None:
    view = ArticleTextView()
    qtbot.addWidget(view)
    view.show_html('<p>Look<img src="https://x.example/a.png"><script>alert(1)</script></p>')
    assert "alert" not in view.toPlainText()
    for address in ("https://x.example/a.png", "file:///etc/passwd", "/etc/passwd"):
        assert view.loadResource(2, QUrl(address)) is None


def test_the_model_keeps_qts_contract(qtmodeltester: ModelTester) -> None:
    model = ArticleModel()
    qtmodeltester.check(model)
    model.show_found(ROWS)
    qtmodeltester.check(model)
    model.set_filters("Network", "")
    qtmodeltester.check(model)
    model.show_found([])
    qtmodeltester.check(model)
