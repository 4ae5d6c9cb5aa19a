"""What the account page shows."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AccountFacts:
    """Who is signed in where. ``practice`` is true for the profile of ``--demo``."""

    name: str
    login: str
    role: str
    server: str
    device: str
    practice: bool = False
    keep_days: int = 0
