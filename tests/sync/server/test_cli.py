"""Setting a desk up from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.clock import wall_ms
from sync.server.__main__ import main
from sync.server.address import CannotServe, parse_address
from sync.server.admin import files_folder, shown
from sync.server.demo import load_demo
from sync.server.sessions import HASHER
from tests.helpers.server_cli import Cli

PASSWORD = "a long password"


def add_anna(cli: Cli, *more: str) -> int:
    arguments = ("user", "add", "Anna", "--name", "Anna Bell", "--role", "admin")
    return cli(*arguments, "--password-stdin", *more, stdin=f"{PASSWORD}\n")


def test_init_on_an_existing_store_is_no_error(cli: Cli) -> None:
    assert cli("init") == 0


def test_every_command_says_that_there_is_no_desk_yet(bare: Cli, tmp_path: Path) -> None:
    file = tmp_path / "t.ndjson"
    file.touch()
    commands = [
        ("queue", "add", "First line"),
        ("queue", "grant", "First line", "anna"),
        ("import", "tickets", str(file)),
        ("export", "--json"),
        ("serve",),
    ]
    for command in commands:
        assert bare(*command) == 5, command
        assert "There is no desk in this store yet" in bare.err
    assert not (tmp_path / "desk.db").exists(), "asking must not make a store"


def test_a_user_can_sign_in_with_the_password_given(cli: Cli) -> None:
    assert add_anna(cli) == 0
    [(login, name, role, hashed)] = cli.rows(
        "SELECT a.login, a.name, a.role, c.password_hash FROM agent a "
        "JOIN credential c ON c.agent_id = a.id"
    )
    assert (login, name, role) == ("anna", "Anna Bell", "admin")
    assert HASHER.verify(str(hashed), PASSWORD)


def test_a_login_is_given_once(cli: Cli) -> None:
    assert add_anna(cli) == 0
    assert add_anna(cli) == 2
    assert "already an agent" in cli.err
    assert cli.count("agent") == 1


def test_an_empty_password_is_refused_and_a_short_one_advised_against(cli: Cli) -> None:
    arguments = ("user", "add", "anna", "--name", "Anna", "--password-stdin")
    assert cli(*arguments, stdin="\n") == 2
    assert cli.count("agent") == 0
    assert cli(*arguments, stdin="short\n") == 0
    assert "8 characters" in cli.err


def test_what_somebody_can_do_and_when_they_are_away_is_set(cli: Cli) -> None:
    added = ("user", "add", "anna", "--name", "Anna", "--password-stdin")
    assert cli(*added, stdin="a long password") == 0
    day = ("--away-until", "2026-12-24")
    assert cli("user", "set", "Anna", "--skills", " 1C,, vpn ", *day) == 0
    assert cli.rows("SELECT skills, absent_until_ms FROM agent") == [("1C, vpn", 1_798_070_400_000)]
    assert cli("user", "set", "anna", "--away-until", "none") == 0
    assert cli.rows("SELECT skills, absent_until_ms FROM agent") == [("1C, vpn", None)]
    assert cli("user", "set", "boris", "--skills", "1c") == 2
    assert "no agent with the login boris" in cli.err


def test_the_report_has_the_share_of_catch_alls_and_everybodys_pile(
    cli: Cli, tmp_path: Path
) -> None:
    with cli.store() as store:
        assert load_demo(store, cli.files, wall_ms())
    assert cli("report", "--json", "--days", "400") == 0
    whole = json.loads(cli.out)
    assert (whole["tickets"], whole["catch_all"]) == (cli.count("ticket"), 0)
    by_name = "SELECT COUNT(*) FROM ticket t JOIN agent a ON a.id = t.assignee_id WHERE a.name = '"
    for agent in whole["agents"]:
        open_ = cli.rows(by_name + agent["name"] + "' AND t.status <> 'done'")
        assert [(agent["open"],)] == open_
        assert sum(agent["by_age"]) == agent["open"]
    assert cli("report") == 0
    assert cli.out.startswith("0 of ")
    assert "Maria Orlova" in cli.out


def test_without_a_terminal_the_password_has_to_be_given(cli: Cli) -> None:
    assert cli("user", "add", "anna", "--name", "Anna") == 2
    assert "--password-stdin" in cli.err


def test_an_unknown_role_is_a_usage_error(cli: Cli) -> None:
    arguments = ("user", "add", "anna", "--name", "Anna", "--role", "owner", "--password-stdin")
    assert cli(*arguments, stdin=PASSWORD) == 2


def test_queues_are_made_once_and_granted_once(cli: Cli) -> None:
    add_anna(cli)
    for _ in range(2):
        assert cli("queue", "add", "First line") == 0
        assert cli("queue", "grant", "first line", "ANNA") == 0
    assert cli.rows("SELECT name FROM queue") == [("First line",)]
    assert cli.count("queue_member") == 1


def test_a_queue_is_revoked_and_granted_again(cli: Cli) -> None:
    add_anna(cli)
    assert cli("queue", "add", "First line") == 0
    members = []
    for act in ("grant", "revoke", "revoke", "grant"):
        assert cli("queue", act, "first line", "ANNA") == 0
        members.append(cli.count("queue_member", "deleted = 0"))
    assert members == [1, 0, 0, 1]


@pytest.mark.parametrize("act", ["grant", "revoke"])
def test_granting_and_revoking_name_what_is_unknown(cli: Cli, act: str) -> None:
    assert cli("queue", act, "Nowhere", "anna") == 2
    assert "login anna" in cli.err
    add_anna(cli)
    assert cli("queue", act, "Nowhere", "anna") == 2
    assert "queue Nowhere" in cli.err


def test_the_store_may_stand_before_the_command(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    assert main(["--store", url, "init"]) == 0
    assert main(["--store", url, "queue", "add", "Inbox"]) == 0
    assert main(["queue", "add", "Inbox", "--store", url]) == 0


def test_without_a_store_the_usage_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["init"])
    assert "--store" in capsys.readouterr().err


def test_what_comes_later_is_not_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main(["--help"])
    words = capsys.readouterr().out.split()
    here = "init serve user queue import export demo check backup restore gc".split()
    assert set(here) <= set(words)
    assert "worker" not in words


def test_a_file_that_is_no_store_is_told_plainly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "letter.db"
    file.write_bytes(b"Dear sirs, this is not a database." * 200)
    assert main(["init", "--store", f"sqlite:///{file}"]) == 5
    assert "can't be used" in capsys.readouterr().err
    assert file.read_bytes().startswith(b"Dear sirs")


def test_a_server_that_is_not_there_is_told_plainly(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "--store", "postgresql://deskside:pw@127.0.0.1:1/desk"]) == 5
    assert "can't be used" in capsys.readouterr().err


def test_addresses() -> None:
    assert parse_address("127.0.0.1:8420").is_loopback
    assert parse_address("[::1]:0").url(81) == "http://[::1]:81"
    assert parse_address("localhost:1").is_loopback
    assert not parse_address("0.0.0.0:80").is_loopback
    for text in ("127.0.0.1", ":80", "127.0.0.1:99999", "host:x"):
        with pytest.raises(CannotServe):
            parse_address(text)


def test_a_password_in_the_address_is_not_shown() -> None:
    assert shown("postgresql://desk:secret@db/x") == "postgresql://desk@db/x"
    assert shown("sqlite:///a@b.db") == "sqlite:///a@b.db"


def test_files_lie_beside_a_sqlite_store() -> None:
    assert files_folder("sqlite:///data/desk.db", None) == Path("data/desk-files")
    assert files_folder("postgresql://h/main?x=1", None).name == "main"
    assert files_folder("sqlite:///desk.db", "elsewhere") == Path("elsewhere")
