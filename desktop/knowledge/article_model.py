"""Articles as a list in memory, narrowed by category and language without asking the store."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.knowledge.words import language_name
from models.rows import ArticleRow

ARTICLE_ROLE = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class ArticleModel(QAbstractListModel):
    """Shows those of the found articles that fit the filters, in the order of the finding."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: list[ArticleRow] = []
        self._shown: list[ArticleRow] = []
        self._category = self._language = ""

    def show_found(self, found: Sequence[ArticleRow]) -> None:
        """Replace all articles; the filters stay."""
        self._found = list(found)
        self._narrow()

    def set_filters(self, category: str, language: str) -> None:
        """Empty strings let everything through."""
        self._category, self._language = category, language
        self._narrow()

    def categories(self) -> list[str]:
        """Categories of what was found, sorted."""
        return sorted({row.category for row in self._found if row.category}, key=str.casefold)

    def article_at(self, position: int) -> ArticleRow | None:
        """The article, or None outside the list."""
        return self._shown[position] if 0 <= position < len(self._shown) else None

    def position_of(self, article_id: str) -> int:
        """Where an article stands, or -1."""
        found = (n for n, row in enumerate(self._shown) if row.id == article_id)
        return next(found, -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 # Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.article_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == ARTICLE_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.title, row.category, language_name(row.language))))
        return None

    def _narrow(self) -> None:
        self.beginResetModel()
        self._shown = [row for row in self._found if self._fits(row)]
        self.endResetModel()

    def _fits(self, row: ArticleRow) -> bool:
        return self._category in ("", row.category) and self._language in ("", row.language)
