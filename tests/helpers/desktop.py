"""Desktops for journeys: real windows in this process, real engines and servers beside it.

Passwords are real, but hashed once. The session's token goes into ``FileKeyring``.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QEvent, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot

from desktop import programs
from desktop.app import FIRST_SIZE_PX, App
from desktop.editor.composer import Composer
from desktop.editor.rich_text_edit import RichTextEdit
from desktop.inbox.ticket_list_view import TicketListView
from desktop.shell.sign_in import SignInPage
from desktop.shell.window import MainWindow
from desktop.ticket.conversation_view import ConversationView
from desktop.ticket.header import TicketHeaderBar
from models.clock import wall_ms
from models.database import Store
from models.ids import new_id
from models.profile import Profile
from models.rows import Actor
from sync.server.sessions import hash_password, set_password_hash
from tests.helpers.desk import PASSWORD, ServerDesk

ROOT = programs.ROOT
LISTENING = "listening on "
LEASH = ["setpriv", "--pdeathsig=KILL", "--"]  # a test run that crashes leaves no server
LIMIT_MS = 10_000
LOOK_MS = 10
KEYRING = "tests.journeys.desktop.file_keyring.FileKeyring"
QUEUES = ("Network", "First line")
SUBJECTS = (
    "VPN drops every 10 minutes",
    "Принтер печатает полосы",
    "Няма интернет в склада",
    "Monitor flickers after docking",
    "Access to shared folder",
)
W = TypeVar("W", bound=QWidget)
Rows = list[tuple[Any, ...]]


@dataclass
class ServerProcess:
    """A server of one store that can be killed and come back on the same port."""

    store_url: str
    folder: Path
    url: str = ""
    _process: subprocess.Popen[str] | None = None

    @property
    def files(self) -> Path:
        return self.folder / "blobs"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    def start(self) -> None:
        """Serve; again on the port it had before."""
        place = self.url.removeprefix("http://") or "127.0.0.1:0"
        words = ["serve", "--store", self.store_url, "--files", str(self.files), "--listen", place]
        with self.log.open("a") as log:
            self._process = subprocess.Popen(
                [*LEASH, *programs.command("server"), *words],
                env=programs.environment(),
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line.startswith(LISTENING), f"{line!r}\n{self.log.read_text()}"
        self.url = line.removeprefix(LISTENING).strip()

    def kill(self) -> None:
        """SIGKILL, as when the power fails."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, number: int) -> None:
        if self._process is not None:
            self._process.send_signal(number)
            self._process.wait(15)
            if self._process.stdout is not None:
                self._process.stdout.close()
            self._process = None


@dataclass
class SharedDesk:
    """A served store with Anna and Boris, who both work in both queues, and a few tickets."""

    server: ServerProcess
    store: Store
    desk: ServerDesk
    people: dict[str, Actor] = field(default_factory=dict)
    tickets: list[str] = field(default_factory=list)

    @classmethod
    def made(cls, url: str, folder: Path) -> SharedDesk:
        folder.mkdir(parents=True, exist_ok=True)
        desk = ServerDesk.made(url, folder)
        made = cls(ServerProcess(url, folder), desk.store, desk)
        hashed = hash_password(PASSWORD)
        for login in ("anna", "boris"):
            made.people[login] = person = desk.agent(login, *QUEUES)
            set_password_hash(desk.store, person.id, hashed, wall_ms())
        made._fill()
        made.server.start()
        return made

    def close(self) -> None:
        self.server.stop()
        self.store.close()

    def sql(self, text: str, *values: object) -> Rows:
        """What the shared store says now."""
        return self.store.sql(text, values)

    def _fill(self) -> None:
        peter = {"id": new_id(), "scope": "ws", "name": "Peter Hale", "role": "customer"}
        self.desk.path.run(lambda writer: writer.insert("contact", peter))
        about = {"assignee_id": self.people["anna"].id, "requester_id": peter["id"]}
        for number, subject in enumerate(SUBJECTS):
            due = {"due_at_ms": wall_ms() + (number + 1) * 3_600_000}
            self.tickets.append(self.desk.ticket("Network", subject, **about, **due))


