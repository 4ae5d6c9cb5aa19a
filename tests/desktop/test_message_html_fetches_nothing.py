"""Sanitised HTML in a QTextDocument asks for nothing but what travels with the message."""

from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage, QPainter, QTextDocument
from pytestqt.qtbot import QtBot

from models.richtext import sanitize
from tests.corpus.data import data_dir
from tests.corpus.sanitizer import cases

DATA = data_dir()
OWN_SCHEMES = ("", "cid", "data", "deskside-file")  # a blocked picture has no address: ""


class RecordingDocument(QTextDocument):
    """Notes every address that Qt wants, and gives a small picture for each.

    Without a picture Qt would try the address as the name of a file.
    """

    def __init__(self) -> None:
        super().__init__()
        self.wanted: list[QUrl] = []
        self._picture = QImage(8, 8, QImage.Format.Format_ARGB32)
        self._picture.fill(0)

    def loadResource(self, kind: int, url: QUrl | str) -> Any:
        self.wanted.append(QUrl(url))
        return self._picture


def addresses_wanted(html: str) -> list[QUrl]:
    document = RecordingDocument()
    document.setHtml(html)
    document.setTextWidth(400)
    canvas = QImage(400, 300, QImage.Format.Format_ARGB32)
    painter = QPainter(canvas)
    document.drawContents(painter)
    painter.end()
    return document.wanted


@pytest.mark.parametrize("name", ["attacks", "keep"])
def test_sanitised_corpus_asks_for_own_pictures_only(qtbot: QtBot, name: str) -> None:
    foreign = {
        case["id"]: url.toString()
        for case in cases(DATA, name)
        for url in addresses_wanted(sanitize(case["input"]))
        if url.scheme() not in OWN_SCHEMES
    }
    assert foreign == {}


def test_the_recorder_sees_what_raw_html_would_fetch(qtbot: QtBot) -> None:
    """The test above could not fail if Qt asked somewhere else."""
    raw = '<img src="http://track.example/1.png">'
    assert [url.host() for url in addresses_wanted(raw)][:1] == ["track.example"]
    assert {url.toString() for url in addresses_wanted(sanitize(raw))} <= {""}
