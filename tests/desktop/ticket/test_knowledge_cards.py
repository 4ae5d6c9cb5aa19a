"""Beside a ticket: articles, tickets that were solved alike, templates, each put into the reply."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.ticket.article_card import ArticleCard
from desktop.ticket.beside_card import BesideCard
from models.queries.solved import filled
from tests.desktop.editor.typing import press
from tests.desktop.ticket.conftest import OpenPane
from tests.desktop.ticket.picture import add_message
from tests.desktop.work.sample import MINUTE

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def helped(opened: OpenPane) -> OpenPane:
    """With an article, a ticket that was solved, and two templates."""
    desk = opened.desk
    row = {
        "scope": "kb",
        "title": "VPN drops every 10 minutes after an update",
        "html": "<p>MTU 1420.</p>",
    }
    desk.put("article", id="a1", language="en", **row)
    desk.make_searchable(["a1"])
    made, solved = desk.now_ms - 90 * MINUTE, desk.now_ms - 65 * MINUTE
    desk.ticket(
        "VPN drops every hour",
        number=10300,
        requester_id="contact-peter",
        status="done",
        assignee_id="agent-alexey",
        created_at_ms=made,
        solved_at_ms=solved,
        activity_at_ms=solved,
    )
    add_message(
        desk, "ticket-10300", "r1", kind="reply", html="<p>Set the <b>MTU</b> &lt;1420.</p>"
    )
    for key, html in (
        ("greeting", "<p>Hello {customer.first_name}, {ticket.number} by {ticket.due}.</p>"),
        ("vpn", "<p>The VPN is back.</p>"),
    ):
        desk.put("template", id=f"t-{key}", key=key, name=key, language="en", html=html)
    opened.show()
    opened.pane.focus_knowledge()
    opened.until(
        lambda: len(cards(opened, BesideCard)) > 2 and len(cards(opened, ArticleCard)) == 1
    )
    return opened


def cards(opened: OpenPane, kind: type[ArticleCard] | type[BesideCard]) -> list[object]:
    return [card for card in opened.pane._side.knowledge._cards if isinstance(card, kind)]


def named(opened: OpenPane, name: str) -> BesideCard:
    found = [card for card in cards(opened, BesideCard) if isinstance(card, BesideCard)]
    return next(card for card in found if name in card.accessibleName())


def reply(opened: OpenPane) -> str:
    return opened.pane._composer.editor("reply").canonical_html()


def test_a_solved_ticket_says_who_solved_it_and_how_fast(helped: OpenPane) -> None:
    card = named(helped, "#10300 VPN drops every hour")
    assert card.accessibleDescription().startswith("Done in 25 min · Alexey Novak · ")
    with helped.qtbot.waitSignal(helped.pane.ticket_opened) as told:
        press(card, Qt.Key.Key_Return)
    assert told.args == ["ticket-10300"]


def test_its_answer_is_quoted_at_the_cursor_and_undone(helped: OpenPane) -> None:
    press(named(helped, "#10300"), Qt.Key.Key_Return, CTRL)
    helped.until(lambda: "MTU" in reply(helped))
    assert "<blockquote><p>Set the MTU &lt;1420.</p></blockquote>" in reply(helped)
    helped.pane._composer.editor("reply").undo()
    assert "MTU" not in reply(helped)


def test_a_template_knows_its_ticket_and_the_likelier_one_is_first(helped: OpenPane) -> None:
    names = [card.accessibleName() for card in helped.pane._side.knowledge._cards[-2:]]
    assert names == ["vpn", "greeting"]
    press(named(helped, "greeting"), Qt.Key.Key_Return)
    assert "Hello Peter, #10482 by {ticket.due}." in reply(helped)


def test_a_link_to_an_article_opens_it_beside_the_ticket(helped: OpenPane) -> None:
    press(helped.pane._side.knowledge._cards[0], Qt.Key.Key_Return, SHIFT)
    helped.until(lambda: 'href="deskside://article/a1"' in reply(helped))
    assert ">VPN drops every 10 minutes after an update</a>" in reply(helped)
    helped.pane._conversation.link_chosen.emit("deskside://article/a1")
    helped.until(lambda: "MTU 1420" in helped.pane._side.knowledge._reader.toPlainText())


def test_a_second_link_leaves_the_first_one(helped: OpenPane) -> None:
    card = helped.pane._side.knowledge._cards[0]
    press(card, Qt.Key.Key_Return, SHIFT)
    helped.until(lambda: reply(helped).count("deskside://article/a1") == 1)
    press(card, Qt.Key.Key_Return, SHIFT)
    helped.until(lambda: reply(helped).count("deskside://article/a1") == 2)
    assert "</a> <a" in reply(helped)
    helped.pane._composer.editor("reply").undo()
    assert reply(helped).count("deskside://article/a1") == 1


def test_a_search_is_for_articles_alone(helped: OpenPane) -> None:
    knowledge = helped.pane._side.knowledge
    knowledge._search.setText("update")
    knowledge._search.textEdited.emit("update")
    helped.until(lambda: not cards(helped, BesideCard))
    assert len(cards(helped, ArticleCard)) == 1


def test_another_ticket_keeps_nothing_of_this_one(helped: OpenPane) -> None:
    helped.show("ticket-10212")
    knowledge = helped.pane._side.knowledge
    helped.until(lambda: all("#10300" not in card.accessibleName() for card in knowledge._cards))


def test_what_a_ticket_does_not_know_stays_to_be_seen() -> None:
    assert filled("<p>{a} {b}</p>", {"a": "<1>"}) == "<p>&lt;1&gt; {b}</p>"
