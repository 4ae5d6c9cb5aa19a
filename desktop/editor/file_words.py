"""Words about files that several widgets share."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale


def size_words(size_bytes: int) -> str:
    """A size as people say it: 812 B, 14 KB, 2.3 MB."""
    if size_bytes < 1_000:
        return _tr("%1 B").replace("%1", str(size_bytes))
    if size_bytes < 1_000_000:
        return _tr("%1 KB").replace("%1", str(round(size_bytes / 1_000)))
    return _tr("%1 MB").replace("%1", QLocale().toString(size_bytes / 1_000_000, "f", 1))


def _tr(text: str) -> str:
    return QCoreApplication.translate("FileWords", text)
