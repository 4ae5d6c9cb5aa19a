"""Colours, fonts, icons and the style sheet they fill."""

import re
from collections.abc import Iterator
from dataclasses import asdict, fields

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import icons
from desktop.theme import (
    CONTRAST,
    DARK,
    LIGHT,
    RESOURCES,
    Theme,
    apply_theme,
    current_theme,
    font,
    load_fonts,
    style_sheet,
    theme_state,
)
from desktop.widgets.tone import Tone, tone_colours

THEMES = (LIGHT, DARK, CONTRAST)
EACH = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
PAINTED_ONLY = {
    "name",
    "avatars",
    "text_on_avatar",
    "neutral_pill",
    "shadow",
    "veil",
    "code_background",
    "good_tint",
}
GROUNDS = (
    "window_background",
    "panel_and_card_background",
    "sidebar_background",
    "internal_note_background",
    "selected_row",
    "hovered_row",
    "code_background",
    "accent_tint",
    "sidebar_hover",
)
SOFT_GROUNDS = ("window_background", "panel_and_card_background", "sidebar_background")


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    apply_theme(qapp, "light")


def rgba(colour: str) -> tuple[float, float, float, float]:
    digits = colour[1:] if len(colour) == 9 else "ff" + colour[1:]
    alpha, red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in range(0, 8, 2))
    return red, green, blue, alpha


