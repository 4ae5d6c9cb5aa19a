"""Servers on loopback that are no Deskside, or one in trouble."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

INFO = json.dumps({"product": "deskside", "protocol": 1, "version": "1"}).encode()
Answer = tuple[int, dict[str, str], bytes]


@contextmanager
def stranger(answer: Callable[[str], Answer], port: int = 0) -> Iterator[str]:
    """The address of a server that says to each path what ``answer`` gives."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            self.rfile.read(length)
            status, headers, body = answer(self.path)
            self.send_response(status)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = True

        do_POST = do_PUT = do_DELETE = do_GET  # noqa: N815  # http.server looks for these names

        def log_message(self, format: str, *args: object) -> None:
            """Nothing on stderr."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def html(path: str) -> Answer:
    """A web site, for instance the sign-in page of a hotel's network."""
    return 200, {"Content-Type": "text/html"}, b"<html><h1>Welcome</h1></html>"


def another_version(path: str) -> Answer:
    return 200, {}, json.dumps({"product": "deskside", "protocol": 99, "version": "9.9"}).encode()


def after_info(then: Answer) -> Callable[[str], Answer]:
    """Deskside at first sight; everything else gets ``then``."""
    return lambda path: (200, {}, INFO) if path == "/v1/server" else then
