"""Small repairs of the source's texts, so that they read well in a desk of today.

Dates become day offsets, ``{{iso:-3}}`` or ``{{dmy:-3}}``, which the loader writes out again;
an agent's greeting names the customer; Russian past tense follows the author's gender;
a signature names the company that the person has in the demo.
"""

from __future__ import annotations

import re
from datetime import date

_DATE = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b|\b(\d\d)\.(\d\d)\.(\d{4})\b")
_SERVER_LOG = "WARN  [worker-"
_GREETINGS = re.compile(
    r"^(Hello|Hi|Good morning|Dear support team|Добрый день|Доброе утро|Здравствуйте|Коллеги"
    r"|Уважаемая поддержка|Привет|Здравейте|Добър ден|Добро утро|Уважаеми колеги)[,!] "
)
_HELLO = {"en": "Hello {},", "ru": "Здравствуйте, {}!", "bg": "Здравейте, {},"}
_FEMININE = re.compile(
    r"\b(Удалил|запустил|Обновил|Сократил|Снизил|включил|назначил|Поменял|Убрал|Закрепил"
    r"|перезапустил|добавил|Установил|Подтвердил|подтвердил|попробовал|пробовал|перезагрузил)\b"
)


def undate(text: str, written: date, day: int) -> str:
    """Replace absolute dates by offsets; ``day`` is the ticket's day, 0 for today.

    The dates of a server log end on the day of the ticket: a log does not know the future.
    """
    logged = [
        (found - written).days
        for match in _DATE.finditer(text)
        if _is_logged(text, match) and (found := _read(match)) is not None
    ]
    ahead = max([0, *logged])

    def offset(match: re.Match[str]) -> str:
        found = _read(match)
        if found is None:
            return match[0]
        shift = ahead if _is_logged(text, match) else 0
        days = max(-400, (found - written).days - shift + day)
        return f"{{{{{'iso' if match[1] else 'dmy'}:{days}}}}}"

    return _DATE.sub(offset, text)


def _is_logged(text: str, match: re.Match[str]) -> bool:
    return _SERVER_LOG in text[match.end() : match.end() + 30]


def _read(match: re.Match[str]) -> date | None:
    year, month, day = (
        (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    )
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def greet(text: str, language: str, first_name: str) -> str:
    """An agent's answer with the customer's name in its greeting, when it has a greeting."""
    match = _GREETINGS.match(text)
    if match is None:
        return text
    return f"{_HELLO[language].format(first_name)}\n\n{text[match.end() :]}"


def in_gender(text: str, *, feminine: bool) -> str:
    """Russian verbs of the past tense with the ending of a woman, when she is one."""
    return _FEMININE.sub(r"\1а", text) if feminine else text
