"""A fact that is read: cut with an ellipsis, whole in the tip and while it is edited."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.fact_edit import FactEdit

LONG = "irina.lapteva.with.a.long.name@severny-veter.example"


def test_a_long_fact_ends_in_an_ellipsis_until_it_is_edited(qtbot: QtBot) -> None:
    page, fact, other = QWidget(), FactEdit("E-mail"), QLineEdit()
    qtbot.addWidget(page)
    layout = QHBoxLayout(page)
    layout.addWidget(fact)
    layout.addWidget(other)
    fact.setFixedWidth(160)
    page.show()
    page.activateWindow()
    qtbot.waitActive(page)
    other.setFocus()
    fact.show_value(LONG)
    cut = fact.grab().toImage()
    fact.show_value(LONG + ".com")
    assert fact.grab().toImage() == cut
    assert fact.text() == fact.toolTip() == LONG + ".com"
    shown = QLineEdit(LONG + ".com", page)
    shown.setGeometry(fact.geometry())
    shown.setProperty("kind", "fact")
    shown.setCursorPosition(0)
    shown.show()
    assert shown.grab().toImage() != cut, "a plain line has no ellipsis"
