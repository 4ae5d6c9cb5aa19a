"""Lives of the source's tickets: most are done, the rest stand where a desk has them today."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from random import Random

from build_spec.demo import clock, texts
from build_spec.demo.builder import TicketBuilder
from build_spec.demo.scenarios import (
    COLLEAGUE_NOTES,
    LAST_REPLIES,
    SCENARIOS,
    VENDOR_NOTES,
)
from build_spec.demo.source import SourceTicket, first_name, is_feminine

SIGN_IN = ("maria", "alexey", "pavel")
SPEAKS = {
    "maria": "en ru bg",
    "alexey": "en ru",
    "pavel": "bg ru",
    "pkovalev": "ru en bg",
    "rwells": "en",
    "edimitrova": "bg",
    "gnikolov": "bg en",
    "obelova": "ru bg",
    "dhart": "en ru",
}
FEMININE = {"maria", "rwells", "edimitrova", "obelova"}
SLA_WORK_MINUTES = {"urgent": 240, "high": 540, "normal": 1140, "low": 2850}
CHANNELS = ["email"] * 11 + ["portal"] * 4 + ["phone"] * 3 + ["chat"] * 2
TODAY_FROM = -230
_MENTION = re.compile(r"^@\S+ \S+ ")


@dataclass(frozen=True)
class Desk:
    """Who may be given what, and the seeded dice of the whole run."""

    names: dict[str, str]
    members: dict[str, list[str]]
    rng: Random

    def agent_for(self, queue: str, language: str, *, without: str = "") -> str:
        """A member of the queue who speaks the language, or any member."""
        members = [login for login in self.members[queue] if login != without]
        speakers = [login for login in members if language in SPEAKS[login]]
        weights = [1 if login in SIGN_IN else 4 for login in speakers or members]
        return self.rng.choices(speakers or members, weights)[0]


class Life:
    """Writes the messages and events of one source ticket, step by step."""

    def __init__(self, desk: Desk, source: SourceTicket, created_min: int, agent: str = "") -> None:
        self.desk, self.source, self.created_min = desk, source, created_min
        self.kind = SCENARIOS[source.scenario]
        self.language = source.language
        self.agent = agent or desk.agent_for(self.kind.queue, self.language)
        self.ticket = self._born()
        self.now_min = created_min

    def _born(self) -> TicketBuilder:
        raw, person, rng = self.source.raw, self.source.person, self.desk.rng
        named = str(raw["body"]).replace(raw["extra"]["company"], self.source.company_name)
        is_mail = raw["body_format"] == "html" or raw["extra"]["feature"] in ("quoted_tail", "html")
        ticket = TicketBuilder(
            id=str(raw["id"]).removeprefix("syn-"),
            subject=self._undated(raw["subject"]),
            body=texts.in_gender(self._undated(named), feminine=is_feminine(person)),
            body_format=raw["body_format"],
            language=self.language,
            requester=str(person["id"]),
            company=str(person["company"]),
            channel="email" if is_mail else _channel(rng, len(raw["body"])),
            category=self.kind.category,
            created_min=self.created_min,
            queue=self.kind.queue,
            priority=raw["priority"],
            tags=list(self.kind.tags[: rng.randint(1, 2)]),
        )
        ticket.files = self._files(self.kind.customer_files)
        ticket.due_min = clock.add_work(self.created_min, SLA_WORK_MINUTES[ticket.priority])
        self._first_events(ticket)
        return ticket

    def _first_events(self, ticket: TicketBuilder) -> None:
        """A third arrive in First line as normal and are routed by a rule."""
        routed = ticket.queue != "First line" and self.desk.rng.random() < 0.33
        queue, priority = ticket.queue, ticket.priority
        if routed:
            ticket.queue, ticket.priority = "First line", "normal"
        ticket.begin(ticket.requester)
        if routed:
            why = f"rule “{self.kind.tags[0]} words”"
            ticket.change(self.created_min, "system", "queue", queue, why)
            ticket.change(self.created_min, "system", "priority", priority, why)

    def _undated(self, text: str) -> str:
        written = date.fromisoformat(self.source.raw["created_at"][:10])
        return texts.undate(text, written, self.created_min // clock.DAY)

    def _files(self, by_language: tuple[tuple[str, str], ...]) -> list[str]:
        found = [name for language, name in by_language if language == self.language]
        return found if self.desk.rng.random() < 0.6 else []

    def later(self, low: int, high: int) -> int:
        """Move on by some working minutes."""
        self.now_min = clock.add_work(self.now_min, self.desk.rng.randint(low, high))
        return self.now_min

    def take(self) -> None:
        """Assigned to the agent, and in work."""
        minute = self.later(3, 40)
        self.ticket.change(minute, self.agent, "assignee", self.agent)
        self.ticket.change(minute, self.agent, "status", "open")

    def note(self, low: int = 3, high: int = 30) -> None:
        """The source's first internal note."""
        body = self._spoken(self.source.raw["comments"][0]["body"], self.agent)
        files = tuple(self._files(self.kind.note_files))
        self.ticket.say(self.later(low, high), "note", self.agent, body, files=files)

    def reply(self, low: int = 10, high: int = 120) -> None:
        """The source's answer, greeting the customer by name."""
        body = self._spoken(self.source.raw["comments"][1]["body"], self.agent)
        greeted = texts.greet(body, self.language, first_name(self.source.person))
        files = tuple(self._files(self.kind.reply_files))
        self.ticket.say(self.later(low, high), "reply", self.agent, greeted, files=files)

    def mention(self) -> None:
        """The source's note that asks a colleague; never Maria, hers are written by hand."""
        rest = [c["body"] for c in self.source.raw["comments"][2:] if c["internal"]]
        if not rest:
            return
        others = [login for login in self.desk.members[self.kind.queue] if login != "maria"]
        login = self.desk.rng.choice([o for o in others if o != self.agent])
        text = _MENTION.sub("", rest[0])
        body = f"<p>{mention(login, self.desk.names[login])} {text}</p>"
        self.ticket.say(self.later(2, 9), "note", self.agent, body, body_format="html")

    def follow_up(self, low: int = 20, high: int = 400) -> bool:
        """What the customer wrote after the answer; False when nothing."""
        rest = [c["body"] for c in self.source.raw["comments"][2:] if not c["internal"]]
        if not rest:
            return False
        person = self.source.person
        text = texts.in_gender(rest[0], feminine=is_feminine(person))
        files = tuple(self._files(self.kind.follow_up_files))
        minute = self.later(low, high)
        self.ticket.say(minute, "customer", str(person["id"]), text, files=files)
        return True

    def last_reply(self) -> None:
        """The demo's own answer to a follow-up that asks for more."""
        text = LAST_REPLIES[self.source.scenario][self.language]
        self.ticket.say(self.later(20, 160), "reply", self.agent, text)

    def _spoken(self, text: str, login: str) -> str:
        return texts.in_gender(self._undated(text), feminine=login in FEMININE)


