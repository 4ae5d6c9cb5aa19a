"""The demo data agrees with itself: references, histories, times, languages, sizes."""

from __future__ import annotations

import gzip
import itertools
import json
import os
import re
import struct
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

from models.classify import read_rule
from models.richtext import sanitize

ROOT = Path(__file__).parents[2]
DEMO = ROOT / "resources" / "demo"
SOURCE = (
    Path(os.environ.get("DESKSIDE_DATA", ROOT.parent / "shared" / "data"))
    / "tickets"
    / "synthetic_en_ru_bg.ndjson.gz"
)
SIGN_IN = {"maria", "alexey", "pavel"}
LANGUAGES = {"en", "ru", "bg"}
MENTION = re.compile(r'<span class="mention" data-id="(\w+)">@([^<]+)</span>')
REAL_DOMAIN = re.compile(r"[\w-]\.(com|net|org|io|ru|bg|eu|uk|de|info|biz|dev)\b", re.IGNORECASE)
HOST = re.compile(r"(?:@|https?://)([\w.-]+\.[\w-]+)")
TICKET_KEYS = set(
    "id subject body body_format language requester company channel queue category priority "
    "status waiting_for wake_min assignee tags created_min due_min first_reply_min solved_min "
    "files messages events read_by".split()
)
Row = dict[str, Any]


@cache
def load(name: str) -> list[Any]:
    data = (DEMO / name).read_bytes()
    text = (gzip.decompress(data) if name.endswith(".gz") else data).decode()
    if name.endswith(".json"):
        rows: list[Any] = json.loads(text)
        return rows
    return [json.loads(line) for line in text.split("\n") if line]


def tickets() -> list[Row]:
    return load("tickets.ndjson.gz")


def ids(name: str, key: str = "id") -> set[str]:
    found = [row[key] for row in load(name)]
    assert len(found) == len(set(found)), f"a {key} comes twice in {name}"
    return set(found)


def queue_members() -> dict[str, set[str]]:
    return {row["name"]: set(row["members"]) for row in load("queues.json")}


def texts_of(ticket: Row) -> list[str]:
    return [ticket["subject"], ticket["body"], *(m["body"] for m in ticket["messages"])]


def files_of(ticket: Row) -> list[str]:
    return [*ticket["files"], *(name for m in ticket["messages"] for name in m["files"])]


def test_the_desk_has_the_promised_size() -> None:
    assert 1000 <= len(tickets()) <= 1100
    assert 1000 <= len(load("people.ndjson")) <= 1100
    assert len(load("agents.json")) == 9
    assert len(load("companies.ndjson")) == 12
    assert {row["login"] for row in load("agents.json") if "password_hint" in row} == SIGN_IN


def test_directory_references_resolve() -> None:
    logins, companies = ids("agents.json", "login"), ids("companies.ndjson")
    domains = {row["id"]: row["domain"] for row in load("companies.ndjson")}
    for queue, members in queue_members().items():
        assert members <= logins, queue
    for person in load("people.ndjson"):
        assert person["company"] in companies
        assert person["email"].partition("@")[2] == domains[person["company"]]
    assert len(ids("people.ndjson", "email")) == len(ids("people.ndjson"))


def test_only_pavel_lacks_a_queue_among_the_three() -> None:
    lacking = {
        (queue, login) for queue, members in queue_members().items() for login in SIGN_IN - members
    }
    assert lacking == {("Access rights", "pavel")}


def test_categories_form_a_tree_of_at_most_nine_on_a_level() -> None:
    keys: set[str] = set()
    children: Counter[str | None] = Counter()
    for row in load("categories.json"):
        assert row["parent"] is None or row["parent"] in keys
        assert set(row["names"]) == LANGUAGES
        assert all(row["names"].values())
        keys.add(row["key"])
        children[row["parent"]] += 1
    assert len(keys) == len(load("categories.json"))
    assert max(children.values()) <= 9


def test_rules_can_be_read_and_name_what_is_there() -> None:
    keys, queues = ids("categories.json", "key"), {row["name"] for row in load("queues.json")}
    for row in load("rules.json"):
        rule, tables = read_rule(row["key"], row["body"])
        assert rule or tables
        assert set(tables.get("catch_all", ())) <= keys
        if rule:
            assert rule.gives.category is None or rule.gives.category in keys
            assert rule.gives.queue is None or rule.gives.queue in queues
            assert set(rule.gives.tags) <= set(load("tags.json"))


def test_ticket_references_resolve() -> None:
    companies = {row["id"]: row["company"] for row in load("people.ndjson")}
    keys, tags, members = ids("categories.json", "key"), set(load("tags.json")), queue_members()
    assert len(ids("tickets.ndjson.gz")) == len(tickets())
    for ticket in tickets():
        assert set(ticket) == TICKET_KEYS
        assert ticket["company"] == companies[ticket["requester"]]
        assert ticket["category"] in keys
        assert set(ticket["tags"]) <= tags
        assert len(ticket["tags"]) == len(set(ticket["tags"]))
        assert ticket["assignee"] is None or ticket["assignee"] in members[ticket["queue"]]
        assert ticket["channel"] in {"email", "phone", "portal", "chat", "telegram"}
        assert ticket["language"] in LANGUAGES
        assert set(ticket["read_by"]) <= SIGN_IN & members[ticket["queue"]]


