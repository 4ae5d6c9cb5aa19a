"""Where a server listens."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass


class CannotServe(Exception):
    """The options of ``serve`` don't go together; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Address:
    host: str
    port: int

    @property
    def is_loopback(self) -> bool:
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    def url(self, port: int) -> str:
        return f"http://[{self.host}]:{port}" if ":" in self.host else f"http://{self.host}:{port}"


def parse_address(text: str) -> Address:
    """``HOST:PORT`` or ``[IPv6]:PORT``. Raises CannotServe for anything else."""
    host, _, port = text.rpartition(":")
    if not host or not (port.isascii() and port.isdigit()) or int(port) > 65_535:
        raise CannotServe(f"“{text}” is not HOST:PORT.")
    return Address(host.strip("[]"), int(port))
