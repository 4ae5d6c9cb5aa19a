"""Whatever two people did, undoing all of it leaves what was there before, on every side.

``DESKSIDE_UNDO_ACTS=200 DESKSIDE_UNDO_EXAMPLES=50`` makes longer and more runs.
"""

from __future__ import annotations

import os
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.sync.undo_team import ACTS, UndoTeam

MOST_ACTS = int(os.environ.get("DESKSIDE_UNDO_ACTS", "20"))
EXAMPLES = int(os.environ.get("DESKSIDE_UNDO_EXAMPLES", "6"))
NUMBERS = st.integers(0, 11)
RUNS = st.lists(
    st.tuples(st.integers(0, 1), st.sampled_from(sorted(ACTS)), NUMBERS, NUMBERS, NUMBERS),
    min_size=MOST_ACTS // 2,
    max_size=MOST_ACTS,
)


def different(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    """Where two things that were seen differ, as (before, after)."""
    found: dict[str, Any] = {}
    for side in before:
        for key in before[side].keys() | after[side].keys():
            old, new = before[side].get(key), after[side].get(key)
            if isinstance(old, dict) and isinstance(new, dict):
                for name in old:
                    if old[name] != new[name]:
                        found[f"{side} {key} {name}"] = (old[name], new[name])
            elif old != new:
                found[f"{side} {key}"] = (old, new)
    return found


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=RUNS)
def test_undoing_all_leaves_what_was_there(
    team: UndoTeam, acts: list[tuple[int, str, int, int, int]]
) -> None:
    team.begin()
    states, history = [team.seen()], team.history()
    for who, what, a, b, c in acts:
        steps = len(team.acted)
        team.act(who, what, a, b, c)
        if len(team.acted) > steps:
            states.append(team.seen())
        assert team.history() >= history, "history only grows"
        history = team.history()
    while team.acted:
        turned = team.undo()
        assert not turned.kept, turned.kept
        assert turned.performed
        states.pop()
        wrong = different(states[-1], team.seen())
        assert not wrong, f"{wrong} after {[act.command for act in turned.performed]}"
        assert team.history() >= history
        history = team.history()
