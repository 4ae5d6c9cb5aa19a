"""What the chosen category tells, in the form of a new ticket; and the word about a screenshot."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.dialogs.choices import IdCombo
from desktop.dialogs.text_box import TextBox
from desktop.hint_words import channel_hint_words
from desktop.ticket_words import CHANNEL_ICONS
from desktop.widgets.button import Button
from desktop.widgets.hint_line import HintLine
from models.classify import Hints
from models.queries.hints import NO_HINTS


class CategoryHint(QWidget):
    """No room while nothing is told. Once, before a ticket without a picture is saved, it offers to
    ask for one; what is pressed then, or saving once more, goes on.

    Signals: ``save_wanted()``; ``ask_wanted()``: save, and ask the requester for a screenshot.
    """

    save_wanted = Signal()
    ask_wanted = Signal()

    def __init__(self, category: IdCombo, box: TextBox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._category, self._box = category, box
        self._known: Mapping[str, Hints] = {}
        self._warned = ""
        self.advice = HintLine()
        self.picture = Button(self.tr("Add a picture"), "image", kind="flat", small=True)
        self.ask = Button(self.tr("Ask for a screenshot"), "screenshot", small=True)
        self.save = Button(self.tr("Save anyway"), kind="flat", small=True)
        self.screenshot = HintLine(self.picture, self.ask, self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 7, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.advice)
        layout.addWidget(self.screenshot)
        self.ask.clicked.connect(self.ask_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.picture.clicked.connect(box.edit_widget().setFocus)
        category.currentIndexChanged.connect(self.look)
        box.files_changed.connect(self.look)
        self.look()

    def show_known(self, known: Mapping[str, Hints]) -> None:
        """What each category tells."""
        self._known = known
        self.look()

    def problem(self) -> tuple[str, QWidget] | None:
        """Once for a category: it would like a picture, and there is none."""
        chosen = self._category.chosen() or ""
        if not self._lacks() or chosen == self._warned:
            return None
        self._warned = chosen
        self.look()
        return self.tr("There is no screenshot yet."), self.ask

    def _lacks(self) -> bool:
        is_image = (file.media_type.startswith("image/") for file in self._box.files())
        return self._hints().screenshot and not any(is_image)

    def _hints(self) -> Hints:
        return self._known.get(self._category.chosen() or "", NO_HINTS)

    @Slot()
    def look(self) -> None:
        """Category or files may be others."""
        hints, lacks = self._hints(), self._lacks()
        told = (hints.text, channel_hint_words(hints.channel))
        icon = CHANNEL_ICONS.get(hints.channel, "info-circle")
        self.advice.show_hint(" · ".join(filter(None, told)), icon)
        there, missing = self.tr("The screenshot is there"), self.tr("A screenshot helps here")
        words = missing if lacks else there
        self.screenshot.show_hint(words if hints.screenshot else "", "screenshot")
        warned = lacks and self._warned == self._category.chosen()
        self.picture.setVisible(lacks and not warned)
        self.ask.setVisible(warned)
        self.save.setVisible(warned)
        self.setVisible(hints != NO_HINTS)
