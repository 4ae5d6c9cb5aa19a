"""The engine's life: wait for a reason, sync, tell the desktop, wait again.

Offline is a state, not an error. This thread alone writes to the local file, but for the rows of
files on their way: those are the courier's. The listener follows the server's live stream, and
another thread reads what the desktop writes; both only fill the inbox.
"""

from __future__ import annotations

import logging
import queue
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field

from models import profile as profiles
from models import unsent, window, wiping
from models.database import Store
from models.errors import DeskError, StoreBusy
from models.profile import Profile
from models.queries.status import sync_status
from sync.engine import account, index, recovery
from sync.engine.apply import News
from sync.engine.companions import Companions
from sync.engine.cycle import Cycle, age_out, saved_clock
from sync.engine.deltas import apply_deltas
from sync.engine.fetching import is_lacking
from sync.engine.keeping import Keeper
from sync.engine.listener import Heard, Lost
from sync.engine.network import NetworkChanged
from sync.engine.patience import Patience
from sync.engine.reporting import Trouble, report
from sync.engine.retry import Backoff
from sync.engine.wire import Server
from sync.protocol import errors, link, live

log = logging.getLogger("deskside.engine")
MANY_TICKETS = 200
REFRESH_S = 60.0
MANY_HEARD = 500


class InputClosed:
    """The desktop is gone."""


Message = link.ToEngine | Heard | NetworkChanged | InputClosed


