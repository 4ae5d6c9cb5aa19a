"""Naming a view: what it is called and shows, in which order, and whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.dialogs.choices import IdCombo
from desktop.dialogs.columns import column_list
from desktop.dialogs.frame import DialogFrame
from desktop.icons import icon, icon_names
from desktop.theme import current_theme
from models.commands import Command, Delete, Put
from models.errors import BadFilter
from models.filters import parse
from models.queries.columns import write_columns
from models.queries.saved_views import SavedView
from models.rows import Actor

ICONS = (
    "star bolt hourglass tag building people user alert-circle timer calendar chart screenshot "
    "mail phone chat globe headset network monitor database key book eye sun hand"
).split()
NAME_LIMIT = 80
_WIDTH_PX = 460
_MINE, _SHARED = "mine", "shared"


def _tr(text: str) -> str:
    return QCoreApplication.translate("SaveViewDialog", text)


class SaveViewDialog(DialogFrame):
    """``view`` is one to change, or says what a new one (without an id) begins with."""

    def __init__(
        self,
        me: Actor,
        view: SavedView,
        orders: Sequence[tuple[str, str]],
        columns: Sequence[tuple[str, str]],
        trouble: str,
        parent: QWidget | None = None,
    ) -> None:
        """``orders`` and ``columns`` are keys and words; ``trouble`` is a sentence about the
        view's filter."""
        super().__init__(parent)
        self._me, self._view = me, view
        is_new = not view.id
        title = self.tr("Save as view") if is_new else self.tr("Change the view")
        self.set_heading(title, "", self.tr("Save"))
        self.name, self.filter = QLineEdit(view.name), QLineEdit(view.filter)
        self.icon, self.order, self.whose = IdCombo(), IdCombo(), IdCombo()
        self.name.setMaxLength(NAME_LIMIT)
        self.add_field(self.tr("Name"), self.name)
        self.add_field(self.tr("Filter"), self.filter)
        self.add_field(self.tr("Order"), self.order)
        self.add_field(self.tr("Icon"), self.icon)
        self.add_field(self.tr("Who sees it"), self.whose)
        self.columns = column_list(columns, view.columns)
        self.add_field(self.columns.accessibleName(), self.columns, 1)
        self.columns.entered.connect(self.try_accept)
        self.order.show_choices(orders, view.order or "due")
        whose = ((_MINE, self.tr("Only me, on all my devices")), (_SHARED, self.tr("Everybody")))
        self.whose.show_choices(whose, _MINE if view.mine else _SHARED)
        self._show_icons()
        self._shown = self._values()
        self.show_words(trouble)
        self.watch_keys(self.name, self.filter, self.order, self.icon, self.whose, self.columns)
        self.setMinimumWidth(_WIDTH_PX)
        self.name.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget,
        *,
        me: Actor,
        view: SavedView,
        orders: Sequence[tuple[str, str]],
        columns: Sequence[tuple[str, str]],
        trouble: str = "",
    ) -> list[Command]:
        """The commands that keep the view, as one step; none when cancelled or nothing changed."""
        dialog = cls(me, view, orders, columns, trouble, parent)
        accepted = dialog.exec()
        dialog.deleteLater()
        return dialog.commands() if accepted else []

    def problem(self) -> tuple[str, QWidget] | None:
        if not self.name.text().strip():
            return self.tr("Give the view a name."), self.name
        if self.filter.text() != self._view.filter:
            try:
                parse(self.filter.text())
            except BadFilter as error:
                words = self.tr("“{0}” in the filter can't be understood.").format(error.word)
                return words, self.filter
        return None

    def is_dirty(self) -> bool:
        return self.name.text().strip() != self._view.name or bool(
            self._view.id and self.filter.text() != self._view.filter
        )

    def commands(self) -> list[Command]:
        """What was changed alone, so that what only a newer program knows stays.

        A view stays whose it is: for somebody else it is made anew.
        """
        view, values = self._view, self._values()
        mine = self.whose.chosen() == _MINE
        changed = {name: value for name, value in values.items() if value != self._shown[name]}
        if view.id and mine == view.mine:
            return [Put(entity="view", id=view.id, set=changed)] if changed else []
        kept = {
            "name": view.name,
            "icon": view.icon,
            "filter": view.filter,
            "order_by": view.order,
            "columns": view.columns,
        }
        whole = {**kept, **changed} if view.id else values
        made = Put(entity="view", set={**whole, "owner_id": self._me.id if mine else None})
        return [Delete(entity="view", id=view.id), made] if view.id else [made]

    def _values(self) -> dict[str, str]:
        return {
            "name": self.name.text().strip(),
            "icon": self.icon.chosen() or ICONS[0],
            "filter": self.filter.text().strip(),
            "order_by": self.order.chosen() or "due",
            "columns": write_columns(self.columns.ticked(), self._view.columns),
        }

    def _show_icons(self) -> None:
        names = icon_names()
        shown = [name for name in ICONS if name in names]
        self.icon.show_choices([(name, icon_words(name)) for name in shown], self._view.icon)
        self.icon.setIconSize(QSize(16, 16))
        for n, name in enumerate(shown):
            self.icon.setItemIcon(n, icon(name, current_theme().secondary_text))


def icon_words(name: str) -> str:
    """What an icon shows, for those who don't see it."""
    return {
        "star": _tr("star"),
        "bolt": _tr("lightning"),
        "hourglass": _tr("hourglass"),
        "tag": _tr("tag"),
        "building": _tr("building"),
        "people": _tr("people"),
        "user": _tr("person"),
        "alert-circle": _tr("exclamation mark"),
        "timer": _tr("stopwatch"),
        "calendar": _tr("calendar"),
        "chart": _tr("bars"),
        "screenshot": _tr("screenshot"),
        "mail": _tr("envelope"),
        "phone": _tr("telephone"),
        "chat": _tr("speech bubble"),
        "globe": _tr("globe"),
        "headset": _tr("headset"),
        "network": _tr("network"),
        "monitor": _tr("screen"),
        "database": _tr("database"),
        "key": _tr("key"),
        "book": _tr("book"),
        "eye": _tr("eye"),
        "sun": _tr("sun"),
        "hand": _tr("hand"),
    }.get(name, name)
