"""The page of highlights: rules written, refused, listed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.settings.page_taste import TastePage
from desktop.settings.taste_words import PRESETS
from desktop.widgets.contrast import Aspect, faint
from models.filters import Term
from models.taste import TasteRule

RED = PRESETS["ground"]["red"]
ICONS = (("bolt", "lightning"), ("star", "star"))


def page(qtbot: QtBot, *rules: TasteRule) -> TastePage:
    made = TastePage(lambda text: "no such filter" if "x:" in text else "", ICONS, QLabel())
    qtbot.addWidget(made)
    made.show_rules(rules)
    made.show()
    return made


def choose(page: TastePage, aspect: Aspect, bright: str, dark: str) -> None:
    field = page.form.colours[aspect]
    field.choice.setCurrentIndex(field.choice.findData("own"))
    field.choice.activated.emit(field.choice.currentIndex())
    for line, text in ((field.bright, bright), (field.dark, dark)):
        line.setText(text)
        line.textEdited.emit(text)


def test_without_rules_the_page_offers_the_first_one(qtbot: QtBot) -> None:
    taste = page(qtbot)
    assert taste.empty.isVisible()
    assert not taste.form.isVisible()
    taste.empty.action_chosen.emit()
    assert taste.form.isVisible()
    assert not taste.empty.isVisible()
    taste.show_rules([])
    assert taste.empty.isVisible()


def test_a_rule_is_written_and_shown(qtbot: QtBot) -> None:
    taste = page(qtbot)
    taste.empty.action_chosen.emit()
    taste.form.filter.setText("priority:urgent")
    field = taste.form.colours["ground"].choice
    field.setCurrentIndex(field.findData("red"))
    taste.form.icon.setCurrentIndex(taste.form.icon.findData("bolt"))
    with qtbot.waitSignal(taste.rule_saved) as saved:
        taste.form.save.click()
    rule = saved.args[0]
    assert (rule.filter, rule.ground, rule.icon, rule.place) == ("priority:urgent", RED, "bolt", 0)
    taste.show_rules([rule])
    assert taste.list.currentItem().text() == "priority:urgent"
    assert taste.form.rule() == rule


@pytest.mark.parametrize(
    ("text", "ground", "sentence"),
    [
        ("", "red", "Say for which tickets: choose a filter."),
        ("x:y", "red", "no such filter"),
        ("tag:vip", "", "Choose a colour, an icon or a sound."),
    ],
)
def test_what_is_missing_is_said(qtbot: QtBot, text: str, ground: str, sentence: str) -> None:
    taste = page(qtbot)
    taste.empty.action_chosen.emit()
    taste.form.filter.setText(text)
    field = taste.form.colours["ground"].choice
    field.setCurrentIndex(field.findData(ground))
    with qtbot.assertNotEmitted(taste.rule_saved):
        taste.form.save.click()
    assert taste.form.trouble.text() == sentence


def test_a_faint_colour_is_refused_until_the_nearest_is_taken(qtbot: QtBot) -> None:
    taste = page(qtbot, TasteRule(id="r", filter="tag:vip", icon="star"))
    choose(taste, "ink", "#ffcc00", "#f08585")
    said = taste.form.trouble.text()
    assert said.startswith("Subject, high contrast theme: the contrast is 1.2")
    assert "4.5 to 1" in said
    with qtbot.assertNotEmitted(taste.rule_saved):
        taste.form.save.click()
    nearest = taste.form.take.text().removeprefix("Take ")
    assert nearest in said
    taste.form.take.click()
    assert taste.form.trouble.text() == ""
    assert not taste.form.take.isVisible()
    with qtbot.waitSignal(taste.rule_saved) as saved:
        taste.form.save.click()
    ink = saved.args[0].ink
    assert (ink.bright, ink.dark) == (nearest, "#f08585")


def test_what_is_no_colour_is_named(qtbot: QtBot) -> None:
    taste = page(qtbot, TasteRule(id="r", filter="tag:vip", icon="star"))
    choose(taste, "strip", "reddish", "#f08585")
    assert taste.form.trouble.text().startswith("Strip and icon: write a colour")


def test_conditions_are_chosen_and_taken_back(qtbot: QtBot) -> None:
    taste = page(qtbot, TasteRule(id="r", filter="tag:vip", icon="star"))
    taste.form.toggle_term(Term("priority", ("urgent",)))
    assert taste.form.filter.text() == "tag:vip priority:urgent"
    taste.form.toggle_term(Term("tag", ("vip",)))
    assert taste.form.filter.text() == "priority:urgent"


def test_rules_are_moved_and_removed_by_buttons_that_know_the_ends(qtbot: QtBot) -> None:
    rules = [
        TasteRule(id=id, filter=f"tag:{id}", icon="star", place=n) for n, id in enumerate("abc")
    ]
    taste = page(qtbot, *rules)
    assert (taste.up.isEnabled(), taste.down.isEnabled()) == (False, True)
    with qtbot.waitSignal(taste.rule_moved) as moved:
        taste.down.click()
    assert moved.args == ["a", 1]
    taste.show_rules([rules[1], rules[0], rules[2]])
    assert taste.list.currentRow() == 1
    with qtbot.waitSignal(taste.rule_removed) as removed:
        taste.remove.click()
    assert removed.args == [rules[0]]
    taste.show_rules(rules[1:])
    assert taste.list.currentItem().text() == "tag:c"


def test_a_rule_that_was_moved_keeps_its_new_place_and_what_is_being_written(
    qtbot: QtBot,
) -> None:
    rules = [
        TasteRule(id=id, filter=f"tag:{id}", icon="star", place=n) for n, id in enumerate("ab")
    ]
    taste = page(qtbot, *rules)
    taste.form.filter.setText("tag:other")
    taste.show_rules([replace(rules[1], place=0), replace(rules[0], place=1)])
    with qtbot.waitSignal(taste.rule_saved) as saved:
        taste.form.save.click()
    assert (saved.args[0].filter, saved.args[0].place) == ("tag:other", 1)
    taste.show_rules([replace(rules[0], filter="tag:elsewhere", place=1)])
    assert taste.form.filter.text() == "tag:elsewhere"


def test_a_sound_can_be_tried(qtbot: QtBot) -> None:
    taste = page(qtbot, TasteRule(id="r", filter="tag:vip", sound="twice"))
    with qtbot.waitSignal(taste.form.sound_tried) as tried:
        taste.form.hear.click()
    assert tried.args == ["twice"]
    taste.form.sound.setCurrentIndex(0)
    taste.form.sound.activated.emit(0)
    assert not taste.form.hear.isEnabled()


def test_everything_is_reached_by_tab_and_has_a_name(qtbot: QtBot) -> None:
    taste = page(qtbot, TasteRule(id="r", filter="tag:vip", icon="star"))
    choose(taste, "ink", "#c02b2b", "#f08585")
    own = taste.form.colours["ink"]
    wanted: list[QWidget] = [taste.list, taste.new, taste.form.filter, taste.form.more]
    wanted += [own.choice, own.bright, own.dark, taste.form.icon, taste.form.sound, taste.form.save]
    for widget in wanted:
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert widget.accessibleName()
    assert all(isinstance(field, QLineEdit) for field in (own.bright, own.dark))


def test_every_offered_colour_is_seen_in_every_theme_on_every_ground() -> None:
    for aspect, presets in PRESETS.items():
        for pair in presets.values():
            assert faint(aspect, pair) is None
            for ground in PRESETS["ground"].values():
                assert aspect == "ground" or faint(aspect, pair, ground) is None
