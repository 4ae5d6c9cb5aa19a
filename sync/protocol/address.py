"""The address of a server as people type it, read alike by the sign-in card and the engine."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, urlsplit

AddressProblem = Literal["", "empty", "insecure", "unreadable"]


@dataclass(frozen=True, slots=True)
class Address:
    """A server address as it will be used, or what is wrong with what was typed."""

    url: str
    problem: AddressProblem = ""


def read_address(typed: str) -> Address:
    """What a person means by ``typed``: the scheme added, the end tidied.

    Without a scheme it is https, and http on this computer itself. Plain http to any other host
    is a problem, since the password would travel readable.
    """
    text = typed.strip()
    if not text:
        return Address("", "empty")
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return Address(text, "unreadable")
    if not _is_plausible(parts, host):
        return Address(text, "unreadable")
    scheme = parts.scheme or ("http" if is_loopback(host) else "https")
    shown = f"[{host}]" if ":" in host else host
    place = f"{shown}:{port}" if port else shown
    url = f"{scheme}://{place}{parts.path.rstrip('/')}"
    return Address(url, "insecure" if scheme == "http" and not is_loopback(host) else "")


def is_loopback(host: str) -> bool:
    """Whether ``host``, a name or an IP address without brackets, is this computer itself.

    Other names below ``localhost`` are not: some resolvers ask the network for them.
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _is_plausible(parts: SplitResult, host: str) -> bool:
    odd = any(letter.isspace() or letter in "<>\"'\\|^`{}" for letter in parts.geturl())
    return bool(host) and not odd and parts.scheme in ("", "http", "https") and "@" not in parts[1]
