"""Starting the window: profile, engine, sign-in, then the assembled desk."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desktop import comfort, demo, programs
from desktop.assembly import Assembly
from desktop.calling import caller_of
from desktop.code_words import words_for_code
from desktop.errors import install_hook
from desktop.language import system_language, use_language
from desktop.screenshot import Screenshot
from desktop.shell.sign_in import SignInPage
from desktop.shell.window_memory import first_size
from desktop.single import Said, SingleWindow
from desktop.surroundings import LANGUAGE_KEY, THEME_KEY, Surroundings
from desktop.theme import apply_theme
from desktop.widgets.empty_state import EmptyState
from desktop.work.clock import DeskClock
from desktop.work.engine_link import EngineLink
from models import profile as profiles
from models import window_state
from models.profile import Profile
from models.rows import Actor
from sync.protocol import link as lines

if TYPE_CHECKING:
    from desktop.shell.revoked_page import RevokedPage

log = logging.getLogger("deskside.desktop")
FIRST_SIZE_PX = (1440, 900)
RESTART = 64
HEARS_MS = 500
SWITCH_S = 0.000_5
"""The window gives the interpreter's lock away at every call of Qt, and wants it back at once:
with the usual 5 ms a reader at work makes each of these calls as slow as that."""
NO_SCREEN = (
    "There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set). "
    "Use --screenshot FILE to draw the window into a picture."
)


def run(options: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; the exit code."""
    if options.screenshot:
        os.environ.update({"QT_QPA_PLATFORM": "offscreen", "DESKSIDE_NOTICES": "off"})
    elif _no_screen():
        print(NO_SCREEN, file=sys.stderr)
        return 2
    if options.demo and options.reset:
        demo.reset()
    sys.setswitchinterval(SWITCH_S)
    qt = QApplication([sys.argv[0]])
    qt.setApplicationName("Deskside")
    qt.setWindowIcon(QIcon(str(programs.ROOT / "resources" / "icons" / "logo.svg")))
    app = App(qt, options)
    if not app.start():
        print("Deskside is open already; its window was raised.", file=sys.stderr)
        return 0
    for asked in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked, lambda *_: app.end())
    pulse = QTimer(app, interval=HEARS_MS)
    pulse.timeout.connect(lambda: None)  # Python hears of a signal when it runs, not inside Qt
    pulse.start()
    code = qt.exec()
    app.stop()
    return _again() if code == RESTART else code


def _call_in(options: argparse.Namespace) -> str | None:
    """Who calls, by the words of the command line; None without a call."""
    is_call = getattr(options, "command", None) == "call"
    return caller_of(options.caller) if is_call else None


def _no_screen() -> bool:
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in wanted)


def _again() -> int:
    """Start the program anew with the same words, e.g. in another language."""
    words = [sys.executable] if programs.is_bundle() else [sys.executable, "-m", "desktop"]
    subprocess.Popen([*words, *sys.argv[1:]], env=programs.environment())
    return 0


