"""What each command without a window does. stdout carries the answer and nothing else."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Iterable
from typing import Any

from desktop import programs
from desktop.terminal import engine_run, fields
from desktop.terminal.ended import Ended
from desktop.terminal.session import Session
from models import outbox as outboxes
from models import window
from models.clock import clock_at
from models.commands import AddNote, AddReply, CreateTicket, FirstMessage, Put
from models.errors import BadFilter
from models.ids import new_id
from models.indexing import index_dirty
from models.perform import Performed
from models.profile import Profile
from models.queries import conversation, inbox, people, plain, status
from models.queries.lists import list_page
from models.queries.saved_views import saved_views
from models.richtext import from_plain
from sync.protocol import link

INDEX_BATCH = 500


def run(given: argparse.Namespace) -> int:
    """Do one command; its exit code."""
    if given.command == "sync":
        return sync(given)
    session = Session.begin(given.profile, given.server, given.login)
    try:
        return COMMANDS[given.command](session, given)
    finally:
        session.store.close()


def sync(given: argparse.Namespace) -> int:
    """One round, or with no ``--once`` rounds until the program is ended."""
    profile = Profile.named(given.profile)
    if given.keep_days is not None:
        _keep(profile, given.keep_days)
    if not given.once:
        return _sync_on(given)
    ended = engine_run.run_once(profile, server=given.server, login=given.login)
    if ended.code == link.EngineExit.HELD:
        print("An open Deskside has this profile; it was asked to sync.", file=sys.stderr)
        return 0
    if ended.code:
        print(ended.sentence, file=sys.stderr)
    return ended.code


def _keep(profile: Profile, days: int) -> None:
    store = profile.open()
    try:
        window.set_keep_days(store, days)
    finally:
        store.close()


def _sync_on(given: argparse.Namespace) -> int:
    session = Session.begin(given.profile, given.server, given.login)
    session.store.close()
    command = [*programs.command("engine"), "--profile", str(session.profile.folder)]
    with subprocess.Popen(
        command, env=programs.environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as engine:
        try:
            for line in engine.stdout or ():
                message = link.decode_from_engine(line)
                if isinstance(message, link.State):
                    print(message.state, message.sentence, file=sys.stderr, flush=True)
                if isinstance(message, link.Revoked) and engine.stdin is not None:
                    engine.stdin.write(link.encode(link.Wipe()))
                    engine.stdin.flush()
                if isinstance(message, link.Wiped):
                    print(f"This computer was signed out. {message.folder}", file=sys.stderr)
                    engine.terminate()
                    return link.EngineExit.REFUSED
        except KeyboardInterrupt:
            engine.terminate()
    return engine.returncode


def list_tickets(session: Session, given: argparse.Namespace) -> int:
    """Print the tickets of a view; a search first indexes what still waits for it."""
    _check_view(session, given.view)
    if given.search:
        while index_dirty(session.store, INDEX_BATCH):
            continue
    clock = clock_at(session.now_ms())
    try:
        rows = list_page(
            session.store,
            given.view,
            session.me,
            clock,
            filter=given.search or "",
            limit=given.limit,
        )
    except BadFilter as error:
        raise Ended(2, str(error)) from error
    if window.is_partial(session.store):
        print("Older tickets are on the server and not in this list.", file=sys.stderr)
    if given.json:
        _print_array(plain.ticket_values(session.store, [row.id for row in rows]))
        return 0
    for row in rows:
        print(f"#{row.number}\t{row.status}\t{row.priority}\t{row.queue_name}\t{row.subject}")
    return 0


def _check_view(session: Session, view: str) -> None:
    if view.startswith("queue:"):
        fields.queue_id(session.store, session.me, view.removeprefix("queue:"))
    elif view not in inbox.VIEWS and not _is_saved(session, view):
        views = f"{', '.join(inbox.VIEWS)}, queue:NAME, view:ID"
        raise Ended(2, f"There is no view “{view}”. Views: {views}.")


def _is_saved(session: Session, view: str) -> bool:
    return view in (each.key for each in saved_views(session.store, session.me))


def show(session: Session, given: argparse.Namespace) -> int:
    """Print one ticket with its conversation."""
    ticket_id = _ticket(session, given.number)
    _complete(session, ticket_id)
    value = plain.ticket_value(session.store, ticket_id)
    if given.json:
        _print_json(value)
        return 0
    print(f"#{value['number']} {value['subject']}")
    print(
        f"{value['status']} · {value['priority']} · {value['queue']} · {value['requester'] or ''}"
    )
    for message in value["messages"]:
        print(f"\n[{message['kind']}] {message['author']}\n{message['text']}")
    return 0


def new(session: Session, given: argparse.Namespace) -> int:
    """Make a ticket in the named queue, or the first one of one's own, and print its number."""
    queues = people.queues(session.store, session.me)
    mine = next((queue.id for queue in queues if queue.mine), None)
    queue = fields.queue_id(session.store, session.me, given.queue) if given.queue else mine
    if queue is None:
        raise Ended(2, "No queue is yours yet; name one with --queue.")
    message = _first_message(given.text) if given.text else None
    values: dict[str, Any] = {"subject": given.subject, "queue_id": queue}
    command = CreateTicket(set=values, message=message, queue_chosen=bool(given.queue))
    session.send(session.perform(command).mid)
    value = plain.ticket_value(session.store, command.id)
    if given.json:
        _print_json(value)
    else:
        print(f"#{value['number']}")
    return 0


