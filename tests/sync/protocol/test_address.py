"""Addresses as people type them."""

from __future__ import annotations

import pytest

from sync.protocol.address import Address, read_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("", Address("", "empty")),
        (" desk.example.com/ ", Address("https://desk.example.com")),
        ("desk.example.com:8443", Address("https://desk.example.com:8443")),
        ("https://desk.example.com/support", Address("https://desk.example.com/support")),
        ("HTTPS://Desk.Example.COM", Address("https://desk.example.com")),
        ("127.0.0.1:8420", Address("http://127.0.0.1:8420")),
        ("localhost:8420", Address("http://localhost:8420")),
        ("desk.localhost:8420", Address("https://desk.localhost:8420")),
        ("[::1]:8420", Address("http://[::1]:8420")),
        ("LocalHost:8420", Address("http://localhost:8420")),
        ("127.1.2.3", Address("http://127.1.2.3")),
        ("[2001:db8::1]:8420", Address("https://[2001:db8::1]:8420")),
        ("[::ffff:127.0.0.1]", Address("https://[::ffff:127.0.0.1]")),
        ("http://[2001:db8::1]", Address("http://[2001:db8::1]", "insecure")),
        ("http://[fe80::1%25eth0]", Address("http://[fe80::1%25eth0]", "insecure")),
        ("http://[::]:8420", Address("http://[::]:8420", "insecure")),
        ("http://0.0.0.0", Address("http://0.0.0.0", "insecure")),
        ("http://127.1", Address("http://127.1", "insecure")),
        ("http://2130706433", Address("http://2130706433", "insecure")),
        ("http://localhost.", Address("http://localhost.", "insecure")),
        (
            "http://localhost.example.com#@localhost",
            Address("http://localhost.example.com", "insecure"),
        ),
        ("http://127.0.0.1:8420", Address("http://127.0.0.1:8420")),
        ("http://desk.example.com", Address("http://desk.example.com", "insecure")),
        ("http://127.0.0.1.example.com", Address("http://127.0.0.1.example.com", "insecure")),
    ],
)
def test_an_address_is_read_as(typed: str, address: Address) -> None:
    assert read_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        "desk example.com",
        "ftp://desk.example.com",
        "https://",
        "desk.example.com:port",
        "desk.example.com:99999",
        "https://maria:secret@desk.example.com",
        "http://localhost@desk.example.com",
        "http://desk.example.com\\@localhost",
        "https://[::1",
    ],
)
def test_what_is_no_address_is_told_apart(typed: str) -> None:
    assert read_address(typed).problem == "unreadable"
