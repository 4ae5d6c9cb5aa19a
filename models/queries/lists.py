"""Lists of tickets as people ask for them: any view, also saved ones, narrowed by a filter."""

from __future__ import annotations

from models.database import Store
from models.filters import Filter, condition, open_only, parse
from models.queries.inbox import Condition, Pins, inbox_page, view_condition
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
    "level_1": "tier:1 is:open",
    "level_2": "tier:2 is:open",
    "done_today": "assignee:me solved:today is:done",
    "pinned": "pinned:yes",
    "reminders": "reminder:yes",
}
"""The fixed views in the words of a filter; what is offered depends on the desk's rules."""


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
    pins: Pins = "mixed",
) -> list[TicketRow]:
    """As ``inbox_page``, where ``view`` may also be ``view:ID``, and ``filter`` narrows it.

    Without an ``order`` a view has its own. Raises BadFilter for a filter, the view's or this
    one, that can't be understood, and NotFound for a saved view that is gone.
    """
    filters, view, own_order = _resolved(store, view, filter)
    return inbox_page(
        store,
        view,
        me,
        clock,
        order=order or own_order,
        after=after,
        limit=limit,
        narrow=_together(store, filters, me, clock),
        open_only=open_only(filters),
        backwards=backwards,
        pins=pins,
    )


def list_condition(
    store: Store, view: str, filter: Filter | str, me: Actor, clock: Clock
) -> Condition:
    """What ``list_page`` asks of a ticket, as a condition over ``t``."""
    filters, view, _ = _resolved(store, view, filter)
    where, params = view_condition(store, view, me, clock)
    narrow = _together(store, filters, me, clock)
    if narrow is None:
        return where, params
    return f"{where} AND {narrow[0]}", [*params, *narrow[1]]


def _resolved(
    store: Store, view: str, filter: Filter | str
) -> tuple[list[Filter], str, str | None]:
    """Filters over a fixed view, and the order of a saved one."""
    filters = [parse(filter) if isinstance(filter, str) else filter]
    if not view.startswith(PREFIX):
        return filters, view, None
    saved = saved_view(store, view)
    return [*filters, parse(saved.filter)], "all", saved.order or "due"


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
