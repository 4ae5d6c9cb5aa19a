"""Speaking HTTP to a server, with every failure as one of ``sync.protocol.errors``.

A session of ``requests`` per thread of the engine; every call has time-outs, answers are bounded
in size before they are decoded, and nothing but Deskside's own answers is believed.
"""

from __future__ import annotations

import io
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec
import requests
import urllib3
import zstandard

from sync.engine.meter import Meter
from sync.protocol import errors, live, schema
from sync.protocol.address import is_loopback, read_address

T = TypeVar("T")
CONNECT_S = 5.0
READ_S = 30.0
FILE_S = 300.0
BYTES = "application/octet-stream"
ANSWER_LIMIT_BYTES = 256 << 20


def clean_address(typed: str) -> str:
    """The URL of what somebody typed, as ``sync.protocol.address`` reads it.

    Raises Insecure for plain HTTP to another computer, NotDeskside for what can't be an address.
    """
    address = read_address(typed)
    if address.problem == "insecure":
        raise errors.Insecure(
            f"The connection to {address.url} would not be encrypted. Use an https:// address."
        )
    if address.problem:
        raise errors.NotDeskside(f"“{typed}” is not an address.")
    return address.url


@dataclass(frozen=True, slots=True)
class FilePart:
    """``blocks`` are the bytes from ``first`` on; ``total``: of the whole file, 0 if untold."""

    first: int
    total: int
    blocks: Iterator[bytes]


