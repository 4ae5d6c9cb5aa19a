"""Bringing a store's tables up to date with numbered scripts.

Tables that travel, local tables and server tables have a folder and a history each. A SQLite file
with something in it is copied first, beside itself, as ``NAME.before-0002_…``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import peewee
from playhouse.migrations import Runner

from models.errors import StoreTooNew

FOLDER = Path(__file__).parent / "migrations"


def bring_up_to_date(db: peewee.Database, side: str, path: Path | None) -> list[str]:
    """Apply what is missing; the names applied. Raises StoreTooNew for unknown scripts."""
    runners = [_runner(db, "entities"), _runner(db, side)]
    pending = [name for runner in runners for name in _pending(runner)]
    if not pending:
        return []
    if path is not None and any(runner.applied() for runner in runners):
        _copy(db, path.with_name(f"{path.name}.before-{pending[0]}"))
    return [name for runner in runners for name in _up(db, runner)]


def bring_up_to(db: peewee.Database, side: str, seen: Mapping[str, Sequence[str]]) -> None:
    """Make the tables of an older program, which had seen these scripts of each part.

    Raises StoreTooNew when one of them is not known here.
    """
    for part in ("entities", side):
        runner = _runner(db, part)
        unknown = set(seen.get(part, ())) - {script.name for script in runner.migrations()}
        if unknown:
            raise StoreTooNew(f"This was written by a newer Deskside ({max(unknown)}).")
        if seen.get(part):
            runner.up(max(seen[part]))


def is_current(db: peewee.Database, side: str) -> bool:
    """True when every script of this program was applied."""
    return not any(_pending(_runner(db, part)) for part in ("entities", side))


def _runner(db: peewee.Database, part: str) -> Runner:
    return Runner(db, str(FOLDER / part), table_name=f"migration_{part}")


def _pending(runner: Runner) -> list[str]:
    status = runner.status()
    unknown = [m.name for m in status if m.path is None]
    if unknown:
        raise StoreTooNew(
            f"This file was written by a newer Deskside ({unknown[-1]}). "
            "Nothing was changed; please upgrade this program."
        )
    return [m.name for m in status if not m.applied]


def _up(db: peewee.Database, runner: Runner) -> list[str]:
    if isinstance(db, peewee.SqliteDatabase):
        with db.atomic("EXCLUSIVE"):
            return list(runner.up())
    with db.atomic():
        db.execute_sql("SELECT pg_advisory_xact_lock(8420)")
        return list(runner.up())


def _copy(db: peewee.Database, target: Path) -> None:
    target.unlink(missing_ok=True)
    db.execute_sql("VACUUM INTO ?", (str(target),))
