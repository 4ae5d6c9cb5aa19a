import pytest

from models.search import query_tokens
from models.search.query import MOST_WORDS
from tests.models.search.finding import finds


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("принтеры", "Не печатает принтером"),
        ("грешките", "Получавам грешка при печат"),
        ("компютър", "новите компютри"),
        ("printers", "The printer is offline"),
        ("anna", "From anna.petrova@corp.example"),
        ("anna.petrova@corp.example", "write to Anna.Petrova@CORP.example."),
        ("corp.example", "anna.petrova@mail.corp.example"),
        ("srv-file8", r"\\srv-file8\share"),
        ("file8", "srv-file8 is down"),
        ("#10482", "see 10482"),
        ("10482", "№10482"),
        ("0X80070005", "error 0x80070005!"),
        ("kb5034441", "KB5034441"),
        ("1c", "1С:Предприятие"),
        ("1С", "1C"),
        ("email", "E-Mails"),
        ("e-mail", "my email"),
        ("e-mail", "my e mail"),
        ("out-of-office", "Out of office"),
        ("веб-сървъра", "уеб или веб сървърът"),
        ("10.0.0.1", "host 10.0.0.1, port 5"),
        ("елка", "ёлки"),
        ("ghbynth", "Принтеры"),
        ("j,hfotybt", "обращения"),
        ("пароль ghbdtn", "привет, пароли"),
        ("md,f.d", "паролата"),
        ("ыукмук", "the servers"),
        ("zaqvka", "заявките"),
        ("6tastie", "щастието"),
        ("parol", "пароли"),
        ("заявка", "imam zaqvka"),
        ("сервер сервера", "серверы"),
    ],
)
def test_a_query_finds(query: str, text: str) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pair.split()
        for pair in """
        пакет пак|защита защо|часа чаша|маса маша|сървър сервиз|принтер принц|парола парад
        документ доктор|фактура факт|порт портал|ключ клавиш|канал кана|грешка гред|вход изход
        отворен затворен|изпращам изправям|система систематика|карта кара|памет паметник
        екран екскурзия|монитор монета|мишка миша|счёт счастье|отпуск отпустить|сервер север
        клиент клинический|договор догадка|ошибка шибка|стол столовая|заказ закон|ключ ключевой
        экран кран|вопрос запрос|печать печаль|печать печь|сеть сесть|код кодекс|имя имение
        invoice invite|server serve|password pass|news new|mail email|port report|update date
        страница страна|страна страх|бюджет буден|кабел каба|билет бил|услуга услов
        10.0.0.1 10001|1.11 11.1|kb5034441 5034441|srv-file8 srv-file80|файл фаил
        """.replace("\n", "|").split("|")
        if pair.strip()
    ],
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert not finds(one, other)
    assert not finds(other, one)


def test_every_word_must_be_there() -> None:
    assert finds("принтер грешка", "грешки на принтера")
    assert not finds("принтер грешка", "принтера")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("при", "принтер"),
        ("обслужива", "обслуживание"),
        ("инсталиращ", "инсталирането"),
        ("anna.petr", "anna.petrova@corp.example"),
        ("srv-fi", "srv-file8"),
        ("10.0.0", "10.0.0.17"),
        ("#104", "10482"),
        ("ghby", "принтер"),
        ("j,hf", "обращение"),
        ("zayav", "заявка"),
    ],
)
def test_the_word_being_typed_finds_longer_ones(typed: str, text: str) -> None:
    assert finds(typed, text, prefix=True)


@pytest.mark.parametrize(
    ("typed", "text"), [("при ", "принтер"), ("при сервер", "принтер сервера")]
)
def test_a_finished_word_is_not_a_beginning(typed: str, text: str) -> None:
    assert not finds(typed, text, prefix=True)


@pytest.mark.parametrize("text", ["", " ", "😀", "'\"*()", "- – —"])
def test_nothing_to_search_for_gives_no_words(text: str) -> None:
    assert query_tokens(text) == []


def test_a_pasted_letter_is_cut_to_its_first_words() -> None:
    assert len(query_tokens("принтер " * 5000)) == MOST_WORDS
    assert len(query_tokens("a,b;c!" * 5000)) <= MOST_WORDS
