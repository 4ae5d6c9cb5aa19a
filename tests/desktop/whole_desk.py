"""The whole window on a filled local file, put together as the program does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.assembly import Assembly
from desktop.surroundings import Surroundings
from desktop.widgets.fact_edit import FactEdit
from desktop.work.clock import DeskClock
from desktop.work.engine_link import EngineLink
from models.profile import Profile
from sync.protocol.link import Present, State
from sync.protocol.live import Person
from tests.desktop.ticket.late import add_approval, add_conflict, add_held_reply
from tests.desktop.ticket.picture import TicketDesk, add_message, add_ticket
from tests.desktop.work.sample import ME, MINUTE, NOON, fill_like_the_picture

SMALL_LAPTOP_PX = (1366, 768)


@contextmanager
def whole_desk(qtbot: QtBot, folder: Path, language: str) -> Iterator[Assembly]:
    """A shown window, offline with changes waiting, on a colleague's ticket of the picture."""
    profile = Profile(folder)
    desk = TicketDesk(profile.database)
    ticket_id = fill(desk, profile)
    link = EngineLink(["no engine in this test"])
    link.state = State(
        state="offline",
        since_at_ms=NOON - 29 * MINUTE,
        synced_at_ms=NOON - 29 * MINUTE,
        waiting=3,
        attention=2,
    )
    assembly = assemble(profile, link, desk.clock, {"language": language})
    _show(qtbot, assembly, ticket_id)
    yield assembly
    end(assembly)
    desk.close()


def assemble(
    profile: Profile, link: EngineLink, now_ms: Callable[[], int], remembered: dict[str, str]
) -> Assembly:
    """The window on a profile, as the program makes it; nothing is shown yet."""
    around = Surroundings(
        profile=profile,
        link=link,
        clock=DeskClock(now_ms),
        remembered=remembered,
        server="https://desk.example.com",
        practice=True,
        first_time=False,
        restart=lambda: None,
    )
    assembly = Assembly(ME, around)
    link.setParent(assembly)
    return assembly


def end(assembly: Assembly) -> None:
    assembly.window.close()
    assembly.close()
    assembly.window.deleteLater()


def fill(desk: TicketDesk, profile: Profile) -> str:
    """The list and the open ticket of the picture, with what can be late on it; returns that."""
    fill_like_the_picture(desk)
    ticket_id = add_ticket(desk, profile.files)
    desk.change(ticket_id, assignee_id="agent-alexey")
    reply = {"kind": "reply", "author_id": ME.id, "author_name": ME.name, "channel": ""}
    kept = {"delivery": "kept", "delivery_reason": "no_mail_channel"}
    add_message(desk, ticket_id, "m3", **reply, **kept, html="<p>We are on it.</p>")
    add_conflict(desk, "priority", "normal", "high")
    add_conflict(desk, "queue_id", "Network", "First line")
    add_held_reply(desk, ticket_id)
    add_approval(desk, ticket_id)
    desk.categorise("vpn")
    return ticket_id


def _show(qtbot: QtBot, assembly: Assembly, ticket_id: str) -> None:
    window = assembly.window
    window.begin()
    window.resize(*SMALL_LAPTOP_PX)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(lambda: len(window.list_pane.model.rows()) > 5)
    window.open_ticket(ticket_id)
    qtbot.waitUntil(lambda: "Head of sales" in shown_facts(window))
    alexey = Person("agent-alexey", "Alexey Novak", "viewing")
    assembly._around.link.present_told.emit(Present(ticket=ticket_id, people=(alexey,)))


def shown_words(widget: QWidget) -> list[str]:
    """What the visible labels below ``widget`` say."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def shown_facts(widget: QWidget) -> list[str]:
    """What the visible fields of a card below ``widget`` say."""
    return [fact.text() for fact in widget.findChildren(FactEdit) if fact.isVisible()]
