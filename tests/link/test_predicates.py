"""What the verbs of a clause say, and of what."""

from __future__ import annotations

import pytest

from onrecord.link.phrases import frame, head_of
from onrecord.link.predicates import matches, patterns_of, predicates
from onrecord.link.words import stems
from onrecord.link.working import at_work


@pytest.mark.parametrize(
    ("clause", "verb", "said"),
    [
        ("Three lorries reached the camp.", "reach", "so"),
        ("No lorry has reached the camp.", "reach", "not"),
        ("The lorries did not reach the camp.", "reach", "not"),
        ("The lorries have yet to reach the camp.", "reach", "not"),
        ("The lorries failed to reach the camp.", "reach", "not"),
        ("The lorries reached nobody.", "reach", "not"),
        ("The lorries are rolling again.", "rol", "so"),
        ("The lorries may reach the camp.", "reach", None),
        ("The lorries will have reached the camp by noon.", "reach", None),
        ("If the lorries reached the camp, all would eat.", "reach", None),
    ],
)
def test_a_verb_tells_what_is_so_or_not_so_or_neither(clause: str, verb: str, said: str | None) -> None:
    assert next((p.said for p in predicates(clause) if p.verb == verb), None) == said


@pytest.mark.parametrize(
    ("clause", "pattern", "found"),
    [
        ("Two barges pulled slowly into the dock.", "pull into", True),
        ("Two barges steamed into the dock.", "<reach>", True),
        ("The school is open.", "be open", True),
        ("The school is now open.", "be open", True),
        ("The school was painted at Easter.", "be at", False),  # "was painted", not "was at"
        ("They took a day off on Friday.", "take on", False),
        ("No bus ran.", "not run", True),
        ("A bus ran.", "not run", False),
    ],
)
def test_a_pattern_is_a_verb_with_the_words_that_go_with_it(clause: str, pattern: str, found: bool) -> None:
    known = patterns_of([pattern])
    assert any(matches(p, known.get(p.verb, ())) for p in predicates(clause)) is found


@pytest.mark.parametrize(
    ("clause", "verb", "subject", "passive"),
    [
        ("Its envoy landed in Vik and spoke of the tents.", "landed", "Its envoy", False),
        ("Nurses and guards landed in Vik.", "landed", "Nurses and guards", False),
        ("Rain fell as the tents were pitched.", "pitched", "the tents", True),
    ],
)
def test_the_subject_of_a_verb_goes_as_far_as_the_clause_it_stands_in(
    clause: str, verb: str, subject: str, passive: bool
) -> None:
    made = frame(clause, clause.index(verb))
    assert (" ".join(made.subject), made.passive) == (subject, passive)


@pytest.mark.parametrize(
    ("phrase", "of_it"),
    [
        ("two tents", True),
        ("the last of the tents", True),
        ("a lorry with tents", True),
        ("Sund's tents", True),
        ("the tents' makers", False),
        ("a seller of tents", False),
        ("talks about tents", False),
    ],
)
def test_a_phrase_is_of_the_thing_itself_or_only_names_it(phrase: str, of_it: bool) -> None:
    assert head_of(tuple(phrase.split()), stems("tents")) is of_it


def test_those_who_were_sent_are_there_once_they_work() -> None:
    nurses, sund = stems("nurses"), stems("Sund")
    assert at_work(nurses, sund, "Sund's nurses bandaged the wounded.") is not None
    assert at_work(nurses, sund, "Sund's nurses waited at the port.") is None
    assert at_work(nurses, sund, "Nurses from the town bandaged the wounded.") is None
