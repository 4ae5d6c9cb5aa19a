"""Acts on what people keep for themselves, and on what tickets say of their own."""

from __future__ import annotations

from models import own
from models.commands import Command, SetFacts
from models.queries.columns import put_columns, write_columns
from models.queries.tastes import delete_rule, put_rule
from models.rows import COLOURS
from models.taste import TasteRule
from tests.soak.work_team import WorkTeam

OWN_ACTS = (
    "pin",
    "unpin",
    "colour",
    "no colour",
    "remind",
    "reminded",
    "rule",
    "no rule",
    "columns",
)
FAR_MS = 4_000_000_000_000


class OwnTeam(WorkTeam):
    """A team whose people also mark, order and remember, each on all of their devices."""

    def mine(self, device: int, ticket: int, what: str) -> None:
        """The kinds of one's own: the same rows on all devices of a person."""
        one, id = self.device(device), self.ticket(ticket)
        me, rule = one.actor, TasteRule(id=f"rule{ticket % 2}", filter="priority:high")
        acts: dict[str, Command] = {
            "pin": own.pin(me, id, on=True),
            "unpin": own.pin(me, id, on=False),
            "colour": own.give_colour(me, id, COLOURS[device % len(COLOURS)]),
            "no colour": own.give_colour(me, id, ""),
            "remind": own.remind(me, id, FAR_MS + device, f"words {ticket}"),
            "reminded": own.reminded(me, id),
            "rule": put_rule(me, rule),
            "no rule": delete_rule(me, rule),
            "columns": put_columns(me, "my_open", write_columns(("number", "tags")[device % 2 :])),
        }
        one.do(acts[what])

    def place(self, device: int, ticket: int, to: int) -> None:
        """Bring a ticket to a place of its person's own order."""
        one = self.device(device)
        order = one.store.sql(
            "SELECT t.id, COALESCE(p.rank, '~') FROM ticket t LEFT JOIN own_place p "
            "ON p.ticket_id = t.id AND p.deleted = 0 AND p.scope = ? WHERE t.deleted = 0 "
            "ORDER BY 2, 1",
            (f"u:{one.actor.id}",),
        )
        if self.ticket(ticket) in dict(order):
            for command in own.move(one.actor, order, self.ticket(ticket), to % len(order)):
                one.do(command)

    def facts(self, device: int, ticket: int, values: dict[str, str]) -> None:
        """What a category would ask for; two people's facts never fight."""
        self.device(device).do(SetFacts(id=self.ticket(ticket), set=values))
