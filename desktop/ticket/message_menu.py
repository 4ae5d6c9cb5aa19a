"""What can be done with one message, as a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ticket.held_acts import held_acts
from desktop.ticket.message_layout import is_held_by, is_picture, shown_html
from models.commands.texts import EDITED_KINDS, MAILED
from models.rows import Actor, FileRow, MessageRow

EDIT_KEY, VERSIONS_KEY = "E", "V"


class MessageMenu(QMenu):
    """Goes away by itself.

    Signals: ``copy_chosen()``, ``whole_chosen()``, ``edit_chosen()``, ``versions_chosen()``,
    ``split_chosen()``;
    ``held_chosen(str)`` with an act of ``held_acts``; ``open_chosen(FileRow)``,
    ``save_chosen(FileRow)``, ``picture_chosen(FileRow)``: copy it.
    """

    copy_chosen = Signal()
    whole_chosen = Signal()
    edit_chosen = Signal()
    versions_chosen = Signal()
    split_chosen = Signal()
    held_chosen = Signal(str)
    open_chosen = Signal(object)
    save_chosen = Signal(object)
    picture_chosen = Signal(object)

    def __init__(self, message: MessageRow, me: Actor | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add(self.tr("Copy text"), self.copy_chosen.emit)
        if message.html and len(shown_html(message, False)[0]) < len(message.html):
            self._add(self.tr("Show all of it"), self.whole_chosen.emit)
        self._add_text_acts(message, me)
        self._add(self.tr("Split off…"), self.split_chosen.emit)
        for file in message.files:
            self._add_file_acts(file)

    def _add_text_acts(self, message: MessageRow, me: Actor | None) -> None:
        if is_held_by(message, me.id if me else ""):
            self.addSeparator()
            for act, words, key in held_acts():
                self._add(f"{words}\t{key}", partial(self.held_chosen.emit, act))
        elif may_edit(message, me):
            self._add(f"{self.tr('Edit')}\t{EDIT_KEY}", self.edit_chosen.emit)
        if message.edited_at_ms:
            self._add(f"{self.tr('Earlier versions…')}\t{VERSIONS_KEY}", self.versions_chosen.emit)

    def _add_file_acts(self, file: FileRow) -> None:
        self.addSeparator()
        opens = self.tr("Open “%1”").replace("%1", file.name)
        saves = self.tr("Save “%1”…").replace("%1", file.name)
        self._add(opens, lambda: self.open_chosen.emit(file))
        self._add(saves, lambda: self.save_chosen.emit(file))
        if is_picture(file):
            self._add(self.tr("Copy picture"), lambda: self.picture_chosen.emit(file))

    def _add(self, words: str, act: Callable[[], object]) -> None:
        self.addAction(words).triggered.connect(lambda: act())


def may_edit(message: MessageRow, me: Actor | None) -> bool:
    """Whether this person may change the text: the rule of ``EditMessage``, before it is asked."""
    if me is None or message.kind not in EDITED_KINDS or message.delivery in MAILED:
        return False
    return message.author_id == me.id or me.role != "agent"
