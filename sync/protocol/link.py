"""The JSON lines between the desktop and its engine: one message a line, UTF-8, version inside.

The desktop writes to the engine's standard input and reads its standard output. The engine ends
when its input closes.
"""

from __future__ import annotations

from enum import IntEnum

import msgspec

from sync.protocol.live import Person, PresenceState
from sync.protocol.schema import DeviceInfo

VERSION = 1


class EngineExit(IntEnum):
    """How ``deskside-engine --once`` ends; 2 is left to a call that makes no sense."""

    DONE = 0
    REFUSED = 3
    """The server, or there is nobody to sign in as."""
    UNREACHABLE = 4
    UNUSABLE = 5
    """The local file."""
    HELD = 6
    """Another engine has the profile; it was poked."""


class Line(msgspec.Struct, frozen=True, tag_field="type", kw_only=True):
    """Base of all messages; ``type`` on the wire names which one it is."""

    version: int = VERSION


class Poke(Line, frozen=True, tag="poke"):
    """There is something to push; also: try again now."""


class SignIn(Line, frozen=True, tag="sign_in"):
    """Begin a session; answered by SignedIn or SignInFailed."""

    server: str
    login: str
    password: str


class SignOut(Line, frozen=True, tag="sign_out"):
    """End the session on the server and forget the token; local data stays."""


class ChangePassword(Line, frozen=True, tag="change_password"):
    """One's own; answered by PasswordChanged or Failed."""

    old: str
    new: str


class FetchFile(Line, frozen=True, tag="fetch_file"):
    """Somebody looks at a file that is not here; answered by FileHere or Failed."""

    sha256: str


class FetchTicket(Line, frozen=True, tag="fetch_ticket"):
    """Somebody opens a ticket that is not here, or in part, by its id or ``number``.

    Answered by TicketFetched; its rows are told of by Changed before.
    """

    ticket: str = ""
    number: str = ""


class KeepDays(Line, frozen=True, tag="keep_days"):
    """From now on keep done tickets that somebody touched within so many days; 0: all."""

    days: int


class PauseFile(Line, frozen=True, tag="pause_file"):
    """Leave this file where it is until ResumeFile; answered by FileProgress."""

    sha256: str


class ResumeFile(Line, frozen=True, tag="resume_file"):
    """Go on with a file that was paused or had failed; answered by FileProgress."""

    sha256: str


class Presence(Line, frozen=True, tag="presence"):
    """A ticket is open in the window, somebody types there, or it was left."""

    ticket: str
    state: PresenceState


class Inspect(Line, frozen=True, tag="inspect"):
    """Somebody looks at the sync details; answered by Report."""


class ListDevices(Line, frozen=True, tag="list_devices"):
    """Where one is signed in; answered by Devices or Failed."""


class RevokeDevice(Line, frozen=True, tag="revoke_device"):
    """Sign a computer of one's own out for good; answered like ListDevices."""

    id: str


class Wipe(Line, frozen=True, tag="wipe"):
    """After Revoked: save what was never sent into a new folder in ``folder``, then forget all.

    Without ``folder`` in the profile's own. Answered by Wiped, or Failed with nothing deleted.
    """

    folder: str = ""


class Quit(Line, frozen=True, tag="quit"):
    """Finish the current step and end."""


class State(Line, frozen=True, tag="state"):
    """``state`` is starting, sign_in, syncing, unanswered, synced, offline, too_old, stopped or
    revoked.

    In ``unanswered`` a request still waits, for longer than a server that is there takes. In
    ``too_old`` what is written here is sent, and nothing is read until Deskside is a newer one.
    ``synced_at_ms`` is the last moment at which nothing was missing; ``since_at_ms`` when this
    state began; ``sentence`` what a person should know, empty when all is well. ``rows_total``:
    a first sync brings so many rows, of which ``rows_done`` are here. ``keep_days`` is what the
    profile keeps of done tickets (0: all), ``partial``: some are on the server alone.
    """

    state: str
    synced_at_ms: int | None = None
    since_at_ms: int | None = None
    server_now_ms: int | None = None
    waiting: int = 0
    attention: int = 0
    sentence: str = ""
    code: str = ""
    rows_done: int = 0
    rows_total: int = 0
    keep_days: int = 0
    partial: bool = False


class Changed(Line, frozen=True, tag="changed"):
    """Rows arrived. Kinds, and the tickets that they belong to (empty with ``many``: re-read)."""

    kinds: tuple[str, ...] = ()
    tickets: tuple[str, ...] = ()
    many: bool = False


