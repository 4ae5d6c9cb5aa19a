"""Files between a profile and a server: attached, queued, on their way and there."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from models import files
from models import profile as profiles
from models.clock import wall_ms
from models.commands import AddNote, FileRef
from models.ids import new_id
from models.perform import perform
from models.profile import Profile
from sync.engine.wire import Server
from sync.protocol import link, schema
from tests.helpers.desk import PASSWORD
from tests.helpers.engine import EngineProcess, sync_once
from tests.helpers.line import Line
from tests.helpers.server import Served

MB = 1 << 20
PIECE = schema.PIECE_LIMIT_BYTES
OVERHEAD = 1 * MB  # sign-ins, pulls, heads of requests


def signed_in(server: Served, way: Line, folder: Path) -> tuple[Profile, str]:
    """Anna's profile, and a ticket that is in it."""
    ticket = server.desk.ticket("Network")
    profile = Profile(folder / "anna")
    assert sync_once(profile, "--server", way.url, "--login", "anna") == 0
    return profile, ticket


def write(profile: Profile, ticket: str, *attached: FileRef) -> None:
    """What a desktop does when somebody writes a note with files."""
    store = profile.open()
    actor = profiles.actor(store)
    assert actor is not None
    note = AddNote(ticket_id=ticket, html="<p>see</p>", files=attached)
    perform(store, note, actor, wall_ms())
    store.close()


def reference(profile: Profile, size_bytes: int) -> FileRef:
    """A new file in the profile."""
    source = profile.folder / "given.bin"
    source.write_bytes(os.urandom(size_bytes))
    sha256 = files.keep_copy(profile.files, source)
    return FileRef(new_id(), sha256, "a.bin", "application/octet-stream", size_bytes)


def queued(profile: Profile, file: FileRef, direction: str = "up") -> tuple[str, int, str | None]:
    """State, tries and reason as the desktop would read them."""
    store = profile.open()
    text = "SELECT state, tries, reason FROM file_transfer WHERE key = ?"
    found = store.sql(text, (f"{direction}:{file.sha256}",))
    store.close()
    return found[0] if found else ("", 0, None)


def has(server: Served, file: FileRef) -> bool:
    found = server.desk.store.sql("SELECT state FROM message_file WHERE id = ?", (file.id,))
    return found == [("complete",)]


def bytes_there(server: Served, file: FileRef) -> bytes:
    return files.path(server.desk.folder, file.sha256).read_bytes()


def kept(profile: Profile, file: FileRef) -> bytes:
    return files.path(profile.files, file.sha256).read_bytes()


def progress(running: EngineProcess, file: FileRef, state: str) -> link.FileProgress:
    return running.heard(
        link.FileProgress, lambda line: (line.sha256, line.state) == (file.sha256, state)
    )


def stored(server: Served, size_bytes: int) -> FileRef:
    """A file that boris has attached."""
    data = os.urandom(size_bytes)
    sha256 = hashlib.sha256(data).hexdigest()
    file = FileRef(new_id(), sha256, "a.bin", "application/octet-stream", size_bytes)
    boris = server.desk.device(server.people["boris"])
    note = AddNote(ticket_id=server.desk.ticket("Network"), html="<p>x</p>", files=(file,))
    boris.push(note)
    there = Server(server.url)
    there.sign_in(schema.SessionRequest("boris", PASSWORD))
    state = there.begin_upload(sha256, size_bytes)
    while not state.complete:
        state = there.send_piece(state.id, state.offset, data[state.offset : state.offset + PIECE])
    return file
