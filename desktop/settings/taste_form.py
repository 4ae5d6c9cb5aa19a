"""One rule of how rows look and sound, to be written; a colour that can't be seen is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop.icons import icon
from desktop.settings.colour_field import ColourField
from desktop.settings.taste_words import aspect_words, faint_words, sound_words
from desktop.theme import current_theme
from desktop.widgets.button import Button
from desktop.widgets.contrast import Aspect, Faint, faint
from models.errors import BadFilter
from models.filters import Term, is_on, with_term, without_term
from models.taste import SOUNDS, TasteRule, highlight

ASPECTS: tuple[Aspect, ...] = ("ground", "ink", "strip")


class TasteForm(QWidget):
    """``trouble_of`` says what is wrong with a condition; ``icons`` are names and words.

    Signals: ``saved(TasteRule)`` for a rule that can be; ``looked(Highlight | None)``: what it
    makes of a row now; ``sound_tried(str)``; ``filters_wanted()``: a list of conditions.
    """

    saved = Signal(object)
    looked = Signal(object)
    sound_tried = Signal(str)
    filters_wanted = Signal()

    def __init__(
        self,
        trouble_of: Callable[[str], str],
        icons: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._trouble_of = trouble_of
        self._rule = TasteRule(id="")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("priority:urgent tag:vip")
        self.more = Button(self.tr("Filter"), "filter")
        self.colours = {aspect: ColourField(aspect) for aspect in ASPECTS}
        self.icon, self.sound = QComboBox(), QComboBox()
        self.hear = Button(self.tr("Listen"), "bell")
        self.trouble, self.take = QLabel(), Button("", small=True)
        self.save = Button(self.tr("Save the rule"), kind="primary")
        self._fill(icons)
        self._lay_out()
        self._connect()
        self._say()

    def show_rule(self, rule: TasteRule) -> None:
        """Write on this one from now on."""
        self._rule = rule
        self.filter.setText(rule.filter)
        for aspect, field in self.colours.items():
            field.show_pair(getattr(rule, aspect))
        self.icon.setCurrentIndex(max(0, self.icon.findData(rule.icon)))
        self.sound.setCurrentIndex(max(0, self.sound.findData(rule.sound)))
        self._on_changed()

    def show_kept(self, rule: TasteRule) -> None:
        """The same rule as it is kept now; what was written here and not saved stays."""
        is_written = self.rule() != self._rule
        self._rule = rule
        if not is_written:
            self.show_rule(rule)

    def rule(self) -> TasteRule:
        """What stands in the form."""
        colours = {aspect: field.pair() for aspect, field in self.colours.items()}
        return replace(
            self._rule,
            filter=self.filter.text().strip(),
            icon=str(self.icon.currentData()),
            sound=str(self.sound.currentData()),
            **colours,
        )

    def problem(self) -> tuple[str, QWidget] | None:
        """What keeps the rule from being saved, and where to mend it."""
        rule = self.rule()
        if not rule.filter:
            return self.tr("Say for which tickets: choose a filter."), self.filter
        if said := self._trouble_of(rule.filter):
            return said, self.filter
        if colour := self._colour_problem():
            return colour
        if not any((rule.ground, rule.ink, rule.strip, rule.icon, rule.sound)):
            return self.tr("Choose a colour, an icon or a sound."), self.colours["ground"]
        return None

    @Slot(object)
    def toggle_term(self, term: Term) -> None:
        """A condition was chosen in the list of them."""
        typed = self.filter.text()
        try:
            self.filter.setText((without_term if is_on(typed, term) else with_term)(typed, term))
        except BadFilter:
            self.filter.setFocus()
        self._on_changed()

    def _colour_problem(self) -> tuple[str, QWidget] | None:
        for aspect, field in self.colours.items():
            if wrong := field.wrong_field():
                words = self.tr("{0}: write a colour such as #c02b2b, for each of both.")
                return words.format(aspect_words(aspect)), wrong
        refused = self._refused()
        return (faint_words(refused[0], refused[1]), self.colours[refused[0]]) if refused else None

    def _refused(self) -> tuple[Aspect, Faint] | None:
        """The first colour that can't be seen in every theme."""
        ground = self.colours["ground"].pair()
        for aspect, field in self.colours.items():
            pair = field.pair()
            if pair is not None and (found := faint(aspect, pair, ground)):
                return aspect, found
        return None

    def _fill(self, icons: Sequence[tuple[str, str]]) -> None:
        self.icon.addItem(self.tr("No icon"), "")
        for name, words in icons:
            self.icon.addItem(icon(name, current_theme().secondary_text), words, name)
        for sound in ("", *SOUNDS):
            self.sound.addItem(sound_words(sound), sound)
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        rows: list[tuple[str, QWidget, QWidget | None]] = [
            (self.tr("Tickets"), self.filter, self.more),
            *((aspect_words(aspect), field, None) for aspect, field in self.colours.items()),
            (self.tr("Icon"), self.icon, None),
            (self.tr("Sound"), self.sound, self.hear),
        ]
        for row, (words, field, beside) in enumerate(rows):
            label, line = QLabel(words), QHBoxLayout()
            line.setSpacing(8)
            label.setBuddy(field)
            if not isinstance(field, ColourField):
                field.setAccessibleName(words)
            line.addWidget(field, int(field is self.filter))
            if beside is not None:
                line.addWidget(beside)
            if field is not self.filter:
                line.addStretch(1)
            grid.addWidget(label, row, 0)
            grid.addLayout(line, row, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.trouble, 1)
        foot.addWidget(self.take)
        foot.addWidget(self.save)
        grid.addLayout(foot, len(rows), 0, 1, 2)

    def _connect(self) -> None:
        self.filter.textEdited.connect(self._on_changed)
        self.more.clicked.connect(self.filters_wanted)
        self.icon.activated.connect(self._on_changed)
        self.sound.activated.connect(self._on_changed)
        for field in self.colours.values():
            field.changed.connect(self._on_changed)
        self.hear.clicked.connect(lambda: self.sound_tried.emit(self.rule().sound))
        self.take.clicked.connect(self._on_taken)
        self.save.clicked.connect(self._on_save)

    @Slot()
    def _on_changed(self) -> None:
        """A colour that can't be seen is told of at once, the rest when it is saved."""
        self.hear.setEnabled(bool(self.rule().sound))
        problem = self._colour_problem()
        self._say(problem[0] if problem else "")
        self.looked.emit(highlight([self.rule()]))

    @Slot()
    def _on_save(self) -> None:
        problem = self.problem()
        if problem is None:
            self._say()
            self._rule = self.rule()
            self.saved.emit(self._rule)
            return
        self._say(problem[0])
        problem[1].setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, problem[0]))

    @Slot()
    def _on_taken(self) -> None:
        """The nearest colour that can be seen, in place of the one that is refused."""
        if (refused := self._refused()) and refused[1].nearest is not None:
            self.colours[refused[0]].put(refused[1].nearest, dark=refused[1].is_dark())

    def _say(self, words: str = "") -> None:
        self.trouble.setText(words)
        self.trouble.setProperty("tone", "overdue" if words else "")
        self.trouble.style().polish(self.trouble)
        refused = self._refused() if words else None
        nearest = (refused[1].nearest if refused else None) or ""
        text = self.tr("Take {0}").format(nearest)
        self.take.setText(text)
        self.take.setAccessibleName(text)
        self.take.setVisible(bool(nearest))
