"""The conversation of a ticket: painted rows of very different heights, newest at the bottom.

Heights are guessed until a row is seen. Then it is laid out, and if the guess was wrong the list
is laid out again around a row that stays where it is: opening 1,000 messages lays out only those
on the screen. See ``tests/bench`` for figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QListView, QMenu, QWidget

from desktop.actions.physical_keys import is_foreign
from desktop.editor.document_look import MARGIN_PX
from desktop.theme import theme_state
from desktop.ticket.conversation_model import ITEM_ROLE, ConversationModel, EventGroup
from desktop.ticket.held_acts import EDIT, HELD_KEYS, HeldReplies
from desktop.ticket.image_store import ImageStore
from desktop.ticket.message_delegate import MessageDelegate
from desktop.ticket.message_layout import MessageLayout, file_source, is_held_by, shown_html
from desktop.ticket.message_menu import EDIT_KEY, VERSIONS_KEY, MessageMenu, may_edit
from desktop.ticket.message_reader import MessageReader
from desktop.ticket.places import Anchor
from models.commands import Release
from models.richtext import to_plain
from models.rows import Actor, ConversationItem, FileRow, MessageRow
from sync.protocol.link import FileProgress

_NEAR_TOP_PX, _OVERSCAN_PX, _MOST_ROUNDS = 240, 160, 8


class ConversationView(QListView):
    """Signals: ``link_chosen(str)``; ``file_open_requested(FileRow)`` and
    ``file_save_requested(FileRow)``; ``earlier_wanted()`` when the top comes near;
    ``edit_wanted``, ``versions_wanted``, ``split_wanted`` with a MessageRow;
    ``command_chosen(Release)`` for a held reply; ``key_left(str)``, for which it has no use.

    Enter reads the current message (Escape goes back), the menu key offers its text and files.
    ``me`` may change what they wrote, a lead what anybody wrote.
    """

    link_chosen = Signal(str)
    file_open_requested = Signal(object)
    file_save_requested = Signal(object)
    earlier_wanted = Signal()
    edit_wanted = Signal(object)
    versions_wanted = Signal(object)
    split_wanted = Signal(object)
    command_chosen = Signal(object)
    key_left = Signal(str)

    def __init__(
        self, images: ImageStore, parent: QWidget | None = None, me: Actor | None = None
    ) -> None:
        super().__init__(parent)
        self._me, self._me_id = me, me.id if me else ""
        self._model = ConversationModel(self, self._me_id)
        self._delegate = MessageDelegate(images, self, self._me_id)
        self._held = HeldReplies(self.viewport(), self._on_held_chosen)
        self._images = images
        self._reader: MessageReader | None = None
        self._reader_id = ""
        self._passing_on = False
        self._pinned = True
        self._settling = False
        self.setObjectName("conversation")
        self.setAccessibleName(self.tr("Conversation"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.viewport().setMouseTracking(True)
        self._model.dataChanged.connect(self._on_data_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        images.image_loaded.connect(self._on_image_loaded)
        theme_state().changed.connect(self._on_theme_changed)
        self._add_keys()

    def show_items(
        self, items: Sequence[ConversationItem], *, fresh: bool, place: Anchor | None = None
    ) -> None:
        """``fresh``: another ticket, shown at ``place`` or from its end; else the place is kept."""
        anchor = place if fresh else self.anchor()
        if fresh:
            self.close_reader()
            self._delegate.layouts.forget_all()
            self._pinned = anchor is None
        self._settling = True
        self._model.show_items(items)
        if fresh and self._model.rowCount():
            self.setCurrentIndex(self._model.index(self._model.rowCount() - 1))
        self._settling = False
        if self._reader_id and self._model.row_of(self._reader_id) < 0:
            self.close_reader()
        self._lay_out(anchor)

    def show_progress(self, progress: FileProgress) -> bool:
        """How far a file is; True when a message here has it."""
        percent = 100 * progress.done_bytes // max(1, progress.size_bytes)
        if progress.state == "moving":
            self._delegate.percents[progress.sha256] = percent
        else:
            self._delegate.percents.pop(progress.sha256, None)
        self.viewport().update()
        return self._model.has_file(progress.sha256)

    def go_to_end(self) -> None:
        """Follow the newest message from now on."""
        self._pinned = True
        self._lay_out(None)

    def take_focus(self) -> None:
        """Put the keyboard on the current row and show where it is."""
        self._delegate.focus_shown = True
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.viewport().update()

    def current_message(self) -> MessageRow | None:
        """The message that the keyboard is on, if it is on one."""
        entry = self.currentIndex().data(ITEM_ROLE)
        return entry if isinstance(entry, MessageRow) else None

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 60)

    def _held_places(self) -> dict[str, QRect]:
        """Where the buttons of the replies go that wait for this person and are on the screen."""
        places = {}
        for row in self._seen_rows():
            entry, place = self._model.entry(row), self.visualRect(self._model.index(row))
            if isinstance(entry, MessageRow) and is_held_by(entry, self._me_id):
                acts = self._delegate.layouts.layout(entry).acts
                places[entry.id] = acts.translated(place.topLeft())
        return places

    @Slot(str, str)
    def _on_held_chosen(self, message_id: str, act: str) -> None:
        row = self._model.row_of(message_id)
        entry = self._model.entry(row) if row >= 0 else None
        if isinstance(entry, MessageRow):
            self.setCurrentIndex(self._model.index(row))
            self._act_on_held(entry, act)

    def _act_on_held(self, message: MessageRow, act: str) -> None:
        if act == EDIT:
            self.edit_wanted.emit(message)
        else:
            self.command_chosen.emit(Release(id=message.id, act=act))

    def _lay_out(self, anchor: Anchor | None) -> None:
        if self._settling:
            return
        self._settling = True
        self._delegate.layouts.set_width(self.viewport().width())
        for _ in range(_MOST_ROUNDS):
            self.doItemsLayout()
            self._restore(anchor)
            if not self._measure_seen():
                break
        self._settling = False
        self._place_reader()

    def _measure_seen(self) -> bool:
        """Measure what is on the screen; True if that showed a guess to be wrong."""
        wrong = False
        for row in self._seen_rows():
            rect = self.visualRect(self._model.index(row))
            wrong |= self._delegate.layouts.measure(self._model.entry(row)) != rect.height()
        return wrong

    def _seen_rows(self) -> range:
        count = self._model.rowCount()
        first = self.indexAt(QPoint(1, 1)).row()
        if count == 0 or first < 0:
            return range(count if count <= 1 else 0)
        last = first
        bottom = self.viewport().height() + _OVERSCAN_PX
        while last + 1 < count and self.visualRect(self._model.index(last)).bottom() < bottom:
            last += 1
        return range(max(0, first - 1), last + 1)

    def anchor(self) -> Anchor | None:
        """The first row that begins on the screen, and where; None to stay at the end."""
        rows = self._seen_rows()
        if self._pinned or not rows:
            return None
        tops = {row: self.visualRect(self._model.index(row)).top() for row in rows}
        row = next((row for row in rows if tops[row] >= 0), rows[-1])
        return self._model.entry(row).id, tops[row]

    def _restore(self, anchor: Anchor | None) -> None:
        bar = self.verticalScrollBar()
        if anchor is None:
            bar.setValue(bar.maximum())
            return
        row = self._model.row_of(anchor[0])
        if row >= 0:
            top = self.visualRect(self._model.index(row)).top()
            bar.setValue(bar.value() + top - anchor[1])

    @Slot(int, int)
    def _on_range_changed(self, first: int, last: int) -> None:
        """The bar keeps its room; with nothing to scroll it shows no handle."""
        self.verticalScrollBar().setEnabled(last > first)

    @Slot(int)
    def _on_scrolled(self, value: int) -> None:
        if self._settling:
            return
        self._pinned = value >= self.verticalScrollBar().maximum() - 2
        if self._measure_seen():
            self._lay_out(self.anchor())
        self._place_reader()
        if value < _NEAR_TOP_PX:
            self.earlier_wanted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        anchor = self.anchor()
        self._settling = True
        super().resizeEvent(event)
        self._settling = False
        if event.size().width() != event.oldSize().width():
            self.close_reader()
        self._lay_out(anchor)

    @Slot(QModelIndex, QModelIndex)
    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for row in range(first.row(), last.row() + 1):
            self._delegate.layouts.forget(self._model.entry(row).id)

    @Slot(str)
    def _on_image_loaded(self, source: str) -> None:
        if self._delegate.layouts.place_picture(source):
            self._lay_out(self.anchor())
        self.viewport().update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.close_reader()
        anchor = self.anchor()
        self._delegate.layouts.forget_all()
        self._lay_out(anchor)

    # reading one message

    def open_reader(self, row: int) -> MessageReader | None:
        """Put a reader over the text of a row; None where there is no text."""
        entry = self._model.entry(row)
        if isinstance(entry, EventGroup) or not entry.html:
            return None
        if self._reader is not None and self._reader_id == entry.id:
            return self._reader
        self.close_reader()
        layout = self._delegate.layouts.layout(entry)
        html, _ = shown_html(entry, not layout.shortened)
        room = layout.body.width() - 2 * MARGIN_PX
        self._reader = MessageReader(html, room, self._images.fitted, self.viewport())
        self._reader_id = self._delegate.reader_id = entry.id
        self._reader.link_chosen.connect(self.link_chosen)
        self._reader.closed.connect(self._on_reader_closed)
        self._place_reader()
        self._reader.show()
        return self._reader

    def close_reader(self) -> None:
        """Back to painted text."""
        if self._reader is not None:
            self._reader.hide()
            self._reader.deleteLater()
        self._reader, self._reader_id = None, ""
        self._delegate.reader_id = ""
        self.viewport().update()

    @Slot()
    def _on_reader_closed(self) -> None:
        self.close_reader()
        self.setFocus()

    def _place_reader(self) -> None:
        self._held.place(self._held_places())
        row = self._model.row_of(self._reader_id) if self._reader_id else -1
        if self._reader is None or row < 0:
            return
        entry = self._model.entry(row)
        if isinstance(entry, MessageRow):
            corner = self.visualRect(self._model.index(row)).topLeft()
            body = self._delegate.layouts.layout(entry).body
            self._reader.setGeometry(body.translated(corner))

    # mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row, layout, spot = self._under(event.position().toPoint())
        self._delegate.focus_shown = False
        super().mousePressEvent(event)
        if layout is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if layout.body.contains(spot):
            reader = self.open_reader(row)
            if reader is not None:
                reader.setFocus(Qt.FocusReason.MouseFocusReason)
                self._passing_on = True
                reader.pass_on(event, spot - layout.body.topLeft())
        elif layout.shortened and layout.footer.contains(spot):
            self.show_whole(row)
        else:
            self.close_reader()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._passing_on and self._reader is not None:
            spot = event.position().toPoint() - self._reader.pos()
            self._reader.pass_on(event, spot)
            return
        _, layout, spot = self._under(event.position().toPoint())
        self.viewport().setCursor(_cursor_for(layout, spot))
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._passing_on and self._reader is not None:
            self._passing_on = False
            self._reader.pass_on(event, event.position().toPoint() - self._reader.pos())
            return
        self._passing_on = False
        super().mouseReleaseEvent(event)
        _, layout, spot = self._under(event.position().toPoint())
        file = layout.file_at(spot) if layout else None
        if file is not None and event.button() == Qt.MouseButton.LeftButton:
            self.file_open_requested.emit(file)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._delegate.focus_shown = True
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            reader = self.open_reader(row)
            if reader is not None:
                reader.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        entry = self.current_message()
        if event.matches(QKeySequence.StandardKey.Copy) and entry is not None:
            _copy(entry.html)
            return
        if is_foreign(event):
            event.ignore()
            return
        super().keyPressEvent(event)
        self.viewport().update()

    def _add_keys(self) -> None:
        """Shortcuts, because Qt finds those on a keyboard of other letters as well."""
        for key in sorted({*HELD_KEYS, EDIT_KEY, VERSIONS_KEY}):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._on_key, key))

    def _on_key(self, key: str) -> None:
        entry = self.current_message()
        if entry and is_held_by(entry, self._me_id) and key in HELD_KEYS:
            self._act_on_held(entry, HELD_KEYS[key])
        elif entry and key == EDIT_KEY and may_edit(entry, self._me):
            self.edit_wanted.emit(entry)
        elif entry and key == VERSIONS_KEY and entry.edited_at_ms:
            self.versions_wanted.emit(entry)
        else:
            self.key_left.emit(key)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        menu = self.menu_for(index.row()) if index.isValid() else None
        if menu is not None:
            menu.popup(event.globalPos())

    def menu_for(self, row: int) -> QMenu | None:
        """What can be done with a message: its text, and its files."""
        entry = self._model.entry(row)
        if isinstance(entry, EventGroup):
            return None
        menu = MessageMenu(entry, self._me, self)
        menu.copy_chosen.connect(lambda: _copy(entry.html))
        menu.whole_chosen.connect(lambda: self.show_whole(row))
        menu.edit_chosen.connect(lambda: self.edit_wanted.emit(entry))
        menu.versions_chosen.connect(lambda: self.versions_wanted.emit(entry))
        menu.split_chosen.connect(lambda: self.split_wanted.emit(entry))
        menu.held_chosen.connect(lambda act: self._act_on_held(entry, act))
        menu.open_chosen.connect(self.file_open_requested)
        menu.save_chosen.connect(self.file_save_requested)
        menu.picture_chosen.connect(self._copy_picture)
        return menu

    def show_whole(self, row: int) -> None:
        """Lay out a long message to its end."""
        anchor = self.anchor()
        self.close_reader()
        self._delegate.layouts.show_whole(self._model.entry(row).id)
        self._lay_out(anchor)

    @Slot(object)
    def _copy_picture(self, file: FileRow) -> None:
        image = self._images.image(file_source(file))
        if image is not None:
            QGuiApplication.clipboard().setImage(image)

    def _under(self, spot: QPoint) -> tuple[int, MessageLayout | None, QPoint]:
        """The row under a place of the viewport, its layout, and the place within the row."""
        index = self.indexAt(spot)
        if not index.isValid():
            return -1, None, spot
        entry = self._model.entry(index.row())
        inside = spot - self.visualRect(index).topLeft()
        if isinstance(entry, EventGroup):
            return index.row(), None, inside
        return index.row(), self._delegate.layouts.layout(entry), inside


def _cursor_for(layout: MessageLayout | None, spot: QPoint) -> Qt.CursorShape:
    if layout is None:
        return Qt.CursorShape.ArrowCursor
    footer = layout.footer if layout.shortened else QRect()
    if layout.file_at(spot) or footer.contains(spot):
        return Qt.CursorShape.PointingHandCursor
    if not layout.body.contains(spot):
        return Qt.CursorShape.ArrowCursor
    hand = bool(layout.link_at(spot))
    return Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.IBeamCursor


def _copy(html: str) -> None:
    QGuiApplication.clipboard().setText(to_plain(html))
