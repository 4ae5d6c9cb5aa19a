"""How the desktop looks: colours, sizes, type, and how they reach Qt.

``app.py`` calls ``load_fonts`` and ``apply_theme`` once at start; settings call ``apply_theme``
again. Everything that paints asks ``current_theme()`` in its paint handler, so it follows a
change by itself; what keeps coloured icons listens to ``theme_state().changed``.
"""

import re
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.comfort import Density, comfort, growth, scaled

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
ThemeChoice = Literal["light", "dark", "contrast", "system"]

FAMILIES = ["Inter", "Segoe UI", "Noto Sans"]
CODE_FAMILIES = ["Cascadia Mono", "Consolas", "Noto Sans Mono", "DejaVu Sans Mono", "monospace"]
BODY_PX, SMALL_PX, TINY_PX, TITLE_PX = 13, 12, 11, 17

PANE_PADDING_PX = 16
ROW_PADDING_PX = (9, 12)
CONTROL_GAP_PX = 6
CARD_GAP_PX = 10

CONTROL_HEIGHT_PX = 28
SMALL_CONTROL_HEIGHT_PX = 24
CHIP_HEIGHT_PX = 22
PILL_HEIGHT_PX = 18
NAV_ROW_HEIGHT_PX = 28
PANE_HEADER_HEIGHT_PX = 44
SIDEBAR_WIDTH_PX = 212
LIST_WIDTH_PX = 372
SIDE_PANEL_WIDTH_PX = 300
SMALL_AVATAR_PX, AVATAR_PX = 20, 28

_HOLDS_A_LINE_PX = 17
CONTROL_RADIUS_PX, CARD_RADIUS_PX, PILL_RADIUS_PX = 6, 8, 9


@dataclass(frozen=True)
class Theme:
    """One set of colour names, ``#rrggbb`` each; ``#aarrggbb`` where it says see-through.

    The same names are the placeholders of ``resources/themes/app.qss``.
    """

    name: Literal["light", "dark", "contrast"]
    window_background: str
    panel_and_card_background: str
    sidebar_background: str
    hairline: str
    control_border: str
    text: str
    secondary_text: str
    section_heading: str
    accent: str
    accent_tint: str
    text_on_accent: str
    good: str
    good_tint: str
    at_risk: str
    at_risk_tint: str
    overdue_or_failed: str
    overdue_tint: str
    overdue_frame: str
    """Quieter than the words: it lies around much, and pill and icon say it too."""
    internal_note_background: str
    internal_note_border: str
    selected_row: str
    hovered_row: str
    code_background: str
    accent_hover: str
    accent_pressed: str
    pressed: str
    sidebar_hover: str
    disabled_text: str
    disabled_background: str
    scroll_handle: str
    scroll_handle_hover: str
    neutral_pill: str
    """See-through, so that a pill shows on white, on a hovered and on a selected row alike."""
    shadow: str
    """See-through; painted several times around what floats."""
    veil: str
    """See-through; lies over the window below the command palette."""
    text_on_avatar: str
    avatars: tuple[str, ...]


_AVATARS = (
    "#3b6fd4",
    "#7564cc",
    "#28805f",
    "#a2567d",
    "#4a7887",
    "#b0592f",
    "#677530",
    "#5b6478",
    "#8a5fb0",
    "#247c88",
)

LIGHT = Theme(
    name="light",
    window_background="#f5f6f8",
    panel_and_card_background="#ffffff",
    sidebar_background="#eef0f3",
    hairline="#e1e4ea",
    control_border="#d3d8e0",
    text="#1b2430",
    secondary_text="#5b6579",
    section_heading="#636d82",
    accent="#2f5fd0",
    accent_tint="#e7eefc",
    text_on_accent="#ffffff",
    good="#18784a",
    good_tint="#e3f5ec",
    at_risk="#9a5800",
    at_risk_tint="#fdf0d9",
    overdue_or_failed="#c02b2b",
    overdue_tint="#fde8e8",
    overdue_frame="#e5a5a5",
    internal_note_background="#fff8e1",
    internal_note_border="#f0dfa6",
    selected_row="#e7eefc",
    hovered_row="#f0f3f8",
    code_background="#f2f4f7",
    accent_hover="#2a56bd",
    accent_pressed="#244ba6",
    pressed="#e6eaf1",
    sidebar_hover="#e6e9ee",
    disabled_text="#a5adba",
    disabled_background="#f5f6f8",
    scroll_handle="#ccd2db",
    scroll_handle_hover="#a9b2c0",
    neutral_pill="#144a6490",
    shadow="#05000000",
    veil="#59141b26",
    text_on_avatar="#ffffff",
    avatars=_AVATARS,
)

