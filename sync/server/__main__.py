"""``deskside-server``: the command line of the shared store.

Exit codes: 0 done, 2 usage, 5 the store can't be used or an import refused rows.
"""

from __future__ import annotations

import argparse
import datetime
import getpass
import json
import os
import sys
import zoneinfo
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import peewee

from models.clock import wall_ms
from models.database import Store
from models.errors import DeskError, NotFound, Refused, StoreFull
from sync.server import admin, backups, cleaning, devices, reporting
from sync.server.address import CannotServe, parse_address
from sync.server.check import faults
from sync.server.demo import load_demo
from sync.server.exports import export_json, export_settings
from sync.server.imports.articles import import_articles
from sync.server.imports.people import import_people
from sync.server.imports.reader import Unreadable
from sync.server.imports.report import Report
from sync.server.imports.settings import import_settings
from sync.server.imports.tickets import INBOX, import_tickets
from sync.server.sessions import PASSWORD_LENGTH
from sync.server.write_path import WritePath

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

OK, USAGE, STORE = 0, 2, 5


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    whole = parser()
    options = whole.parse_args(arguments)
    if not options.store:
        whole.error("the following arguments are required: --store URL")
    try:
        return int(options.run(options) or OK)
    except (CannotServe, Refused, NotFound, Unreadable) as error:
        return fail(str(error), USAGE)
    except admin.NotInitialised as error:
        return fail(str(error), STORE)
    except StoreFull as error:
        return fail(f"There is no room left: {error}", STORE)
    except (DeskError, peewee.PeeweeException) as error:
        return fail(f"The store can't be used: {error}", STORE)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return 130


def fail(sentence: str, code: int) -> int:
    """Say it on stderr and give ``code`` back."""
    print(f"deskside-server: {sentence}", file=sys.stderr)
    return code


