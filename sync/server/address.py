"""Where a server listens."""

from __future__ import annotations

from dataclasses import dataclass

from sync.protocol.address import is_loopback


class CannotServe(Exception):
    """The options of ``serve`` don't go together; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Address:
    """A name or IP address without brackets, and a port; 0 lets the system choose one."""

    host: str
    port: int

    @property
    def is_loopback(self) -> bool:
        """Whether only this computer can reach it."""
        return is_loopback(self.host)

    def url(self, port: int) -> str:
        return f"http://[{self.host}]:{port}" if ":" in self.host else f"http://{self.host}:{port}"


def parse_address(text: str) -> Address:
    """``HOST:PORT`` or ``[IPv6]:PORT``. Raises CannotServe for anything else."""
    host, _, port = text.rpartition(":")
    if not host or not (port.isascii() and port.isdigit()) or int(port) > 65_535:
        raise CannotServe(f"“{text}” is not HOST:PORT.")
    return Address(host.strip("[]"), int(port))
