"""What kind of file somebody gave: by its bytes, else by what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.work.kept_file import keep_file
from models import files

PNG = b"\x89PNG\r\n\x1a\n"
ZIP = b"PK\x03\x04"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("data", "name", "told", "kind"),
    [
        (PNG, "report.pdf", "application/pdf", "image/png"),
        (b"%PDF-1.7", "page.html", "", "application/pdf"),
        (ZIP, "plan.docx", WORD, WORD),
        (ZIP, "backup", "", "application/zip"),
        (b"a,b", "list.csv", "text/csv", "text/csv"),
        (b"notes", "notes.txt", "", "text/plain"),
        (b"?", "unknown", "", "application/octet-stream"),
    ],
)
def test_a_file_is_named_by_its_kind(
    tmp_path: Path, data: bytes, name: str, told: str, kind: str
) -> None:
    file = keep_file(tmp_path, data, name, told)
    assert (file.name, file.media_type, file.size_bytes) == (name, kind, len(data))
    assert files.read(tmp_path, file.sha256) == data


def test_a_long_name_keeps_its_end(tmp_path: Path) -> None:
    assert keep_file(tmp_path, b"x", "a" * 300 + ".txt").name.endswith("aaa.txt")
