"""What fields of contacts, companies and equipment are called, where a ticket has none such."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("CustomerWords", text)


def own_field_words(field: str) -> str:
    """The name of a field, as it stands before its value; empty for one that others have too."""
    return {
        "latin_name": _tr("In Latin letters"),
        "nickname": _tr("Called"),
        "patronymic": _tr("Patronymic"),
        "phone": _tr("Phones"),
        "title": _tr("Title"),  # of a person; an article has another one
        "login": _tr("Login"),
        "language": _tr("Language"),
        "short_name": _tr("Short name"),
        "contract_until": _tr("Contract until"),
        "serial": _tr("Serial number"),
        "active": _tr("Active"),
        "contact_id": _tr("Contact"),
    }.get(field, "")
