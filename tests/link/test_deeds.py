"""What is told of a deed in other words than its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from onrecord.lexicon import words
from onrecord.link import deeds
from onrecord.link.actions import verb_of
from onrecord.link.words import content, stem
from onrecord.model import View

from .conftest import Page

Viewer = Callable[..., View]
FAMILIES: dict[str, dict[str, Any]] = words("deeds")


def examples() -> Iterator[tuple[str, str, str]]:
    for name, family in FAMILIES.items():
        yield from ((name, what, said) for what, said in family["example"].items() if what not in ("of", "opposites"))


@pytest.mark.parametrize("name", FAMILIES)
def test_an_undertaking_is_known_by_its_verb_or_a_phrase(name: str) -> None:
    action = FAMILIES[name]["example"]["of"]
    assert name in deeds.families(action, verb_of(action))


@pytest.mark.parametrize(("name", "what", "said"), list(examples()))
def test_each_list_is_reached_by_its_example(name: str, what: deeds.Told, said: str) -> None:
    assert deeds.told((name,), what, said) is not None


@pytest.mark.parametrize("name", [n for n, family in FAMILIES.items() if "opposites" in family])
def test_each_family_with_opposites_shows_one(name: str) -> None:
    assert stem(FAMILIES[name]["example"]["opposites"]) in deeds.opposites((name,))


@pytest.mark.parametrize("verb", sorted({v for family in FAMILIES.values() for v in family.get("verbs", ())}))
def test_a_verb_of_a_family_is_one_word_or_one_with_its_particle(verb: str) -> None:
    assert len(content(verb)) == 1


def page(key: str, text: str, who: str, action: str, **known: Any) -> Page:
    return Page(key, text).actor(who).promise(who, "promised", action, **known)


FREE = page("a", "Norland promised to release the nine fishermen by 20 May.", "Norland", "release the nine fishermen",
            by="by 20 May", latest="2031-05-20")  # fmt: skip
GAS = page("a", "Norland promised Sund that gas would keep flowing.", "Norland", "gas would keep flowing")
PAY = page("a", "Norland promised to pay the ferry crews by 20 May.", "Norland", "pay the ferry crews",
           by="by 20 May", latest="2031-05-20")  # fmt: skip
QUIT = page("a", "Norland promised that its governor would resign by 20 May.", "Norland", "its governor would resign",
            by="by 20 May", latest="2031-05-20")  # fmt: skip


@pytest.mark.parametrize(
    ("promise", "text", "status"),
    [
        (FREE, "The nine fishermen sailed for home on Friday.", "kept"),
        (FREE, "The nine fishermen may be home soon.", "overdue"),
        (FREE, "The nine fishermen are still in captivity.", "overdue"),
        (FREE, "The nine fishermen have not been freed.", "broken"),
        (GAS, "Norland has turned off the taps, Sund said.", "broken"),
        (GAS, "Norland has not turned off the taps, Sund said.", "pending"),
        (PAY, "The ferry crews of Norland have received their pay.", "kept"),
        (PAY, "The ferry crews have not seen a penny of their pay.", "broken"),
        (QUIT, "The governor handed in his resignation on Friday.", "kept"),
        (QUIT, "The governor offered his resignation on Friday.", "overdue"),
    ],
)
def test_an_outcome_in_other_words(view: Viewer, promise: Page, text: str, status: str) -> None:
    assert [c.status for c in view(promise, Page("b", text, "2031-05-25")).commitments] == [status]
