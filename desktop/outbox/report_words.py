"""The sync details in words: what is told, line by line, and what to do about trouble."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from desktop.code_words import words_for_code
from desktop.editor.file_words import size_words
from models.queries.inspecting import LocalReport, ScopeRow
from sync.protocol.link import Report

CLOCK_DOUBT_MS = 2_000


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: what it is about, and what is so."""

    label: str
    value: str


def _tr(text: str, n: int = -1) -> str:
    return QCoreApplication.translate("ReportWords", text, "", n)


def facts(local: LocalReport, engine: Report | None, state: str, now_ms: int) -> list[Fact]:
    """Everything that is told, in order. ``engine`` is None until it has answered; ``state`` is
    what the window says about sync. No words of people are among it."""
    known = [
        Fact(_tr("State"), state),
        Fact(_tr("Last synced"), _moment(local.synced_at_ms, now_ms)),
        Fact(_tr("What is synced"), scope_words(local.scopes)),
        Fact(_tr("On this computer"), _here(local)),
        Fact(_tr("Waiting"), _waiting(local)),
        Fact(_tr("Server"), local.server or "–"),
    ]
    return known if engine is None else known + _engine_facts(engine, now_ms)


def _engine_facts(engine: Report, now_ms: int) -> list[Fact]:
    return [
        Fact(_tr("Server's version"), engine.server_version or "–"),
        Fact(_tr("News comes by"), live_words(engine.live)),
        Fact(_tr("This session"), _session(engine, now_ms)),
        Fact(_tr("Clock"), clock_words(engine.clock_offset_ms)),
        Fact(_tr("Last trouble"), trouble_words(engine, now_ms)),
    ]


def scope_words(scopes: tuple[ScopeRow, ...]) -> str:
    """``directory, queues (Network, Access rights), knowledge base, personal``."""
    queues = ", ".join(row.name or "?" for row in scopes if row.kind == "queue")
    words = {
        "directory": _tr("directory"),
        "queue": _tr("queues ({0})").format(queues),
        "knowledge": _tr("knowledge base"),
        "personal": _tr("personal"),
    }
    kinds = dict.fromkeys(row.kind for row in scopes)
    return ", ".join(words[kind] for kind in kinds) or _tr("nothing yet")


def _here(local: LocalReport) -> str:
    tickets = _tr("%n tickets", local.tickets)
    return f"{tickets}, {_tr('%n messages', local.messages)}"


def _waiting(local: LocalReport) -> str:
    parts = (
        _tr("%n changes", local.waiting),
        _tr("%n files", local.files_waiting),
        _tr("%n texts to be indexed for search", local.index_waiting),
    )
    return ", ".join(parts)


def _session(engine: Report, now_ms: int) -> str:
    words = _tr("since {0}: {1} requests, {2} up, {3} down, {4} rows in {5} pages")
    return words.format(
        _moment(engine.since_at_ms, now_ms),
        engine.requests,
        size_words(engine.sent_bytes),
        size_words(engine.received_bytes),
        engine.rows,
        engine.pages,
    )


def live_words(live: str) -> str:
    """How news arrives."""
    return {
        "stream": _tr("a stream, at once"),
        "long_poll": _tr("a long poll, at once"),
    }.get(live, _tr("nothing just now; it is asked for every minute"))


def clock_words(offset_ms: int) -> str:
    """How far this computer's clock is off; the server's time counts anyway."""
    if abs(offset_ms) < CLOCK_DOUBT_MS:
        return _tr("agrees with the server")
    seconds = QLocale().toString(abs(offset_ms) / 1000, "f", 1)
    words = _tr("{0} s behind the server") if offset_ms > 0 else _tr("{0} s ahead of the server")
    return words.format(seconds)


def trouble_words(engine: Report, now_ms: int) -> str:
    if not engine.trouble_code:
        return _tr("none in this session")
    sentence = words_for_code(engine.trouble_code, engine.trouble_sentence)
    return f"{_moment(engine.trouble_at_ms, now_ms)}: {sentence}"


def next_step(code: str) -> str:
    """What to do about the trouble that there is now; empty without any."""
    if not code:
        return ""
    return {
        "unreachable": _tr("Check the network. It is tried again by itself, and nothing is lost."),
        "busy": _tr("Nothing to do: it is tried again by itself."),
        "fault": _tr("Nothing to do: it is tried again by itself."),
        "sign_in": _tr("Sign in again. What waits here is kept and goes out then."),
        "version": _tr("Update Deskside, or ask your administrator which version to use."),
        "too_old": _tr("Update Deskside. What waits here is kept and goes out then."),
        "too_old_to_pull": _tr("Install a newer Deskside. What you write is sent until then."),
        "not_deskside": _tr("Ask your administrator for the server's address."),
        "insecure": _tr("Ask your administrator for an address that begins with https://."),
        "store": _tr("Make room on the disk, or close what else uses the local file."),
    }.get(code, _tr("Copy this report and send it to your administrator."))


def _moment(at_ms: int | None, now_ms: int) -> str:
    if at_ms is None:
        return "–"
    at, now = (QDateTime.fromMSecsSinceEpoch(ms) for ms in (at_ms, now_ms))
    return str(QLocale().toString(at, "HH:mm:ss" if at.date() == now.date() else "d MMM HH:mm"))


def report_text(told: list[Fact], step: str) -> str:
    """The whole report for the clipboard."""
    lines = [f"{fact.label}: {fact.value}" for fact in told]
    return "\n".join([*lines, *([step] if step else [])]) + "\n"
