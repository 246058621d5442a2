"""The commitments of an article: who undertakes what towards whom, by when, on what condition, as reported by whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.action_words import action_spans, separate_actions
from onrecord.extract.commissives import kinds, listed
from onrecord.extract.commitment_kind import kind_of
from onrecord.extract.draft import Draft
from onrecord.extract.holding import cue_lemma, enclosing
from onrecord.extract.mouths import named
from onrecord.extract.names import actor_of
from onrecord.extract.new_terms import new_terms
from onrecord.extract.parse import Parse
from onrecord.extract.plans import plans
from onrecord.extract.promisors import THIRD, by_somebody, is_somebody, spelt_out, undated
from onrecord.extract.terms import Terms, terms
from onrecord.extract.ultimatums import bidden, must_or, told_off, ultimatum
from onrecord.extract.undertaking import Undertaking
from onrecord.extract.undertaking_adjectives import of_adjective
from onrecord.extract.undertaking_dropped import of_dropping
from onrecord.extract.undertaking_gestures import of_gesture
from onrecord.extract.undertaking_idioms import of_idiom
from onrecord.extract.undertaking_messages import of_message
from onrecord.extract.undertaking_nouns import of_noun
from onrecord.extract.undertaking_sign import sign_of
from onrecord.extract.undertaking_verbs import excluded, of_verb
from onrecord.model import Actor, Commitment, Span, Spans, Statement, hull
from onrecord.model.commitment import Existence

_TELLING_NOTHING = frozenset({"demand", "hope", "ask"})
"""Who speaks so takes the promise for granted and reports nothing: "hopes the mayor will keep his word"."""


def commitments(parse: Parse, so_far: Draft) -> tuple[Commitment, ...]:
    """The article's commitments, in text order. Needs times, statements and speakers."""
    found = list(_by_word(parse, so_far))
    moved = list(new_terms(parse, so_far))
    taken = frozenset(t for u in (*found, *moved) for t in (u.action, *parse.childs(u.action, "conj")))
    found = [*found, *moved, *plans(parse, so_far, taken)]
    longer = [(u.cue, parse.subtree(u.action)) for u in moved]
    found = [u for u in found if not any(u.cue in below and u.cue != cue for cue, below in longer)]
    each = [u for first in found for u in (first, *_beside(parse, first))]
    made = [c for u in _one_an_action(each) if (c := _commitment(parse, so_far, u)) is not None]
    made.sort(key=lambda c: (hull((*c.cue, *c.action)), c.cue))
    return tuple(replace(c, id=f"c{n}") for n, c in enumerate(made, 1))


def _beside(parse: Parse, found: Undertaking) -> list[Undertaking]:
    """What is undertaken by the same words beside the first action."""
    return [replace(found, action=a, subject=None) for a in separate_actions(parse, found.action)]


def _by_word(parse: Parse, so_far: Draft) -> Iterator[Undertaking]:
    """The undertakings that a verb, a noun or an adjective of the lexicon carries."""
    cued = {token: s for s in so_far.statements for span in s.cue for token in parse.tokens_in(span)}
    for i in range(len(parse)):
        if parse.sentence(i).part == "dateline":
            continue
        lemma, pos = parse.lemma[i].lower(), parse.pos[i]
        if pos == "VERB" and lemma in kinds("verbs") and parse.dep[i] not in ("amod", "aux"):
            yield from of_verb(parse, so_far, i, cued.get(i))
        elif pos == "VERB":
            yield from excluded(parse, so_far, i)
            yield from ultimatum(parse, so_far, i)
            yield from bidden(parse, i)
            yield from told_off(parse, so_far, i)
            yield from must_or(parse, so_far, i)
            yield from of_gesture(parse, so_far, i)
            yield from of_dropping(parse, so_far, i)
        elif pos == "NOUN" and lemma in kinds("nouns"):
            yield from of_noun(parse, so_far, i, cued.get(i))
        yield from of_idiom(parse, so_far, i)
        yield from of_message(parse, so_far, i)
        if pos in ("ADJ", "VERB") and (lemma in kinds("adjectives") or parse.lower(i) in kinds("adjectives")):
            yield from of_adjective(parse, so_far, i)


def _one_an_action(found: list[Undertaking]) -> list[Undertaking]:
    """One undertaking for each action: the surest."""
    best: dict[int, Undertaking] = {}
    for u in found:
        if u.action not in best or _surety(u) > _surety(best[u.action]):
            best[u.action] = u
    return list(best.values())


def _surety(u: Undertaking) -> tuple[bool, float]:
    """Time that is given says more than the threat beside it: "gave them until noon, threatening to fire"."""
    return u.due_at_cue and u.kind == "ultimatum", u.confidence