def test_authors_and_actors_exist() -> None:
    logins, people = ids("agents.json", "login"), ids("people.ndjson")
    for ticket in tickets():
        for message in ticket["messages"]:
            allowed = people if message["kind"] == "customer" else logins
            assert message["author"] in allowed, ticket["id"]
            assert message["body_format"] in {"text", "html"}
            assert message["body"]
        assert {event["who"] for event in ticket["events"]} <= logins | people | {"system"}


def test_pavel_never_worked_in_the_queue_he_cannot_see() -> None:
    for ticket in tickets():
        if ticket["queue"] == "Access rights":
            assert "pavel" not in {m["author"] for m in ticket["messages"]}
            assert "pavel" not in {e["who"] for e in ticket["events"]}


def replay(ticket: Row, what: str, present: object) -> None:
    """Old and new of the events form a chain that ends in the present value."""
    changes = [event for event in ticket["events"] if event["what"] == what]
    for before, after in itertools.pairwise(changes):
        assert before["new"] == after["old"], (ticket["id"], what)
    assert all(event["old"] != event["new"] for event in changes), (ticket["id"], what)
    assert not changes or changes[-1]["new"] == present, (ticket["id"], what)


def test_replayed_events_give_the_present_state() -> None:
    for ticket in tickets():
        for what in ("status", "priority", "queue", "assignee"):
            replay(ticket, what, ticket[what])
        if ticket["due_min"] is not None:
            replay(ticket, "due", ticket["due_min"])
        changed = {e["what"] for e in ticket["events"]}
        assert "status" in changed or ticket["status"] == "new"
        assert "assignee" in changed or ticket["assignee"] is None
        added = [e["new"] for e in ticket["events"] if e["what"] == "tag"]
        assert set(added) <= set(ticket["tags"])


def test_a_history_begins_with_creation_and_keeps_the_order_of_time() -> None:
    for ticket in tickets():
        first, *rest = ticket["events"]
        assert (first["what"], first["min"]) == ("created", ticket["created_min"])
        assert all(event["what"] != "created" for event in rest)
        for rows in (ticket["events"], ticket["messages"]):
            minutes = [row["min"] for row in rows]
            assert minutes == sorted(minutes)
            assert all(ticket["created_min"] <= minute < 0 for minute in minutes), ticket["id"]
    created = [ticket["created_min"] for ticket in tickets()]
    assert created == sorted(created)
    assert -91 * 1440 < created[0] < -80 * 1440


def test_state_fields_fit_the_status() -> None:
    for ticket in tickets():
        status = ticket["status"]
        assert (ticket["waiting_for"] is not None) == (status == "waiting")
        assert (ticket["wake_min"] is not None) == (status == "postponed")
        assert (ticket["solved_min"] is not None) == (status == "done")
        assert (ticket["due_min"] is None) == (status in ("waiting", "postponed"))
        assert ticket["wake_min"] is None or ticket["wake_min"] > 0
        replies = [m["min"] for m in ticket["messages"] if m["kind"] == "reply"]
        assert ticket["first_reply_min"] == min(replies, default=None)


def test_maria_finds_the_picture_of_the_design() -> None:
    mine = [t for t in tickets() if t["assignee"] == "maria" and t["status"] != "done"]
    here = [t for t in mine if t["status"] in ("new", "open", "waiting")]
    due = sorted(t["due_min"] for t in here if t["due_min"] is not None)
    assert len(here) == 12
    assert len(here) - len(due) == 2
    assert sum(minute < 0 for minute in due) == 2
    assert sum(0 <= minute < 60 for minute in due) == 3
    assert sum("maria" not in t["read_by"] for t in here) == 3
    assert [t["wake_min"] for t in mine if t["status"] == "postponed"].count(60) == 1
    assert sum(t["status"] == "postponed" for t in mine) == 4
    assert {t["language"] for t in here} == LANGUAGES


def test_the_whole_desk_is_alive() -> None:
    statuses = Counter(t["status"] for t in tickets())
    assert 0.72 < statuses["done"] / len(tickets()) < 0.80
    live = [t for t in tickets() if t["status"] != "done"]
    assert sum(t["assignee"] is None for t in live) == 8
    assert sum(t["due_min"] is not None and t["due_min"] < 0 for t in live) == 4
    assert {t["waiting_for"] for t in live} == {None, "customer", "vendor", "colleague"}
    assert {t["queue"] for t in live} == set(queue_members())


def test_seventeen_are_done_today_at_any_hour_of_the_demo() -> None:
    solved = [t["solved_min"] for t in tickets() if t["status"] == "done"]
    assert sum(minute > -240 for minute in solved) == 17
    assert not [minute for minute in solved if -1440 <= minute <= -240]