class Server:
    """One server as one thread sees it.

    ``waiting`` is entered while an answer is waited for. ``version`` is what ``info`` heard.
    """

    def __init__(self, address: str, token: str = "", meter: Meter | None = None) -> None:
        self.address = clean_address(address)
        self.http = requests.Session()
        self.http.trust_env = not is_loopback(urllib.parse.urlsplit(self.address).hostname or "")
        self.token = token
        self.meter = meter or Meter()
        self.version = ""
        self.waiting: Callable[[], AbstractContextManager[None]] = nullcontext

    def for_thread(self) -> Server:
        """The same server for another thread, counted together with this one."""
        return Server(self.address, self.token, self.meter)

    def info(self) -> schema.ServerInfo:
        """Make sure that a Deskside of our protocol answers there."""
        info = self._call("GET", "/v1/server", schema.ServerInfo)
        if info.product != schema.PRODUCT:
            raise errors.NotDeskside(f"Something else answers at {self.address}.")
        if info.protocol != schema.PROTOCOL:
            raise errors.OtherVersion(
                f"The server runs Deskside {info.version}, which speaks another protocol."
            )
        self.version = info.version
        return info

    def sign_in(self, request: schema.SessionRequest) -> schema.SessionAnswer:
        self.info()
        answer = self._call("POST", "/v1/session", schema.SessionAnswer, request)
        self.token = answer.token
        return answer

    def sign_out(self) -> None:
        self._send("DELETE", "/v1/session")

    def change_password(self, request: schema.PasswordRequest) -> None:
        self._send("POST", "/v1/password", request)

    def renew_client(self, request: schema.ClientRequest) -> str:
        """The id of a new client that this session belongs to from now on."""
        return self._call("POST", "/v1/clients", schema.ClientAnswer, request).client_id

    def known_clients(self, request: schema.KnownRequest) -> schema.KnownAnswer:
        return self._call("POST", "/v1/clients/known", schema.KnownAnswer, request)

    def devices(self) -> schema.DeviceList:
        """One's own."""
        return self._call("GET", "/v1/devices", schema.DeviceList)

    def revoke_device(self, id: str) -> None:
        """Raises NotThere for one that is not there (any more)."""
        self._send("DELETE", f"/v1/devices/{urllib.parse.quote(id, safe='')}")

    def push(self, request: schema.PushRequest) -> schema.PushAnswer:
        return self._call("POST", "/v1/push", schema.PushAnswer, request)

    def pull(self, request: schema.PullRequest) -> schema.PullAnswer:
        answer = self._call(
            "POST", "/v1/pull", schema.PullAnswer, request, read_s=READ_S + request.wait
        )
        if not request.wait:  # a long poll only asks whether there is a page
            self.meter.read_page(len(answer.changes))
        return answer

    def begin_upload(self, sha256: str, size_bytes: int) -> schema.UploadState:
        """The upload of this file as far as it came; ``complete`` when none is needed."""
        request = schema.UploadRequest(sha256, size_bytes)
        return self._call("POST", "/v1/blobs", schema.UploadState, request)

    def send_piece(self, id: str, offset: int, piece: bytes) -> schema.UploadState:
        """Raises OffsetMismatch, NotThere (begin anew), WrongBytes and ServerFull."""
        return self._call(
            "PATCH",
            f"/v1/uploads/{id}",
            schema.UploadState,
            data=io.BytesIO(piece),  # sent in small parts: a time-out counts for each of them
            headers={schema.UPLOAD_OFFSET: str(offset), "Content-Type": BYTES},
            read_s=FILE_S,
        )

    @contextmanager
    def reading(self, sha256: str, start: int) -> Iterator[FilePart]:
        """A file from ``start`` on. Raises NotThere, also when it ends before ``start``."""
        with self._reading(f"/v1/blobs/{sha256}", start, FILE_S) as part:
            yield part

    def ticket(self, id: str, after: str) -> schema.RowsAnswer:
        """A page of a whole ticket. Raises NotThere."""
        query = urllib.parse.urlencode({"after": after})
        path = f"/v1/tickets/{urllib.parse.quote(id, safe='')}?{query}"
        return self._call("GET", path, schema.RowsAnswer)

    def tickets(self, number: str) -> list[str]:
        """The ids of the tickets with this number or alias."""
        query = urllib.parse.urlencode({"number": number})
        return self._call("GET", f"/v1/tickets?{query}", schema.TicketsFound).ids

    def rows(self, ids: list[tuple[str, str]]) -> schema.RowsAnswer:
        """Those of these rows that there are and that this person may see."""
        return self._call("POST", "/v1/rows", schema.RowsAnswer, schema.RowsRequest(ids))

    def snapshot(self, scope: str, at_least: int, days: int = 0) -> schema.Snapshot | None:
        """Where a scope begins, at or after that position; None: it is being made, ask again.

        With ``days`` without what was done and not touched for that long (or longer).

        Raises NotThere where it is not held, and from servers that have no snapshots.
        """
        data = self._send("GET", f"{_scope_path(scope)}/snapshot?at_least={at_least}&days={days}")
        return self._decoded(data, schema.Snapshot) if data else None

    @contextmanager
    def reading_part(self, scope: str, name: str, number: int, start: int) -> Iterator[FilePart]:
        """A part of a snapshot, as ``reading`` reads a file."""
        path = f"{_scope_path(scope)}/snapshot/{name}/{number}"
        with self._reading(path, start, READ_S) as part:
            yield part

    @contextmanager
    def _reading(self, path: str, start: int, read_s: float) -> Iterator[FilePart]:
        headers = {"Accept-Encoding": "identity"}
        if start:
            headers["Range"] = f"bytes={start}-"
        with self._opened("GET", path, None, headers, read_s) as answer:
            ranged = answer.status_code == 206
            length = answer.headers.get("Content-Length", "")
            first = start if ranged else 0
            total = first + int(length) if length.isdigit() else 0
            yield FilePart(first, total, self._blocks(answer))

    def _blocks(self, answer: requests.Response) -> Iterator[bytes]:
        with self._silence():
            yield from answer.raw.stream(1 << 16, decode_content=False)

    def presence(self, request: live.PresenceRequest) -> live.Present:
        return self._call("POST", "/v1/presence", live.Present, request)

    def online(self) -> live.Online:
        """Raises NotThere at a server that is older than this call."""
        return self._call("GET", "/v1/online", live.Online)

    def stream(self, path: str, read_s: float) -> AbstractContextManager[requests.Response]:
        """An answer whose body the caller reads as it comes, with this time-out."""
        headers = {"Accept": "text/event-stream", "Accept-Encoding": "identity"}
        return self._opened("GET", path, None, headers, read_s)

    def _call(self, method: str, path: str, kind: type[T], body: Any = None, **how: Any) -> T:
        return self._decoded(self._send(method, path, body, **how), kind)

    def _decoded(self, data: bytes, kind: type[T]) -> T:
        try:
            return msgspec.json.decode(data, type=kind)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise errors.NotDeskside(
                f"What answers at {self.address} is not a Deskside server."
            ) from error

    def _send(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        data: Any = None,
        headers: dict[str, str] | None = None,
        read_s: float = READ_S,
    ) -> bytes:
        own = {"Accept-Encoding": "zstd", "Accept": "application/json", **(headers or {})}
        if body is not None:
            data = msgspec.json.encode(body)
            own["Content-Type"] = "application/json"
        with self._opened(method, path, data, own, read_s) as answer, self._silence():
            return _bounded(answer)

    @contextmanager
    def _opened(
        self, method: str, path: str, data: Any, headers: dict[str, str], read_s: float
    ) -> Iterator[requests.Response]:
        """An answer that is no error, its body still to be read."""
        self.meter.asked(_size_of(data))
        with self._silence(), self.waiting():
            answer = self.http.request(
                method,
                self.address + path,
                data=data,
                headers=headers,
                auth=self._sign,
                timeout=(CONNECT_S, read_s),
                allow_redirects=False,
                stream=True,
            )
        with answer:
            try:
                if answer.status_code >= 300:
                    with self._silence():
                        content = _bounded(answer)
                    raise self._failure(answer, content)
                yield answer
            finally:
                self.meter.received(answer.raw.tell())

    def _sign(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Put the token in; without a function for it, requests would ask a ``.netrc``."""
        if self.token:
            request.headers["Authorization"] = f"Bearer {self.token}"
        return request

    @contextmanager
    def _silence(self) -> Iterator[None]:
        try:
            yield
        except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
            words = f"Nothing answers at {self.address}."
            raise errors.Offline(words, reached=not _never_connected(error)) from error

    def _failure(self, answer: requests.Response, content: bytes) -> errors.SyncError:
        problem = _problem(content)
        if problem is None:
            return self._stranger(answer.status_code)
        if self._means_this_device(answer, problem):
            return errors.Revoked(problem.detail, problem.device or "")
        kind = PROBLEMS.get(problem.code)
        if kind is not None:
            return kind(problem.detail)
        if problem.code == "offset_mismatch" and problem.offset is not None:
            return errors.OffsetMismatch(problem.detail, problem.offset)
        if answer.status_code in (429, 503):
            return errors.ServerBusy(problem.detail, _retry_after(answer))
        if answer.status_code >= 500:
            return errors.ServerFault("The server has a problem; trying again later.")
        if answer.status_code in (413, 422):
            return errors.BatchRefused(problem.detail)
        return errors.Malformed(f"{problem.code}: {problem.detail}")

    def _means_this_device(self, answer: requests.Response, problem: schema.Problem) -> bool:
        """Whether this is what a server says to a device whose session it knows."""
        form = answer.headers.get("Content-Type", "").partition(";")[0]
        said = (answer.status_code, problem.status, problem.code, form)
        revoked = (403, 403, "revoked", "application/problem+json")
        return said == revoked and bool(self.token and problem.device)

    def _stranger(self, status: int) -> errors.SyncError:
        """An error without our form: a proxy in trouble, or another program."""
        if status in (429, 500, 502, 503, 504):
            return errors.ServerBusy("The server can't be reached just now.", 5.0)
        return errors.NotDeskside(f"What answers at {self.address} is not a Deskside server.")


PROBLEMS: dict[str, type[errors.SyncError]] = {
    "auth": errors.SignInNeeded,
    "revoked": errors.SignInNeeded,
    "wrong_password": errors.WrongPassword,
    "too_many": errors.TooManyTries,
    "client_forked": errors.Forked,
    "rewound": errors.Rewound,
    "too_old": errors.TooOld,
    "not_found": errors.NotThere,
    "range": errors.NotThere,
    "wrong_sha256": errors.WrongBytes,
    "storage_full": errors.ServerFull,
    "uploads_full": errors.ServerFull,
}


def _scope_path(scope: str) -> str:
    return f"/v1/scopes/{urllib.parse.quote(scope, safe='')}"


def _size_of(data: Any) -> int:
    """Of a request's body: bytes, a stream of them in memory, or none."""
    if isinstance(data, io.BytesIO):
        return data.getbuffer().nbytes
    return len(data) if data else 0


def _never_connected(error: Exception) -> bool:
    """Whether the request ended before anything of it was sent."""
    if isinstance(error, requests.exceptions.ConnectTimeout):
        return True
    cause = getattr(error.args[0], "reason", None) if error.args else None
    return isinstance(cause, urllib3.exceptions.NewConnectionError)


def _problem(content: bytes) -> schema.Problem | None:
    try:
        return msgspec.json.decode(content, type=schema.Problem)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _retry_after(answer: requests.Response) -> float:
    value = answer.headers.get("Retry-After", "1")
    return float(value) if value.isdigit() else 1.0


def _bounded(answer: requests.Response) -> bytes:
    """The body, decompressed, or Malformed when it is larger than anything we ask for."""
    received = bytearray()
    for part in answer.raw.stream(1 << 16, decode_content=False):
        received += part
        if len(received) > ANSWER_LIMIT_BYTES:
            raise errors.Malformed("The server's answer is too large.")
    if answer.headers.get("Content-Encoding") != "zstd":
        return bytes(received)
    try:
        reader = zstandard.ZstdDecompressor().stream_reader(bytes(received))
        content = bytes(reader.read(ANSWER_LIMIT_BYTES + 1))
    except zstandard.ZstdError as error:
        raise errors.Offline("The answer broke off.") from error
    if len(content) > ANSWER_LIMIT_BYTES:
        raise errors.Malformed("The server's answer is too large.")
    return content