def _commitment(parse: Parse, so_far: Draft, found: Undertaking) -> Commitment | None:
    around = enclosing(so_far, parse, found.cue)
    by = by_somebody(parse, so_far, _bounded(parse, found, around), around)
    if by is None:
        return None
    found = replace(by, promisor=undated(parse, so_far, by.promisor))
    if not is_somebody(parse, found) or _says_nothing(parse, found, around):
        return None
    when = terms(parse, so_far, found)
    action = action_spans(parse, found, when)
    told = found.rule.endswith((":article", ":passive")) or found.rule.startswith("scheduled")
    if not action or (told and not _tellable(found, when)):
        return None
    actor = actor_of(parse, so_far, hull(found.promisor)) if found.promisor else None
    pronoun = bool(found.promisor) and hull(found.promisor).of(parse.text).lower() in THIRD
    said = found.statement
    speaker = said.speaker if said is not None and (said.source == found.promisor or pronoun) else None
    if _of_another(so_far, found, actor, around):
        return None
    sign = sign_of(parse, found)
    who = speaker or (actor.id if actor is not None else None)
    whose = spelt_out(parse, so_far, found.promisor, who, around) if pronoun else found.promisor
    return Commitment(
        id="", kind=kind_of(parse, so_far, found, when, sign), promisor=named(parse.text, whose), action=action,
        cue=(found.cue_span,),
        evidence=_evidence(parse, found, action, when), statement=_statement(found, around), operation=found.operation,
        promisor_actor=who, promisee=found.promisee, polarity=sign, deadline=when.deadline,
        old_deadline=when.old_deadline if found.operation == "extend" else None, made_on=when.made_on,
        condition=when.condition, reported_by=_chain(parse, around, found, who),
        existence=_existence(parse, so_far, found, around), confidence=found.confidence, rule=found.rule,
    )  # fmt: skip


def _says_nothing(parse: Parse, found: Undertaking, around: list[Statement]) -> bool:
    """Whether the words say only in the light of others what is promised: "that there would be none"; or look back on
    what nobody is named for: "40 tents had been promised"."""
    none = parse.child(found.action, "attr", "nsubj")
    there = parse.child(found.action, "expl") is not None and none is not None
    back = any(parse.lower(c) == "had" for c in parse.childs(found.cue, "aux"))
    told = not found.promisor and not around and back and parse.dep[found.action] == "nsubjpass"
    return told or (there and none is not None and parse.lower(none) in ("none", "any") and parse.left[none] == none)


def _bounded(parse: Parse, found: Undertaking, around: list[Statement]) -> Undertaking:
    """The undertaking within what is said around it, lest the words that say by whom run into it."""
    at = parse.span(found.action, found.action + 1)
    inside = bool(around) and any(piece.holds(at) for piece in around[-1].content)
    return replace(found, bounds=around[-1].content) if inside and not found.bounds else found


def _of_another(so_far: Draft, found: Undertaking, promisor: Actor | None, around: list[Statement]) -> bool:
    """Whether a plan is only told of another country by somebody else: a claim about it, no undertaking."""
    if found.kind != "plan" or promisor is None or not around:
        return False
    speaker = next((a for a in so_far.actors if a.id == around[-1].speaker), None)
    if speaker is None or speaker.id == promisor.id or None in (speaker.country, promisor.country):
        return False
    return speaker.country != promisor.country


def _tellable(found: Undertaking, when: Terms) -> bool:
    """Whether a plan of the article's own, or in a passive that may predict, has a term or a condition, or "is to"."""
    if found.rule.endswith(":passive") and when.condition:
        return True
    return when.deadline is not None or found.rule.startswith("is to")


def _statement(found: Undertaking, around: list[Statement]) -> str | None:
    if found.statement is not None:
        return found.statement.id or None
    return (around[-1].id or None) if around else None


def _chain(parse: Parse, around: list[Statement], found: Undertaking, who: str | None) -> Spans:
    """Who reports it, outermost first, whoever undertakes it left out."""
    chain: list[Span] = []
    for statement in around:
        chain += statement.via[:1]
        own = statement.source == found.promisor or (who is not None and statement.speaker == who)
        silent = statement.cue_class in _TELLING_NOTHING or cue_lemma(parse, statement) in listed("barred", "minds")
        if statement.source and not (own or silent) and not (statement.speaker is None and _myself(parse, statement)):
            chain.append(hull(statement.source))
    chain = [s for n, s in enumerate(chain) if s.of(parse.text) not in [c.of(parse.text) for c in chain[:n]]]
    return (*chain, *(span for span in found.relayed if span not in chain))


def _myself(parse: Parse, statement: Statement) -> bool:
    """Whether whoever speaks is only "I" or "we": another statement says who that is."""
    return hull(statement.source).of(parse.text).lower() in ("i", "we")


def _existence(parse: Parse, so_far: Draft, found: Undertaking, around: list[Statement]) -> Existence:
    """denied: the only words that speak of it say that it was not made."""
    denied = [d for d in so_far.denials if d.kind == "denial" and d.target is None]
    inside = any(span.holds(found.cue_span) for d in denied for span in d.denied)
    taken_back = any(_taken_back(parse, s) for s in around)
    told = {s.id for s in around if s.id}
    refuted = found.operation == "withdraw" and any(d.kind == "denial" and d.target in told for d in so_far.denials)
    return "denied" if inside or refuted or taken_back or any(s.cue_class == "deny" for s in around) else "asserted"


def _taken_back(parse: Parse, told: Statement) -> bool:
    """Whether what is told is told no more: "retracts that …", "retracts its report that …"."""
    cues = [t for span in told.cue for t in parse.tokens_in(span)]
    above = {parse.lemma[parse.head[t]].lower() for t in cues if parse.dep[t] == "dobj"}
    return bool((above | {cue_lemma(parse, told)}) & listed("speech", "retracting"))


def _evidence(parse: Parse, found: Undertaking, action: Spans, when: Terms) -> Span:
    """The sentences that a reader must see to agree."""
    spans = [
        *found.promisor,
        *action,
        found.cue_span,
        *([when.deadline.span] if when.deadline and when.deadline.span else []),
    ]
    tokens = [t for span in spans for t in parse.tokens_in(span)]
    first = min(parse.sentence(t).first for t in tokens)
    last = max(parse.sentence(t).last for t in tokens)
    return parse.span(first, last)
