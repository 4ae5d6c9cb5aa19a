"""Two people's changes of one text, merged block by block; the engine and the server call it.

Texts are canonical HTML (docs/richtext.md). What was decided and why stands in
docs/decisions/0005-text-merges-by-blocks.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from models.merge.align import align
from models.merge.tables import torn_rows
from models.richtext import Block, cut, join, sanitize

Author = Literal["same", "mine", "theirs", "both", "conflict"]
Choice = Literal["mine", "theirs", "both"]
Hand = Literal["", "mine", "theirs"]
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the three texts, and who changed it.

    ``same``: nobody, ``both``: both made the same change, ``conflict``: each made another one.
    A removed stretch is empty on that side, an inserted one in the base.
    """

    author: Author
    base: Blocks
    mine: Blocks
    theirs: Blocks


@dataclass(frozen=True, slots=True)
class Merged:
    """``html`` is the merged text, None when a person has to decide about a conflict.

    ``pieces`` are in the order of the text; together they hold each of the three texts whole.
    """

    html: str | None
    pieces: tuple[Piece, ...]

    @property
    def conflicts(self) -> tuple[Piece, ...]:
        """What a person has to decide, in the order in which ``resolve`` takes the choices."""
        return _conflicts(self.pieces)


def merge_text(base: str, mine: str, theirs: str) -> Merged:
    """diff3 over blocks: two changes merge when a block that nobody changed lies between them.

    Equal texts give equal pieces at any time and place, so nobody has to store them. Swapping
    mine and theirs swaps the names of the authors and changes nothing else.
    """
    old, my, their = (tuple(cut(text)) for text in (base, mine, theirs))
    pieces = tuple(_pieces(old, my, their))
    return Merged(None if _conflicts(pieces) else resolve(pieces), pieces)


def resolve(pieces: Sequence[Piece], choices: Sequence[Choice] = ()) -> str:
    """The text with one choice for each conflict, in their order (ValueError if not so many).

    ``both`` keeps what each of the two wrote, theirs first since it was there first; what one of
    them removed or replaced goes.
    """
    return as_html(block for _, block in written(pieces, choices))


def written(
    pieces: Sequence[Piece], choices: Sequence[Choice] = ()
) -> Iterator[tuple[Hand, Block]]:
    """The blocks of ``resolve`` and whose they are; "" if they are in the base or of both."""
    if len(choices) != len(_conflicts(pieces)):
        raise ValueError(f"{len(choices)} choices for {len(_conflicts(pieces))} conflicts")
    left = iter(choices)
    for piece in pieces:
        hand = next(left) if piece.author == "conflict" else piece.author
        if hand == "mine":
            yield from (("mine", block) for block in piece.mine)
        elif hand == "theirs":
            yield from (("theirs", block) for block in piece.theirs)
        elif piece.author == "conflict":
            yield from _of_both(piece)
        else:
            yield from (("", block) for block in piece.mine)


def as_html(parts: Iterable[Block]) -> str:
    """Blocks, for example one side of a piece, as canonical HTML of their own."""
    return sanitize(join(parts))


def _conflicts(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.author == "conflict")


def _pieces(base: Blocks, mine: Blocks, theirs: Blocks) -> Iterator[Piece]:
    twins = align(base, mine), align(base, theirs)
    torn = set(torn_rows(base, mine, theirs, twins))
    kept = [
        (i, twins[0][i], twins[1][i])
        for i in range(len(base))
        if i in twins[0] and i in twins[1] and i not in torn
    ]
    b = m = t = same_from = 0
    for i, j, k in [*kept, (len(base), len(mine), len(theirs))]:
        if (i, j, k) != (b, m, t):
            yield from _unchanged(base[same_from:b])
            yield _changed(base[b:i], mine[m:j], theirs[t:k])
            same_from = i
        b, m, t = i + 1, j + 1, k + 1
    yield from _unchanged(base[same_from:])


def _unchanged(same: Blocks) -> Iterator[Piece]:
    if same:
        yield Piece("same", same, same, same)


def _changed(base: Blocks, mine: Blocks, theirs: Blocks) -> Piece:
    if mine == theirs:
        return Piece("both", base, mine, theirs)
    if _is_within(theirs, base, mine):
        return Piece("mine", base, mine, theirs)
    author: Author = "theirs" if _is_within(mine, base, theirs) else "conflict"
    return Piece(author, base, mine, theirs)


def _is_within(one: Blocks, base: Blocks, other: Blocks) -> bool:
    """Whether ``other`` has made every change of ``one``, each in its place."""
    if not len(one) == len(base) == len(other):
        return one == base
    return all(block in (old, new) for block, old, new in zip(one, base, other, strict=True))


def _of_both(piece: Piece) -> Iterator[tuple[Hand, Block]]:
    """Each block that one of the two wrote, and of the base what neither touched."""
    to_mine, to_theirs = align(piece.base, piece.mine), align(piece.base, piece.theirs)
    mine, theirs = _between(to_mine, piece.mine), _between(to_theirs, piece.theirs)
    for i in range(len(piece.base) + 1):
        my, their = mine.get(i, []), theirs.get(i, [])
        if my == their:
            yield from (("", block) for block in my)
        else:
            yield from (("theirs", block) for block in their)
            yield from (("mine", block) for block in my)
        if i in to_mine and i in to_theirs:
            yield "", piece.base[i]


def _between(twins: Mapping[int, int], parts: Blocks) -> dict[int, list[Block]]:
    """What a side wrote, by the index in the base before which it stands."""
    kept = {there: index for index, there in twins.items()}
    found: dict[int, list[Block]] = {}
    place = 0
    for there, block in enumerate(parts):
        if there in kept:
            place = kept[there] + 1
        else:
            found.setdefault(place, []).append(block)
    return found
