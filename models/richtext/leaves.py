"""Gathers runs of text into the lines of one leaf, and treats white space as a browser does."""

import re
from itertools import groupby

from models.richtext.tree import Format, Image, Leaf, Line, Run, line_text

_WHITE = " \t\n\r\f"
_SPACE = re.compile(f"[{_WHITE}]+")


class LeafWriter:
    """Writes one leaf after the other; a leaf begins with its first content."""

    def __init__(self) -> None:
        self._tag = ""
        self._lines: list[Line] = []
        self._ends_in_loose_space = False
        self._has_edges = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been written since the last leaf."""
        return not self._lines

    def collapsed(self, text: str, tag: str, form: Format) -> None:
        """Text in which white space only separates words."""
        text = _SPACE.sub(" ", text)
        if not self._has_content or self._ends_in_loose_space:
            text = text.removeprefix(" ")
        if text:
            self._append(Run(text, form), tag)
            self._ends_in_loose_space = text.endswith(" ")

    def spaced(self, text: str, tag: str, form: Format) -> None:
        """Text in which every space counts and a line feed begins a line.

        Line feeds between blocks (Qt writes one behind each) are no text.
        """
        if not self._has_content and tag != "pre" and "\n" in text and not text.strip(_WHITE):
            return
        for index, part in enumerate(text.split("\n")):
            if index:
                self.new_line(tag)
            if part:
                self._append(Run(part, form), tag)

    def image(self, image: Image, tag: str, form: Format) -> None:
        """A picture in the line; in code, which is plain text, its alternative text."""
        if tag != "pre":
            self._append(Run("", form, image), tag)
        elif image.alt:
            self._append(Run(image.alt, form), tag)

    def new_line(self, tag: str) -> None:
        """What ``<br>`` does."""
        self._open(tag)
        self._drop_loose_space()
        self._lines.append([])

    def break_line(self) -> None:
        """The edge of an element such as ``div``: the next content is in a line of its own.

        A line of nothing but no-break spaces is what mail programs write for an empty one.
        """
        self._has_edges = not self.is_empty
        if not self._has_content:
            return
        self._drop_loose_space()
        if not line_text(self._lines[-1]).strip("\xa0"):
            self._lines[-1] = []
        self._lines.append([])

    def finish(self) -> Leaf | None:
        """The leaf, or None if nothing was in it. Its last ``<br>`` shows nothing and goes.

        Where ``break_line`` made the lines, empty ones at either end only kept a distance from the
        neighbours, which paragraphs have anyway.
        """
        self._drop_loose_space()
        lines, self._lines = self._lines, []
        if self._has_edges:
            lines = _without_empty_ends(lines)
        elif lines and not lines[-1]:
            lines.pop()
        self._has_edges = False
        return Leaf(self._tag, [_merged(line) for line in lines]) if lines else None

    @property
    def _has_content(self) -> bool:
        return bool(self._lines and self._lines[-1])

    def _open(self, tag: str) -> None:
        if not self._lines:
            self._tag = tag
            self._lines.append([])

    def _append(self, run: Run, tag: str) -> None:
        self._open(tag)
        self._lines[-1].append(run)
        self._ends_in_loose_space = False

    def _drop_loose_space(self) -> None:
        if self._ends_in_loose_space:
            last = self._lines[-1].pop()
            if last.text != " ":
                self._lines[-1].append(last._replace(text=last.text[:-1]))
        self._ends_in_loose_space = False


def _without_empty_ends(lines: list[Line]) -> list[Line]:
    filled = [index for index, line in enumerate(lines) if line]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _merged(line: Line) -> Line:
    """Neighbours of one format as one run."""
    merged: Line = []
    for (form, image), runs in groupby(line, key=lambda run: (run.format, run.image)):
        if image:
            merged.extend(runs)
        else:
            merged.append(Run("".join(run.text for run in runs), form))
    return merged