def mention(login: str, name: str) -> str:
    """The canonical form of a mention."""
    return f'<span class="mention" data-id="{login}">@{name}</span>'


def _channel(rng: Random, length: int) -> str:
    return "telegram" if length < 260 and rng.random() < 0.12 else rng.choice(CHANNELS)


def done(desk: Desk, source: SourceTicket, created_min: int, agent: str = "") -> TicketBuilder:
    """A whole life; some change hands or open again on the way."""
    life = Life(desk, source, created_min, agent)
    life.take()
    if not agent and desk.rng.random() < 0.1:
        _hand_over(desk, life)
    life.note()
    life.reply()
    life.mention()
    if desk.rng.random() < 0.4:
        life.ticket.change(life.later(1, 5), life.agent, "status", "waiting", "asked the customer")
    if life.kind.reopens and desk.rng.random() < 0.2:
        life.ticket.change(life.later(2, 20), life.agent, "status", "done")
    if life.follow_up() and life.kind.reopens:
        life.ticket.change(life.now_min, "system", "status", "open", "the customer answered")
        life.last_reply()
    life.ticket.change(life.later(2, 45), life.agent, "status", "done")
    life.ticket.read_by = [login for login in SIGN_IN if login in desk.members[life.ticket.queue]]
    return life.ticket


