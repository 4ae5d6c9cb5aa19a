"""Finding a setting by its words, in whatever layout and with a letter wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from models.search.phrases import PhraseMatch, phrase_match

Hit = tuple[PhraseMatch, QWidget]


def hits(page: QWidget, typed: str) -> list[Hit]:
    """What of a page is shown and has these words, from the top down."""
    return [
        (match, widget)
        for widget in page.findChildren(QWidget)
        if widget.isVisibleTo(page) and (match := phrase_match(typed, _words_of(widget)))
    ]


def mark(label: QWidget, found: bool) -> None:
    """Put a label on a tint, or take it off."""
    if isinstance(label, QLabel) and bool(label.property("found")) != found:
        label.setProperty("found", found)
        label.style().polish(label)


def control_of(hit: QWidget) -> QWidget:
    """What has the keyboard for a hit: the field that a label names, else the hit itself."""
    buddy = hit.buddy() if isinstance(hit, QLabel) else None
    return buddy if isinstance(buddy, QWidget) else hit


def _words_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text() or widget.accessibleName()
    if isinstance(widget, QComboBox):
        choices = [widget.itemText(index) for index in range(widget.count())]
        return " ".join((widget.accessibleName(), *choices))
    return widget.accessibleName() if isinstance(widget, QLineEdit) else ""
