"""Whose bytes files are: whoever sent them has them back, and naming them proves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pytest

from models.commands import AddNote, CreateTicket, FileRef, FirstMessage, Put
from models.ids import new_id
from sync.server.push import complete_file
from sync.server.rights import may_read_file, should_send_file
from tests.helpers.desk import Device, ServerDesk

SHA256 = "ab" * 32


@dataclass
class Hands:
    """Somebody in a queue of their own, and what they do with the one file."""

    device: Device
    queue: str

    def names(self) -> FileRef:
        file = FileRef(new_id(), SHA256, "a.png", "image/png", 9)
        ticket = self.device.desk.ticket(self.queue)
        self.device.push(AddNote(ticket_id=ticket, html="<p>see</p>", files=(file,)))
        return file

    def sends(self) -> None:
        complete_file(self.device.desk.path, self.device.actor, SHA256, 9)

    def may_read(self) -> bool:
        desk = self.device.desk
        return may_read_file(desk.store, desk.rights(self.device.actor), SHA256)

    def should_send(self) -> bool:
        desk = self.device.desk
        return should_send_file(desk.store, desk.rights(self.device.actor), SHA256)

    def state(self, file: FileRef) -> str:
        return str(self.device.desk.row("message_file", file.id)["state"])


@pytest.fixture
def desk(store_url: str, tmp_path: Path) -> Iterator[ServerDesk]:
    made = ServerDesk.made(store_url, tmp_path / "files")
    yield made
    made.store.close()


@pytest.fixture
def anna(desk: ServerDesk) -> Hands:
    return Hands(desk.device(desk.agent("anna", "Network")), "Network")


@pytest.fixture
def boris(desk: ServerDesk) -> Hands:
    return Hands(desk.device(desk.agent("boris", "Vault")), "Vault")


def test_naming_a_file_opens_it_to_nobody(desk: ServerDesk, anna: Hands, boris: Hands) -> None:
    """Neither before nor after the bytes came, and not when they come once more."""
    anna.names()
    early = boris.names()
    anna.sends()
    late = boris.names()
    anna.sends()
    assert [boris.state(file) for file in (early, late)] == ["pending", "pending"]
    assert not boris.may_read()
    assert boris.should_send()


def test_naming_a_file_in_a_note_of_ones_own_opens_it_not(anna: Hands, boris: Hands) -> None:
    named = msgspec.json.encode([anna.names()]).decode()
    anna.sends()
    boris.device.push(Put(entity="personal_note", set={"html": "<p>x</p>", "files": named}))
    assert not boris.may_read()
    assert boris.should_send()


def test_writing_in_the_name_of_its_owner_opens_no_file(
    desk: ServerDesk, anna: Hands, boris: Hands
) -> None:
    file = FileRef(new_id(), SHA256, "a.png", "image/png", 9)
    first = FirstMessage(
        kind="note", html="<p>x</p>", author_id=anna.device.actor.id, files=(file,)
    )
    values = {"subject": "x", "queue_id": desk.queue("Vault")}
    boris.device.push(CreateTicket(set=values, message=first))
    anna.sends()
    assert boris.state(file) == "pending"
    assert not boris.may_read()


def test_who_sent_the_bytes_has_them_back(desk: ServerDesk, anna: Hands, boris: Hands) -> None:
    ours, theirs = anna.names(), boris.names()
    anna.sends()
    boris.sends()
    assert [anna.state(ours), boris.state(theirs)] == ["complete", "complete"]
    assert boris.state(boris.names()) == "complete"
    desk.revoke("Network", anna.device.actor)
    assert anna.may_read()
    assert not anna.should_send()


def test_who_named_a_file_sends_it_although_it_came_from_elsewhere(
    desk: ServerDesk, anna: Hands, boris: Hands
) -> None:
    """Else what they named would wait for its bytes for ever."""
    ours = anna.names()
    boris.names()
    boris.sends()
    desk.grant("Vault", anna.device.actor)
    assert anna.may_read()
    assert anna.should_send()
    anna.sends()
    assert anna.state(ours) == "complete"
    assert not anna.should_send()


def test_a_file_of_a_message_that_one_sees_can_be_read(
    desk: ServerDesk, anna: Hands, boris: Hands
) -> None:
    anna.names()
    desk.grant("Network", boris.device.actor)
    assert not boris.may_read()
    anna.sends()
    assert boris.may_read()
    assert not boris.should_send()
    assert boris.state(boris.names()) == "complete"
