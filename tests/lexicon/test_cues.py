"""The words of saying: each is in one frame of its class, and the pattern finds verbs that are in none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import pytest

from onrecord import lexicon
from onrecord.extract.cue_words import cues
from onrecord.extract.statements import statements
from onrecord.model.statement import CueClass

CLASSES = get_args(CueClass)
FRAMES = ("verbs", "infinitive", "gerund", "objects", "things", "prepositions", "nouns", "nouns_of", "adjectives")


def test_every_class_of_the_contract_has_verbs_and_a_speech_act() -> None:
    table = lexicon.words("cues")
    for name in CLASSES:
        assert table[name]["verbs"].split()
        assert name in table["speech_acts"]


def test_every_frame_is_one_that_is_read() -> None:
    table = lexicon.words("cues")
    for name in CLASSES:
        assert set(table[name]) <= set(FRAMES), name


@pytest.mark.parametrize("field", ["prepositions", "nouns_of"])
def test_a_word_with_a_preposition_names_both(field: str) -> None:
    for key in getattr(cues(), field):
        word, _, preposition = key.partition("_")
        assert word and preposition.isascii(), key


def test_there_are_hundreds() -> None:
    words = cues()
    assert len(words.verbs) > 300
    assert len(words.nouns) > 150


@pytest.mark.parametrize("verb", sorted(v for v, k in cues().verbs.items() if v in cues().speaking - cues().happening))
def test_a_verb_of_speech_takes_a_clause(body: Callable[..., Any], verb: str) -> None:
    told = " them" if verb == "tell" else ""
    found = statements(*body(f"They have to {verb}{told} that the ferry left."))
    assert [s.cue_class for s in found][-1:] == [cues().verbs[verb]]


@pytest.mark.parametrize("verb", ["hypothesised", "promulgated"])
def test_an_unlisted_verb_of_a_person_with_a_clause_is_a_cue(body: Callable[..., Any], verb: str) -> None:
    (found,) = statements(*body(f"The minister {verb} that the ferry had left."))
    assert found.content


def test_what_happens_is_no_cue(body: Callable[..., Any]) -> None:
    assert statements(*body("The minister left after the drills began that week.")) == ()
