"""Search documents in idle times: the engine calls ``drain`` between a pull and the next."""

from __future__ import annotations

from collections.abc import Callable

from models import indexing
from models.database import Store


def drain(store: Store, stop: Callable[[], bool]) -> int:
    """Index what waits, newest first, until nothing waits or ``stop`` says so; how many rows.

    ``stop`` is asked between batches, about every quarter of a second. After a change of the
    token rules everything is marked first. Errors as in ``Store.transaction``.
    """
    if indexing.is_outdated(store):
        indexing.reindex_all(store)
    done = 0
    while not stop():
        settled = indexing.index_dirty(store)
        if not settled:
            break
        done += settled
    return done
