"""The desk, and the pages that take its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget


class PagePlace(QStackedWidget):
    """A page is made when it is first asked for; ``made`` are those that were."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.made: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}

    def add_page(self, key: str, make: Callable[[], QWidget]) -> None:
        self._makers[key] = make

    def has_page(self, key: str) -> bool:
        return key in self._makers

    def page(self, key: str) -> QWidget:
        """This makes it, the first time."""
        if key not in self.made:
            self.made[key] = self._makers[key]()
            self.addWidget(self.made[key])
        return self.made[key]
