"""``import articles``: NDJSON of articles, or a folder of single files."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from models.clock import wall_ms
from models.commands.base import check_html
from models.database import Store
from models.errors import Refused
from models.ids import new_id
from models.richtext import from_markdown, from_plain, sanitize, to_plain
from models.richtext.clean import storable
from sync.server.imports.decoding import ShortText, batches, structs
from sync.server.imports.keys import keep_keys, known_keys, one_import_at_a_time
from sync.server.imports.reader import Refusal, Unreadable
from sync.server.imports.report import Report
from sync.server.write_path import WritePath
from sync.server.writer import ServerWriter

Row = dict[str, Any]
BATCH = 100
SOURCE = "articles"
FILE_LIMIT_BYTES = 16 << 20
FORMATS: dict[str, Literal["html", "markdown", "rst", "text"]] = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".rst": "rst",
    ".txt": "text",
}
LANGUAGE = re.compile(r"(.+)[-_.](en|ru|bg)")
HTML_TITLE = re.compile(r"<title[^>]*>(.*?)</title>|<h1[^>]*>(.*?)</h1>", re.I | re.S)
MARKDOWN_TITLE = re.compile(r"^#{1,3}\s+(.+?)\s*#*\s*$", re.M)
UNDERLINE = re.compile(r"([=\-~^\"'#*+])\1{2,}")


class ArticleLine(msgspec.Struct):
    """``format`` rst and text are kept as plain text."""

    id: Annotated[str, Meta(min_length=1, max_length=500)]
    title: Annotated[str, Meta(min_length=1, max_length=1_000)]
    body: str
    format: Literal["html", "markdown", "rst", "text"] = "html"
    source: Annotated[str, Meta(max_length=200)] = SOURCE
    group: ShortText | None = None
    language: ShortText | None = None
    category: ShortText | None = None
    audience: Literal["agents", "customers"] = "agents"

    @property
    def key(self) -> tuple[str, str]:
        return storable(self.source), storable(self.id)


def import_articles(store: Store, path: Path, report: Report) -> None:
    """Add the articles that are not here yet. Raises Unreadable when nothing can be opened."""
    write = WritePath(store)
    lines = _of_folder(path, report) if path.is_dir() else structs(path, ArticleLine, report)
    for batch in batches(_rows(lines, report), BATCH):
        added = write.retried(lambda: _keep(write, batch))  # noqa: B023 (called at once)
        report.added += added
        report.known += len(batch) - added
        report.progress()


def _rows(lines: Iterator[tuple[int | str, ArticleLine]], report: Report) -> Iterator[Row]:
    for number, line in lines:
        try:
            yield article_row(line, wall_ms())
        except Refusal as refusal:
            report.refuse(number, str(refusal))


def article_row(line: ArticleLine, now_ms: int) -> Row:
    """Raises Refusal for a text that is too large."""
    html = _canonical(line)
    try:
        check_html(html)
    except Refused as refused:
        raise Refusal(f"body: {refused.sentence}") from refused
    source, source_id = line.key
    return {
        "group_key": storable(line.group or line.id),
        "language": storable(line.language or ""),
        "title": storable(line.title),
        "category": storable(line.category or ""),
        "audience": line.audience,
        "html": html,
        "source_text": storable(line.body) if line.format in ("html", "markdown") else None,
        "source_format": line.format,
        "source": source,
        "source_id": source_id,
        "updated_at_ms": now_ms,
    }


def _canonical(line: ArticleLine) -> str:
    if line.format == "html":
        return sanitize(line.body)
    return from_markdown(line.body) if line.format == "markdown" else from_plain(line.body)


def _keep(write: WritePath, batch: list[Row]) -> int:
    with write.batch() as writer:
        one_import_at_a_time(writer.store)
        return keep_articles(writer, batch)


def keep_articles(writer: ServerWriter, batch: list[Row]) -> int:
    """Write the rows whose keys are not here yet, a step each; how many that were."""
    keyed = {(row["source"], row["source_id"]): row for row in reversed(batch)}
    here = known_keys(writer.store, "article", keyed)
    fresh = [
        {**row, "id": new_id(), "scope": "kb"}
        for row in batch
        if keyed[key := (row["source"], row["source_id"])] is row and key not in here
    ]
    first = writer.step + 1
    writer.insert_many("article", fresh, range(first, first + len(fresh)))
    writer.step += len(fresh)
    keep_keys(
        writer.store, [(row["source"], row["source_id"], "article", row["id"]) for row in fresh]
    )
    return len(fresh)


def _of_folder(folder: Path, report: Report) -> Iterator[tuple[str, ArticleLine]]:
    """The files of a folder and those below it, by path. The key is the path in the folder."""
    found = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in FORMATS]
    if not found:
        raise Unreadable(f"There is no article in {folder}: {', '.join(FORMATS)} are read.")
    for path in found:
        name = path.relative_to(folder).as_posix()
        try:
            yield name, _of_file(path, name, folder.resolve().name)
        except Refusal as refusal:
            report.refuse(name, str(refusal))


def _of_file(path: Path, name: str, source: str) -> ArticleLine:
    """``guide-ru.md`` is the Russian article of the group ``guide``."""
    text = _text_of(path)
    form = FORMATS[path.suffix.lower()]
    stem = name.removesuffix(path.suffix)
    language = LANGUAGE.fullmatch(stem)
    return ArticleLine(
        id=name,
        title=title_of(text, form) or path.stem,
        body=text,
        format=form,
        source=f"folder:{source}",
        group=language[1] if language else stem,
        language=language[2] if language else "",
        category=path.parent.name if "/" in name else "",
    )


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > FILE_LIMIT_BYTES:
            raise Refusal(f"larger than {FILE_LIMIT_BYTES >> 20} MB")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refusal(f"not valid UTF-8 (byte {error.start + 1})") from error
    except OSError as error:
        raise Refusal(f"can't be read ({error.strerror})") from error


def title_of(text: str, form: str) -> str:
    """The heading that a file begins with, at most 200 characters; empty when there is none."""
    if form == "html":
        found = HTML_TITLE.search(text)
        words = to_plain(sanitize(found[1] or found[2] or "")) if found else ""
    elif form == "markdown":
        heading = MARKDOWN_TITLE.search(text)
        words = to_plain(from_markdown(heading[1]), links=False) if heading else ""
    else:
        words = _underlined(text)
    return " ".join(words.split())[:200]


def _underlined(text: str) -> str:
    """The first line that stands over a line of ``====``."""
    lines = text.split("\n")
    for line, below in itertools.pairwise(lines):
        if line.strip() and UNDERLINE.fullmatch(below.strip()):
            return line
    return ""
