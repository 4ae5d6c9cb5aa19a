"""Word forms, spellings and article searches of the corpus, by the tokens of `models.search`."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import pysqlite3
import pytest
import snowballstemmer

from models.search import fts5_match, normalise, query_tokens
from models.search.normalise import fold
from tests.corpus.data import data_dir, ndjson
from tests.models.search.finding import finds

DATA = data_dir()
SEARCH = DATA / "search"
SPELLINGS = ("official_latin", "chat_latin", "latin", "typed_in_english_layout")
TITLE_WEIGHT = 8.0

Case = dict[str, Any]


def share_found(groups: list[Case]) -> float:
    """Of all pairs (form as query, form as text) of each group, the share that is found."""
    found = [pair for group in groups for pair in found_pairs(group["forms"])]
    return sum(found) / len(found)


def found_pairs(forms: list[str]) -> Iterator[bool]:
    texts = [set(normalise(form)) for form in forms]
    for form in forms:
        (word,) = query_tokens(form, prefix=False)
        for text in texts:
            yield any(text.issuperset(alternative) for alternative in word.any_of)


def test_every_form_of_a_russian_word_finds_every_other() -> None:
    assert share_found(list(ndjson(SEARCH / "ru_word_forms.ndjson"))) == 1


def test_every_form_of_a_bulgarian_help_desk_word_finds_every_other() -> None:
    groups = [group for group in ndjson(SEARCH / "bg_word_forms.ndjson") if group["topic"]]
    assert share_found(groups) == 1


def test_nearly_every_form_of_any_bulgarian_word_finds_the_others() -> None:
    groups = list(ndjson(SEARCH / "bg_word_forms.ndjson"))
    assert share_found(groups) > 0.98
    assert sum(all(found_pairs(group["forms"])) for group in groups) / len(groups) > 0.97


def test_bulgarian_words_seldom_share_a_stem() -> None:
    owners: dict[str, set[str]] = {}
    for group in ndjson(SEARCH / "bg_word_forms.ndjson"):
        for token in {token for form in group["forms"] for token in normalise(form)}:
            owners.setdefault(token, set()).add(group["id"])
    shared = {frozenset(ids) for ids in owners.values() if len(ids) > 1}
    assert len(shared) < 25


@pytest.mark.parametrize("language", ["russian", "english"])
def test_snowball_stems_are_the_published_ones(language: str) -> None:
    stemmer = snowballstemmer.stemmer(language)
    lines = (SEARCH / f"snowball_{language}.tsv").read_text("utf-8").rstrip("\n").split("\n")
    for word, stem in (line.split("\t") for line in lines):
        assert stemmer.stemWord(word) == stem
        assert fold(stem) in normalise(word) or not stem.isalpha()


@pytest.mark.parametrize(
    "case", list(ndjson(SEARCH / "layout_and_latin.ndjson")), ids=lambda case: str(case["id"])
)
def test_other_layouts_and_latin_spellings_find_the_word(case: Case) -> None:
    for spelling in (case[kind] for kind in SPELLINGS if kind in case):
        assert finds(spelling, case["intended"])


def test_unicode_normal_forms_give_equal_tokens() -> None:
    forms = ("source", "nfc", "nfd", "nfkc", "nfkd")
    known = 0
    for case in ndjson(DATA / "unicode" / "normalization.ndjson"):
        if any(unicodedata.category(letter) == "Cn" for letter in case["source"]):
            continue  # newer than this Python's Unicode
        known += 1
        assert len({tuple(normalise(case[form])) for form in forms}) == 1, case["id"]
    assert known > 500


@pytest.fixture(scope="module")
def articles() -> Iterator[pysqlite3.Connection]:
    connection = pysqlite3.connect(":memory:")
    connection.execute("CREATE TABLE article (rowid INTEGER PRIMARY KEY, id TEXT, language TEXT)")
    connection.execute(
        "CREATE VIRTUAL TABLE article_index USING fts5(title, body, tokenize='ascii', prefix='2 3')"
    )
    for row, article in enumerate(ndjson(DATA / "kb" / "articles.ndjson.gz")):
        words = (" ".join(normalise(article[field])) for field in ("title", "text"))
        connection.execute(
            "INSERT INTO article VALUES (?, ?, ?)", (row, article["id"], article["language"])
        )
        connection.execute(
            "INSERT INTO article_index (rowid, title, body) VALUES (?, ?, ?)", (row, *words)
        )
    yield connection
    connection.close()


@pytest.mark.parametrize("level", ["must", "should"])
def test_the_article_is_among_the_first_ten(articles: pysqlite3.Connection, level: str) -> None:
    asked = (
        "SELECT article.id FROM article_index JOIN article ON article.rowid = article_index.rowid"
        " WHERE article_index MATCH ? AND article.language = ?"
        " ORDER BY bm25(article_index, ?, 1.0) LIMIT 10"
    )
    missed = []
    cases = [case for case in ndjson(DATA / "kb" / "search_cases.ndjson") if case["level"] == level]
    for case in cases:
        match = fts5_match(case["query"])
        rows = articles.execute(asked, (match, case["language"], TITLE_WEIGHT))
        if (case["expected_article"],) not in rows.fetchall():
            missed.append(case["id"])
    assert cases
    assert missed == []
