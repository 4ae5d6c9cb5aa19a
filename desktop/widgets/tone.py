"""What a colour says: the state of something, never decoration."""

from enum import StrEnum

from desktop.theme import Theme


class Tone(StrEnum):
    """The same tone for the same state everywhere; a word or icon always stands beside it."""

    NEUTRAL = "neutral"
    GOOD = "good"
    RISK = "risk"
    OVERDUE = "overdue"
    ACCENT = "accent"


def tone_colours(theme: Theme, tone: Tone) -> tuple[str, str]:
    """Colour of the words and of what lies under them."""
    return {
        Tone.NEUTRAL: (theme.secondary_text, theme.neutral_pill),
        Tone.GOOD: (theme.good, theme.good_tint),
        Tone.RISK: (theme.at_risk, theme.at_risk_tint),
        Tone.OVERDUE: (theme.overdue_or_failed, theme.overdue_tint),
        Tone.ACCENT: (theme.accent, theme.accent_tint),
    }[tone]
