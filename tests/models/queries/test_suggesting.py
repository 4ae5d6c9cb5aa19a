from __future__ import annotations

import pytest

from models.queries.suggesting import suggested
from models.rows import ArticleHit
from tests.models.queries.local_desk import LocalDesk


@pytest.fixture
def articles(desk: LocalDesk) -> LocalDesk:
    def write(id: str, title: str, html: str) -> None:
        desk.write("article", id, language="en", title=title, html=html, category="Network")

    write("mtu", "VPN drops after an update", "<p>Set the MTU to 1420 every time.</p>")
    write("client", "Reconnect the VPN", f"<p>{'Other text here. ' * 30}It drops calls.</p>")
    for n in range(8):
        write(f"other-{n}", f"Printer {n}", "<p>Clean the drum every week.</p>")
    write("ru", "Настройка туннеля", "<p>Если туннель рвётся, проверьте <b>MTU</b>.</p>")
    desk.index()
    return desk


def marked(hit: ArticleHit) -> tuple[list[str], list[str]]:
    row = hit.row
    return (
        [row.title[start:end] for start, end in hit.title_marks],
        [row.snippet[start:end] for start, end in hit.snippet_marks],
    )


def test_all_words_in_the_title_are_a_hundred_percent(articles: LocalDesk) -> None:
    (hit,) = suggested(articles.store, "vpn drops update")
    assert (hit.row.id, hit.match_percent) == ("mtu", 100)


def test_a_word_in_the_text_alone_counts_half(articles: LocalDesk) -> None:
    (hit,) = suggested(articles.store, "1420 ")
    assert hit.match_percent == 50


def test_those_that_fit_best_come_first(articles: LocalDesk) -> None:
    hits = suggested(articles.store, "VPN drops every 10 minutes")
    percents = [hit.match_percent for hit in hits]
    assert [hit.row.id for hit in hits][:2] == ["mtu", "client"]
    assert percents == sorted(percents, reverse=True)
    assert percents[0] < 100, "“minutes” stands nowhere"


def test_a_common_word_hardly_counts_and_is_not_marked(articles: LocalDesk) -> None:
    by_id = {hit.row.id: hit for hit in suggested(articles.store, "VPN drops every 10 minutes")}
    assert marked(by_id["mtu"]) == (["VPN", "drops"], [])
    common = [hit for id, hit in by_id.items() if id.startswith("other")]
    assert common
    assert all(hit.match_percent < by_id["client"].match_percent for hit in common)


def test_the_snippet_lies_where_the_words_stand(articles: LocalDesk) -> None:
    by_id = {hit.row.id: hit for hit in suggested(articles.store, "VPN drops every 10 minutes")}
    snippet = by_id["client"].row.snippet
    assert snippet.startswith("… ")
    assert snippet.endswith("It drops calls.")
    assert marked(by_id["client"]) == (["VPN"], ["drops"])


def test_other_forms_of_a_word_are_marked(articles: LocalDesk) -> None:
    (hit,) = suggested(articles.store, "туннелей")
    assert marked(hit) == (["туннеля"], ["туннель"])


@pytest.mark.parametrize("query", ["", "!?", "elephant"])
def test_nothing_is_suggested_for_nothing(articles: LocalDesk, query: str) -> None:
    assert suggested(articles.store, query) == []
