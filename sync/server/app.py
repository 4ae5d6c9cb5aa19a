"""The HTTP application: stateless, everything is in the store.

Handlers are async and hand their work to a pool of database threads: one on SQLite, several on
PostgreSQL. Each says by ``told`` what it takes and gives. Every answer carries the request's id.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import peewee
from litestar import Litestar, Response, get, head, patch, post, put
from litestar.datastructures import State
from litestar.params import FromPath
from litestar.plugins.prometheus import PrometheusConfig, PrometheusController

from models import migrating
from models.clock import wall_ms
from models.database import Store
from models.errors import DeskError
from sync.protocol import schema
from sync.protocol.product import product_version
from sync.server import (
    accounts,
    aggregates,
    blobs,
    cleaning,
    live,
    live_calls,
    openapi,
    parts,
    pull,
    push,
    sessions,
    snapshots,
    streams,
)
from sync.server.answers import (
    HANDLERS,
    JSON,
    Req,
    answer_file,
    answer_json,
    number_of,
    read_body,
    text_of,
    whole_body,
)
from sync.server.polls import Polls
from sync.server.push_queue import PushQueue
from sync.server.sign_ins import SignIns
from sync.server.told import BYTES, told
from sync.server.uploads import Uploads
from sync.server.write_path import WritePath

log = logging.getLogger("deskside.server")
T = TypeVar("T")
POLL_S = 1.0
HOUSEKEEPING_S = 600.0


class Desk:
    """What the handlers share: the store, its threads, and a bell that rings at each commit."""

    def __init__(self, store: Store, folder: Path, limits: live.Limits | None = None) -> None:
        self.store = store
        self.folder = folder
        self.path = WritePath(store)
        self.uploads = Uploads(self.path, folder)
        self.threads = ThreadPoolExecutor(1 if store.is_sqlite else 4, "store")
        self.pushes = PushQueue(lambda asks: self.work(lambda: push.push_together(self.path, asks)))
        self.file_threads = ThreadPoolExecutor(4, "files")
        self.sign_ins = SignIns(store, self.work)
        self.polls = Polls()
        self.bell = asyncio.Event()
        self.live = live.Live(store, self.work, self.wake, limits)
        self.closing = False
        beside = folder.with_name(f"{folder.name}-snapshots")
        self.snapshots = snapshots.Snapshots(store, beside, lambda: self.closing)

    async def work(self, act: Callable[[], T]) -> T:
        """Run a piece of database work in its thread."""
        return await asyncio.get_running_loop().run_in_executor(self.threads, act)

    async def file_work(self, act: Callable[[], T]) -> T:
        """Run what reads and writes files: no text waits for it."""
        return await asyncio.get_running_loop().run_in_executor(self.file_threads, act)

    async def as_caller(self, request: Req, act: Callable[[sessions.Caller], T]) -> T:
        """The same for somebody who is signed in."""
        authorization = request.headers.get("authorization", "")

        known: list[sessions.Caller] = []

        def whole() -> T:
            known.append(sessions.caller(self.store, authorization, wall_ms()))
            return act(known[0])

        try:
            return await self.work(whole)
        finally:
            if known:
                self.live.heard(authorization, known[0])

    def ring(self) -> None:
        """Something was committed here: everybody hears of it, in other processes too."""
        self.wake()
        self.live.committed()

    async def start(self) -> None:
        """What runs beside the requests, in the loop of this process."""
        await self.live.start()
        self._housekeeping = asyncio.get_running_loop().create_task(self._keep_house())

    async def stop(self) -> None:
        self._housekeeping.cancel()
        await self.live.stop()

    async def _keep_house(self) -> None:
        while True:
            await asyncio.sleep(HOUSEKEEPING_S)
            try:
                await self.file_work(lambda: cleaning.clean_if_due(self.path, self.folder))
                await self.file_work(self.uploads.clean)
            except (DeskError, OSError, peewee.PeeweeException):
                log.exception("housekeeping is left for the next time")

    def drain(self) -> None:
        """This process is about to end."""
        self.closing = True
        self.wake()
        self.live.drain()

    def wake(self) -> None:
        """Let the long polls of this process look again."""
        self.bell.set()
        self.bell = asyncio.Event()

    async def news(self) -> None:
        """Until something was committed here, or a poll's time has passed."""
        try:
            await asyncio.wait_for(self.bell.wait(), POLL_S)
        except TimeoutError:
            return


@get("/v1/server", sync_to_thread=False, **told(gives=schema.ServerInfo, open=True))
def server_info() -> schema.ServerInfo:
    """What answers here."""
    return schema.ServerInfo(schema.PRODUCT, schema.PROTOCOL, product_version())


