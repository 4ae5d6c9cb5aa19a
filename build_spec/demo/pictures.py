"""The demo's screenshots by file name, drawn without a screen."""

from __future__ import annotations

import os
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
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in PICTURES.items():
        draw().save(folder / name)
    del application
