"""Knowledge articles, written by hand in ``articles/*.html``, one file for each group.

A file begins with ``category:`` and ``audience:``; each language follows after a line
``--- en Title``. Bodies are canonical HTML, one block on a line.
"""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from build_spec.demo.builder import Row

FOLDER = Path(__file__).parent / "articles"
_HEADING = re.compile(r"^--- (en|ru|bg) (.+)$", re.MULTILINE)


def articles(rng: Random) -> list[Row]:
    """Rows of ``articles.ndjson``, by group and then en, ru, bg."""
    rows: list[Row] = []
    for path in sorted(FOLDER.glob("*.html")):
        rows += _group(path, -rng.randint(2_000, 120_000))
    return rows


def _group(path: Path, updated_min: int) -> list[Row]:
    head, *parts = _HEADING.split(path.read_text(encoding="utf-8"))
    facts = dict(line.split(": ", 1) for line in head.strip().splitlines())
    return [
        {
            "id": f"{path.stem}-{language}",
            "group": path.stem,
            "language": language,
            "title": title,
            "category": facts["category"],
            "audience": facts["audience"],
            "body": body.strip().replace(">\n<", "><"),
            "min": updated_min + step * 35,
        }
        for step, (language, title, body) in enumerate(
            zip(parts[::3], parts[1::3], parts[2::3], strict=True)
        )
    ]