DARK = replace(
    LIGHT,
    name="dark",
    window_background="#14171c",
    panel_and_card_background="#1b1f26",
    sidebar_background="#161a20",
    hairline="#2a3039",
    control_border="#363d48",
    text="#e5e9f0",
    secondary_text="#9ca6b5",
    section_heading="#848e9e",
    accent="#7ba0f5",
    accent_tint="#22304f",
    text_on_accent="#0f1420",
    good="#5cc592",
    good_tint="#173227",
    at_risk="#e6ab57",
    at_risk_tint="#3a2c14",
    overdue_or_failed="#f08585",
    overdue_tint="#3d1f21",
    overdue_frame="#84484b",
    internal_note_background="#2b2717",
    internal_note_border="#4a4222",
    selected_row="#22304f",
    hovered_row="#20252d",
    code_background="#11141a",
    accent_hover="#92b1f8",
    accent_pressed="#a9c2fa",
    pressed="#2a303a",
    sidebar_hover="#1f242c",
    disabled_text="#5b6472",
    disabled_background="#181c22",
    scroll_handle="#3a424e",
    scroll_handle_hover="#566070",
    neutral_pill="#119fb2cf",
    shadow="#12000000",
    veil="#8c07090c",
)

CONTRAST = replace(
    LIGHT,
    name="contrast",
    window_background="#ffffff",
    sidebar_background="#ffffff",
    hairline="#5c6470",
    control_border="#3a4048",
    text="#000000",
    secondary_text="#2b3038",
    section_heading="#2b3038",
    accent="#0a3a9c",
    accent_tint="#dce7ff",
    good="#0a4d2b",
    good_tint="#d9f5e5",
    at_risk="#5c3200",
    at_risk_tint="#ffeccc",
    overdue_or_failed="#8a0f0f",
    overdue_tint="#ffe1e1",
    overdue_frame="#8a0f0f",
    internal_note_background="#fff6d1",
    internal_note_border="#6b5200",
    selected_row="#dce7ff",
    hovered_row="#eceff4",
    code_background="#f4f5f7",
    accent_hover="#072f80",
    accent_pressed="#052466",
    pressed="#dde2ea",
    sidebar_hover="#eceff4",
    disabled_text="#5c6470",
    disabled_background="#f4f5f7",
    scroll_handle="#5c6470",
    scroll_handle_hover="#2b3038",
    avatars=(
        "#274a94",
        "#4d3f96",
        "#1a5640",
        "#713b57",
        "#2f505b",
        "#74391d",
        "#454f1f",
        "#3d4452",
        "#5d3f78",
        "#17525c",
    ),
)
"""Every word at 7 to 1 or better on whatever it stands on, and lines that can be seen."""


