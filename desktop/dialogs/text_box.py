"""What the dialogs need of a place to write in; the window hands in a factory that makes one."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from models.commands import FileRef


class TextBox(Protocol):
    """A widget with formatted text and the files that belong to it.

    Signals: ``text_edited()`` and ``files_changed()`` by the person, ``failed(DeskError)`` when a
    file could not be kept.
    """

    @property
    def text_edited(self) -> SignalInstance: ...

    @property
    def files_changed(self) -> SignalInstance: ...

    @property
    def failed(self) -> SignalInstance: ...

    def html(self) -> str:
        """The text in canonical form; empty when there is none."""

    def files(self) -> tuple[FileRef, ...]: ...

    def busy(self) -> bool:
        """True while a pasted picture is still being kept."""

    def show_content(self, html: str, files: Sequence[FileRef]) -> None: ...

    def edit_widget(self) -> QWidget:
        """What takes the keyboard."""


# What it makes is a QWidget and a TextBox.
TextBoxFactory = Callable[[QWidget], TextBox]
