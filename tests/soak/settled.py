"""What must hold when everything was sent and everything was read."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from models.commands import Noop, encode
from models.ids import derived_id
from models.promises import counted
from models.queries.work import minutes_spent
from models.window import is_old
from sync.engine.pushing import wire_form
from sync.engine.settling import HELD_ON_SERVER
from sync.protocol import cursor, schema
from sync.protocol.kinds import KINDS
from sync.server.check import faults
from tests.helpers.desk import ServerDesk
from tests.helpers.person import held_rows, live_rows
from tests.soak.broken import hold
from tests.soak.device import Device
from tests.soak.local import STUBS, Key, Row

Rows = Mapping[Key, Row]


def is_quiet(desk: ServerDesk, device: Device) -> bool:
    """Nothing waits on this device, and it has read to the end."""
    waiting = device.store.sql(
        "SELECT 1 FROM outbox WHERE state IN ('queued', 'sending') "
        "UNION ALL SELECT 1 FROM pending_effect LIMIT 1"
    )
    if waiting:
        return False
    head = desk.path.head()
    places = dict(device.store.sql("SELECT scope, cursor FROM scope_cursor"))
    if places.keys() != desk.rights(device.actor).scopes:
        return False
    read = [cursor.decode(text) if text else None for text in places.values()]
    return all(place is not None and place.seq == head for place in read)


def check_all(
    desk: ServerDesk, devices: Sequence[Device], folder: Path, lost_copies: bool = False
) -> None:
    """Raises Broken for the first invariant that does not hold; for ``lost_copies`` see Texts."""
    told = Texts(desk)
    for device in devices:
        device.sample()
        told.check(device, lost_copies)
        check_drafts(device)
        check_times(desk, device)
        check_taken(desk, device)
        check_same(desk, device)
    check_handovers(desk, devices)
    check_promises(desk)
    found = list(faults(desk.store, folder))
    hold(found[0].partition(":")[0] if found else "", not found, "; ".join(found))


def check_same(desk: ServerDesk, device: Device) -> None:
    """I3 and I4: here is what the store has for this person, and nothing else.

    With a window without its old tickets; and of one that came back, it is known what is missing.
    """
    here, held = live_rows(device.store), held_rows(desk, device.actor)
    missing, more = held.keys() - here.keys(), here.keys() - held.keys()
    hold("I4", not more, f"{device.name} has {sorted(more)[:5]} too much")
    missing -= may_lack(device, here, held)
    hold("I3", not missing, f"{device.name} lacks {sorted(missing)[:5]}")
    for key, row in here.items():
        hold("I3", held[key] == row, f"{device.name} has {key} as {row}, not {held[key]}")


def may_lack(device: Device, here: Rows, held: Rows) -> set[Key]:
    """Old tickets that are not here, and what belongs to those and to stubs."""
    if not device.floor_ms:
        return set()
    away = {
        id
        for (kind, id), row in held.items()
        if kind == "ticket" and (kind, id) not in here and is_old(row, device.floor_ms)
    }
    stubs = {id for (id,) in device.store.sql(STUBS)}
    of_them = {key for key, row in held.items() if owner(key, row) in away | stubs}
    lost = {key for key, row in here.items() if owner(key, row) in away}
    hold("I14", not lost, f"{device.name} has {sorted(lost)[:5]} without their ticket")
    return of_them - {("ticket", id) for id in stubs}


def owner(key: Key, row: Row) -> str | None:
    """The ticket that a row belongs to in its queue."""
    kind, id = key
    if kind == "ticket":
        return id
    return row["ticket_id"] if KINDS[kind].parent else None


class Texts:
    """All words that the store has: in view, and kept aside as earlier or late versions."""

    def __init__(self, desk: ServerDesk) -> None:
        def told(text: str) -> list[str]:
            return [value or "" for (value,) in desk.store.sql(text)]

        written = told("SELECT html FROM message") + told("SELECT subject FROM ticket")
        self.there = Counter(word for text in written for word in _words(text))
        aside = told("SELECT html FROM message_version") + told("SELECT text FROM checklist_item")
        aside += told("SELECT new FROM event WHERE what LIKE 'checklist_%'")
        aside += [json.loads(mine or "null") or "" for mine in told("SELECT mine FROM conflict")]
        self.aside = {word for text in aside for word in _words(str(text))}
        self.notes = dict(desk.store.sql("SELECT id, html FROM personal_note"))
        self.undelivered = told("SELECT payload FROM undelivered")

    def has(self, text: str) -> bool:
        return bool(self.there[text]) or text in self.aside

    def has_memo(self, id: str, text: str) -> bool:
        return text in self.notes.get(id, "") or text in self.aside

    def check(self, device: Device, lost_copies: bool = False) -> None:
        """I1 and I2: each text once in the store, or refused and with its author and there.

        ``lost_copies``: the store was put back, and with it went its copies of what it refused.
        """
        refused = device.store.sql("SELECT kind, payload FROM outbox WHERE state = 'refused'")
        for text in device.texts + device.edits:
            kept = [kind for kind, payload in refused if text in payload]
            hold("I1", self.has(text) or kept, f"{text} of {device.name} is nowhere")
            hold("I2", self.there[text] <= 1, f"{text} is there {self.there[text]} times")
            new = [kind for kind in kept if kind.startswith(("add_", "create_"))]
            hold("I2", not (new and self.has(text)), f"{text} was refused and is there")
            if new and not lost_copies:
                safe = any(text in payload for payload in self.undelivered)
                hold("I1", safe, f"{text} was refused without a copy")
        for id, text in device.memos.items():
            here = any(text in payload for _, payload in refused)
            hold("I1", self.has_memo(id, text) or here, f"the note {text} is nowhere")


def _words(html: str) -> list[str]:
    return html.replace("<", " ").replace(">", " ").split()


def check_drafts(device: Device) -> None:
    """I1: what was typed and not sent is still here."""
    here = dict(device.store.sql("SELECT ticket_id, html FROM own_draft"))
    for ticket_id, html in device.drafts.items():
        hold("I1", here.get(ticket_id) == html, f"{device.name} lost the draft {html}")


def check_times(desk: ServerDesk, device: Device) -> None:
    """I1 and I2: work times are there as they were entered; everybody has the same sums.

    Of tickets that are here in part, nothing is known until they were opened.
    """
    kept = dict(desk.store.sql("SELECT id, minutes FROM time_entry"))
    refused = device.store.sql("SELECT payload FROM outbox WHERE state = 'refused'")
    for id, minutes in device.times.items():
        safe = kept.get(id) == minutes or any(id in payload for (payload,) in refused)
        hold("I1", safe, f"the {minutes} minutes of {device.name} are {kept.get(id)}")
    whole = f"SELECT id FROM ticket WHERE id NOT IN ({STUBS})"
    for (ticket_id,) in device.store.sql(whole):
        here, there = (minutes_spent(store, ticket_id) for store in (device.store, desk.store))
        hold("I3", here == there, f"{ticket_id} took {there} minutes, for {device.name} {here}")


def check_taken(desk: ServerDesk, device: Device) -> None:
    """I2 and I9: the store took this outbox, byte for byte, in its order, and said so truly.

    What had ended before the store was put back was sent again as nothing but its number.
    """
    nothing = encode(Noop(uid="")).decode()
    chains: dict[str, str] = {}
    for client_id, mid, payload, kind, state in device.store.sql(
        "SELECT client_id, mid, payload, kind, state FROM outbox ORDER BY mid"
    ):
        found = desk.store.sql(
            "SELECT payload_sha, chain, outcome FROM mutation_seen WHERE client_id = ? AND mid = ?",
            (client_id, mid),
        )
        about = f"{mid} of {device.name}"
        hold("I1", found, f"{about} was never taken")
        sha, known, outcome = found[0]
        wires = [wire_form(mid, form) for form in (payload, nothing)]
        same = [wire for wire in wires if hashlib.sha256(wire).hexdigest() == sha]
        hold("I2", same, f"{about} is another change there")
        chains[client_id] = schema.chain_after(chains.get(client_id, ""), same[0])
        hold("I9", known == chains[client_id], f"{about} has another chain there")
        told = json.loads(outcome)["s"] if same[0] == wires[0] else "nothing"
        truly = state in _states(told, kind)
        hold("I2", truly, f"{about}, {kind}, is {state} here, {outcome} there")


def _states(outcome: str, kind: str) -> tuple[str, ...]:
    """What a change can be here after this outcome."""
    if outcome == "nothing":
        return ("refused", "held", "withdrawn")
    if outcome == "rejected":
        return ("refused", "withdrawn")
    if outcome == "held" and kind not in HELD_ON_SERVER:
        return ("held", "withdrawn")
    return ("settled",)


def check_handovers(desk: ServerDesk, devices: Sequence[Device]) -> None:
    """I2: a ticket was handed over as often as somebody did so."""
    events = {row[0] for row in desk.store.sql("SELECT id FROM event")}
    counted: Counter[str] = Counter()
    for device in devices:
        for transfer in device.transfers:
            names = (derived_id(transfer.uid, f"event.{what}") for what in ("queue", "assignee"))
            counted[transfer.id] += any(name in events for name in names)
    for id, count in desk.store.sql("SELECT id, handover_count FROM ticket"):
        hold("I2", counted[id] == count, f"{id} was handed over {count} times, not {counted[id]}")


def check_promises(desk: ServerDesk) -> None:
    """What stands on a ticket is what its history comes to, whoever changed it in which order."""
    ids = [id for (id,) in desk.store.sql("SELECT id FROM ticket")]
    wrong = [f"{id}: {changes}" for id, changes in counted(desk.store, ids)]
    hold("promises", not wrong, "; ".join(wrong))
