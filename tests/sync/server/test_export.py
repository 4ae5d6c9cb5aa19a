"""Settings in and out, and everything out."""

from __future__ import annotations

import itertools
import json
import tomllib
from pathlib import Path

import pytest

from sync.protocol.kinds import KINDS
from sync.server import demo
from sync.server.demo import load_demo
from sync.server.rights import may_read_file, rights_of
from tests.helpers.server_cli import Cli

SETTINGS = """
[calendars.office]
timezone = "Europe/Sofia"
note = "Sofia"
[calendars.office.week]
mon = [["09:00", "13:00"], ["14:00", "18:00"]]
sat = []
[calendars.office.holidays]
"2026-03-03" = "Liberation Day"
[calendars.office.special_days]
"2026-03-07" = [["10:00", "24:00"]]

[sla_policies.gold]
calendar = "office"
plan = "gold"
priority = ["high", "urgent"]
first_response = 60
solution = 480
wall_clock = ["solution"]

[categories."network.vpn"]
parent = "network"
[categories.network]
names = { en = "Network", ru = "Сеть" }
required = ["device"]
hint = "Ask for the address."
position = 2
preferred_channel = "phone"
ask_screenshot = true

[[macros]]
id = "spam"
name = "Close as spam"
kind = "macro"
actions = [{ set = "state", to = "closed" }, { add_tags = ["spam"] }]

[rules.welcome]
position = 1
on = "ticket_saved"
all = [{ field = "channel", is = ["email", "phone"] }]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(SETTINGS)
    return path


def test_settings_go_there_and_back(cli: Cli, file: Path) -> None:
    assert cli("import", "settings", file) == 0
    assert cli.out == "settings: 6 added, 0 already here, 0 refused\n"
    assert cli("export", "settings") == 0
    first = cli.out
    out = tomllib.loads(first)
    given = tomllib.loads(SETTINGS)
    for section in ("calendars", "sla_policies", "rules"):
        assert out[section] == given[section]
    assert out["categories"]["network"] == given["categories"]["network"]
    assert out["categories"]["network.vpn"]["parent"] == "network"
    assert out["macros"]["spam"]["actions"] == given["macros"][0]["actions"]
    file.write_text(first)
    assert cli("import", "settings", file) == 0
    assert cli.out == "settings: 0 added, 6 already here, 0 refused\n"
    assert cli("export", "settings") == 0
    assert cli.out == first


def test_what_the_file_says_becomes_so(cli: Cli, file: Path) -> None:
    assert cli("import", "settings", file) == 0
    file.write_text("[rules.welcome]\nposition = 5\n")
    assert cli("import", "settings", file) == 0
    assert cli.out == "settings: 0 added, 1 changed, 0 already here, 0 refused\n"
    assert cli.rows("SELECT position, body FROM rule") == [(5, "{}")]
    assert cli.count("calendar") == 1


BAD = {
    '[calendars.a]\ntimezone = "Mars/Base"': "timezone",
    '[calendars.a]\ntimezone = "UTC"\nweek = { monday = [] }': "week",
    '[calendars.a]\ntimezone = "UTC"\nweek = { mon = [["9", "18:00"]] }': "hours",
    '[calendars.a]\ntimezone = "UTC"\nweek = { mon = [["18:00", "09:00"]] }': "not before",
    '[calendars.a]\ntimezone = "UTC"\nholidays = { easter = "x" }': "no day",
    '[calendars.a]\ntimezone = "UTC"\nholidays = { 2026-02-30 = "x" }': "no day",
    '[sla_policies.a]\ncalendar = "nowhere"': "no calendar",
    "[sla_policies.a]\nfirst_reply = 60": "no such word",
    "[sla_policies.a]\nsolution = 0": "whole minutes",
    '[categories.a]\nparent = "nowhere"': "no category",
    '[categories.a]\nnames = "x"': "expected a table",
    '[categories.a]\npreferred_channel = "pigeon"': "expected one of email, phone",
    '[categories.a]\nask_screenshot = "yes"': "expected true or false",
    "[rules]\na = 1": "a table with a key",
    '[rules.a]\nposition = "first"': "whole number",
    '[rules.a]\nwhen = { colour = "red" }\nthen = { tier = 2 }': "when.colour: there is no such",
    "[rules.a]\ncatch_all = 5": "catch_all: expected text",
    "[colours.a]\nx = 1": "no such section",
}


@pytest.mark.parametrize("text", BAD)
def test_entries_that_can_not_be_are_refused(cli: Cli, file: Path, text: str) -> None:
    file.write_text(f'{text}\n[macros.good]\nname = "Good"\n')
    assert cli("import", "settings", file) == 5
    [line] = cli.err.splitlines()
    assert BAD[text] in line
    assert cli.rows("SELECT key FROM macro") == [("good",)]


def test_a_tenth_category_on_a_level_is_refused(cli: Cli, file: Path) -> None:
    top = '[categories.top]\nnames = { en = "Top" }\n'
    below = "".join(f'[categories.c{n}]\nparent = "top"\n' for n in range(9))
    file.write_text(top + below)
    assert cli("import", "settings", file) == 0
    file.write_text(f'{top}{below}[categories.one_more]\nparent = "top"\n')
    assert cli("import", "settings", file) == 5
    assert "“top” has 9 categories already; put one below another" in cli.err
    assert cli.count("category") == 10


def test_a_file_that_is_no_toml_changes_nothing(cli: Cli, file: Path) -> None:
    file.write_text("[calendars\n")
    assert cli("import", "settings", file) == 2
    assert "not valid TOML" in cli.err


def test_the_sample_desk_goes_out_whole(cli: Cli, tmp_path: Path) -> None:
    with cli.store() as store:
        assert load_demo(store, cli.files, 1_767_258_000_000)
        assert not load_demo(store, cli.files, 1_767_258_000_000)
        head = int(store.sql("SELECT MIN(number) FROM ticket")[0][0])
        counts = {kind: int(store.sql(f'SELECT COUNT(*) FROM "{kind}"')[0][0]) for kind in KINDS}
        shas = [row[0] for row in store.sql("SELECT DISTINCT sha256 FROM message_file")]
        texts = [row[0] for row in store.sql("SELECT html FROM message")]
        orphans = store.sql(
            "SELECT COUNT(*) FROM message WHERE author_id IS NULL "
            "OR ticket_id NOT IN (SELECT id FROM ticket)"
        )
        mentioned = store.sql(
            "SELECT COUNT(*) FROM mention WHERE agent_id NOT IN (SELECT id FROM agent)"
        )
    assert head == demo.FIRST_NUMBER
    assert counts["ticket"] > 1_000
    assert orphans == mentioned == [(0,)]
    assert all((cli.files / sha[:2] / sha).exists() for sha in shas)
    assert shas
    assert not [text for text in texts if "{{" in text]
    assert cli("export", "--json") == 0
    lines = [json.loads(line) for line in cli.out.split("\n") if line]
    assert lines[0]["kind"] == "export"
    exported = {
        kind: len(list(rows))
        for kind, rows in itertools.groupby(lines[1:], key=lambda line: str(line["kind"]))
    }
    assert exported == {kind: count for kind, count in counts.items() if count}
    assert not {"credential", "session"} & exported.keys()
    message = next(line["row"] for line in lines if line["kind"] == "message")
    assert {"id", "ticket_id", "html", "at_ms", "scope", "deleted"} <= message.keys()


def test_numbers_go_on_after_the_sample_desk(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "t.ndjson"
    file.write_text('{"id": "1", "source": "s"}\n')
    assert cli("demo", "--files", cli.files) == 0
    assert cli("import", "tickets", file) == 0
    [(newest,)] = cli.rows("SELECT MAX(number) FROM ticket")
    count = cli.count("ticket")
    assert newest == demo.FIRST_NUMBER + count - 1


def test_pictures_in_sample_notes_can_be_read_by_their_owners(cli: Cli) -> None:
    assert cli("demo", "--files", cli.files) == 0
    with cli.store() as store:
        notes = store.sql("SELECT scope, files FROM personal_note WHERE files <> '[]'")
        for scope, files in notes:
            rights = rights_of(store, scope.removeprefix("u:"))
            assert rights is not None
            assert all(may_read_file(store, rights, file["sha256"]) for file in json.loads(files))
    assert notes