class App(QObject):
    """One run of the program: before sign-in a page, afterwards the desk."""

    def __init__(self, qt: QApplication, options: argparse.Namespace) -> None:
        super().__init__()
        self._qt, self._options = qt, options
        self._login: str = options.login or (demo.LOGIN if options.demo else "")
        self.profile = self._choose_profile()
        self._single = SingleWindow(self.profile.folder, self)
        self._remembered: dict[str, str] = {}
        self._clock = DeskClock()
        self._front: QStackedWidget | None = None
        self._page: SignInPage | None = None
        self._revoked: RevokedPage | None = None
        self._demo: demo.DemoServer | None = None
        self.assembly: Assembly | None = None
        self._server = ""
        self._first_time = True
        self._calling = _call_in(options)
        self._unkept: lines.SignIn | None = None
        self._awaiting_answer = False

    def start(self) -> bool:
        """Show something at once; False when this profile has a window already."""
        if not self._single.claim(Said(call=self._calling)):
            return False
        me = self._open_profile()
        self._link = EngineLink(
            [*programs.command("engine"), "--profile", str(self.profile.folder)], self
        )
        self._connect()
        use_language(self._qt, self._remembered.setdefault(LANGUAGE_KEY, system_language()))
        if self._options.screenshot:
            self._remembered["welcome"] = "left"  # a picture shows the desk of every day
        comfort.restore(self._remembered.get("zoom", ""), self._remembered.get("density", ""))
        apply_theme(self._qt, self._remembered.get(THEME_KEY, "system"))  # type: ignore[arg-type]
        if me is not None:
            self._open_desk(me)
        else:
            self._show_front()
        self._link.start()
        if self._options.demo:
            self._start_demo()
        elif (password := os.environ.get("DESKSIDE_PASSWORD")) and self._server and self._login:
            self._sign_in(self._server, self._login, password)
        return True

    def end(self) -> None:
        """Close the window, which saves what is being written, and leave."""
        if self.assembly is not None:
            self.assembly.window.close()
        self._qt.exit(0)

    def stop(self) -> None:
        """After the last window: end the engine, then the practice server."""
        if self.assembly is not None:
            self.assembly.close()
        self._link.stop()
        if self._demo is not None:
            self._demo.stop()
        self._single.release()

    def _choose_profile(self) -> Profile:
        if self._options.demo and not self._options.profile:
            return Profile(demo.profile_folder(self._login))
        return Profile.named(self._options.profile)

    def _open_profile(self) -> Actor | None:
        """Read what is needed before the first paint; the file is made when it is not there."""
        store = self.profile.open()
        try:
            self._remembered = window_state.load_all(store)
            self._server = self._options.server or profiles.get(store, "server") or ""
            self._login = self._login or profiles.get(store, "login") or ""
            self._first_time = profiles.get(store, "synced_at_ms") is None
            self._clock.server.offset_ms = profiles.number(store, "clock_offset_ms") or 0
            return profiles.actor(store)
        finally:
            store.close()

    def _connect(self) -> None:
        install_hook(self._show_error)
        self._single.raised.connect(self._on_raised)
        self._single.called.connect(self._on_called)
        self._link.state_changed.connect(self._on_state_changed)
        self._link.signed_in.connect(self._on_signed_in)
        self._link.signed_out.connect(self._on_signed_out)
        self._link.sign_in_failed.connect(self._on_sign_in_failed)
        self._link.process_died.connect(self._on_engine_died)
        self._link.revoked.connect(self._on_revoked)
        self._link.wiped.connect(self._on_wiped)

    def _open_desk(self, me: Actor) -> None:
        around = Surroundings(
            profile=self.profile,
            link=self._link,
            clock=self._clock,
            remembered=self._remembered,
            server=self._server,
            practice=self._options.demo,
            first_time=self._first_time,
            restart=lambda: self._qt.exit(RESTART),
        )
        self.assembly = Assembly(me, around, self)
        window = self.assembly.window
        if self._options.screenshot:
            target, reader = Path(self._options.screenshot), self.assembly.reader
            self._screenshot = Screenshot(window, self._link, reader, target, self)
        self.assembly.begin()
        if self._options.screenshot:
            window.resize(*FIRST_SIZE_PX)
        window.show()
        if self._front is not None:
            self._front.close()
            self._front = self._page = None
        if self._calling is not None:
            QTimer.singleShot(0, self, self._take_call)

    def _show_front(self) -> None:
        """The sign-in page, or for the practice desk a word that it is being made."""
        tr = QCoreApplication.translate
        self._front = QStackedWidget()
        self._front.setWindowTitle("Deskside")
        self._front.resize(first_size())
        if self._options.demo:
            waiting = EmptyState()
            waiting.show_state(
                "clock",
                tr("App", "Preparing the practice desk"),
                tr("App", "About a thousand sample tickets are being laid out. A few seconds."),
            )
            self._front.addWidget(waiting)
        else:
            self._add_sign_in_page(self._front)
        self._front.show()

    def _ask_again(self, window: QWidget) -> None:
        """The session ended: the card over the desk, which goes on working meanwhile."""
        self._front = QStackedWidget(window)
        self._front.setWindowFlag(Qt.WindowType.Dialog)
        self._front.setWindowTitle(QCoreApplication.translate("App", "Sign in"))
        self._add_sign_in_page(self._front)
        self._front.show()

    def _ask_for_changed_password(self) -> None:
        """What we signed in with by ourselves, e.g. to the practice desk, is no longer right."""
        if self.assembly is not None:
            self._ask_again(self.assembly.window)
        elif self._front is not None:
            self._add_sign_in_page(self._front)

    def _add_sign_in_page(self, front: QStackedWidget) -> None:
        self._page = SignInPage()
        self._page.sign_in_requested.connect(self._on_sign_in_requested)
        front.addWidget(self._page)
        front.setCurrentWidget(self._page)
        self._page.prefill(self._server, self._login)

    def _start_demo(self) -> None:
        self._demo = demo.DemoServer(self)
        self._demo.ready.connect(self._on_demo_ready)
        self._demo.failed.connect(self._show_error)
        self._demo.start()

    @Slot(str)
    def _on_demo_ready(self, url: str) -> None:
        self._server = url
        self._sign_in(url, self._login, demo.PASSWORD)

    @Slot(str, str, str)
    def _on_sign_in_requested(self, server: str, login: str, password: str) -> None:
        self._server = server
        if self._page is not None:
            self._page.show_working()
        self._sign_in(server, login, password)

    def _sign_in(self, server: str, login: str, password: str) -> None:
        """Remembered in memory until a keyring has the session: a new engine needs it again."""
        self._unkept = lines.SignIn(server=server, login=login, password=password)
        self._send_sign_in(self._unkept)

    def _send_sign_in(self, message: lines.SignIn) -> None:
        self._awaiting_answer = True
        self._link.send(message)

    @Slot(object)
    def _on_signed_in(self, signed: lines.SignedIn) -> None:
        self._awaiting_answer = False
        was_typed = self._page is not None
        if signed.remembered:
            self._unkept = None
        if self.assembly is None:
            self._open_desk(Actor(signed.agent_id, signed.login, signed.name, signed.role))
        elif self._front is not None:
            self._front.close()
            self._front = self._page = None
        if was_typed and not signed.remembered:
            self._tell_session_only()

    def _tell_session_only(self) -> None:
        words = QCoreApplication.translate(
            "App", "This computer has no keyring, so you stay signed in for this session only."
        )
        if self.assembly is not None:
            self.assembly.window.show_message("warn", words)

    @Slot(object)
    def _on_sign_in_failed(self, failed: lines.SignInFailed) -> None:
        self._unkept = None
        sentence = words_for_code(failed.code, failed.sentence)
        if self._page is None and failed.code == "wrong_password" and not self._options.screenshot:
            self._ask_for_changed_password()
        if self._page is not None:
            self._page.show_failure(failed.code, sentence)
        else:
            self._show_error(sentence)

    @Slot()
    def _on_engine_died(self) -> None:
        self._awaiting_answer = False

    @Slot()
    def _on_signed_out(self) -> None:
        self._qt.exit(RESTART)

    @Slot(object)
    def _on_revoked(self, revoked: lines.Revoked) -> None:
        """Keep what is being typed, then only the card is left."""
        if self._revoked is not None:
            return
        from desktop.shell.revoked_page import RevokedPage  # hardly ever needed

        self._unkept = None
        if self.assembly is not None:
            self.assembly.window.settle()
        page = self._revoked = RevokedPage()
        page.count(self.profile)
        page.wipe_requested.connect(lambda folder: self._link.send(lines.Wipe(folder=folder)))
        page.left.connect(lambda: self._qt.exit(RESTART))
        self._link.failed.connect(page.show_failure)
        page.show()
        if self.assembly is not None:
            self.assembly.window.hide()
        if self._front is not None:
            self._front.hide()

    @Slot(object)
    def _on_wiped(self, wiped: lines.Wiped) -> None:
        """By the card's word; or by the engine itself at the start after that."""
        if self._revoked is not None:
            self._revoked.show_done(wiped.folder)
        elif self._page is not None:
            self._page.show_wiped(wiped.folder)

    @Slot(object)
    def _on_state_changed(self, state: lines.State) -> None:
        if state.server_now_ms is not None:
            self._clock.server.heard(state.server_now_ms)
        if self._revoked is not None:
            return
        if state.state == "sign_in" and self._unkept is not None:
            if not self._awaiting_answer:
                self._send_sign_in(self._unkept)
            return
        needs_password = state.state == "sign_in" and not self._options.demo
        asks_already = self._front is not None or bool(self._options.screenshot)
        if needs_password and self.assembly is not None and not asks_already:
            self._ask_again(self.assembly.window)

    @Slot()
    def _on_raised(self) -> None:
        if self.assembly is not None:
            self.assembly.window.bring_to_front()
        elif self._front is not None:
            self._front.raise_()

    @Slot(str)
    def _on_called(self, caller: str) -> None:
        """Whoever has not signed in yet takes the call afterwards."""
        self._calling = caller_of(caller)
        QTimer.singleShot(0, self, self._take_call)  # not inside the socket's signal: it may wait

    @Slot()
    def _take_call(self) -> None:
        if self.assembly is not None and self._calling is not None and self._revoked is None:
            caller, self._calling = self._calling, None
            self.assembly.areas.forms.take_call(caller)

    def _show_error(self, sentence: str) -> None:
        if self.assembly is not None:
            self.assembly.window.show_message("error", sentence)
            return
        log.error("%s", sentence)
        if self._front is not None:
            tr = QCoreApplication.translate
            trouble = EmptyState()
            trouble.show_state("warning-triangle", tr("App", "Deskside could not start"), sentence)
            self._front.addWidget(trouble)
            self._front.setCurrentWidget(trouble)
