"""``deskside-server serve``: the application behind one socket, in one process or several."""

from __future__ import annotations

import ipaddress
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import FrameType

import uvicorn

if sys.platform != "win32":
    import resource

from models.database import Store
from sync.server.address import Address, CannotServe
from sync.server.admin import open_desk
from sync.server.app import Desk, create_app
from sync.server.bounded_http import BoundedHttp
from sync.server.request_log import RequestLog, log_to_stderr
from sync.server.workers import Workers

GRACE_S = 7
KEEP_ALIVE_S = 75
BACKLOG = 2_048
FILES = 8_192
LOOPBACK = ("127.0.0.0/8", "::1")
# Each answer of PostgreSQL needs the interpreter's lock again; the usual 5 ms are a dozen answers.
SWITCH_S = 0.000_5


def serve(
    url: str,
    folder: Path,
    address: Address,
    *,
    processes: int,
    behind_tls: bool,
    trusted_proxies: Sequence[str] = (),
) -> None:
    """Serve until SIGTERM or Ctrl+C. Raises CannotServe for options that don't go together."""
    if not address.is_loopback and not behind_tls:
        raise CannotServe(
            f"{address.host} can be reached from other computers and this is plain HTTP. Put a "
            "proxy that speaks TLS in front and add --behind-tls, or listen on 127.0.0.1."
        )
    proxies = trusted(behind_tls, trusted_proxies)
    store = open_desk(url)
    if processes < 1:
        raise CannotServe("--processes is a number from 1 on.")
    if processes > 1 and store.is_sqlite:
        raise CannotServe("A SQLite store is served by one process; use PostgreSQL for more.")
    listener = bind(address)
    log_to_stderr()
    shown = address.url(listener.getsockname()[1])
    if processes == 1:
        run(store, folder, listener, lambda: announce(shown), proxies)
        return
    store.close()
    Workers(partial(_work, url, folder, listener, proxies), processes).run(lambda: announce(shown))


def _work(
    url: str,
    folder: Path,
    listener: socket.socket,
    proxies: list[str],
    accepts: Callable[[], None],
) -> None:
    """One of several processes."""
    log_to_stderr()
    run(open_desk(url), folder, listener, accepts, proxies)


def trusted(behind_tls: bool, proxies: Sequence[str]) -> list[str]:
    """Whose ``X-Forwarded-For`` is believed: nobody's without ``--behind-tls``.

    Raises CannotServe for what is no IP address or network.
    """
    if proxies and not behind_tls:
        raise CannotServe("--trusted-proxy goes together with --behind-tls.")
    for proxy in proxies:
        try:
            ipaddress.ip_network(proxy)
        except ValueError as error:
            raise CannotServe(f"“{proxy}” is not an IP address or network.") from error
    return [*LOOPBACK, *proxies] if behind_tls else []


def announce(url: str) -> None:
    """The line that whoever started this server waits for."""
    print(f"listening on {url}", flush=True)


def bind(address: Address) -> socket.socket:
    """A socket that does not accept yet. Raises CannotServe when the port is taken."""
    family = socket.AF_INET6 if ":" in address.host else socket.AF_INET
    # asyncio sets TCP_NODELAY only where the protocol is named: without it answers wait 40 ms
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((address.host, address.port))
    except OSError as error:
        listener.close()
        raise CannotServe(f"Can't listen on {address.url(address.port)}: {error}") from error
    return listener


def run(
    store: Store,
    folder: Path,
    listener: socket.socket,
    accepts: Callable[[], None],
    proxies: list[str],
) -> None:
    """Serve in this process until a signal, then finish what was begun."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _leave)
    app = create_app(store, folder)
    app.state.desk.uploads.clean()
    sys.setswitchinterval(SWITCH_S)
    allow_many_streams()
    config = uvicorn.Config(
        RequestLog(app),
        http=BoundedHttp,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=proxies,
        log_config=None,
        access_log=False,
        backlog=BACKLOG,
        lifespan="on",
        timeout_graceful_shutdown=GRACE_S,
        timeout_keep_alive=KEEP_ALIVE_S,
        server_header=False,
    )
    DeskServer(config, app.state.desk, accepts).run([listener])


def allow_many_streams() -> None:
    """Each open stream is a file to the system, and the usual limit of 1,024 is below our own."""
    if sys.platform != "win32":
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = FILES if hard == resource.RLIM_INFINITY else min(FILES, hard)
        if soft != resource.RLIM_INFINITY and soft < wanted:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def _leave(number: int, frame: FrameType | None) -> None:
    """uvicorn raises the signal again when it has finished: then this ends the process well."""
    raise SystemExit(0)


class DeskServer(uvicorn.Server):
    """Says when it accepts, and sends those who wait elsewhere when it is to end."""

    def __init__(self, config: uvicorn.Config, desk: Desk, accepts: Callable[[], None]) -> None:
        super().__init__(config)
        self._desk = desk
        self._accepts = accepts

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._accepts()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._desk.drain()
        await super().shutdown(sockets)
