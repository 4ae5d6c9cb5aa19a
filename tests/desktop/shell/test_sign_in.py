from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop.shell.sign_in import SignInPage, failure_words


@pytest.fixture
def page(qtbot: QtBot) -> SignInPage:
    made = SignInPage()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    return made


def shown_words(page: SignInPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_enter_asks_with_the_address_made_whole(qtbot: QtBot, page: SignInPage) -> None:
    page.prefill("desk.example.com", "maria")
    assert page.password.hasFocus()
    page.password.setText("secret")
    with qtbot.waitSignal(page.sign_in_requested) as asked:
        QTest.keyClick(page.password, Qt.Key.Key_Return)
    assert asked.args == ["https://desk.example.com", "maria", "secret"]
    assert not page.button.isEnabled()
    assert "Signing in to https://desk.example.com …" in shown_words(page)


def test_the_address_is_completed_when_it_is_left(page: SignInPage) -> None:
    page.address.setText("localhost:8420")
    assert "Connects to http://localhost:8420" in shown_words(page)
    page.address.setFocus()
    QTest.keyClick(page.address, Qt.Key.Key_Tab)
    assert page.address.text() == "http://localhost:8420"
    assert page.login.hasFocus()


def test_plain_http_to_another_host_is_not_even_asked(qtbot: QtBot, page: SignInPage) -> None:
    page.prefill("http://desk.example.com", "maria")
    page.password.setText("secret")
    with qtbot.assertNotEmitted(page.sign_in_requested):
        page.button.click()
    assert page.address.hasFocus()
    assert any("https://" in words for words in shown_words(page))


def test_an_empty_field_is_shown_by_the_keyboard(qtbot: QtBot, page: SignInPage) -> None:
    page.prefill("desk.example.com", "")
    page.password.setText("secret")
    with qtbot.assertNotEmitted(page.sign_in_requested):
        page.button.click()
    assert page.login.hasFocus()


@pytest.mark.parametrize(
    ("code", "field", "words"),
    [
        ("wrong_password", "password", "Login and password don't match. Please try again."),
        ("unreachable", "address", "Nothing answers at https://desk.example.com; is the"),
        ("not_deskside", "address", "https://desk.example.com answers, but it is not"),
        ("version", "address", "The server at https://desk.example.com speaks another version"),
        ("insecure", "address", "Plain http would send your password readable."),
        ("too_many", "password", "Too many attempts."),
        ("of_tomorrow", "password", "What the engine says."),
    ],
)
def test_each_failure_is_plain_and_leads_to_its_field(
    page: SignInPage, code: str, field: str, words: str
) -> None:
    page.prefill("desk.example.com", "maria")
    page.password.setText("secret")
    page.show_working()
    page.show_failure(code, "What the engine says.")
    assert any(shown.startswith(words) for shown in shown_words(page))
    wrong: QLineEdit = getattr(page, field)
    assert wrong.hasFocus()
    assert wrong.property("state") == "error"
    assert page.button.isEnabled()
    assert page.password.text() == "secret"


def test_typing_takes_the_failure_away(page: SignInPage) -> None:
    page.prefill("desk.example.com", "maria")
    page.show_failure("wrong_password", "")
    assert failure_words("wrong_password", "", "") in shown_words(page)
    QTest.keyClick(page.password, Qt.Key.Key_A)
    assert failure_words("wrong_password", "", "") not in shown_words(page)
    assert page.password.property("state") == ""


def test_every_field_has_a_name_for_a_screen_reader(page: SignInPage) -> None:
    fields = (page.address, page.login, page.password, page.button)
    assert [field.accessibleName() for field in fields] == [
        "Server address",
        "Login",
        "Password",
        "Sign in",
    ]
