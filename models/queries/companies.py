"""Which company an e-mail address belongs to."""

from __future__ import annotations

import json

from models.database import Store
from models.mail_domains import PUBLIC, domain_of, normalised


def company_for_email(store: Store, email: str) -> str | None:
    """The company that an address belongs to by its exact domain, or None.

    Public mail services, subdomains that no company lists, and companies that switched it off
    assign nobody.
    """
    domain = domain_of(email)
    return None if domain is None else company_domains(store).get(domain)


def company_domains(store: Store) -> dict[str, str]:
    """Domain to company id, for every domain that assigns its people."""
    rows = store.sql(
        "SELECT id, domains FROM company WHERE deleted = 0 AND by_domain = 1 "
        "AND merged_into IS NULL"
    )
    named = (
        (normalised(str(domain)), id) for id, text in rows for domain in json.loads(text or "[]")
    )
    return {domain: id for domain, id in named if domain and domain not in PUBLIC}
