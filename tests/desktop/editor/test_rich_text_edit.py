"""Writing in the rich text field: what keys, buttons and the clipboard make of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.editor.rich_text_edit import RichTextEdit
from desktop.theme import apply_theme
from models.richtext import sanitize
from tests.desktop.editor.samples import CANONICAL, LINK, MENTION, PERSON, SHA
from tests.desktop.editor.typing import CTRL, SHIFT, compose, press, type_text


@pytest.fixture
def edit(qtbot: QtBot) -> RichTextEdit:
    widget = RichTextEdit("Reply")
    qtbot.addWidget(widget)
    widget.resize(500, 300)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def select_all(edit: RichTextEdit) -> None:
    edit.selectAll()


def test_cyrillic_is_typed_and_composed(edit: RichTextEdit) -> None:
    type_text(edit, "Здравствуйте,\nвсё ")
    compose(edit, "починено")
    assert edit.canonical_html() == "<p>Здравствуйте,</p><p>всё починено</p>"


@pytest.mark.parametrize(("mark", "tag"), [("b", "b"), ("i", "i"), ("u", "u"), ("s", "s")])
def test_marks_go_on_and_off(edit: RichTextEdit, mark: str, tag: str) -> None:
    type_text(edit, "сеть")
    select_all(edit)
    edit.toggle_mark(mark)
    assert edit.has_mark(mark)
    assert edit.canonical_html() == f"<p><{tag}>сеть</{tag}></p>"
    edit.toggle_mark(mark)
    assert edit.canonical_html() == "<p>сеть</p>"


def test_a_mark_set_before_typing_holds(edit: RichTextEdit) -> None:
    edit.toggle_mark("b")
    type_text(edit, "b")
    edit.toggle_mark("b")
    type_text(edit, "a")
    assert edit.canonical_html() == "<p><b>b</b>a</p>"


def test_a_list_goes_on_with_enter_and_ends_with_a_second_one(edit: RichTextEdit) -> None:
    edit.toggle_list("u")
    type_text(edit, "one\ntwo\n\nafter")
    assert edit.canonical_html() == "<ul><li>one</li><li>two</li></ul><p>after</p>"


def test_tab_nests_items_and_shift_tab_brings_them_out(edit: RichTextEdit) -> None:
    edit.toggle_list("o")
    type_text(edit, "a\nb")
    press(edit, Qt.Key.Key_Tab)
    assert edit.canonical_html() == "<ol><li>a<ol><li>b</li></ol></li></ol>"
    press(edit, Qt.Key.Key_Backtab, SHIFT)
    assert edit.canonical_html() == "<ol><li>a</li><li>b</li></ol>"


def test_tab_outside_a_list_leaves_the_field(edit: RichTextEdit) -> None:
    type_text(edit, "a")
    press(edit, Qt.Key.Key_Tab)
    assert edit.canonical_html() == "<p>a</p>"


def test_backspace_at_the_start_of_an_item_takes_it_out(edit: RichTextEdit) -> None:
    edit.set_canonical_html("<ul><li>a</li></ul>")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    press(edit, Qt.Key.Key_Backspace)
    assert edit.canonical_html() == "<p>a</p>"


def test_one_kind_of_list_becomes_another(edit: RichTextEdit) -> None:
    edit.set_canonical_html("<ul><li>a</li><li>b</li></ul>")
    select_all(edit)
    edit.toggle_list("o")
    assert edit.canonical_html() == "<ol><li>a</li><li>b</li></ol>"
    edit.toggle_list("o")
    assert edit.canonical_html() == "<p>a</p><p>b</p>"


def test_a_box_is_ticked_by_key_and_by_click(qtbot: QtBot, edit: RichTextEdit) -> None:
    edit.toggle_list("c")
    type_text(edit, "сделать")
    open_box = '<ul class="checklist"><li class="unchecked">сделать</li></ul>'
    assert edit.canonical_html() == open_box
    qtbot.keyClick(edit, Qt.Key.Key_Period, CTRL)
    assert 'class="checked"' in edit.canonical_html()
    start = edit.cursorRect(QTextCursor(edit.document().firstBlock()))
    spot = QPoint(start.left() - 12, start.center().y())
    qtbot.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert edit.canonical_html() == open_box


def test_a_new_item_after_a_ticked_one_is_not_ticked(edit: RichTextEdit) -> None:
    edit.set_canonical_html('<ul class="checklist"><li class="checked">a</li></ul>')
    type_text(edit, "\nb")
    assert edit.canonical_html().count('class="checked"') == 1


def test_a_quote_surrounds_what_is_selected(edit: RichTextEdit) -> None:
    edit.set_canonical_html("<p>a</p><ul><li>b</li></ul>")
    select_all(edit)
    edit.toggle_quote()
    assert edit.in_quote()
    assert edit.canonical_html() == "<blockquote><p>a</p><ul><li>b</li></ul></blockquote>"
    edit.toggle_quote()
    assert edit.canonical_html() == "<p>a</p><ul><li>b</li></ul>"


def test_lines_become_a_block_of_code_and_back(edit: RichTextEdit) -> None:
    type_text(edit, "a = 1\nb = 2")
    select_all(edit)
    edit.toggle_code()
    assert edit.canonical_html() == "<pre><code>a = 1\nb = 2</code></pre>"
    edit.toggle_code()
    assert edit.canonical_html() == "<p>a = 1</p><p>b = 2</p>"


def test_code_is_left_by_a_second_empty_line(edit: RichTextEdit) -> None:
    edit.toggle_code()
    type_text(edit, "x\ny\n\nafter")
    assert edit.canonical_html() == "<pre><code>x\ny</code></pre><p>after</p>"


def test_a_selected_word_becomes_code_in_its_line(edit: RichTextEdit) -> None:
    edit.set_canonical_html("<p>run ls</p>")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.moveCursor(QTextCursor.MoveOperation.PreviousWord, QTextCursor.MoveMode.KeepAnchor)
    edit.toggle_code()
    assert edit.canonical_html() == "<p>run <code>ls</code></p>"
    edit.toggle_code()
    assert edit.canonical_html() == "<p>run ls</p>"


def test_typing_after_a_link_or_mention_is_outside_it(edit: RichTextEdit) -> None:
    for atom in (LINK, MENTION):
        edit.set_canonical_html(f"<p>{atom}</p>")
        type_text(edit, " x")
        assert edit.canonical_html() == f"<p>{atom} x</p>"
        type_text(edit, "\ny")
        assert edit.canonical_html() == f"<p>{atom} x</p><p>y</p>"


def test_a_link_is_put_in_changed_and_removed(edit: RichTextEdit) -> None:
    edit.put_link("https://example.org/", "wiki")
    assert 'href="https://example.org/"' in edit.canonical_html()
    assert edit.current_link() == "https://example.org/"
    edit.put_link("https://example.org/b", "")
    assert 'href="https://example.org/b"' in edit.canonical_html()
    assert ">wiki</a>" in edit.canonical_html()
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.put_link("", "")
    assert edit.canonical_html() == "<p>wiki</p>"


def test_undo_takes_back_one_step(edit: RichTextEdit) -> None:
    edit.set_canonical_html("<p>a</p><p>b</p>")
    select_all(edit)
    edit.toggle_list("u")
    edit.undo()
    assert edit.canonical_html() == "<p>a</p><p>b</p>"
    edit.redo()
    assert edit.canonical_html() == "<ul><li>a</li><li>b</li></ul>"


def paste(edit: RichTextEdit, **content: object) -> None:
    data = QMimeData()
    if "html" in content:
        data.setHtml(str(content["html"]))
    if "text" in content:
        data.setText(str(content["text"]))
    if "image" in content:
        data.setImageData(content["image"])
    edit.insertFromMimeData(data)


HOSTILE = '<script>x()</script><p onclick="x()">ok <img src="http://example.org/t.png"></p>'


def test_pasted_html_is_sanitised(edit: RichTextEdit) -> None:
    paste(edit, html=HOSTILE, text="ok")
    assert edit.canonical_html() == sanitize(HOSTILE)
    assert "script" not in edit.canonical_html()


@pytest.mark.parametrize("name", [name for name in CANONICAL if CANONICAL[name]])
def test_what_is_copied_is_pasted_alike(edit: RichTextEdit, name: str) -> None:
    edit.set_canonical_html(CANONICAL[name])
    select_all(edit)
    data = edit.createMimeDataFromSelection()
    edit.set_canonical_html("")
    edit.insertFromMimeData(data)
    assert edit.canonical_html() == CANONICAL[name]


def test_a_word_is_pasted_into_a_sentence(edit: RichTextEdit) -> None:
    edit.set_canonical_html("<p>ab</p>")
    edit.moveCursor(QTextCursor.MoveOperation.Left)
    paste(edit, html="<b>X</b>", text="X")
    assert edit.canonical_html() == "<p>a<b>X</b>b</p>"


def test_plain_lines_become_paragraphs_and_code_keeps_lines(edit: RichTextEdit) -> None:
    paste(edit, text="one\n\ntwo <b>")
    assert edit.canonical_html() == "<p>one</p><p>two &lt;b&gt;</p>"
    edit.set_canonical_html("<pre><code>x</code></pre>")
    paste(edit, text="\n  y")
    assert edit.canonical_html() == "<pre><code>x\n  y</code></pre>"


def test_a_picture_and_files_are_handed_on(qtbot: QtBot, edit: RichTextEdit) -> None:
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    with qtbot.waitSignal(edit.image_pasted) as pasted:
        paste(edit, image=image)
    again = QImage.fromData(pasted.args[0])
    assert (again.width(), again.pixelColor(1, 1)) == (4, QColor("red"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/report.pdf")])
    with qtbot.waitSignal(edit.files_dropped) as dropped:
        edit.insertFromMimeData(data)
    assert [path.name for path in dropped.args[0]] == ["report.pdf"]
    assert edit.canonical_html() == ""


def test_pictures_are_asked_for_and_never_fetched(qtbot: QtBot, edit: RichTextEdit) -> None:
    source = f"deskside-file:{SHA}"
    with qtbot.waitSignal(edit.image_wanted) as wanted:
        edit.set_canonical_html(f'<p><img src="{source}" alt="a"></p>')
    assert wanted.args == [source]
    edit.grab()
    edit.give_image(source, QImage(20, 10, QImage.Format.Format_RGB32))
    edit.grab()
    assert edit.canonical_html() == f'<p><img src="{source}" alt="a"></p>'
    assert edit.loadResource(2, QUrl("http://example.org/x.png")).width() == 120


def test_ctrl_enter_sends_and_types_nothing(qtbot: QtBot, edit: RichTextEdit) -> None:
    type_text(edit, "a")
    with qtbot.waitSignal(edit.submitted):
        press(edit, Qt.Key.Key_Return, CTRL)
    with qtbot.waitSignal(edit.submitted_and_done):
        press(edit, Qt.Key.Key_Enter, CTRL | SHIFT)
    assert edit.canonical_html() == "<p>a</p>"


def test_a_change_of_theme_keeps_text_and_place(edit: RichTextEdit) -> None:
    edit.set_canonical_html(CANONICAL["table within text"])
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "dark")
    assert edit.canonical_html() == CANONICAL["table within text"]
    assert edit.textCursor().position() == 0
    apply_theme(app, "light")


def test_the_person_of_a_mention_survives_editing(edit: RichTextEdit) -> None:
    edit.set_canonical_html(f"<p>{MENTION} x</p>")
    type_text(edit, "y")
    assert f'data-id="{PERSON}"' in edit.canonical_html()
