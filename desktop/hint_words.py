"""What a category tells whoever writes, in words for forms, heads and replies."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("HintWords", text)


def channel_hint_words(channel: str) -> str:
    """By which channel an answer does best; empty for none."""
    return {
        "email": _tr("Best answered by e-mail"),
        "phone": _tr("Best answered by phone"),
        "portal": _tr("Best answered in the portal"),
        "chat": _tr("Best answered in chat"),
        "telegram": _tr("Best answered in Telegram"),
        "desk": _tr("Best answered at the desk"),
    }.get(channel, channel)


def request_html() -> str:
    """The sentence that asks a customer for a picture, as a paragraph of a reply."""
    return f"<p>{escape(_tr('Please send us a screenshot of what you see.'), quote=False)}</p>"
