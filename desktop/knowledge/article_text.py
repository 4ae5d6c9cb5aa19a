"""Shows an article's text. It is cleaned once more here, and nothing is ever fetched for it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import (
    QDesktopServices,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.comfort import scaled
from desktop.theme import Theme, current_theme, theme_state
from models.richtext import sanitize

_SAFE_SCHEMES = ("http", "https", "mailto")
_MARGIN_PX, _INDENT_PX = 20, 24
_HEADING_PX = {1: 17, 2: 15, 3: 13}
_LOOK = """
h1 {{ font-weight: 600; margin-top: 0px; margin-bottom: 8px; }}
h2 {{ font-weight: 600; margin-top: 16px; margin-bottom: 6px; }}
h3 {{ font-weight: 600; margin-top: 12px; margin-bottom: 4px; }}
p, li {{ line-height: 145%; margin-bottom: 6px; }}
a {{ color: {accent}; }}
code, pre {{ background-color: {code_background}; }}
pre {{ margin: 8px; }}
blockquote {{ background-color: {accent_tint}; margin: 10px 16px; }}
table {{ border-collapse: collapse; border: 1px solid {control_border}; margin-top: 6px; }}
th, td {{ border: 1px solid {control_border}; padding: 5px 9px; }}
th {{ background-color: {code_background}; font-weight: 600; text-align: left; }}
"""


class ArticleTextView(QTextBrowser):
    """Links open outside, by the person's click; pictures that are not here stay empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html = ""
        self.setOpenLinks(False)
        self.setProperty("kind", "bare")
        self.setAccessibleName(self.tr("Text of the article"))
        self.anchorClicked.connect(self._on_anchor_clicked)
        theme_state().changed.connect(self._on_theme_changed)

    def show_html(self, html: str) -> None:
        """Show a text from its beginning."""
        self._html = sanitize(html)
        self._on_theme_changed()
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing is loaded, neither from the network nor from the disk."""
        return None

    @Slot()
    def _on_theme_changed(self) -> None:
        document = self.document()
        document.setDefaultStyleSheet(_look_of(current_theme()))
        document.setDocumentMargin(_MARGIN_PX)
        document.setIndentWidth(_INDENT_PX)
        self.setHtml(self._html)
        _size_headings(document)

    @Slot(QUrl)
    def _on_anchor_clicked(self, target: QUrl) -> None:
        if target.scheme() in _SAFE_SCHEMES:
            QDesktopServices.openUrl(target)


def _size_headings(document: QTextDocument) -> None:
    """Sizes of our own; Qt's step for a heading would come on top of one in the style sheet."""
    block = document.begin()
    while block.isValid():
        size_px = _HEADING_PX.get(block.blockFormat().headingLevel())
        if size_px is not None:
            cursor = QTextCursor(block)
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            look = cursor.charFormat()
            look.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
            look.setProperty(QTextFormat.Property.FontPixelSize.value, scaled(size_px))
            cursor.setCharFormat(look)
        block = block.next()


def _look_of(theme: Theme) -> str:
    return _LOOK.format(
        accent=theme.accent,
        accent_tint=theme.accent_tint,
        code_background=theme.code_background,
        control_border=theme.control_border,
    )
