"""Index tokens of a text; the engine and the server store them, queries look for them.

Tokens hold letters and digits only, so FTS5 and PostgreSQL's `simple` both keep them whole.
A change here that alters any token, or in what a document is made from (`models.indexing`), raises
`TOKENS_VERSION`, which makes every store index anew.
The rules are told in `docs/search.md`.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from models.search import bulgarian

TOKENS_VERSION = 2

LONGEST_TOKEN = 64
_LONGEST_COMPOUND = 200
_MOST_JOINED_PARTS = 8

_stemming = Lock()  # a Snowball stemmer keeps the word it works on in itself

# Soft hyphens, zero-width and direction marks sit inside words and are not seen.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
_NUMERO = re.compile("[№#]")
_MARKS = re.compile("[\u0300-\u036f]+")
_SHORT_I = re.compile("и[\u0300-\u036f]*\u0306")
_LATIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
_APOSTROPHE = re.compile("(?<=[^\\W\\d_])['’ʼ`](?=[^\\W\\d_])")
_COMPOUND = re.compile(r"[^\W_]+(?:[.@_\-‐][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
_DIGIT_GAP = re.compile(r"(?<=\d)[.@_\-‐](?=\d)")
_CONNECTOR = re.compile(r"[.@_\-‐]")

_CYRILLIC = re.compile("[а-яѐ-џґ]")
_LOOKALIKE_TO_LATIN = str.maketrans("авсенкмортху", "abcehkmoptxy")
_LOOKALIKE_TO_CYRILLIC = str.maketrans("abcehkmoptxy", "авсенкмортху")
_ONLY_RUSSIAN = re.compile("[ыэ]|ь(?!о)")
_ONLY_BULGARIAN = re.compile("ъ(?![еюя])")


def normalise(text: str) -> list[str]:
    """The index tokens of ``text`` in its order, repeats kept.

    A Cyrillic word gives its Russian and its Bulgarian stem (once if equal), a Latin word its
    English stem. "anna.petrova@corp.example" gives itself joined, both halves joined, and the
    parts. Any string is fine; one without letters or digits gives an empty list.
    """
    tokens: list[str] = []
    for compound in compounds(text):
        if len(compound) <= _LONGEST_COMPOUND:
            tokens.extend(_compound_tokens(compound))
        else:
            for piece in parts(compound):
                tokens.extend(word_tokens(piece[:LONGEST_TOKEN]))
    return tokens


def compounds(text: str) -> list[str]:
    """Folded words of ``text`` with what hangs together by ``. @ _ -`` still in one piece."""
    return _COMPOUND.findall(_APOSTROPHE.sub("", fold(text)))


def fold(text: str) -> str:
    """Case, accents, width and invisible signs levelled; ё is е, й stays."""
    if text.isascii():
        return text.lower().replace("#", " ")
    text = _NUMERO.sub(" ", _INVISIBLE.sub("", text))
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    if "\u0306" in text:
        text = _SHORT_I.sub("й", text)
    return unicodedata.normalize("NFC", _MARKS.sub("", text)).translate(_LATIN)


def parts(compound: str) -> list[str]:
    return _PART.findall(compound)


def joined(compound: str) -> str:
    """A compound as one word: "srv-file8" is "srvfile8", "10.0.0.1" is "10d0d0d1"."""
    return _CONNECTOR.sub("", _DIGIT_GAP.sub("d", compound))


@lru_cache(maxsize=20_000)
def word_tokens(word: str) -> tuple[str, ...]:
    """Tokens of one folded word: its stems, or the word itself when it holds a digit."""
    word = _one_script(word)[:LONGEST_TOKEN]
    if not word.isalpha():
        return (word,)
    with _stemming:
        return tuple(dict.fromkeys(_stems(word)))


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer  # its thirty languages are not needed before the first word

    return snowballstemmer.stemmer(language)


def _stems(word: str) -> Iterator[str]:
    if not _CYRILLIC.search(word):
        yield _stemmer("english").stemWord(word)
        return
    if not _ONLY_BULGARIAN.search(word) or _ONLY_RUSSIAN.search(word):
        yield _stemmer("russian").stemWord(word)
    if not _ONLY_RUSSIAN.search(word):
        yield bulgarian.stem(word)


@lru_cache(maxsize=50_000)
def _compound_tokens(compound: str) -> tuple[str, ...]:
    pieces = parts(compound)
    if len(pieces) == 1:
        return word_tokens(pieces[0])
    tokens = [token for whole in _wholes(compound) for token in word_tokens(whole)]
    tokens.extend(token for piece in pieces for token in word_tokens(piece))
    return tuple(tokens)


def _wholes(compound: str) -> Iterator[str]:
    """The compound joined; both sides of an @; each part between dots; each parent domain."""
    seen: dict[str, None] = {compound: None}
    for side in compound.split("@"):
        labels = side.split(".")
        seen.update(dict.fromkeys(".".join(labels[start:]) for start in range(len(labels) - 1)))
        seen.update(dict.fromkeys(labels))
    for whole in seen:
        count = len(parts(whole))
        if 1 < count <= _MOST_JOINED_PARTS and len(whole) <= LONGEST_TOKEN:
            yield joined(whole)


def _one_script(word: str) -> str:
    """Undo look-alike letters: "1С" typed with a Cyrillic С is "1c", "cервер" is "сервер"."""
    if word.isascii() or not _CYRILLIC.search(word):
        return word
    if not word.isalpha():
        latin = word.translate(_LOOKALIKE_TO_LATIN)
        return latin if latin.isascii() else word
    if re.search("[a-z]", word):
        return _to_majority(word)
    return word


def _to_majority(word: str) -> str:
    latin = word.translate(_LOOKALIKE_TO_LATIN)
    cyrillic = word.translate(_LOOKALIKE_TO_CYRILLIC)
    if latin.isascii():
        return latin if not re.fullmatch("[а-яѐ-џ]+", cyrillic) or _mostly_latin(word) else cyrillic
    return cyrillic


def _mostly_latin(word: str) -> bool:
    return sum(letter.isascii() for letter in word) * 2 > len(word)