@post(
    "/v1/push",
    status_code=200,
    **told(schema.PushRequest, schema.PushAnswer, limit=schema.BODY_LIMIT_BYTES),
)
async def push_changes(state: State, request: Req) -> Response[bytes]:
    """Changes of one client, in order."""
    desk: Desk = state.desk
    data = await read_body(request, schema.PushRequest)
    authorization = request.headers.get("authorization", "")
    answer = await desk.pushes.push(push.Ask(data, authorization))
    desk.ring()
    return answer_json(request, msgspec.json.encode(answer))


@post(
    "/v1/pull",
    status_code=200,
    **told(schema.PullRequest, schema.PullAnswer, limit=schema.MEDIUM_BODY_BYTES),
)
async def pull_changes(state: State, request: Req) -> Response[bytes]:
    """What changed after the cursors."""
    desk: Desk = state.desk
    data = await read_body(request, schema.PullRequest)
    until = asyncio.get_running_loop().time() + data.wait
    with desk.polls.waiting(data.client.id) as poll:
        while True:
            answer = await desk.as_caller(
                request, lambda who: pull.pull(desk.store, who.rights, data, wall_ms())
            )
            quiet = not answer.changes and not any(s.gone or s.new for s in answer.scopes.values())
            over = desk.closing or poll.over or asyncio.get_running_loop().time() >= until
            if not quiet or over:
                break
            await desk.news()
    return answer_json(request, msgspec.json.encode(answer))


@get(
    "/v1/scopes/{of:str}/snapshot",
    **told(gives=schema.Snapshot, query=("at_least", "days"), later=True),
)
async def get_snapshot(state: State, request: Req, of: FromPath[str]) -> Response[bytes]:
    """``schema.Snapshot``, at or after the position ``at_least``; 202: it is being made."""
    desk: Desk = state.desk
    at_least = number_of(request.query_params.get("at_least", "0"))
    days = number_of(request.query_params.get("days", "0"))
    view = parts.View.of(of, days, wall_ms())
    await desk.as_caller(request, lambda who: snapshots.require(who.rights, of))
    found = await desk.snapshots.ready(
        of, lambda: desk.work(lambda: desk.snapshots.find(of, at_least, view)), view
    )
    if found is None:
        return Response(b"", status_code=202, media_type=JSON, headers={"retry-after": "1"})
    return answer_json(request, msgspec.json.encode(found))


@get(
    "/v1/scopes/{of:str}/snapshot/{name:str}/{number:int}",
    **told(gives=BYTES, headers=("Range",)),
)
async def get_snapshot_part(
    state: State, request: Req, of: FromPath[str], name: FromPath[str], number: FromPath[int]
) -> Response[Any]:
    """A part, or the Range of it that is asked for."""
    desk: Desk = state.desk

    def allowed(who: sessions.Caller) -> Path:
        snapshots.require(who.rights, of)
        return desk.snapshots.part(of, name, number)

    source = await desk.as_caller(request, allowed)
    return answer_file(request, source, desk.file_threads)


@get("/v1/tickets", **told(gives=schema.TicketsFound, query=("number",)))
async def find_tickets(state: State, request: Req) -> schema.TicketsFound:
    """Those with a number or an alias, older ones too."""
    desk: Desk = state.desk
    number = request.query_params.get("number", "")
    return await desk.as_caller(
        request, lambda who: aggregates.find_tickets(desk.store, who.rights, text_of(number))
    )


@get("/v1/tickets/{id:str}", **told(gives=schema.RowsAnswer, query=("after",)))
async def get_ticket(state: State, request: Req, id: FromPath[str]) -> Response[bytes]:
    """A ticket with all that belongs to it, in pages."""
    desk: Desk = state.desk
    after = request.query_params.get("after", "")

    def page(who: sessions.Caller) -> aggregates.RawRows:
        return aggregates.whole_ticket(desk.store, who.rights, text_of(id), text_of(after))

    found = await desk.as_caller(request, page)
    return answer_json(request, msgspec.json.encode(found))


@post(
    "/v1/rows",
    status_code=200,
    **told(schema.RowsRequest, schema.RowsAnswer, limit=schema.MEDIUM_BODY_BYTES),
)
async def get_rows(state: State, request: Req) -> Response[bytes]:
    """Rows by their ids."""
    desk: Desk = state.desk
    data = await read_body(request, schema.RowsRequest)
    found = await desk.as_caller(
        request, lambda who: aggregates.rows(desk.store, who.rights, data.ids)
    )
    return answer_json(request, msgspec.json.encode(found))


@post(
    "/v1/blobs/check",
    status_code=200,
    **told(schema.BlobCheck, schema.BlobMissing, limit=schema.MEDIUM_BODY_BYTES),
)
async def check_blobs(state: State, request: Req) -> schema.BlobMissing:
    """Which files should be sent."""
    desk: Desk = state.desk
    data = await read_body(request, schema.BlobCheck)
    found = await desk.as_caller(
        request, lambda who: blobs.missing(desk.store, desk.folder, who.rights, data.sha256)
    )
    return schema.BlobMissing(found)


