"""Who may import whom (the arrows of the architecture), read from the source with ``ast``.

Every import counts, also one inside a function; type-only ones under ``TYPE_CHECKING`` do not.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("desktop", "models", "sync")
MODELS_MAY = {
    "markdown_it",
    "msgspec",
    "nh3",
    "peewee",
    "platformdirs",
    "playhouse",
    "psycopg",
    "psycopg_pool",
    "pysqlite3",
    "rapidfuzz",
    "snowballstemmer",
    "uuid_utils",
}
STORE_LIBRARIES = {"peewee", "playhouse", "psycopg", "psycopg_pool", "pysqlite3", "sqlite3"}
SYNC_PARTS = {"engine", "server", "channels"}
# These may know every part of the desktop.
DESKTOP_TOP = {
    "__main__",
    "app",
    "areas",
    "forms",
    "pages",
    "assembly",
    "shell",
    "surroundings",
}
# Folders; every other folder is an area. The editor serves tickets, notes and dialogs alike.
DESKTOP_SHARED = {"actions", "editor", "widgets", "work"}
STORE_OPENERS = {"app", "terminal", "work"}  # work holds a store for each of its threads


@dataclass(frozen=True)
class Arrow:
    """One import: both ends as dotted names, and where it stands."""

    importer: str
    imported: str
    place: str

    def __str__(self) -> str:
        return f"{self.place}: {self.importer} imports {self.imported}"


def arrows(root: Path) -> Iterator[Arrow]:
    """Every import of the product's packages below ``root``."""
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            yield from arrows_of(path, root)


def arrows_of(path: Path, root: Path) -> Iterator[Arrow]:
    """Every import of one file; ``from a import b`` counts as ``a.b`` where that is a module."""
    parts = path.relative_to(root).with_suffix("").parts
    importer = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    for node in _imports(ast.parse(path.read_text(encoding="utf-8"))):
        place = f"{path.relative_to(root)}:{node.lineno}"
        for name in _names(node, parts, root):
            yield Arrow(importer, name, place)


def _imports(node: ast.AST) -> Iterator[ast.Import | ast.ImportFrom]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child
        elif isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            for other in child.orelse:
                yield from _imports(other)
        else:
            yield from _imports(child)


def _names(node: ast.Import | ast.ImportFrom, parts: tuple[str, ...], root: Path) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    base = [*parts[: len(parts) - node.level], *filter(None, [node.module])] if node.level else []
    module = ".".join(base) if node.level else str(node.module)
    folder = root.joinpath(*module.split("."))
    for alias in node.names:
        is_module = (folder / alias.name).is_dir() or (folder / f"{alias.name}.py").is_file()
        yield f"{module}.{alias.name}" if is_module else module


def fault_of(arrow: Arrow, tables: frozenset[str]) -> str | None:
    """Why an import must not be, or None. ``tables`` are the modules that `table_modules` names."""
    importer, imported = arrow.importer.split("."), arrow.imported.split(".")
    if imported[0] == "PySide6" and importer[0] != "desktop":
        return "only desktop knows Qt"
    if importer[0] == "models":
        return _fault_of_models(imported)
    if importer[0] == "sync":
        return _fault_of_sync(importer, imported)
    return _fault_in_desktop(importer, imported) or _fault_of_desktop(importer, imported, tables)


def _fault_of_models(imported: list[str]) -> str | None:
    allowed = imported[0] in MODELS_MAY | {"models"} | sys.stdlib_module_names
    return None if allowed else "models know the store and small field libraries only"


def _fault_of_sync(importer: list[str], imported: list[str]) -> str | None:
    if imported[0] == "desktop":
        return "sync does not know the desktop"
    if importer[1:2] == ["protocol"]:
        own = imported[:2] == ["sync", "protocol"]
        allowed = own or imported[0] in {"msgspec"} | sys.stdlib_module_names
        return None if allowed else "the protocol knows the standard library and msgspec only"
    other = imported[0] == "sync" and imported[1:2] != importer[1:2]
    if other and SYNC_PARTS & set(imported[1:2]):
        return "engine, server and channels do not know each other"
    return None


def _fault_of_desktop(
    importer: list[str], imported: list[str], tables: frozenset[str]
) -> str | None:
    if imported[0] == "sync" and imported[1:2] != ["protocol"]:
        return "the desktop knows of sync its protocol only"
    if imported[0] in STORE_LIBRARIES:
        return "screens do not know the store's libraries"
    if imported[:2] == ["models", "database"]:
        opens = importer[1] in STORE_OPENERS
        return None if opens else "only app, cli and work open the store; types: TYPE_CHECKING"
    name = ".".join(imported[:2])
    return "screens do not know table classes" if name in tables else None


def _fault_in_desktop(importer: list[str], imported: list[str]) -> str | None:
    """Areas know shared parts only; shared parts know no area; the top knows all."""
    if imported[0] != "desktop" or len(imported) < 2 or len(importer) < 2:
        return None
    source, target = importer[1], imported[1]
    if source in DESKTOP_TOP or source == target:
        return None
    if target in DESKTOP_TOP:
        return "only the top of the desktop knows its top"
    if len(imported) > 2 and target not in DESKTOP_SHARED:
        return "only the top of the desktop knows the areas"
    return None


def table_modules(root: Path) -> frozenset[str]:
    """Modules straight below models that hold peewee table classes."""
    return frozenset(
        f"models.{path.stem}"
        for path in (root / "models").glob("*.py")
        if any(_is_table(node) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    )


def _is_table(node: ast.AST) -> bool:
    names = {"Model", "Table", "Replicated"}
    return isinstance(node, ast.ClassDef) and any(
        ast.unparse(base).rpartition(".")[2] in names for base in node.bases
    )
