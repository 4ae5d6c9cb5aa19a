"""Canonical HTML goes into a document and comes back byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from desktop.editor.document_build import BuildOptions, fill_document
from desktop.editor.document_html import document_html
from models.richtext import sanitize
from tests.desktop.editor.samples import CANONICAL, SHA

words = st.text(alphabet="ab йЁ <&>\"'\u00a0👩\u200d", min_size=1, max_size=12)
parts = st.one_of(
    st.sampled_from(sorted(CANONICAL.values())),
    st.builds("<p>{}</p>".format, words),
    st.builds("<ul><li>{}<ol><li>{}</li></ol></li></ul>".format, words, words),
    st.builds("<blockquote>{}</blockquote>".format, st.sampled_from(sorted(CANONICAL.values()))),
    st.builds("<table><tr><td>{}</td><td>{}</td></tr></table>".format, words, words),
    st.builds("<pre>{}\n{}</pre>".format, words, words),
)


def there_and_back(html: str, *, editable: bool = True) -> str:
    document = QTextDocument()
    fill_document(document, html, BuildOptions(editable))
    return document_html(document)


@pytest.mark.parametrize("name", CANONICAL)
@pytest.mark.parametrize("editable", [True, False])
def test_every_part_comes_back(qtbot: QtBot, name: str, editable: bool) -> None:
    assert sanitize(CANONICAL[name]) == CANONICAL[name]
    assert there_and_back(CANONICAL[name], editable=editable) == CANONICAL[name]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(parts, min_size=1, max_size=5))
def test_any_mixture_comes_back(qtbot: QtBot, pieces: list[str]) -> None:
    html = sanitize("".join(pieces))
    is_blank = html.replace("<p><br></p>", "") == ""
    assert there_and_back(html) == ("" if is_blank else html)


def test_a_document_is_filled_anew(qtbot: QtBot) -> None:
    document = QTextDocument()
    for name in CANONICAL:
        fill_document(document, CANONICAL[name])
        assert document_html(document) == CANONICAL[name]
        assert not document.isUndoAvailable()


def test_sources_of_pictures_come_in_order(qtbot: QtBot) -> None:
    other = f"deskside-file:{SHA[::-1]}"
    html = f'<p><img src="{other}" alt=""> <img src="deskside-file:{SHA}" alt=""></p>'
    assert fill_document(QTextDocument(), html) == [other, f"deskside-file:{SHA}"]


def test_nothing_and_blank_lines_are_stored_as_nothing(qtbot: QtBot) -> None:
    document = QTextDocument()
    assert document_html(document) == ""
    QTextCursor(document).insertText("\n\n")
    assert document_html(document) == ""


def test_plain_typing_makes_paragraphs(qtbot: QtBot) -> None:
    document = QTextDocument()
    fill_document(document, "")
    QTextCursor(document).insertText("Привет\nмир")
    assert document_html(document) == "<p>Привет</p><p>мир</p>"


def test_what_is_hostile_never_leaves_the_document(qtbot: QtBot) -> None:
    document = QTextDocument()
    document.setHtml('<a href="javascript:alert(1)">x</a><img src="http://example.org/1.png">')
    assert "javascript" not in document_html(document)
    assert "example.org" not in document_html(document)
