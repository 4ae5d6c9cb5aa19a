"""An index of beginnings over everybody who can be mentioned; ``people.find`` keeps one a store.

5,000 people take about 15 MB and a quarter of a second the first time; later only changed rows
are read again. Holds no store; an instance is used by one thread at a time.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from models.search.layout import cyrillic_spellings, latin_spellings, other_layouts
from models.search.normalise import compounds, fold, parts

# How near a hit is to what was typed: a name, the inner part of one ("St.John"), a name written in
# Latin letters, a name if the query is read in other letters, a part of an address, the company.
NAME, INNER, LATIN, RESPELT, ADDRESS, COMPANY = range(6)
MOST_WORDS = 8
_APOSTROPHES = re.compile("['’ʼ`]")
_NAME_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_LAST_LETTER = "\U0010ffff"


class Person(NamedTuple):
    """What the index knows of an agent or contact; ``title`` and ``company`` are only shown."""

    kind: str
    id: str
    name: str
    other_names: str
    latin_name: str
    emails: str
    login: str
    title: str
    company_id: str | None
    company: str
    company_words: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A person, and the readings of the query that their name may be marked with."""

    person: Person
    readings: tuple[str, ...]


class _Match(NamedTuple):
    """How well one word of a query fits a person; smaller is better."""

    distance: int
    inexact: bool


class PeopleIndex:
    """Finds people by the beginnings of names, addresses and company words, in any order."""

    def __init__(self) -> None:
        self._people: dict[Person, list[tuple[str, int]]] = {}
        self._keys: list[str] = []
        self._owners: list[tuple[int, Person]] = []

    def show(self, people: Sequence[Person]) -> None:
        """Make these the people of the index."""
        known = self._people
        if len(people) == len(known) and all(person in known for person in people):
            return
        self._people = {person: known.get(person) or list(_keys(person)) for person in people}
        pairs = [
            (key, distance, person)
            for person, keys in self._people.items()
            for key, distance in keys
        ]
        pairs.sort(key=lambda pair: pair[0])
        self._keys = [key for key, _, _ in pairs]
        self._owners = [(distance, person) for _, distance, person in pairs]

    def find(self, query: str, company_id: str | None, limit: int) -> list[Hit]:
        """Everybody in whom each word of the query begins something, nearest first.

        A hit in a name stands before others, then people of the company given, whole words (for
        other hits: addresses that begin so), agents; then by name.
        """
        words = [word for word in map(self._word, query.split()[:MOST_WORDS]) if word]
        if not words:
            return []
        found = set(words[0]).intersection(*words[1:])
        start = fold(query).strip()

        def place(person: Person) -> tuple[int | str, ...]:
            best = [word[person] for word in words]
            distance = max(match.distance for match in best)
            inexact = sum(match.inexact for match in best)
            return (
                distance,
                company_id is None or person.company_id != company_id,
                inexact if distance <= INNER else 0,
                not fold(person.emails).startswith(start),
                inexact,
                person.kind != "agent",
                fold(person.name),
                person.id,
            )

        readings = tuple(
            reading for chunk in query.split()[:MOST_WORDS] for reading, _ in _readings(chunk)
        )
        return [Hit(person, readings) for person in sorted(found, key=place)[:limit]]

    def _word(self, chunk: str) -> dict[Person, _Match] | None:
        """Who fits a piece of the query; None for a piece that says nothing, like an emoji."""
        found = self._fitting(_readings(chunk))
        bare = _EDGES.sub("", chunk)
        if not found and bare != chunk:
            found = self._fitting(_readings(bare))
        return found if found or bare else None

    def _fitting(self, readings: list[tuple[str, int]]) -> dict[Person, _Match]:
        found: dict[Person, _Match] = {}
        for reading, least in readings:
            first = bisect_left(self._keys, reading)
            last = bisect_left(self._keys, reading + _LAST_LETTER)
            for at in range(first, last):
                distance, person = self._owners[at]
                match = _Match(max(distance, least), self._keys[at] != reading)
                known = found.get(person)
                if known is None or match < known:
                    found[person] = match
        return found


def ranges(text: str, readings: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Where words of ``text`` begin like a reading: (start, end) in code points, in order."""
    found = []
    for word in _NAME_WORD.finditer(text):
        folded = _plain(word[0])
        fitting = [len(each) for each in readings if folded.startswith(each)]
        if fitting:
            found.append((word.start(), word.start() + _typed_length(word[0], max(fitting))))
    return tuple(found)


def _typed_length(word: str, folded: int) -> int:
    """How many letters of ``word`` give its first ``folded`` letters: "O'B" for "ob"."""
    lengths = range(1, len(word))
    return next((n for n in lengths if len(_plain(word[:n])) >= folded), len(word))


def _readings(chunk: str) -> list[tuple[str, int]]:
    """What a piece of the query may stand for, with the least distance of what it finds."""
    folded, typed = fold(chunk).strip(), _plain(chunk).strip()
    if not typed or not any(letter.isalnum() for letter in folded):
        return []
    others = (*other_layouts(folded), *cyrillic_spellings(typed), *latin_spellings(typed))
    return [(typed, NAME), *((other, RESPELT) for other in dict.fromkeys(others))]


def spellings(word: str) -> list[str]:
    """The word folded, and in other letters and keyboard layouts."""
    return [reading for reading, _ in _readings(word)]


def word_test(typed: str, *, respelt: bool) -> Callable[[str], bool]:
    """Tells whether a text holds every word of ``typed``, upper or lower case.

    ``respelt``: also in Cyrillic or Latin letters, or typed in another keyboard layout.
    """
    words = [[_plain(chunk)] for chunk in typed.split()]
    if respelt:
        words = [[*word, *(each for each, _ in _readings(word[0]))] for word in words]

    def holds(text: str) -> bool:
        plain = _plain(text)
        return all(any(each in plain for each in word) for word in words)

    return holds


def _plain(text: str) -> str:
    return _APOSTROPHES.sub("", fold(text))


def _keys(person: Person) -> Iterator[tuple[str, int]]:
    """Every beginning to find a person by, with its distance; the nearest for equal ones."""
    keys: dict[str, int] = {}
    for distance, text in (
        (NAME, f"{person.name} {person.other_names}"),
        (LATIN, person.latin_name),
        (COMPANY, person.company_words),
    ):
        for word in compounds(text):
            keys.setdefault(word, distance)
            for part in parts(word):
                keys.setdefault(part, max(distance, INNER))
    yield from keys.items()
    addresses = fold(f"{person.login} {person.emails}").split()
    yield from ((address, LATIN) for address in addresses)
    yield from ((key, ADDRESS) for key in dict.fromkeys(_address_parts(addresses)))


def _address_parts(addresses: list[str]) -> Iterator[str]:
    for address in addresses:
        local, _, domain = address.partition("@")
        yield from parts(local)
        if domain:
            yield f"@{domain}"
            yield domain
            yield from parts(domain)[:-1]
