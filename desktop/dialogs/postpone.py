"""Putting a ticket aside until a moment; each choice shows the moment that it means."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDateTime, QLocale, Qt, Slot
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from desktop.dialogs.choice_list import ChoiceList
from desktop.dialogs.frame import DialogFrame
from desktop.dialogs.postpone_times import Choice, choices
from desktop.widgets.popup_delegate import ONE_LINE_HEIGHT_PX
from desktop.widgets.popup_row import PopupRow
from models.commands import SetTicket

_WIDTH_PX = 400
_PICK = "pick"


class PostponeDialog(DialogFrame):
    """Arrow keys and Enter are enough; "Another time" opens the field below."""

    def __init__(
        self,
        ticket_id: str,
        number: str,
        now: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.set_heading(
            self.tr("Postpone #%1").replace("%1", number),
            self.tr("It stays in its list, marked as postponed, and rises again at that time."),
            self.tr("Postpone"),
        )
        self._ticket_id, self._now = ticket_id, now
        self._choices = {choice.moment: choice for choice in choices(now)}
        self.list = ChoiceList(self.tr("When it comes back"))
        self.moment = QDateTimeEdit()
        self._lay_out_fields()
        self.watch_keys(self.list, self.moment)
        self.list.row_changed.connect(self._on_row_changed)
        self.list.row_chosen.connect(self._on_row_chosen)
        self.list.show_rows([*map(self._row, self._choices.values()), self._pick_row()])
        self.list.clicked.connect(self._on_clicked)
        self.resize(_WIDTH_PX, self.sizeHint().height())
        self.list.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        *,
        ticket_id: str,
        number: str,
        now: datetime | None = None,
        title: str = "",
    ) -> SetTicket | None:
        """The command, or None when cancelled. ``now`` is local and aware; ``title`` is for what
        is more than one ticket."""
        dialog = cls(ticket_id, number, now or datetime.now().astimezone(), parent)
        if title:
            dialog.rename(title)
        command = dialog.command() if dialog.exec() else None
        dialog.deleteLater()
        return command

    def command(self) -> SetTicket:
        """What the dialog says now."""
        fields = {"status": "postponed", "wake_at_ms": self.wake_at_ms()}
        return SetTicket(id=self._ticket_id, set=fields)

    def wake_at_ms(self) -> int:
        """The moment chosen, in UTC epoch milliseconds."""
        row = self.list.current_row()
        choice = self._choices.get(row.key) if row is not None else None  # type: ignore[call-overload]
        if choice is None:
            return int(self.moment.dateTime().toMSecsSinceEpoch())
        return _ms(choice.at)

    def problem(self) -> tuple[str, QWidget] | None:
        if self.wake_at_ms() <= _ms(self._now):
            return self.tr("Choose a time that is still to come."), self.moment
        return None

    def _lay_out_fields(self) -> None:
        self.list.setFixedHeight((len(self._choices) + 1) * ONE_LINE_HEIGHT_PX + 2)
        self.body.addWidget(self.list)
        self.body.addSpacing(4)
        self.moment.setAccessibleName(self.tr("Another time"))
        self.moment.setCalendarPopup(True)
        self.moment.setDisplayFormat("ddd d MMM yyyy  HH:mm")
        self.moment.setDateTime(_qt(self._choices["tomorrow"].at))
        self.moment.setMinimumDate(_qt(self._now).date())  # hour and minute come after the day
        self.body.addWidget(self.moment)

    def _row(self, choice: Choice) -> PopupRow:
        words = {
            "hour": self.tr("In an hour"),
            "afternoon": self.tr("This afternoon"),
            "tomorrow": self.tr("Tomorrow morning"),
            "monday": self.tr("Next Monday"),
        }
        return PopupRow(
            key=choice.moment,
            title=words[choice.moment],
            hint=self._shown(choice.at),
            icon_name="clock",
        )

    def _pick_row(self) -> PopupRow:
        return PopupRow(key=_PICK, title=self.tr("Another time …"), icon_name="calendar")

    def _shown(self, at: datetime) -> str:
        """``14:05`` today, else the day before it."""
        moment, locale = _qt(at), QLocale()
        clock = str(locale.toString(moment.time(), "HH:mm"))
        if at.date() == self._now.date():
            return clock
        return f"{locale.toString(moment.date(), 'ddd d MMM')}, {clock}"

    @Slot(object)
    def _on_row_changed(self, row: PopupRow | None) -> None:
        self.moment.setEnabled(row is not None and row.key == _PICK)

    @Slot(object)
    def _on_row_chosen(self, row: PopupRow) -> None:
        if row.key == _PICK:
            self.moment.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.try_accept()

    @Slot()
    def _on_clicked(self) -> None:
        row = self.list.current_row()
        if row is not None and row.key == _PICK:
            self.moment.setFocus()


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _qt(at: datetime) -> QDateTime:
    return QDateTime.fromMSecsSinceEpoch(_ms(at))
