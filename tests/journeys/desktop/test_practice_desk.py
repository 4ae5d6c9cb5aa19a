"""``--demo`` in an empty home without a network (issue: journey e)."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop import demo
from models.commands import Put
from models.profile import Profile
from tests.helpers.desktop import Desktop, local_sql, run_desktop, words

END_S = 120
MEMO = "Practised by hand"
LOOPBACK_ONLY = ["unshare", "-rn", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
DEAD_PROXIES = {name: "http://127.0.0.1:9" for name in ("http_proxy", "https_proxy", "all_proxy")}
LIST_LEFT, LIST_RIGHT, LIST_TOP, LIST_BOTTOM = 220, 580, 130, 860


def test_practice_desk_in_an_empty_home_without_a_network(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DESKSIDE_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", "")
    draw(tmp_path / "first.png")
    profile = Profile(demo.profile_folder(demo.LOGIN))
    assert Path(os.environ["HOME"]) in profile.folder.parents
    assert local_sql(profile, "SELECT count(*) FROM ticket")[0][0] > 900
    assert_list_is_filled(QImage(str(tmp_path / "first.png")))

    practised(qtbot, tmp_path)
    assert memos(profile) == 1
    draw(tmp_path / "anew.png", "--reset")
    assert memos(profile) == 0
    assert_list_is_filled(QImage(str(tmp_path / "anew.png")))


def draw(picture: Path, *options: str) -> None:
    """The whole program draws the practice desk; nothing but loopback is there for it."""
    before, extra = without_network()
    child = run_desktop(
        None, "--demo", "--screenshot", str(picture), *options, before=before, extra=extra
    )
    _, errors = child.communicate(timeout=END_S)
    assert child.returncode == 0, errors
    assert "Traceback" not in errors


def without_network() -> tuple[list[str], dict[str, str]]:
    """A network namespace with loopback alone; where that is forbidden, proxies that are dead."""
    allowed = subprocess.run([*LOOPBACK_ONLY, "true"], capture_output=True).returncode == 0
    return (LOOPBACK_ONLY, {}) if allowed else ([], DEAD_PROXIES)


def practised(qtbot: QtBot, tmp_path: Path) -> None:
    """The window says that it is for practice; a memo is written in it."""
    maria = Desktop(qtbot, None)
    try:
        assert maria.start()
        maria.until_synced()
        notice = "Practice desk: nothing here leaves this computer"
        assert notice in words(maria.window)
        note = Put(entity="personal_note", set={"title": MEMO})
        assert maria.app.assembly is not None
        maria.app.assembly.writer.submit(note)
        maria.until_synced()
        maria.until(lambda: memos(maria.profile) == 1, "the memo")
        maria.picture(tmp_path, "practice")
    finally:
        maria.close()


def memos(profile: Profile) -> int:
    found = local_sql(profile, "SELECT count(*) FROM personal_note WHERE title = ?", MEMO)
    return int(found[0][0])


def assert_list_is_filled(picture: QImage) -> None:
    """Something is written in every stretch of 80 pixels, the height of a row, of the list."""
    assert (picture.width(), picture.height()) == (1440, 900)
    for top in range(LIST_TOP, LIST_BOTTOM - 80, 80):
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(LIST_LEFT, LIST_RIGHT, 2)
            for y in range(top, top + 80, 2)
        }
        assert len(colours) > 20, f"nothing is written below {top}"
