import pytest

from models.search.layout import cyrillic_spellings, latin_spellings, other_layouts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ghbdtn", "привет"),
        ("gjllth;rf", "поддержка"),
        ("j,hfotybt", "обращение"),
        ("j<hfotybt", "обращение"),
        ("зфыыцщкв", "password"),
        ("md,f.d", "парола"),
        ("pdslud", "заявка"),
        ("zaqwka", "заявка"),
        ("za[vka", "заявка"),
        ("ьщтшещк", "monitor"),
    ],
)
def test_keys_of_another_layout_are_read(typed: str, meant: str) -> None:
    assert meant in other_layouts(typed)


@pytest.mark.parametrize("typed", ["", "ab", "12345", "a!b", "привет!", "日本語"])
def test_what_is_no_word_in_another_layout_has_no_reading(typed: str) -> None:
    assert other_layouts(typed) == []


@pytest.mark.parametrize(
    ("latin", "meant"),
    [
        ("6tastie", "щастие"),
        ("zaqvka", "заявка"),
        ("zayavka", "заявка"),
        ("sarvar", "сървър"),
        ("syrvyr", "сървър"),
        ("bukhgalteriya", "бухгалтерия"),
        ("4a6a", "чаша"),
    ],
)
def test_latin_spellings_are_read_as_cyrillic(latin: str, meant: str) -> None:
    assert meant in cyrillic_spellings(latin)


def test_readings_are_few_however_doubtful_the_word() -> None:
    assert len(cyrillic_spellings("yayuyjyayiyayu" * 20)) == 40


@pytest.mark.parametrize("word", ["", "to", "10482", "file8x", "naïve"])
def test_no_spelling_is_guessed_for_short_words_and_identifiers(word: str) -> None:
    assert cyrillic_spellings(word) == []


def test_cyrillic_is_written_as_passports_law_and_chats_do() -> None:
    assert {"zayavka", "zaqvka"} <= set(latin_spellings("заявка"))
    assert {"shtastie", "6tastie"} <= set(latin_spellings("щастие"))
    assert latin_spellings("printer") == []
