"""A month to pick a day from, and a field for day and time that opens it."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateTimeEdit, QWidget

from desktop.theme import current_theme, theme_state

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class Calendar(QCalendarWidget):
    """Weeks as the locale begins them, no week numbers, weekends grey: red means overdue here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setFirstDayOfWeek(self.locale().firstDayOfWeek())
        self.setAccessibleName(self.tr("Calendar"))
        self._on_theme_changed()
        theme_state().changed.connect(self._on_theme_changed)

    @Slot()
    def _on_theme_changed(self) -> None:
        theme = current_theme()
        grey, plain = QTextCharFormat(), QTextCharFormat()
        grey.setForeground(QColor(theme.secondary_text))
        plain.setForeground(QColor(theme.text))
        for day in Qt.DayOfWeek:
            self.setWeekdayTextFormat(day, grey if day in _WEEKEND else plain)
        self.setHeaderTextFormat(grey)


class DateTimeField(QDateTimeEdit):
    """Day and time in the reader's own form, local time, with the calendar behind the arrow."""

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self.setCalendarPopup(True)
        self.setCalendarWidget(Calendar(self))
