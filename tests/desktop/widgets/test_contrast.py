"""Colours that a person chose: what is refused, and which colour would do."""

from __future__ import annotations

import pytest

from desktop.theme import DARK, LIGHT
from desktop.widgets.contrast import NEEDED, Aspect, faint, mix, ratio
from desktop.widgets.row_look import look_of
from models.taste import Highlight, Pair
from tests.desktop.test_theme import contrast

WHITE, BLACK = "#ffffff", "#000000"


def test_the_formula_is_the_published_one() -> None:
    for one, other in ((BLACK, WHITE), ("#777777", WHITE), ("#c02b2b", "#1b1f26")):
        assert ratio(one, other) == pytest.approx(contrast(one, other))


@pytest.mark.parametrize(
    ("aspect", "pair", "ground", "theme"),
    [
        ("ink", Pair("#c02b2b", "#f08585"), None, ""),
        ("ink", Pair("#ffcc00", "#f08585"), None, "contrast"),
        ("ink", Pair("#c02b2b", "#c02b2b"), None, "dark"),
        ("ink", Pair("#c02b2b", "#f08585"), Pair("#d04040", "#3d1f21"), "light"),
        ("strip", Pair("#ffcc00", "#e6ab57"), None, "contrast"),
        ("strip", Pair("#808080", "#808080"), None, ""),
        ("strip", Pair("#777777", "#2a3039"), None, "dark"),
        ("ground", Pair("#fdeaea", "#3d1f21"), None, ""),
        ("ground", Pair("#ff9999", "#3d1f21"), None, "light"),
        ("ground", Pair("#fdeaea", "#fdeaea"), None, "dark"),
        ("ground", Pair("#3d1f21", "#3d1f21"), None, "light"),
    ],
)
def test_a_pair_is_refused_where_it_is_too_faint(
    aspect: Aspect, pair: Pair, ground: Pair | None, theme: str
) -> None:
    found = faint(aspect, pair, ground)
    assert (found.theme if found else "") == theme
    if found is not None:
        assert found.ratio < found.needed == NEEDED[aspect]


@pytest.mark.parametrize("colour", ["#ffcc00", "#c0c0c0", "#00ff00", "#808080", "#123456"])
@pytest.mark.parametrize("aspect", ["ground", "ink", "strip"])
def test_the_nearest_colour_passes_in_every_theme_and_is_near(aspect: Aspect, colour: str) -> None:
    pair = Pair(colour, colour)
    for _ in range(2):
        found = faint(aspect, pair)
        if found is None:
            break
        assert found.nearest is not None
        pair = Pair(
            *(found.nearest, pair.dark) if not found.is_dark() else (pair.bright, found.nearest)
        )
    assert faint(aspect, pair) is None


def test_the_nearest_is_no_farther_than_it_has_to_be() -> None:
    found = faint("ink", Pair("#ffcc00", "#ffcc00"))
    assert found is not None
    assert found.nearest is not None
    back = mix("#ffcc00", found.nearest, 0.05)
    assert faint("ink", Pair(back, "#ffcc00")) is not None


def test_no_colour_is_offered_where_none_can_be_read() -> None:
    found = faint("ink", Pair("#808080", "#f08585"), Pair("#6a6a6a", "#3d1f21"))
    assert found is not None
    assert found.nearest is None


def test_ink_of_one_rule_is_left_out_on_the_ground_of_another() -> None:
    ink, ground = Pair("#c02b2b", "#f08585"), Pair("#fdeaea", "#3d1f21")
    assert look_of(Highlight(ink=ink, ground=ground), LIGHT.name).ink == "#c02b2b"
    met = look_of(Highlight(ink=ink, ground=Pair("#c04040", "#3d1f21")), LIGHT.name)
    assert (met.ink, met.ground) == ("", "#c04040")


def test_each_theme_shows_its_own_colour_and_unknown_icons_are_left_out() -> None:
    ground = Pair("#fdeaea", "#3d1f21")
    dark = look_of(Highlight(ground=ground, icon="from-the-future"), DARK.name)
    assert (dark.ground, dark.icon) == ("#3d1f21", "")
    assert look_of(Highlight(icon="bolt"), DARK.name).icon == "bolt"
