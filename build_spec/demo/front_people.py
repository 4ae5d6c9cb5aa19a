"""People of the hand-written tickets."""

from __future__ import annotations

from build_spec.demo.builder import Row

_ROWS = (
    ("hale", "Peter Hale", "northwind", "+44 20 7946 0112", "sales director", "en"),
    ("petrova", "Anna Petrova", "northwind", "+44 20 7946 0127", "legal counsel", "en"),
    ("ivanova", "Maria Ivanova", "northwind", "+44 20 7946 0131", "HR partner", "en"),
    ("ruiz", "Tom Ruiz", "seabright", "+44 20 7946 0148", "designer", "en"),
    ("stone", "Julia Stone", "northwind", "+44 20 7946 0155", "project manager", "en"),
    ("okafor", "Grace Okafor", "harbour", "+44 20 7946 0163", "shift leader", "en"),
    ("lapteva", "Ирина Лаптева", "severny-veter", "+7 900 000-111", "заведующая складом №3", "ru"),
    ("zhukova", "Светлана Жукова", "severny-veter", "+7 900 000-124", "главный бухгалтер", "ru"),
    ("orlov", "Кирилл Орлов", "elka", "+7 900 000-137", "руководитель отдела продаж", "ru"),
    ("kotov", "Дмитрий Котов", "severny-veter", "+7 900 000-140", "кладовщик, склад №1", "ru"),
    ("sedova", "Вера Седова", "gorizont", "+7 900 000-156", "экономист", "ru"),
    ("maslov", "Игорь Маслов", "alfa-proekt", "+7 900 000-169", "инженер", "ru"),
    ("hristova", "Пламена Христова", "rodopi-soft", "+359 2 000 115", "управител на склад", "bg"),
    ("stanev", "Борис Станев", "yantra", "+359 2 000 128", "главен счетоводител", "bg"),
    ("koleva", "Даниела Колева", "rozova-dolina", "+359 2 000 134", "финансов контролер", "bg"),
    ("markov", "Стоян Марков", "trakia", "+359 2 000 147", "агроном", "bg"),
    ("ilieva", "Цветелина Илиева", "rodopi-soft", "+359 2 000 152", "специалист ЧР", "bg"),
)
_LATIN = {
    "lapteva": "irina.lapteva",
    "zhukova": "svetlana.zhukova",
    "orlov": "kirill.orlov",
    "kotov": "dmitry.kotov",
    "sedova": "vera.sedova",
    "maslov": "igor.maslov",
    "hristova": "plamena.hristova",
    "stanev": "boris.stanev",
    "koleva": "daniela.koleva",
    "markov": "stoyan.markov",
    "ilieva": "tsvetelina.ilieva",
}


def front_people(companies: list[Row]) -> list[Row]:
    """Rows in the form of ``people.ndjson``."""
    domains = {str(row["id"]): str(row["domain"]) for row in companies}
    return [
        {
            "id": person_id,
            "name": name,
            "email": f"{_mailbox(person_id, name)}@{domains[company]}",
            "phone": phone,
            "company": company,
            "title": title,
            "language": language,
        }
        for person_id, name, company, phone, title, language in _ROWS
    ]


def _mailbox(person_id: str, name: str) -> str:
    return _LATIN.get(person_id) or name.lower().replace(" ", ".")
