"""Every word of the program is there in Russian and Bulgarian, whole and with its placeholders."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from build_spec.translations import FOLDER, Phrase, compile_words, phrases, phrases_in
from desktop.code_words import _SENTENCES, words_for_code
from desktop.editor.file_words import size_words
from desktop.errors import words_for
from desktop.moments import moment_words
from desktop.shell.sync_words import sync_words
from models.errors import Refused
from sync.protocol.link import State
from tests.desktop.languages import speaking
from tests.desktop.whole_desk import shown_words, whole_desk
from tests.desktop.work.sample import DAY, NOON

ROOT = Path(__file__).resolve().parents[2]
PLACEHOLDER = re.compile(r"%L?n|%\d|\{\w*\}")
ENDS = (".", "?", "…", ":")
SAME_EVERYWHERE = {"Telegram", "Ctrl+Enter", "Ctrl+Shift+Enter", "Ctrl K", "Ctrl Z", "%1: %2"}
PLURAL_FORMS = {"en": 2, "ru": 3, "bg": 2}
both = pytest.mark.parametrize("language", ["ru", "bg"])
Key = tuple[str, str, str]


class Entry(NamedTuple):
    """One phrase of a .ts file; ``forms`` are its plural forms, or the one translation."""

    numerus: bool
    finished: bool
    forms: list[str]


def entries(language: str) -> dict[Key, Entry]:
    """What stands in a .ts file, by context, English words and comment."""
    tree = ElementTree.parse(FOLDER / f"deskside_{language}.ts")
    return {
        (context.findtext("name", ""), *_source(message)): _entry(message)
        for context in tree.iter("context")
        for message in context.iter("message")
    }


def _source(message: ElementTree.Element) -> tuple[str, str]:
    return message.findtext("source", ""), message.findtext("comment", "")


def _entry(message: ElementTree.Element) -> Entry:
    translation = message.find("translation")
    assert translation is not None
    forms = [form.text or "" for form in translation.iter("numerusform")]
    finished = translation.get("type") is None
    return Entry(message.get("numerus") == "yes", finished, forms or [translation.text or ""])


def keys(found: list[Phrase]) -> set[Key]:
    return {(phrase.context, phrase.text or "", phrase.comment) for phrase in found}


def test_every_call_names_its_context_and_literal_words() -> None:
    unclear = [phrase for phrase in phrases() if not phrase.text or not phrase.context]
    assert unclear == []


@both
def test_every_phrase_has_a_finished_translation(language: str) -> None:
    known = entries(language)
    assert set(known) == keys(phrases()), "call ./dev words and translate what is new"
    assert [key for key, entry in known.items() if not entry.finished or "" in entry.forms] == []


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_numbers_have_all_plural_forms(language: str) -> None:
    counted = keys([phrase for phrase in phrases() if phrase.numerus])
    known = entries(language)
    assert {key for key, entry in known.items() if entry.numerus} == counted
    lengths = {len(entry.forms) for entry in known.values() if entry.numerus}
    assert lengths == {PLURAL_FORMS[language]}


def test_english_file_holds_plurals_alone() -> None:
    assert all(entry.numerus and entry.finished for entry in entries("en").values())


def test_words_with_a_number_are_asked_for_with_one() -> None:
    assert [phrase for phrase in phrases() if "%n" in str(phrase.text) and not phrase.numerus] == []


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_placeholders_agree(language: str) -> None:
    for (_, source, _), entry in entries(language).items():
        for form in entry.forms:
            assert Counter(PLACEHOLDER.findall(form)) == Counter(PLACEHOLDER.findall(source)), form


@both
def test_accelerators_and_ends_of_sentences_agree(language: str) -> None:
    for (_, source, _), entry in entries(language).items():
        for form in entry.forms:
            assert form.count("&") == source.count("&"), form
            assert form.strip() == form
            assert [form.endswith(end) for end in ENDS] == [source.endswith(end) for end in ENDS], (
                form
            )


@both
def test_nothing_is_left_in_english(language: str) -> None:
    same = {key[1] for key, entry in entries(language).items() if entry.forms == [key[1]]}
    assert same <= SAME_EVERYWHERE


def test_bulgarian_has_no_russian_letters() -> None:
    words = " ".join(form for entry in entries("bg").values() for form in entry.forms)
    assert set("ыэёЫЭЁ") & set(words) == set()


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
def test_compiled_words_are_those_of_the_ts_file(language: str, tmp_path: Path) -> None:
    compile_words(FOLDER / f"deskside_{language}.ts", tmp_path)
    name = f"deskside_{language}.qm"
    assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), "call ./dev words"


def test_phrases_are_found_in_every_form(tmp_path: Path) -> None:
    module = tmp_path / "words.py"
    module.write_text(
        "LATER = QT_TRANSLATE_NOOP('Later', 'held')\n"
        "def _tr(text, n=-1):\n"
        "    return QCoreApplication.translate('Module', text, '', n)\n"
        "def say(n):\n"
        "    tr = QCoreApplication.translate\n"
        "    return _tr('%n things', n), _tr('plain'), tr('Alias', 'two ' 'parts', 'verb')\n"
        "class Box(QWidget):\n"
        "    def words(self, n):\n"
        "        return self.tr('%n files', '', n), self.tr(f'made {n}')\n",
        encoding="utf-8",
    )
    assert [phrase[:4] for phrase in phrases_in(module)] == [
        ("Later", "held", "", False),
        ("Module", "%n things", "", True),
        ("Module", "plain", "", False),
        ("Alias", "two parts", "verb", False),
        ("Box", "%n files", "", True),
        ("Box", None, "", False),
    ]


@pytest.mark.parametrize(
    ("language", "count", "expected"),
    [
        ("en", 1, "1 change on the way"),
        ("en", 3, "3 changes on the way"),
        ("ru", 1, "1 изменение в пути"),
        ("ru", 3, "3 изменения в пути"),
        ("ru", 11, "11 изменений в пути"),
        ("ru", 21, "21 изменение в пути"),
        ("bg", 1, "1 промяна е на път"),
        ("bg", 3, "3 промени са на път"),
    ],
)
def test_numbers_choose_their_form(
    qapp: QApplication, language: str, count: int, expected: str
) -> None:
    with speaking(qapp, language):
        words = sync_words(State(state="syncing", waiting=count), NOON)
    assert words.sentence.endswith(expected)


@pytest.mark.parametrize(
    ("language", "due", "size"),
    [("en", "23 Nov", "2.3 MB"), ("ru", "23 нояб.", "2,3 МБ"), ("bg", "23 ное", "2,3 МБ")],
)
def test_dates_and_numbers_follow_the_language(
    qapp: QApplication, language: str, due: str, size: str
) -> None:
    with speaking(qapp, language):
        assert moment_words(NOON + 8 * DAY, NOON).endswith(due.split()[1])
        assert QLocale().toString(QDate(2026, 11, 23), "d MMM") == due
        assert size_words(2_300_000) == size


@pytest.mark.parametrize(
    ("language", "close"), [("en", "Close"), ("ru", "Закрыть"), ("bg", "Затваряне")]
)
def test_words_of_the_toolkit_are_translated_too(
    qtbot: QtBot, qapp: QApplication, language: str, close: str
) -> None:
    with speaking(qapp, language):
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        qtbot.addWidget(box)
        assert box.buttons()[0].text().replace("&", "") == close


@pytest.mark.parametrize(
    ("language", "title", "here"),
    [
        ("ru", "Мои открытые", "25 заявок на этом компьютере"),
        ("bg", "Моите отворени", "25 заявки на този компютър"),
    ],
)
def test_window_speaks_the_chosen_language(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, language: str, title: str, here: str
) -> None:
    with speaking(qapp, language), whole_desk(qtbot, tmp_path, language) as desk:
        words = shown_words(desk.window)
        assert title in words
        assert here in words


def test_refusals_are_said_in_the_language_of_the_window(qapp: QApplication) -> None:
    nothing = Refused("invalid", "There is nothing to send yet.")
    taken = Refused("taken", "Alexey took this ticket first.")
    with speaking(qapp, "ru"):
        assert words_for(nothing) == "Отправлять пока нечего."
        assert words_for(taken) == "Кто-то успел раньше."
        assert words_for_code("new_code", "Something new.") == "Something new."
    with speaking(qapp, "en"):
        assert words_for(taken) == "Alexey took this ticket first."


def test_sentences_to_look_up_are_still_said_below() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8")
        for package in ("models", "sync")
        for path in (ROOT / package).rglob("*.py")
    )
    assert [sentence for sentence in _SENTENCES if f'"{sentence}"' not in sources] == []
