"""What the brief tells first, in which order, and in which words. Views made by hand, about two invented countries."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from onrecord.export import wording
from onrecord.export.brief import brief
from onrecord.export.brief_lines import Brief
from onrecord.export.brief_text import lines
from onrecord.export.deadlines import deadlines
from onrecord.export.printed import Printed, Source
from onrecord.export.said import said
from onrecord.model import View
from onrecord.model.view import (
    CommitmentView,
    Dispute,
    EventView,
    HistoryItem,
    Made,
    Point,
    Series,
    Side,
    StatementView,
    Story,
    Term,
    Withdrawn,
)

DAY = "2031-05-10"
SOURCES = {
    "a": Source("a", "f" * 64, "The Gazette", "Boots", "2031-05-01"),
    "b": Source("b", "e" * 64, "Harrow Wire", "Bread", "2031-05-09T08:00:00Z"),
}


def commitment(name: str, status: str = "pending", latest: str | None = None, **given: Any) -> CommitmentView:
    made = Made("a", None, "2031-05-01", f"Velmark vowed {name}.", 0, 20)
    history = (HistoryItem("made", "a", None, "2031-05-01", made.quote, 0, 20), *given.pop("steps", ()))
    fixed: dict[str, Any] = {
        "promisor": "Velmark", "promisor_actor": None, "promisee": None, "action": f"to do {name}", "kind": "promise",
        "polarity": "+", "condition": None, "late": False, "basis": "none", "outcome_disputed": False,
        "reported_by": (), "origins": 1,
    }  # fmt: skip
    term = Term("in time", latest) if latest else None
    return CommitmentView(id=name, deadline=term, status=status, made=made, history=history, **(fixed | given))  # type: ignore[arg-type]


def event(name: str, factuality: str = "happened", cameo: str = "190", article: str = "a") -> EventView:
    return EventView(name, cameo, "Velmark", "Ruvia", None, None, factuality, (article,), 1)  # type: ignore[arg-type]


def view(day: str = DAY, **parts: Any) -> View:
    return View(day, 2, **parts)


def quoting(name: str) -> tuple[Printed, str]:
    return Printed(f"words of {name}", 0, 5, SOURCES["a"]), "word"


def text(found: Brief) -> str:
    return "\n".join("  " * depth + words for words, depth, _ in lines(found))


def test_what_must_not_be_overlooked_comes_first_and_the_nearest_deadline_before_the_others() -> None:
    given = (
        commitment("far", latest="2031-06-30"), commitment("open"), commitment("near", latest="2031-05-12"),
        commitment("kept", "kept"), commitment("over", "overdue", "2031-05-02"), commitment("broken", "broken"),
        commitment("begun", "in_progress", "2031-05-20"), commitment("moved", "extended", "2031-05-30"),
    )  # fmt: skip
    found = brief(view(commitments=given), SOURCES)
    assert [(g.name, [p.view.id for p in some]) for g, some in found.promises] == [
        ("broken", ["broken"]), ("overdue", ["over"]), ("extended", ["moved"]),
        ("pending", ["near", "begun", "far"]), ("kept", ["kept"]), ("open", ["open"]),
    ]  # fmt: skip


def test_every_status_has_its_place_and_its_word() -> None:
    for status in wording.STATUS:
        for dated in (True, False):
            assert len([g for g in wording.GROUPS if g.holds(status, dated)]) == 1


def test_a_commitment_is_told_with_deadline_reporters_origins_and_the_words_of_each_step() -> None:
    steps = (
        HistoryItem("extended", "b", None, "2031-05-09", "The date was moved.", 5, 24),
        HistoryItem("deadline_passed", published="2031-05-09"),
    )
    given = commitment("x", "overdue", "2031-05-09", steps=steps, reported_by=("the palace", "an aide"), origins=2,
                       basis="clock")  # fmt: skip
    told = text(brief(view(commitments=(given,)), SOURCES))
    for words in (
        "Velmark: to do x  [x]", "overdue by the clock alone", "deadline 2031-05-09 (“in time”), 1 day ago",
        "according to the palace, according to an aide", "2 independent origins",
        "2031-05-09  put off: “The date was moved.” (Harrow Wire, b, 2031-05-09)", "2031-05-09  deadline passed",
    ):  # fmt: skip
        assert words in told


def test_that_something_will_not_happen_is_said_unless_the_words_say_so() -> None:
    given = (
        commitment("x", polarity="-", action="close the bridge"),
        commitment("y", polarity="-", action="no bridge would close"),
    )
    told = text(brief(view(commitments=given), SOURCES))
    assert "Velmark: not: close the bridge" in told
    assert "Velmark: no bridge would close" in told


def test_both_sides_of_a_dispute_stand_with_their_words() -> None:
    sides = (Side("a", None, "Velmark", "We hold it", 0, 10), Side("b", None, None, "They lost it", 3, 15))
    told = text(brief(view(disputes=(Dispute("x1", "contradiction", *sides),)), SOURCES))
    assert "Velmark: “We hold it” (The Gazette, a, 2031-05-01)" in told
    assert "somebody unnamed: “They lost it” (Harrow Wire, b, 2031-05-09)" in told


def test_a_bound_stays_a_bound_and_one_report_is_no_series() -> None:
    def series(name: str, *articles: str) -> Series:
        points = tuple(Point(a, None, "NATO", "le", None, 900.0, None, "up to 900", 0, 9) for a in articles)
        return Series(name, f"{name} soldiers", "Karsova", "soldier", points)

    told = text(brief(view(series=(series("q1", "a", "b"), series("q2", "a"), series("q3", "a", "a"))), SOURCES))
    assert "q1 soldiers, Karsova  [q1]" in told
    assert "2031-05-01  up to 900 (NATO): “up to 900”" in told
    assert "q2" not in told
    assert "q3" not in told


def test_a_number_that_all_report_alike_has_not_moved() -> None:
    def series(name: str, op: str, *values: float) -> Series:
        points = tuple(
            Point(a, None, "NATO", op, v, v, None, "some", 0, 4)  # type: ignore[arg-type]
            for a, v in zip("ab", values, strict=True)
        )
        return Series(name, f"{name} soldiers", "Karsova", "soldier", points)

    given = (series("still", "eq", 40, 40), series("about", "approx", 40, 40), series("grown", "eq", 40, 50))
    found = brief(view(series=given), SOURCES)
    assert [line.view.id for line in found.series] == ["grown", "about"]


def test_plans_fears_and_denials_are_not_among_what_happened() -> None:
    kinds = ("happened", "ongoing", "planned", "possible", "hypothetical", "denied")
    given = (*(event(kind, kind) for kind in kinds), event("speech", cameo="010"))
    found = brief(view(events=given), SOURCES)
    assert {g.title: {d.view.id for line in g.events for d in line.deeds} for g in found.events} == {
        "Reported as happened": {"happened", "ongoing"},
        "Planned, not reported as done": {"planned"},
        "Possible, feared or supposed": {"possible", "hypothetical"},
    }


def test_the_latest_events_come_first_and_what_is_left_out_is_counted() -> None:
    given = (*(event(f"e{n}") for n in range(20)), event("late", article="b"))
    found = brief(view(events=given), SOURCES, evidence=quoting)
    (group,) = found.events
    assert (group.events[0].deeds[0].view.id, len(group.events), group.total) == ("late", 8, 21)
    assert "8 of 21" in text(found)
    assert "“words of late”" in text(found)


def test_events_of_one_sentence_stand_over_it_once() -> None:
    words = {"e1": "marched", "e2": "shelled", "e3": ""}
    found = brief(
        view(events=tuple(map(event, words))), SOURCES,
        evidence=lambda name: (Printed("so" if words[name] else "no", 0, 2, SOURCES["a"]), words[name]),
    )  # fmt: skip
    one, two, quote, *_ = [t for t in text(found).splitlines() if "fights" in t or "“so”" in t]
    assert "fights (“marched”): Velmark → Ruvia  [e1]" in one + two
    assert "fights (“shelled”): Velmark → Ruvia  [e2]" in one + two
    assert quote == "    both: “so” (The Gazette, a, 2031-05-01)"
    assert "fights: Velmark → Ruvia  [e3]\n    “no” (" in text(found)


def test_events_that_became_known_since_a_day_are_new() -> None:
    before = view("2031-05-05", events=(event("old"), event("planned", "planned")))
    new = event("new", cameo="173"), event("feared", "possible")
    now = view(events=(event("old"), event("planned", "planned"), *new))
    found = brief(now, SOURCES, before, evidence=quoting)
    told = text(found).partition("\nReported as happened")[0]
    assert "New since 2031-05-05 (2)" in told
    assert "1 new event, reported as happened" in told
    assert "[new]\n    “words of new”" in told
    assert "1 new event, possible, feared or supposed" in told
    assert "[old]" not in told
    assert "[planned]" not in told


def test_a_new_version_of_an_article_is_no_news_of_its_own() -> None:
    same = {"promisor": "Velmark", "action": "to leave"}
    before = view("2031-05-05", commitments=(commitment("c1", **same),), events=(event("e1"),))
    now = view(commitments=(commitment("c2", **same),), events=(event("e2"),))
    assert "New since 2031-05-05 (0)" in text(brief(now, SOURCES, before))


def test_what_an_outlet_prints_no_more_is_told_with_its_words_and_the_day() -> None:
    gone = Withdrawn("s1", "statement", "Velmark", "it would march", "2031-05-09", "a", "c" * 64, "2031-05-01",
                     "Velmark said it would march.", 3, 31)  # fmt: skip
    given = view(withdrawn=(gone, replace(gone, id="c1", kind="commitment")))
    told = text(brief(given, SOURCES, view("2031-05-05")))
    assert "withdrawn by the outlet on 2031-05-09: statement, Velmark: it would march  [s1]" in told
    section = told[told.index("Withdrawn by the outlet (1)") :]
    assert "  commitment, Velmark: it would march  [c1]\n    both: “Velmark said it would march.” (" in section
    assert "not printed since 2031-05-09" in section
    (line,) = brief(given, SOURCES).withdrawn
    assert line.words is not None
    assert line.words.source.version == "c" * 64, "the words stand in the version that printed them"


def test_stories_that_began_or_grew_are_new_the_most_origins_first() -> None:
    old, grown = Story("s1", "Old", ("a",), 1), Story("s2", "Grown", ("a", "b"), 2)
    before = view("2031-05-05", stories=(old, replace(grown, articles=("a",), origins=1)))
    found = brief(view(stories=(old, Story("s3", "New", ("b",), 1), grown)), SOURCES, before)
    assert [s.view.title for s in found.new_stories] == ["Grown", "New"]
    assert "2 stories that began or grew" in text(found)


def test_what_is_new_since_a_day_is_told_before_all_else() -> None:
    step = HistoryItem("violated", "b", None, "2031-05-09", "They marched in.", 0, 16)
    before = view(
        "2031-05-05", commitments=(commitment("old"), commitment("same"), commitment("date", latest="2031-05-20"))
    )
    now = view(commitments=(
        commitment("old", "broken", steps=(step,)), commitment("same"), commitment("date", latest="2031-05-25"),
        commitment("new", kind="threat"),
    ))  # fmt: skip
    found = brief(now, SOURCES, before)
    assert [(c.kind, c.id) for c in found.changes or ()] == [
        ("now broken", "old"), ("new date", "date"), ("new threat", "new"),
    ]  # fmt: skip
    told = text(found)
    assert "now broken: Velmark: to do old (was pending)" in told
    assert "“They marched in.”" in told
    assert "deadline 2031-05-20 → 2031-05-25" in told
    assert told.index("New since 2031-05-05") < told.index("Reported broken")
    assert "Nothing." in text(brief(now, SOURCES, view("2031-05-09", commitments=now.commitments)))


def test_stories_count_origins() -> None:
    told = text(brief(view(stories=(Story("s", "Boots", ("a", "b"), 1),)), SOURCES))
    assert "Boots (2 articles, 1 origin)" in told


@pytest.mark.parametrize(
    ("within", "due", "past"),
    [(None, ["near", "far"], ["over"]), (7, ["near"], []), (8, ["near"], ["over"]), (0, [], [])],
)
def test_deadlines_are_listed_the_nearest_first(within: int | None, due: list[str], past: list[str]) -> None:
    given = (
        commitment("far", latest="2031-06-30"), commitment("near", "extended", "2031-05-12"), commitment("open"),
        commitment("over", "overdue", "2031-05-02"), commitment("done", "kept", "2031-05-11"),
    )  # fmt: skip
    found = deadlines(view(commitments=given), SOURCES, within)
    assert ([p.view.id for p in found.due], [p.view.id for p in found.past]) == (due, past)
    assert found.open_end == 1


@pytest.mark.parametrize(
    ("actor", "about", "expected"),
    [
        ("Ivo Varga", "", ["s1"]), ("varga", "", ["s1"]), ("Varga", "bridges", ["s1"]), ("Varga", "bread", []),
        ("Paris", "", ["s2"]), ("france", "", ["s2"]), ("the aide", "", []), ("", "", []),
    ],
)  # fmt: skip
def test_said_finds_an_actor_by_name_or_capital_and_not_who_passes_it_on(
    actor: str, about: str, expected: list[str]
) -> None:
    fixed = {"via": None, "cue_class": "say", "origins": 1, "article": "a", "version": None, "start": 0, "end": 9}
    one = StatementView(id="s1", speaker="Ivo Varga", source="he", reported_by=("the aide",),
                        quote="the bridge stays open, he said", **fixed)  # type: ignore[arg-type]  # fmt: skip
    two = StatementView(id="s2", speaker="France", source="Paris", reported_by=(), quote="no", **fixed)  # type: ignore[arg-type]
    found = said(view(statements=(one, two)), SOURCES, actor, about)
    assert [s.view.id for s in found] == expected


@pytest.mark.parametrize(
    ("promisor", "actor", "told"),
    [
        ("the two presidents", "presidents", "The two presidents"), ("he", "Ivo Varga", "Ivo Varga"),
        ("a small team, led by Varga", "small team", "A small team"), ("they", None, "Unnamed (“they”)"),
        ("his minister", "Varga's minister", "Varga's minister"), ("their envoys", "envoys", "Envoys"),
        (None, None, "Somebody unnamed"),
    ],
)  # fmt: skip
def test_who_promises_is_named_or_told_in_the_reports_own_words(
    promisor: str | None, actor: str | None, told: str
) -> None:
    given = commitment("x", promisor=promisor, promisor_actor=actor)
    assert f"  {told}: to do x  [x]" in text(brief(view(commitments=(given,)), SOURCES))
