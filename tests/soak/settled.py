"""What must hold when everything was sent and everything was read."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from models import profile
from models.ids import derived_id
from sync.engine.pushing import wire_form
from sync.protocol import cursor, schema
from sync.server.check import faults
from tests.helpers.desk import ServerDesk
from tests.helpers.person import held_rows, live_rows
from tests.soak.broken import hold
from tests.soak.device import Device


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


def check_all(desk: ServerDesk, devices: Sequence[Device], folder: Path) -> None:
    """Raises Broken for the first invariant that does not hold."""
    told = Texts(desk)
    for device in devices:
        device.sample()
        told.check(device)
        check_drafts(device)
        if not device.forked:
            check_taken(desk, device)
            check_same(desk, device)
    check_handovers(desk, devices)
    found = list(faults(desk.store, folder))
    hold(found[0].partition(":")[0] if found else "", not found, "; ".join(found))


def check_same(desk: ServerDesk, device: Device) -> None:
    """I3 and I4: here is what the store has for this person, and nothing else."""
    here, held = live_rows(device.store), held_rows(desk, device.actor)
    missing, more = held.keys() - here.keys(), here.keys() - held.keys()
    hold("I4", not more, f"{device.name} has {sorted(more)[:5]} too much")
    hold("I3", not missing, f"{device.name} lacks {sorted(missing)[:5]}")
    for key, row in held.items():
        hold("I3", here[key] == row, f"{device.name} has {key} as {here[key]}, not {row}")


class Texts:
    """All words that the store has."""

    def __init__(self, desk: ServerDesk) -> None:
        written = [html for (html,) in desk.store.sql("SELECT html FROM message")]
        written += [subject for (subject,) in desk.store.sql("SELECT subject FROM ticket")]
        self.there = Counter(word for text in written for word in _words(text))
        self.notes = dict(desk.store.sql("SELECT id, html FROM personal_note"))
        self.undelivered = [row[0] for row in desk.store.sql("SELECT payload FROM undelivered")]

    def check(self, device: Device) -> None:
        """I1 and I2: each text once in the store, or refused and with its author and there."""
        states = "('refused')" if not device.forked else "('refused', 'queued', 'sending')"
        kept = [
            p for (p,) in device.store.sql(f"SELECT payload FROM outbox WHERE state IN {states}")
        ]
        for text in device.texts:
            here = any(text in payload for payload in kept)
            hold("I1", self.there[text] or here, f"{text} of {device.name} is nowhere")
            hold("I2", self.there[text] <= 1, f"{text} is there {self.there[text]} times")
            both = self.there[text] and here and not device.forked
            hold("I2", not both, f"{text} was refused and is there")
            if here and not device.forked:
                safe = any(text in payload for payload in self.undelivered)
                hold("I1", safe, f"{text} was refused without a copy")
        for id, text in device.memos.items():
            here = any(text in payload for payload in kept)
            hold("I1", text in self.notes.get(id, "") or here, f"the note {text} is nowhere")


def _words(html: str) -> list[str]:
    return html.replace("<", " ").replace(">", " ").split()


def check_drafts(device: Device) -> None:
    """I1: what was typed and not sent is still here."""
    here = dict(device.store.sql("SELECT ticket_id, html FROM draft WHERE deleted = 0"))
    for ticket_id, html in device.drafts.items():
        hold("I1", here.get(ticket_id) == html, f"{device.name} lost the draft {html}")


def check_taken(desk: ServerDesk, device: Device) -> None:
    """I2 and I9: the store took this outbox, byte for byte, in its order, and said so truly."""
    client_id = profile.get(device.store, "client_id")
    chain = ""
    for mid, payload, state in device.store.sql(
        "SELECT mid, payload, state FROM outbox WHERE mid > 0 ORDER BY mid"
    ):
        wire = wire_form(mid, payload)
        chain = schema.chain_after(chain, wire)
        found = desk.store.sql(
            "SELECT payload_sha, chain, outcome FROM mutation_seen WHERE client_id = ? AND mid = ?",
            (client_id, mid),
        )
        about = f"{mid} of {device.name}"
        hold("I1", found, f"{about} was never taken")
        sha, known, outcome = found[0]
        hold("I2", sha == hashlib.sha256(wire).hexdigest(), f"{about} is another change there")
        hold("I9", known == chain, f"{about} has another chain there")
        refused = json.loads(outcome)["s"] == "rejected"
        hold("I2", refused == (state == "refused"), f"{about} is {state} here, {outcome} there")


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
