"""Size of text and density: changed by key or in the settings, kept on this computer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from desktop.comfort import USUAL, Density, comfort, zoom_by
from desktop.shell.window import MainWindow
from desktop.theme import apply_comfort

ZOOM_KEY, DENSITY_KEY = "zoom", "density"


class ComfortDesk(QObject):
    """``keep`` writes a value down for the next start."""

    def __init__(self, window: MainWindow, keep: Callable[[str, str], None]) -> None:
        super().__init__(window)
        self._window, self._keep = window, keep
        window.zoom_wanted.connect(self.zoom)

    @Slot(int)
    def zoom(self, by: int) -> None:
        """A step larger or smaller, 0 for the usual size; the window says how large it is."""
        zoom = zoom_by(by) if by else USUAL
        self.set_zoom(zoom)
        words = self.tr("Text size {0} %").format(zoom)
        self._window.undo_bar.show_done(words, undoable=False)

    @Slot(int)
    def set_zoom(self, zoom: int) -> None:
        self._apply(zoom, comfort().density)
        self._keep(ZOOM_KEY, str(zoom))

    @Slot(str)
    def set_density(self, density: Density) -> None:
        self._apply(comfort().zoom, density)
        self._keep(DENSITY_KEY, density)

    def _apply(self, zoom: int, density: Density) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_comfort(app, zoom, density)
