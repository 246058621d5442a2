"""Which articles are about one matter, and which are one text."""

from __future__ import annotations

from array import array
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord import link
from onrecord.link import Reading
from onrecord.model import View

from .conftest import Page

Viewer = Callable[..., View]

FIRE = "A fire destroyed the timber yard in Vik on Monday night. Forty firemen fought the flames until dawn."
FIRE_AGAIN = "The flames that destroyed a timber yard in Vik were out by dawn, the firemen said on Tuesday."
SHIP = "Norway and Sweden argued over a tanker that ran aground off Tromso. Oslo said Stockholm had not answered."
TRAIN = "Norway and Sweden opened a railway between Oslo and Stockholm. The first passengers sang."


def test_one_matter_told_twice_is_one_story(view: Viewer) -> None:
    found = view(Page("a", FIRE), Page("b", FIRE_AGAIN, "2031-05-02"), Page("c", SHIP), Page("d", TRAIN))
    assert [s.articles for s in found.stories] == [("a", "b")]
    assert found.stories[0].origins == 2


def test_countries_and_capitals_alone_make_no_story(view: Viewer) -> None:
    assert view(Page("a", SHIP), Page("b", TRAIN)).stories == ()


NEARLY = (
    "Eleven sawyers in Vik lost their jobs when their timber burnt. Insurers sent an inspector, and the owner wept "
    "aloud in the ashes."
)


def embedded(page: Page, *direction: int) -> Reading:
    return Reading(replace(page.record, embedding=b64encode(array("b", direction).tobytes()).decode()))


@pytest.mark.parametrize(
    ("texts", "directions", "one"),
    [
        ((FIRE, NEARLY), ((100, 10), (90, 20)), True),
        ((FIRE, NEARLY), ((100, 10), (-10, 100)), False),
        ((FIRE, NEARLY), ((100, 10), (100, 10, 0)), False),
        ((SHIP, TRAIN), ((100, 10), (100, 10)), False),
        ((FIRE, FIRE_AGAIN), ((100, 10), (-10, 100)), True),
    ],
    ids=["near", "far", "of two models", "words have too little in common", "words are enough"],
)
def test_embeddings_bring_together_what_words_alone_nearly_do(
    texts: tuple[str, str], directions: tuple[tuple[int, ...], ...], one: bool
) -> None:
    a, b = (embedded(Page(key, text), *way) for key, text, way in zip("ab", texts, directions, strict=True))
    assert any(e.kind == "story" for e in link.edges(a, b)) is one
    assert link.edges(a, b) == link.edges(b, a)


def test_much_later_it_is_another_story(view: Viewer) -> None:
    assert view(Page("a", FIRE), Page("b", FIRE_AGAIN, "2031-06-20")).stories == ()


def test_days_are_days_in_utc(view: Viewer) -> None:
    late = Page("a", FIRE, "2031-05-01T23:30:00-05:00")
    assert Reading(late.record).day == "2031-05-02"
    assert view(late, Page("b", FIRE_AGAIN, "2031-05-02"), as_of="2031-05-02").stories[0].articles == ("b", "a")


def test_a_wire_story_cut_and_changed_a_little_is_a_copy(view: Viewer) -> None:
    wire = (
        "The harbour of Vik was closed on Monday after a barge loaded with gravel sank across its mouth. The harbour "
        "master said a crane would come from Tamm within three days. Fishermen stood on the quay and swore at the sea."
    )
    cut = wire.replace("on Monday", "early on Monday").split(" Fishermen")[0]
    told_afresh = "A gravel barge blocks the mouth of Vik harbour. A crane is on its way, the harbour master said."
    found = view(Page("a", wire), Page("b", cut), Page("c", told_afresh))
    assert found.copies == (("a", "b"),)
    assert found.stories[0].origins == 2


def test_related_articles_share_a_block_and_the_order_does_not_matter() -> None:
    pages = [Page("a", FIRE), Page("b", FIRE_AGAIN, "2031-05-02"), Page("c", SHIP), Page("d", TRAIN)]
    readings = [Reading(p.record) for p in pages]
    for a in readings:
        for b in readings:
            found = link.edges(a, b)
            assert found == link.edges(b, a)
            assert not found or a is b or link.keys(a) & link.keys(b)


def test_a_promise_and_its_end_share_a_block() -> None:
    nouns = ("gate", "roof", "wall", "fence", "mast", "sluice", "boiler", "valve", "pier", "crane", "dyke", "spire")
    long = " ".join(f"The {noun} was repaired." for noun in nouns)
    one = Page("a", f"Norland vowed to free the Tarvian sailors. {long}").actor("Norland", country="NLD")
    one.promise("Norland", "vowed", "free the Tarvian sailors")
    other = Page("b", "Norland went back on its word about the Tarvian sailors. The zoo bought zebras and tapirs.")
    assert link.keys(Reading(one.record)) & link.keys(Reading(other.record))
