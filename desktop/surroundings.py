"""What the window of somebody signed in is built from; ``app.py`` knows it before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.work.clock import DeskClock
from desktop.work.engine_link import EngineLink
from models.profile import Profile

THEME_KEY, LANGUAGE_KEY = "theme", "language"
NOTES, KNOWLEDGE, HOME = "notes", "knowledge", "home"


@dataclass(frozen=True)
class Surroundings:
    """What was there before somebody signed in."""

    profile: Profile
    link: EngineLink
    clock: DeskClock
    remembered: dict[str, str]
    server: str
    practice: bool
    first_time: bool
    restart: Callable[[], None]
