"""Merges as people meet them, written in Markdown so that they can be read."""

from __future__ import annotations

import pytest

from models.merge.text import Choice, as_html, merge_text, resolve
from models.richtext import from_markdown, sanitize

PRINTER = """\
## Принтер на втором этаже

Не печатает с утра.

1. Проверить кабель.
2. Перезагрузить принтер.
3. Напечатать пробную страницу.

Ответственный: Иван."""

VPN = """\
# Достъп до VPN

Поискайте сертификат от отдела.

- [x] Инсталирайте клиента
- [ ] Внесете сертификата
- [ ] Свържете се

| Град | Шлюз |
|---|---|
| София | vpn-1 |
| Пловдив | vpn-2 |
| Варна | vpn-3 |
| Русе | vpn-4 |"""

GATEWAY = """\
The gateway drops calls.

> Since the update of Monday,
> every third call is lost.

```
ping gw-2
```

- Restart `sipd`
  - then wait a minute
  - then call 100
- Tell the customer"""


def md(text: str) -> str:
    return from_markdown(text, line_breaks=True)


MERGES = {
    "heading and last line": (
        PRINTER,
        [("на втором этаже", "на третьем этаже")],
        [("Ответственный: Иван.", "Ответственная: Мария.")],
    ),
    "two steps of one list": (
        PRINTER,
        [("1. Проверить кабель.", "1. Проверить кабель и розетку.")],
        [("3. Напечатать пробную страницу.", "3. Напечатать две страницы.\n4. Позвонить Анне.")],
    ),
    "one removes a step, the other adds a line": (
        PRINTER,
        [("2. Перезагрузить принтер.\n3.", "2.")],
        [("Не печатает с утра.", "Не печатает с утра.\n\nБумага есть.")],
    ),
    "two marks of one check list": (
        VPN,
        [("[x] Инсталирайте", "[ ] Инсталирайте")],
        [("[ ] Свържете се", "[x] Свържете се")],
    ),
    "two rows of one table": (
        VPN,
        [("| София | vpn-1 |", "| София | vpn-10 |\n| Банкя | vpn-11 |")],
        [("\n| Варна | vpn-3 |", "")],
    ),
    "quote and nested list": (
        GATEWAY,
        [("Since the update of Monday", "Since the update of Tuesday")],
        [("  - then call 100", "  - then call 100\n  - then call 200")],
    ),
    "code and a nested item": (
        GATEWAY,
        [("ping gw-2", "ping -c 3 gw-2")],
        [("then wait a minute", "then wait **two** minutes")],
    ),
}

Changes = list[tuple[str, str]]


def changed(text: str, changes: Changes) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("name", MERGES)
def test_changes_apart_from_each_other_are_both_kept(name: str) -> None:
    base, mine, theirs = MERGES[name]
    merged = merge_text(md(base), md(changed(base, mine)), md(changed(base, theirs)))
    assert merged.html == md(changed(base, mine + theirs))


CONFLICTS = {
    "the same line": (
        PRINTER,
        [("с утра", "с понедельника")],
        [("с утра", "со вчерашнего дня")],
        "Не печатает со вчерашнего дня.\n\nНе печатает с понедельника.",
        "Не печатает с утра.",
    ),
    "neighbours": (
        PRINTER,
        [("2. Перезагрузить принтер.", "2. Выключить и включить.")],
        [("1. Проверить кабель.", "1. Проверить кабель дважды.")],
        "1. Проверить кабель дважды.\n2. Выключить и включить.",
        "1. Проверить кабель.\n2. Перезагрузить принтер.",
    ),
    "neighbours the other way round": (
        PRINTER,
        [("1. Проверить кабель.", "1. Проверить кабель дважды.")],
        [("2. Перезагрузить принтер.", "2. Выключить и включить.")],
        "1. Проверить кабель дважды.\n2. Выключить и включить.",
        "1. Проверить кабель.\n2. Перезагрузить принтер.",
    ),
    "both add at the same place": (
        VPN,
        [("отдела.", "отдела.\n\nТелефон: 100.")],
        [("отдела.", "отдела.\n\nПоща: it@example.org")],
        "отдела.\n\nПоща: it@example.org\n\nТелефон: 100.",
        "отдела.",
    ),
    "one removes what the other changes": (
        VPN,
        [("- [ ] Внесете сертификата\n", "")],
        [("Внесете сертификата", "Внесете сертификата и паролата")],
        "- [ ] Внесете сертификата и паролата\n",
        "- [ ] Внесете сертификата\n",
    ),
}


