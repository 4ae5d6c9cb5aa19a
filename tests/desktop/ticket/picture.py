"""The ticket of the design in a local file: messages, note with screenshot, events, articles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from models import files, indexing, records
from models.perform import mark_for_search
from tests.desktop.work.sample import HOUR, MINUTE, SampleDesk

PERSON, COMPANY = "contact-peter", "company-northwind"
MENTION = '<span class="mention" data-id="agent-maria">@Мария Орлова</span>'
LOG = (
    "<table><tr><th>Time</th><th>Event</th><th>Code</th></tr>"
    "<tr><td>11:21:04</td><td>Tunnel closed by peer</td><td>809</td></tr>"
    "<tr><td>11:31:06</td><td>Tunnel closed by peer</td><td>809</td></tr></table>"
)
ASKED = (
    "<p>Hello, since this morning's update the VPN disconnects about every ten minutes. "
    f"I have a customer call at 13:00, please help. Log below.</p>{LOG}"
)
NOTE = (
    f"<p>{MENTION} the same gateway as #10398. MTU is back to 1500 after the update, see the "
    "screenshot. Written in the server room, no network there.</p>"
)


class TicketDesk(SampleDesk):
    """A desk that also takes rows with a column called ``kind``."""

    def put_row(self, entity: str, row: dict[str, Any]) -> None:
        with self._store.transaction():
            records.put(self._store, entity, records.complete(entity, row))

    def make_searchable(self, article_ids: list[str]) -> None:
        """What the engine does with articles that arrived."""
        with self._store.transaction():
            mark_for_search(self._store, [("article", id) for id in article_ids])
        indexing.index_dirty(self._store)


def add_message(desk: TicketDesk, ticket_id: str, id: str, **row: Any) -> str:
    """A customer's message of five minutes ago unless ``row`` says otherwise."""
    known = {
        "scope": "q:Network",
        "ticket_id": ticket_id,
        "kind": "customer",
        "author_name": "Peter Hale",
        "channel": "email",
        "html": "<p>Hello</p>",
        "at_ms": desk.now_ms - 5 * MINUTE,
    }
    desk.put_row("message", {"id": id, **known, **row})
    return id


def add_event(desk: TicketDesk, ticket_id: str, id: str, what: str, **row: Any) -> None:
    known = {"scope": "q:Network", "ticket_id": ticket_id, "who_name": "Rules", "what": what}
    desk.put("event", id=id, **{**known, **row})


def add_ticket(desk: TicketDesk, folder: Path) -> str:
    """The open ticket of ``docs/pictures/main-light.png``; its screenshot lies in ``folder``."""
    now = desk.now_ms
    desk.put("company", id=COMPANY, name="Northwind", plan="Gold", note="Calls at 13:00 daily.")
    desk.put(
        "contact",
        id=PERSON,
        name="Peter Hale",
        company_id=COMPANY,
        email="peter.hale@northwind.example",
        phone="+44 20 7946 0182",
        title="Head of sales",
    )
    desk.put("category", id="vpn", key="vpn", names='{"en": "VPN"}')
    for tag in ("vpn", "vip", "hardware", "1C"):
        desk.put("tag", id=f"tag-{tag}", name=tag)
    desk.ticket("VPN unstable on gateway 1", number=10398, requester_id=PERSON, status="done")
    desk.ticket(
        "Laptop asks for a password twice",
        number=10212,
        requester_id=PERSON,
        created_at_ms=now - 3 * HOUR,
    )
    ticket_id = desk.ticket(
        "VPN drops every 10 minutes",
        number=10482,
        created_at_ms=now - 44 * MINUTE,
        requester_id=PERSON,
        company_id=COMPANY,
        category_id="vpn",
        priority="high",
        queue_id="Network",
        tags=["vip", "vpn"],
        due_at_ms=now + 14 * MINUTE + 5_000,
        customer_at_ms=now - 44 * MINUTE,
        activity_at_ms=now,
    )
    _add_conversation(desk, ticket_id, folder)
    return ticket_id


def _add_conversation(desk: TicketDesk, ticket_id: str, folder: Path) -> None:
    now = desk.now_ms
    add_message(desk, ticket_id, "m1", author_id=PERSON, html=ASKED, at_ms=now - 44 * MINUTE)
    routed = now - 44 * MINUTE + 1_000
    add_event(desk, ticket_id, "e1", "queue", new="Network", at_ms=routed, why="rule “VPN words”")
    add_event(desk, ticket_id, "e2", "priority", old="normal", new="high", at_ms=routed + 1)
    note = {"kind": "note", "author_id": "agent-alexey", "author_name": "Alexey Novak"}
    at = {"at_ms": now - 21 * MINUTE, "written_at_ms": now - HOUR}
    add_message(desk, ticket_id, "m2", html=NOTE, channel="", **note, **at)
    data = terminal_picture()
    desk.put(
        "message_file",
        id="f1",
        scope="q:Network",
        ticket_id=ticket_id,
        message_id="m2",
        sha256=files.keep(folder, data),
        name="wg0.png",
        media_type="image/png",
        size_bytes=len(data),
        state="complete",
    )
    add_event(
        desk,
        ticket_id,
        "e3",
        "assignee",
        new="Maria Orlova",
        at_ms=now - 9 * MINUTE,
        who_name="Maria Orlova",
    )


def terminal_picture() -> bytes:
    """A small terminal, as a PNG file."""
    image = QImage(640, 260, QImage.Format.Format_RGB32)
    image.fill(QColor("#0d1526"))
    painter = QPainter(image)
    painter.setFont(QFont("Noto Sans Mono", 18))
    painter.setPen(QColor("#9cc8ff"))
    for line, text in enumerate(("$ ip link show wg0", "5: wg0: mtu 1500 state UP")):
        painter.drawText(24, 50 + 40 * line, text)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # PySide's stub lacks QBuffer
    return bytes(buffer.data().data())
