from __future__ import annotations

import hashlib
import os
import resource
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import files
from models.errors import NotFound, Refused, StoreFull, StoreReadOnly
from tests.helpers.limits import as_ordinary_user, in_child, on_a_full_disk

pytestmark = pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")


def test_the_same_bytes_are_kept_once_under_their_hash(tmp_path: Path) -> None:
    sha256 = files.keep(tmp_path, b"picture")
    assert sha256 == hashlib.sha256(b"picture").hexdigest()
    first = files.path(tmp_path, sha256).stat()
    assert files.keep(tmp_path, b"picture") == sha256
    assert files.path(tmp_path, sha256).stat().st_ino == first.st_ino
    assert files.read(tmp_path, sha256) == b"picture"
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [sha256]


def test_a_file_that_is_not_here_is_said_to_be_absent(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        files.read(tmp_path, "a" * 64)


@given(st.text())
def test_only_hashes_name_files(name: str) -> None:
    with pytest.raises(Refused):
        files.path(Path("/srv"), name)


def test_a_file_is_not_larger_than_the_limit(tmp_path: Path) -> None:
    files.keep(tmp_path, b"\0" * files.LIMIT_BYTES)
    with pytest.raises(Refused) as refusal:
        files.keep(tmp_path, b"\0" * (files.LIMIT_BYTES + 1))
    assert refusal.value.code == "too_large"


def test_a_full_disk_is_told_and_leaves_no_piece(tmp_path: Path) -> None:
    def act() -> None:
        with pytest.raises(StoreFull, match=r"Can't keep the file: File too large"):
            files.keep(tmp_path, b"x" * 10_000)
        assert files.keep(tmp_path, b"small")

    on_a_full_disk(act, 4_096)
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    _open_to_all(tmp_path)
    folder.chmod(0o555)

    def act() -> None:
        with pytest.raises(StoreReadOnly, match="Can't write"):
            files.keep(folder, b"x")

    as_ordinary_user(act)


def _open_to_all(folder: Path) -> None:
    """pytest's folders are closed to other users."""
    for part in (folder, *folder.parents):
        if part.stat().st_mode & stat.S_IXOTH == 0:
            part.chmod(0o755)


def test_a_large_file_is_copied_block_by_block(tmp_path: Path) -> None:
    """Neither keeping nor hashing nor copying it out takes the memory of its size."""
    large, folder, out = tmp_path / "large", tmp_path / "files", tmp_path / "out"
    with large.open("wb") as file:
        file.truncate(80 << 20)
    room = 40 << 20

    def act() -> None:
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + room, used + room))
        sha256 = files.keep_copy(folder, large)
        assert files.hash_of(files.path(folder, sha256)) == sha256
        files.copy_out(folder, sha256, out)
        with pytest.raises(Refused):
            files.read(folder, sha256)

    in_child(act, lambda: None)
    assert out.stat().st_size == 80 << 20
    assert [path.suffix for path in folder.rglob("*") if path.is_file()] == [""]


def test_a_copy_is_refused_when_it_is_too_large_or_can_not_be_read(tmp_path: Path) -> None:
    large, folder = tmp_path / "large", tmp_path / "files"
    with large.open("wb") as file:
        file.truncate(files.COPY_LIMIT_BYTES + 1)
    with pytest.raises(Refused) as refusal:
        files.keep_copy(folder, large)
    assert refusal.value.code == "too_large"
    with pytest.raises(NotFound, match="Can't read gone"):
        files.keep_copy(folder, tmp_path / "gone")

    medium = tmp_path / "medium"
    medium.write_bytes(bytes(2 << 20))

    def act() -> None:
        with pytest.raises(StoreFull):
            files.keep_copy(folder, medium)

    on_a_full_disk(act, 1 << 20)
    assert [path for path in folder.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n0000", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\0\0\0\0WAVE", "application/octet-stream"),
        (b"%PDF-1.7", "application/pdf"),
        (b"", "application/octet-stream"),
        (b"<svg onload=x>", "application/octet-stream"),
    ],
)
def test_the_first_bytes_say_what_a_file_is(data: bytes, name: str) -> None:
    assert files.media_type(data) == name
