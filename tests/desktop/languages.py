"""Speaking another language for the length of a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.language import use_language


@contextmanager
def without_new_translators(app: QApplication) -> Iterator[None]:
    """Take away afterwards what was installed inside, and restore the locale."""
    locale, before = QLocale(), set(app.findChildren(QTranslator))
    try:
        yield
    finally:
        for translator in set(app.findChildren(QTranslator)) - before:
            app.removeTranslator(translator)
            translator.deleteLater()
        QLocale.setDefault(locale)


@contextmanager
def speaking(app: QApplication, language: str) -> Iterator[None]:
    """What the program does at its start in ``language``."""
    with without_new_translators(app):
        use_language(app, language)
        yield
