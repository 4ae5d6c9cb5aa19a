"""What is known of a ticket that its category asks for."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Self

from models.classify import Tree
from models.classify.asked import (
    KEY_LETTERS,
    MOST_FACTS,
    VALUE_LETTERS,
    AskedFact,
    asked_by,
    fault,
    read_known,
    write_known,
)
from models.commands.base import Command, Row, Writer, add_event, need_root
from models.commands.late import Late, check_base, keep_clashes
from models.errors import Refused
from models.merge.fields import FieldConflict
from models.values import is_text

FIELD = "facts"
_TOUCH = "fact:"
NO_FACT = "A fact of a ticket is one line of at most 1000 characters."
NOT_OFFERED = "This is not what the category asks for: choose one, or write a day as 2027-01-31."


class SetFacts(Late, frozen=True, kw_only=True, tag="set_facts"):
    """Tells facts by their key; an empty value takes one away, those not named stay as they are.

    So two people's facts never fight; of one fact the late value is applied, the other one kept.
    """

    id: str
    set: dict[str, str]

    @property
    def ticket(self) -> str:
        return self.id

    def based(self, writer: Writer) -> Self:
        row = writer.get("ticket", self.id)
        return self.seeing({**row, **_named(row, self.set)} if row else None, _names(self.set))

    def check(self, writer: Writer) -> None:
        ticket = need_root(writer, self.id)
        check_base(self.base)
        check_facts(self.set)
        if len({**read_known(ticket[FIELD]), **self.set}) > 4 * MOST_FACTS:
            raise Refused("too_large", NO_FACT)
        for fact in asked_of(writer, ticket["category_id"]):
            if fault(fact, self.set.get(fact.key, "")) and not writer.decides:
                raise Refused("invalid", NOT_OFFERED)

    def apply(self, writer: Writer) -> Command | None:
        ticket = need_root(writer, self.id)
        known = read_known(ticket[FIELD])
        before = {key: known.get(key, "") for key in self.set}
        wanted = {key: value.strip() for key, value in self.set.items()}
        changes = {key: value for key, value in wanted.items() if value != before[key]}
        if not changes:
            return None
        self._keep_clashes(writer, ticket, changes)
        writer.update("ticket", ticket["id"], {FIELD: write_known({**known, **changes})})
        writer.touch("ticket", ticket["id"], [FIELD, *_names(changes)])
        old, new = (write_known({key: each[key] for key in changes}) for each in (before, wanted))
        add_event(writer, self, ticket, FIELD, old or None, new or None)
        return SetFacts(id=ticket["id"], set={key: before[key] for key in changes})

    def _keep_clashes(self, writer: Writer, ticket: Row, changes: dict[str, str]) -> None:
        """All of them in one record, since they are one column."""
        named = {**ticket, **_named(ticket, changes)}
        wanted = {f"{_TOUCH}{key}": value for key, value in changes.items()}
        clashes = self.clashes(writer, "ticket", named, wanted)
        if not clashes:
            return

        def text(side: str) -> str:
            values = ((clash.field, getattr(clash, side)) for clash in clashes)
            return _text({name.removeprefix(_TOUCH): value or "" for name, value in values})

        whole = FieldConflict(FIELD, text("base"), text("theirs"), text("mine"))
        keep_clashes(writer, self, "ticket", ticket, [whole])


def check_facts(facts: dict[str, Any]) -> None:
    """Raises Refused for what can be no facts of a ticket."""
    if len(facts) > MOST_FACTS:
        raise Refused("too_large", NO_FACT)
    for key, value in facts.items():
        if not (is_text(key) and is_text(value)) or not 0 < len(key.strip()) <= KEY_LETTERS:
            raise Refused("invalid", NO_FACT)
        if "\n" in key or "\n" in value or len(value) > VALUE_LETTERS:
            raise Refused("invalid", NO_FACT)


def asked_of(writer: Writer, category_id: str | None) -> tuple[AskedFact, ...]:
    """What a category asks for, and those above it."""
    if category_id is None:
        return ()
    return asked_by(Tree(writer.select("category")).required(category_id))


def _names(keys: Iterable[str]) -> list[str]:
    return [f"{_TOUCH}{key}" for key in keys]


def _named(row: Row, keys: Iterable[str]) -> dict[str, str]:
    """The facts of a ticket as if each were a column."""
    known = read_known(row[FIELD])
    return {f"{_TOUCH}{key}": known.get(key, "") for key in keys}


def present(row: Row, field: str, texts: Iterable[str]) -> Any:
    """What a conflict's field holds now; of facts only those that the conflict's ``texts`` name."""
    if field != FIELD:
        return row[field]
    known = read_known(row[FIELD])
    keys = {key for text in texts for key in read_known(json.loads(text) or "")}
    return _text({key: known.get(key, "") for key in keys})


def chosen(value: Any) -> dict[str, str]:
    """The facts of a value that a conflict kept. Raises Refused for what are none."""
    try:
        return read_known(value or "")
    except (TypeError, ValueError, AttributeError) as error:
        raise Refused("invalid", "The chosen value can't be read.") from error


def _text(facts: dict[str, str]) -> str:
    """Unlike ``write_known`` it names what is not known as well: to be taken away again."""
    return json.dumps(dict(sorted(facts.items())), ensure_ascii=False)
