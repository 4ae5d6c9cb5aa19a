"""One ticket opened over a real local file: what is shown, done, written and kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.editor.rich_text_edit import png_bytes
from desktop.ticket.article_card import ArticleCard
from desktop.ticket.promise_card import PromiseCard
from desktop.ticket.ticket_link import TicketLink
from desktop.widgets.fact_edit import FactEdit
from desktop.widgets.icon_button import IconButton
from desktop.widgets.marked_label import MarkedLabel
from desktop.widgets.pill import Pill
from desktop.widgets.property_chip import PropertyChip
from desktop.widgets.tag_chip import TagChip
from models.commands import SetTicket, Tags, Take, Transfer
from models.database import Store
from models.queries.notes import draft
from tests.desktop.editor.typing import CTRL, SHIFT, press, type_text
from tests.desktop.ticket.conftest import OpenPane
from tests.desktop.ticket.picture import add_event, add_message
from tests.desktop.work.sample import MINUTE


def button(opened: OpenPane, words: str) -> QPushButton:
    found = [each for each in opened.pane.findChildren(QPushButton) if each.text() == words]
    assert found, words
    return found[0]


def chips(opened: OpenPane) -> dict[str, str]:
    return {
        chip.accessibleName().split(":")[0]: chip.value()
        for chip in opened.pane.findChildren(PropertyChip)
        if chip.isVisibleTo(opened.pane)
    }


def menu_words(opened: OpenPane, name: str) -> dict[str, object]:
    chip = next(
        chip
        for chip in opened.pane.findChildren(PropertyChip)
        if chip.accessibleName().startswith(name)
    )
    assert chip._menu is not None
    chip._menu.aboutToShow.emit()
    return {action.text(): action for action in chip._menu.actions()}


def saved_draft(opened: OpenPane, kind: str) -> str | None:
    assert opened.writer.flush()
    store = Store.open(opened.desk.database, "local", migrate=False)
    found = draft(store, opened.ticket_id, kind)
    store.close()
    return found.html if found else None


def test_the_head_says_what_the_ticket_is(opened: OpenPane) -> None:
    opened.show()
    assert chips(opened) == {
        "Status": "In work",
        "Priority": "High",
        "Queue": "Network",
        "Category": "VPN",
        "Assignee": "Maria Orlova",
    }
    tags = [chip.text() for chip in opened.pane.findChildren(TagChip)]
    assert sorted(tags) == ["vip", "vpn"]
    assert not button(opened, "Take").isVisible()
    assert not button(opened, "Reopen").isVisible()


def test_done_and_reopen_are_commands(opened: OpenPane) -> None:
    opened.show()
    button(opened, "Done").click()
    opened.until(lambda: opened.ticket()["status"] == "done")
    opened.until(lambda: button(opened, "Reopen").isVisible())
    assert not button(opened, "Done").isVisible()
    button(opened, "Reopen").click()
    opened.until(lambda: opened.ticket()["status"] == "open")


def test_a_free_ticket_is_taken(opened: OpenPane) -> None:
    opened.desk.change(opened.ticket_id, assignee_id=None)
    opened.show()
    button(opened, "Take").click()
    opened.until(lambda: opened.ticket()["assignee_id"] == opened.desk.me.id)
    assert isinstance(opened.asked[0], Take)
    opened.until(lambda: not button(opened, "Take").isVisible())


def test_a_colleagues_ticket_is_taken_over(opened: OpenPane) -> None:
    opened.desk.change(opened.ticket_id, assignee_id="agent-alexey")
    opened.show()
    button(opened, "Take").click()
    opened.until(lambda: opened.ticket()["assignee_id"] == opened.desk.me.id)


def test_properties_are_chosen_from_menus(opened: OpenPane) -> None:
    opened.show()
    opened.until(lambda: "Workplaces" in menu_words(opened, "Queue"))
    for name, words in (("Priority", "Urgent"), ("Status", "waiting for vendor")):
        menu_words(opened, name)[words].trigger()  # type: ignore[attr-defined]
    opened.until(lambda: opened.ticket()["waiting_for"] == "vendor")
    assert opened.ticket()["priority"] == "urgent"
    menu_words(opened, "Queue")["Workplaces"].trigger()  # type: ignore[attr-defined]
    opened.until(lambda: opened.ticket()["queue_id"] == "Workplaces")
    assert [type(command) for command in opened.asked] == [SetTicket, SetTicket, Transfer]


def test_tags_are_added_and_removed(opened: OpenPane) -> None:
    opened.show()
    field = opened.pane._header_bar._properties._tag_field
    field.open()
    field._field.setText("север, vip2")
    press(field._field, Qt.Key.Key_Return)
    opened.until(lambda: "север" in opened.ticket()["tags"])
    chip = next(chip for chip in opened.pane.findChildren(TagChip) if chip.text() == "vpn")
    press(chip, Qt.Key.Key_Delete)
    opened.until(lambda: "vpn" not in opened.ticket()["tags"])
    assert opened.asked == [
        Tags(id=opened.ticket_id, add=("север", "vip2"), uid=opened.asked[0].uid),
        Tags(id=opened.ticket_id, remove=("vpn",), uid=opened.asked[1].uid),
    ]


def test_the_subject_is_changed_in_place(opened: OpenPane) -> None:
    opened.show()
    line = opened.pane._header_bar._subject
    line.edit()
    press(line._field, Qt.Key.Key_Escape)
    assert not line.is_editing()
    line.edit()
    line._field.setText("VPN падает")
    press(line._field, Qt.Key.Key_Return)
    opened.until(lambda: opened.ticket()["subject"] == "VPN падает")


def test_a_note_is_added_shown_and_its_draft_gone(opened: OpenPane) -> None:
    opened.show()
    opened.pane.write("note")
    editor = opened.pane._composer.editor("note")
    type_text(editor, "MTU теперь 1420")
    opened.until(lambda: saved_draft(opened, "note") == "<p>MTU теперь 1420</p>")
    opened.until(opened.pane._composer._send_row.is_saved)
    with opened.qtbot.waitSignal(opened.pane.acted):
        press(editor, Qt.Key.Key_Return, CTRL)
    model = opened.pane._conversation._model
    opened.until(lambda: "MTU теперь 1420" in str(model.index(model.rowCount() - 1).data()))
    assert "internal note" in str(model.index(model.rowCount() - 1).data())
    assert "waits on this computer" in str(model.index(model.rowCount() - 1).data())
    assert saved_draft(opened, "note") is None
    assert opened.asked == []


def test_a_reply_says_that_it_is_kept_here(opened: OpenPane) -> None:
    opened.show()
    editor = opened.pane._composer.editor("reply")
    type_text(editor, "Готово")
    press(editor, Qt.Key.Key_Return, CTRL | SHIFT)
    opened.until(lambda: opened.ticket()["status"] == "done")
    model = opened.pane._conversation._model

    def words() -> str:
        return " / ".join(str(model.index(row).data()) for row in range(model.rowCount()))

    opened.until(lambda: "kept here: no mail channel is set up" in words())


def test_drafts_come_back_with_the_ticket(opened: OpenPane) -> None:
    opened.show()
    type_text(opened.pane._composer.editor("reply"), "начато")
    opened.pane.save_now()
    assert saved_draft(opened, "reply") == "<p>начато</p>"
    other = opened.desk.ticket("Другой", number=777)
    opened.show(other)
    assert opened.pane._composer.editor("reply").is_blank()
    opened.show()
    assert opened.pane._composer.editor("reply").canonical_html() == "<p>начато</p>"


def all_told(told: list[str], times: int) -> bool:
    return len(told) == times


def test_a_draft_more_or_fewer_is_told_once(opened: OpenPane, qtbot: QtBot) -> None:
    told: list[str] = []
    opened.pane.drafts_changed.connect(told.append)
    opened.show()
    reply = opened.pane._composer.editor("reply")
    for typed, times in (("a", 1), ("b", 1), ("", 2)):
        type_text(reply, typed) if typed else reply.clear()
        opened.pane.save_now()
        assert opened.writer.flush()
        qtbot.waitUntil(partial(all_told, told, times))


def test_escape_gives_the_keyboard_back(opened: OpenPane, qtbot: QtBot) -> None:
    opened.show()
    opened.pane.write("note")
    with qtbot.waitSignal(opened.pane.left):
        press(opened.pane._composer.editor("note"), Qt.Key.Key_Escape)


def test_a_pasted_picture_goes_with_the_note(opened: OpenPane) -> None:
    opened.show()
    image = QImage(12, 8, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    data = png_bytes(image)
    editor = opened.pane._composer.editor("note")
    opened.pane.write("note")
    editor.image_pasted.emit(data)
    opened.until(lambda: bool(opened.pane._composer._attachments._chips))
    type_text(editor, "see")
    with opened.qtbot.waitSignal(opened.pane.acted):
        press(editor, Qt.Key.Key_Return, CTRL)
    query = "SELECT media_type, size_bytes, state FROM message_file WHERE id <> 'f1'"
    assert opened.desk._store.sql(query) == [("image/png", len(data), "complete")]


def paste_picture(opened: OpenPane) -> None:
    image = QImage(12, 8, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    opened.pane._composer.editor("note").image_pasted.emit(png_bytes(image))
    opened.until(lambda: bool(chip_names(opened)))


def chip_names(opened: OpenPane) -> list[str]:
    return [chip.accessibleName() for chip in opened.pane._composer._attachments._chips]


def test_files_of_a_draft_come_back_after_a_kill(opened: OpenPane, tmp_path: Path) -> None:
    told: list[str] = []
    opened.pane.drafts_changed.connect(told.append)
    opened.show()
    opened.pane.write("note")
    paste_picture(opened)
    opened.until(lambda: told == [opened.ticket_id])
    (name,) = chip_names(opened)
    opened.begin_anew(tmp_path / "files")
    opened.show()
    composer = opened.pane._composer
    assert (composer.kind(), chip_names(opened)) == ("note", [name])
    opened.until(lambda: composer._attachments._chips[0]._picture is not None)
    press(composer._attachments._chips[0], Qt.Key.Key_Delete)
    opened.begin_anew(tmp_path / "files")
    opened.show()
    assert chip_names(opened) == []
    assert saved_draft(opened, "note") is None


def test_files_that_were_sent_do_not_come_back(opened: OpenPane, tmp_path: Path) -> None:
    opened.show()
    opened.pane.write("note")
    paste_picture(opened)
    with opened.qtbot.waitSignal(opened.pane.acted):
        press(opened.pane._composer.editor("note"), Qt.Key.Key_Return, CTRL)
    opened.begin_anew(tmp_path / "files")
    opened.show()
    assert chip_names(opened) == []
    assert saved_draft(opened, "note") is None


def test_a_change_from_elsewhere_is_shown(opened: OpenPane) -> None:
    opened.show()
    rows = opened.pane._conversation._model.rowCount()
    add_message(opened.desk, opened.ticket_id, "m9", html="<p>news</p>", at_ms=opened.desk.now_ms)
    opened.pane.refresh(frozenset({"ticket-1"}))
    opened.pane.refresh(frozenset({opened.ticket_id}))
    opened.until(lambda: opened.pane._conversation._model.rowCount() == rows + 1)
    opened.desk.change(opened.ticket_id, priority="low")
    opened.pane.refresh(None)
    opened.until(lambda: chips(opened)["Priority"] == "Low")


def test_a_ticket_that_went_away_is_said_so(opened: OpenPane) -> None:
    opened.show()
    opened.desk.change(opened.ticket_id, deleted=1)
    opened.pane.refresh(None)
    opened.until(lambda: opened.pane.header() is None)
    assert opened.pane._nothing.isVisible()
    assert "not here" in opened.pane._nothing.accessibleName()


def test_an_unread_ticket_counts_as_read_after_a_moment(opened: OpenPane) -> None:
    opened.show()
    query = "SELECT read_at_ms FROM read_state WHERE ticket_id = ?"
    opened.until(lambda: bool(opened.desk._store.sql(query, (opened.ticket_id,))))
    assert opened.desk._store.sql(query, (opened.ticket_id,)) == [(opened.desk.now_ms,)]


def test_the_side_panel_tells_what_was_promised(opened: OpenPane) -> None:
    """Maria answered after 23 minutes; since eleven the customer is waited for."""
    desk = opened.desk
    desk.put("sla_policy", id="p", key="vpn", body='{"name": "VPN", "first_response": 30}')
    id = desk.ticket("Slow", created_at_ms=desk.now_ms - 90 * MINUTE, status="waiting")
    answered_at_ms, since_ms = desk.now_ms - 67 * MINUTE, desk.now_ms - 60 * MINUTE
    add_message(desk, id, "answer", kind="reply", delivery="kept", at_ms=answered_at_ms)
    add_event(desk, id, "waits", "status", old="open", new="waiting", at_ms=since_ms)
    opened.show(id)
    side = opened.pane._side.customer
    opened.until(lambda: len(side.findChildren(PromiseCard)) == 1)
    card = side.findChildren(PromiseCard)[0]
    words = [label.text() for label in card.findChildren(QLabel)]
    assert "VPN" in words
    assert [said for said in words if said.startswith("paused since")]
    pills = [pill.accessibleName() for pill in card.findChildren(Pill)]
    assert pills == ["First answer, 30 min: took 23 min"]


def test_the_side_panel_knows_customer_and_history(opened: OpenPane) -> None:
    opened.show()
    side = opened.pane._side
    opened.until(lambda: len(side.customer.findChildren(TicketLink)) == 2)
    words = " ".join(label.text() for label in side.customer.findChildren(QLabel))
    words += " ".join(edit.text() for edit in side.customer.findChildren(FactEdit))
    for part in ("peter.hale@northwind.example", "+44 20 7946 0182", "Calls at 13:00 daily."):
        assert part in words
    with opened.qtbot.waitSignal(opened.pane.ticket_opened) as chosen:
        side.customer.findChildren(TicketLink)[0].click()
    assert chosen.args[0] in ("ticket-10398", "ticket-10212")
    model = side.history._model
    opened.until(lambda: model.rowCount() == 3)
    assert "Priority: Normal → High" in str(model.index(1).data())


def test_the_customer_is_edited_beside_the_ticket_and_opened_whole(opened: OpenPane) -> None:
    contact_id = opened.desk.value("SELECT requester_id FROM ticket WHERE number = 10482")
    opened.desk.put("asset", id="laptop", name="Laptop", serial="X1", contact_id=contact_id)
    opened.show()
    customer = opened.pane._side.customer
    opened.until(lambda: bool(customer.findChildren(FactEdit)))
    assert "Laptop · X1" in [label.text() for label in customer.findChildren(QLabel)]
    by_name = {edit.accessibleName(): edit for edit in customer.findChildren(FactEdit)}
    by_name["E-mail"].setText("nobody")
    press(by_name["E-mail"], Qt.Key.Key_Return)
    assert opened.told == ["“nobody” is no e-mail address."]
    by_name["Title"].setText("CEO")
    press(by_name["Title"], Qt.Key.Key_Return)
    assert [command.kind for command in opened.asked] == ["put"]
    opened.until(lambda: (opened.desk.row("contact", contact_id) or {})["title"] == "CEO")
    opener = next(
        each for each in customer.findChildren(IconButton) if "contact" in each.accessibleName()
    )
    with opened.qtbot.waitSignal(opened.pane.customer_wanted) as wanted:
        opener.click()
    assert wanted.args == ["contact", contact_id]


def test_an_article_is_found_read_and_put_into_the_reply(opened: OpenPane) -> None:
    text = "<p>Check the tunnel MTU.</p>"
    row = {"title": "VPN drops every 10 minutes after an update", "html": text}
    opened.desk.put("article", id="a1", language="en", scope="kb", **row)
    opened.desk.make_searchable(["a1"])
    opened.show()
    knowledge = opened.pane._side.knowledge
    opened.until(lambda: len(knowledge.findChildren(ArticleCard)) == 1)
    press(knowledge.findChildren(ArticleCard)[0], Qt.Key.Key_Return)
    opened.until(lambda: "tunnel MTU" in knowledge._reader.toPlainText())
    knowledge._insert.click()
    editor = opened.pane._composer.editor("reply")
    opened.until(lambda: editor.canonical_html() == text)


def test_articles_say_how_well_they_fit_and_are_reached_by_keys(opened: OpenPane) -> None:
    for id, title in (("a1", "Reconnect VPN"), ("a2", "VPN drops <b>every</b> 10 minutes")):
        html = "<p>Check the MTU of the VPN.</p>"
        opened.desk.put("article", id=id, language="en", scope="kb", title=title, html=html)
    opened.desk.make_searchable(["a1", "a2"])
    opened.show()
    side = opened.pane._side
    side._tabs.setCurrentIndex(1)
    knowledge = side.knowledge
    opened.until(lambda: len(knowledge._cards) > 0)
    type_text(knowledge._search, "vpn drops ")

    def marked() -> list[list[str]]:
        return [card.findChildren(MarkedLabel)[0].marked() for card in knowledge._cards]

    opened.until(lambda: marked() == [["VPN", "drops"]])
    (card,) = knowledge._cards
    shown = card.findChildren(MarkedLabel)[0]
    assert shown.plain() == "VPN drops <b>every</b> 10 minutes"
    assert card.accessibleName().endswith(", 100 %")
    press(knowledge._search, Qt.Key.Key_Down)
    assert card.hasFocus()
    press(card, Qt.Key.Key_Up)
    assert knowledge._search.hasFocus()
    press(knowledge._search, Qt.Key.Key_Down)
    press(card, Qt.Key.Key_Return)
    opened.until(knowledge._reader.hasFocus)
    press(knowledge._reader, Qt.Key.Key_Escape)
    assert card.hasFocus()
    press(card, Qt.Key.Key_Return, CTRL)
    editor = opened.pane._composer.editor("reply")
    opened.until(lambda: "Check the MTU" in editor.canonical_html())


def test_a_narrow_pane_leaves_its_room_to_the_conversation(opened: OpenPane) -> None:
    opened.show()
    opened.pane.resize(690, 700)
    assert not opened.pane._side.isVisible()
    opened.pane.resize(900, 700)
    assert opened.pane._side.isVisible()


def test_f6_goes_round_the_parts(opened: OpenPane) -> None:
    opened.show()
    pane = opened.pane
    pane.activateWindow()
    pane._conversation.take_focus()
    opened.until(pane._conversation.hasFocus)
    pane.focus_next_part()
    assert pane._composer.editor("reply").hasFocus()
    pane.focus_next_part()
    assert pane._side._tabs.hasFocus()
    pane.focus_next_part()
    assert pane._conversation.hasFocus()


def test_a_refused_reply_comes_back_with_a_word(opened: OpenPane) -> None:
    opened.show()
    editor = opened.pane._composer.editor("reply")
    type_text(editor, "слишком поздно")
    opened.desk.change(opened.ticket_id, deleted=1)
    press(editor, Qt.Key.Key_Return, CTRL)
    opened.until(lambda: bool(opened.told))
    assert "no longer there" in opened.told[0]
    assert editor.canonical_html() == "<p>слишком поздно</p>"


def test_every_control_has_a_name(opened: OpenPane) -> None:
    opened.show()
    for each in opened.pane.findChildren(QPushButton):
        if each.isVisible():
            assert each.accessibleName(), each
