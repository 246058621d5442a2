"""What an actor said, as far as articles report it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.export.printed import Printed, Sources, printed
from onrecord.lexicon.countries import country_of, metonym
from onrecord.link.words import stems
from onrecord.model import View
from onrecord.model.view import StatementView, Withdrawn


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


def said(view: View, known: Sources, actor: str, about: str = "") -> tuple[Said, ...]:
    """The statements of an actor, in order of publication; of those that hold all words of `about`, in any form.

    The actor is meant by all words of its name in any order ("Ruvian ministry"), or by what stands for its country;
    without one they are those of everybody about the topic.
    Whoever only passes another's word on is not the speaker.
    """
    wanted, topic = stems(actor), stems(about)
    country = _country(actor)
    found = [
        s for s in view.statements
        if (_is(s, wanted, country) if actor else topic) and topic <= stems(s.quote)
    ]  # fmt: skip
    return tuple(Said(s, printed(s, known)) for s in found)


def speakers(view: View) -> list[tuple[str, int]]:
    """Who is named as a speaker, with how many statements, the most quoted first."""
    counts = Counter(s.speaker for s in view.statements if s.speaker)
    return sorted(counts.items(), key=lambda c: (-c[1], c[0]))


def unsaid(view: View, known: Sources, actor: str, about: str = "") -> tuple[Unsaid, ...]:
    """The statements of an actor that outlets have withdrawn, in order of the day."""
    wanted, topic = stems(actor), stems(about)
    country = _country(actor)
    return tuple(
        Unsaid(w, printed(w, known)) for w in view.withdrawn
        if w.kind == "statement" and _means((w.who,), wanted, country) and topic <= stems(w.quote)
    )  # fmt: skip


def meant(names: Iterable[str | None], actor: str) -> bool:
    """Whether names mean an actor: by all words of its name, or by what stands for its country; no words mean all.

    >>> meant(("Ruvia's foreign ministry", None), "ministry ruvia"), meant(("Berlin",), "Germany"), meant((None,), "x")
    (True, True, False)
    """
    return not actor or _means(tuple(names), stems(actor), _country(actor))


def _is(statement: StatementView, wanted: frozenset[str], country: str | None) -> bool:
    return _means((statement.speaker, statement.source), wanted, country)


def _means(given: tuple[str | None, ...], wanted: frozenset[str], country: str | None) -> bool:
    names = [n for n in given if n]
    if country and any(_country(n) == country for n in names):
        return True
    return bool(wanted) and wanted <= stems(" ".join(names))


def _country(name: str) -> str | None:
    """The country that a name is or stands for. Written small it is looked up with a capital, too."""
    for form in (name, name.title(), name.upper()):
        code = country_of(form) or metonym(form)
        if code:
            return code
    return None
