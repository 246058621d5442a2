"""Confidence of statements: higher where marks bound the words, and never certainty."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from onrecord.extract.confidence import chance, confidence
from onrecord.extract.statements import statements


def test_what_marks_bound_is_surer_than_what_they_do_not(parse: Callable[..., Any]) -> None:
    (quoted,) = statements(*parse("“The lock is broken,” said the warden."))
    (reported,) = statements(*parse("The warden said that the lock was broken."))
    assert quoted.confidence >= 0.9 > reported.confidence + 0.1


def test_words_within_a_quotation_are_not_bounded_by_its_marks(parse: Callable[..., Any]) -> None:
    inner, outer = statements(*parse("“I hope the lock will be mended,” said Marta Lind."))
    assert inner.parent == outer.id
    assert inner.confidence < 0.9 <= outer.confidence


@pytest.mark.parametrize("kind", ["direct", "mixed", "indirect", "inner"])
@pytest.mark.parametrize("form", ["clause", "around", "phrase"])
@pytest.mark.parametrize("length", ["short", "long"])
def test_nothing_is_certain_or_worthless(kind: str, form: str, length: str) -> None:
    sure = confidence({"type": kind, "form": form, "source": "absent", "length": length, "cue": "weak"})
    assert 0.05 <= sure <= 0.95


def test_few_examples_do_not_make_a_rule() -> None:
    seen_often = {"direct": {"all": (40, 50), "cue rare": (40, 40)}}
    seen_once = {"direct": {"all": (40, 50), "cue rare": (1, 1)}}
    found = {"type": "direct", "cue": "rare"}
    assert chance(seen_once, found) < chance(seen_often, found)
