from __future__ import annotations

import pytest

from models.search.phrases import phrase_match


def meant(typed: str, phrase: str) -> list[str] | None:
    match = phrase_match(typed, phrase)
    return None if match is None else [phrase[start:end] for start, end in match.marks]


@pytest.mark.parametrize(
    ("typed", "phrase", "words"),
    [
        ("trans", "Transfer", ["Trans"]),
        ("tick new", "New ticket", ["New", "tick"]),
        ("fer", "Transfer", ["fer"]),
        ("екфты", "Transfer", ["Trans"]),
        ("gthtl", "Передать", ["Перед"]),
        ("peredat", "Передать", ["Передат"]),
        ("bostpone", "Postpone", None),
        ("postopne", "Postpone", ["Postpone"]),
        ("otlozit", "Postpone", None),
        ("отлажить", "Отложить", ["Отложить"]),
        ("done now", "Done", None),
        ("«»", "Done", None),
        ("  ", "Done", None),
    ],
)
def test_what_a_few_letters_mean(typed: str, phrase: str, words: list[str] | None) -> None:
    assert meant(typed, phrase) == words


def test_short_words_have_no_slips() -> None:
    assert meant("tak", "Take") == ["Tak"]
    assert meant("tkae", "Take") == ["Take"]
    assert meant("tka", "Take") is None


def test_beginnings_come_before_parts_before_slips() -> None:
    phrases = ("Postpone", "Done", "Nodone", "Dono")
    matches = {phrase: phrase_match("done", phrase) for phrase in phrases}
    found = sorted((match.rank, phrase) for phrase, match in matches.items() if match)
    assert [phrase for _, phrase in found] == ["Done", "Nodone", "Dono"]
    lead, part = matches["Done"], matches["Nodone"]
    assert lead is not None
    assert part is not None
    assert (lead.leads, part.leads) == (True, False)
