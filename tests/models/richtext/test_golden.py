"""Whole bodies, as mail programs and editors write them, with what they must become.

After a wanted change write the new files with ``python -m tests.models.richtext.test_golden`` and
read the difference before committing it.
"""

from pathlib import Path

import pytest

from models.richtext import blocks, join, sanitize, to_plain

GOLDEN = Path(__file__).with_name("golden")
NAMES = sorted(path.name.removesuffix(".in.html") for path in GOLDEN.glob("*.in.html"))


@pytest.mark.parametrize("name", NAMES)
def test_body_becomes_its_golden_file(name: str) -> None:
    html, text = _results(name)
    assert html + "\n" == _read(f"{name}.out.html")
    assert text + "\n" == _read(f"{name}.txt")


@pytest.mark.parametrize("name", NAMES)
def test_golden_html_is_canonical(name: str) -> None:
    html = _read(f"{name}.out.html").removesuffix("\n")
    assert sanitize(html) == html
    assert join(blocks(html)) == html


def test_golden_files_are_there() -> None:
    assert len(NAMES) >= 6


def _results(name: str) -> tuple[str, str]:
    html = sanitize(_read(f"{name}.in.html"))
    return html, to_plain(html)


def _read(name: str) -> str:
    return (GOLDEN / name).read_bytes().decode()


def _write_all() -> None:
    for name in NAMES:
        html, text = _results(name)
        (GOLDEN / f"{name}.out.html").write_bytes(f"{html}\n".encode())
        (GOLDEN / f"{name}.txt").write_bytes(f"{text}\n".encode())


if __name__ == "__main__":
    _write_all()
