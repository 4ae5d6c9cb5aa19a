"""Signing in and changing passwords: counted tries, and never more than a few hashes at once.

Argon2 takes 64 MiB and 0.1 s of all cores. It runs on threads of its own, so that no other
request waits for it; who comes when enough wait already is told to come again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Protocol, TypeVar

from models.clock import wall_ms
from models.database import Store
from models.errors import Refused
from sync.protocol import schema
from sync.server import sessions, tries
from sync.server.protest import Protest

T = TypeVar("T")
AT_ONCE = 2
WAITING_MOST = 8


class Work(Protocol):
    """How a piece of database work is done."""

    def __call__(self, act: Callable[[], T]) -> Awaitable[T]: ...


class SignIns:
    """Belongs to one event loop; ``work`` runs database work in the store's threads."""

    def __init__(self, store: Store, work: Work) -> None:
        self.store = store
        self.threads = ThreadPoolExecutor(AT_ONCE, "passwords")
        self._work = work
        self._inside = 0

    async def sign_in(self, request: schema.SessionRequest, address: str) -> schema.SessionAnswer:
        """A new session. Raises Protest: 401 wrong_password, 429 too_many, 503 busy."""
        with self._room():
            agent_id = await self._checked(
                request.login, request.password, address, request.client_id
            )
        if agent_id is None:
            raise sessions.wrong_password()
        return await self._work(lambda: sessions.begin(self.store, agent_id, request, wall_ms()))

    async def change_password(
        self,
        who: sessions.Caller,
        request: schema.PasswordRequest,
        authorization: str,
        address: str,
    ) -> None:
        """One's own. Raises Protest: 403 wrong_password, 429 too_many, 503 busy."""
        actor = who.rights.actor
        with self._room():
            if not await self._checked(actor.login, request.old, address, who.client_id):
                raise Protest(403, "wrong_password", "The old password is not right.")
            hashed = await self._hashed(request.new)
        await self._work(
            lambda: sessions.replace_password(self.store, who, hashed, authorization, wall_ms())
        )

    async def _checked(
        self, login: str, password: str, address: str, client_id: str | None
    ) -> str | None:
        """Whose login and password these are, or None; one try."""
        attempt = await self._work(
            lambda: tries.count_try(self.store, login, address, client_id, wall_ms())
        )
        known = await self._work(lambda: sessions.credential(self.store, login))
        agent_id = await self._slow(lambda: sessions.verified(known, password))
        if agent_id is not None:
            await self._work(lambda: tries.uncount(self.store, attempt))
        return agent_id

    async def _hashed(self, password: str) -> str:
        if len(password) < sessions.PASSWORD_LENGTH:
            raise Refused("invalid", "A password has at least 8 characters.")
        return await self._slow(lambda: sessions.hash_password(password))

    async def _slow(self, act: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self.threads, act)

    @contextmanager
    def _room(self) -> Iterator[None]:
        """Before a try is counted: being turned away is nobody's wrong password."""
        if self._inside >= AT_ONCE + WAITING_MOST:
            raise Protest(503, "busy", "Many are signing in just now. Try again in a moment.")
        self._inside += 1
        try:
            yield
        finally:
            self._inside -= 1
