"""Settings as commands of the palette: each page, and what is chosen at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.comfort import Density
from desktop.palette.command_match import Command
from desktop.theme import ThemeChoice


def settings_commands(
    show: Callable[[str], object],
    set_theme: Callable[[ThemeChoice], object],
    set_density: Callable[[Density], object],
) -> list[Command]:
    """``show`` opens the settings at a page, by the page's name in ``SettingsDialog``."""
    tr = QCoreApplication.translate
    pages = {
        "account": (tr("AccountPage", "Account"), "user"),
        "language": (tr("LanguagePage", "Language"), "globe"),
        "appearance": (tr("AppearancePage", "Appearance"), "sun"),
        "keyboard": (tr("KeyboardPage", "Keyboard"), "keyboard"),
    }
    themes: dict[ThemeChoice, str] = {
        "light": tr("AppearancePage", "Light"),
        "dark": tr("AppearancePage", "Dark"),
        "contrast": tr("AppearancePage", "High contrast"),
        "system": tr("AppearancePage", "As the system"),
    }
    densities: dict[Density, str] = {
        "comfortable": tr("AppearancePage", "Comfortable"),
        "compact": tr("AppearancePage", "Compact"),
    }
    page, theme = tr("Palette", "Settings: {0}"), tr("Palette", "Theme: {0}")
    density = tr("Palette", "Density of lists: {0}")
    return [
        *(
            Command(f"settings.{key}", page.format(words), icon, partial(show, key))
            for key, (words, icon) in pages.items()
        ),
        *(
            Command(f"theme.{key}", theme.format(words), "sun", partial(set_theme, key))
            for key, words in themes.items()
        ),
        *(
            Command(f"density.{key}", density.format(words), "sort", partial(set_density, key))
            for key, words in densities.items()
        ),
    ]
