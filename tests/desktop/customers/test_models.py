"""The models of the page keep Qt's contract, empty, full and growing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from desktop.customer_values import fault, kept, shown
from desktop.customers.customer_model import CustomerModel
from desktop.customers.timeline_model import TimelineModel
from desktop.outbox.words import field_words
from models.queries.customer_rows import CustomerRow, TimelineRow
from models.rows import PageKey, TicketRow

ROWS = [CustomerRow("contact", f"c{n}", f"Name {n}", "", "", True) for n in range(5)]
ENTRIES = [TimelineRow(f"e{n}", "note", "", n, "Anna", "x", "t", "1", "VPN") for n in range(3)]
TICKET = TicketRow(
    id="t", number="1", subject="VPN", status="open", waiting_for=None, priority="normal",
    channel="email", queue_id="q", queue_name="Network", requester_name="", company_name="",
    assignee_id=None, assignee_name="", tags=(), due_at_ms=None, wake_at_ms=None,
    activity_at_ms=0, unread=False, unsent=False, key=PageKey(0, "t"),
)  # fmt: skip


def test_the_list_grows_by_pages(qtmodeltester: ModelTester) -> None:
    model = CustomerModel()
    wanted: list[object] = []
    model.page_wanted.connect(wanted.append)
    qtmodeltester.check(model)
    model.show_rows(ROWS[:3], has_more=True)
    qtmodeltester.check(model)
    model.fetchMore(QModelIndex())
    assert wanted == [ROWS[2].key]
    assert not model.canFetchMore(QModelIndex())
    model.append_page(ROWS[2:], has_more=False)
    assert model.rowCount() == 5
    qtmodeltester.check(model)
    model.show_rows([], has_more=False)
    qtmodeltester.check(model)


def test_the_timeline_has_open_tickets_on_top(qtmodeltester: ModelTester) -> None:
    model = TimelineModel()
    wanted: list[object] = []
    model.page_wanted.connect(wanted.append)
    qtmodeltester.check(model)
    assert model.show_items([TICKET], ENTRIES[:2], has_more=True)
    qtmodeltester.check(model)
    shown_words = [model.index(n).data() for n in range(model.rowCount())]
    assert shown_words == ["Open tickets", "VPN", "Timeline", "VPN", "VPN"]
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsSelectable
    model.fetchMore(QModelIndex())
    assert wanted == [ENTRIES[1].key]
    model.append_page(ENTRIES[2:], has_more=False)
    assert model.entries() == 3
    assert not model.show_items([TICKET], ENTRIES, has_more=False)
    qtmodeltester.check(model)


def test_a_conflict_of_a_customer_names_its_field() -> None:
    assert field_words("contract_until") == "contract until"
    assert field_words("unheard_of") == "a field"


@pytest.mark.parametrize("text", ["a@x.example, b@x.example", "", "один@пример.бг"])
def test_lists_go_there_and_back(text: str) -> None:
    assert shown("other_emails", kept("other_emails", text)) == text


@pytest.mark.parametrize(
    ("field", "text", "wrong"),
    [
        ("domains", "northwind.example xn--e1afmkfd.example", False),
        ("domains", "localhost", True),
        ("contract_until", "2027-02-30", True),
        ("contract_until", "2027-02-28", False),
        ("contract_until", "", False),
        ("note", "anything", False),
    ],
)
def test_faults_are_told(field: str, text: str, *, wrong: bool) -> None:
    assert bool(fault(field, text)) == wrong
