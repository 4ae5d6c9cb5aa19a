import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.search import normalise
from models.search.normalise import LONGEST_TOKEN, word_tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", []),
        ("😀 — … !", []),
        ("Printers printing", ["printer", "print"]),
        ("Ёлка ёлки", ["елк", "елк"]),
        ("Café NAÏVE Łódź", ["cafe", "naiv", "lodz"]),
        ("ﬁle №10482 #10482", ["file", "10482", "10482"]),
        ("user’s O'Brien", ["user", "obrien"]),
        ("па\u00adрол\u200bь", ["парол"]),
        ("паро\u0301ль", ["парол"]),
        ("1С и КВ5034441", ["1c", "и", "kb5034441"]),
        ("0x80070005", ["0x80070005"]),
        ("cервер sеrver", ["сервер", "сервр", "server"]),
    ],
)
def test_words_become_tokens(text: str, tokens: list[str]) -> None:
    assert normalise(text) == tokens


def test_short_i_is_a_letter_of_its_own_however_it_is_written() -> None:
    composed, decomposed = (
        unicodedata.normalize("NFC", "йога"),
        unicodedata.normalize("NFD", "йога"),
    )
    assert composed != decomposed
    assert normalise(composed) == normalise(decomposed) != normalise("иога")


def test_an_address_gives_itself_its_halves_and_its_parts() -> None:
    assert set(normalise("<anna.petrova@corp.example>,")) == {
        "annapetrovacorpexampl",
        "annapetrova",
        "corpexampl",
        "anna",
        "petrova",
        "corp",
        "exampl",
    }


def test_a_host_gives_its_parent_domains() -> None:
    assert {"srvfile8", "corpexampl", "file8"} <= set(normalise("srv-file8.mail.corp.example"))


def test_dotted_numbers_stay_apart_from_plain_ones() -> None:
    assert "10d0d0d1" in normalise("10.0.0.1")
    assert "10001" not in normalise("10.0.0.1")
    assert "1d11" not in normalise("11.1")


def test_a_word_of_one_language_gives_one_stem_and_a_doubtful_one_both() -> None:
    assert normalise("сървърите") == ["сървр"]
    assert normalise("рыбы") == ["рыб"]
    assert len(normalise("отворени")) == 2


def test_a_word_without_end_is_cut() -> None:
    assert normalise("a1" * 500) == [("a1" * 500)[:LONGEST_TOKEN]]


@pytest.mark.parametrize("link", [".", "_", "-", "@"])
def test_a_chain_without_end_gives_each_part_once_and_no_whole(link: str) -> None:
    assert normalise(link.join(["x1"] * 200_000)) == ["x1"] * 200_000


@given(st.text(max_size=200))
def test_tokens_of_any_text_hold_letters_and_digits_only(text: str) -> None:
    for token in normalise(text):
        assert token.isalnum()
        assert len(token) <= LONGEST_TOKEN


@given(st.text(st.characters(exclude_categories=["Cn", "Cs"]), max_size=100))
def test_equal_looking_texts_give_equal_tokens(text: str) -> None:
    forms = {tuple(normalise(unicodedata.normalize(form, text))) for form in ("NFC", "NFD")}
    assert forms == {tuple(normalise(text))}


def test_threads_do_not_mix_up_their_words() -> None:
    words = [f"{start}{end}ирования" for start in "абвгджзклмнпрст" for end in "аеиоуяю" * 20]
    alone = [word_tokens.__wrapped__(word) for word in words]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(word_tokens.__wrapped__, words)) == alone
