"""``deskside-engine``: syncs one profile, beside a desktop or once by itself.

Beside a desktop it reads messages of ``sync.protocol.link`` on standard input and writes them on
standard output; it ends when its input closes. With ``--once`` it makes one round and leaves
with one of ``EngineExit``.
"""

from __future__ import annotations

import argparse
import faulthandler
import io
import logging
import os
import sys
import threading
from pathlib import Path

import msgspec

from models import profile as profiles
from models import wiping
from models.database import Store
from models.errors import DeskError
from models.profile import Profile
from sync.engine import account, door, index, network, recovery
from sync.engine.apply import News
from sync.engine.cycle import Cycle, saved_clock
from sync.engine.fetching import Fetcher
from sync.engine.keeping import Keeper, fetch
from sync.engine.loop import Engine, InputClosed
from sync.engine.transfers import Transfers
from sync.engine.wire import Server
from sync.protocol import errors, link
from sync.protocol.link import EngineExit

log = logging.getLogger("deskside.engine")


def main(arguments: list[str] | None = None) -> int:
    """Run the engine; its exit code, one of ``EngineExit`` (2 for a call that makes no sense)."""
    given = _parser().parse_args(arguments)
    faulthandler.enable()
    logging.basicConfig(
        level=os.environ.get("DESKSIDE_LOG", "WARNING").upper(),
        stream=sys.stderr,
        format="%(asctime)s engine %(levelname)s %(message)s",
    )
    profile = Profile(Path(given.profile))
    try:
        return _with_lock(profile, given)
    except DeskError as error:
        tell(link.Failed(code="store", sentence=str(error)))
        return EngineExit.UNUSABLE
    except PermissionError as error:
        tell(link.Failed(code="store", sentence=f"Can't write {error.filename}."))
        return EngineExit.UNUSABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="deskside-engine", description=__doc__)
    parser.add_argument("--profile", required=True, help="the profile's folder")
    parser.add_argument("--once", action="store_true", help="one round, then leave")
    parser.add_argument("--push-only", action="store_true", help="with --once: only send")
    parser.add_argument("--ticket", help="with --once: only fetch the ticket of this number")
    parser.add_argument("--server", help="with --once: sign in there first")
    parser.add_argument("--login", help="with --once: sign in as (DESKSIDE_PASSWORD)")
    return parser


def _with_lock(profile: Profile, given: argparse.Namespace) -> int:
    held = door.lock(profile)
    if held is None:
        door.poke(profile)
        tell(link.Failed(code="held", sentence="Another Deskside has this profile open."))
        return EngineExit.HELD
    with held:
        store = profile.open()
        try:
            return _once(profile, store, given) if given.once else _beside(profile, store)
        finally:
            store.close()


def _beside(profile: Profile, store: Store) -> int:
    engine = Engine(profile, store, tell)
    entrance = door.Door(profile, lambda: engine.inbox.put(link.Poke()))
    network.watch(lambda: engine.inbox.put(network.NetworkChanged()))
    threading.Thread(target=_read, args=(engine,), name="input", daemon=True).start()
    try:
        engine.run()
    except BrokenPipeError:
        log.info("the desktop is gone")
    finally:
        entrance.close()
    return EngineExit.DONE


def _read(engine: Engine) -> None:
    """Lines of the desktop into the engine's inbox, until there are no more.

    Unbuffered: a thread that waits inside a buffered stream would break the interpreter's end.
    """
    stream = io.FileIO(sys.stdin.fileno(), closefd=False)
    for line in iter(stream.readline, b""):
        try:
            message = link.decode_to_engine(line)
        except msgspec.MsgspecError as error:
            log.warning("a line that is no message: %s", error)
            continue
        if isinstance(message, link.Quit):
            engine.end()  # also in the middle of a long sync
        engine.inbox.put(message)
    engine.end()
    engine.inbox.put(InputClosed())


def _once(profile: Profile, store: Store, given: argparse.Namespace) -> int:
    try:
        if wiping.is_marked(store):
            _wipe(profile, store)
        server = _signed_in(store, given)
        if server is None:
            tell(link.Failed(code="sign_in", sentence="Please sign in first."))
            return EngineExit.REFUSED
        try:
            if given.ticket:
                return _fetch(store, server, given.ticket)
            _round(profile, store, server, given.push_only)
        except errors.Revoked as error:
            if not account.is_revoked(store, server, error):
                raise
            wiping.mark(store)
            _wipe(profile, store)
            return EngineExit.REFUSED
    except (errors.Offline, errors.ServerBusy, errors.Damaged) as error:
        tell(link.Failed(code=error.code, sentence=error.sentence))
        return EngineExit.UNREACHABLE
    except errors.SyncError as error:
        tell(link.Failed(code=error.code, sentence=error.sentence))
        return EngineExit.REFUSED
    return EngineExit.DONE


def _wipe(profile: Profile, store: Store) -> None:
    """Nobody is here to be asked: what was never sent goes into the profile's folder."""
    saved = account.wipe(profile, store)
    words = f" What was never sent is in {saved}." if saved else ""
    sentence = f"This computer was signed out by an administrator.{words}"
    tell(link.Wiped(folder=str(saved or "")))
    tell(link.Failed(code="revoked", sentence=sentence))


def _signed_in(store: Store, given: argparse.Namespace) -> Server | None:
    """The keyring's session, or a new one with the password of the environment."""
    password = os.environ.get("DESKSIDE_PASSWORD")
    address = given.server or profiles.get(store, "server")
    login = given.login or profiles.get(store, "login")
    if password and address and login:
        return account.sign_in(store, address, login, password).server
    return account.resume(store)


def _fetch(store: Store, server: Server, number: str) -> int:
    if not fetch(Fetcher(store, server, lambda news: None), "", number):
        tell(link.Failed(code="not_found", sentence=f"The server has no ticket {number} for you."))
    return EngineExit.DONE


def _round(profile: Profile, store: Store, server: Server, push_only: bool) -> None:
    def told(news: News) -> None:
        tell(link.Changed(kinds=tuple(sorted(news.kinds)), many=True))

    cycle = Cycle(store, server, saved_clock(store), told, lambda: False)
    recovery.recovering(store, server, cycle.push_all)
    if push_only:
        return
    recovery.recovering(store, server, cycle.exchange)
    Keeper(store, told).let_go(cycle.clock.now_ms(), lambda: False)
    Transfers(store, profile, server, lambda line: None, lambda: True).run()
    index.drain(store, lambda: False)


def tell(message: link.Line) -> None:
    """One line to whoever started this program."""
    sys.stdout.buffer.write(link.encode(message))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
