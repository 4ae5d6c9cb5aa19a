"""Brings `resources/translations` up to date with the words in `desktop`; `./dev words` calls it.

`pyside6-lupdate` reads `self.tr("…")`, but neither a `tr = QCoreApplication.translate` nor the
`_tr("…")` of a module. So the phrases are found here, with ``ast``, and handed to lupdate as a
file of plain `translate("Context", "…")` calls; it merges them into the .ts files, and lrelease
makes the .qm. The tests read the phrases from here too.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import PySide6

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "desktop"
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("ru", "bg")
PLURALS_ONLY = "en"
TOOLS = Path(PySide6.__file__).parent
SUFFIX = ".exe" if sys.platform == "win32" else ""
TRANSLATE = "QCoreApplication.translate"


class Phrase(NamedTuple):
    """What one call asks to be translated; ``text`` is None where it is no literal."""

    context: str
    text: str | None
    comment: str
    numerus: bool
    where: str


def main() -> int:
    """Update and compile; 1 when a call can't be read or a translation is missing."""
    found = phrases()
    unreadable = [phrase.where for phrase in found if phrase.text is None]
    for where in unreadable:
        print(f"{where}: only literal words can be translated", file=sys.stderr)
    update(FOLDER, found)
    unfinished = sum(compile_words(FOLDER / f"deskside_{name}.ts", FOLDER) for name in LANGUAGES)
    compile_words(FOLDER / f"deskside_{PLURALS_ONLY}.ts", FOLDER)
    print(f"{len({phrase[:4] for phrase in found})} phrases, {unfinished} not translated yet")
    return 1 if unreadable or unfinished else 0


def phrases(folder: Path = SOURCES) -> list[Phrase]:
    """Every phrase in the modules below ``folder``, in the order of files and lines."""
    return [phrase for path in sorted(folder.rglob("*.py")) for phrase in phrases_in(path)]


def phrases_in(path: Path) -> list[Phrase]:
    """The phrases of one module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    where = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
    reader = _PhraseReader(where, _wrapper_context(tree))
    reader.visit(tree)
    return reader.found


def _wrapper_context(tree: ast.Module) -> str:
    """The context that the module's own ``_tr`` stands for, "" without one."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == "_tr":
            calls = (part for part in ast.walk(node) if isinstance(part, ast.Call))
            return next(_text(call.args[0]) or "" for call in calls)
    return ""


class _PhraseReader(ast.NodeVisitor):
    def __init__(self, where: str, wrapper_context: str) -> None:
        self.found: list[Phrase] = []
        self._where = where
        self._wrapper_context = wrapper_context
        self._class = ""
        self._parameters: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        outer, self._class = self._class, node.name
        self.generic_visit(node)
        self._class = outer

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        outer, self._parameters = self._parameters, [arg.arg for arg in node.args.args]
        self.generic_visit(node)
        self._parameters = outer

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        name = ast.unparse(node.func)
        if name == "self.tr":
            self._keep(node, self._class, node.args)
        elif name == "_tr":
            self._keep(node, self._wrapper_context, node.args)
        elif name in ("tr", "translate", TRANSLATE, "QT_TRANSLATE_NOOP"):
            self._keep(node, _text(node.args[0]) or "", node.args[1:])

    def _keep(self, node: ast.Call, context: str, args: list[ast.expr]) -> None:
        """``args`` are text, comment and number, or text and number where a wrapper takes two.

        A function that hands on its own parameter is a wrapper; its callers have the words.
        """
        if isinstance(args[0], ast.Name) and args[0].id in self._parameters:
            return
        comment = _text(args[1]) if len(args) > 1 else ""
        numerus = len(args) > 2 or comment is None
        where = f"{self._where}:{node.lineno}"
        self.found.append(Phrase(context, _text(args[0]), comment or "", numerus, where))


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def update(folder: Path, found: list[Phrase]) -> None:
    """Write what is in ``found`` into the .ts files of ``folder``; translations there stay."""
    wanted = list(_calls(found))
    with tempfile.TemporaryDirectory() as temporary:
        source = Path(temporary, "words.py")
        source.write_text("".join(wanted), encoding="utf-8")
        common = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
        common += ["-disable-heuristic", "similartext"]
        for name in (*LANGUAGES, PLURALS_ONLY):
            plural = ["-pluralonly"] if name == PLURALS_ONLY else []
            target = ["-target-language", name, str(source), "-ts", str(_ts(folder, name))]
            _run("lupdate", *common, *plural, *target)


def _calls(found: list[Phrase]) -> Iterator[str]:
    """A line for lupdate each, without repeats, sorted so that moved code changes no .ts file.

    lupdate 6.11 takes a call for a numerus one only if its number is a literal.
    """
    for context, text, comment, numerus in sorted({phrase[:4] for phrase in found}):
        words = ", ".join(_quoted(part) for part in (context, text or "", comment))
        yield f"{TRANSLATE}({words}{', 1' if numerus else ''})\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def compile_words(source: Path, folder: Path) -> int:
    """Compile a .ts file into ``folder``; gives back how many phrases have no translation."""
    _run("lrelease", "-silent", str(source), "-qm", str(folder / f"{source.stem}.qm"))
    return source.read_text(encoding="utf-8").count('type="unfinished"')


def _ts(folder: Path, name: str) -> Path:
    return folder / f"deskside_{name}.ts"


def _run(tool: str, *args: str) -> None:
    subprocess.run([str(TOOLS / f"{tool}{SUFFIX}"), *args], check=True)


if __name__ == "__main__":
    sys.exit(main())
