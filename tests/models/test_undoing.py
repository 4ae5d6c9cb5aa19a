"""Steps that can be taken back: kept in the file, held against what others changed since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models import undoing
from models.bulk import perform_each, preview
from models.classify.asked import read_known
from models.commands import (
    AddCall,
    AddItem,
    AddNote,
    AskApproval,
    Command,
    CreateTicket,
    Decide,
    MergeTickets,
    MoveItem,
    RemoveItem,
    SetFacts,
    SetTicket,
    TickItem,
    UnmergeTicket,
)
from models.database import Store
from models.errors import Refused
from models.perform import perform, perform_together
from models.queries.approvals import approvals
from models.queries.work import checklist
from models.rows import Actor
from models.traces import ChangedSince
from tests.helpers.local import ANNA, NOW, LocalDesk

BORIS = Actor("agent-boris", "boris", "Boris Petrov", "agent")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[LocalDesk]:
    made = LocalDesk.made(tmp_path)
    made.ticket("printer", customer_at_ms=5)
    made.ticket("mouse")
    yield made
    made.store.close()


def do(desk: LocalDesk, *commands: Command) -> None:
    """As the desktop does: done and remembered at once."""
    with desk.store.transaction():
        acts = perform_together(desk.store, commands, desk.me, desk.now_ms)
        undoing.remember(desk.store, acts)


def turn(
    desk: LocalDesk, side: undoing.Side = "undo", *, insist: bool = False
) -> undoing.Turned | None:
    return undoing.turn(desk.store, desk.me, desk.now_ms, side, insist=insist)


def field(desk: LocalDesk, name: str, id: str = "printer") -> object:
    return desk.row("ticket", id)[name]


def set_priority(value: str, id: str = "printer") -> SetTicket:
    return SetTicket(id=id, set={"priority": value})


def steps(desk: LocalDesk) -> tuple[int, int]:
    found = undoing.steps(desk.store)
    return len(found.undo), len(found.redo)


def test_steps_outlive_the_file_being_closed(desk: LocalDesk) -> None:
    do(desk, set_priority("high"))
    do(desk, set_priority("low"), SetTicket(id="mouse", set={"status": "done"}))
    assert steps(desk) == (2, 0)
    desk.store.close()
    desk.store = Store.open(desk.profile.database, "local")
    assert turn(desk)
    assert (field(desk, "priority"), field(desk, "status", "mouse")) == ("high", "open")
    assert turn(desk)
    assert field(desk, "priority") == "normal"
    assert turn(desk) is None
    assert steps(desk) == (0, 2)


def test_what_was_taken_back_is_done_again_in_its_order(desk: LocalDesk) -> None:
    do(desk, set_priority("high"))
    do(desk, AddItem(ticket_id="printer", text="Drum", id="i"), TickItem(id="i"))
    turn(desk)
    turn(desk)
    assert turn(desk, "redo")
    assert turn(desk, "redo")
    assert field(desk, "priority") == "high"
    assert (
        desk.row("checklist_item", "i")["done"],
        desk.row("checklist_item", "i")["deleted"],
    ) == (
        1,
        0,
    )
    assert steps(desk) == (2, 0)
    turn(desk)
    turn(desk)
    assert field(desk, "priority") == "normal"
    assert desk.row("checklist_item", "i")["deleted"] == 1


def test_a_new_act_ends_what_could_be_done_again(desk: LocalDesk) -> None:
    do(desk, set_priority("high"))
    turn(desk)
    do(desk, set_priority("low"))
    assert steps(desk) == (1, 0)


def test_a_hundred_steps_are_remembered(desk: LocalDesk) -> None:
    for n in range(undoing.STEPS_KEPT + 3):
        do(desk, SetTicket(id="printer", set={"subject": f"Subject {n}"}))
    assert steps(desk) == (undoing.STEPS_KEPT, 0)
    for _ in range(undoing.STEPS_KEPT):
        turn(desk)
    assert field(desk, "subject") == "Subject 2"


def test_what_somebody_else_changed_since_is_not_written_over(desk: LocalDesk) -> None:
    do(desk, set_priority("high"), SetTicket(id="mouse", set={"status": "done"}))
    desk.put(
        "event",
        id="e",
        ticket_id="printer",
        what="priority",
        who_name="Boris",
        new="urgent",
        at_ms=NOW + 1,
    )
    desk.ticket("printer", priority="urgent", number=77)
    turned = turn(desk)
    assert turned is not None
    (kept,) = turned.kept
    error = kept.error
    assert isinstance(error, ChangedSince)
    assert (error.number, error.field, error.now, error.who) == (
        "77",
        "priority",
        "urgent",
        "Boris",
    )
    assert field(desk, "priority") == "urgent"
    assert field(desk, "status", "mouse") == "open", "the rest of the step was taken back"
    assert steps(desk) == (0, 1)
    insisted = turn(desk, "kept", insist=True)
    assert insisted is not None
    assert len(insisted.performed) == 1
    assert field(desk, "priority") == "normal"


def facts(desk: LocalDesk) -> dict[str, str]:
    return read_known(str(field(desk, "facts")))


def tell(desk: LocalDesk, who: Actor, **told: str) -> None:
    perform(desk.store, SetFacts(id="printer", set=told), who, desk.now_ms)


def test_another_fact_that_somebody_told_since_is_none_of_the_undo(desk: LocalDesk) -> None:
    do(desk, SetFacts(id="printer", set={"serial": "X1" * 150}))
    tell(desk, BORIS, room="12")
    turned = turn(desk)
    assert turned
    assert (turned.kept, facts(desk)) == ((), {"room": "12"})
    tell(desk, BORIS, room="14")
    assert turn(desk, "redo")
    assert facts(desk) == {"serial": "X1" * 150, "room": "14"}


def test_the_same_fact_that_somebody_told_since_stays_and_names_them(desk: LocalDesk) -> None:
    do(desk, SetFacts(id="printer", set={"serial": "X1"}))
    tell(desk, BORIS, serial="X2")
    tell(desk, ANNA, room="12")
    turned = turn(desk)
    assert turned
    (kept,) = turned.kept
    assert isinstance(kept.error, ChangedSince)
    assert (kept.error.who, kept.error.now) == (BORIS.name, '{"serial": "X2"}')
    assert facts(desk) == {"serial": "X2", "room": "12"}
    assert turn(desk, "kept", insist=True)
    assert facts(desk) == {"room": "12"}


def test_what_somebody_else_took_back_already_needs_nothing(desk: LocalDesk) -> None:
    do(desk, set_priority("high"))
    desk.ticket("printer", priority="normal")
    turned = turn(desk)
    assert turned is not None
    assert not turned.kept
    assert field(desk, "priority") == "normal"


def test_a_new_ticket_on_which_somebody_works_is_not_thrown_away(desk: LocalDesk) -> None:
    new = CreateTicket(set={"subject": "Scanner", "queue_id": "network"})
    do(desk, new)
    with desk.store.transaction():
        desk.store.sql("UPDATE ticket SET assignee_id = 'agent-boris' WHERE id = ?", (new.id,))
    turned = turn(desk)
    assert turned is not None
    assert isinstance(turned.kept[0].error, ChangedSince)
    assert field(desk, "deleted", new.id) == 0


def test_a_step_is_turned_in_parts(desk: LocalDesk) -> None:
    for n in range(undoing.AT_ONCE + 20):
        desk.ticket(f"t{n}")
    do(desk, *(set_priority("high", f"t{n}") for n in range(undoing.AT_ONCE + 20)))
    first = turn(desk)
    assert first is not None
    assert (len(first.performed), first.more) == (undoing.AT_ONCE, True)
    rest = undoing.turn(desk.store, desk.me, desk.now_ms, step=first.step)
    assert rest is not None
    assert (len(rest.performed), rest.more) == (20, False)
    assert steps(desk) == (0, 1), "it is done again as one step"


def test_mailed_replies_stay_and_say_so(desk: LocalDesk) -> None:
    note = AddNote(ticket_id="printer", html="<p>a</p>")
    do(desk, note)
    desk.store.sql("UPDATE message SET delivery = 'sent', kind = 'reply' WHERE id = ?", (note.id,))
    turned = turn(desk)
    assert turned is not None
    assert "mailed" in turned.kept[0].error.sentence
    assert turn(desk, "kept", insist=True) is None, "nobody can insist on that"


def test_a_call_that_is_taken_back_leaves_what_the_ticket_told(desk: LocalDesk) -> None:
    """The customer was heard at 5 and the last act was then, though no message says so."""
    desk.ticket("printer", customer_at_ms=5, activity_at_ms=6, first_reply_at_ms=4)
    do(desk, AddCall(ticket_id="printer", html="<p>It hums.</p>"))
    do(desk, AddCall(ticket_id="printer", html="<p>It still hums.</p>"))
    assert field(desk, "customer_at_ms") == NOW
    turn(desk)
    turn(desk)
    told = [field(desk, name) for name in ("customer_at_ms", "activity_at_ms", "first_reply_at_ms")]
    assert told == [5, 6, 4]


def test_taken_back_in_the_outbox_is_nothing_to_undo(desk: LocalDesk) -> None:
    do(desk, set_priority("high"))
    undoing.forget(desk.store, [1])
    assert steps(desk) == (0, 0)


def test_a_bulk_act_foresees_what_it_does(desk: LocalDesk) -> None:
    desk.ticket("ready", status="done")
    desk.ticket("gone", deleted=1)
    ids = ("printer", "mouse", "ready", "gone")
    commands = [(id, SetTicket(id=id, set={"status": "done"})) for id in ids]
    before = desk.store.sql("SELECT * FROM ticket ORDER BY id")
    foreseen = preview(desk.store, commands, desk.me, NOW)
    assert desk.store.sql("SELECT * FROM ticket ORDER BY id") == before
    assert desk.store.sql("SELECT COUNT(*) FROM outbox") == [(0,)]
    done = perform_each(desk.store, commands, desk.me, NOW, "step").results
    fates = ["done", "done", "same", "refused"]
    assert [each.fate for each in foreseen] == [each.fate for each in done] == fates
    assert done[3].sentence == "This ticket is no longer there."
    assert desk.store.sql("SELECT COUNT(*) FROM outbox") == [(2,)], "nothing is sent for the others"
    assert desk.store.sql("SELECT COUNT(*) FROM pending_effect WHERE ent = 'ready'") == [(0,)]
    with pytest.raises(Refused):
        desk.do(commands[3][1])
    assert turn(desk)
    assert steps(desk) == (0, 1), "all of it is one step"
    assert (field(desk, "status"), field(desk, "status", "ready")) == ("open", "done")


def test_whom_a_withdrawn_message_named_is_not_mentioned(desk: LocalDesk) -> None:
    do(
        desk,
        AddNote(ticket_id="printer", html='<p><span class="mention" data-id="x">@x</span></p>'),
    )
    mentions = "SELECT COUNT(*) FROM mention WHERE deleted = 0"
    assert desk.store.sql(mentions) == [(1,)]
    turn(desk)
    assert desk.store.sql(mentions) == [(0,)]
    turn(desk, "redo")
    assert desk.store.sql(mentions) == [(1,)]


def test_who_had_ticked_a_line_off_stays(desk: LocalDesk) -> None:
    desk.do(AddItem(ticket_id="printer", text="Drum", id="i"))
    perform(desk.store, TickItem(id="i"), BORIS, NOW + 1)
    desk.now_ms = NOW + 2
    do(desk, TickItem(id="i", done=False))
    turn(desk)
    item = desk.row("checklist_item", "i")
    assert (item["done_by"], item["done_at_ms"]) == (BORIS.id, NOW + 1)
    desk.do(TickItem(id="i", done=False))
    desk.do(TickItem(id="i", by=BORIS.id, at_ms=NOW + 7))
    assert desk.row("checklist_item", "i")["done_by"] == desk.me.id, "history says nothing of that"


def test_a_line_goes_back_between_its_neighbours_removed_ones_too(desk: LocalDesk) -> None:
    for id in "abc":
        desk.do(AddItem(ticket_id="printer", text=id, id=id))
    do(desk, RemoveItem(id="b"))
    do(desk, MoveItem(id="c"))
    turn(desk)
    turn(desk)
    assert [item.text for item in checklist(desk.store, "printer")] == ["a", "b", "c"]


def test_an_unmerge_that_is_taken_back_is_the_merge_that_was(desk: LocalDesk) -> None:
    desk.do(MergeTickets(id="mouse", into_id="printer"))
    before = [desk.row("ticket", id) for id in ("printer", "mouse")]
    desk.now_ms = NOW + 9
    do(desk, UnmergeTicket(id="mouse"))
    assert field(desk, "merged_into", "mouse") is None
    turn(desk)
    assert [desk.row("ticket", id) for id in ("printer", "mouse")] == before


def test_a_question_is_taken_back_until_somebody_decides(desk: LocalDesk) -> None:
    asked = AskApproval(ticket_id="printer", what="A new drum")
    do(desk, asked)
    turn(desk)
    assert approvals(desk.store, "printer") == []
    turn(desk, "redo")
    assert len(approvals(desk.store, "printer")) == 1
    desk.do(Decide(id=asked.id, state="approved"))
    turned = turn(desk)
    assert turned is not None
    assert turned.kept[0].error.sentence == "This approval was decided already."
