"""What the engine makes of an address before it speaks to anybody."""

from __future__ import annotations

import pytest

from sync.engine.wire import Server, clean_address
from sync.protocol import errors


def test_an_address_is_read_as_the_sign_in_card_shows_it() -> None:
    assert clean_address(" desk.example.com/support/ ") == "https://desk.example.com/support"


def test_plain_http_to_another_computer_is_refused() -> None:
    with pytest.raises(errors.Insecure):
        clean_address("http://desk.example.com")


@pytest.mark.parametrize("typed", ["", "[::1", "ftp://desk.example.com", "desk example.com"])
def test_what_is_no_address_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(errors.NotDeskside, match="is not an address"):
        clean_address(typed)


def test_proxies_of_the_environment_are_left_out_on_this_computer() -> None:
    assert not Server("127.0.0.1:8420").http.trust_env
    assert Server("desk.example.com").http.trust_env
