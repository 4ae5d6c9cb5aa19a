from __future__ import annotations

import re
import uuid

from hypothesis import given
from hypothesis import strategies as st

from models.ids import CROCKFORD, derived_id, new_id, stable_id, ticket_alias

V7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\Z")
BASES = st.uuids(version=4).map(lambda value: f"{value!s:.14}7{str(value)[15:]}")


def test_new_ids_are_version_7_and_never_go_backwards() -> None:
    made = [new_id() for _ in range(5_000)]
    assert all(V7.match(id) for id in made)
    assert made == sorted(made)
    assert len(set(made)) == len(made)


@given(BASES, st.text(), st.text())
def test_derived_ids_are_the_same_for_everybody_and_sort_beside_their_origin(
    base: str, name: str, other: str
) -> None:
    assert derived_id(base, name) == derived_id(base, name)
    assert (derived_id(base, name) == derived_id(base, other)) == (name == other)
    assert derived_id(base, name)[:13] == base[:13]
    assert V7.match(derived_id(base, name))


@given(st.text())
def test_stable_ids_are_well_formed(name: str) -> None:
    assert str(uuid.UUID(stable_id(name))) == stable_id(name)
    assert stable_id(name) == stable_id(name)


@given(st.uuids())
def test_an_alias_has_six_letters_that_nobody_misreads(id: uuid.UUID) -> None:
    alias = ticket_alias(str(id))
    assert re.fullmatch(f"N-[{CROCKFORD}]{{6}}", alias)
    assert not set("ILOU") & set(alias[2:])


def test_an_alias_comes_from_the_random_tail() -> None:
    assert ticket_alias("00000000-0000-7000-8000-00000000001f") == "N-00000Z"
    assert ticket_alias("ffffffff-ffff-7fff-bfff-00000000001f") == "N-00000Z"
