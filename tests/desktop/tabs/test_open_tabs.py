"""Which tabs there are, without any window."""

from __future__ import annotations

from desktop.tabs.open_tabs import KeptTabs, OpenTabs, read_kept


def open_tabs(*kept: str) -> OpenTabs:
    tabs = OpenTabs(kept)
    tabs.follow(kept[0])
    return tabs


def test_the_loose_tab_follows_the_list() -> None:
    tabs = OpenTabs()
    for id in ("a", "b"):
        tabs.follow(id)
    assert (tabs.ids, tabs.current, tabs.kept()) == (["b"], "b", [])


def test_a_kept_tab_stays_when_the_list_goes_on() -> None:
    tabs = OpenTabs()
    tabs.follow("a")
    tabs.keep("a")
    tabs.follow("b")
    tabs.follow("c")
    assert (tabs.ids, tabs.current, tabs.kept()) == (["c", "a"], "c", ["a"])
    tabs.follow("a")
    assert (tabs.ids, tabs.current) == (["c", "a"], "a"), "what is open is not opened twice"


def test_a_tab_behind_leaves_what_is_shown() -> None:
    tabs = OpenTabs()
    tabs.follow("a")
    tabs.keep("b")
    tabs.keep("b")
    assert (tabs.ids, tabs.current, tabs.loose) == (["a", "b"], "a", "a")


def test_closing_shows_the_next_one_and_a_single_tab_is_loose() -> None:
    tabs = open_tabs("a", "b", "c")
    assert tabs.close("a") == "b"
    assert tabs.close("c") == "b"
    assert (tabs.ids, tabs.kept()) == (["b"], [])


def test_closed_tabs_come_back_last_one_first() -> None:
    tabs = open_tabs("a", "b", "c")
    tabs.close("b")
    tabs.close("c")
    assert [tabs.reopen(), tabs.reopen(), tabs.reopen()] == ["c", "b", ""]
    assert not tabs.can_reopen()


def test_what_went_to_its_own_window_is_not_among_the_closed() -> None:
    tabs = open_tabs("a", "b")
    assert tabs.take_out("a") == "b"
    assert not tabs.can_reopen()


def test_when_the_list_shows_nothing_a_kept_tab_is_shown() -> None:
    tabs = open_tabs("a", "b")
    tabs.follow("loose")
    assert tabs.follow_nothing() == "a"
    assert tabs.ids == ["a", "b"]
    assert OpenTabs().follow_nothing() == ""


def test_going_round_the_ends() -> None:
    tabs = open_tabs("a", "b", "c")
    assert (tabs.beside(1), tabs.beside(-1)) == ("b", "c")
    tabs.order(["c", "a", "b"])
    assert (tabs.beside(1), tabs.beside(-1)) == ("b", "c")
    tabs.order(["c", "a"])
    assert tabs.ids == ["c", "a", "b"], "an order of other tabs is none"


def test_what_can_not_be_read_is_no_hindrance() -> None:
    assert read_kept("") == read_kept("{nonsense") == read_kept("[1]") == KeptTabs()