class ThemeState(QObject):
    """The theme in use. Signals: ``changed(Theme)`` after the application was dressed anew."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self.choice: ThemeChoice = "light"
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_scheme_changed)

    def apply(self, app: QApplication, choice: ThemeChoice) -> None:
        """Dress ``app``; with "system" also follow the desk's own switch from now on.

        The hint is set while the choice is a fixed one, so that it does not dress twice.
        """
        hints = QGuiApplication.styleHints()
        if choice == "system":
            hints.unsetColorScheme()
            self.choice = choice
        else:
            self.choice = choice
            hints.setColorScheme(_SCHEMES[choice])
        self._dress(app, theme_for(choice))

    def dress_again(self, app: QApplication) -> None:
        """After another size of text or another density."""
        self._dress(app, self.theme)

    def _dress(self, app: QApplication, theme: Theme) -> None:
        self.theme = theme
        app.setFont(font())
        app.setPalette(palette_for(theme))
        app.setStyleSheet(style_sheet(theme))
        self.changed.emit(theme)

    @Slot()
    def _on_system_scheme_changed(self) -> None:
        app = QApplication.instance()
        theme = theme_for(self.choice)
        if self.choice == "system" and theme is not self.theme and isinstance(app, QApplication):
            self._dress(app, theme)


_SCHEMES = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast": Qt.ColorScheme.Light,
}
_FIXED = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


@lru_cache(maxsize=1)
def theme_state() -> ThemeState:
    """The one state of this application; it outlives every window."""
    return ThemeState()


def current_theme() -> Theme:
    """The colours to paint with now. Cheap enough for a paint handler."""
    return theme_state().theme


def apply_theme(app: QApplication, name: ThemeChoice) -> Theme:
    """Load the fonts once, then set style, palette and style sheet of the whole application."""
    load_fonts()
    if not app.styleSheet():
        app.setStyle("Fusion")
    theme_state().apply(app, name)
    return current_theme()


def apply_comfort(app: QApplication, zoom: int, density: Density) -> None:
    """Show text at ``zoom`` per cent and rows as close as ``density`` says, from now on."""
    now = comfort()
    if (now.zoom, now.density) != (zoom, density):
        now.zoom, now.density = zoom, density
        theme_state().dress_again(app)


def theme_for(choice: ThemeChoice) -> Theme:
    """The theme that a choice means here and now; an unknown system scheme counts as light."""
    if choice == "system":
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return _FIXED.get(choice, LIGHT)


@lru_cache(maxsize=1)
def load_fonts() -> int:
    """Give Qt our own fonts, once a process; returns how many files it took. Needs an app."""
    files = sorted((RESOURCES / "fonts" / "inter").glob("*.otf"))
    return sum(QFontDatabase.addApplicationFont(str(file)) >= 0 for file in files)


def font(
    size_px: int = BODY_PX, weight: QFont.Weight = QFont.Weight.Normal, *, code: bool = False
) -> QFont:
    """A font of the program with figures of equal width, as large as text is wanted.

    Shared: copy before changing it.
    """
    return font_of(scaled(size_px), weight, code=code)


@lru_cache(maxsize=128)
def font_of(size_px: int, weight: QFont.Weight, *, code: bool = False) -> QFont:
    """The same of exactly this size."""
    result = QFont(CODE_FAMILIES if code else FAMILIES)
    result.setPixelSize(size_px)
    result.setWeight(weight)
    result.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    if not code:
        result.setFeature(QFont.Tag("tnum"), 1)
    return result


def style_sheet(theme: Theme) -> str:
    """``app.qss`` with the colours of ``theme`` in place of its ``@name@`` marks.

    Raises KeyError for a mark that is neither a colour nor ``theme_dir``.
    """
    names = {key: value for key, value in asdict(theme).items() if isinstance(value, str)}
    names["theme_dir"] = (RESOURCES / "themes" / theme.name).as_posix()
    template = (RESOURCES / "themes" / "app.qss").read_text(encoding="utf-8")
    return _comfortable(re.sub(r"@(\w+)@", lambda mark: names[mark[1]], template))


def _comfortable(rules: str) -> str:
    """Sizes of text as they are wanted, and heights that hold a line of it."""

    def higher(found: re.Match[str]) -> str:
        height = int(found[2])
        return f"{found[1]}: {height + growth() if height >= _HOLDS_A_LINE_PX else height}px"

    rules = re.sub(r"font-size: (\d+)px", lambda f: f"font-size: {scaled(int(f[1]))}px", rules)
    return re.sub(r"\b((?:min-|max-)?height): (\d+)px", higher, rules)


def palette_for(theme: Theme) -> QPalette:
    """The palette for what the style sheet does not name: rich text, links, native pieces."""
    roles = {
        QPalette.ColorRole.Window: theme.window_background,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.panel_and_card_background,
        QPalette.ColorRole.AlternateBase: theme.hovered_row,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.secondary_text,
        QPalette.ColorRole.Button: theme.panel_and_card_background,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.overdue_or_failed,
        QPalette.ColorRole.ToolTipBase: theme.panel_and_card_background,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.text_on_accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Mid: theme.control_border,
        QPalette.ColorRole.Light: theme.hairline,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.disabled_text))
    return palette
