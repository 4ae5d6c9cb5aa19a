"""Setting a desk up: its store, its agents, its queues and who works in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

from models import migrating
from models.clock import wall_ms
from models.database import Store
from models.errors import NotFound, Refused, StoreDamaged
from models.ids import new_id
from sync.server.sessions import hash_password, set_password_hash
from sync.server.write_path import WritePath
from sync.server.writer import ServerWriter

ROLES = ("agent", "lead", "admin")
POSTGRES = ("postgresql://", "postgres://")


class NotInitialised(StoreDamaged):
    """There is no desk at this address yet."""

    def __init__(self, url: str) -> None:
        super().__init__(
            f"There is no desk in this store yet. Make it with: deskside-server init --store {url}"
        )


@dataclass(frozen=True, slots=True)
class NewAgent:
    """Whom to add; the login is one word."""

    login: str
    name: str
    role: str = "agent"
    email: str = ""
    title: str = ""


def open_desk(url: str) -> Store:
    """The store of a desk that was made before, its tables brought up to date.

    Raises NotInitialised without making anything.
    """
    path = sqlite_path(url)
    if path is not None and not path.exists():
        raise NotInitialised(shown(url))
    store = Store.open(url, "server", migrate=False)
    try:
        with store.errors():
            if not store.db.table_exists("stream_head"):
                raise NotInitialised(shown(url))
            migrating.bring_up_to_date(store.db, "server", store.path)
    except BaseException:
        store.close()
        raise
    return store


def sqlite_path(url: str) -> Path | None:
    """The file of a SQLite store, None for PostgreSQL."""
    return None if url.startswith(POSTGRES) else Path(url.removeprefix("sqlite:///"))


def shown(url: str) -> str:
    """The address without a password in it."""
    scheme, found, rest = url.partition("://")
    credentials, at, host = rest.rpartition("@")
    if not found or not at:
        return url
    return f"{scheme}://{credentials.partition(':')[0]}@{host}"


def files_folder(url: str, chosen: str | None) -> Path:
    """Where the bytes of files are: beside a SQLite store, else in this user's data folder."""
    if chosen:
        return Path(chosen)
    path = sqlite_path(url)
    if path is not None:
        return path.with_name(f"{path.stem}-files")
    name = url.rpartition("/")[2].partition("?")[0]
    return Path(platformdirs.user_data_dir("deskside-server", False)) / "files" / name


def add_agent(store: Store, agent: NewAgent, password: str) -> str:
    """A person who can sign in; their id. Raises Refused when the login is taken or unusable."""
    login = agent.login.strip().casefold()
    if not login or any(letter.isspace() for letter in login) or len(login) > 100:
        raise Refused("invalid", "A login is one word of at most 100 characters.")
    if agent.role not in ROLES:
        raise Refused("invalid", f"A role is one of {', '.join(ROLES)}.")
    if not password:
        raise Refused("invalid", "A password can't be empty.")
    hashed = hash_password(password)

    def step(writer: ServerWriter) -> str:
        if writer.select("agent", login=login):
            raise Refused("taken", f"There is already an agent with the login {login}.")
        id = new_id()
        row = {"id": id, "scope": "ws", "login": login, "name": agent.name.strip() or login}
        about = {"role": agent.role, "email": agent.email, "title": agent.title}
        writer.insert("agent", {**row, **about})
        set_password_hash(store, id, hashed, wall_ms())
        return id

    return WritePath(store).run(step)


def set_agent(
    store: Store, login: str, skills: str | None = None, away_until_ms: int | None = None
) -> None:
    """What an agent can do, and until when they are away (0: they are not); None stays.

    Raises NotFound for a login that is nobody's.
    """
    changes: dict[str, str | int | None] = {}
    if skills is not None:
        changes["skills"] = ", ".join(filter(None, map(str.strip, skills.split(","))))
    if away_until_ms is not None:
        changes["absent_until_ms"] = away_until_ms or None

    def step(writer: ServerWriter) -> None:
        found = writer.select("agent", login=login.strip().casefold())
        if not found:
            raise NotFound(f"There is no agent with the login {login}.")
        if changes:
            writer.update("agent", found[0]["id"], changes)

    WritePath(store).run(step)


def add_queue(store: Store, name: str, icon: str = "inbox") -> str:
    """The queue of this name, made when there is none; its id."""
    return WritePath(store).run(lambda writer: queue_named(writer, name, icon))


def queue_named(writer: ServerWriter, name: str, icon: str = "inbox") -> str:
    """The same inside a transaction. Raises Refused for a name that is none."""
    wanted = name.strip()
    if not wanted or len(wanted) > 200 or "\n" in wanted:
        raise Refused("invalid", "A queue's name is one line of at most 200 characters.")
    queues = writer.select("queue")
    for queue in queues:
        if queue["name"].casefold() == wanted.casefold():
            return str(queue["id"])
    id = new_id()
    position = max((queue["position"] for queue in queues), default=-1) + 1
    row = {"id": id, "scope": "ws", "name": wanted, "icon": icon, "position": position}
    writer.insert("queue", row)
    return id


def grant_queue(store: Store, queue: str, login: str) -> None:
    """Let an agent work in a queue. Raises NotFound for an unknown queue or login."""

    def step(writer: ServerWriter) -> None:
        member = _membership(writer, queue, login)
        if not writer.select("queue_member", **member):
            writer.insert("queue_member", {**member, "id": new_id(), "scope": "ws"})

    WritePath(store).run(step)


def revoke_queue(store: Store, queue: str, login: str) -> None:
    """An agent works there no longer. Raises NotFound for an unknown queue or login."""

    def step(writer: ServerWriter) -> None:
        for row in writer.select("queue_member", **_membership(writer, queue, login)):
            writer.update("queue_member", row["id"], {"deleted": 1})

    WritePath(store).run(step)


def _membership(writer: ServerWriter, queue: str, login: str) -> dict[str, str]:
    """The columns that name an agent's place in a queue."""
    agents = writer.select("agent", login=login.strip().casefold())
    if not agents:
        raise NotFound(f"There is no agent with the login {login}.")
    named = queue.strip().casefold()
    queues = [row for row in writer.select("queue") if row["name"].casefold() == named]
    if not queues:
        raise NotFound(f"There is no queue {queue}.")
    return {"queue_id": queues[0]["id"], "agent_id": agents[0]["id"]}
