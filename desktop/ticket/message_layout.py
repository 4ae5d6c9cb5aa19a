"""Where everything of one message card is: computed once per width, kept while it is seen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QAbstractTextDocumentLayout, QImage, QTextDocument

from desktop.comfort import growth
from desktop.editor.document_build import BuildOptions, fill_document
from desktop.editor.document_look import MARGIN_PX
from desktop.editor.placeholder_image import placeholder_image
from desktop.theme import PANE_PADDING_PX, SMALL_PX
from desktop.ticket.conversation_model import Entry, EventGroup
from desktop.ticket.image_store import FILE_SCHEME
from desktop.ticket.words import delivery_words, held_words, upload_words
from desktop.widgets.paint import text_width
from models.rows import FileRow, MessageRow

CARD_GAP_PX, PADDING_PX, TOP_PX, BODY_TOP_PX = 10, 13, 10, 46
THUMBNAIL_WIDTH_PX, THUMBNAIL_HEIGHT_PX = 320, 180
WAITING_WIDTH_PX, WAITING_HEIGHT_PX = 180, 112
RIGHT_PX = 6
"""Beside the scroll bar, so that cards end where the composer's frame does."""
CHIP_HEIGHT_PX, FILE_GAP_PX, FOOTER_PX, EVENT_LINE_PX = 30, 8, 22, 18
ACTS_PX = 34
LONGEST_SHOWN_CHARS = 60_000
_KEPT = 160
ImageOf = Callable[[str], QImage | None]
FittedOf = Callable[[str, int], QImage | None]
"""A picture no wider than so many pixels."""
SizeOf = Callable[[str], QSize | None]


@dataclass
class MessageLayout:
    """A laid-out message; all rects are relative to the top left corner of its row."""

    height: int
    card: QRect
    body: QRect
    document: QTextDocument
    sources: frozenset[str]
    files: tuple[tuple[FileRow, QRect], ...]
    footer: QRect
    acts: QRect
    shortened: bool

    def file_at(self, spot: QPoint) -> FileRow | None:
        return next((file for file, rect in self.files if rect.contains(spot)), None)

    def link_at(self, spot: QPoint) -> str:
        """The address of the link under ``spot``, or an empty string."""
        place = QPointF(spot - self.body.topLeft())
        return self.document.documentLayout().anchorAt(place) or ""


