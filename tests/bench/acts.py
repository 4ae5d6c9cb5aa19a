"""From a key or a click to the end of the paint, at 1,000,000 messages, beside bare widgets.

The real window over a copy of the file that ``pages`` uses, on Xvfb where it is there. The limit of
a view is the same SQL by hand and its rows in a bare list, that of a ticket a bare QTextEdit with
the same conversation; a key and the wheel have a bare list beside them.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator
from random import Random

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter

from models import files
from models.clock import clock_at, wall_ms
from models.database import Store
from models.profile import Profile
from models.queries.conversation import conversation
from models.queries.inbox import inbox_page
from models.rows import Clock, MessageRow
from tests.bench.acting_window import FRAME_MS
from tests.bench.children import Child, child
from tests.bench.desk_rows import ME, QUEUES, Row, Size, demo_texts, time_id
from tests.bench.figures import Figure, Samples
from tests.bench.local_file import big_file, insert_sql, values
from tests.bench.pages import SMALL, WHOLE, Listening
from tests.bench.processes import scratch, window_environment
from tests.bench.start import xvfb

VIEWS = ("my_open", "unassigned", f"queue:{QUEUES[0]}", "mentions", "at_risk", f"queue:{QUEUES[1]}")
MANY, QUICK_MANY = 2_000, 100
LONG, LONG_TICKETS = 1_000, 3
RICH, RICH_IMAGES, RICH_TICKETS = 30, 3, 20
EXTRA = 9 << 50  # so that no two rows share an id


def run(quick: bool) -> list[Figure]:
    """Milliseconds; the extra values are p99 and the longest."""
    tickets, messages = SMALL if quick else WHOLE
    now_ms = wall_ms() // 86_400_000 * 86_400_000
    size = Size(tickets, messages, now_ms)
    with scratch() as folder, screen() as on_screen:
        profile = Profile(folder / "profile")
        profile.database.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(big_file(size), profile.database)
        facts = Facts(profile, clock_at(wall_ms()))
        env = window_environment(folder, **on_screen)
        (folder / "facts.json").write_text(json.dumps(facts.bare()), encoding="utf-8")
        words = ("--profile", str(profile.folder))
        with (
            child("tests.bench.acting_window", *words, env=env) as ours,
            child("tests.bench.bare_acts", str(folder / "facts.json"), env=env) as bare,
        ):
            for each in (ours, bare):
                each.fact("ready")
            ours.settle()
            return [*_figures(ours, bare, facts, QUICK_MANY if quick else MANY)]


def _figures(ours: Child, bare: Child, facts: Facts, many: int) -> Iterator[Figure]:
    views = ",".join(f"{view}={first}" for view, first in facts.firsts.items())
    by_hand = "the same SQL by hand, a bare list"
    yield _beside("switch the view", ours, bare, "switch", many, views, by_hand)
    text = "a bare QTextEdit"
    for name, found in facts.tickets.items():
        count = many if name == "a ticket" else many // 10
        yield _beside(f"open {name}", ours, bare, "open", count, ",".join(found), text)
    ours.ask(f"switch 1 {views}")
    ours.fact("act")
    yield _beside("the next row by a key", ours, bare, "down", many // 2, "", "a bare list")
    done = _taken(ours, "done", many // 10)
    yield _figure("Done by a key, row gone", done)
    frames, bare_frames = _taken(ours, "scroll", many), _taken(bare, "scroll", many)
    missed = {"missed frames, %": missed_share(frames), "bare, %": missed_share(bare_frames)}
    yield _figure("a step of the wheel", frames, bare_frames, "a bare list", missed)


def _beside(
    name: str, ours: Child, bare: Child, act: str, count: int, given: str, limit_name: str
) -> Figure:
    """By turns, a tenth at a time."""
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(10):
        taken[0].extend(_taken(ours, act, max(count // 10, 1), given).values)
        taken[1].extend(_taken(bare, act, max(count // 10, 1)).values)
    return _figure(name, Samples(tuple(taken[0])), Samples(tuple(taken[1])), limit_name)


def _figure(
    name: str,
    ours: Samples,
    limit: Samples | None = None,
    limit_name: str = "",
    extra: dict[str, float] | None = None,
) -> Figure:
    shares = {"p99": ours.share(0.99)}
    if limit is not None:
        shares["limit p99"] = limit.share(0.99)
    return Figure(name, "ms", ours, limit, limit_name, extra=shares | (extra or {}))


def _taken(program: Child, act: str, count: int, given: str = "") -> Samples:
    program.ask(f"{act} {count} {given}".strip())
    return Samples(tuple(program.fact("act", act)["ms"]))


def missed_share(frames: Samples) -> float:
    return 100 * sum(one > FRAME_MS for one in frames.values) / len(frames.values)


@contextlib.contextmanager
def screen() -> Iterator[dict[str, str]]:
    """What a window needs to be drawn on a screen of its own, or offscreen."""
    if not shutil.which("Xvfb"):
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    with xvfb() as display:
        yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}


class Facts:
    """What is in the file: the first ticket of each view, tickets to open, and extra ones."""

    def __init__(self, profile: Profile, clock: Clock) -> None:
        self._profile, self._clock = profile, clock
        store = Listening(Store.open(profile.database, "local"))
        plain = [row.id for row in inbox_page(store, "all", ME, clock, limit=300)]
        with store.transaction():
            long = [_ticket(store, profile, n, LONG, 0) for n in range(LONG_TICKETS)]
            rich = [_ticket(store, profile, 50 + n, RICH, RICH_IMAGES) for n in range(RICH_TICKETS)]
        self.tickets = {
            "a ticket": plain,
            f"one of {RICH} messages, {RICH_IMAGES} images": rich,
            f"one of {LONG:,} messages": long,
        }
        self.firsts: dict[str, str] = {}
        self._asked: list[list[tuple[str, tuple[object, ...]]]] = []
        for view in VIEWS:
            store.heard.clear()
            self.firsts[view] = inbox_page(store, view, ME, clock)[0].id
            self._asked.append(list(store.heard))
        self._texts = [_text(store, ticket) for ticket in plain[:50]]
        store.sql("PRAGMA wal_checkpoint(TRUNCATE)")
        store.close()

    def bare(self) -> dict[str, object]:
        """For the bare windows."""
        return {
            "file": os.fspath(self._profile.database),
            "views": self._asked,
            "texts": self._texts,
        }


def _text(store: Store, ticket_id: str) -> str:
    items = conversation(store, ticket_id, limit=100)
    return "<hr>".join(item.html for item in items if isinstance(item, MessageRow))


def _ticket(store: Store, profile: Profile, number: int, messages: int, images: int) -> str:
    """A ticket of its own with so many messages, the last of them with a picture each."""
    bodies = demo_texts().bodies
    template = store.sql("SELECT scope, queue_id, requester_id FROM ticket LIMIT 1")[0]
    now_ms = wall_ms()
    ticket_id = time_id(now_ms - number, EXTRA + number)
    shared: Row = {"scope": template[0], "ticket_id": ticket_id}
    row = {"id": ticket_id, "scope": template[0], "queue_id": template[1], "status": "open"}
    times = {"created_at_ms": now_ms, "activity_at_ms": now_ms, "requester_id": template[2]}
    _put(
        store,
        "ticket",
        {**row, **times, "subject": f"Extra {number}", "number": 9_000_000 + number},
    )
    for n in range(messages):
        html = bodies[(number + n) % len(bodies)]
        if n >= messages - images:
            html += f'<p><img src="deskside-file:{_picture(profile, number, n)}" alt=""></p>'
        message = {"id": time_id(now_ms - messages + n, EXTRA + number * 2_000 + n), "html": html}
        written = {"kind": "note", "author_name": "Agent 1", "at_ms": now_ms - messages + n}
        _put(store, "message", {**shared, **message, **written})
    return ticket_id


def _put(store: Store, kind: str, row: Row) -> None:
    store.sql(insert_sql(kind), values(kind, row))


def _picture(profile: Profile, ticket: int, message: int) -> str:
    """A screenshot-like picture of 1280 x 720, different each time."""
    dice = Random(ticket * 100 + message)
    image = QImage(1280, 720, QImage.Format.Format_RGB32)
    image.fill(QColor(250, 250, 250))
    painter = QPainter(image)
    for _ in range(300):
        color = QColor(*(dice.randrange(256) for _ in range(3)))
        painter.fillRect(dice.randrange(1200), dice.randrange(700), 70, 14, color)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return files.keep(profile.files, bytes(buffer.data().data()))