@put(
    "/v1/blobs/{sha256:str}",
    status_code=204,
    **told(BYTES, limit=schema.FILE_LIMIT_BYTES + (1 << 20)),
)
async def put_blob(state: State, request: Req, sha256: FromPath[str]) -> None:
    """A whole file."""
    desk: Desk = state.desk
    body = await whole_body(request, streams.FILE_S)
    await desk.as_caller(
        request, lambda who: blobs.put(desk.path, desk.folder, who.rights, sha256, body)
    )
    desk.ring()


@get("/v1/blobs/{sha256:str}", **told(gives=BYTES, headers=("Range",)))
async def get_blob(state: State, request: Req, sha256: FromPath[str]) -> Response[Any]:
    """The bytes, or the part of them that a Range header names."""
    desk: Desk = state.desk
    source = await desk.as_caller(
        request, lambda who: blobs.get(desk.store, desk.folder, who.rights, sha256)
    )
    return answer_file(request, source, desk.file_threads)


@post("/v1/blobs", status_code=200, **told(schema.UploadRequest, schema.UploadState))
async def begin_upload(state: State, request: Req) -> schema.UploadState:
    """A file that will come in pieces."""
    desk: Desk = state.desk
    data = await read_body(request, schema.UploadRequest)
    return await desk.as_caller(request, lambda who: desk.uploads.begin(who.rights, data))


@head("/v1/uploads/{id:str}", **told())
async def upload_offset(state: State, request: Req, id: FromPath[str]) -> Response[None]:
    """How far an upload is, as a header (draft-ietf-httpbis-resumable-upload, 4.3)."""
    desk: Desk = state.desk
    found = await desk.as_caller(request, lambda who: desk.uploads.find(who.rights, id))
    headers = {schema.UPLOAD_OFFSET: str(found.offset_bytes), "cache-control": "no-store"}
    return Response(None, headers=headers)


@patch(
    "/v1/uploads/{id:str}",
    status_code=200,
    **told(
        BYTES,
        schema.UploadState,
        limit=schema.FILE_LIMIT_BYTES,
        headers=(schema.UPLOAD_OFFSET,),
    ),
)
async def add_piece(state: State, request: Req, id: FromPath[str]) -> schema.UploadState:
    """The bytes that follow, with their place in a header; synced before the answer."""
    desk: Desk = state.desk
    who = await desk.as_caller(request, lambda who: who)
    offset = streams.offset_of(request)
    piece = desk.uploads.new_piece()
    try:
        await streams.receive(request, desk.file_threads, piece)
        added = await desk.file_work(lambda: desk.uploads.add(who.rights, id, offset, piece))
    finally:
        piece.unlink(missing_ok=True)
    if added.complete:
        desk.ring()
    return added


@get("/healthz", sync_to_thread=False, media_type="text/plain", **told(open=True))
def healthz() -> str:
    """Whether this process answers."""
    return "ok\n"


@get("/readyz", media_type="text/plain", **told(open=True))
async def readyz(state: State) -> Response[str]:
    """Whether the store answers and its tables are current."""
    desk: Desk = state.desk
    try:
        current = await desk.work(lambda: migrating.is_current(desk.store.db, "server"))
    except Exception:  # the reason goes to the log, the balancer only needs to know
        log.exception("the store does not answer")
        current = False
    return Response("ready\n" if current else "not ready\n", status_code=200 if current else 503)


@get("/schema/openapi.json", sync_to_thread=False, **told(open=True))
def openapi_document(request: Req) -> Response[bytes]:
    """This document."""
    return answer_json(request, openapi.document(request.app))


class Metrics(PrometheusController):
    """``GET /metrics`` as Prometheus text."""

    path = "/metrics"
    openmetrics_format = False


def create_app(store: Store, folder: Path, limits: live.Limits | None = None) -> Litestar:
    """The application over an open store; ``folder`` holds the bytes of files."""
    desk = Desk(store, folder, limits)
    # a stream lasts for hours: in a histogram of answers it would only be noise
    prometheus = PrometheusConfig(app_name="deskside", group_path=True, exclude=["/v1/live"])
    return Litestar(
        route_handlers=[
            server_info,
            *accounts.HANDLERS,
            push_changes,
            pull_changes,
            *live_calls.HANDLERS,
            get_snapshot,
            get_snapshot_part,
            find_tickets,
            get_ticket,
            get_rows,
            check_blobs,
            put_blob,
            get_blob,
            begin_upload,
            upload_offset,
            add_piece,
            openapi_document,
            healthz,
            readyz,
            Metrics,
        ],
        state=State({"desk": desk}),
        on_startup=[desk.start],
        on_shutdown=[desk.stop],
        middleware=[prometheus.middleware],
        exception_handlers=HANDLERS,
        request_max_body_size=schema.FILE_LIMIT_BYTES + (1 << 20),
        openapi_config=None,
        logging_config=None,
    )
