"""Between what somebody types into a field of a customer and what its column holds."""

from __future__ import annotations

import json
import re
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, Qt

from models.lookalikes import marked_words
from models.mail_domains import domain_of, normalised
from models.queries.customer_rows import CustomerKind

CONTACT_LINES = "name latin_name nickname patronymic title email other_emails phone login".split()
COMPANY_LINES = "name short_name latin_name domains plan contract contract_until".split()
LISTS = ("other_emails", "domains")
LOOKED_AT = ("name", "nickname", "email", "other_emails", "domains", "short_name")
"""Fields that somebody may pretend with."""
_BETWEEN = re.compile(r"[\s,;]+")


def _tr(text: str) -> str:
    return QCoreApplication.translate("CustomerValues", text)


def lines_of(kind: CustomerKind) -> list[str]:
    return CONTACT_LINES if kind == "contact" else COMPANY_LINES


def shown(field: str, value: Any) -> str:
    """A column as a line of text."""
    if field in LISTS:
        return ", ".join(map(str, json.loads(value or "[]")))
    return str(value or "")


def kept(field: str, text: str) -> str:
    """A line of text as its column holds it."""
    if field in LISTS:
        found = [each for each in _BETWEEN.split(text.strip()) if each]
        return json.dumps(list(dict.fromkeys(found)), ensure_ascii=False)
    return text.strip()


def fault(field: str, text: str) -> str:
    """What is wrong with what was typed, as a sentence; empty when nothing is."""
    typed = text.strip()
    if field == "name" and not typed:
        return _tr("Without a name nobody will find this again.")
    if field in ("email", "other_emails"):
        return _fault_of_addresses(typed, one=field == "email")
    if field == "domains":
        wrong = [each for each in _BETWEEN.split(typed) if each and not _is_domain(each)]
        return _tr("“%1” is no domain.").replace("%1", wrong[0]) if wrong else ""
    if field == "contract_until" and typed and not _day(typed).isValid():
        return _tr("Write the day as 2027-01-31.")
    return ""


def lookalikes(field: str, text: str) -> str:
    """Words that mix alphabets, as a sentence; empty when there are none."""
    if field not in LOOKED_AT:
        return ""
    words = [text[start:end] for start, end in marked_words(text)]
    if not words:
        return ""
    named = ", ".join(f"“{word}”" for word in words[:3])
    return _tr("Look-alike letters of another alphabet in %1").replace("%1", named)


def _fault_of_addresses(typed: str, *, one: bool) -> str:
    found = [each for each in _BETWEEN.split(typed) if each]
    if one and len(found) > 1:
        return _tr("One address stands here. The others go below.")
    wrong = [each for each in found if domain_of(each) is None]
    return _tr("“%1” is no e-mail address.").replace("%1", wrong[0][:60]) if wrong else ""


def _is_domain(text: str) -> bool:
    return normalised(text) is not None and "." in text


def _day(text: str) -> QDate:
    return QDate.fromString(text, Qt.DateFormat.ISODate)