def over(colour: str, ground: str) -> str:
    *front, alpha = rgba(colour)
    back = rgba(ground)[:3]
    mixed = [alpha * f + (1 - alpha) * b for f, b in zip(front, back, strict=True)]
    return "#" + "".join(f"{round(part * 255):02x}" for part in mixed)


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in rgba(colour)[:3]
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(words: str, ground: str) -> float:
    light, dark = sorted((luminance(words), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_follows_the_published_formula() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert over("#80000000", "#ffffff") == "#7f7f7f"


@EACH
def test_text_can_be_read_on_every_ground(theme: Theme) -> None:
    for name in GROUNDS:
        ground = getattr(theme, name)
        assert contrast(theme.text, ground) >= 7, name
        assert contrast(theme.secondary_text, ground) >= 4.5, name
    for name in SOFT_GROUNDS:
        assert contrast(theme.section_heading, getattr(theme, name)) >= 4.5, name
    assert contrast(theme.text_on_accent, theme.accent) >= 4.5
    assert contrast(theme.text_on_accent, theme.accent_hover) >= 4.5
    assert contrast(theme.text_on_accent, theme.accent_pressed) >= 4.5


@EACH
@pytest.mark.parametrize("tone", Tone)
def test_words_of_a_pill_can_be_read_on_every_row(theme: Theme, tone: Tone) -> None:
    words, pill = tone_colours(theme, tone)
    for row in (theme.panel_and_card_background, theme.selected_row, theme.hovered_row):
        assert contrast(words, over(pill, row)) >= 4.5


@EACH
def test_tones_can_be_read_without_a_pill(theme: Theme) -> None:
    for tone in (Tone.GOOD, Tone.RISK, Tone.OVERDUE, Tone.ACCENT):
        words = tone_colours(theme, tone)[0]
        for name in ("panel_and_card_background", "sidebar_background", "selected_row"):
            assert contrast(words, getattr(theme, name)) >= 4.5, (tone, name)


@EACH
def test_message_bars_can_be_read(theme: Theme) -> None:
    for ground in (theme.accent_tint, theme.at_risk_tint, theme.overdue_tint):
        assert contrast(theme.text, ground) >= 7


def test_every_word_of_the_high_contrast_theme_stands_out() -> None:
    grounds = [getattr(CONTRAST, name) for name in GROUNDS]
    words = ("text", "secondary_text", "section_heading", "good", "at_risk", "overdue_or_failed")
    for ground in grounds:
        for name in (*words, "accent"):
            assert contrast(getattr(CONTRAST, name), ground) >= 7, (name, ground)
        for name in ("hairline", "control_border", "disabled_text", "internal_note_border"):
            assert contrast(getattr(CONTRAST, name), ground) >= 3, (name, ground)
    for name in ("accent", "accent_hover", "accent_pressed"):
        assert contrast(CONTRAST.text_on_accent, getattr(CONTRAST, name)) >= 7, name
    assert all(contrast(CONTRAST.text_on_avatar, colour) >= 7 for colour in CONTRAST.avatars)


@pytest.mark.parametrize("tone", Tone)
def test_pills_of_the_high_contrast_theme_stand_out(tone: Tone) -> None:
    words, pill = tone_colours(CONTRAST, tone)
    for row in (CONTRAST.panel_and_card_background, CONTRAST.selected_row, CONTRAST.hovered_row):
        assert contrast(words, over(pill, row)) >= 7


def test_initials_can_be_read_on_every_avatar() -> None:
    for theme in THEMES:
        for colour in theme.avatars:
            assert contrast(theme.text_on_avatar, colour) >= 4.5, colour


@EACH
def test_style_sheet_knows_every_mark_and_uses_every_colour(theme: Theme) -> None:
    template = (RESOURCES / "themes" / "app.qss").read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/", "", template, flags=re.DOTALL)
    marks = set(re.findall(r"@(\w+)@", rules))
    names = {field.name for field in fields(Theme)}
    assert marks - {"theme_dir"} <= names
    assert names - marks == PAINTED_ONLY
    assert not re.search(r"#[0-9a-fA-F]{6}", rules), "a colour stands outside the theme"
    assert "@" not in re.sub(r"/\*.*?\*/", "", style_sheet(theme), flags=re.DOTALL)


@EACH
def test_pictures_of_the_style_sheet_exist_in_the_colours_of_their_theme(theme: Theme) -> None:
    pictures = set(re.findall(r'url\("([^"]+)"\)', style_sheet(theme)))
    assert pictures
    allowed = {theme.text, theme.secondary_text, theme.text_on_accent}
    for picture in pictures:
        with open(picture, encoding="utf-8") as file:
            assert set(re.findall(r"#[0-9a-f]{6}", file.read())) <= allowed, picture


def test_colours_are_hex_and_all_themes_name_the_same() -> None:
    assert all(asdict(theme).keys() == asdict(LIGHT).keys() for theme in THEMES)
    for theme in THEMES:
        colours = [value for key, value in asdict(theme).items() if key not in ("name", "avatars")]
        assert all(re.fullmatch(r"#([0-9a-f]{2})?[0-9a-f]{6}", value) for value in colours)


def test_changing_the_theme_tells_and_dresses(app: QApplication, qtbot: QtBot) -> None:
    apply_theme(app, "light")
    with qtbot.waitSignal(theme_state().changed) as told:
        apply_theme(app, "dark")
    assert told.args == [DARK]
    assert current_theme() is DARK
    assert app.palette().color(QPalette.ColorRole.Window).name() == DARK.window_background
    assert DARK.accent in app.styleSheet()


def test_following_the_system_gives_one_of_the_two(app: QApplication) -> None:
    assert apply_theme(app, "system") in (LIGHT, DARK)
    assert theme_state().choice == "system"


def test_our_font_is_used_with_figures_of_equal_width(app: QApplication) -> None:
    apply_theme(app, "light")
    assert load_fonts() == 6
    assert QFontInfo(font()).family() == "Inter"
    assert QFontInfo(font(weight=QFont.Weight.DemiBold)).weight() == QFont.Weight.DemiBold
    metrics = QFontMetrics(font())
    assert len({metrics.horizontalAdvance(figure * 10) for figure in "0123456789"}) == 1
    assert all(metrics.inFontUcs4(ord(letter)) for letter in "ЖщъыёЁ№—…ѝЙAz")


def test_every_icon_draws_in_the_colour_that_was_asked_for(app: QApplication) -> None:
    names = icons.icon_names()
    assert len(names) >= 75
    for name in names:
        image = icons.pixmap(name, "#ff0000", 16).toImage()
        seen = [image.pixelColor(x, y) for x in range(16) for y in range(16)]
        inked = [colour for colour in seen if colour.alpha() > 100]
        assert len(inked) >= 3, name
        assert any(colour.red() > 200 and colour.green() < 60 for colour in inked), name


def test_icon_files_hold_no_colour_of_their_own() -> None:
    for name in icons.icon_names():
        source = (icons.ICON_DIR / f"{name}.svg").read_text(encoding="utf-8")
        assert 'viewBox="0 0 16 16"' in source, name
        assert set(re.findall(r"#[0-9a-f]{6}", source)) <= {"#ffffff"} or name != "logo", name


def test_icons_are_sharp_on_dense_screens_and_shared(app: QApplication) -> None:
    dense = icons.pixmap("inbox", "#000000", 16, 2.0)
    assert (dense.width(), dense.devicePixelRatio()) == (32, 2.0)
    assert icons.pixmap("inbox", "#000000", 16, 2.0) is dense


def test_an_unknown_icon_is_told_at_once(app: QApplication) -> None:
    with pytest.raises(KeyError, match="no-such-icon"):
        icons.icon("no-such-icon", "#000000")
