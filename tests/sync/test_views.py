"""Saved views travel: everybody's to everybody, one's own to one's own devices."""

from __future__ import annotations

from pathlib import Path

from models.commands import Delete, Put
from tests.helpers.desk import ServerDesk


def test_a_view_reaches_those_whose_it_is(store_url: str, tmp_path: Path) -> None:
    desk = ServerDesk.made(store_url, tmp_path)
    anna, boris = desk.agent("anna"), desk.agent("boris")
    first, second, other = desk.device(anna), desk.device(anna), desk.device(boris)
    own = Put(entity="view", set={"name": "Mine", "filter": "is:unread", "owner_id": anna.id})
    shared = Put(entity="view", set={"name": "Ours", "filter": "tag:vip"})
    assert [outcome.s for outcome in first.push(own, shared)] == ["applied", "applied"]
    assert {line.id for line in second.pull() if line.kind == "view"} == {own.id, shared.id}
    assert {line.id for line in other.pull() if line.kind == "view"} == {shared.id}
    rename = Put(entity="view", id=shared.id, set={"name": "VIPs"})
    steal = Delete(entity="view", id=own.id)
    assert [outcome.s for outcome in other.push(rename, steal)] == ["applied", "rejected"]
    assert desk.row("view", shared.id)["name"] == "VIPs"
    assert desk.row("view", own.id)["deleted"] == 0
    desk.store.close()
