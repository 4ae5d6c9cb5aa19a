"""Who writes: a client, a supplier or what else a desk tells apart."""

from __future__ import annotations

from collections.abc import Mapping

from models.mail_domains import domain_of

Types = Mapping[str, str]
"""Domain, as ``normalised`` gives it, to type of sender."""


def sender_types(types: Types, role: str, email: str) -> frozenset[str]:
    """The contact's own type (its role) and that of its domain or a domain above, small letters."""
    found = {role.strip().casefold(), _of_domain(types, domain_of(email) or "")}
    return frozenset(found - {""})


def _of_domain(types: Types, domain: str) -> str:
    while domain:
        if domain in types:
            return types[domain].casefold()
        domain = domain.partition(".")[2]
    return ""
