"""Where the words of a query stand in a text, in any of their forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.rows import Mark
from models.search import QueryWord, normalise

SNIPPET_LENGTH = 100
_BEFORE_HIT = 30
_WORD = re.compile(r"\w+(?:[.@_\-]\w+)*")


class Words:
    """Finds the words of a query in plain text, in any of their forms."""

    def __init__(self, words: Sequence[QueryWord]) -> None:
        self._tokens = {t: n for n, w in enumerate(words) for some in w.any_of for t in some}
        self._starts = {start: n for n, w in enumerate(words) for start in w.prefixes}
        self._known: dict[str, int | None] = {}

    def marks(self, text: str) -> tuple[Mark, ...]:
        return tuple((start, end) for start, end, _ in self._hits(text))

    def snippet(self, text: str) -> str:
        """About 100 letters from where the most different words stand together."""
        start = self._best_start(text)
        if start <= _BEFORE_HIT:
            start = 0
        else:
            start = text.find(" ", start - _BEFORE_HIT, start) + 1 or start
        end = start + SNIPPET_LENGTH
        if end < len(text):
            cut = text.rfind(" ", start, end)
            end = cut if cut > start else end
        return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")

    def _best_start(self, text: str) -> int:
        hits = self._hits(text)
        room = SNIPPET_LENGTH - _BEFORE_HIT

        def different(place: int) -> int:
            first = hits[place][0]
            return len({word for _, end, word in hits[place:] if end <= first + room})

        best = max(range(len(hits)), key=different, default=None)
        return 0 if best is None else hits[best][0]

    def _hits(self, text: str) -> list[tuple[int, int, int]]:
        """(start, end, which word), in the order of the text; at most 200."""
        found = []
        for word in _WORD.finditer(text):
            meant = self._meant(word[0])
            if meant is not None:
                found.append((word.start(), word.end(), meant))
            if len(found) == 200:
                break
        return found

    def _meant(self, word: str) -> int | None:
        if word not in self._known:
            meant = (self._of_token(token) for token in normalise(word))
            self._known[word] = next((n for n in meant if n is not None), None)
        return self._known[word]

    def _of_token(self, token: str) -> int | None:
        if token in self._tokens:
            return self._tokens[token]
        return next((n for start, n in self._starts.items() if token.startswith(start)), None)
