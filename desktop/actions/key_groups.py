"""All keys of the window by the place where they work, and the same as a sheet to print."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from desktop.actions.registry import Action, ActionRegistry, KeyNote
from desktop.theme import FAMILIES

Line = Action | KeyNote
_COLUMNS, _MARGIN_MM, _DPI = 2, 14, 150


def key_groups(actions: ActionRegistry) -> dict[str, list[Line]]:
    """Actions first, then what parts of the window answer by themselves."""
    tr = QCoreApplication.translate
    titles = {
        "window": tr("ShortcutsHelp", "Anywhere"),
        "ticket": tr("ShortcutsHelp", "Anywhere"),
        "list": tr("ShortcutsHelp", "In the ticket list"),
    }
    groups: dict[str, list[Line]] = {}
    for action in actions.all():
        if action.shortcut:
            groups.setdefault(titles[action.scope], []).append(action)
    for note in actions.notes():
        groups.setdefault(note.place, []).append(note)
    return groups


def key_sheet(actions: ActionRegistry) -> bytes:
    """A PDF of one page, A4, upright."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    title = QCoreApplication.translate("ShortcutsHelp", "Keyboard shortcuts")
    writer.setTitle(f"Deskside: {title}")
    document = QTextDocument()
    document.setHtml(sheet_html(actions))
    document.print_(writer)
    del writer  # finishes the file
    return bytes(buffer.data().data())


def sheet_html(actions: ActionRegistry) -> str:
    """Groups in two columns, the longest ones dealt out first so that both are about as long."""
    columns: list[list[str]] = [[] for _ in range(_COLUMNS)]
    heights = [0] * _COLUMNS
    for title, lines in sorted(key_groups(actions).items(), key=lambda group: -len(group[1])):
        place = heights.index(min(heights))
        columns[place].append(_group_html(title, lines))
        heights[place] += len(lines) + 2
    cells = "".join(f"<td width='50%'>{''.join(column)}</td>" for column in columns)
    family = FAMILIES[0]
    heading = escape(QCoreApplication.translate("ShortcutsHelp", "Keyboard shortcuts"))
    return (
        f"<body style='font-family:{family}; font-size:8.5pt'><h2>Deskside · {heading}</h2>"
        f"<table width='100%' cellspacing='0' cellpadding='6'><tr>{cells}</tr></table></body>"
    )


def _group_html(title: str, lines: list[Line]) -> str:
    cells = ((escape(line.text), escape(line.keys_text())) for line in lines)
    rows = "".join(
        f"<tr><td>{words}</td><td align='right'><b>{keys}</b></td></tr>" for words, keys in cells
    )
    return f"<h4>{escape(title)}</h4><table width='100%' cellpadding='2'>{rows}</table>"
