"""Lists of tickets as people ask for them: any view, also saved ones, narrowed by a filter."""

from __future__ import annotations

from models.database import Store
from models.filters import Filter, condition, parse
from models.queries.inbox import Condition, inbox_page
from models.queries.saved_views import PREFIX, saved_view
from models.rows import Actor, Clock, PageKey, TicketRow

VIEW_FILTERS = {
    "all": "",
    "my_open": "assignee:me is:open",
    "mentions": "is:mentioned",
    "unassigned": "assignee:none is:open",
    "not_started": "status:new",
    "at_risk": "is:at-risk",
    "postponed": "is:postponed",
    "drafts": "has:draft",
    "done_today": "assignee:me solved:today is:done",
}
"""The fixed views in the words of a filter."""


def list_page(
    store: Store,
    view: str,
    me: Actor,
    clock: Clock,
    *,
    filter: Filter | str = "",
    order: str | None = None,
    after: PageKey | None = None,
    limit: int | None = 100,
    backwards: bool = False,
) -> list[TicketRow]:
    """As ``inbox_page``, where ``view`` may also be ``view:ID``, and ``filter`` narrows it.

    Without an ``order`` a view has its own. Raises BadFilter for a filter, the view's or this
    one, that can't be understood, and NotFound for a saved view that is gone.
    """
    filters = [parse(filter) if isinstance(filter, str) else filter]
    if view.startswith(PREFIX):
        saved = saved_view(store, view)
        filters.append(parse(saved.filter))
        view, order = "all", order or saved.order or "due"
    return inbox_page(
        store,
        view,
        me,
        clock,
        order=order,
        after=after,
        limit=limit,
        narrow=_together(store, filters, me, clock),
        backwards=backwards,
    )


def _together(store: Store, filters: list[Filter], me: Actor, clock: Clock) -> Condition | None:
    found = [condition(store, each, me, clock) for each in filters if each.parts]
    if not found:
        return None
    params = [param for _, given in found for param in given]
    return " AND ".join(where for where, _ in found), params


def filter_of(view: str, saved: str = "") -> str:
    """A view in the words of a filter; ``saved`` is that of a saved view."""
    if view.startswith("queue:"):
        name = view.removeprefix("queue:").replace("\\", "\\\\").replace('"', '\\"')
        return f'queue:"{name}" is:open'
    return VIEW_FILTERS.get(view, saved)
