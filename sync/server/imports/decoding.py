"""From a line's bytes to a checked struct, with a reason that a person understands."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

from models.richtext.clean import storable
from sync.server.imports.reader import Refusal, lines
from sync.server.imports.report import Report

T = TypeVar("T")
ShortText = Annotated[str, Meta(max_length=1_000)]
FIRST_YEAR, LAST_YEAR = 1970, 2199
WHERE = re.compile(r"(.*) - at `\$\.?(.*)`", re.DOTALL)
SURROGATE = re.compile(rb"\\u[dD][89a-fA-F]")


def structs(path: Path, kind: type[T], report: Report) -> Iterator[tuple[int, T]]:
    """(row number, struct) of each good row of a file; the others are refused with a reason.

    Raises Unreadable when the file can't be opened.
    """
    for line in lines(path):
        try:
            if line.data is None:
                raise Refusal(line.reason)
            yield line.number, decode(line.data, kind)
        except Refusal as refusal:
            report.refuse(line.number, str(refusal))


def decode(data: bytes, kind: type[T]) -> T:
    """Raises Refusal for bytes that are no UTF-8, no JSON, or hold another type somewhere."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Refusal(f"not valid UTF-8 (byte {error.start + 1})") from error
    try:
        return msgspec.json.decode(text, type=kind)
    except msgspec.ValidationError as error:
        raise Refusal(readable(str(error))) from error
    except msgspec.DecodeError as error:
        if SURROGATE.search(data):
            return _with_surrogates(text, kind)
        raise Refusal(f"not valid JSON ({error})") from error
    except RecursionError as error:
        raise Refusal("nested too deeply") from error


def _with_surrogates(text: str, kind: type[T]) -> T:
    """JSON with half an emoji in it (``\\ud83d`` alone), which other programs write at times."""
    try:
        return msgspec.convert(mended(json.loads(text)), type=kind)
    except msgspec.ValidationError as error:
        raise Refusal(readable(str(error))) from error
    except ValueError as error:
        raise Refusal(f"not valid JSON ({error})") from error
    except RecursionError as error:
        raise Refusal("nested too deeply") from error


def mended(value: Any) -> Any:
    """The same value with U+FFFD for what no store can hold (NUL, lone surrogates)."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [mended(item) for item in value]
    if isinstance(value, dict):
        return {storable(key): mended(item) for key, item in value.items()}
    return value


def readable(words: str) -> str:
    """A reason of msgspec's, with the field first."""
    found = WHERE.fullmatch(words)
    if found:
        expected = found[1][:1].lower() + found[1][1:]
        return f"{found[2]}: {expected}".replace("`", "")
    return words[:1].lower() + words[1:].replace("`", "")


def moment_ms(text: str, zone: datetime.tzinfo) -> int:
    """UTC milliseconds of an ISO 8601 date or time; one without a zone is in ``zone``.

    Raises Refusal for anything else and for years outside 1970 to 2199.
    """
    try:
        parsed = datetime.datetime.fromisoformat(text.strip())
        aware = parsed if parsed.tzinfo else parsed.replace(tzinfo=zone)
        at_ms = round(aware.timestamp() * 1000)
    except (ValueError, OverflowError, OSError) as error:
        raise Refusal(f"“{text[:40]}” is no date") from error
    if not FIRST_YEAR <= parsed.year <= LAST_YEAR:
        raise Refusal(f"the year of “{text[:40]}” is outside {FIRST_YEAR} to {LAST_YEAR}")
    return at_ms


def batches(items: Iterator[T], size: int) -> Iterator[list[T]]:
    """Lists of at most ``size`` items."""
    while batch := list(islice(items, size)):
        yield batch
