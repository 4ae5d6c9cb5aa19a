"""``import settings``: calendars, SLA policies, categories, macros and rules as TOML.

A table for each entry, named by its key::

    [calendars.office]
    timezone = "Europe/Sofia"
    week = { mon = [["09:00", "18:00"]] }

    [sla_policies.gold]
    calendar = "office"
    plan = "gold"
    first_response = 60

    [categories.network]
    names = { en = "Network" }

    [macros.escalate]
    name = "Escalate"

An array of tables that name their ``key`` or ``id`` does as well. What is in the file becomes so;
what it does not name stays. ``export settings`` writes the same form.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from models.classify import MOST_CHOICES, has_room, read_rule
from models.classify.asked import read_asked
from models.database import Store
from models.errors import BadSetting
from models.ids import new_id
from models.promises.book import check_hours
from models.rows import CHANNELS
from models.sla import read_policy
from sync.server.imports.keys import one_import_at_a_time
from sync.server.imports.reader import Refusal, Unreadable
from sync.server.imports.report import Report
from sync.server.write_path import WritePath
from sync.server.writer import ServerWriter

Row = dict[str, Any]
SECTIONS = {
    "calendars": "calendar",
    "sla_policies": "sla_policy",
    "categories": "category",
    "macros": "macro",
    "rules": "rule",
}

PROMISES = ("calendars", "sla_policies")


def import_settings(store: Store, path: Path, report: Report) -> None:
    """Make the store's settings those of the file. Raises Unreadable for a file that is no TOML."""
    whole = _read(path)
    entries = list(_entries(whole, report))
    write = WritePath(store)
    write.retried(lambda: _keep_all(write, entries, report))


def _read(path: Path) -> Row:
    try:
        return tomllib.loads(path.read_bytes().decode())
    except OSError as error:
        raise Unreadable(f"Can't read {path}: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path} is not valid TOML: {error}.") from error


def _entries(whole: Row, report: Report) -> Iterator[tuple[str, str, Row]]:
    """(section, key, body) of everything that has a known section and a key."""
    for section, content in whole.items():
        if section not in SECTIONS:
            report.refuse(section, f"there is no such section; known are {', '.join(SECTIONS)}")
            continue
        for key, body in _keyed(section, content):
            if key and isinstance(body, dict):
                yield section, key, body
            else:
                report.refuse(f"{section}.{key}", "an entry is a table with a key")