def parser() -> argparse.ArgumentParser:
    """All commands; ``--store`` and ``--files`` may stand before or after them."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    whole = argparse.ArgumentParser(prog="deskside-server", description="The desk's shared store.")
    for one in (common, whole):
        one.add_argument("--store", metavar="URL", help="sqlite:///desk.db or postgresql://…")
        one.add_argument("--files", metavar="DIR", help="where the bytes of files are kept")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    init = commands.add_parser("init", parents=[common], help="make the store")
    init.set_defaults(run=_init)
    _add_serve(commands, common)
    _add_user(commands, common)
    _add_queue(commands, common)
    _add_device(commands, common)
    _add_import(commands, common)
    _add_export(commands, common)
    _add_demo(commands, common)
    _add_backup(commands, common)
    check = commands.add_parser("check", parents=[common], help="look for broken invariants")
    check.set_defaults(run=_check)
    report = commands.add_parser(
        "report", parents=[common], help="what piles up, and what is vague"
    )
    report.add_argument("--days", type=int, default=30, help="how far back (default: 30)")
    report.add_argument("--json", action="store_true")
    report.set_defaults(run=_report)
    return whole


def _add_backup(commands: Commands, common: argparse.ArgumentParser) -> None:
    backup = commands.add_parser("backup", parents=[common], help="copy a live desk into a folder")
    backup.add_argument("folder", metavar="FOLDER", type=Path, help="must not exist yet")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", parents=[common], help="make the desk of a backup")
    restore.add_argument("folder", metavar="FOLDER", type=Path)
    restore.set_defaults(run=_restore)
    gc = commands.add_parser("gc", parents=[common], help="take away what nobody needs any more")
    gc.set_defaults(run=_gc)


def _add_serve(commands: Commands, common: argparse.ArgumentParser) -> None:
    command = commands.add_parser("serve", parents=[common], help="serve the desk over HTTP")
    command.add_argument("--listen", metavar="HOST:PORT", default="127.0.0.1:8420")
    command.add_argument("--processes", metavar="N", type=int, default=1)
    command.add_argument(
        "--behind-tls",
        action="store_true",
        help="a proxy that speaks TLS stands in front; allows other hosts than loopback",
    )
    command.add_argument(
        "--trusted-proxy",
        metavar="ADDRESS",
        action="append",
        default=[],
        help="with --behind-tls: a proxy elsewhere that may say where a request comes from",
    )
    command.set_defaults(run=_serve)


def _add_user(commands: Commands, common: argparse.ArgumentParser) -> None:
    group = commands.add_parser("user", help="people who can sign in")
    kinds = group.add_subparsers(required=True, metavar="COMMAND")
    change = kinds.add_parser("set", parents=[common], help="what somebody can do, until when away")
    change.add_argument("login", metavar="LOGIN")
    change.add_argument("--skills", metavar="LIST", help="with commas between them")
    change.add_argument("--away-until", metavar="DATE", type=_away, help="a day, or none")
    change.set_defaults(run=_user_set)
    add = kinds.add_parser("add", parents=[common], help="let somebody sign in")
    add.add_argument("login", metavar="LOGIN")
    add.add_argument("--name", required=True)
    add.add_argument("--role", choices=admin.ROLES, default="agent")
    add.add_argument("--email", default="")
    add.add_argument("--title", default="")
    add.add_argument("--password-stdin", action="store_true", help="the first line of stdin")
    add.set_defaults(run=_user_add)


def _add_queue(commands: Commands, common: argparse.ArgumentParser) -> None:
    group = commands.add_parser("queue", help="queues and who works in them")
    kinds = group.add_subparsers(required=True, metavar="COMMAND")
    add = kinds.add_parser("add", parents=[common], help="make a queue")
    add.add_argument("name", metavar="NAME")
    add.set_defaults(run=_queue_add)
    grant = kinds.add_parser("grant", parents=[common], help="let an agent work in a queue")
    revoke = kinds.add_parser("revoke", parents=[common], help="take an agent out of a queue")
    for command, act in ((grant, admin.grant_queue), (revoke, admin.revoke_queue)):
        command.add_argument("queue", metavar="QUEUE")
        command.add_argument("login", metavar="LOGIN")
        command.set_defaults(run=_queue_member, act=act)


def _add_device(commands: Commands, common: argparse.ArgumentParser) -> None:
    group = commands.add_parser("device", help="computers that people signed in from")
    kinds = group.add_subparsers(required=True, metavar="COMMAND")
    listed = kinds.add_parser("list", parents=[common], help="id, person, device, last seen")
    listed.add_argument("login", metavar="LOGIN", nargs="?")
    listed.set_defaults(run=_device_list)
    revoke = kinds.add_parser("revoke", parents=[common], help="sign one out and have it wiped")
    revoke.add_argument("id", metavar="ID")
    revoke.set_defaults(run=_device_revoke)


def _add_import(commands: Commands, common: argparse.ArgumentParser) -> None:
    group = commands.add_parser("import", help="bring in tickets, people, articles, settings")
    kinds = group.add_subparsers(required=True, metavar="WHAT")
    tickets = kinds.add_parser("tickets", parents=[common], help="tickets as NDJSON[.gz]")
    tickets.add_argument("file", metavar="FILE", type=Path)
    tickets.add_argument("--queue", metavar="NAME", default=INBOX, help="made when missing")
    tickets.add_argument(
        "--timezone",
        metavar="ZONE",
        type=_zone,
        default=datetime.UTC,
        help="for times without a zone, e.g. Europe/Sofia (default: UTC)",
    )
    tickets.set_defaults(run=_import_tickets)
    people = kinds.add_parser("people", parents=[common], help="people or companies as NDJSON[.gz]")
    people.add_argument("file", metavar="FILE", type=Path)
    people.set_defaults(run=_import, act=import_people, what="people")
    articles = kinds.add_parser("articles", parents=[common], help="articles")
    articles.add_argument("file", metavar="DIR|FILE", type=Path)
    articles.set_defaults(run=_import, act=import_articles, what="articles")
    settings = kinds.add_parser("settings", parents=[common], help="settings as TOML")
    settings.add_argument("file", metavar="FILE", type=Path)
    settings.set_defaults(run=_import, act=import_settings, what="settings")


def _add_export(commands: Commands, common: argparse.ArgumentParser) -> None:
    command = commands.add_parser("export", parents=[common], help="write everything to stdout")
    which = command.add_mutually_exclusive_group(required=True)
    which.add_argument("--json", action="store_true", help="every row, as NDJSON")
    which.add_argument("what", nargs="?", choices=["settings"], help="the settings, as TOML")
    command.set_defaults(run=_export)


def _add_demo(commands: Commands, common: argparse.ArgumentParser) -> None:
    command = commands.add_parser("demo", parents=[common], help="make a desk with sample data")
    command.set_defaults(run=_demo)


def _away(text: str) -> int:
    """Midnight UTC of a day, in epoch milliseconds; 0 for none."""
    if text == "none":
        return 0
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is no day like 2026-12-24") from error
    moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    return int(moment.timestamp() * 1000)


def _zone(name: str) -> datetime.tzinfo:
    try:
        return datetime.UTC if name.upper() == "UTC" else zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise argparse.ArgumentTypeError(f"there is no time zone “{name}”") from error


def _init(options: argparse.Namespace) -> None:
    Store.open(options.store, "server").close()
    print(f"The store is ready: {admin.shown(options.store)}")


def _serve(options: argparse.Namespace) -> None:
    from sync.server.serve import serve  # the other commands need no web framework

    serve(
        options.store,
        admin.files_folder(options.store, options.files),
        parse_address(options.listen),
        processes=options.processes,
        behind_tls=options.behind_tls,
        trusted_proxies=options.trusted_proxy,
    )


def _backup(options: argparse.Namespace) -> None:
    with _desk(options) as store:
        folder = admin.files_folder(options.store, options.files)
        made = backups.back_up(store, folder, options.folder, _tell)
    rows = sum(part.rows for part in made.tables)
    print(f"{options.folder}: {rows} rows and {len(made.files)} files of epoch {made.epoch}")


def _restore(options: argparse.Namespace) -> None:
    folder = admin.files_folder(options.store, options.files)
    made = backups.restore(options.folder, options.store, folder, _tell)
    print(f"The desk is restored, in epoch {made.epoch + 1}: {admin.shown(options.store)}")


def _gc(options: argparse.Namespace) -> None:
    with _desk(options) as store:
        folder = admin.files_folder(options.store, options.files)
        gone = cleaning.clean(WritePath(store), folder)
    print(f"{gone.rows} rows, {gone.lines} lines, {gone.outcomes} outcomes, {gone.files} files")


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _check(options: argparse.Namespace) -> int:
    found = 0
    with _desk(options) as store:
        for fault in faults(store, admin.files_folder(options.store, options.files)):
            found += 1
            print(fault)
    print(f"{found} faults" if found else "All invariants hold.", file=sys.stderr)
    return STORE if found else OK


def _user_add(options: argparse.Namespace) -> None:
    agent = admin.NewAgent(options.login, options.name, options.role, options.email, options.title)
    with _desk(options) as store:
        password = _password(options.password_stdin)
        admin.add_agent(store, agent, password)
    if len(password) < PASSWORD_LENGTH:
        print(f"This password is short: {PASSWORD_LENGTH} characters are safer.", file=sys.stderr)


def _user_set(options: argparse.Namespace) -> None:
    with _desk(options) as store:
        admin.set_agent(store, options.login, options.skills, options.away_until)


def _report(options: argparse.Namespace) -> None:
    with _desk(options) as store:
        whole = reporting.report(store, options.days, wall_ms())
    print(json.dumps(whole) if options.json else "\n".join(reporting.lines(whole)))


def _desk(options: argparse.Namespace) -> closing[Store]:
    return closing(admin.open_desk(options.store))


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if sys.stdin.isatty():
        return getpass.getpass()
    raise Refused("invalid", "Give the password on standard input with --password-stdin.")


def _queue_add(options: argparse.Namespace) -> None:
    with _desk(options) as store:
        admin.add_queue(store, options.name)


def _queue_member(options: argparse.Namespace) -> None:
    with _desk(options) as store:
        options.act(store, options.queue, options.login)


def _device_list(options: argparse.Namespace) -> None:
    with _desk(options) as store:
        for one in devices.devices(store, options.login):
            seen = datetime.datetime.fromtimestamp(one.seen_at_ms / 1000, datetime.UTC)
            words = f"{seen:%Y-%m-%d %H:%M} UTC" if one.seen_at_ms else "never"
            print("\t".join((one.id, one.login, one.device or "-", words)))


def _device_revoke(options: argparse.Namespace) -> None:
    with _desk(options) as store:
        if not devices.revoke(store, options.id, wall_ms()):
            raise NotFound(f"There is no device {options.id}.")


def _import_tickets(options: argparse.Namespace) -> int:
    report = Report("tickets")
    with _desk(options) as store:
        import_tickets(store, options.file, report, options.queue, options.timezone)
    return _reported(report)


def _import(options: argparse.Namespace) -> int:
    report = Report(options.what)
    with _desk(options) as store:
        options.act(store, options.file, report)
    return _reported(report)


def _reported(report: Report) -> int:
    print(report.summary())
    return STORE if report.refused else OK


def _export(options: argparse.Namespace) -> None:
    with _desk(options) as store:
        if options.json:
            export_json(store, sys.stdout.buffer)
        else:
            sys.stdout.buffer.write(export_settings(store).encode())
    sys.stdout.flush()


def _demo(options: argparse.Namespace) -> None:
    folder = admin.files_folder(options.store, options.files)
    with closing(Store.open(options.store, "server")) as store:
        made = load_demo(store, folder, wall_ms())
    print("The sample desk is ready." if made else "The sample desk is already there.")


if __name__ == "__main__":
    sys.exit(main())