def test_mentions_are_canonical_and_three_call_maria() -> None:
    names = {row["login"]: row["name"] for row in load("agents.json")}
    called: Counter[str] = Counter()
    for ticket in tickets():
        for message in ticket["messages"]:
            found = MENTION.findall(message["body"])
            assert len(found) == message["body"].count("<span")
            assert not found or (message["kind"], message["body_format"]) == ("note", "html")
            for login, name in found:
                assert names[login] == name
                assert login in queue_members()[ticket["queue"]]
                called[login] += 1
    assert called["maria"] == 3
    assert len(called) > 4


def test_the_difficult_texts_of_the_source_are_kept() -> None:
    subjects = [t["subject"] for t in tickets()]
    bodies = [t["body"] for t in tickets()]
    assert subjects.count("") == 69
    assert sum(s.isupper() and s.endswith("!!!") for s in subjects) >= 60
    assert sum(s.startswith("❗️") for s in subjects) == 69
    assert sum("\u200b" in b and "\u00a0" in b for b in bodies) == 69
    assert sum(t["body_format"] == "html" for t in tickets()) >= 69
    assert sum("\n> " in b for b in bodies) >= 60
    assert sum(len(b) > 3000 for b in bodies) == 69


def test_no_year_is_written_into_a_text() -> None:
    for ticket in tickets():
        for text in texts_of(ticket):
            assert not re.search(r"\b20\d\d-\d\d-\d\d\b|\b\d\d\.\d\d\.20\d\d\b", text)
            assert text.count("{{") == len(re.findall(r"\{\{(?:iso|dmy):-?\d+\}\}", text))


def test_articles_are_three_translations_each() -> None:
    groups: dict[str, set[str]] = {}
    keys = ids("categories.json", "key")
    assert len(ids("articles.ndjson")) == 42
    for article in load("articles.ndjson"):
        groups.setdefault(article["group"], set()).add(article["language"])
        words = len(re.sub(r"<[^>]+>", " ", article["body"]).split())
        assert 80 <= words <= 250, article["id"]
        assert article["category"] in keys
        assert article["audience"] in {"agents", "customers"}
        used = set(re.findall(r"<(\w+)", article["body"]))
        assert used <= set("p h2 ol ul li table tr th td code pre b".split()), article["id"]
        for tag in used:
            opened = len(re.findall(rf"<{tag}>", article["body"]))
            assert opened == article["body"].count(f"</{tag}>"), (article["id"], tag)
        assert article["min"] < 0
    assert set(map(frozenset, groups.values())) == {frozenset(LANGUAGES)}


def test_html_written_for_the_demo_is_canonical() -> None:
    written = [row["body"] for row in load("articles.ndjson")]
    written += [note["html"] for note in load("notes.json")]
    written += [body for row in load("templates.json") for body in row["bodies"].values()]
    for ticket in tickets():
        rows = [ticket, *ticket["messages"]] if ticket["id"].startswith("front-") else []
        written += [row["body"] for row in rows if row["body_format"] == "html"]
    assert len(written) > 70
    assert [html for html in written if sanitize(html) != html] == []


def test_templates_speak_three_languages_with_the_same_fields() -> None:
    for template in load("templates.json"):
        assert set(template["names"]) == set(template["bodies"]) == LANGUAGES
        fields = [sorted(re.findall(r"\{[\w.]+\}", b)) for b in template["bodies"].values()]
        assert fields[0] == fields[1] == fields[2]


def test_every_picture_is_used_small_and_readable() -> None:
    used = Counter(name for ticket in tickets() for name in files_of(ticket))
    used.update(name for note in load("notes.json") for name in note["files"])
    paths = {path.name: path for path in (DEMO / "images").iterdir()}
    assert set(used) == set(paths)
    assert len(paths) >= 12
    for path in paths.values():
        data = path.read_bytes()
        width, _, depth, colour_type = struct.unpack(">IIBB", data[16:26])
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        assert len(data) < 40_000
        assert 600 <= width <= 1000, path.name
        assert (depth, colour_type) == (8, 3), path.name


def test_notes_belong_to_maria() -> None:
    assert [note["owner"] for note in load("notes.json")] == ["maria"] * 3
    assert sum("checklist" in note["html"] for note in load("notes.json")) == 1


def test_no_address_can_belong_to_anybody() -> None:
    for path in DEMO.rglob("*"):
        if path.suffix in {".json", ".ndjson", ".gz"}:
            text = json.dumps(load(path.name), ensure_ascii=False)
            assert not REAL_DOMAIN.search(text), path.name
            for host in HOST.findall(text):
                assert host.rstrip(".").endswith((".example", ".test")), (path.name, host)


def test_the_data_stays_small() -> None:
    total = sum(path.stat().st_size for path in DEMO.rglob("*") if path.is_file())
    assert total < 3_000_000


@pytest.mark.skipif(not SOURCE.exists(), reason=f"no source of the demo at {SOURCE}")
def test_the_maker_gives_what_is_kept_here() -> None:
    from build_spec import make_demo
    from build_spec.demo.articles import articles

    companies = make_demo.lines(DEMO / "companies.ndjson")
    rng = Random(make_demo.SEED)
    people, made = make_demo.people_and_tickets(SOURCE, companies, rng)
    assert people == load("people.ndjson")
    assert made == tickets()
    assert articles(rng) == load("articles.ndjson")