def _first_message(text: str) -> FirstMessage:
    return FirstMessage(kind="customer", html=from_plain(text))


def note(session: Session, given: argparse.Namespace) -> int:
    """Add an internal note."""
    return _write(session, given, AddNote)


def reply(session: Session, given: argparse.Namespace) -> int:
    """Answer the requester."""
    return _write(session, given, AddReply)


def _write(session: Session, given: argparse.Namespace, kind: type[AddNote | AddReply]) -> int:
    ticket_id = _ticket(session, given.number)
    html, now_ms = from_plain(given.text), session.now_ms()
    command = kind(ticket_id=ticket_id, html=html, written_at_ms=now_ms)
    session.send(session.perform(command).mid)
    return 0


def memo(session: Session, given: argparse.Namespace) -> int:
    """Keep a note of My notes."""
    now = session.now_ms()
    values = {
        "title": "",
        "html": from_plain(given.text),
        "files": "[]",
        "at_ms": now,
        "updated_at_ms": now,
    }
    session.send(session.perform(Put(entity="personal_note", id=new_id(), set=values)).mid)
    return 0


def set_fields(session: Session, given: argparse.Namespace) -> int:
    """Change fields of a ticket, all in one push."""
    ticket_id = _ticket(session, given.number)
    commands = fields.commands_for(session.store, session.me, ticket_id, given.fields)
    done = [session.perform(command) for command in commands]
    _send_last(session, done)
    return 0


def _send_last(session: Session, done: list[Performed]) -> None:
    """One push takes all of them; each is then asked for its outcome."""
    session.send(done[-1].mid)
    for performed in done:
        session.check_refused(performed.mid)


def outbox(session: Session, given: argparse.Namespace) -> int:
    """Print what has not settled, or with --all everything of the last 30 days."""
    if given.act:
        return _act_on_change(session, given)
    rows = status.outbox(session.store, everything=given.all)
    if given.json:
        keys = ("mid", "kind", "state", "ticket", "reason")
        _print_json([{key: getattr(row, key) for key in keys} for row in rows])
        return 0
    for row in rows:
        print(f"{row.mid}\t{row.state}\t{row.kind}\t#{row.ticket or '–'}\t{row.reason or ''}")
    return 0


def _act_on_change(session: Session, given: argparse.Namespace) -> int:
    """Take a change back, or do a refused or held one once more. Raises Refused."""
    if given.mid is None:
        raise Ended(2, f"outbox {given.act} needs the MID of a change.")
    if given.act == "retry":
        again = outboxes.retry(session.store, given.mid, session.me, session.now_ms())
        session.send(again.mid)
    else:
        outboxes.withdraw(session.store, given.mid)
        session.send(given.mid)
    return 0


def _ticket(session: Session, number: str) -> str:
    """The ticket of a number, alias or id. Raises Ended with 2 when there is not just one."""
    found, why = conversation.find_ticket(session.store, number), ""
    if not found and window.is_partial(session.store):
        why = f" Older tickets are kept on the server. {session.fetch(number)}".rstrip()
        found = conversation.find_ticket(session.store, number)
    if not found:
        raise Ended(2, f"There is no ticket {number} on this computer.{why}")
    if len(found) > 1:
        raise Ended(2, f"{number} names {len(found)} tickets; use the final number.")
    return found[0]


def _complete(session: Session, ticket_id: str) -> None:
    """Fetch older messages that are not here; say so when that can't be done."""
    if conversation.is_whole(session.store, ticket_id):
        return
    why = session.fetch(ticket_id)
    if not conversation.is_whole(session.store, ticket_id):
        print(f"Older messages are not on this computer. {why}".rstrip(), file=sys.stderr)


def _print_json(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False))


def _print_array(values: Iterable[Any]) -> None:
    """A JSON array, one element a line, never whole in memory."""
    before = "["
    for value in values:
        print(before + json.dumps(value, ensure_ascii=False), end="")
        before = ",\n"
    print("]" if before != "[" else "[]")


Act = Callable[[Session, argparse.Namespace], int]
COMMANDS: dict[str, Act] = {
    "list": list_tickets,
    "show": show,
    "new": new,
    "note": note,
    "reply": reply,
    "memo": memo,
    "set": set_fields,
    "outbox": outbox,
}
