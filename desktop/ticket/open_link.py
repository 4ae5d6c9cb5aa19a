"""Opens a link of a text outside this program."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from models.richtext.links import link_target


def open_link(href: str) -> None:
    """What is no address for the outside is passed over."""
    target = link_target(href)
    if target and not target.startswith("deskside:"):
        QDesktopServices.openUrl(QUrl(target))
