"""Make the demo data that ships in ``resources/demo``.

``python -m build_spec.make_demo SOURCE [--out FOLDER]`` reads the synthetic tickets (own work,
CC0) and writes people, tickets, articles and pictures; the same source gives the same bytes.
Agents, queues, companies, categories, tags, templates and notes are written by hand in the
folder itself and only read. The forms are described in ``resources/demo/README.md``.
"""

from __future__ import annotations

import argparse
import gzip
import json
from pathlib import Path
from random import Random

from build_spec.demo import plan
from build_spec.demo.articles import articles
from build_spec.demo.builder import Row
from build_spec.demo.front import build
from build_spec.demo.front_desk import FRONT_DESK
from build_spec.demo.front_maria import FRONT_MARIA
from build_spec.demo.front_people import front_people
from build_spec.demo.history import Desk
from build_spec.demo.pictures import draw_all
from build_spec.demo.source import read_source

DEMO = Path(__file__).parent.parent / "resources" / "demo"
SEED = 20260


def main() -> None:
    """Write everything and say how much there is."""
    parser = argparse.ArgumentParser(description="Make the demo data of Deskside.")
    parser.add_argument("source", type=Path, help="synthetic_en_ru_bg.ndjson.gz")
    parser.add_argument("--out", type=Path, default=DEMO, help="default: resources/demo")
    arguments = parser.parse_args()
    make(arguments.source, arguments.out)


def make(source: Path, out: Path) -> None:
    """Write people, tickets, articles and pictures into ``out``."""
    rng = Random(SEED)
    companies = lines(DEMO / "companies.ndjson")
    people, tickets = people_and_tickets(source, companies, rng)
    out.mkdir(parents=True, exist_ok=True)
    _write(out / "people.ndjson", people)
    _write(out / "articles.ndjson", articles(rng))
    packed = gzip.compress(_ndjson(tickets), compresslevel=9, mtime=0)
    (out / "tickets.ndjson.gz").write_bytes(packed)
    draw_all(out / "images")
    print(f"{len(people)} people, {len(tickets)} tickets in {out}")


def people_and_tickets(
    source: Path, companies: list[Row], rng: Random
) -> tuple[list[Row], list[Row]]:
    """People and tickets, the oldest ticket first."""
    sources = read_source(source, companies, rng)
    people = {str(row["id"]): row for row in front_people(companies)}
    fronts = [build(front, people) for front in (*FRONT_MARIA, *FRONT_DESK)]
    people |= {str(ticket.person["id"]): ticket.person for ticket in sources}
    tickets = fronts + plan.lives(_desk(rng), sources)
    tickets.sort(key=lambda ticket: (ticket.created_min, ticket.id))
    return list(people.values()), [ticket.row() for ticket in tickets]


def _desk(rng: Random) -> Desk:
    agents = json.loads((DEMO / "agents.json").read_text(encoding="utf-8"))
    queues = json.loads((DEMO / "queues.json").read_text(encoding="utf-8"))
    names = {agent["login"]: agent["name"] for agent in agents}
    return Desk(names, {queue["name"]: queue["members"] for queue in queues}, rng)


def lines(path: Path) -> list[Row]:
    """The rows of an NDJSON file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def _ndjson(rows: list[Row]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def _write(path: Path, rows: list[Row]) -> None:
    path.write_bytes(_ndjson(rows))


if __name__ == "__main__":
    main()