def _hand_over(desk: Desk, life: Life) -> None:
    other = desk.agent_for(life.kind.queue, life.language, without=life.agent)
    minute = life.later(5, 60)
    life.ticket.change(minute, life.agent, "assignee", other, "knows this system better")
    life.agent = other


def done_today(desk: Desk, source: SourceTicket, solved_min: int, agent: str) -> TicketBuilder:
    """A short life that ended ``solved_min`` ago, whatever the hour of the demo."""
    life = Life(desk, source, solved_min - desk.rng.randint(70, 160), agent)
    ticket, rng = life.ticket, desk.rng
    ticket.change(life.created_min + 4, agent, "assignee", agent)
    ticket.change(life.created_min + 4, agent, "status", "open")
    life.now_min = life.created_min + 4
    person = first_name(source.person)
    note, answer = (life._spoken(c["body"], agent) for c in source.raw["comments"][:2])
    ticket.say(life.created_min + rng.randint(6, 20), "note", agent, note)
    greeted = texts.greet(answer, life.language, person)
    ticket.say(life.created_min + rng.randint(25, 60), "reply", agent, greeted)
    ticket.change(solved_min, agent, "status", "done")
    ticket.read_by = [agent] if agent in SIGN_IN else []
    return ticket


def unassigned(desk: Desk, source: SourceTicket, created_min: int, due_min: int) -> TicketBuilder:
    """New, nobody's, unread."""
    ticket = Life(desk, source, created_min).ticket
    ticket.due_min = due_min
    return ticket


def in_work(desk: Desk, source: SourceTicket, created_min: int, due_min: int) -> TicketBuilder:
    """Taken by a colleague; some are answered and the customer has written again."""
    life = Life(desk, source, created_min, _not_maria(desk, source))
    life.take()
    if desk.rng.random() < 0.75:
        life.note()
    if desk.rng.random() < 0.3 and life.kind.reopens:
        life.reply()
        life.follow_up(5, 60)
    return _today(desk, life, due_min)


def waiting(desk: Desk, source: SourceTicket, created_min: int, whom: str) -> TicketBuilder:
    """The next move is not ours, and no time runs."""
    life = Life(desk, source, created_min, _not_maria(desk, source))
    life.take()
    if whom == "customer":
        life.note()
        life.reply()
    else:
        words = (VENDOR_NOTES if whom == "vendor" else COLLEAGUE_NOTES)[life.language]
        life.ticket.say(life.later(10, 60), "note", life.agent, words)
    life.ticket.wait(life.later(1, 6), life.agent, whom)
    return _today(desk, life, None)


def postponed(
    desk: Desk, source: SourceTicket, created_min: int, wake_min: int, agent: str
) -> TicketBuilder:
    """Put away until later."""
    life = Life(desk, source, created_min, agent)
    life.take()
    life.note()
    life.ticket.postpone(life.later(5, 30), agent, wake_min)
    return _today(desk, life, None)


def _not_maria(desk: Desk, source: SourceTicket) -> str:
    return desk.agent_for(SCENARIOS[source.scenario].queue, source.language, without="maria")


def _today(desk: Desk, life: Life, due_min: int | None) -> TicketBuilder:
    """Fix the due time, and who has seen the last word."""
    life.ticket.due_min = due_min
    members = desk.members[life.ticket.queue]
    seen = [login for login in SIGN_IN if login in members and desk.rng.random() < 0.6]
    own = [life.agent] if life.agent in SIGN_IN and life.agent not in seen else []
    life.ticket.read_by = sorted(seen + own)
    return life.ticket
