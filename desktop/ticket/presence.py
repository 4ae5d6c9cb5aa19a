"""Who else has the open ticket before them, and telling them the same of oneself. Locks nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from sync.protocol.live import Person

TYPING_MS = 4_000
"""Without a key for so long, somebody types no more."""
THROTTLE_MS = 3_000


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("Presence", text, "", n)


def presence_words(people: Sequence[Person]) -> str:
    """ "Alexey is viewing"; those who type come before those who look. Empty for nobody."""
    typing = [person for person in people if person.state == "typing"]
    names = _names(typing or people)
    if len(names) < 2:
        words = _tr("{0} is typing") if typing else _tr("{0} is viewing")
        return words.format(*names) if names else ""
    if len(names) == 2:
        words = _tr("{0} and {1} are typing") if typing else _tr("{0} and {1} are viewing")
        return words.format(*names)
    more = len(names) - 1
    if typing:
        return _tr("{0} and %n others are typing", more).format(names[0])
    return _tr("{0} and %n others are viewing", more).format(names[0])


def _names(people: Sequence[Person]) -> list[str]:
    """First names, as long as they tell people apart."""
    first = [person.name.partition(" ")[0] for person in people]
    return first if len(set(first)) == len(first) else [person.name for person in people]


class PresenceWatch(QObject):
    """Signals: ``told(ticket_id, state)``: viewing, typing or gone; only what has changed."""

    told = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticket_id, self._seen = "", False
        self._said = ("", "gone")
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._throttle = QTimer(self, singleShot=True, interval=THROTTLE_MS)
        self._typing.timeout.connect(self._update)
        self._throttle.timeout.connect(self._update)

    def look_at(self, ticket_id: str) -> None:
        """This ticket is open; "" for none."""
        if ticket_id != self._ticket_id:
            self._ticket_id = ticket_id
            self.stop_typing()

    def set_seen(self, seen: bool) -> None:
        """Whether the ticket is on a window that is shown."""
        self._seen = seen
        self.stop_typing()

    @Slot()
    def typed(self) -> None:
        self._typing.start()
        self._update()

    @Slot()
    def stop_typing(self) -> None:
        """What was typed was sent or left."""
        self._typing.stop()
        self._update()

    def say_again(self) -> None:
        """Whoever heard it has forgotten."""
        if self._said[1] != "gone":
            self.told.emit(*self._said)

    @Slot()
    def _update(self) -> None:
        if not (self._ticket_id and self._seen):
            self._say("", "gone")
        elif self._typing.isActive() and self._may_say_typing():
            self._say(self._ticket_id, "typing")
        elif not self._typing.isActive() or self._said[0] != self._ticket_id:
            self._say(self._ticket_id, "viewing")

    def _may_say_typing(self) -> bool:
        return self._said == (self._ticket_id, "typing") or not self._throttle.isActive()

    def _say(self, ticket_id: str, state: str) -> None:
        before, said = self._said, (ticket_id, state)
        if before == said:
            return
        self._said = said
        if before[0] not in ("", ticket_id):
            self.told.emit(before[0], "gone")
        if state == "typing":
            self._throttle.start()
        if ticket_id:
            self.told.emit(*said)
