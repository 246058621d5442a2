"""A person across articles: by what words they are known, and what they said, undertook, denied and did."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from onrecord.errors import LedgerError
from onrecord.export import wording
from onrecord.export.printed import Printed, source
from onrecord.ledger.placing import is_deed
from onrecord.link.persons import Join, Person, Sighting
from onrecord.link.refs import Entry, refs, whole
from onrecord.link.spans import words_of
from onrecord.model import Actor, Commitment, Denial, Event, Participant, Record, Ref, Span, Statement

MOST = 60
"""Articles that are read for what a person said and did, the latest first."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One article's words for a person, with the role and country that it gives them."""

    sighting: Sighting
    role: str | None
    words: Printed


@dataclass(frozen=True, slots=True)
class Deed:
    """One entry that is a person's: its name, what it says in words, and the words that carry it."""

    name: str
    told: str
    words: Printed


@dataclass(frozen=True, slots=True)
class Known:
    """A person with the evidence: `seen` by day; deeds the latest first, among those of the `read` articles."""

    person: Person
    seen: tuple[Seen, ...]
    said: tuple[Deed, ...]
    undertook: tuple[Deed, ...]
    denied: tuple[Deed, ...]
    did: tuple[Deed, ...]
    read: int

    @property
    def roles(self) -> tuple[tuple[str, str | None, str | None], ...]:
        """The roles that articles give them, each with its first and last day, the latest first."""
        days: dict[str, tuple[str, list[str]]] = {}
        for one in self.seen:
            if one.role:
                days.setdefault(one.role.casefold(), (one.role, []))[1].append(one.sighting.published or "")
        spans = [(r, min(filter(None, d), default=None), max(filter(None, d), default=None)) for r, d in days.values()]
        return tuple(sorted(spans, key=lambda r: (r[2] or "", r[0]), reverse=True))

    @property
    def names(self) -> tuple[str, ...]:
        """The names under which they are reported, the fullest first."""
        found = {one.sighting.name for one in self.seen if one.sighting.name}
        return tuple(sorted(found, key=lambda n: (-len(n.split()), n)))


def known(person: Person, article: Callable[[str], Record]) -> Known:
    """The person with words and deeds; `article` gives the record of an article by its key."""
    latest = sorted(person.sightings, key=lambda s: (s.published or "", s.ref), reverse=True)[:MOST]
    seen: list[Seen] = []
    deeds: dict[str, list[Deed]] = {"said": [], "undertook": [], "denied": [], "did": []}
    for sighting in latest:
        try:
            record = article(sighting.ref.article)
        except LedgerError:  # removed meanwhile
            continue
        actor = refs(record).get(sighting.ref)
        if not isinstance(actor, Actor):
            continue
        first = min(m.span for m in actor.mentions)
        seen.append(Seen(sighting, actor.role, _printed(record, first)))
        for ref, entry in refs(record).items():
            kind = _whose(entry, actor.id)
            if kind:
                deeds[kind].append(_deed(record, ref, entry, actor.id))
    said, undertook, denied, did = (tuple(deeds[kind]) for kind in ("said", "undertook", "denied", "did"))
    return Known(person, tuple(reversed(seen)), said, undertook, denied, did, len(latest))


def _whose(entry: Entry, actor: str) -> str | None:
    match entry:
        case Statement() if entry.speaker == actor and entry.cue_class not in ("deny", "doubt"):
            return "said"
        case Commitment() if entry.promisor_actor == actor and entry.existence != "denied":
            return "undertook"
        case Denial() if entry.denier_actor == actor:
            return "denied"
        case Event() if any(side.actor == actor for side in entry.source) and is_deed(entry.cameo):
            return "did"
    return None


def _deed(record: Record, ref: Ref, entry: Entry, own: str) -> Deed:
    match entry:
        case Statement():
            cue = wording.CUE[entry.cue_class] if entry.cue_class else "said"
            told = f"{cue}: {words_of(record, entry.content) or ''}"
        case Commitment():
            told = f"{entry.kind}: {wording.deed(words_of(record, entry.action), entry.polarity)}"
        case Denial():
            told = f"{'denied' if entry.kind == 'denial' else 'doubted'}: {words_of(record, entry.denied) or ''}"
        case Event():
            trigger, whom = words_of(record, entry.trigger), ", ".join(_names(record, entry.target, own))
            deed = f"{wording.event(entry.cameo)}{f' (“{trigger}”)' if trigger else ''}{f' → {whom}' if whom else ''}"
            told = f"{deed}, {wording.FACTUALITY[entry.factuality]}"
        case _:
            told = ""
    evidence: Span = getattr(entry, "evidence", None) or whole(entry)
    return Deed(ref.id, told, _printed(record, evidence))


def _names(record: Record, sides: Iterable[Participant], but: str) -> list[str]:
    """Who these are, one actor left out: by name where one is known, else in the article's words."""
    names = {actor.id: actor.name for actor in record.actors}
    printed = (
        (side, words_of(record, (side.span,)) if side.span else side.country) for side in sides if side.actor != but
    )
    return [name for side, words in printed if (name := names.get(side.actor or "") or words)]


def _printed(record: Record, span: Span) -> Printed:
    return Printed(span.of(record.article.text), *span, source(record.article))


def named(persons: Iterable[Person], words: str) -> list[Person]:
    """The persons whose name or words hold all the words asked for, those reported in most articles first."""
    wanted = words.casefold().split()
    found = [p for p in persons if all(any(w in text for text in _texts(p)) for w in wanted)]
    return sorted(found, key=lambda p: (-len({s.ref.article for s in p.sightings}), p.name.casefold(), p.id))


def _texts(person: Person) -> set[str]:
    return {text.casefold() for s in person.sightings for text in (s.name, s.words) if text} | {person.name.casefold()}


def whose(persons: Iterable[Person], name: str) -> Person | None:
    """The person with that sighting."""
    return next((p for p in persons if any(s.ref.id == name for s in p.sightings)), None)


def ends(join: Join) -> tuple[str, str]:
    """The permanent names of the two sightings that were joined."""
    return join.a.id, join.b.id
