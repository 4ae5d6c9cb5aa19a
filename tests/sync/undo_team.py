"""Two people who do anything to a few tickets, and what must be as before when all is undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from models import own, records, undoing
from models.clock import clock_at, wall_ms
from models.commands import (
    AddCall,
    AddItem,
    AddNote,
    AddReply,
    AddTime,
    AskApproval,
    Command,
    CreateTicket,
    Decide,
    Delete,
    DeleteTicket,
    EditItem,
    EditMessage,
    Link,
    MergeTickets,
    MoveItem,
    Put,
    RemoveItem,
    SetFacts,
    SetTicket,
    Split,
    Tags,
    Take,
    TickItem,
    Transfer,
    Unlink,
    UnmergeTicket,
    WithdrawMessage,
    WithdrawTime,
)
from models.commands.links import REVERSE
from models.commands.times import MEETING
from models.database import Store
from models.errors import Refused
from models.ids import stable_id
from models.perform import perform_together
from models.queries.columns import put_columns, write_columns
from models.queries.inbox import VIEWS, inbox_page
from models.queries.tastes import delete_rule, put_rule
from models.rows import PRIORITIES, STATUSES, WAITING_FOR, Actor
from models.taste import TasteRule
from tests.helpers.desk import ServerDesk
from tests.helpers.person import Person

QUEUES = ("Network", "Access")
TAGS = ("vip", "vpn", "счёт")
FAR = 4_000_000_000_000
SEEN = (
    "ticket message message_file mention link checklist_item time_entry approval contact "
    "personal_note pin highlight own_place reminder preference watcher"
).split()
"""What people see; the history (event, message_version) only grows."""
UNSEEN = {"rev", "source_text", "measures"}
"""The last is how long a ticket was in which state: it happened, whatever is undone."""


@dataclass
class UndoTeam:
    """``acted`` says who did each step, the newest last."""

    desk: ServerDesk
    people: list[Person]
    tickets: list[str] = field(default_factory=list)
    acted: list[int] = field(default_factory=list)

    @classmethod
    def made(cls, url: str, folder: Path) -> UndoTeam:
        desk = ServerDesk.made(url, folder / "blobs")
        actors = [desk.agent("anna", *QUEUES), desk.agent("boris", *QUEUES, role="lead")]
        people = [Person.made(folder / actor.login, desk, actor) for actor in actors]
        return cls(desk, people)

    def begin(self, count: int = 3) -> None:
        """New tickets for a new run: one as it was imported, whose times no message explains."""
        for store in (self.desk.store, *(person.store for person in self.people)):
            for kind in (*SEEN, "event", "message_version"):
                store.sql(f'DELETE FROM "{kind}"')
        self.desk.store.sql("DELETE FROM field_touch")
        self.tickets = [self.desk.ticket(QUEUES[n % 2], f"ticket {n}") for n in range(count)]
        bare = CreateTicket(set={"subject": "imported", "queue_id": self.desk.queue("Access")})
        told = {"customer_at_ms": 5, "first_reply_at_ms": 6, "activity_at_ms": 7}
        with self.desk.path.batch() as writer:
            bare.apply(writer)
            writer.update("ticket", bare.id, told)
        self.tickets.append(bare.id)
        self.acted.clear()
        for person in self.people:
            person.store.sql("DELETE FROM undo_act")
        self.sync()

    def sync(self) -> None:
        for person in (*self.people, *self.people):
            person.sync()

    def act(self, who: int, what: str, a: int, b: int, c: int) -> bool:
        """Something that this person can do now, on what is there; False when a rule says no."""
        person = self.people[who]
        before = len(undoing.steps(person.store).undo)
        try:
            commands = ACTS[what](_Choice(person, self.tickets, a, b, c))
            with person.store.transaction():
                done = perform_together(person.store, commands, person.actor, wall_ms())
                undoing.remember(person.store, done)
        except (Refused, IndexError):
            return False
        if len(undoing.steps(person.store).undo) > before:
            self.acted.append(who)
        self.sync()
        assert not self.unsettled(), f"{what} was not taken by the server: {self.unsettled()}"
        return True

    def undo(self) -> undoing.Turned:
        """The newest step of all."""
        person = self.people[self.acted.pop()]
        turned = undoing.turn(person.store, person.actor, wall_ms())
        assert turned is not None
        self.sync()
        assert not self.unsettled(), f"an undo was not taken: {self.unsettled()}"
        return turned

    def unsettled(self) -> list[Any]:
        text = "SELECT kind, state, code, reason FROM outbox WHERE state NOT IN ('settled')"
        return [row for person in self.people for row in person.store.sql(text)]

    def seen(self) -> dict[str, Any]:
        """What both people and the server see, and which lists hold what."""
        found: dict[str, Any] = {"server": rows(self.desk.store)}
        for person in self.people:
            found[person.actor.login] = rows(person.store)
            found[f"lists of {person.actor.login}"] = lists(person.store, person.actor)
        return found

    def history(self) -> set[tuple[Any, ...]]:
        text = "SELECT id, ticket_id, at_ms, who_id, what, old, new, why FROM event"
        return {tuple(row) for row in self.desk.store.sql(text)}


def rows(store: Store) -> dict[tuple[str, str], dict[str, Any]]:
    return {
        (kind, row["id"]): {name: row[name] for name in row.keys() - UNSEEN}
        for kind in SEEN
        for row in records.select(store, kind, {})
    }


def lists(store: Store, me: Actor) -> dict[str, list[str]]:
    clock = clock_at(wall_ms())
    views = [*VIEWS, *(f"queue:{name}" for name in QUEUES)]
    return {
        view: sorted(row.id for row in inbox_page(store, view, me, clock, limit=None))
        for view in views
    }


@dataclass
class _Choice:
    """Chooses among what this person sees; the same numbers mean the same."""

    person: Person
    tickets: list[str]
    a: int
    b: int
    c: int

    @property
    def ticket(self) -> str:
        return self.tickets[self.a % len(self.tickets)]

    @property
    def other(self) -> str:
        return self.tickets[self.b % len(self.tickets)]

    def of(self, *values: Any) -> Any:
        return values[self.c % len(values)]

    def row(self, kind: str, where: str = "1 = 1", *params: Any) -> str:
        """The id of a live row of these tickets. Raises IndexError when there is none."""
        marks = ", ".join("?" for _ in self.tickets)
        found = self.person.store.sql(
            f'SELECT id FROM "{kind}" WHERE deleted = 0 AND ticket_id IN ({marks}) AND {where} '
            "ORDER BY id",
            (*self.tickets, *params),
        )
        if not found:
            raise IndexError(kind)
        return str(found[self.b % len(found)][0])

    @property
    def agent(self) -> str | None:
        found = [id for (id,) in self.person.store.sql("SELECT id FROM agent ORDER BY id")]
        chosen: str | None = [*found, None][self.c % (len(found) + 1)]
        return chosen

    @property
    def queue(self) -> str:
        found = self.person.store.sql("SELECT id FROM queue ORDER BY name")
        return str(found[self.b % len(found)][0])


def _fields(choice: _Choice) -> list[Command]:
    values: dict[str, Any] = choice.of(
        {"priority": PRIORITIES[choice.b % 4]},
        {"subject": f"subject {choice.b}"},
        {"assignee_id": choice.agent, "priority": "high"},
        {"due_at_ms": FAR + choice.b},
        {"category_id": None, "product": f"p{choice.b}", "tier": 1 + choice.b % 3},
    )
    return [SetTicket(id=choice.ticket, set=values)]


def _status(choice: _Choice) -> list[Command]:
    status = STATUSES[choice.b % len(STATUSES)]
    values: dict[str, Any] = {"status": status}
    if status == "waiting":
        values["waiting_for"] = choice.of(*WAITING_FOR)
    if status == "postponed":
        values["wake_at_ms"] = FAR + choice.c
    return [SetTicket(id=choice.ticket, set=values)]


def _message(kind: Callable[..., Command]) -> Callable[[_Choice], list[Command]]:
    def made(choice: _Choice) -> list[Command]:
        html = f"<p>text {choice.b}</p>"
        if choice.agent and choice.c % 4 == 0:
            html = f'<p>see <span class="mention" data-id="{choice.agent}">@x</span></p>'
        commands = [kind(ticket_id=choice.ticket, html=html)]
        if choice.c % 3 == 0:
            commands.append(SetTicket(id=choice.ticket, set={"status": "done"}))
        return commands

    return made


def _split(choice: _Choice) -> list[Command]:
    id = choice.row("message", "ticket_id = ?", choice.ticket)
    return [Split(ticket_id=choice.ticket, messages=(id,), subject=f"split {choice.c}")]


def _own(kind: str, choice: _Choice) -> str:
    column = "author_id" if kind == "message" else "who_id"
    return choice.row(kind, f"{column} = ?", choice.person.actor.id)


def _note_text(choice: _Choice) -> str:
    return choice.row("message", "author_id = ? AND kind = 'note'", choice.person.actor.id)


def _personal(choice: _Choice) -> list[Command]:
    id = stable_id(f"{choice.person.actor.id}/{choice.b % 2}")
    if choice.c % 3 == 0:
        return [Delete(entity="personal_note", id=id)]
    return [Put(entity="personal_note", id=id, set={"html": f"<p>memo {choice.c}</p>"})]


def _contact(choice: _Choice) -> list[Command]:
    id = stable_id(f"contact/{choice.b % 2}")
    if choice.c % 4 == 0:
        return [Delete(entity="contact", id=id)]
    return [Put(entity="contact", id=id, set={"name": f"name {choice.c}"})]


def _order(choice: _Choice) -> list[Command]:
    """To a place among those of these tickets that this person sees, by their own order."""
    marks = ", ".join("?" for _ in choice.tickets)
    order = choice.person.store.sql(
        f"SELECT t.id, COALESCE(p.rank, '~') FROM ticket t LEFT JOIN own_place p "
        f"ON p.ticket_id = t.id AND p.deleted = 0 AND p.scope = ? WHERE t.id IN ({marks}) "
        "ORDER BY 2, 1",
        (f"u:{choice.person.actor.id}", *choice.tickets),
    )
    return own.move(choice.person.actor, order, choice.ticket, choice.b % len(order))


def _rule(choice: _Choice) -> list[Command]:
    rule = TasteRule(id=f"rule{choice.b % 2}", filter="priority:high", place=choice.c)
    me = choice.person.actor
    return [delete_rule(me, rule) if choice.c % 4 == 0 else put_rule(me, rule)]


def _columns(choice: _Choice) -> list[Command]:
    kept = write_columns(choice.of(("number",), ("tags", "age"), ()))
    return [put_columns(choice.person.actor, choice.of("my_open", "unassigned"), kept)]


ACTS: dict[str, Callable[[_Choice], list[Command]]] = {
    "fields": _fields,
    "status": _status,
    "take": lambda c: [Take(id=c.ticket)],
    "transfer": lambda c: [Transfer(id=c.ticket, queue_id=c.queue, assignee_id=c.agent)],
    "tags": lambda c: [
        Tags(id=c.ticket, add=(TAGS[c.b % 3],), remove=(TAGS[c.c % 3],)),
    ],
    "note": _message(AddNote),
    "call": _message(AddCall),
    "reply": _message(AddReply),
    "withdraw": lambda c: [WithdrawMessage(id=_own("message", c))],
    "edit": lambda c: [EditMessage(id=_note_text(c), html=f"<p>other {c.c}</p>")],
    "create": lambda c: [CreateTicket(set={"subject": f"new {c.c}", "queue_id": c.queue})],
    "trash": lambda c: [DeleteTicket(id=c.ticket)],
    "link": lambda c: [Link(id=c.ticket, other_id=c.other, role=c.of(*sorted(REVERSE)))],
    "unlink": lambda c: [Unlink(id=c.ticket, other_id=c.other, role=c.of(*sorted(REVERSE)))],
    "split": _split,
    "merge": lambda c: [MergeTickets(id=c.ticket, into_id=c.other)],
    "unmerge": lambda c: [UnmergeTicket(id=c.ticket)],
    "time": lambda c: [AddTime(ticket_id=c.ticket, minutes=1 + c.b)],
    "no time": lambda c: [WithdrawTime(id=_own("time_entry", c))],
    "item": lambda c: [AddItem(ticket_id=c.ticket, text=f"line {c.c}")],
    "edit item": lambda c: [EditItem(id=c.row("checklist_item"), text=f"other {c.c}")],
    "tick": lambda c: [TickItem(id=c.row("checklist_item"), done=bool(c.c % 2))],
    "move": lambda c: [MoveItem(id=c.row("checklist_item"), after=None)],
    "no item": lambda c: [RemoveItem(id=c.row("checklist_item"))],
    "ask": lambda c: [AskApproval(ticket_id=c.ticket, what=f"what {c.c}")],
    "decide": lambda c: [Decide(id=c.row("approval"), state=c.of("approved", "rejected"))],
    "personal": _personal,
    "contact": _contact,
    "pin": lambda c: [own.pin(c.person.actor, c.ticket, on=bool(c.c % 2))],
    "colour": lambda c: [own.give_colour(c.person.actor, c.ticket, c.of("red", "blue", ""))],
    "remind": lambda c: [own.remind(c.person.actor, c.ticket, FAR + c.b, f"words {c.c}")],
    "reminded": lambda c: [own.reminded(c.person.actor, c.ticket)],
    "own order": _order,
    "rule": _rule,
    "columns": _columns,
    "facts": lambda c: [SetFacts(id=c.ticket, set={f"fact{c.b % 2}": c.of("one", "two", "")})],
    "meeting link": lambda c: [
        SetTicket(id=c.ticket, set={"meeting_link": c.of("https://meet.example.org/a", "")})
    ],
    "meeting": lambda c: [AddTime(ticket_id=c.ticket, minutes=1 + c.b, entry_kind=MEETING)],
}
