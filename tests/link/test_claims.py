"""Who denies whom, who contradicts whom, who blames each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord import link
from onrecord.link import Reading
from onrecord.model import Edge, View

from .conftest import Page, edges_of

Viewer = Callable[..., View]


def sides(view: View) -> list[tuple[str, str, str]]:
    return [(d.type, d.a.quote, d.b.quote) for d in view.disputes]


def test_a_denial_answers_a_statement_beside_it(view: Viewer) -> None:
    page = Page("a", "Sarvia said Norland had mined the strait. Its minister denied this.")
    page.says("Sarvia", "said", "Norland had mined the strait").denies("Its minister", "denied", "this", "s1")
    assert sides(view(page)) == [("denial", "Sarvia said Norland had mined the strait", "Its minister denied this")]


def test_a_denial_answers_a_claim_of_another_article(view: Viewer) -> None:
    claim = Page("a", "Sarvia said Norland had mined the Kolmar strait.", "2031-05-01").actor("Sarvia", country="SRB")
    claim.says("Sarvia", "said", "Norland had mined the Kolmar strait")
    denial = Page("b", "Norland denied mining the Kolmar strait.", "2031-05-03").actor("Norland", country="NLD")
    denial.denies("Norland", "denied", "mining the Kolmar strait")
    assert sides(view(claim, denial)) == [
        ("denial", "Sarvia said Norland had mined the Kolmar strait", "Norland denied mining the Kolmar strait")
    ]
    other = Page("c", "Norland denied buying the Tamm shipyard.", "2031-05-03").actor("Norland", country="NLD")
    other.denies("Norland", "denied", "buying the Tamm shipyard")
    assert sides(view(claim, other)) == []


def test_a_promise_that_was_never_given(view: Viewer) -> None:
    told = Page("a", "The envoy promised that Pelm harbour would reopen.", "2031-05-01")
    told.promise("The envoy", "promised", "Pelm harbour would reopen")
    denied = Page("b", "The envoy said he gave no guarantee about Pelm harbour.", "2031-05-02")
    denied.says("The envoy", "said", "he gave no guarantee about Pelm harbour")
    assert [d.type for d in view(told, denied).disputes] == ["denial"]


@pytest.mark.parametrize(
    ("start", "end", "disputed"),
    [
        ("the dam had burst", "it had not burst", True),
        ("nothing had been paid", "they had received 900 crowns", True),
        ("nobody would stay in Vik", "its men would leave Vik", False),
        ("the dam had burst", "it had not seen the plans", False),
    ],
)
def test_side_by_side(view: Viewer, start: str, end: str, disputed: bool) -> None:
    page = Page("a", f"The mayor said {start}, while the firm claimed {end}.")
    page.says("The mayor", "said", start).says("the firm", "claimed", end)
    assert [d.type for d in view(page).disputes] == (["contradiction"] if disputed else [])


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Norland blamed Sarvia for the fire. Sarvia accused Norland of the arson.",
         [("Norland blamed Sarvia for the fire", "Sarvia accused Norland of the arson")]),
        ("Norland accused Sarvia of the raid. Rain fell on the Orla valley for the third day in a row.", []),
        ("Norland blamed Sarvia for the fire. Tamm accused Norland of neglect.", []),
    ],
)  # fmt: skip
def test_blame_to_and_fro(view: Viewer, text: str, pairs: list[tuple[str, str]]) -> None:
    page = Page("a", text)
    for name, code in (("Norland", "NLD"), ("Sarvia", "SRB"), ("Tamm", "FIN")):
        if name in text:
            page.actor(name, country=code)
    found = view(page).disputes
    assert [(d.a.quote, d.b.quote) for d in found if d.type == "responsibility"] == pairs


def test_blame_and_its_denial_in_one_breath(view: Viewer) -> None:
    page = Page("a", "Norland blamed Sarvia, which denied responsibility.")
    page.actor("Norland", country="NLD").actor("Sarvia", country="SRB")
    page.denies("Sarvia", "denied", "responsibility")
    assert sides(view(page)) == [("denial", "Norland blamed Sarvia", "Sarvia, which denied responsibility")]


def test_words_of_guilt_in_nobodys_mouth_and_entries_without_words_do_no_harm(view: Viewer) -> None:
    page = Page("a", "Nobody was to blame for the fire at the mill. İzmir said it was not responsible, it wrote.")
    page.says("İzmir", "said", "it was not responsible")
    page.found["statements"].append(replace(page.found["statements"][0], id="s2", cue=(), content=()))
    assert view(page).disputes == ()


def test_two_quotes_that_deny_and_contradict_each_other_are_one_dispute(view: Viewer) -> None:
    page = Page("a", "Sarvia said Norland had mined the strait. Norland denied that it had not swept the strait.")
    page.says("Sarvia", "said", "Norland had mined the strait")
    page.denies("Norland", "denied", "that it had not swept the strait", "s1")
    made = link.view([page.record], edges_of(page), "2031-12-31").disputes
    assert [d.type for d in made] == ["denial"]
    statement, denial = (Reading(page.record).ref(kind, name) for kind, name in (("statement", "s1"), ("denial", "d1")))
    both = [*edges_of(page), Edge("contradiction", *sorted((statement, denial)), "claims:contradiction")]
    assert link.view([page.record], both, "2031-12-31").disputes == made


BESIDE = [
    (
        "Sarvia said Norland would launch an offensive. Norland's premier denied that any offensive was planned.",
        True,
    ),
    ("Sarvia said Norland would invade the delta. Norland's premier denied that it planned to attack.", True),
    ("Sarvia said it would meet Norland if nobody invaded. Norland's premier denied that it planned to attack.", False),
    ("Sarvia said Tarvia would invade the delta. Norland's premier denied that it planned to attack a ship.", False),
    ("Sarvia said Norland had new tents. Norland's premier denied that any offensive was planned.", False),
]


@pytest.mark.parametrize(("text", "disputed"), BESIDE)
def test_a_denial_answers_the_claim_before_it_that_says_so(view: Viewer, text: str, disputed: bool) -> None:
    said, denied = text.rstrip(".").split(". ")
    page = Page("a", text).actor("Norland", country="NLD").actor("Sarvia", country="SRB")
    page.says("Sarvia", "said", said.removeprefix("Sarvia said "))
    page.denies("Norland's premier", "denied", denied.partition("denied ")[2])
    assert [d.type for d in view(page).disputes] == (["denial"] if disputed else [])


def test_whoever_asks_contradicts_nobody(view: Viewer) -> None:
    page = Page("a", "Nobody will stay in the fort, Sarvia said. Norland asked whether anybody was leaving the fort.")
    page.says("Sarvia", "said", "Nobody will stay in the fort")
    page.says("Norland", "asked", "whether anybody was leaving the fort", "ask")
    assert view(page).disputes == ()


def test_a_denial_without_words_of_its_own_answers_nothing(view: Viewer) -> None:
    page = Page("a", "Sarvia said Norland had mined the strait. Norland never mined the strait.")
    page.says("Sarvia", "said", "Norland had mined the strait").denies("Norland", "never", "mined the strait")
    page.found["denials"] = [replace(d, denier=(), cue=()) for d in page.found["denials"]]
    assert view(page).disputes == ()
