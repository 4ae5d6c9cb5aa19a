"""What the properties of a ticket can be set to, read once and again when the directory changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.queries.directory import categories, tag_names
from models.queries.people import agents, queues
from models.rows import Actor, AgentRow, CategoryRow, QueueRow

if TYPE_CHECKING:
    from models.database import Store


@dataclass(frozen=True)
class Choices:
    """All of the directory that the head of a ticket offers."""

    agents: tuple[AgentRow, ...] = ()
    queues: tuple[QueueRow, ...] = ()
    categories: tuple[CategoryRow, ...] = ()
    tags: tuple[str, ...] = ()


def read_choices(store: Store, me: Actor, language: str) -> Choices:
    """Four small queries; for a reader's thread."""
    return Choices(
        tuple(agents(store)),
        tuple(queues(store, me)),
        tuple(categories(store, language)),
        tuple(tag_names(store)),
    )
