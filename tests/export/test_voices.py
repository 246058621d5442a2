"""Who is heard how often, with the names of one person counted as one."""

from __future__ import annotations

from dataclasses import replace

from onrecord.export.said import Voice, voices
from onrecord.link.persons import Person, Sighting
from onrecord.model import Ref

SEEN = Sighting(Ref("a", "v", "actor", 0, 5), "Brandt", None, None, frozenset(), None, None)


def person(name: str, *names: str) -> Person:
    return Person(name, name, tuple(replace(SEEN, name=one) for one in (name, *names)), ())


def test_names_of_one_person_count_together_and_are_asked_for_by_what_they_share() -> None:
    counts = [("Brandt", 10), ("Ruvia", 8), ("Vera Brandt", 4), ("Otto Lind", 3), ("the Norn envoy", 2)]
    people = [person("Vera Brandt", "Brandt"), person("Otto Lind", "the Norn envoy")]
    assert voices(counts, people) == [
        Voice("Vera Brandt", "Brandt", 14), Voice("Ruvia", "Ruvia", 8), Voice("Otto Lind", "Otto Lind", 3),
        Voice("the Norn envoy", "the Norn envoy", 2),
    ]  # fmt: skip


def test_a_name_that_two_bear_stays_by_itself() -> None:
    people = [person("Vera Brandt", "Brandt"), person("Otto Brandt", "Brandt")]
    assert [v.name for v in voices([("Brandt", 2), ("Vera Brandt", 1)], people)] == ["Brandt", "Vera Brandt"]