@dataclass
class MessageLayouts:
    """Layouts of the messages that were seen last, and heights of all: measured or guessed.

    ``image_of`` and ``fitted_of`` give a picture or None, and see to it that a later call gives
    it; ``size_of`` says how large it will be, where that is known. Below a held reply of ``me_id``
    there is room for what to do with it.
    """

    image_of: ImageOf
    fitted_of: FittedOf
    size_of: SizeOf = lambda _: None
    me_id: str = ""
    width: int = 0
    _layouts: OrderedDict[str, MessageLayout] = field(default_factory=OrderedDict)
    _heights: dict[str, int] = field(default_factory=dict)
    _guesses: dict[str, int] = field(default_factory=dict)
    _whole: set[str] = field(default_factory=set)

    def set_width(self, width: int) -> None:
        if width != self.width:
            self.width = width
            self.forget_all()

    def forget_all(self) -> None:
        """After a change of width, theme or ticket."""
        self._layouts.clear()
        self._heights.clear()
        self._guesses.clear()

    def forget(self, entry_id: str) -> None:
        """One message changed; its measured height stays as the guess until it is seen again."""
        self._layouts.pop(entry_id, None)
        height = self._heights.pop(entry_id, None)
        if height is not None:
            self._guesses[entry_id] = height

    def place_picture(self, source: str) -> bool:
        """Show a picture that came; True when some message has to be laid out anew for it."""
        users = [id for id, layout in self._layouts.items() if source in layout.sources]
        unfit = [id for id in users if not self._fits(self._layouts[id], source)]
        for id in unfit:
            self.forget(id)
        return bool(unfit)

    def _fits(self, layout: MessageLayout, source: str) -> bool:
        """Whether the picture's room was kept; if so it is in the text from now on."""
        url, kind = QUrl(source), QTextDocument.ResourceType.ImageResource.value
        before, room = layout.document.resource(kind, url), layout.body.width() - 2 * MARGIN_PX
        if before is not None:
            image = self.fitted_of(source, room)
            if image is None or before.size() != image.size():
                return False
            layout.document.addResource(kind, url, image)
        shown = [(file, rect) for file, rect in layout.files if file_source(file) == source]
        return all(self._file_size(file) == rect.size() for file, rect in shown)

    def show_whole(self, entry_id: str) -> None:
        """A message that is shown in part is to be shown to its end."""
        self._whole.add(entry_id)
        self.forget(entry_id)

    def height(self, entry: Entry) -> int:
        """Measured if the message was seen, guessed otherwise; cheap enough for 10 000 rows."""
        known = self._heights.get(entry.id) or self._guesses.get(entry.id)
        if known is None:
            known = self._guesses[entry.id] = _guess(entry, self.width)
        return known

    def measure(self, entry: Entry) -> int:
        """The true height; lays the message out if need be."""
        if isinstance(entry, EventGroup):
            self._heights[entry.id] = event_line_height() + CARD_GAP_PX
        elif entry.id not in self._heights:
            self.layout(entry)
        return self._heights[entry.id]

    def layout(self, message: MessageRow) -> MessageLayout:
        """The layout, made now if it is not kept."""
        found = self._layouts.get(message.id)
        if found is None:
            found = self._make(message)
            self._layouts[message.id] = found
            self._heights[message.id] = found.height
            if len(self._layouts) > _KEPT:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(message.id)
        return found

    def _make(self, message: MessageRow) -> MessageLayout:
        card_width = max(200, self.width - PANE_PADDING_PX - RIGHT_PX)
        room = card_width - 2 * PADDING_PX
        html, shortened = shown_html(message, message.id in self._whole)
        document = QTextDocument()
        sources = fill_document(document, html, BuildOptions(False, room))
        for source in sources:
            image = self.fitted_of(source, room)
            give_image(document, source, image, self._kept_room(source, room))
        document.setTextWidth(room + 2 * MARGIN_PX)
        left, top = PANE_PADDING_PX + PADDING_PX, CARD_GAP_PX // 2
        text_height = ceil(document.size().height()) if html else 2 * MARGIN_PX
        body = QRect(left, top + BODY_TOP_PX, room, text_height - 2 * MARGIN_PX)
        below = body.bottom() + 1 + (FILE_GAP_PX if html and message.files else 0)
        body.adjust(-MARGIN_PX, -MARGIN_PX, MARGIN_PX, MARGIN_PX)
        sizes = [self._file_size(file) for file in message.files]
        placed, below = _place_files(message.files, sizes, QRect(left, below, room, 0))
        told = delivery_words(message) or held_words(message, self.me_id)
        has_footer = bool(told) or message.unsent or shortened
        footer = QRect(left, below + 6, room, FOOTER_PX if has_footer else 0)
        bottom = footer.bottom() + 1 if has_footer else below
        acts = QRect(left, bottom, room, ACTS_PX if is_held_by(message, self.me_id) else 0)
        bottom += acts.height()
        card = QRect(PANE_PADDING_PX, top, card_width, bottom + PADDING_PX - 1 - top)
        height = card.bottom() + 1 + CARD_GAP_PX // 2
        shown = frozenset([*sources, *map(file_source, filter(is_picture, message.files))])
        files = tuple(placed)
        return MessageLayout(height, card, body, document, shown, files, footer, acts, shortened)

    def _kept_room(self, source: str, room: int) -> QSize | None:
        """How large the picture will be in the text, where that is known."""
        size = self.size_of(source)
        if size is None or size.width() <= room:
            return size
        return QSize(room, int(size.height() * room / size.width() + 0.5))  # as a picture is made

    def _file_size(self, file: FileRow) -> QSize:
        """Of a picture as it fits, of a box while it is not here, or of a chip."""
        if not is_picture(file):
            return QSize(chip_width(file), CHIP_HEIGHT_PX)
        image = self.image_of(file_source(file))
        size = self.size_of(file_source(file)) if image is None else image.size()
        if size is None:
            return QSize(WAITING_WIDTH_PX, WAITING_HEIGHT_PX)
        most = QSize(THUMBNAIL_WIDTH_PX, THUMBNAIL_HEIGHT_PX)
        if size.width() > most.width() or size.height() > most.height():
            size = size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
        return size.expandedTo(QSize(48, 32))


