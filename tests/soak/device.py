"""One profile of a person, and a memory of what its person committed there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from models.clock import wall_ms
from models.commands import Command, Transfer
from models.database import Store
from models.drafts import save_draft
from models.errors import Refused, StoreBusy
from models.perform import perform
from models.rows import Actor
from models.shared_drafts import share_drafts
from tests.soak.local import Seen


@dataclass
class Device:
    """Acts go into the local file as a desktop does them; ``acted`` is told afterwards.

    ``texts`` are the words of messages and tickets, each of which no other device writes, and
    ``edits`` those that went into messages later; ``memos`` and ``drafts`` are the newest words
    of each personal note and draft. ``times`` are minutes by work time, ``splits`` take splits
    back, ``wandered`` are messages that somebody has split off.
    """

    name: str
    actor: Actor
    store: Store
    texts: list[str] = field(default_factory=list)
    edits: list[str] = field(default_factory=list)
    memos: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    transfers: list[Transfer] = field(default_factory=list)
    times: dict[str, int] = field(default_factory=dict)
    splits: list[Command] = field(default_factory=list)
    wandered: set[str] = field(default_factory=set)
    seen: Seen = field(default_factory=Seen)
    jump_ms: int = 0
    copied: bool = False
    """Its file was copied or put back: the server may say that it is not the one it knows."""
    copies: int = 0
    """How often its file was copied: what the copy has waiting may come after what follows."""
    floor_ms: int = 0
    """Done tickets older than this may have been let go here."""
    _words: int = 0

    @property
    def now_ms(self) -> int:
        """What this computer's clock says: right, or years off."""
        return wall_ms() + self.jump_ms

    def words(self) -> str:
        """A text that occurs once in the world."""
        self._words += 1
        return f"{self.name}-{self._words}-{self.actor.login}."

    def do(self, command: Command) -> bool:
        """False when a rule says no, or when a stopped engine holds the file."""
        try:
            perform(self.store, command, self.actor, self.now_ms)
        except (Refused, StoreBusy):
            return False
        self.acted()
        return True

    def type_draft(self, ticket_id: str, html: str) -> None:
        try:
            save_draft(self.store, ticket_id, "note", html, self.now_ms)
            self.drafts[ticket_id] = html
            share_drafts(self.store, self.actor, self.now_ms, self.name)
        except StoreBusy:
            return
        self.acted()

    def forget(self, payloads: Iterable[str]) -> None:
        """These changes were taken back: nobody has to have their words."""
        gone = list(payloads)

        def stays(text: str) -> bool:
            return not any(text in payload for payload in gone)

        self.texts = list(filter(stays, self.texts))
        self.edits = list(filter(stays, self.edits))
        self.memos = {id: text for id, text in self.memos.items() if stays(text)}
        self.notes = list(filter(stays, self.notes))
        self.times = {id: minutes for id, minutes in self.times.items() if stays(id)}

    def acted(self) -> None:
        """For devices with an engine to be poked."""

    def sample(self) -> None:
        """Look at the local file as it stands. Raises Broken."""
        self.seen.look(self.store, self.name, self.wandered)