class Desktop:
    """One run of the program for one profile, in this process, with its real engine."""

    def __init__(self, qtbot: QtBot, folder: Path | None, url: str = "", login: str = "") -> None:
        """Without a folder it is the practice desk."""
        self.qtbot = qtbot
        options = argparse.Namespace(
            profile=f"{folder}{os.sep}" if folder else None,
            server=url or None,
            login=login or None,
            demo=folder is None,
            reset=False,
            screenshot=None,
        )
        qt = QApplication.instance()
        assert isinstance(qt, QApplication)
        qt.setQuitOnLastWindowClosed(False)
        self.app = App(qt, options)
        self.profile = self.app.profile
        self._open = False

    def start(self) -> bool:
        """As ``desktop.app.run``; an exception in a slot still fails the test."""
        hook = sys.excepthook
        self._open = self.app.start()
        sys.excepthook = hook
        self._make_room()
        return self._open

    def close(self) -> None:
        """Close the window, then end everything that ran for it; again is nothing."""
        if self._open:
            self._open = False
            windows = self._windows()
            for window in windows:
                window.close()
            self.app.stop()
            for ended in (*windows, self.app):
                ended.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _windows(self) -> list[QWidget]:
        """The card or what else stood there before sign-in, and the window."""
        front = [self.app._front] if self.app._front is not None else []
        return [*front, self.window] if self.app.assembly is not None else [*front]

    # what is on the screen

    @property
    def window(self) -> MainWindow:
        assert self.app.assembly is not None, "nobody is signed in"
        return self.app.assembly.window

    def find(self, kind: type[W]) -> W:
        """The one widget of this class in the window."""
        found = self.window.findChildren(kind)
        assert len(found) == 1, f"{len(found)} of {kind.__name__}"
        return found[0]

    @property
    def page(self) -> SignInPage:
        assert self.app._page is not None, "there is no sign-in page"
        return self.app._page

    @property
    def tickets(self) -> TicketListView:
        return self.find(TicketListView)

    @property
    def conversation(self) -> ConversationView:
        return self.find(ConversationView)

    @property
    def head(self) -> TicketHeaderBar:
        return self.find(TicketHeaderBar)

    def editor(self, kind: str) -> RichTextEdit:
        return self.find(Composer).editor(kind)

    def said(self) -> list[str]:
        """The rows of the open conversation as a screen reader says them."""
        return texts(self.conversation.model())

    def status(self) -> str:
        """What the status bar says about sync."""
        return self.window.status_bar.sync_sentence()

    def message(self) -> str:
        """What the message bar says, "" while it is hidden."""
        bar = self.window.message_bar
        return bar.text() if bar.isVisible() else ""

    # what a person does

    def sign_in(self, password: str = PASSWORD) -> None:
        """Type the password into the card, press Enter and wait for everything to be here."""
        type_text(self.page.password, password)
        QTest.keyClick(self.page.password, Qt.Key.Key_Return)
        self.until(lambda: self.app.assembly is not None, "the window")
        self._make_room()
        self.until_synced()

    def open(self, ticket_id: str) -> None:
        """Choose a ticket and wait until it is shown."""
        self.window.open_ticket(ticket_id)
        self.until_shown(ticket_id)

    def until_shown(self, ticket_id: str) -> None:
        pane = self.window.desk
        self.until(lambda: pane.shown_id == ticket_id and self._head_id() == ticket_id, "ticket")

    def activate(self) -> None:
        """Bring the window to the front, where shortcuts work."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow, "the active window")

    def focus_list(self) -> None:
        self.activate()
        self.tickets.setFocus()
        self.until(self.tickets.hasFocus, "the list's focus")

    def key(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        """Press a key where the keyboard is."""
        press(QApplication.focusWidget() or self.window, key, *held)

    def answer(self, kind: type[W], how: Callable[[W], None], open_it: Callable[[], None]) -> None:
        """``open_it`` opens a dialog that waits; ``how`` answers it meanwhile."""
        Answering(kind, how).to(open_it)

    def write(self, kind: str, text: str) -> None:
        """Type into the reply or the note of the open ticket."""
        self.find(Composer).open_kind(kind)
        type_text(self.editor(kind), text)

    def send(self, kind: str) -> None:
        self.activate()
        self.editor(kind).setFocus()
        press(self.editor(kind), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    # waiting for facts

    def until(self, fact: Callable[[], object], what: str, limit_ms: int = LIMIT_MS) -> None:
        def check() -> None:
            assert fact(), f"not within {limit_ms} ms: {what}"

        try:
            self.qtbot.waitUntil(check, timeout=limit_ms)
        except TimeoutError as error:
            raise AssertionError(f"{error}: {what}; {self._how_things_are()}") from None

    def until_synced(self) -> None:
        """Nothing waits and everything is here."""
        waiting = "SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')"
        link = self.window._link
        self.until(lambda: link.state.state == "synced" and self.sql(waiting) == [(0,)], "synced")

    def until_said(self, words: str) -> None:
        self.until(lambda: any(words in row for row in self.said()), f"“{words}” said")

    def sql(self, text: str, *values: object) -> Rows:
        """What the local file says now."""
        return local_sql(self.profile, text, *values)

    def picture(self, folder: Path, name: str) -> QImage:
        """The window as it is painted, also written into ``folder`` for people to look at."""
        grabbed = self.window.grab()
        grabbed.save(str(folder / f"{name}.png"))
        return grabbed.toImage()

    def _make_room(self) -> None:
        """The offscreen platform's screen is smaller than the window usually is."""
        if self.app.assembly is not None:
            self.window.resize(*FIRST_SIZE_PX)

    def _how_things_are(self) -> str:
        """For a test that failed: the words on the window, and its picture in the folder."""
        if self.app.assembly is None:
            return "nobody is signed in"
        self.picture(self.profile.folder, "failed")
        return f"{self.status()!r} {self.message()!r} {self.profile.folder}/failed.png"

    def _head_id(self) -> str:
        pane = self.window.desk.findChild(QWidget, "ticketHeader")
        header = self.head._header if pane is not None else None
        return header.id if header else ""