class SignedIn(Line, frozen=True, tag="signed_in"):
    """The profile is this person's. ``remembered``: a keyring has the session."""

    agent_id: str
    login: str
    name: str
    role: str
    remembered: bool = True


class SignInFailed(Line, frozen=True, tag="sign_in_failed"):
    """``code`` is wrong_password, unreachable, not_deskside, version, insecure or too_many."""

    code: str
    sentence: str


class SignedOut(Line, frozen=True, tag="signed_out"):
    """The token is forgotten, also where the server could not be told."""


class FileHere(Line, frozen=True, tag="file_here"):
    """The bytes of this hash are in the profile's folder now."""

    sha256: str


class TicketFetched(Line, frozen=True, tag="ticket_fetched"):
    """What was asked for by FetchTicket, and the tickets that are whole here now.

    Empty: the server has none that one may see. ``code``: it could not be asked.
    """

    ticket: str = ""
    number: str = ""
    ids: tuple[str, ...] = ()
    code: str = ""


class FileProgress(Line, frozen=True, tag="file_progress"):
    """How a file gets on. ``direction`` is up or down; ``state`` moving, waiting, paused, failed
    or done. Bytes are told while it moves, at most four times a second; ``sentence`` says why it
    waits or failed.
    """

    sha256: str
    direction: str
    done_bytes: int = 0
    size_bytes: int = 0
    state: str = "moving"
    sentence: str = ""


class Present(Line, frozen=True, tag="present"):
    """Who else has this ticket open; never oneself."""

    ticket: str
    people: tuple[Person, ...] = ()


class Online(Line, frozen=True, tag="online"):
    """Which agents are online, never oneself; so many ``more`` are not named.

    Without ``people`` nobody knows, which is not the same as nobody.
    """

    people: tuple[str, ...] | None = None
    more: int = 0


class PasswordChanged(Line, frozen=True, tag="password_changed"):
    """The server has the new password."""


class Devices(Line, frozen=True, tag="devices"):
    """One's own devices; ``current`` is the id of this one."""

    current: str
    devices: tuple[DeviceInfo, ...]


class Revoked(Line, frozen=True, tag="revoked"):
    """This computer was signed out for good. It waits for Wipe, for ever; the next engine does not.

    ``texts`` were never sent.
    """

    texts: int = 0


class Wiped(Line, frozen=True, tag="wiped"):
    """Nothing is left in the profile; ``folder`` has what was never sent, "" without any."""

    folder: str = ""


class Failed(Line, frozen=True, tag="failed"):
    """Something that the person asked for did not work out."""

    code: str
    sentence: str


class Report(Line, frozen=True, tag="report"):
    """Counts since the engine began at ``since_at_ms``; bytes are bodies as they went.

    ``live`` is how news comes: stream, long_poll, or empty while it doesn't. The last trouble
    stays after it is over.
    """

    since_at_ms: int
    requests: int = 0
    sent_bytes: int = 0
    received_bytes: int = 0
    pages: int = 0
    rows: int = 0
    live: str = ""
    server_version: str = ""
    clock_offset_ms: int = 0
    trouble_code: str = ""
    trouble_sentence: str = ""
    trouble_at_ms: int | None = None


ToEngine = (
    Poke
    | SignIn
    | SignOut
    | ChangePassword
    | FetchFile
    | FetchTicket
    | KeepDays
    | PauseFile
    | ResumeFile
    | Presence
    | Inspect
    | ListDevices
    | RevokeDevice
    | Wipe
    | Quit
)
FromEngine = (
    State
    | Changed
    | SignedIn
    | SignInFailed
    | SignedOut
    | FileHere
    | TicketFetched
    | FileProgress
    | Present
    | Online
    | PasswordChanged
    | Devices
    | Revoked
    | Wiped
    | Failed
    | Report
)

_to_engine: msgspec.json.Decoder[ToEngine] = msgspec.json.Decoder(ToEngine)
_from_engine: msgspec.json.Decoder[FromEngine] = msgspec.json.Decoder(FromEngine)
_encoder = msgspec.json.Encoder()


def encode(message: Line) -> bytes:
    """One line with its line end."""
    return _encoder.encode(message) + b"\n"


def decode_to_engine(line: bytes) -> ToEngine:
    """Raises msgspec.MsgspecError for a line that is no message of this version."""
    return _to_engine.decode(line)


def decode_from_engine(line: bytes) -> FromEngine:
    """Raises msgspec.MsgspecError for a line that is no message of this version."""
    return _from_engine.decode(line)
