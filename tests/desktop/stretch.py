"""Words that are 40 % longer than the English ones, and a search for those that no longer fit."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QPoint, QTranslator
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QTabBar, QWidget

from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.pill import Pill

LONGER = 0.4
FILLER = " åäöüßñçêàãõ" * 40


class StretchTranslator(QTranslator):
    """Takes the English words and lengthens them; placeholders and ellipses stay."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.stretched = 0

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        if context.startswith("Q") or re.fullmatch(r"[dMyHm :,']+", source):
            return None  # Qt's own words, and forms of dates
        self.stretched += 1
        return stretch(source)


def stretch(words: str) -> str:
    """``Postpone`` becomes ``Postpone åä``; an ellipsis stays at the end."""
    bare = words.removesuffix("…").rstrip()
    more = FILLER[: max(2, round(len(bare) * LONGER))].rstrip()
    return bare + more + words[len(bare) :]


def cut_words(top: QWidget) -> list[str]:
    """What is shown below ``top`` and has less room than its words need, in words.

    Labels that elide themselves and tell the whole in a tip, and fields to type into whose
    placeholder is said in their accessible name too, are as they should be.
    """
    return [
        f"{type(widget).__name__} “{_words(widget)}”: {trouble}"
        for widget in top.findChildren(QWidget)
        if widget.isVisible() and (trouble := _trouble(widget, top))
    ]


def _trouble(widget: QWidget, top: QWidget) -> str:
    if not isinstance(widget, QLabel | QAbstractButton | QComboBox | QTabBar | Pill):
        return ""
    if not _words(widget) or isinstance(widget.parent(), QLineEdit):
        return ""
    right = widget.mapTo(top, QPoint(widget.width(), 0)).x()
    if right > top.width():
        return f"ends {right - top.width()} px outside"
    if isinstance(widget, ElidedLabel):
        return _elided_without_tip(widget)
    if isinstance(widget, QLabel) and widget.wordWrap():
        return _wrapped_too_high(widget)
    lacking = widget.sizeHint().width() - widget.width()
    return f"lacks {lacking} px" if lacking > 0 and not widget.toolTip() else ""


def _elided_without_tip(label: ElidedLabel) -> str:
    needed = label.fontMetrics().horizontalAdvance(label.text())
    cut = needed > label.contentsRect().width()
    return "elided without a tip" if cut and label.toolTip() != label.text() else ""


def _wrapped_too_high(label: QLabel) -> str:
    lacking = label.heightForWidth(label.width()) - label.height()
    return f"lacks {lacking} px of height" if lacking > 0 else ""


def _words(widget: QWidget) -> str:
    if isinstance(widget, QTabBar):
        return ", ".join(widget.tabText(index) for index in range(widget.count()))
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return widget.accessibleName()
