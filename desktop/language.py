"""The words' language: English in the program, others as compiled translations.

``resources/translations/deskside_ru.qm`` and the like; Qt's own words (dialog buttons, menus of
text fields) come from ``qtbase_*.qm`` where the toolkit has them.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "translations"
LANGUAGES = {"en": "English", "ru": "Русский", "bg": "Български"}
"""Those with words of their own, each by its own name."""
LOCALES = {"en": "en_GB", "ru": "ru_RU", "bg": "bg_BG"}  # a week begins on Monday


def system_language() -> str:
    """The language of this computer, English when there is no translation for it."""
    name = QLocale.system().name()[:2]
    return name if name in LANGUAGES else "en"


def use_language(app: QApplication, language: str) -> None:
    """Load the words of ``language``; call it before any widget is made."""
    QLocale.setDefault(QLocale(LOCALES.get(language, "en_GB")))
    if language == "en":
        _load(app, FOLDER, "deskside_en")
        return
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    _load(app, qt_folder, f"qtbase_{language}")
    _load(app, FOLDER, f"deskside_{language}")


def _load(app: QApplication, folder: Path, name: str) -> None:
    translator = QTranslator(app)
    if translator.load(name, str(folder)):
        app.installTranslator(translator)
