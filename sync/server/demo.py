"""The sample desk of ``resources/demo``, made as if its newest tickets came in just now.

The form of the files is described in ``resources/demo/README.md``.
"""

from __future__ import annotations

import gzip
import json
from importlib.resources import files as packaged
from pathlib import Path
from typing import Any

import msgspec

from models import files
from models.database import Store
from models.ids import new_id
from models.richtext import sanitize
from sync.server.admin import queue_named
from sync.server.demo_tickets import DemoTickets, Here, Picture, minutes
from sync.server.imports.articles import ArticleLine, article_row, keep_articles
from sync.server.imports.keys import known_keys, one_import_at_a_time
from sync.server.imports.people import DirectoryLine, keep_directory
from sync.server.rights import hold_file
from sync.server.sessions import HASHER, set_password_hash
from sync.server.write_path import WritePath
from sync.server.writer import STREAM, ServerWriter

Row = dict[str, Any]
SOURCE = "demo"
FIRST_NUMBER = 9_448


def load_demo(store: Store, files_folder: Path, now_ms: int) -> bool:
    """Fill a store with the sample desk, all or nothing; False when it is there already.

    Pictures go into ``files_folder``. The three agents who can sign in get the password that
    their ``password_hint`` shows.
    """
    pictures = {
        path.name: _kept(files_folder, path) for path in sorted((_demo() / "images").iterdir())
    }
    hashes = {
        row["login"]: HASHER.hash(row["password_hint"])
        for row in _array("agents.json")
        if "password_hint" in row
    }

    def step(writer: ServerWriter) -> bool:
        one_import_at_a_time(store)
        if store.sql("SELECT 1 FROM source_key WHERE source = ? LIMIT 1", (SOURCE,)):
            return False
        _load(writer, pictures, hashes)
        return True

    return WritePath(store, lambda: now_ms).run(step)


def _load(writer: ServerWriter, pictures: dict[str, Picture], hashes: dict[str, str]) -> None:
    agents = _agents(writer, hashes)
    queues = _queues(writer, agents)
    _people(writer)
    categories = _categories(writer)
    writer.insert_many("tag", [_shared({"name": name}) for name in _array("tags.json")])
    writer.insert_many("view", [_shared(row) for row in _array("views.json")])
    _templates(writer)
    _promises(writer)
    _rules(writer)
    _articles(writer)
    _blobs(writer, pictures)
    here = Here(
        now_ms=writer.now_ms,
        agents=agents,
        agent_names={row["login"]: row["name"] for row in _array("agents.json")},
        queues=queues,
        people=_known(writer, "contact", "people.ndjson"),
        people_names={row["id"]: row["name"] for row in _lines("people.ndjson")},
        companies=_known(writer, "company", "companies.ndjson"),
        categories=categories,
        pictures=pictures,
    )
    _notes(writer, here)
    _start_numbers(writer.store)
    DemoTickets(writer, here, SOURCE).keep(_lines("tickets.ndjson.gz"))


def _agents(writer: ServerWriter, hashes: dict[str, str]) -> dict[str, str]:
    """Login to id."""
    ids: dict[str, str] = {}
    for row in _array("agents.json"):
        about = {name: row[name] for name in ("login", "name", "email", "role", "title")}
        ids[row["login"]] = _insert(writer, "agent", about)
    for login, hashed in hashes.items():
        set_password_hash(writer.store, ids[login], hashed, writer.now_ms)
    return ids


def _queues(writer: ServerWriter, agents: dict[str, str]) -> dict[str, str]:
    """Name to id."""
    ids: dict[str, str] = {}
    for row in _array("queues.json"):
        ids[row["name"]] = queue_named(writer, row["name"], row["icon"])
        for login in row["members"]:
            member = {"queue_id": ids[row["name"]], "agent_id": agents[login]}
            _insert(writer, "queue_member", member)
    return ids


def _people(writer: ServerWriter) -> None:
    for name, more in (("companies.ndjson", {}), ("people.ndjson", {"role": "customer"})):
        rows = [{**row, **more, "source": SOURCE} for row in _lines(name)]
        keep_directory(writer, msgspec.convert(rows, list[DirectoryLine]))


