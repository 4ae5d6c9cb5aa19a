"""The card on a computer that was signed out for good: first save what was never sent.

Nothing is deleted before the person has chosen where to save it; ``app.py`` connects
``wipe_requested`` to the engine, which saves, then forgets everything.
"""

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop.code_words import words_for_code
from desktop.icons import pixmap
from desktop.shell.window_memory import first_size
from desktop.theme import current_theme, theme_state
from desktop.widgets.button import Button
from models import unsent
from models.profile import Profile
from sync.protocol.link import Failed

_CARD_WIDTH_PX, _PADDING_PX, _ICON_PX = 440, 32, 28


def ask_folder(parent: QWidget) -> str:
    """Where the texts are to be saved; "" when the person thought better of it."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    title = QCoreApplication.translate("RevokedPage", "Save the texts in")
    return QFileDialog.getExistingDirectory(parent, title, documents)


class RevokedPage(QWidget):
    """Signals: ``wipe_requested(folder)``, answered by ``show_done`` or ``show_failure``;
    ``left()`` when all is done and read.
    """

    wipe_requested = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle("Deskside")
        self.resize(first_size())
        self._texts = 0
        self._done = False
        self._icon, self._title, self._sentence = QLabel(), QLabel(), QLabel()
        self._words = QLabel()
        self.button = Button("", kind="primary")
        self._lay_out()
        self.button.clicked.connect(self._on_clicked)
        theme_state().changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def count(self, profile: Profile) -> None:
        """Look how many texts were never sent, and say so."""
        store = profile.open()
        try:
            self.show_texts(len(unsent.texts(store)))
        finally:
            store.close()

    def show_texts(self, number: int) -> None:
        """``number`` texts were never sent."""
        self._texts = number
        if number:
            self._sentence.setText(
                self.tr(
                    "%n texts were never sent. Save them first: after that, everything of "
                    "Deskside on this computer is deleted.",
                    "",
                    number,
                )
            )
            self._set_button(self.tr("Save and delete …"))
        else:
            self._sentence.setText(
                self.tr(
                    "Everything you wrote has been sent. What Deskside keeps on this computer "
                    "is deleted now."
                )
            )
            self._set_button(self.tr("Delete"))
        self.setAccessibleName(f"{self._title.text()} {self._sentence.text()}")

    @Slot(object)
    def show_failure(self, failed: Failed) -> None:
        """Why nothing was saved and nothing deleted."""
        if failed.code == "wipe":
            self.button.setEnabled(True)
            self._say(words_for_code(failed.code, failed.sentence), "overdue")

    def show_done(self, folder: str) -> None:
        """All is deleted; the texts are in ``folder``, if there were any."""
        self._done = True
        saved = self.tr("What was never sent is saved in %1").replace("%1", folder)
        self._say(saved if folder else "", "good")
        self._sentence.setText(self.tr("Nothing of Deskside is left on this computer."))
        self._set_button(self.tr("Sign in again"))
        self.button.setEnabled(True)
        self.button.setFocus()

    def words(self) -> str:
        """What the card says about the last attempt."""
        return self._words.text()

    def _lay_out(self) -> None:
        self._title.setText(self.tr("This computer was signed out by an administrator."))
        self._title.setProperty("role", "heading")
        for label in (self._title, self._sentence, self._words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card = QFrame()
        card.setProperty("card", True)
        card.setFixedWidth(_CARD_WIDTH_PX)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(_PADDING_PX, _PADDING_PX, _PADDING_PX, _PADDING_PX)
        inside.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        inside.addLayout(head)
        inside.addWidget(self._sentence)
        inside.addWidget(self._words)
        inside.addWidget(self.button)
        layout = QGridLayout(self)
        layout.addWidget(card, 1, 1)
        for edge in (0, 2):
            layout.setRowStretch(edge, 2 + edge)
            layout.setColumnStretch(edge, 1)

    def _set_button(self, text: str) -> None:
        self.button.setText(text)
        self.button.setAccessibleName(text)

    def _say(self, words: str, tone: str) -> None:
        self._words.setText(words)
        self._words.setProperty("tone", tone)
        self._words.style().polish(self._words)

    @Slot()
    def _on_clicked(self) -> None:
        if self._done:
            self.left.emit()
            return
        folder = ask_folder(self) if self._texts else ""
        if self._texts and not folder:
            return
        self.button.setEnabled(False)
        self._say("", "")
        self.wipe_requested.emit(folder)

    @Slot()
    def _on_theme_changed(self) -> None:
        colour = current_theme().overdue_or_failed
        dpr = self.devicePixelRatioF()
        self._icon.setPixmap(pixmap("alert-circle", colour, _ICON_PX, dpr))
