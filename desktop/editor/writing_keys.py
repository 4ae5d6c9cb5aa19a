"""The keys of a text that is being written, for the card that lists all keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.actions.registry import KeyNote
from desktop.editor.format_bar import LINK_KEY
from desktop.editor.rich_text_edit import CHECK_KEY, CODE_KEY, LIST_KEYS, MARK_KEYS, QUOTE_KEY

SEND_KEY, SEND_AND_DONE_KEY = "Ctrl+Enter", "Ctrl+Shift+Enter"


def writing_keys() -> list[KeyNote]:
    """In the order of the buttons over the text."""
    tr = QCoreApplication.translate
    place = tr("WritingKeys", "While writing")
    keys = (
        (tr("WritingKeys", "Send"), SEND_KEY),
        (tr("WritingKeys", "Send and mark done"), SEND_AND_DONE_KEY),
        (tr("WritingKeys", "Bold"), MARK_KEYS["b"]),
        (tr("WritingKeys", "Italic"), MARK_KEYS["i"]),
        (tr("WritingKeys", "Underline"), MARK_KEYS["u"]),
        (tr("WritingKeys", "Strike through"), MARK_KEYS["s"]),
        (tr("WritingKeys", "Bulleted list"), LIST_KEYS["u"]),
        (tr("WritingKeys", "Numbered list"), LIST_KEYS["o"]),
        (tr("WritingKeys", "Check list"), LIST_KEYS["c"]),
        (tr("WritingKeys", "Tick an entry"), CHECK_KEY),
        (tr("WritingKeys", "Quote"), QUOTE_KEY),
        (tr("WritingKeys", "Code"), CODE_KEY),
        (tr("WritingKeys", "Link"), LINK_KEY),
        (tr("WritingKeys", "Undo typing"), "Ctrl+Z"),
        (tr("WritingKeys", "Redo typing"), "Ctrl+Y"),
    )
    return [KeyNote(place, text, key) for text, key in keys]
