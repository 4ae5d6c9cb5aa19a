"""Noticing that the network came back, so that nobody waits for a retry that is a minute away.

On Linux the kernel tells every change of addresses and routes to whoever asks (rtnetlink(7)):
no library, no desktop session and no rights are needed, and it works for an engine that runs
without a window. Qt's QNetworkInformation would need a NetworkManager there. Elsewhere the
retries alone have to do.
"""

from __future__ import annotations

import logging
import socket
import sys
import threading
from collections.abc import Callable

log = logging.getLogger("deskside.engine")
ADDRESSES_AND_ROUTES = 0x10 | 0x40 | 0x100  # RTMGRP_IPV4_IFADDR, _IPV4_ROUTE, _IPV6_IFADDR
QUIET_S = 0.5
MOST_BYTES = 1 << 16


class NetworkChanged:
    """Addresses or routes of this computer changed."""


def watch(changed: Callable[[], None]) -> None:
    """Call it, in a thread, each time that changes have come to rest."""
    if sys.platform != "linux":
        return
    try:
        line = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)
        line.bind((0, ADDRESSES_AND_ROUTES))
    except OSError as error:
        log.info("changes of the network are not seen: %s", error)
        return
    threading.Thread(target=_follow, args=(line, changed), name="network", daemon=True).start()


def _follow(line: socket.socket, changed: Callable[[], None]) -> None:
    while True:
        line.settimeout(None)
        _heard(line)
        line.settimeout(QUIET_S)
        while _heard(line):
            pass
        changed()


def _heard(line: socket.socket) -> bool:
    """False after a pause. More changes than the kernel kept for us are a change as well."""
    try:
        line.recv(MOST_BYTES)
    except TimeoutError:
        return False
    except OSError as error:
        log.info("the kernel's messages overflowed: %s", error)
    return True
