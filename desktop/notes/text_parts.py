"""What notes need of a text editor; the window hands in a factory that makes one."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QTextEdit, QWidget


class RichText(Protocol):
    """A QTextEdit whose content is canonical HTML.

    Signals: ``image_pasted(bytes)``, ``files_dropped(list[Path])``.
    """

    image_pasted: SignalInstance
    files_dropped: SignalInstance

    def canonical_html(self) -> str: ...

    def set_canonical_html(self, html: str) -> None: ...


class Buttons(Protocol):
    """The bar above the text. Signals: ``file_wanted()`` when a file is to be chosen."""

    file_wanted: SignalInstance


# Makes a text edit, which is a RichText too, and the bar, which is Buttons.
EditorFactory = Callable[[QWidget], tuple[QTextEdit, QWidget]]
