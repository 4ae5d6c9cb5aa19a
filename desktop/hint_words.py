"""What a category tells whoever writes, in words for forms, heads and replies."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("HintWords", text)


def channel_hint_words(channel: str) -> str:
    """By which channel an answer does best; empty for none."""
    return {
        "email": _tr("Best by e-mail"),
        "phone": _tr("Best by phone"),
        "portal": _tr("Best in the portal"),
        "chat": _tr("Best in chat"),
        "telegram": _tr("Best in Telegram"),
        "desk": _tr("Best at the desk"),
    }.get(channel, channel)


def request_html() -> str:
    """The sentence that asks a customer for a picture, as a paragraph of a reply."""
    return f"<p>{escape(_tr('Please send us a screenshot of what you see.'), quote=False)}</p>"
