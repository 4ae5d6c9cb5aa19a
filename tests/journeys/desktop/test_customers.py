"""Two people edit and merge the same contact with the cable out; both agree in the end."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from desktop.customers.customers_page import CustomersPage
from desktop.dialogs.conflict_dialog import ConflictDialog
from desktop.widgets.button import Button
from sync.server.writer import ServerWriter
from tests.helpers.desktop import Desktop, SharedDesk, press, type_text
from tests.journeys.desktop.conftest import MakeDesktop, both_stores

CTRL = Qt.KeyboardModifier.ControlModifier


@both_stores
def test_the_same_contact_is_edited_and_merged_on_two_desks(
    shared: SharedDesk, desktop: MakeDesktop, tmp_path: Path
) -> None:
    pete = {"id": "pete", "scope": "ws", "name": "Pete Hale", "email": "pete@home.example"}
    shared.desk.path.run(partial(ServerWriter.insert, kind="contact", row=pete))
    ((peter,),) = shared.sql("SELECT id FROM contact WHERE name = 'Peter Hale'")
    anna, boris = desktop("anna", shared), desktop("boris", shared)
    for one in (anna, boris):
        one.start()
        one.sign_in()
        show(one, peter)
    shared.server.kill()
    for one, phone in ((anna, "111"), (boris, "222")):
        until_offline(one)
        edit(one, "phone", phone)
    edit(anna, "title", "Head of sales")
    boris.close()
    shared.server.start()
    sync(anna)
    boris = desktop("boris", shared)
    boris.start()
    show(boris, peter)
    for one in (boris, anna):
        sync(one)
    for one in (anna, boris):
        until_value(one, "phone", "222")
        until_value(one, "title", "Head of sales")
    look = button(boris, "Look")
    boris.picture(tmp_path, "customer-conflict")
    boris.answer(ConflictDialog, take_theirs, lambda: choose(boris, look))
    for one in (boris, anna):
        sync(one)
    anna.until(lambda: value(anna, "phone") == "111", "the chosen value for the other one")
    merge_offline(shared, anna, boris, peter)


def merge_offline(shared: SharedDesk, anna: Desktop, boris: Desktop, peter: str) -> None:
    """One merges, the other edits what is merged; then the merge is taken back."""
    show(boris, "pete")
    shared.server.kill()
    page(anna)._on_merge_wanted("pete")
    anna.until(page(anna).merging.isVisible, "both side by side")
    page(anna).merging.merge.click()
    anna.until(lambda: value(anna, "email") == "pete@home.example", "the address")
    edit(boris, "nickname", "Petey")
    shared.server.start()
    for one in (anna, boris, anna):
        sync(one)
    for one in (anna, boris):
        until_value(one, "name", "Peter Hale")
        until_value(one, "nickname", "Petey")
        until_named(one, "Peter Hale")
    press(page(anna).list.view, Qt.Key.Key_Z, CTRL)
    until_named(anna, "Pete Hale", "Peter Hale")
    for one in (anna, boris):
        sync(one)
    until_named(boris, "Pete Hale", "Peter Hale")
    assert shared.sql("SELECT merged_into FROM contact WHERE id = 'pete'") == [(None,)]
    assert shared.sql("SELECT email FROM contact WHERE id = ?", peter) == [("",)]


def page(one: Desktop) -> CustomersPage:
    return one.find(CustomersPage)


def show(one: Desktop, id: str) -> None:
    one.window.show_page("customers")
    one.activate()
    with one.qtbot.waitSignal(page(one).customer_shown, check_params_cb=id.__eq__):
        page(one).open_customer("contact", id)


def names(one: Desktop) -> list[str]:
    model = page(one).list.model
    return [str(model.index(n).data()) for n in range(model.rowCount())]


def value(one: Desktop, field: str) -> str:
    return page(one).cards["contact"].form.lines[field].text()


def until_offline(one: Desktop) -> None:
    one.until(lambda: one.status().startswith("Offline since"), "offline")


def until_value(one: Desktop, field: str, text: str) -> None:
    one.until(lambda: value(one, field) == text, f"{field} {text}")


def until_named(one: Desktop, *expected: str) -> None:
    one.until(lambda: names(one) == list(expected), f"listed: {expected}")


def edit(one: Desktop, field: str, text: str) -> None:
    """Type over what stands there and press Enter."""
    line = page(one).cards["contact"].form.lines[field]
    line.setFocus()
    line.selectAll()
    type_text(line, text)
    press(line, Qt.Key.Key_Return)
    kept = f"SELECT 1 FROM contact WHERE {field} = ?"
    one.until(lambda: bool(one.sql(kept, text)), "it is kept here")


def button(one: Desktop, words: str) -> Button:
    def found() -> list[Button]:
        return [each for each in page(one).findChildren(Button) if each.text() == words]

    one.until(lambda: bool(found()), words)
    return found()[0]


def choose(one: Desktop, look: Button) -> None:
    """The card is open as soon as it was read, and ends before this does."""
    look.click()
    one.until(lambda: one.sql("SELECT 1 FROM conflict WHERE state = 'open'") == [], "a choice")


def take_theirs(card: ConflictDialog) -> None:
    (line,) = card.lines
    press(card.focusWidget(), Qt.Key.Key_2)
    press(card.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert line.is_decided()


def sync(one: Desktop) -> None:
    one.activate()
    one.key(Qt.Key.Key_F5)
    one.until_synced()
