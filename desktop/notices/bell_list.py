"""The bell's list of what happened lately, at the top of its menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.icons import icon
from desktop.moments import MINUTE_MS, recent_words
from desktop.notices.words import ICONS, body_of, title_of
from desktop.theme import current_theme
from models.notices import Happening

SHOWN = 8
_LONGEST = 64


def add_notices(
    menu: QMenu, found: Sequence[Happening], now_ms: int, chosen: Callable[[Happening], object]
) -> None:
    """Put them before what stands in the menu; one line says it when there are none."""
    before = menu.actions()[0] if menu.actions() else None
    entries = [_entry(menu, each, now_ms, chosen) for each in found[:SHOWN]]
    if not entries:
        nothing = QAction(QCoreApplication.translate("Notices", "No notices yet"), menu)
        nothing.setEnabled(False)
        entries = [nothing]
    separator = QAction(menu)
    separator.setSeparator(True)
    for action in (*entries, separator):
        menu.insertAction(before, action) if before else menu.addAction(action)


def _entry(
    menu: QMenu, each: Happening, now_ms: int, chosen: Callable[[Happening], object]
) -> QAction:
    about = " ".join(body_of(each).split("\n")[:1])
    words = " · ".join(filter(None, (title_of(each), about)))
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"
    when = recent_words(each.at_ms, now_ms // MINUTE_MS)
    colour = current_theme().secondary_text
    entry = QAction(icon(ICONS[each.kind], colour), f"{words.replace('&', '&&')}\t{when}", menu)
    entry.triggered.connect(lambda _=False: chosen(each))
    return entry
