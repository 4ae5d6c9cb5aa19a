"""Stems of Bulgarian words; `normalise` asks for them, nothing else does.

Snowball has no Bulgarian stemmer, so this is our own rule, described in `docs/search.md`:
take off the longest known ending that leaves three letters, then level what changes inside a
word. It was shaped on the paradigms that the tests read (nouns, adjectives, verbs with their
participles). A stem is a key, not a word: "запиша" and "записах" both give "запис".
"""

import re

_VOWELS = "аеиоуъюя"
_SHORTEST = 3

_NOMINAL = (
    "а ата о ото и ите ия ият ът я ят е ето ие ието ията ии иите ю ове овете еве евете"
    " ета етата ища ищата ьо ей иет"
).split()
_AFTER_MARKER = (
    "а ата о ото и ите ия ият ът я ят е ето ие ието ията ии иите ю ове овете тта".split()
)
_PERSONAL = "м ме т те х ха хме хте ш ше й йте йки йка йката йките".split()

# Roots that end like an ending; without them "пакет" would meet "пак" and "защита" "защо".
_KEPT = re.compile(
    r"(\w*(?:пращ|плащ|печат)|(?:за|об|пре|при|с|у)?хващ"
    r"|апарат|билет|видео|екран|журнал|защит|кабел|кабинет|канал|клавиш|лимит|модел|модем|обем|обмен"
    r"|пакет|панел|персонал|портал|проблем|профил|сигнал|стран|тикет|токен|терминал)(\w*)"
)
_FEMININE_ARTICLE = ("стта", "щта", "тта", "едта")
_LEVELLED = str.maketrans("цчзжшхщ", "ккггсст")


def _endings() -> frozenset[str]:
    """Every ending: nominal ones, and theme vowel + marker consonant + an ending of their own.

    Nouns may end like participles ("сертификат", "екран"); as all forms of a word lose the same
    letters they still meet.
    """
    found = {*_NOMINAL, "ох", "оха", "охме", "охте", "йн"}
    for theme in "аяеи":
        found.update(theme + ending for ending in _PERSONAL)
        for marker in "лнтщмхй":
            found.add(theme + marker)
            found.update(theme + marker + ending for ending in _AFTER_MARKER)
    found.update("йн" + ending for ending in _AFTER_MARKER)
    return frozenset(found)


ENDINGS = _endings()
_LONGEST = max(map(len, ENDINGS))


def stem(word: str) -> str:
    """The key that all forms of a Bulgarian word share; ``word`` is lower case, NFC.

    Words of three letters and fewer keep their length.
    """
    if len(word) <= _SHORTEST:
        return _without_ya(word)
    kept = _KEPT.fullmatch(word)
    if kept and (not kept[2] or kept[2] in ENDINGS):
        return _level(kept[1])
    return _level(_without_ending(word))


def _without_ending(word: str) -> str:
    if word.endswith(_FEMININE_ARTICLE):
        word = word[:-2]
    for length in range(min(_LONGEST, len(word) - _SHORTEST), 0, -1):
        if word[-length:] in ENDINGS:
            return word[:-length]
    return word


def _level(root: str) -> str:
    """Level what differs between forms: -н, loose vowels, филтър/филтри, бял/бели, език/езици."""
    if len(root) > _SHORTEST and root[-1] == "н" and root[-2] not in _VOWELS:
        root = root[:-1]
    while len(root) > _SHORTEST and root[-1] in _VOWELS + "й":
        root = root[:-1]
    if len(root) <= _SHORTEST:
        return _without_ya(root)
    if root[-2] in "еъ" and root[-1] not in _VOWELS and root[-3] not in _VOWELS:
        root = root[:-2] + root[-1]
    root = _without_ya(root)
    return root[:-1] + root[-1].translate(_LEVELLED) if len(root) > _SHORTEST else root


def _without_ya(root: str) -> str:
    return root[:1] + root[1:].replace("я", "е")
