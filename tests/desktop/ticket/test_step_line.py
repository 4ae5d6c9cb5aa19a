"""Step, owner and next owner of a ticket, in one line."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from desktop.ticket.step_line import StepLine, step_words
from models.rows import TicketHeader
from tests.desktop.ticket.conftest import OpenPane

CASES: dict[str, tuple[dict[str, Any], str]] = {
    "free": ({}, "Step: not started · Owner: nobody · Next: somebody of Network"),
    "special": (
        {"tier": 2},
        "Step: not started · Level 2: needs a specialist · Owner: nobody "
        "· Next: a specialist of Network",
    ),
    "in work": (
        {"status": "open", "assignee_id": "b", "assignee_name": "Boris"},
        "Step: in work · Owner: Boris · Next: Ivan",
    ),
    "waits": (
        {"status": "waiting", "waiting_for": "vendor", "assignee_id": "b"}
        | {"assignee_name": "Boris"},
        "Step: waiting for vendor · Owner: Boris · Next: Boris",
    ),
    "done": (
        {"status": "done", "assignee_id": "b", "assignee_name": "Boris"},
        "Step: done · Owner: Boris",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_who_has_a_ticket_and_who_is_next(opened: OpenPane, name: str) -> None:
    opened.show()
    header = opened.pane.header()
    assert header is not None
    given, words = CASES[name]
    plain: dict[str, Any] = {"status": "new", "waiting_for": None, "assignee_id": None, "tier": 1}
    names = {"assignee_name": "", "requester_name": "Ivan", "queue_name": "Network"}
    assert step_words(replace(header, **plain | names | given)) == words


def test_the_open_ticket_shows_it_from_its_file_alone(opened: OpenPane) -> None:
    opened.show()
    header: TicketHeader | None = opened.pane.header()
    assert header is not None
    [line] = opened.pane.findChildren(StepLine)
    assert line.isVisible()
    assert line.accessibleName() == step_words(header)
