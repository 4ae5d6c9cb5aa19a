"""How often passwords may be tried. The counts are in the store: all processes agree on them.

A try is counted before the password is looked at, so that many at once are no way around the
limit, and uncounted when the password was right. Counts go down by themselves. The limit of a
place together with an account is strict, those of either alone are mild: otherwise a stranger
could keep a person out, or one guest a whole office. A computer where the person was signed in
before has a count of its own, which strangers can't raise.
"""

from __future__ import annotations

import hashlib
import ipaddress
from dataclasses import dataclass

from models.database import Store
from sync.server.protest import Protest

SECOND_MS, MINUTE_MS = 1_000, 60_000
FORGOTTEN_MS = 2 * 86_400_000


@dataclass(frozen=True, slots=True)
class Limit:
    """After ``free`` wrong tries each further one doubles the wait, up to ``most_ms``.

    Every ``forgives_ms`` one of them is forgotten.
    """

    free: int
    most_ms: int
    forgives_ms: int

    def left_of(self, count: int, since_ms: int) -> int:
        """What is left of a count after that time."""
        return max(0, count - max(0, since_ms) // self.forgives_ms)

    def wait_ms(self, count: int) -> int:
        """How long nothing is tried after that many wrong ones."""
        over = count - self.free
        return 0 if over < 0 else min(self.most_ms, SECOND_MS << min(over + 1, 20))


TOGETHER = Limit(free=5, most_ms=15 * MINUTE_MS, forgives_ms=30 * MINUTE_MS)
ACCOUNT = Limit(free=50, most_ms=30 * SECOND_MS, forgives_ms=MINUTE_MS)
PLACE = Limit(free=100, most_ms=MINUTE_MS, forgives_ms=MINUTE_MS)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A try that was counted; ``limits`` by key."""

    limits: dict[str, Limit]


def count_try(
    store: Store, login: str, address: str, client_id: str | None, now_ms: int
) -> Attempt:
    """Count a try before it is made. Raises Protest (429) when it has to wait."""
    limits = _limits(store, login, address, client_id)
    with store.transaction():
        store.sql("DELETE FROM sign_in_try WHERE at_ms < ?", (now_ms - FORGOTTEN_MS,))
        counts = _counts(store, limits, now_ms)
        for key, limit in limits.items():
            count = counts[key] + 1
            wait_ms = limit.wait_ms(count)
            free_at_ms = now_ms + wait_ms if wait_ms else 0  # whose clock is behind may come, too
            store.sql(
                "UPDATE sign_in_try SET count = ?, at_ms = ?, free_at_ms = ? WHERE key = ?",
                (count, now_ms, free_at_ms, key),
            )
    return Attempt(limits)


def uncount(store: Store, attempt: Attempt) -> None:
    """The password was right: its account starts afresh, its place has one try less."""
    with store.transaction():
        for key, limit in attempt.limits.items():
            kept = "count - 1" if limit is PLACE else "0"
            store.sql(
                f"UPDATE sign_in_try SET count = {kept}, free_at_ms = 0 WHERE key = ?", (key,)
            )


def _limits(store: Store, login: str, address: str, client_id: str | None) -> dict[str, Limit]:
    """In the order of keys, in which everybody locks them."""
    name = login.strip().casefold()
    if client_id and _is_own(store, name, client_id):
        return {_key("own", name, client_id): TOGETHER}
    place = place_of(address)
    limits = {
        _key("both", name, place): TOGETHER,
        _key("account", name): ACCOUNT,
        _key("place", place): PLACE,
    }
    return dict(sorted(limits.items()))


def _is_own(store: Store, login: str, client_id: str) -> bool:
    found = store.sql(
        "SELECT 1 FROM client c JOIN agent a ON a.id = c.agent_id "
        "WHERE c.id = ? AND c.revoked = 0 AND a.login = ?",
        (client_id, login),
    )
    return bool(found)


def _counts(store: Store, limits: dict[str, Limit], now_ms: int) -> dict[str, int]:
    """What is left of earlier tries, locked until the end of the transaction."""
    for key in limits:
        store.sql(
            "INSERT INTO sign_in_try (key, count, at_ms, free_at_ms) VALUES (?, 0, ?, 0) "
            "ON CONFLICT (key) DO NOTHING",
            (key, now_ms),
        )
    lock = "" if store.is_sqlite else " FOR UPDATE"
    marks = ", ".join("?" for _ in limits)
    found = store.sql(
        "SELECT key, count, at_ms, free_at_ms FROM sign_in_try "
        f"WHERE key IN ({marks}) ORDER BY key{lock}",
        tuple(limits),
    )
    wait_ms = max(int(row[3]) for row in found) - now_ms
    if wait_ms > 0:
        raise too_many(wait_ms)
    return {key: limits[key].left_of(count, now_ms - int(at_ms)) for key, count, at_ms, _ in found}


def too_many(wait_ms: int) -> Protest:
    return Protest(
        429, "too_many", "Too many attempts. Please wait.", retry_after_s=-(-wait_ms // SECOND_MS)
    )


def place_of(address: str) -> str:
    """An IPv4 address, or the network of an IPv6 one: whoever has one has 2^64 of them."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return str(ip.ipv4_mapped)
        return str(ipaddress.ip_network((ip, 64), strict=False))
    return str(ip)


def _key(*parts: str) -> str:
    """A hash: what somebody typed as a login may have been a password."""
    return f"{parts[0]}:{hashlib.sha256(chr(0).join(parts).encode()).hexdigest()}"
