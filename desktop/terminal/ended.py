"""How a call without a window ends early; apart from the session, which a window does not need."""

from __future__ import annotations


class Ended(Exception):
    """The call ends with this exit code; the sentence goes to stderr."""

    def __init__(self, code: int, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
