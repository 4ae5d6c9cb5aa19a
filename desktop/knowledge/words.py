"""Words about articles that the list and the article itself share."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

LANGUAGES = {"en": "English", "ru": "Русский", "bg": "Български"}


def language_name(code: str) -> str:
    """A language by its own name."""
    return LANGUAGES.get(code, code)


def audience_words(audience: str) -> str:
    """Who may read an article."""
    tr = QCoreApplication.translate
    return {
        "agents": tr("Knowledge", "For agents"),
        "customers": tr("Knowledge", "For agents and customers"),
    }.get(audience, audience)


def day_words(at_ms: int) -> str:
    """Day and month, with the year when it is not this one; empty without a time."""
    if not at_ms:
        return ""
    day = QDateTime.fromMSecsSinceEpoch(at_ms).date()
    this_year = day.year() == QDate.currentDate().year()
    return str(QLocale().toString(day, "d MMM" if this_year else "d MMM yyyy"))
