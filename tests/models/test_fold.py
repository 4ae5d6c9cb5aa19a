from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from models.merge.fold import Effect, fold, merged_tags

WORDS = st.lists(st.sampled_from("abcdб"), max_size=4)
ROWS = st.sampled_from([None, {"id": "t", "s": 0, "tags": "[]"}])
EFFECTS = st.lists(
    st.one_of(
        st.builds(Effect, st.just("insert"), st.just({"id": "t", "s": 1, "tags": '["a"]'})),
        st.builds(Effect, st.just("set"), st.integers(2, 9).map(lambda n: {"s": n})),
        st.builds(
            Effect, st.just("tags"), st.builds(lambda a, r: {"add": a, "remove": r}, WORDS, WORDS)
        ),
    ),
    max_size=6,
)


@given(ROWS, EFFECTS, st.integers(0, 6))
def test_effects_may_be_folded_in_any_batches(
    row: dict[str, object] | None, effects: list[Effect], cut: int
) -> None:
    assert fold(fold(row, effects[:cut]), effects[cut:]) == fold(row, effects)


@given(ROWS, EFFECTS)
def test_the_servers_row_is_never_changed_itself(
    row: dict[str, object] | None, effects: list[Effect]
) -> None:
    before = json.dumps(row)
    fold(row, effects)
    assert json.dumps(row) == before


def test_what_is_gone_stays_gone_until_it_is_inserted() -> None:
    change, insert = Effect("set", {"s": 2}), Effect("insert", {"id": "t", "s": 1})
    assert fold(None, [change]) is None
    assert fold(None, [insert, change]) == {"id": "t", "s": 2}
    assert fold({"id": "t", "s": 7}, [insert]) == {"id": "t", "s": 7}


@given(WORDS, WORDS, WORDS)
def test_tags_are_a_sorted_set(have: list[str], add: list[str], remove: list[str]) -> None:
    merged = json.loads(merged_tags(json.dumps(have), add, remove))
    assert merged == sorted(set(merged))
    assert set(merged) == (set(have) - set(remove)) | set(add)
    assert merged_tags("", add, []) == merged_tags("[]", add, [])
