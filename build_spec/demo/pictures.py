"""The demo's screenshots by file name, drawn without a screen."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

from build_spec.demo import pictures_dialogs, pictures_screens
from build_spec.demo.drawing import Canvas

PICTURES: dict[str, Callable[[], Canvas]] = {
    "wg0-mtu.png": pictures_screens.wg0_mtu,
    "disk-usage.png": pictures_screens.disk_usage,
    "memory-test.png": pictures_screens.memory_test,
    "blue-screen.png": pictures_screens.blue_screen,
    "printer-stripes.png": pictures_screens.printer_stripes,
    "branch-network.png": pictures_screens.branch_network,
    "csv-mojibake.png": pictures_screens.csv_mojibake,
    "1c-update.png": pictures_dialogs.one_c_update,
    "erp-period.png": pictures_dialogs.erp_period,
    "folder-denied.png": pictures_dialogs.folder_denied,
    "mail-rejected.png": pictures_dialogs.mail_rejected,
    "router-dhcp.png": pictures_dialogs.router_dhcp,
    "phishing-mail.png": pictures_dialogs.phishing_mail,
    "certificate-warning.png": pictures_dialogs.certificate_warning,
    "headset-audio.png": pictures_dialogs.headset_audio,
}


def draw_all(folder: Path) -> None:
    """Write every picture into ``folder``; starts a Qt application if there is none."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication.instance() or QGuiApplication([])
    _hold_none()
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in PICTURES.items():
        draw().save(folder / name)
    del application


def _hold_none() -> None:
    """Keep ``None`` alive: PySide6 6.12 drops a reference to it in every call without a result.

    From Python 3.12 on ``None`` cannot die; before, some 5,000 calls end the process.
    """
    if sys.version_info < (3, 12):
        ctypes.c_ssize_t.from_address(id(None)).value += 1 << 40
