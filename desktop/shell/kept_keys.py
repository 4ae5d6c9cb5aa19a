"""Keys that somebody chose: read when the window is there, kept as a setting of theirs."""

from __future__ import annotations

import json
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.actions.registry import ActionRegistry, KeyTaken, KeyUnfit
from desktop.work.reader import Reader
from desktop.work.writer import CommandWriter
from models.commands import Put
from models.perform import Performed
from models.queries.preferences import preference, preference_id
from models.rows import Actor

KEY = "keys"


class KeptKeys(QObject):
    """Holds the actions to what is kept, also when another device or Undo changes that."""

    def __init__(
        self,
        me: Actor,
        reader: Reader,
        writer: CommandWriter,
        actions: ActionRegistry,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._me, self._reader, self._writer, self._actions = me, reader, writer, actions
        writer.performed.connect(self._on_performed)

    def read(self) -> None:
        """Take over what is kept."""
        self._reader.ask("keys", partial(preference, me=self._me, key=KEY), self._on_read)

    @Slot()
    def keep(self) -> None:
        """Write down where actions have other keys than their own."""
        actions = self._actions
        chosen = {
            action.id: action.shortcut
            for action in actions.all()
            if action.shortcut != actions.own_keys(action.id)
        }
        row = {"key": KEY, "value": json.dumps(chosen)}
        self._writer.submit(Put(entity="preference", id=preference_id(self._me, KEY), set=row))

    @Slot(object)
    def _on_performed(self, performed: Performed) -> None:
        if any(kind == "preference" for kind, _ in performed.touched):
            self.read()

    def _on_read(self, kept: str) -> None:
        """A key that another action has by now, e.g. in a newer program, stays that one's."""
        actions, chosen = self._actions, _chosen(kept)
        wanted = {each.id: chosen.get(each.id, actions.own_keys(each.id)) for each in actions.all()}
        changes = {id: keys for id, keys in wanted.items() if keys != actions[id].shortcut}
        for id in changes:
            actions.rebind(id, "")
        for id, keys in changes.items():
            if not self._bound(id, keys):
                self._bound(id, actions.own_keys(id))

    def _bound(self, id: str, keys: str) -> bool:
        try:
            self._actions.rebind(id, keys)
        except (KeyTaken, KeyUnfit):
            return False
        return True


def _chosen(kept: str) -> dict[str, str]:
    try:
        read = json.loads(kept or "{}")
    except ValueError:
        return {}
    pairs = read.items() if isinstance(read, dict) else ()
    return {id: keys for id, keys in pairs if isinstance(keys, str)}
