"""The card of a customer with large text: there is no way to what stands right of its edge."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.comfort import USUAL
from desktop.customers.customers_page import CustomersPage
from desktop.theme import apply_comfort
from tests.desktop.customers.test_customers_page import card, desk, filled, page, show, writer
from tests.desktop.languages import speaking

__all__ = ["desk", "filled", "page", "writer"]


@pytest.fixture(params=["en", "ru", "bg"])
def large_words(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    with speaking(qapp, request.param):
        apply_comfort(qapp, 125, "comfortable")
        yield
        apply_comfort(qapp, USUAL, "comfortable")


@pytest.mark.parametrize(("kind", "id"), [("contact", "peter"), ("company", "north")])
def test_nothing_of_the_card_is_cut(
    large_words: None, qtbot: QtBot, page: CustomersPage, kind: str, id: str
) -> None:
    show(qtbot, page, id, kind)
    content = card(page).widget()
    assert content is not None
    qtbot.waitUntil(lambda: content.width() == card(page).viewport().width())
    state = card(page).state
    qtbot.waitUntil(lambda: state.delete.geometry().right() <= state.width())
    if kind == "contact":
        assert not state.delete.geometry().intersects(state.active.geometry())