def _keyed(section: str, content: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(content, dict):
        yield from content.items()
        return
    for body in content if isinstance(content, list) else [content]:
        key = body.get("key") or body.get("id") or "" if isinstance(body, dict) else ""
        named = {name: value for name, value in body.items() if name != "key"} if key else body
        yield str(key), named


def _keep_all(write: WritePath, entries: list[tuple[str, str, Row]], report: Report) -> None:
    with write.batch() as writer:
        one_import_at_a_time(writer.store)
        # Also where all is known: tickets may be from before anything was promised.
        writer.owing.everything = any(section in PROMISES for section, _, _ in entries)
        for section, key, body in sorted(entries, key=_order):
            writer.step += 1
            try:
                _keep(writer, section, key, body, report)
            except (Refusal, BadSetting) as refusal:
                report.refuse(f"{section}.{key}", str(refusal))


def _order(entry: tuple[str, str, Row]) -> tuple[int, int]:
    """Calendars before the policies that name them; categories before their children."""
    section, _, body = entry
    return list(SECTIONS).index(section), 1 if body.get("parent") else 0


def _keep(writer: ServerWriter, section: str, key: str, body: Row, report: Report) -> None:
    kind = SECTIONS[section]
    wanted = {"key": key, **COLUMNS[kind](writer, key, body)}
    found = writer.select(kind, key=key)
    if not found:
        writer.insert(kind, {**wanted, "id": new_id(), "scope": "ws"})
        report.added += 1
    elif any(_differ(found[0][name], value) for name, value in wanted.items()):
        writer.update(kind, found[0]["id"], wanted)
        report.changed += 1
    else:
        report.known += 1


def _calendar(writer: ServerWriter, key: str, body: Row) -> Row:
    check_hours(body)
    return {"body": _json(body)}


def _table(body: Row, name: str) -> Row:
    value = body.get(name, {})
    if not isinstance(value, dict):
        raise Refusal(f"{name}: expected a table")
    return value


def _sla_policy(writer: ServerWriter, key: str, body: Row) -> Row:
    calendar = _text(body, "calendar")
    if calendar and not writer.select("calendar", key=calendar):
        raise Refusal(f"calendar: there is no calendar “{calendar}”")
    promised = _without(body, "calendar", "id")
    read_policy(key, calendar, promised)
    return {"calendar": calendar, "body": _json(promised)}


def _category(writer: ServerWriter, key: str, body: Row) -> Row:
    parent = _text(body, "parent")
    found = writer.select("category", key=parent) if parent else []
    if parent and (not found or parent == key):
        raise Refusal(f"parent: there is no category “{parent}”")
    required = body.get("required", [])
    if not isinstance(required, list):
        raise Refusal("required: expected an array")
    read_asked(required)
    wanted = {
        "parent_id": found[0]["id"] if found else None,
        "names": _json(_table(body, "names")),
        "required": _json(required),
        "hint": _text(body, "hint"),
        "position": _number(body, "position"),
        "preferred_channel": _channel(body),
        "ask_screenshot": int(_truth(body, "ask_screenshot")),
    }
    _check_room(writer, key, wanted, parent)
    return wanted


def _channel(body: Row) -> str:
    channel = _text(body, "preferred_channel")
    if channel not in ("", *CHANNELS):
        raise Refusal(f"preferred_channel: expected one of {', '.join(CHANNELS)}")
    return channel


def _check_room(writer: ServerWriter, key: str, wanted: Row, parent: str) -> None:
    """Nobody chooses well among more than nine: what would be the tenth is refused."""
    rows = writer.select("category")
    id = next((row["id"] for row in rows if row["key"] == key), "")
    if not has_room(rows, {**wanted, "id": id}):
        where = f"“{parent}” has" if parent else "the top level has"
        raise Refusal(f"{where} {MOST_CHOICES} categories already; put one below another")


def _macro(writer: ServerWriter, key: str, body: Row) -> Row:
    return {"name": _text(body, "name") or key, "body": _json(_without(body, "name", "id"))}


def _rule(writer: ServerWriter, key: str, body: Row) -> Row:
    rest = _without(body, "position", "id")
    read_rule(key, rest)
    return {"position": _number(body, "position"), "body": _json(rest)}


COLUMNS: dict[str, Callable[[ServerWriter, str, Row], Row]] = {
    "calendar": _calendar,
    "sla_policy": _sla_policy,
    "category": _category,
    "macro": _macro,
    "rule": _rule,
}


def _text(body: Row, name: str) -> str:
    value = body.get(name, "")
    if not isinstance(value, str):
        raise Refusal(f"{name}: expected text")
    return value


def _number(body: Row, name: str) -> int:
    value = body.get(name, 0)
    if not isinstance(value, int):
        raise Refusal(f"{name}: expected a whole number")
    return value


def _truth(body: Row, name: str) -> bool:
    value = body.get(name, False)
    if not isinstance(value, bool):
        raise Refusal(f"{name}: expected true or false")
    return value


def _without(body: Row, *names: str) -> Row:
    return {name: value for name, value in body.items() if name not in names}


def _json(value: Any) -> str:
    """JSON text; dates and times of TOML become text."""
    return json.dumps(value, ensure_ascii=False, default=str)


def _differ(old: Any, new: Any) -> bool:
    """Whether two columns differ; JSON text is compared by what it says."""
    if old == new:
        return False
    try:
        return bool(json.loads(old) != json.loads(new))
    except (TypeError, ValueError):
        return True
