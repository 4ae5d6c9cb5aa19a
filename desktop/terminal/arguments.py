"""The command line of ``deskside``. See README.md for its words."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any

KEEP_DAYS = (30, 90, 365)  # models.window, which is not imported for every --help
Add = Callable[[str, str], argparse.ArgumentParser]


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: that is 15 ms of every start."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        from sync.protocol.product import product_version

        print(f"Deskside {product_version()}")
        parser.exit()


def parser() -> argparse.ArgumentParser:
    """Options of the window, and one subcommand for each act without one, and for a call."""
    main = argparse.ArgumentParser(
        prog="deskside", description="The help desk that lives on the desk."
    )
    main.add_argument("--version", action=_Version, nargs=0, help="say the version and leave")
    _profile_options(main, default=None)
    main.add_argument("--demo", action="store_true", help="open the practice desk")
    main.add_argument("--reset", action="store_true", help="with --demo: begin anew")
    main.add_argument("--screenshot", metavar="FILE", help="draw the window into a picture")
    shared = argparse.ArgumentParser(add_help=False)
    _profile_options(shared, default=argparse.SUPPRESS)
    commands = main.add_subparsers(dest="command", metavar="COMMAND")

    def add(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=words, description=words, parents=[shared])

    _add_sync(add)
    _add_readers(add)
    _add_writers(add)
    call = add("call", "Log a call in the window, which is opened if it is not.")
    call.add_argument(
        "caller",
        nargs="?",
        default="",
        metavar="FROM",
        help="a number, an address, a ticket, or deskside://call?from=…",
    )
    return main


def _add_sync(add: Add) -> None:
    sync = add("sync", "Exchange changes with the server.")
    sync.add_argument("--once", action="store_true", help="one round, then leave")
    sync.add_argument(
        "--keep-days",
        type=int,
        choices=(0, *KEEP_DAYS),
        help="from now on leave done tickets that nobody touched for so long on the server; "
        "0: keep all",
    )


def _add_readers(add: Add) -> None:
    listing = add("list", "List tickets on this computer.")
    listing.add_argument("--view", default="all", metavar="KEY")
    listing.add_argument("--search", metavar="TEXT", help="words and filters: vpn priority:high")
    listing.add_argument("--limit", type=_limit, metavar="N")
    show = add("show", "Show one ticket with its conversation.")
    show.add_argument("number", metavar="NUMBER")
    outbox = add("outbox", "List changes that have not settled, or take one back or try it again.")
    outbox.add_argument("--all", action="store_true", help="settled ones too")
    outbox.add_argument("act", nargs="?", choices=("withdraw", "retry"), help="the change MID")
    outbox.add_argument("mid", nargs="?", type=int, metavar="MID")
    for command in (listing, show, outbox):
        _json_option(command)


def _add_writers(add: Add) -> None:
    new = add("new", "Make a ticket.")
    new.add_argument("--subject", required=True)
    new.add_argument("--queue", metavar="NAME")
    new.add_argument("--text", metavar="TEXT")
    _json_option(new)
    note = add("note", "Add an internal note.")
    reply = add("reply", "Reply to the customer.")
    change = add("set", "Change fields of a ticket: field=value …")
    for command in (note, reply, change):
        command.add_argument("number", metavar="NUMBER")
    memo = add("memo", "Write a note of your own, with no ticket.")
    for command in (note, reply, memo):
        command.add_argument("text", metavar="TEXT")
    change.add_argument("fields", nargs="+", metavar="field=value")


def _json_option(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="one JSON value, nothing else")


def _profile_options(target: argparse.ArgumentParser, default: str | None) -> None:
    target.add_argument("--profile", metavar="NAME_OR_DIR", default=default)
    target.add_argument("--server", metavar="URL", default=default)
    target.add_argument("--login", metavar="NAME", default=default)


def _limit(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number
