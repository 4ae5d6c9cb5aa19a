"""Calls about this very moment: the live stream, who has a ticket open, who is at work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from litestar import Response, get, post
from litestar.datastructures import State

from sync.protocol.live import Online, PresenceRequest, Present
from sync.server.answers import Req, answer_json, read_body
from sync.server.live import StreamAnswer
from sync.server.told import EVENTS, told

if TYPE_CHECKING:
    from sync.server.app import Desk


@get("/v1/live", **told(gives=EVENTS))
async def live_stream(state: State, request: Req) -> StreamAnswer:
    """Server-sent events of ``protocol.live``, until either side ends."""
    desk: Desk = state.desk
    reader = await desk.live.open(request.headers.get("authorization", ""))
    return StreamAnswer(desk.live, reader)


@post("/v1/presence", status_code=200, **told(PresenceRequest, Present))
async def note_presence(state: State, request: Req) -> Response[bytes]:
    """Somebody has a ticket open."""
    desk: Desk = state.desk
    data = await read_body(request, PresenceRequest)
    present = await desk.live.sighted(request.headers.get("authorization", ""), data)
    return answer_json(request, msgspec.json.encode(present))


@get("/v1/online", **told(gives=Online))
async def who_is_online(state: State, request: Req) -> Response[bytes]:
    """Who is at work, for clients without a stream."""
    desk: Desk = state.desk
    await desk.as_caller(request, lambda who: who)
    return answer_json(request, msgspec.json.encode(desk.live.roster.whole()))


HANDLERS = [live_stream, note_presence, who_is_online]
