"""Numbers as people read them in the window."""

NARROW_SPACE = "\u202f"


def grouped(number: int) -> str:
    """``1248`` as ``1 248``, with a space that no line breaks at; the same in every language."""
    return f"{number:,}".replace(",", NARROW_SPACE)