def _categories(writer: ServerWriter) -> dict[str, str]:
    """Key to id; parents come first in the file."""
    ids: dict[str, str] = {}
    for position, row in enumerate(_array("categories.json")):
        names = json.dumps(row["names"], ensure_ascii=False)
        about = {"key": row["key"], "names": names, "required": "[]", "position": position}
        about |= {
            name: row[name] for name in ("preferred_channel", "ask_screenshot") if name in row
        }
        parent_id = ids.get(row["parent"] or "")
        ids[row["key"]] = _insert(writer, "category", {**about, "parent_id": parent_id})
    return ids


def _templates(writer: ServerWriter) -> None:
    for row in _array("templates.json"):
        for language, html in row["bodies"].items():
            about = {"key": row["key"], "name": row["names"][language], "language": language}
            _insert(writer, "template", {**about, "html": sanitize(html)})


def _promises(writer: ServerWriter) -> None:
    settings = json.loads((_demo() / "promises.json").read_bytes())
    for key, hours in settings["calendars"].items():
        _insert(writer, "calendar", {"key": key, "body": json.dumps(hours)})
    for key, body in settings["sla_policies"].items():
        _insert(writer, "sla_policy", {"key": key, "calendar": "office", "body": json.dumps(body)})


def _rules(writer: ServerWriter) -> None:
    for position, row in enumerate(_array("rules.json")):
        body = json.dumps(row["body"], ensure_ascii=False)
        _insert(writer, "rule", {"key": row["key"], "position": position, "body": body})


def _articles(writer: ServerWriter) -> None:
    rows = []
    for row in _lines("articles.ndjson"):
        line = msgspec.convert({**row, "source": SOURCE}, ArticleLine)
        made = article_row(line, minutes(writer.now_ms, row["min"]))
        rows.append({**made, "source_text": None})
    keep_articles(writer, rows)


def _blobs(writer: ServerWriter, pictures: dict[str, Picture]) -> None:
    writer.store.many(
        "INSERT INTO blob (sha256, size_bytes, state, at_ms) VALUES (?, ?, 'complete', ?) "
        "ON CONFLICT (sha256) DO NOTHING",
        [(picture.sha256, picture.size_bytes, writer.now_ms) for picture in pictures.values()],
    )


def _notes(writer: ServerWriter, here: Here) -> None:
    for row in _array("notes.json"):
        at_ms = minutes(writer.now_ms, row["min"])
        named = [here.pictures[name].ref(name) for name in row["files"]]
        note = {
            "id": new_id(),
            "scope": f"u:{here.agents[row['owner']]}",
            "title": row.get("title", ""),
            "html": sanitize(here.dated(row["html"])),
            "files": json.dumps(named),
            "at_ms": at_ms,
            "updated_at_ms": at_ms,
        }
        writer.step += 1
        writer.insert("personal_note", note)
        for file in named:
            hold_file(writer.store, file["sha256"], here.agents[row["owner"]])


def _start_numbers(store: Store) -> None:
    """Let ticket numbers look like those of a desk that has been busy for a while."""
    if store.is_sqlite:
        text = "UPDATE stream_head SET next_number = ? WHERE stream = ? AND next_number < ?"
        store.sql(text, (FIRST_NUMBER, STREAM, FIRST_NUMBER))
        return
    used = store.sql("SELECT last_value FROM ticket_numbers")[0][0]
    if used < FIRST_NUMBER:
        store.sql("SELECT setval('ticket_numbers', ?, false)", (FIRST_NUMBER,))


def _kept(folder: Path, path: Path) -> Picture:
    data = path.read_bytes()
    return Picture(files.keep(folder, data), len(data), files.media_type(data))


def _known(writer: ServerWriter, kind: str, name: str) -> dict[str, str]:
    """Id in the file to id in the store."""
    keys = [(SOURCE, row["id"]) for row in _lines(name)]
    return {id: ent for (_, id), ent in known_keys(writer.store, kind, keys).items()}


def _insert(writer: ServerWriter, kind: str, row: Row) -> str:
    shared = _shared(row)
    writer.insert(kind, shared)
    return str(shared["id"])


def _shared(row: Row) -> Row:
    return {**row, "id": new_id(), "scope": "ws"}


def _demo() -> Path:
    return Path(str(packaged("resources"))) / "demo"


def _array(name: str) -> list[Any]:
    found: list[Any] = json.loads((_demo() / name).read_bytes())
    return found


def _lines(name: str) -> list[Row]:
    """NDJSON; only LF ends a line."""
    data = (_demo() / name).read_bytes()
    text = gzip.decompress(data) if name.endswith(".gz") else data
    return [json.loads(line) for line in text.split(b"\n") if line]
