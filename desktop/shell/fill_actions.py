"""Binds the table of what the window can do to the window, and its keys to its parts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.actions.registry import ActionRegistry
from desktop.shell.dialogs import Dialogs
from desktop.shell.selection_actions import all_or_one, selection_actions, selection_keys
from desktop.shell.shortcuts_help import ShortcutsHelp
from desktop.shell.window_actions import WindowCalls, window_actions

if TYPE_CHECKING:
    from desktop.shell.window import MainWindow


def fill_actions(window: MainWindow, actions: ActionRegistry, dialogs: Dialogs) -> None:
    """Once, while the window is built: most of its parts are not there yet."""
    acts, undo = window.acts, window.undo
    actions.add(*window_actions(_calls(window, actions, dialogs), undo.can_undo, acts.has_ticket))
    actions.add(*selection_actions(window.list_pane, undo))
    actions.note(*selection_keys())
    actions.install("window", window, context=Qt.ShortcutContext.WindowShortcut)
    view = window.list_pane.view
    actions.install("list", view, context=Qt.ShortcutContext.WidgetShortcut)


def _calls(window: MainWindow, actions: ActionRegistry, dialogs: Dialogs) -> WindowCalls:
    acts, view = window.acts, window.list_pane.view
    each = partial(all_or_one, window.list_pane, lambda: window.front() is window)
    return WindowCalls(
        search=partial(_search, window),
        undo=window.undo.undo,
        sync_now=window.sync_now,
        shortcuts=lambda: ShortcutsHelp(actions, window).open(),
        next_row=lambda: view.step(1),
        previous_row=lambda: view.step(-1),
        leave_search=lambda: window.search.leave(),
        done=each("done", acts.mark_done),
        take=each("take", acts.take),
        new_ticket=acts.new_ticket if dialogs.new_ticket else None,
        log_call=acts.log_call if dialogs.log_call else None,
        postpone=each("postpone", acts.postpone) if dialogs.postpone else None,
        transfer=each("transfer", acts.transfer) if dialogs.transfer else None,
        category=each("category", dialogs.category) if dialogs.category else None,
        specialist=dialogs.specialist,
        due=dialogs.due,
        settings=window.show_settings if dialogs.settings else None,
        outbox=window.show_outbox if dialogs.sync_details else None,
        customers=window.show_customers,
        sync_details=window.show_sync_details if dialogs.sync_details else None,
        reply=window.reply_wanted.emit,
        note=window.note_wanted.emit,
        palette=dialogs.palette,
        zoom=window.zoom_wanted.emit,
    )


def _search(window: MainWindow) -> None:
    """The field is in the main window, which comes to the front for it."""
    if window.front() is not window:
        window.bring_to_front()
    window.search.focus()
