"""The menus under the property chips; each act makes the command that sets the property."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial
from itertools import groupby
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from desktop.icons import icon
from desktop.theme import current_theme
from desktop.ticket.choices import Choices
from desktop.ticket_words import STATUS_ICONS, priority_words, status_words
from models.commands import Command, SetTicket, Transfer
from models.rows import PRIORITIES, WAITING_FOR, Actor, AgentRow, CategoryRow, TicketHeader

MOST_PEOPLE = 25
Choose = Callable[[Command], None]


def _tr(text: str) -> str:
    return QCoreApplication.translate("PropertyMenus", text)


def change(header: TicketHeader, **values: Any) -> SetTicket:
    """The command that sets fields of this ticket as it was seen."""
    return SetTicket(id=header.id, base_rev=header.rev, set=values)


def fill_status(
    menu: QMenu, header: TicketHeader, choose: Choose, postpone: Callable[[], None]
) -> None:
    for status in ("new", "open"):
        _add_status(menu, header, choose, status, None)
    for waiting_for in WAITING_FOR:
        _add_status(menu, header, choose, "waiting", waiting_for)
    look = icon(STATUS_ICONS["postponed"], current_theme().secondary_text)
    menu.addAction(look, _tr("postpone…")).triggered.connect(lambda: postpone())
    _add_status(menu, header, choose, "done", None)


def fill_priority(menu: QMenu, header: TicketHeader, choose: Choose) -> None:
    for value in reversed(PRIORITIES):
        made = change(header, priority=value)
        _add(menu, priority_words(value), value == header.priority, partial(choose, made))


def fill_queue(menu: QMenu, header: TicketHeader, choices: Choices, choose: Choose) -> None:
    """Another queue; its people decide who takes the ticket."""
    for queue in choices.queues:
        made = Transfer(id=header.id, queue_id=queue.id)
        _add(menu, queue.name, queue.id == header.queue_id, partial(choose, made))


def fill_category(menu: QMenu, header: TicketHeader, choices: Choices, choose: Choose) -> None:
    """Categories of one branch in a menu of their own."""

    def add(target: QMenu, row: CategoryRow) -> None:
        made = change(header, category_id=row.id)
        _add(target, row.name, row.id == header.category_id, lambda: choose(made))

    for name, group in groupby(choices.categories, key=lambda row: row.path[0]):
        rows = list(group)
        branch = menu.addMenu(name) if len(rows) > 1 else menu
        for row in rows:
            add(branch, row)
    none = change(header, category_id=None)
    menu.addSeparator()
    _add(menu, _tr("No category"), header.category_id is None, lambda: choose(none))


def fill_assignee(
    menu: QMenu,
    header: TicketHeader,
    choices: Choices,
    me: Actor,
    choose: Choose,
    somebody_else: Callable[[], None],
    online: Collection[str] = (),
) -> None:
    """Me first, then nobody, then colleagues, those online first.

    A long list goes on in the transfer dialog.
    """

    def add(words: str, agent_id: str | None) -> None:
        made = change(header, assignee_id=agent_id)
        _add(menu, words, agent_id == header.assignee_id, lambda: choose(made))

    add(_tr("%1 (me)").replace("%1", me.name), me.id)
    add(_tr("Nobody"), None)
    menu.addSeparator()
    for agent in others_first_online(choices.agents, me, online):
        add(person_words(agent, agent.id in online), agent.id)
    menu.addSeparator()
    menu.addAction(_tr("Somebody else…")).triggered.connect(lambda: somebody_else())


def others_first_online(
    agents: Iterable[AgentRow], me: Actor, online: Collection[str]
) -> list[AgentRow]:
    """As many colleagues as a menu takes, each kind in its order."""
    others = [agent for agent in agents if agent.id != me.id]
    others.sort(key=lambda agent: agent.id not in online)
    return others[:MOST_PEOPLE]


def person_words(agent: AgentRow, is_online: bool) -> str:
    """Name, load, and whether online now: one line of a menu."""
    load, here = str(agent.open_count or ""), _tr("online") if is_online else ""
    return " · ".join(filter(None, (agent.name, load, here)))


def _add_status(
    menu: QMenu, header: TicketHeader, choose: Choose, status: str, waiting_for: str | None
) -> None:
    here = (header.status, header.waiting_for) == (status, waiting_for)
    made = change(header, status=status, waiting_for=waiting_for)
    look = icon(STATUS_ICONS[status], current_theme().secondary_text)
    act = menu.addAction(look, status_words(status, waiting_for))
    act.setEnabled(not here)
    act.triggered.connect(lambda: choose(made))


def _add(menu: QMenu, words: str, here: bool, act: Callable[[], None]) -> None:
    action = menu.addAction(words.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(here)
    if not here:
        action.triggered.connect(lambda: act())
