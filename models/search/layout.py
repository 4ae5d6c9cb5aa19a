"""Other readings of what was typed: the wrong keyboard layout, and Cyrillic in Latin letters.

Only queries use them; texts are indexed as they stand. All functions take and give folded text.
"""

import re
from collections.abc import Iterator
from itertools import combinations, product

_SHIFTED = str.maketrans('~{}|:"<>?', "`[]\\;',./")
_KEYS = "`qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
# Russian; Bulgarian state standard (BDS); both Bulgarian phonetic layouts. A space: no letter.
_LAYOUTS = (
    "ейцукенгшщзхъ фывапролджэячсмитьбю ",
    "  уеишщксдзц  ьяаожгтнвмчюйъэфхпрлб",
    "чявертъуиопшщюасдфгхйкл  зьцжбнм   ",
    "ючшертъуиопящьасдфгхйкл  зжцвбнм   ",
)
_TO_CYRILLIC = tuple(
    {ord(key): letter for key, letter in zip(_KEYS, letters, strict=True) if letter != " "}
    for letters in _LAYOUTS
)
_TO_LATIN = tuple(
    {ord(letter): chr(key) for key, letter in table.items()} for table in _TO_CYRILLIC
)

_SHORTEST = 3
_MOST_READINGS = 40
_CYRILLIC_WORD = re.compile("[а-я]+")
_LATIN_WORD = re.compile(r"[a-z]+(?:[.@_\-]?[a-z0-9]+)*")

# Latin writing of Cyrillic, longest first; the likeliest letter leads.
_SOUNDS: dict[str, tuple[str, ...]] = {
    "shch": ("щ",), "sht": ("щ", "шт"), "sch": ("щ", "сч"), "6t": ("щ", "шт"),
    "sh": ("ш",), "ch": ("ч",), "zh": ("ж",), "kh": ("х",), "ts": ("ц", "тс"),
    "ya": ("я",), "yu": ("ю", "ью"), "ju": ("ю", "жу"), "ja": ("я", "жа"), "ia": ("ия", "я"),
    "iu": ("ю", "иу"), "yo": ("е", "йо", "ьо"), "ye": ("е", "ье"), "iy": ("ий", "ый"),
    "iya": ("ия", "ья"),
    "a": ("а", "ъ"), "b": ("б",), "c": ("ц", "к"), "d": ("д",), "e": ("е", "э"), "f": ("ф",),
    "g": ("г",), "h": ("х",), "i": ("и", "й"), "j": ("ж", "й"), "k": ("к",), "l": ("л", "ль"),
    "m": ("м",), "n": ("н",), "o": ("о",), "p": ("п",), "q": ("я",), "r": ("р",), "s": ("с",),
    "t": ("т",), "u": ("у", "ъ"), "v": ("в",), "w": ("в", "ш"), "x": ("х", "кс"),
    "y": ("ъ", "ы", "й", "и"), "z": ("з",), "4": ("ч",), "6": ("ш",),
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_LATIN_SPELLING = re.compile("[a-z46]+")

# Four ways to write a Cyrillic word in Latin: Russian passport, Bulgarian law, two chat habits.
_COMMON = dict(zip("абвгдезийклмнопрстуфэ", "abvgdeziiklmnoprstufe", strict=True))
_ROMAN = tuple(
    str.maketrans(_COMMON | dict(zip("жйхцчшщъыьюя", special.split(), strict=True)))
    for special in (
        "zh y kh ts ch sh shch _ y _ yu ya",
        "zh y h ts ch sh sht a y y yu ya",
        "j i h c 4 6 6t y y _ yu q",
        "j i h c ch sh sht u y _ yu ya",
    )
)  # "_": not written


def other_layouts(chunk: str) -> list[str]:
    """What ``chunk`` (no spaces) would read in the other keyboard layouts, likeliest first.

    Empty for short chunks and where the reading is no plain word: "ghbdtn" gives "привет".
    """
    if len(chunk) < _SHORTEST:
        return []
    chunk = chunk.translate(_SHIFTED)
    if chunk.isascii():
        read, tables = _CYRILLIC_WORD, _TO_CYRILLIC
    else:
        read, tables = _LATIN_WORD, _TO_LATIN
    readings = (chunk.translate(table) for table in tables)
    return list(dict.fromkeys(word for word in readings if read.fullmatch(word)))


def cyrillic_spellings(word: str) -> list[str]:
    """Cyrillic words that the Latin ``word`` may stand for, at most 40: "6tastie" gives "щастие".

    The likeliest letters first, then those with one, then two letters read otherwise.
    """
    if len(word) < _SHORTEST or word.isdigit() or not _LATIN_SPELLING.fullmatch(word):
        return []
    options = [_SOUNDS[sound] for sound in _SOUND.findall(word)]
    found: dict[str, None] = {}
    for spelling in _nearest_first(options):
        found[spelling] = None
        if len(found) == _MOST_READINGS:
            break
    return list(found)


def _nearest_first(options: list[tuple[str, ...]]) -> Iterator[str]:
    first = [choices[0] for choices in options]
    open_places = [place for place, choices in enumerate(options) if len(choices) > 1]
    for count in range(3):
        for places in combinations(open_places, count):
            for letters in product(*(options[place][1:] for place in places)):
                changed = dict(zip(places, letters, strict=True))
                yield "".join(changed.get(at, letter) for at, letter in enumerate(first))


def latin_spellings(word: str) -> list[str]:
    """The Cyrillic ``word`` in Latin letters, as passports, Bulgarian law and chats write it."""
    if len(word) < _SHORTEST or not _CYRILLIC_WORD.fullmatch(word):
        return []
    spelt = (word.translate(table).replace("_", "") for table in _ROMAN)
    return [spelling for spelling in dict.fromkeys(spelt) if spelling]
