from __future__ import annotations

from pathlib import Path

import pytest

from models.database import Store
from models.errors import NotFound
from models.queries import search
from tests.models.queries.local_desk import LocalDesk


@pytest.fixture
def articles(desk: LocalDesk) -> LocalDesk:
    def write(id: str, language: str, title: str, html: str) -> None:
        desk.write("article", id, language=language, title=title, html=html, category="Network")

    write("vpn", "en", "Set up the VPN", "<p>Install the client, then <b>enter the token</b>.</p>")
    write("wifi", "en", "Wireless at home", f"<p>{'Other words. ' * 60}A VPN needs a token.</p>")
    write("vpn-ru", "ru", "Настройка VPN", "<p>Введите токен.</p>")
    desk.index()
    return desk


def found(desk: LocalDesk, query: str, language: str | None = "en", limit: int = 10) -> list[str]:
    return [row.id for row in search.articles(desk.store, query, language, limit)]


def test_an_article_with_the_word_in_its_title_comes_first(articles: LocalDesk) -> None:
    assert found(articles, "vpn") == ["vpn", "wifi"]
    assert found(articles, "vpn", limit=1) == ["vpn"]


def test_articles_are_found_in_the_language_asked_for_or_in_all(articles: LocalDesk) -> None:
    assert found(articles, "токены", "ru") == ["vpn-ru"]
    assert set(found(articles, "vpn", None)) == {"vpn", "wifi", "vpn-ru"}
    assert found(articles, "vpn", "bg") == []


def test_one_word_is_enough_where_no_article_holds_all(articles: LocalDesk) -> None:
    assert found(articles, "install client") == ["vpn"]
    assert found(articles, "install elephant") == ["vpn"]


@pytest.mark.parametrize("query", ["", "  ", "!?", '"', "elephant"])
def test_nothing_to_look_for_finds_nothing(articles: LocalDesk, query: str) -> None:
    assert found(articles, query) == []


def test_tickets_do_not_turn_up_among_articles(articles: LocalDesk) -> None:
    articles.new_ticket("VPN", "<p>vpn</p>")
    articles.index()

    assert found(articles, "vpn") == ["vpn", "wifi"]


def test_the_snippet_is_plain_text_around_the_first_hit(articles: LocalDesk) -> None:
    near, far = search.articles(articles.store, "tokens vpn", "en")

    assert near.snippet == "Install the client, then enter the token."
    assert far.snippet == "… words. Other words. Other words. A VPN needs a token."


def test_a_long_article_gives_a_short_snippet(articles: LocalDesk) -> None:
    (row,) = search.articles(articles.store, "wireless", "en")

    assert row.snippet.startswith("Other words. Other")
    assert row.snippet.endswith("words. …") or row.snippet.endswith("Other …")
    assert len(row.snippet) <= search.SNIPPET_LENGTH + 2


def test_a_deleted_article_is_neither_found_nor_opened(articles: LocalDesk) -> None:
    articles.write("article", "vpn", language="en", title="VPN", deleted=1)

    assert found(articles, "vpn") == ["wifi"]
    with pytest.raises(NotFound):
        search.article(articles.store, "vpn")


def test_a_whole_article_is_read_by_its_id(articles: LocalDesk) -> None:
    whole = search.article(articles.store, "vpn-ru")

    assert (whole.title, whole.html) == ("Настройка VPN", "<p>Введите токен.</p>")


def test_a_store_without_an_index_says_so(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "server.db", "server")

    with pytest.raises(NotFound, match="local file"):
        search.articles(store, "vpn", "en")
    store.close()