@pytest.mark.parametrize("name", CONFLICTS)
def test_changes_that_meet_are_decided_by_a_person(name: str) -> None:
    base, my_changes, their_changes, both, place = CONFLICTS[name]
    mine, theirs = changed(base, my_changes), changed(base, their_changes)
    merged = merge_text(md(base), md(mine), md(theirs))
    assert merged.html is None
    wanted: dict[Choice, str] = {
        "mine": mine,
        "theirs": theirs,
        "both": base.replace(place, both),
    }
    for choice, text in wanted.items():
        assert resolve(merged.pieces, [choice]) == md(text)


def test_a_conflict_leaves_the_other_changes_merged() -> None:
    base, mine, theirs = (md(text) for text in ("a\n\nb\n\nc", "A\n\nb\n\nC", "a\n\nb\n\nC!"))
    merged = merge_text(base, mine, theirs)
    assert [piece.author for piece in merged.pieces] == ["mine", "same", "conflict"]
    [conflict] = merged.conflicts
    sides = (conflict.base, conflict.mine, conflict.theirs)
    assert [as_html(side) for side in sides] == ["<p>c</p>", "<p>C</p>", "<p>C!</p>"]
    assert resolve(merged.pieces, ["theirs"]) == md("A\n\nb\n\nC!")


def test_what_both_wrote_in_a_conflict_stands_once() -> None:
    merged = merge_text(md("a\n\nb"), md("x\n\na\n\nB"), md("x\n\nb"))
    assert resolve(merged.pieces, ["both"]) == md("x\n\nB")


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    merged = merge_text(md("a\n\nb"), md("a\n\nc"), md("a\n\nc"))
    assert [piece.author for piece in merged.pieces] == ["same", "both"]
    assert merged.html == md("a\n\nc")


def table(*rows: str) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row.split()) for row in rows)
    return sanitize(f"<p>x</p><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table><p>y</p>")


def test_a_table_with_a_new_column_does_not_mix_with_changed_rows() -> None:
    base = table("a 1", "b 2", "c 3", "d 4")
    wider, changed_row = table("a 1 !", "b 2", "c 3", "d 4"), table("a 1", "b 2", "c 3", "D 4")
    for mine, theirs in ((wider, changed_row), (changed_row, wider)):
        merged = merge_text(base, mine, theirs)
        assert [piece.author for piece in merged.pieces] == ["same", "conflict", "same"]
        assert resolve(merged.pieces, ["mine"]) == mine
        assert resolve(merged.pieces, ["theirs"]) == theirs


def test_a_new_column_merges_with_changes_outside_its_table() -> None:
    base, wider = table("a 1", "b 2", "c 3"), table("a 1 !", "b 2 !", "c 3 !")
    assert merge_text(base, wider, base + "<p>z</p>").html == wider + "<p>z</p>"


def test_joined_cells_count_and_tables_inside_cells_do_not() -> None:
    wide = '<tr><td colspan="2">{}</td></tr>'.format
    first, inner = "<tr><td>a</td><td>1</td></tr>", table("1 2 3")
    base = f"<table>{first}{wide('b')}{wide('c')}{wide('d')}</table>"
    mine, theirs = base.replace(first, wide("A")), base.replace(wide("d"), wide(inner))
    assert merge_text(base, mine, theirs).html == mine.replace(wide("d"), wide(inner))


def test_nobody_is_asked_when_one_side_has_all_that_the_other_did() -> None:
    """One has taken back a step that the other, who changed more beside it, never saw."""
    base, mine, theirs = md("one\n\nTWO\n\nend"), md("one\n\ntwo\n\nend"), md("ONE\n\ntwo\n\nend")
    assert merge_text(base, mine, theirs).html == theirs
    assert merge_text(base, theirs, mine).html == theirs
    assert merge_text(base, mine, md("ONE\n\n2\n\nend")).html is None
