"""What an actor said, as far as articles report it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.export.printed import Printed, Sources, printed
from onrecord.ledger.listed import Rows
from onrecord.ledger.placing import asked_for, country
from onrecord.link.persons import Person
from onrecord.link.words import stems
from onrecord.model import View
from onrecord.model.view import StatementView, Withdrawn


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody by the fullest name, the `words` that all of the names share, and how often."""

    name: str
    words: str
    number: int


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its words and its article."""

    view: StatementView
    words: Printed | None


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A statement that its outlet prints no more, with the words as they stood."""

    view: Withdrawn
    words: Printed | None


def said(view: View, known: Sources, actor: str, about: str = "") -> Sequence[Said]:
    """The statements of an actor, in order of publication; of those that hold all words of `about`, in any form.

    The actor is meant by all words of its name in any order ("Ruvian ministry"), or by what stands for its country;
    without one they are those of everybody about the topic.
    Whoever only passes another's word on is not the speaker.
    """
    if isinstance(view.statements, Rows):
        some = view.statements.only(words=asked_for(about, actor))
        return some.each(lambda s: Said(s, printed(s, known))) if actor or stems(about) else ()
    wanted, topic = stems(actor), stems(about)
    code = country(actor)
    found = [
        s for s in view.statements
        if (_is(s, wanted, code) if actor else topic) and topic <= stems(s.quote)
    ]  # fmt: skip
    return tuple(Said(s, printed(s, known)) for s in found)


def speakers(view: View, most: int = 10_000) -> list[tuple[str, int]]:
    """Who is named as a speaker, with how many statements, the most quoted first."""
    if isinstance(view.statements, Rows):
        return view.statements.by_whom(most)
    counts = Counter(s.speaker for s in view.statements if s.speaker)
    return sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:most]


def voices(counts: Iterable[tuple[str, int]], persons: Iterable[Person]) -> list[Voice]:
    """The counted names with those of one person as one, the most frequent first. A name that several persons bear, and
    names without a common word, stay by themselves."""
    whose = _whose(persons)
    groups: dict[str, list[tuple[str, int]]] = {}
    for name, n in counts:
        groups.setdefault(whose.get(name, name), []).append((name, n))
    found = [voice for some in groups.values() for voice in _voices(some)]
    return sorted(found, key=lambda v: (-v.number, v.name))


def _whose(persons: Iterable[Person]) -> Mapping[str, str]:
    """The person of each name that only one bears."""
    bearers: dict[str, set[str]] = {}
    for person in persons:
        for name in {s.name for s in person.sightings if s.name}:
            bearers.setdefault(name, set()).add(person.id)
    return {name: ids.pop() for name, ids in bearers.items() if len(ids) == 1}


def _voices(some: Sequence[tuple[str, int]]) -> Iterable[Voice]:
    fullest = max((name for name, _ in some), key=lambda name: (len(name.split()), name))
    shared = [word for word in fullest.split() if all(word in name.split() for name, _ in some)]
    if shared:
        yield Voice(fullest, " ".join(shared) if len(some) > 1 else fullest, sum(n for _, n in some))
    else:
        yield from (Voice(name, name, n) for name, n in some)


def unsaid(view: View, known: Sources, actor: str, about: str = "") -> tuple[Unsaid, ...]:
    """The statements of an actor that outlets have withdrawn, in order of the day."""
    wanted, topic = stems(actor), stems(about)
    code, gone = country(actor), view.withdrawn
    if isinstance(gone, Rows):
        gone = gone.only(kinds=("statement",), words=asked_for(about, actor))
    return tuple(
        Unsaid(w, printed(w, known)) for w in gone
        if w.kind == "statement" and _means((w.who,), wanted, code) and topic <= stems(w.quote)
    )  # fmt: skip


def meant(names: Iterable[str | None], actor: str) -> bool:
    """Whether names mean an actor: by all words of its name, or by what stands for its country; no words mean all.

    >>> meant(("Ruvia's foreign ministry", None), "ministry ruvia"), meant(("Berlin",), "Germany"), meant((None,), "x")
    (True, True, False)
    """
    return not actor or _means(tuple(names), stems(actor), country(actor))


def _is(statement: StatementView, wanted: frozenset[str], code: str | None) -> bool:
    return _means((statement.speaker, statement.source), wanted, code)


def _means(given: tuple[str | None, ...], wanted: frozenset[str], code: str | None) -> bool:
    names = [n for n in given if n]
    if code and any(country(n) == code for n in names):
        return True
    return bool(wanted) and wanted <= stems(" ".join(names))
