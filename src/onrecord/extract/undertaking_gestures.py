"""Undertakings by a gesture or a paper that binds: "shook hands on a truce", "is obliged by the pact to leave"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.asserted import supposed, undertaken
from onrecord.extract.attribution import phrase, subject_of
from onrecord.extract.commissives import listed
from onrecord.extract.draft import Draft
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.undertaking import Undertaking
from onrecord.extract.undertaking_verbs import cue_span
from onrecord.model.commitment import CommitmentKind

_FRAMES = ("under", "by", "in")


def of_gesture(parse: Parse, so_far: Draft, i: int) -> Iterator[Undertaking]:
    """The undertaking of a verb that says it by what is done: hands shaken, names put to it, a timetable laid down."""
    owner = subject_of(parse, i)
    must = any(parse.lower(c) == "must" for c in parse.childs(i, "aux")) and not supposed(parse, i)
    if owner is None or parse.dep[i] in ("amod", "aux") or not (must or undertaken(parse, i)):
        return
    if parse.child(i, "auxpass") is not None:
        yield from _obliged(parse, i, owner)
        return
    if any(parse.lower(c) == "must" for c in parse.childs(i, "aux")):
        yield from _must(parse, i, owner)
        return
    yield from _binding(parse, i, owner)
    for kind, table in _TABLES:
        for entry in listed("gestures", table):
            verb, *middle, preposition = entry.split()
            if verb == parse.lemma[i].lower() and set(middle) <= _beside(parse, i):
                action = _content(parse, so_far, i, owner, preposition)
                if action is not None:
                    yield Undertaking(
                        i, cue_span(parse, i), kind, (phrase(parse, owner),), action, f"gesture:{verb}", 0.7,
                    )  # fmt: skip
                    return


_TABLES: tuple[tuple[CommitmentKind, str], ...] = (("promise", "promise"), ("plan", "plan"))


def _beside(parse: Parse, i: int) -> set[str]:
    """The object and the particles of a verb."""
    particles = {parse.lower(c) for c in parse.childs(i, "prt", "advmod", "prep")}
    return particles | {parse.lemma[c].lower() for c in parse.childs(i, "dobj")}


def _content(parse: Parse, so_far: Draft, i: int, owner: int, preposition: str) -> int | None:
    """What is undertaken behind the preposition: a deed, or a thing that is agreed upon; nobody "signs up" a course."""
    hosts = [i, *parse.childs(i, "dobj", "prt")]
    for p in (p for h in hosts for p in parse.childs(h, "prep") if parse.lower(p) == preposition and p > i):
        done, thing = parse.child(p, "pcomp"), parse.child(p, "pobj")
        if done is not None:
            return done
        inner = parse.child(thing, "acl") if thing is not None else None
        if inner is not None and _infinitive(parse, inner):
            return inner
        bargains = (listed("things", "offered") | listed("operations", "terms")) - listed("things", "papers")
        if thing is not None and parse.lemma[thing].lower() in bargains:
            return thing
    somebody = actor_at(so_far, parse.span(owner, owner + 1))
    body = somebody is not None and somebody.kind in ("state", "organisation")
    if preposition == "to" and (body or parse.lemma[owner].lower() in listed("sides", "bodies")):
        return next((c for c in parse.childs(i, "xcomp", "advcl") if c > i and _infinitive(parse, c)), None)
    return None


def _infinitive(parse: Parse, c: int) -> bool:
    return any(parse.tag[k] == "TO" for k in parse.childs(c, "aux"))


def _binding(parse: Parse, i: int, paper: int) -> Iterator[Undertaking]:
    """ "The deal obliges the mill to shut": what a signed paper lays on somebody."""
    papers = (listed("things", "papers") | listed("events", "documents")) - {"law", "resolution"}
    whom, action = parse.child(i, "dobj"), parse.child(i, "xcomp", "ccomp")
    whom = parse.child(action, "nsubj") if whom is None and action is not None else whom
    known = parse.lemma[i].lower() in ("oblige", "obligate", "require") and parse.lemma[paper].lower() in papers
    now = parse.tag[i] in ("VBZ", "VBP")
    if known and now and whom is not None and action is not None and action > whom and _infinitive(parse, action):
        yield Undertaking(
            i, cue_span(parse, i), "promise", (phrase(parse, whom),), action, "gesture:binding:article", 0.6,
        )  # fmt: skip


def _must(parse: Parse, i: int, owner: int) -> Iterator[Undertaking]:
    """ "Under the deal, the mill must shut by May": what whoever signed a paper must do."""
    must = next(c for c in parse.childs(i, "aux") if parse.lower(c) == "must")
    papers = (listed("things", "papers") | listed("events", "documents")) - {"law", "resolution"}
    under = [t for t in parse.subtree(i) if parse.lower(t) == "under"]  # wherever the parser hung it
    signed = any(parse.lemma[n].lower() in papers for p in under for n in parse.childs(p, "pobj"))
    if signed and parse.dep[i] in ("ROOT", "ccomp", "conj"):
        yield Undertaking(
            must, parse.span(must, must + 1), "promise", (phrase(parse, owner),), i, "gesture:must:article", 0.6,
        )  # fmt: skip


def _obliged(parse: Parse, i: int, owner: int) -> Iterator[Undertaking]:
    """ "Is obliged under the contract to run it": what whoever signed a paper must do."""
    action = parse.child(i, "xcomp")
    preps = parse.childs(i, "prep", "agent")
    papers = {parse.lemma[n].lower() for p in preps if parse.lower(p) in _FRAMES for n in parse.childs(p, "pobj")}
    known = papers & (listed("things", "papers") | listed("events", "documents")) - {"law"}
    now = any(parse.lower(c) in ("is", "are", "'s", "remains") for c in parse.childs(i, "auxpass"))
    if parse.lemma[i].lower() in listed("gestures", "obliged") and action is not None and known and now:
        yield Undertaking(
            i, cue_span(parse, i), "promise", (phrase(parse, owner),), action, "gesture:obliged", 0.65,
        )  # fmt: skip
