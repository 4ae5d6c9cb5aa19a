"""Calls about who one is: signing in and out, the password, the devices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from litestar import delete, get, post
from litestar.datastructures import State
from litestar.params import FromPath

from models.clock import wall_ms
from sync.protocol import schema
from sync.server import devices, sessions
from sync.server.answers import Req, address_of, read_body
from sync.server.told import told

if TYPE_CHECKING:
    from sync.server.app import Desk


@post(
    "/v1/session",
    status_code=200,
    **told(schema.SessionRequest, schema.SessionAnswer, open=True),
)
async def sign_in(state: State, request: Req) -> schema.SessionAnswer:
    """A new session."""
    desk: Desk = state.desk
    data = await read_body(request, schema.SessionRequest)
    return await desk.sign_ins.sign_in(data, address_of(request))


@delete("/v1/session", **told())
async def sign_out(state: State, request: Req) -> None:
    """End this session; others of the same person go on."""
    desk: Desk = state.desk
    authorization = request.headers.get("authorization", "")
    await desk.as_caller(request, lambda who: sessions.sign_out(desk.store, authorization))
    desk.live.sessions_ended()


@post("/v1/password", status_code=204, **told(schema.PasswordRequest))
async def change_password(state: State, request: Req) -> None:
    """One's own."""
    desk: Desk = state.desk
    data = await read_body(request, schema.PasswordRequest)
    authorization = request.headers.get("authorization", "")
    who = await desk.as_caller(request, lambda who: who)
    await desk.sign_ins.change_password(who, data, authorization, address_of(request))
    desk.live.sessions_ended()


@post("/v1/clients", status_code=200, **told(schema.ClientRequest, schema.ClientAnswer))
async def renew_client(state: State, request: Req) -> schema.ClientAnswer:
    """A new client for this session."""
    desk: Desk = state.desk
    data = await read_body(request, schema.ClientRequest)
    authorization = request.headers.get("authorization", "")
    return await desk.as_caller(
        request,
        lambda who: sessions.renew_client(desk.store, who, data, authorization, wall_ms()),
    )


@post(
    "/v1/clients/known",
    status_code=200,
    **told(schema.KnownRequest, schema.KnownAnswer, limit=schema.MEDIUM_BODY_BYTES),
)
async def known_clients(state: State, request: Req) -> schema.KnownAnswer:
    """How far one's own clients are settled."""
    desk: Desk = state.desk
    data = await read_body(request, schema.KnownRequest)
    return await desk.as_caller(request, lambda who: sessions.known_clients(desk.store, who, data))


@get("/v1/devices", **told(gives=schema.DeviceList, query=("login",)))
async def list_devices(state: State, request: Req) -> schema.DeviceList:
    """One's own; an admin may ask for those of a ``login``."""
    desk: Desk = state.desk
    login: Any = request.query_params.get("login")
    return await desk.as_caller(request, lambda who: devices.own_devices(desk.store, who, login))


@delete("/v1/devices/{id:str}", **told())
async def revoke_device(state: State, request: Req, id: FromPath[str]) -> None:
    """Sign a device out for good: it wipes itself when it hears of it."""
    desk: Desk = state.desk
    await desk.as_caller(request, lambda who: devices.revoke_as(desk.store, who, id, wall_ms()))
    desk.ring()
    desk.live.sessions_ended()


HANDLERS = [
    sign_in,
    sign_out,
    change_password,
    renew_client,
    known_clients,
    list_devices,
    revoke_device,
]
