"""Words about articles that the list and the article itself share."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.language import LANGUAGES


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
