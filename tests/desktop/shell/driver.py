"""The whole window on the ticket of the picture, driven by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.ticket.relations_strip import RelationChip
from desktop.widgets.property_chip import PropertyChip
from models.database import Store
from tests.desktop.dialogs.conftest import press

CTRL, CTRL_SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
THIS, OTHER = "ticket-10482", "ticket-10398"
D = TypeVar("D", bound=QDialog)


class Driver:
    """A window on the ticket of the picture; ``answer`` is called in the dialog that opens."""

    def __init__(self, qtbot: QtBot, assembly: Assembly, database: Path) -> None:
        self.qtbot, self.assembly = qtbot, assembly
        self.window, self.pane = assembly.window, assembly.areas.ticket
        self._database = database

    def until(self, fact: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(fact()), timeout=5_000)

    def value(self, text: str) -> object:
        store = Store.open(self._database, "local", migrate=False)
        found = store.sql(text)
        store.close()
        return found[0][0] if found else None

    def shown(self) -> str:
        header = self.pane.header()
        return header.id if header else ""

    def chips(self) -> dict[str, RelationChip]:
        found = self.pane.work.relations.findChildren(RelationChip)
        return {chip.accessibleName().partition(":")[0]: chip for chip in found if chip.isVisible()}

    def strip_values(self) -> dict[str, str]:
        found = self.pane.work.relations.findChildren(PropertyChip)
        return {
            chip.accessibleName().partition(":")[0]: chip.value()
            for chip in found
            if chip.isVisible()
        }

    def in_dialog(
        self,
        kind: type[D],
        key: Qt.Key,
        answer: Callable[[D], None],
        held: Qt.KeyboardModifier = CTRL_SHIFT,
    ) -> None:
        """Press the key, and answer the dialog that it opens."""
        view = self.window.list_pane.view
        self.answer_dialog(kind, answer, lambda: press(view, key, held))

    def answer_dialog(
        self, kind: type[D], answer: Callable[[D], None], run: Callable[[], object]
    ) -> None:
        """The dialog that ``run`` opens has a loop of its own, so the answer comes in it."""
        done: list[bool] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, kind):
                QTimer.singleShot(5, look)
                return
            try:
                answer(dialog)
            finally:  # a dialog that is left open would never give the test back
                dialog.done(dialog.result())
            done.append(True)

        QTimer.singleShot(0, look)
        run()
        self.until(lambda: done)
