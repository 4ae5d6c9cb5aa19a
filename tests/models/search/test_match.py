"""The written queries, asked of a real FTS5 table and a real PostgreSQL."""

import random
from collections.abc import Iterator

import psycopg
import pysqlite3
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.search import fts5_match, normalise, tsquery
from tests.helpers.postgres import PostgresCluster

TEXTS = {
    1: "Принтеры не печатают, ошибка 0x80070005",
    2: "Получавам грешка при печат на новите принтери",
    3: "From anna.petrova@corp.example: 1С on srv-file8 is down, e-mail me at 10.0.0.1",
}
FINDS = {
    "принтер": {1, 2},
    "печат грешк": {2},
    "ghbynth": {1, 2},
    "anna.petr": {3},
    "e-mail": {3},
    "email 10.0.0.1": {3},
    "1c srv": {3},
    "NEAR(принтер": set(),
    "0x8007": {1},
    "принтер или анна": set(),
}
HOSTILE = [
    "\"' OR 1=1 --", "NEAR(a b, 5)", "NEAR(", "a NOT b", "AND", "OR", "NOT", "a*", "*", "-a", "^a",
    "title:x", "{a b}:c", "a + b", "()", "((((", "\\", "'':*", "a & | !b <-> c:*AB", "😀", "a\x00b",
    "\x00", "%_", "ǅ ß İ ﷺ", "नमस्ते", "日本語", "a,b;c.d/e\\f", "؀", "\ud7ff\ue000", "½ ² Ⅳ ௧",
    "‐‑–—", "é" * 3000, "word " * 2000, "a.b_c-d@e" * 500, "\U00010400\U0001f1e7\U0001f1ec", "ъъъ",
]  # fmt: skip


@pytest.fixture(scope="module")
def fts5() -> Iterator[pysqlite3.Connection]:
    connection = pysqlite3.connect(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE found USING fts5(text, tokenize='ascii', prefix='2 3')"
    )
    rows = [(key, " ".join(normalise(text))) for key, text in TEXTS.items()]
    connection.executemany("INSERT INTO found (rowid, text) VALUES (?, ?)", rows)
    yield connection
    connection.close()


@pytest.fixture(scope="module")
def postgres_table(postgres: PostgresCluster) -> Iterator[psycopg.Connection]:
    with postgres.fresh_database() as url, psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE found (id integer, words tsvector)")
        for key, text in TEXTS.items():
            connection.execute(
                "INSERT INTO found VALUES (%s, to_tsvector('simple', %s))",
                (key, " ".join(normalise(text))),
            )
        yield connection


def ask_fts5(connection: pysqlite3.Connection, query: str) -> set[int]:
    match = fts5_match(query)
    if not match:
        return set()
    rows = connection.execute("SELECT rowid FROM found WHERE found MATCH ?", (match,))
    return {row[0] for row in rows}


def ask_postgres(connection: psycopg.Connection, query: str) -> set[int]:
    match = tsquery(query)
    if not match:
        return set()
    asked = "SELECT id FROM found WHERE words @@ to_tsquery('simple', %s)"
    return {row[0] for row in connection.execute(asked, (match,))}


@pytest.mark.parametrize(("query", "found"), FINDS.items())
def test_fts5_finds(fts5: pysqlite3.Connection, query: str, found: set[int]) -> None:
    assert ask_fts5(fts5, query) == found


@pytest.mark.parametrize(("query", "found"), FINDS.items())
def test_postgres_finds(postgres_table: psycopg.Connection, query: str, found: set[int]) -> None:
    assert ask_postgres(postgres_table, query) == found


def test_one_word_is_enough_when_asked_so(fts5: pysqlite3.Connection) -> None:
    match = fts5_match("принтер anna", every_word=False)
    rows = fts5.execute("SELECT rowid FROM found WHERE found MATCH ?", (match,))
    assert {row[0] for row in rows} == {1, 2, 3}


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_no_sign_breaks_the_syntax(
    fts5: pysqlite3.Connection, postgres_table: psycopg.Connection, query: str
) -> None:
    assert ask_fts5(fts5, query) <= TEXTS.keys()
    assert ask_postgres(postgres_table, query) <= TEXTS.keys()


@given(st.text(max_size=80), st.booleans(), st.booleans())
def test_any_text_is_a_valid_fts5_query(text: str, every_word: bool, prefix: bool) -> None:
    connection = pysqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE found USING fts5(text, tokenize='ascii')")
    match = fts5_match(text, every_word=every_word, prefix=prefix)
    if match:
        connection.execute("SELECT rowid FROM found WHERE found MATCH ?", (match,)).fetchall()
    connection.close()


def test_any_text_is_a_valid_tsquery(postgres_table: psycopg.Connection) -> None:
    generator = random.Random(1)
    signs = "ab1яъ '\"\\:*&|!<>()-@._#№😀é\u0301\u200b½Ⅳ日ǅ"
    for _ in range(300):
        ask_postgres(postgres_table, "".join(generator.choices(signs, k=24)))


@pytest.mark.parametrize("text", TEXTS.values())
def test_postgres_keeps_each_token_whole(postgres_table: psycopg.Connection, text: str) -> None:
    tokens = set(normalise(text))
    asked = "SELECT tsvector_to_array(to_tsvector('simple', %s))"
    kept = postgres_table.execute(asked, (" ".join(tokens),)).fetchone()
    assert kept is not None
    assert set(kept[0]) == tokens
