"""Two people on one ticket see each other, and nobody is kept from writing."""

from __future__ import annotations

from pathlib import Path

from desktop.editor.send_row import SendRow
from desktop.shell.statusbar import StatusBar
from tests.helpers.desktop import Desktop, SharedDesk
from tests.journeys.desktop.conftest import MakeDesktop, both_stores


@both_stores
def test_who_has_the_ticket_open_is_seen(
    shared: SharedDesk, desktop: MakeDesktop, tmp_path: Path
) -> None:
    ticket, other = shared.tickets[:2]
    anna, boris = desktop("anna", shared), desktop("boris", shared)
    for one in (anna, boris):
        assert one.start()
        one.sign_in()
        one.open(ticket)
    anna.until(lambda: online(anna) == "Boris online", "Boris is online")
    boris.until(lambda: online(boris) == "Anna online", "Anna is online")
    anna.until(lambda: says(anna) == "Boris is viewing", "Boris is viewing")
    boris.until(lambda: says(boris) == "Anna is viewing", "Anna is viewing")
    boris.write("note", "Я перезагружу шлюз")
    anna.until(lambda: says(anna) == "Boris is typing", "Boris is typing")
    anna.picture(tmp_path, "boris-is-typing")
    anna.write("note", "Сейчас проверю")
    boris.until(lambda: says(boris) == "Anna is typing", "Anna is typing")
    boris.open(other)
    anna.until(lambda: says(anna) == "", "Boris left")
    boris.open(ticket)
    anna.until(lambda: says(anna) == "Boris is viewing", "Boris came back")
    boris.close()
    anna.until(lambda: says(anna) == "", "Boris closed his window")
    shared.server.kill()
    anna.until(lambda: online(anna) == "", "offline nobody knows")


def online(one: Desktop) -> str:
    button = one.find(StatusBar).online
    return button.text() if button.isVisible() else ""


def says(one: Desktop) -> str:
    return one.find(SendRow).present_words()
