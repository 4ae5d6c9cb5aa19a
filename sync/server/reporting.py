"""``deskside-server report``: what piles up at whom, and how much catch-all categories hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from models.database import Store
from models.queries.ageing import AGES_DAYS, DAY_MS, piles
from models.queries.categories import catch_all_share


def report(store: Store, days: int, now_ms: int) -> dict[str, Any]:
    """All of it as JSON has it; ``days`` back from now for the share."""
    with store.snapshot():
        share = catch_all_share(store, now_ms - days * DAY_MS, now_ms + 1)
        found = piles(store, now_ms)
    about = {"days": days, "tickets": share.whole, "catch_all": share.part}
    agents = [
        {"name": pile.name, "open": pile.total, "by_age": list(pile.by_age)}
        | {"oldest_at_ms": pile.oldest_at_ms}
        for pile in found
    ]
    return {**about, "catch_all_percent": share.percent, "ages_days": AGES_DAYS, "agents": agents}


def lines(whole: dict[str, Any]) -> Iterator[str]:
    """The same to be read: a sentence, then a table with a line for each agent."""
    yield (
        f"{whole['catch_all']} of {whole['tickets']} tickets of the last {whole['days']} days "
        f"stand in catch-all categories ({whole['catch_all_percent']:.1f} %)"
    )
    ages = [f"<{days}d" for days in whole["ages_days"]]
    yield "\t".join(("open", *ages, "older", "agent"))
    for agent in whole["agents"]:
        yield "\t".join((*map(str, (agent["open"], *agent["by_age"])), agent["name"]))