@dataclass
class Engine:
    """One profile's engine. ``tell`` writes a line to the desktop."""

    profile: Profile
    store: Store
    tell: Callable[[link.Line], None]
    inbox: queue.SimpleQueue[Message] = field(default_factory=queue.SimpleQueue)

    def __post_init__(self) -> None:
        self._clock = saved_clock(self.store)
        self._backoff = Backoff()
        self._server: Server | None = None
        self._beside = Companions(self.profile, self.store, self.tell, self._overhear, self._knock)
        self._refused: errors.TooOldToPull | None = None
        self._reads_again_s = 0.0
        self._ended = False
        self._state = "starting"
        self._since_ms = self._clock.now_ms()
        self._patience_s = REFRESH_S
        self._due_s = 0.0
        self._trouble = Trouble()
        self._keeper = Keeper(self.store, self._tell_news)
        self._in_vain: set[str] = set()

    def end(self) -> None:
        """From any thread: the current step is the last one."""
        self._ended = True

    def run(self) -> None:
        """Until the desktop is gone or says quit."""
        self._say("starting")
        if wiping.is_marked(self.store):
            self._wipe("")
        self._use(account.resume(self.store))
        try:
            if wiping.is_marked(self.store):
                self._say("revoked")
            elif self._server is None:
                self._say("sign_in")
            else:
                self._sync()
            while not self._ended:
                self._step()
        finally:
            self._beside.leave()

    def _step(self) -> None:
        """Take everything that came, then sync once if any of it asks for that, or it is time."""
        try:
            wants_sync = self._take(self.inbox.get(timeout=max(0.0, self._due_s - _now_s())))
        except queue.Empty:
            wants_sync = True
        while not self.inbox.empty():
            wants_sync |= self._take(self.inbox.get())
        if self._ended:
            return
        if wants_sync or _now_s() >= self._due_s:
            self._sync()
        else:
            self._let_go()
            self._index()

    def _take(self, message: Message) -> bool:
        """Do what a message asks; True when a sync should follow."""
        match message:
            case link.SignIn():
                return self._sign_in(message)
            case link.SignOut():
                self._sign_out()
            case link.ChangePassword():
                self.tell(account.told_password(self._server, message))
            case link.FetchFile():
                self._beside.fetch(message.sha256)
            case link.FetchTicket():
                self.tell(self._keeper.fetched(self._server, message))
            case link.KeepDays():
                return self._keeper.keep(message.days)
            case link.PauseFile():
                self._beside.pause(message.sha256, True)
            case link.ResumeFile():
                self._beside.pause(message.sha256, False)
            case link.Inspect():
                self.tell(report(self._server, self._beside.how, self._clock, self._trouble))
            case link.ListDevices():
                self.tell(account.told_devices(self._server))
            case link.RevokeDevice():
                self.tell(account.told_devices(self._server, message.id))
            case link.Wipe():
                self._wipe(message.folder)
            case link.Quit() | InputClosed():
                self.end()
            case link.Presence():
                self._beside.look_at(message)
            case link.Poke():
                self._backoff.worked()
                return True
            case NetworkChanged():
                self._backoff.worked()
                self._beside.hurry()
                return True
            case Heard():
                return self._hear(message)
        return False

    def _hear(self, heard: Heard) -> bool:
        """What stream or relay said; True when only a pull can tell more."""
        if not self._beside.said(heard):
            return False
        match heard.event:
            case live.Present():
                self._tell_present(heard.event)
                return False
            case live.Online():
                me = profiles.get(self.store, "agent_id")
                self._beside.colleagues.hear(heard.event, me)
                return False
            case Lost():
                self._beside.colleagues.forget()
                return False
            case live.Head(scopes=[_, *_]) if self._beside.trusts_stream:
                return not self._applied(heard.event.scopes)
            case _:  # a stream begins or ended: its changes count after the next pull
                self._beside.trusts_stream = False
                return True

    def _applied(self, deltas: list[live.Delta]) -> bool:
        """False when a round should follow: they don't fit, or the file can't be written."""
        try:
            news = apply_deltas(self.store, deltas)
        except DeskError as error:
            log.warning("a live change was not written: %s", error)
            return False
        if not news:
            return news is not None
        self._tell_news(news)
        if "message_file" in news.kinds:
            self._beside.wake()
        return not is_lacking(self.store)

    def _overhear(self, heard: Heard) -> None:
        """From another thread. While this one is long at work, changes don't pile up."""
        many = isinstance(heard.event, live.Head) and self.inbox.qsize() > MANY_HEARD
        self.inbox.put(Heard(heard.source) if many else heard)

    def _tell_present(self, present: live.Present) -> None:
        me = profiles.get(self.store, "agent_id")
        others = tuple(person for person in present.people if person.agent_id != me)
        self.tell(link.Present(ticket=present.ticket, people=others))

    def _sign_in(self, message: link.SignIn) -> bool:
        if wiping.is_marked(self.store):
            self._tell_revoked()
            return False
        try:
            signed = account.sign_in(self.store, message.server, message.login, message.password)
        except (errors.SyncError, DeskError) as error:
            self.tell(link.SignInFailed(code=getattr(error, "code", "store"), sentence=str(error)))
            return False
        self._use(signed.server)
        agent = signed.agent
        self.tell(
            link.SignedIn(
                agent_id=agent.id,
                login=agent.login,
                name=agent.name,
                role=agent.role,
                remembered=signed.remembered,
            )
        )
        return True

    def _use(self, server: Server | None) -> None:
        self._beside.use(server)
        self._server = server

    def _knock(self) -> None:
        self.inbox.put(link.Poke())

    def _sign_out(self) -> None:
        server = self._server
        self._use(None)
        try:
            account.sign_out(self.store, server)
        except errors.SyncError as error:
            log.info("the server did not hear of the sign-out: %s", error)
        self.tell(link.SignedOut())
        self._say("sign_in")

    def _on_revoked(self) -> None:
        """From now on this profile is to be wiped, by the desktop's word or at the next start."""
        self._use(None)
        wiping.mark(self.store)
        self._tell_revoked()
        self._say("revoked")

    def _tell_revoked(self) -> None:
        self.tell(link.Revoked(texts=len(unsent.texts(self.store))))

    def _wipe(self, folder: str) -> None:
        told = account.told_wiped(self.profile, self.store, folder)
        if told is not None:
            self.tell(told)
        if isinstance(told, link.Wiped):
            self._say("sign_in")

    def _sync(self) -> None:
        """One round; afterwards the state is synced, offline, sign_in, too_old or stopped."""
        self._due_s = _now_s() + REFRESH_S
        if self._server is None:
            return
        if self._state not in ("synced", "too_old"):
            self._say("syncing")
        try:
            with self._beside.text_first():
                self._round(self._server)
        except (errors.Offline, errors.ServerBusy, errors.Damaged) as error:
            self._wait_and_retry(error)
        except errors.SignInNeeded as error:
            if account.is_revoked(self.store, self._server, error):
                self._on_revoked()
                return
            self._use(None)
            self._say("sign_in", error.sentence, error.code)
        except errors.TooOldToPull as error:
            self._only_send(error)
        except errors.SyncError as error:
            log.error("sync stopped: %s (%s)", error.sentence, error.code)
            self._patience_s = REFRESH_S
            self._say("stopped", error.sentence, error.code)
        except StoreBusy as error:
            self._wait_and_retry(errors.ServerBusy(str(error)))
        except DeskError as error:
            self._patience_s = REFRESH_S
            self._say("stopped", str(error), "store")
        else:
            self._all_well(self._server)
            self._let_go()
        self._due_s = _now_s() + self._patience_s
        self._index()

    def _let_go(self) -> None:
        """When all is read; what a message interrupted goes on after it."""
        if self._state != "synced":
            return
        if self._keeper.let_go(self._clock.now_ms(), self._interrupted):
            self._say("synced")

    def _index(self) -> None:
        """Idle time goes into the full-text table; what is not done now is done next time."""
        try:
            index.drain(self.store, self._interrupted)
        except DeskError as error:
            log.warning("indexing rests: %s", error)

    def _round(self, server: Server) -> None:
        server.waiting = Patience(self._on_late).waiting
        try:
            recovery.recovering(self.store, server, lambda: self._exchange(server))
        finally:
            server.waiting = nullcontext
        age_out(self.store, self._clock.now_ms())

    def _exchange(self, server: Server) -> None:
        if not server.version:  # of a session that goes on, nobody asked yet
            server.info()
        cycle = Cycle(
            self.store,
            server,
            self._clock,
            self._tell_news,
            self._is_ended,
            self._first_sync,
            self._in_vain,
        )
        if cycle.push_all():
            self._say(self._state)
        if self._refused is not None and _now_s() < self._reads_again_s:
            raise self._refused
        cycle.pull_all()

    def _only_send(self, error: errors.TooOldToPull) -> None:
        """What is written goes out as before; once a minute it is asked whether reading may go on.

        No stream is followed meanwhile: its rows could not be read either.
        """
        if error is not self._refused:
            self._refused, self._reads_again_s = error, _now_s() + REFRESH_S
        self._beside.stop_listening()
        self._backoff.worked()
        self._patience_s = REFRESH_S
        self._say("too_old", error.sentence, error.code)

    def _on_late(self) -> None:
        """On another thread, while this one waits for an answer of the server."""
        if self._state not in ("syncing", "synced"):
            return
        try:
            self._say("unanswered")
        except (DeskError, OSError) as error:
            log.info("the desktop does not hear that the server is late: %s", error)
        finally:
            self.store.close()

    def _all_well(self, server: Server) -> None:
        self._backoff.worked()
        self._patience_s = REFRESH_S
        self._refused = None
        self._say("synced")
        self._beside.synced(server)

    def _wait_and_retry(self, error: errors.SyncError) -> None:
        least_s = error.retry_after_s if isinstance(error, errors.ServerBusy) else 0.0
        self._patience_s = self._backoff.failed(least_s)
        self._say("offline", error.sentence, error.code)
        self._beside.see_nobody()

    def _interrupted(self) -> bool:
        """Whether something more urgent waits than indexing and fetching ahead."""
        return not self.inbox.empty()

    def _is_ended(self) -> bool:
        return self._ended

    def _tell_news(self, news: News) -> None:
        if self._state == "unanswered":
            self._say("syncing")
        many = news.many or len(news.tickets) > MANY_TICKETS
        tickets = () if many else tuple(sorted(news.tickets))
        self.tell(link.Changed(kinds=tuple(sorted(news.kinds)), tickets=tickets, many=many))

    def _first_sync(self, done: int, total: int) -> None:
        """So many rows of so many are here."""
        if self._server is not None:
            self._server.meter.snapshot_rows = done
        self._say("syncing", rows_done=done, rows_total=total)

    def _say(
        self,
        state: str,
        sentence: str = "",
        code: str = "",
        *,
        rows_done: int = 0,
        rows_total: int = 0,
    ) -> None:
        """Tell the desktop how things stand, with the numbers of the local file."""
        if state != self._state:
            self._since_ms = self._clock.now_ms()
        if code:
            self._trouble = Trouble(code, sentence, self._clock.now_ms())
        self._state = state
        status = sync_status(self.store)
        self.tell(
            link.State(
                state=state,
                synced_at_ms=status.synced_at_ms,
                since_at_ms=self._since_ms,
                server_now_ms=self._clock.now_ms(),
                waiting=status.waiting,
                attention=status.attention,
                sentence=sentence,
                code=code,
                rows_done=rows_done,
                rows_total=rows_total,
                keep_days=window.keep_days(self.store),
                partial=window.is_partial(self.store),
            )
        )


def _now_s() -> float:
    return time.monotonic()
