"""The events of an article: a trigger with its code, who did it to whom, and whether it happened."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.event_agreement import agreeing
from onrecord.extract.event_codes import coded, demanded
from onrecord.extract.event_figures import figure, private
from onrecord.extract.event_mentions import reported
from onrecord.extract.event_needs import nouns
from onrecord.extract.event_numbers import numbers
from onrecord.extract.event_patterns import Sense, code_of, codes, sense_of, using
from onrecord.extract.event_setting import Setting, setting, when, where
from onrecord.extract.event_sides import sides
from onrecord.extract.factuality import factuality, tense
from onrecord.extract.parse import Parse
from onrecord.extract.participants import someone
from onrecord.model import Event, Span

_DOMESTIC = frozenset({"GOV", "COP", "JUD", "LEG", "OPP", "PTY", "LAB"})
"""Sectors of the bodies of a state and of those who contend with it: mostly those of the country that is spoken of."""
_ARMED = frozenset({"15", "18", "19", "20"})
"""Roots of deeds that come from abroad as often as from within."""
_TALKS = frozenset({"03", "04", "05"})
"""Roots of what ministers and envoys of several countries do together."""


def events(parse: Parse, so_far: Draft) -> tuple[Event, ...]:
    """The article's events, in text order. A word with no actor on either side names none."""
    found: dict[int, Event] = {}
    around = setting(parse, so_far)
    for i in range(len(parse)):
        sense = sense_of(parse, i)
        if sense is None or figure(parse, i, sense) or _told(parse, i) or _idle(parse, so_far, i):
            continue
        if event := _event(parse, so_far, around, i, sense):
            found[i] = agreeing(so_far, event)
    told = reported(parse, found)
    home = _only_country(so_far)
    told = [_at_home(e, so_far, home) for e in told] if home else told
    return tuple(replace(event, id=f"e{k}") for k, event in enumerate(told, start=1))


def _only_country(so_far: Draft) -> str | None:
    """The country of an article that speaks of no other."""
    known = {a.country for a in so_far.actors} | {p.country for p in so_far.places}
    return next(iter(known - {None})) if len(known - {None}) == 1 else None


def _at_home(event: Event, so_far: Draft, home: str) -> Event:
    """The event with "the government" and "the police" as those of the only country spoken of.

    A named person may be foreign, and so may whoever fights and "the ministers" who met.
    """
    root = (event.cameo or "")[:2]
    if root in _ARMED:
        return event
    ours = {
        a.id for a in so_far.actors
        if a.kind != "person" and a.country is None and a.sector in _DOMESTIC
        and not (root in _TALKS and a.sector == "GOV" and a.kind != "organisation")
    }  # fmt: skip
    source, target = (
        tuple(replace(p, country=home) if p.country is None and p.actor in ours else p for p in side)
        for side in (event.source, event.target)
    )
    return replace(event, source=source, target=target)


def _idle(parse: Parse, so_far: Draft, i: int) -> bool:
    """Whether a "must" is no demand of one party on another, or its verb says more exactly what is demanded."""
    return parse.pos[i] == "AUX" and (sense_of(parse, parse.head[i]) is not None or not demanded(parse, so_far, i))


def _told(parse: Parse, i: int) -> bool:
    """Whether the word above has this one in its own code: "asked it to withdraw", "refused to meet"."""
    at = i
    for _ in range(3):
        at = parse.head[at]
        sense = sense_of(parse, at) if at != i else None
        if sense and code_of(parse, at, sense)[1] == i:
            return True
    return False


def _event(parse: Parse, so_far: Draft, around: Setting, i: int, sense: Sense) -> Event | None:
    source, target = sides(parse, so_far, i, sense)
    used = using(parse, i, sense)
    value = factuality(parse, i)
    time = when(parse, around, i, used)
    ahead = value == "happened" and time in around.ahead  # "the drill, which starts on Friday"
    if ahead:
        value = "planned"
    code = coded(parse, so_far, i, sense, value, source)
    place = where(parse, so_far, around, i, used, code)
    held = sense.code.startswith("04") and place is not None  # "the summit in Lima"
    if code == "040" and not target and parse.lemma[i] in nouns("exchanging", "verbs"):
        return None  # "the minister would not discuss it"
    if not (source or target or sense.alone or held or someone(parse, i)):
        return None
    if code == "0871" and not (source or target) and private(parse, i):
        return None  # "the orchestra struck a truce with its conductor"
    carried = codes()[code]
    sentence = parse.sentence(i)
    return Event(
        id="",
        trigger=tuple(parse.span(t, t + 1) for t in sorted({i, *used})),
        evidence=parse.span(sentence.first, sentence.last),
        source=source,
        target=target,
        cameo=code,
        quad=carried.quad,
        goldstein=carried.goldstein,
        plover=carried.plover,
        time=time,
        place=place,
        tense="future" if ahead else tense(parse, i),
        factuality=value,
        statement=_statement(so_far, parse.span(i, i + 1)),
        quantities=numbers(parse, so_far, i, used, code),
        rule=f"event_patterns:{sense.word}:{sense.code}",
        confidence=0.8 if source and target else 0.6 if source or target else 0.5,
    )


def _inside(span: Span, within: Span) -> bool:
    return within.start <= span.start and span.end <= within.end


def _statement(so_far: Draft, trigger: Span) -> str | None:
    """The statement with the shortest content that holds the trigger."""
    holding = [(c.end - c.start, s.id) for s in so_far.statements for c in s.content if _inside(trigger, c)]
    return min(holding)[1] if holding else None