def is_held_by(message: MessageRow, me_id: str) -> bool:
    """Whether this person has to say what becomes of it."""
    return message.delivery == "held" and message.author_id == me_id


def shown_html(message: MessageRow, whole: bool) -> tuple[str, bool]:
    """The HTML to lay out, and whether that is only its beginning."""
    if whole or len(message.html) <= LONGEST_SHOWN_CHARS:
        return message.html, False
    cut = message.html.rfind("<", 0, LONGEST_SHOWN_CHARS)
    return message.html[: cut if cut > 0 else LONGEST_SHOWN_CHARS], True


def give_image(
    document: QTextDocument, source: str, image: QImage | None, size: QSize | None = None
) -> None:
    """Put a picture, or what stands in for it in its ``size``, where ``document`` finds it."""
    kind = QTextDocument.ResourceType.ImageResource.value
    document.addResource(kind, QUrl(source), image or placeholder_image(source, size))


def event_line_height() -> int:
    """Of the one line between two messages that says what happened."""
    return EVENT_LINE_PX + growth()


def is_picture(file: FileRow) -> bool:
    return file.media_type.startswith("image/") and file.media_type != "image/svg+xml"


def file_source(file: FileRow) -> str:
    return FILE_SCHEME + file.sha256


def paint_context() -> QAbstractTextDocumentLayout.PaintContext:
    return QAbstractTextDocumentLayout.PaintContext()


PlacedFiles = list[tuple[FileRow, QRect]]


def _place_files(
    files: tuple[FileRow, ...], sizes: list[QSize], room: QRect
) -> tuple[PlacedFiles, int]:
    """Rects of pictures and chips in rows from the left, and where they end."""
    placed: PlacedFiles = []
    left, top, row_height = room.left(), room.top(), 0
    for file, size in zip(files, sizes, strict=True):
        if left > room.left() and left + size.width() > room.right():
            left, top, row_height = room.left(), top + row_height + FILE_GAP_PX, 0
        width = min(size.width(), room.width())
        placed.append((file, QRect(left, top, width, size.height())))
        left, row_height = left + width + FILE_GAP_PX, max(row_height, size.height())
    return placed, top + row_height


def chip_width(file: FileRow) -> int:
    """With room for what is said of an upload beside its name."""
    name = text_width(file.name, SMALL_PX)
    if not file.upload:
        return min(280, name + 110)
    told = max(text_width(upload_words(file, percent), SMALL_PX) for percent in (None, 100))
    return min(460, name + told + 60)


def _guess(entry: Entry, width: int) -> int:
    if isinstance(entry, EventGroup):
        return event_line_height() + CARD_GAP_PX
    html = entry.html
    lines = html.count("</p>") + html.count("<br>") + html.count("<li") + html.count("</tr>")
    wrapped = len(html) * 7 // max(200, width)
    files = THUMBNAIL_HEIGHT_PX if entry.files else 0
    footer = FOOTER_PX if entry.delivery or entry.unsent else 0
    return BODY_TOP_PX + CARD_GAP_PX + PADDING_PX + 20 * max(lines, wrapped) + files + footer
