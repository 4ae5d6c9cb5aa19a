"""A ticket rebuilt from its timeline is the ticket, whatever two people did and undid."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings

from models.database import Store
from models.rebuild import FIELDS, differences, rebuild
from models.records import select
from tests.sync.test_undo_of_all import EXAMPLES, RUNS
from tests.sync.undo_team import UndoTeam


def steps(store: Store, ticket_id: str) -> list[str]:
    return [row["changed"] for row in select(store, "event", {"ticket_id": ticket_id})]


def wrong(store: Store) -> dict[str, object]:
    """Tickets that are not what their timeline tells, all of it being known."""
    found: dict[str, object] = {}
    for (id,) in store.sql("SELECT id FROM ticket"):
        row = select(store, "ticket", {"id": id}) or [_deleted(store, id)]
        told = rebuild(steps(store, id))
        lacks = set(FIELDS) - told.keys()
        different = differences(row[0], steps(store, id))
        if lacks or different:
            found[id] = (lacks, different, row[0]["subject"])
    return found


def _deleted(store: Store, id: str) -> dict[str, object]:
    names = [column.name for column in store.db.get_columns("ticket")]
    listed = ", ".join(f'"{name}"' for name in names)
    (values,) = store.sql(f"SELECT {listed} FROM ticket WHERE id = ?", (id,))
    return dict(zip(names, values, strict=True))


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=RUNS)
def test_the_timeline_tells_the_ticket(
    team: UndoTeam, acts: list[tuple[int, str, int, int, int]]
) -> None:
    team.begin()
    for who, what, a, b, c in acts:
        team.act(who, what, a, b, c)
        assert not wrong(team.desk.store), (what, a, b, c)
    while team.acted:
        team.undo()
        assert not wrong(team.desk.store)
    for person in team.people:
        assert not wrong(person.store), person.actor.login
