"""Imports run one way only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.arrows import arrows, arrows_of, fault_of, table_modules

ROOT = Path(__file__).resolve().parent.parent
TABLES = frozenset({"models.ticket"})

FAULTS = {
    "models/ticket.py": [
        "from PySide6.QtCore import QObject",
        "import requests",
        "import desktop.theme",
        "def late():\n    from sync.protocol import codec",
    ],
    "sync/protocol/codec.py": ["import requests", "from models import ids", "import nh3"],
    "sync/engine/push.py": [
        "from sync.server import app",
        "from sync import server",
        "from ..channels.mime import parse",
        "from desktop.work import reader",
        "import PySide6",
    ],
    "sync/server/app.py": ["from sync.engine.push import Push", "from ..engine import push"],
    "desktop/inbox/view.py": [
        "import peewee",
        "from models.ticket import Ticket",
        "from models import ticket",
        "from models.database import Store",
        "from sync.engine import push",
        "from desktop.ticket.header import Header",
        "from desktop.shell.window import Window",
        "from .. import app",
    ],
    "desktop/widgets/avatar.py": ["from desktop.inbox.view import View"],
    "desktop/theme.py": ["from desktop.inbox import view"],
}
RIGHT = {
    "models/ticket.py": ["import peewee", "import json", "from models.fields import Table"],
    "sync/protocol/codec.py": ["import msgspec", "from .schema import Push", "import zlib"],
    "sync/engine/push.py": [
        "import requests",
        "from models.ticket import Ticket",
        "from sync.protocol import codec",
        "from . import retry",
    ],
    "desktop/inbox/view.py": [
        "from models.queries.inbox import page",
        "from models.rows import TicketRow",
        "from desktop.widgets.avatar import Avatar",
        "from desktop.work import reader",
        "from desktop import theme",
        "from .row import Row",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from models.ticket import Ticket",
    ],
    "desktop/app.py": ["from models.database import Store", "from desktop.inbox.view import View"],
}
MODULES = (
    "desktop/inbox/view desktop/ticket/header desktop/shell/window desktop/widgets/avatar "
    "desktop/work/reader desktop/app desktop/theme models/ticket models/ids sync/engine/push "
    "sync/server/app sync/channels/mime sync/protocol/codec"
).split()


def test_no_import_runs_against_the_arrows() -> None:
    tables = table_modules(ROOT)
    found = [(arrow, fault_of(arrow, tables)) for arrow in arrows(ROOT)]
    wrong = [f"{arrow} ({fault})" for arrow, fault in found if fault]
    assert found
    assert not wrong, "\n".join(["imports against the arrows:", *wrong])


def test_the_tables_are_recognised() -> None:
    assert "models.ticket" in table_modules(ROOT)
    assert not {"models.rows", "models.errors", "models.queries"} & table_modules(ROOT)


@pytest.mark.parametrize(("path", "line"), [(p, line) for p in FAULTS for line in FAULTS[p]])
def test_an_import_against_the_arrows_is_found(tmp_path: Path, path: str, line: str) -> None:
    assert any(_faults(tmp_path, path, line))


@pytest.mark.parametrize(("path", "line"), [(p, line) for p in RIGHT for line in RIGHT[p]])
def test_an_import_along_the_arrows_passes(tmp_path: Path, path: str, line: str) -> None:
    assert not any(_faults(tmp_path, path, line))


def _faults(root: Path, path: str, line: str) -> list[str | None]:
    for module in MODULES:
        (root / f"{module}.py").parent.mkdir(parents=True, exist_ok=True)
        (root / f"{module}.py").touch()
    (root / path).write_text(line)
    return [fault_of(arrow, TABLES) for arrow in arrows_of(root / path, root)]
