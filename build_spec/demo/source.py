"""The source's tickets and the people who wrote them, fitted to the demo's companies."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from build_spec.demo.builder import Row

MAIN_COMPANY = {"en": "northwind", "ru": "severny-veter", "bg": "rodopi-soft"}
TITLES = {
    "en": ["accountant", "sales manager", "warehouse clerk", "designer", "HR partner", "lawyer"],
    "ru": ["бухгалтер", "менеджер по продажам", "кладовщик", "инженер", "кадровик", "юрист"],
    "bg": ["счетоводител", "търговец", "складов служител", "инженер", "специалист ЧР", "юрист"],
}
_SIGNED_TITLE = re.compile(r"\n--\n[^\n]+\n([^\n]+)\n")


@dataclass(frozen=True)
class SourceTicket:
    """A line of the source with its person and company in the demo."""

    raw: dict[str, Any]
    person: Row
    company_name: str

    @property
    def scenario(self) -> str:
        return str(self.raw["extra"]["scenario"])

    @property
    def language(self) -> str:
        return str(self.raw["language"])


def read_source(path: Path, companies: list[Row], rng: Random) -> list[SourceTicket]:
    """Every line in the order of the file; one person per address, numbered as met."""
    by_name = {str(row["name"]): row for row in companies}
    by_id = {str(row["id"]): row for row in companies}
    people: dict[str, Row] = {}
    tickets = []
    for line in gzip.decompress(path.read_bytes()).decode().split("\n"):
        if not line:
            continue
        raw = json.loads(line)
        key = raw["requester"]
        if key not in people:
            main = by_id[MAIN_COMPANY[raw["language"]]]
            company = by_name.get(raw["extra"]["company"], main)
            people[key] = _person(raw, f"p{len(people) + 1:04}", company, rng)
        person = people[key]
        tickets.append(SourceTicket(raw, person, str(by_id[str(person["company"])]["name"])))
    return tickets


def _person(raw: dict[str, Any], person_id: str, company: Row, rng: Random) -> Row:
    name, address = re.fullmatch(r"(.+) <(.+)>", raw["requester"]).groups()  # type: ignore[union-attr]
    signed = _SIGNED_TITLE.search(raw["body"])
    title = signed[1] if signed else rng.choice(TITLES[raw["language"]])
    return {
        "id": person_id,
        "name": name,
        "email": f"{address.partition('@')[0]}@{company['domain']}",
        "phone": raw["extra"]["phone"],
        "company": company["id"],
        "title": title,
        "language": raw["language"],
    }


def first_name(person: Row) -> str:
    """The given name; the source writes it first in all three languages."""
    return str(person["name"]).split()[0]


def is_feminine(person: Row) -> bool:
    """A guess from a Russian given name, good enough for verbs."""
    masculine = {"Илья", "Никита", "Кузьма", "Лука", "Фома", "Савва"}
    return str(person["name"]).split()[0] not in masculine and first_name(person)[-1] in "ая"
