from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from models.merge.fields import Origin, Touch
from models.merge.tags import MergedTags, merge_tags

TAGS = st.sets(st.sampled_from(["vpn", "принтер", "мрежа", "mail"]))
TOUCHES = st.dictionaries(
    st.sampled_from(["vpn", "принтер", "мрежа", "mail"]),
    st.tuples(st.integers(1, 8), st.sampled_from(["maria", "ivan"])),
)


def remove_vpn(base_rev: int, added: Touch) -> MergedTags:
    origin = Origin("maria", base_rev)
    return merge_tags(origin, 9, ([], ["vpn"]), '["mail", "vpn"]', {"vpn": added})


def test_a_removal_loses_to_an_addition_its_author_had_not_seen() -> None:
    assert remove_vpn(4, (5, "ivan")) == MergedTags(
        '["mail", "vpn"]', {"vpn": (5, "ivan")}, ("vpn",)
    )


def test_a_removal_of_what_its_author_saw_or_added_holds() -> None:
    for base_rev, added in ((5, (5, "ivan")), (4, (5, "maria"))):
        assert remove_vpn(base_rev, added) == MergedTags('["mail"]', {}, ())


def test_adding_a_tag_once_more_protects_it() -> None:
    again = merge_tags(Origin("ivan", 4), 6, (["vpn"], []), '["vpn"]', {"vpn": (2, "maria")})
    assert again == MergedTags('["vpn"]', {"vpn": (6, "ivan")}, ())
    later = merge_tags(Origin("maria", 5), 7, ([], ["vpn"]), again.tags, again.adds)
    assert later.kept == ("vpn",)


def test_tags_changed_by_two_people_are_all_there() -> None:
    one = merge_tags(Origin("ivan", 4), 5, (["принтер"], ["mail"]), '["mail"]', {})
    two = merge_tags(Origin("maria", 4), 6, (["мрежа"], []), one.tags, one.adds)
    assert json.loads(two.tags) == ["мрежа", "принтер"]
    assert two.adds == {"принтер": (5, "ivan"), "мрежа": (6, "maria")}


@given(TAGS, TOUCHES, TAGS, TAGS, st.integers(0, 8))
def test_every_addition_is_there_and_only_unseen_ones_outlive_a_removal(
    present: set[str], adds: dict[str, Touch], add: set[str], remove: set[str], base_rev: int
) -> None:
    tags = json.dumps(sorted(present))
    merged = merge_tags(Origin("maria", base_rev), 9, (sorted(add), sorted(remove)), tags, adds)
    after = set(json.loads(merged.tags))
    assert add <= after <= present | add
    assert present - remove <= after
    assert not add & set(merged.kept)
    for tag in (present & remove) - add:
        rev, client = adds.get(tag, (0, ""))
        assert (tag in after) == (tag in merged.kept) == (rev > base_rev and client == "ivan")
    assert all(merged.adds[tag] == (9, "maria") for tag in add)
