"""A colour for rows: one of those that are offered, or one's own for bright themes and the dark."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from desktop.settings.taste_words import PRESETS, aspect_words, colour_words
from desktop.theme import DARK, LIGHT, current_theme, theme_state
from desktop.widgets.contrast import Aspect, shown
from models.taste import Pair

_HEX = re.compile(r"#?([0-9a-fA-F]{6})")
_NONE, _OWN = "", "own"
_SWATCH_PX, _FIELD_PX = QSize(24, 14), 86


class ColourField(QWidget):
    """Signals: ``changed()``."""

    changed = Signal()

    def __init__(self, aspect: Aspect, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presets = PRESETS[aspect]
        name = aspect_words(aspect)
        self.choice, self.bright, self.dark = QComboBox(), QLineEdit(), QLineEdit()
        self.choice.setAccessibleName(name)
        self.choice.setIconSize(_SWATCH_PX)
        self.choice.addItem(self.tr("As usual"), _NONE)
        for key in self._presets:
            self.choice.addItem(colour_words(key), key)
        self.choice.addItem(self.tr("Another colour"), _OWN)
        for field, words in (
            (self.bright, self.tr("{0}, colour in bright themes")),
            (self.dark, self.tr("{0}, colour in the dark theme")),
        ):
            field.setAccessibleName(words.format(name))
            field.setToolTip(words.format(name))
            field.setMaxLength(7)
            field.setFixedWidth(_FIELD_PX)
            field.textEdited.connect(self._on_typed)
        self._lay_out()
        self.choice.activated.connect(self._on_chosen)
        theme_state().changed.connect(self._show_swatches)
        self.show_pair(None)

    def show_pair(self, pair: Pair | None) -> None:
        """Does not emit."""
        preset = next((key for key, known in self._presets.items() if known == pair), _OWN)
        self.choice.setCurrentIndex(self.choice.findData(preset if pair else _NONE))
        self.bright.setText(pair.bright if pair else "")
        self.dark.setText(pair.dark if pair else "")
        self._show_fields()
        self._show_swatches()

    def pair(self) -> Pair | None:
        """What is chosen; None for the usual colour, and for what is no colour yet."""
        chosen = str(self.choice.currentData())
        if chosen != _OWN:
            return self._presets.get(chosen)
        bright, dark = _colour(self.bright.text()), _colour(self.dark.text())
        return Pair(bright, dark) if bright and dark else None

    def wrong_field(self) -> QLineEdit | None:
        """The field in which no colour stands though one should."""
        if self.choice.currentData() != _OWN:
            return None
        fields = (self.bright, self.dark)
        return next((field for field in fields if not _colour(field.text())), None)

    def put(self, colour: str, *, dark: bool) -> None:
        """Take another colour for one side."""
        pair = self.pair()
        if pair is not None:
            self.show_pair(Pair(pair.bright, colour) if dark else Pair(colour, pair.dark))
            self.changed.emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (self.choice, self.bright, self.dark):
            row.addWidget(widget)
        row.addStretch(1)
        self.setFocusProxy(self.choice)

    def _show_fields(self) -> None:
        own = self.choice.currentData() == _OWN
        for field in (self.bright, self.dark):
            field.setVisible(own)

    @Slot(int)
    def _on_chosen(self) -> None:
        """Own colours begin with those that stood there."""
        preset = self._presets.get(str(self.choice.currentData()))
        if preset is not None:
            self.bright.setText(preset.bright)
            self.dark.setText(preset.dark)
        self._show_fields()
        self._on_typed()

    @Slot()
    def _on_typed(self) -> None:
        self._show_swatches()
        self.changed.emit()

    @Slot()
    def _show_swatches(self) -> None:
        """What stands in a field shows beside it, on the ground of its theme."""
        theme = current_theme()
        for row, key in enumerate(self._presets, 1):
            self.choice.setItemIcon(row, swatch(shown(self._presets[key], theme)))
        for field, side in ((self.bright, LIGHT), (self.dark, DARK)):
            ground, ink = side.panel_and_card_background, side.text
            colour = _colour(field.text())
            bar = f"border-left: 12px solid {colour};" if colour else ""
            field.setStyleSheet(f"QLineEdit {{ background: {ground}; color: {ink}; {bar} }}")


def _colour(text: str) -> str:
    found = _HEX.fullmatch(text.strip())
    return f"#{found[1].lower()}" if found else ""


def swatch(colour: str) -> QIcon:
    """A small patch of it."""
    picture = QPixmap(_SWATCH_PX)
    picture.fill(QColor(colour))
    painter = QPainter(picture)
    painter.setPen(QColor(current_theme().control_border))
    painter.drawRect(0, 0, _SWATCH_PX.width() - 1, _SWATCH_PX.height() - 1)
    painter.end()
    return QIcon(picture)
