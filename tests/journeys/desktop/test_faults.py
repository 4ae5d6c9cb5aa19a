"""What goes wrong is said plainly, and nothing that was typed is lost (issue: journey d)."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models.profile import Profile
from sync.protocol import schema
from tests.helpers.desktop import SharedDesk, run_desktop, type_text, words
from tests.helpers.limits import NOBODY, TOO_SMALL_BYTES, full_disk
from tests.journeys.desktop.conftest import MakeDesktop

TEXT = "Это нельзя потерять"
END_S = 30


@contextmanager
def answering(content_type: str, body: bytes) -> Iterator[str]:
    """The address of another program that gives one answer to everything."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:
            """Nothing on the terminal."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def nobody_there() -> Iterator[str]:
    """An address at which nothing listens any more."""
    with answering("text/plain", b"") as url:
        pass
    yield url


def other_version() -> bytes:
    info = schema.ServerInfo(product=schema.PRODUCT, protocol=schema.PROTOCOL + 1, version="9.9")
    return msgspec.json.encode(info)


def refused(desktop: MakeDesktop, url: str, password: str) -> list[str]:
    """What the sign-in card says after an attempt; what was typed is still there."""
    one = desktop("anna")
    one.start()
    page = one.page
    page.prefill(url, "anna")
    type_text(page.password, password)
    QTest.keyClick(page.password, Qt.Key.Key_Return)
    one.until(page.button.isEnabled, "an answer")
    assert one.app.assembly is None
    assert (page.address.text(), page.login.text(), page.password.text()) == (url, "anna", password)
    return words(page)


def test_the_keyboard_begins_where_something_is_missing(
    desktop: MakeDesktop, shared: SharedDesk
) -> None:
    one = desktop("anna", shared)
    one.start()
    page = one.page
    assert page.address.text()
    assert page.login.text()
    one.until(page.password.hasFocus, "the password to be asked for")


def test_a_wrong_password_is_told(desktop: MakeDesktop, shared: SharedDesk) -> None:
    said = refused(desktop, shared.server.url, "wrong horse")
    assert "Login and password don't match. Please try again." in said


def test_a_server_that_answers_html_is_told(desktop: MakeDesktop) -> None:
    with answering("text/html", b"<html><body>It works!</body></html>") as url:
        said = refused(desktop, url, "secret")
    assert f"{url} answers, but it is not a Deskside server. Is the address right?" in said


def test_a_server_of_another_version_is_told(desktop: MakeDesktop) -> None:
    with answering("application/json", other_version()) as url:
        said = refused(desktop, url, "secret")
    assert any(line.startswith(f"The server at {url} speaks another version") for line in said)


def test_no_server_is_told(desktop: MakeDesktop) -> None:
    with nobody_there() as url:
        said = refused(desktop, url, "secret")
    assert f"Nothing answers at {url}; is the address right?" in said


def test_a_note_on_a_full_disk_stays_in_the_composer(
    desktop: MakeDesktop, shared: SharedDesk
) -> None:
    anna = desktop("anna", shared)
    anna.start()
    anna.sign_in()
    anna.open(shared.tickets[0])
    with full_disk(TOO_SMALL_BYTES):
        anna.write("note", TEXT)
        anna.send("note")
        anna.until(lambda: "There is no room left on the disk" in anna.message(), "the message")
        anna.until(lambda: TEXT in anna.editor("note").toPlainText(), "the text again")
    assert not any(TEXT in row for row in anna.said())
    anna.send("note")
    anna.until_said(TEXT)
    anna.until_synced()
    assert shared.sql("SELECT count(*) FROM message WHERE html LIKE ?", f"%{TEXT}%") == [(1,)]
    assert anna.editor("note").is_blank()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can look into, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="deskside-journey-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("exists", [False, True], ids=["new", "used before"])
def test_a_profile_that_cant_be_written_is_told(open_folder: Path, exists: bool) -> None:
    profile = open_folder / "profile"
    profile.mkdir()
    if exists:
        Profile(profile).open().close()
    profile.chmod(0o555)
    how = {"extra": {"HOME": "/", "DESKSIDE_HOME": str(open_folder)}}
    picture = ["--screenshot", str(open_folder / "x.png")]
    child = run_desktop(profile, *picture, before=as_nobody(), **how)
    told = finished(child)
    assert child.returncode == 5, told
    assert told.startswith("The local file can't be used:")
    assert "Traceback" not in told
    assert not (open_folder / "x.png").exists()


def as_nobody() -> list[str]:
    if os.geteuid() != 0:
        return []
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]


def finished(child: subprocess.Popen[str]) -> str:
    """Its stderr, without what the offscreen platform says about itself."""
    _, errors = child.communicate(timeout=END_S)
    lines = [line for line in errors.splitlines() if not line.startswith("This plugin does not")]
    return "\n".join(lines)


def test_a_second_start_raises_the_first_window(desktop: MakeDesktop, shared: SharedDesk) -> None:
    anna = desktop("anna", shared)
    anna.start()
    anna.sign_in()
    anna.window.showMinimized()
    anna.until(anna.window.isMinimized, "minimized")
    child = run_desktop(anna.profile.folder)
    anna.until(lambda: child.poll() is not None, "the end of the second start", END_S * 1000)
    told = finished(child)
    assert child.returncode == 0, told
    assert "open already" in told
    anna.until(lambda: not anna.window.isMinimized(), "the first window in front")