class Answering(Generic[W]):
    """Looks for a waiting dialog of a class and answers it; a dialog left over is closed."""

    def __init__(self, kind: type[W], how: Callable[[W], None]) -> None:
        self._kind, self._how = kind, how
        self._looks = LIMIT_MS // LOOK_MS
        self._trouble: Exception | None = AssertionError(f"no {kind.__name__} was opened")
        self._timer = QTimer(interval=LOOK_MS)
        self._timer.timeout.connect(self._look)

    def to(self, open_it: Callable[[], None]) -> None:
        self._timer.start()
        open_it()
        self._timer.stop()
        if self._trouble is not None:
            raise self._trouble

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        self._looks -= 1
        if isinstance(dialog, self._kind) and dialog.isVisible():
            self._timer.stop()
            self._answer(dialog)
        elif dialog is not None and self._looks < 0:
            dialog.hide()

    def _answer(self, dialog: W) -> None:
        try:
            self._how(dialog)
            self._trouble = None if not dialog.isVisible() else AssertionError("not answered")
        except Exception as error:  # told by the test, after the dialog has let go of it
            self._trouble = error
        dialog.hide()


def local_sql(profile: Profile, text: str, *values: object) -> Rows:
    """What a profile's file says now."""
    store = Store.open(profile.database, "local", migrate=False)
    try:
        return store.sql(text, values)
    finally:
        store.close()


def texts(model: QAbstractItemModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def words(widget: QWidget) -> list[str]:
    """Every label that can be seen."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def type_text(widget: QWidget, text: str) -> None:
    """Key by key; QTest.keyClicks can't do Cyrillic."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


def press(widget: QWidget, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
    modifiers = Qt.KeyboardModifier.NoModifier
    for one in held:
        modifiers |= one
    QTest.keyClick(widget, key, modifiers)


def choose(menu: QMenu, text: str) -> None:
    """Choose an entry of an open menu by its words."""
    found = [action for action in menu.actions() if action.text().split("\t")[0] == text]
    assert len(found) == 1, [action.text() for action in menu.actions()]
    found[0].trigger()
    menu.close()


def run_desktop(profile: Path | None, *options: str, **how: Any) -> subprocess.Popen[str]:
    """The whole program as a child; ``how`` goes to Popen, with ``extra`` for the environment."""
    named = ["--profile", f"{profile}{os.sep}"] if profile else []
    extra: dict[str, str] = how.pop("extra", {})
    before: Sequence[str] = how.pop("before", ())
    return subprocess.Popen(
        [*before, sys.executable, "-m", "desktop", *named, *options],
        cwd=how.pop("cwd", ROOT),
        env=programs.environment(**extra),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **how,
    )
