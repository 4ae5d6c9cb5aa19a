"""Words for errors, and the hook for what nobody caught."""

from __future__ import annotations

import logging

import pytest

from desktop.errors import install_hook, log_unless_told, words_for
from models import errors
from models.errors import BadFilter, DeskError, Refused


def test_every_error_of_a_store_has_words_of_its_own() -> None:
    kinds = [kind for kind in DeskError.__subclasses__() if kind not in (Refused, BadFilter)]
    words = {words_for(kind("technical")) for kind in kinds}
    words.add(words_for(BadFilter("unknown", "technical:1")))
    assert len(words) == len(kinds) + 1 == 9
    assert not any("technical" in sentence for sentence in words)


def test_refusal_is_told_in_its_own_sentence() -> None:
    assert words_for(Refused("taken", "Alexey took this ticket first.")) == (
        "Alexey took this ticket first."
    )


def test_fault_of_ours_is_logged_with_its_stack_and_told_calmly(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("sys.excepthook", None)
    shown: list[str] = []
    hook = install_hook(shown.append)
    try:
        raise KeyError("no such thing")
    except KeyError as error:
        hook(KeyError, error, error.__traceback__)
    assert shown == [words_for(KeyError())]
    assert "no such thing" in caplog.text
    assert "Traceback" in caplog.text


def test_what_the_world_did_is_told_but_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        log_unless_told(errors.StoreFull("disk is full"))
    assert caplog.text == ""
