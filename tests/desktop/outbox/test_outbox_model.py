from __future__ import annotations

from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from desktop.outbox.outbox_model import Heading, OutboxModel
from models.commands import SetTicket
from models.queries.outbox import Group, OutboxEntry, OutboxLines
from tests.desktop.work.sample import NOON

CHANGE = SetTicket(id="t", set={"status": "done"})
GROUP: dict[str, Group] = {"refused": "attention", "queued": "moving", "sent": "sent"}


def entry(key: str, state: str) -> OutboxEntry:
    return OutboxEntry(
        key=key, group=GROUP[state], state=state, at_ms=NOON, mid=1, command=CHANGE,
        ticket_id="t", number="12", subject="Printer",
    )  # fmt: skip


def lines(**states: str) -> OutboxLines:
    """In the order of the page: what needs attention, what moves, what was sent."""
    entries = [entry(key, state) for key, state in states.items()]
    order = list(GROUP.values())
    entries.sort(key=lambda one: order.index(one.group))
    return OutboxLines(tuple(entries), {})


def shown(model: OutboxModel) -> list[str]:
    return [line.key for n in range(model.rowCount()) if (line := model.line_at(n))]


def made() -> OutboxModel:
    return OutboxModel(lambda: NOON)


def test_the_model_keeps_qts_contract(qtmodeltester: ModelTester) -> None:
    model = made()
    qtmodeltester.check(model)
    for state in (
        lines(a="queued", b="queued", c="queued"),
        lines(a="sent", b="refused", c="queued", d="queued"),
        lines(d="sent", c="sent"),
    ):
        model.show(state)
        qtmodeltester.check(model)
    model.fold_sent()
    qtmodeltester.check(model)
    model.show(OutboxLines((), {}))
    qtmodeltester.check(model)


def test_a_line_that_settles_moves_and_stays_selected() -> None:
    model = made()
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.show(lines(a="queued", b="queued"))
    held = QPersistentModelIndex(model.index(model.position_of("b")))
    model.show(lines(a="queued", b="refused"))
    assert shown(model) == ["h:attention", "b", "h:moving", "a"]
    assert (held.isValid(), held.row()) == (True, 1)
    model.show(lines(a="queued", b="queued"))
    assert shown(model) == ["h:moving", "a", "b"]
    assert (held.row(), resets) == (2, [])


def test_what_was_sent_is_folded_away_until_somebody_looks() -> None:
    model = made()
    model.show(OutboxLines(lines(a="sent", b="sent").entries, {"sent": 300}))
    assert shown(model) == ["h:sent"]
    heading = model.line_at(0)
    assert isinstance(heading, Heading)
    assert heading.count == 300
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Sent today, 300, folded away"
    )
    model.fold_sent()
    assert shown(model) == ["h:sent", "a", "b"]
    model.fold_sent()
    assert shown(model) == ["h:sent"]


def test_only_lines_and_what_folds_take_the_keyboard() -> None:
    model = made()
    model.show(lines(a="refused", b="queued", c="sent"))
    taking = {line: bool(model.flags(model.index(n))) for n, line in enumerate(shown(model))}
    assert taking == {"h:attention": False, "a": True, "h:moving": False, "b": True, "h:sent": True}


def test_only_a_line_that_changed_is_painted_again() -> None:
    model = made()
    model.show(lines(a="queued", b="queued"))
    painted: list[int] = []
    model.dataChanged.connect(lambda top, bottom: painted.append(top.row()))
    model.show(lines(a="queued", b="queued"))
    assert painted == []
    model.show_percent("x", 40)
    assert painted == []
    model.show(OutboxLines((entry("a", "queued"), entry("f:x", "queued")), {}))
    painted.clear()
    model.show_percent("x", 41)
    assert painted == [model.position_of("f:x")]
    model.show_percent("x", None)
    assert model.percent_of("f:x") is None


def test_a_line_is_read_out_whole() -> None:
    model = made()
    model.show(lines(a="refused"))
    words = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "refused, Marked done, #12 · Printer, 12:31"
