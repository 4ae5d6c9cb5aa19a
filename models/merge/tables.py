"""Tables in the merge of texts: rows merge one by one while both sides have as many columns."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from models.richtext import Block

_TAG = re.compile(r'<(/?)(table|td|th)\b(?: [^>]*?colspan="(\d+)")?')

Twins = Mapping[int, int]


def torn_rows(
    base: Sequence[Block],
    mine: Sequence[Block],
    theirs: Sequence[Block],
    twins: tuple[Twins, Twins],
) -> Iterator[int]:
    """Indices in ``base`` of the rows of tables which cannot be merged row by row.

    ``twins`` tells where base blocks are in mine and in theirs. Such a table was changed by both
    and has more columns in one text than in the other.
    """
    done = 0
    for index in range(len(base)):
        if index < done or base[index].kind != "row":
            continue
        table = _table_around(base, index)
        done = table.stop
        kept = next((i for i in table if i in twins[0] and i in twins[1]), None)
        if kept is None:
            continue
        rows = [base[i] for i in table]
        my_rows = [mine[i] for i in _table_around(mine, twins[0][kept])]
        their_rows = [theirs[i] for i in _table_around(theirs, twins[1][kept])]
        if my_rows != rows != their_rows and columns(my_rows) != columns(their_rows):
            yield from table


def columns(rows: Iterable[Block]) -> int:
    """Columns of the widest row; tables inside cells do not count."""
    return max(map(_row_columns, rows), default=0)


def _row_columns(row: Block) -> int:
    count = depth = 0
    for closes, tag, colspan in _TAG.findall(row.html):
        if tag == "table":
            depth += -1 if closes else 1
        elif not closes and not depth:
            count += int(colspan or 1)
    return count


def _table_around(parts: Sequence[Block], index: int) -> range:
    """The indices of the table that a row stands in; no two tables touch in canonical HTML."""
    path, first, last = parts[index].path, index, index
    while first and parts[first - 1].kind == "row" and parts[first - 1].path == path:
        first -= 1
    while last + 1 < len(parts) and parts[last + 1].kind == "row" and parts[last + 1].path == path:
        last += 1
    return range(first, last + 1)
