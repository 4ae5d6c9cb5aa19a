"""Where one writes below the conversation: the composer, or a message that is being changed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.editor.composer import Composer
from desktop.ticket.image_store import ImageStore
from desktop.ticket.message_editor import MessageEditor


class WritingPlace(QStackedWidget):
    """Signals: ``left()``: the editor closed and had the keyboard, which nobody has now."""

    left = Signal()

    def __init__(
        self,
        composer: Composer,
        editor: MessageEditor,
        images: ImageStore,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._composer, self._editor, self._images = composer, editor, images
        self._wanted: set[str] = set()
        self.addWidget(composer)
        self.addWidget(editor)
        for frame in editor.frames:
            frame.editor.image_wanted.connect(self._on_image_wanted)
        images.image_loaded.connect(self._give_image)

    @Slot()
    def show_composer(self) -> None:
        had_focus = self._editor.isAncestorOf(self.focusWidget() or self)
        self.setCurrentWidget(self._composer)
        if had_focus:
            self.left.emit()

    @Slot()
    def show_editor(self) -> None:
        self.setCurrentWidget(self._editor)

    def take_focus(self) -> None:
        """Put the cursor into the text that is open."""
        if self.currentWidget() is self._editor:
            self._editor.take_focus()
        else:
            self._composer.focus_text()

    def save_now(self) -> None:
        """Give out what is not kept yet."""
        self._composer.save_now()
        self._editor.save_now()

    @Slot(str)
    def _on_image_wanted(self, source: str) -> None:
        self._wanted.add(source)
        self._give_image(source)

    @Slot(str)
    def _give_image(self, source: str) -> None:
        """A picture of a text that is written; those of the conversation alone are not wanted."""
        image = self._images.image(source) if source in self._wanted else None
        if image is not None:
            for frame in self._editor.frames:
                frame.editor.give_image(source, image)
