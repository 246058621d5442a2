"""Plans and bargains that are given up without a word of promising: "shelved the sale", "declared the truce dead"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.asserted import undertaken
from onrecord.extract.attribution import phrase, subject_of
from onrecord.extract.commissives import kinds, listed
from onrecord.extract.draft import Draft
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.undertaking import Undertaking
from onrecord.extract.undertaking_verbs import cue_span
from onrecord.model.commitment import CommitmentKind


def of_dropping(parse: Parse, so_far: Draft, i: int) -> Iterator[Undertaking]:
    """What somebody who can act gives up: a deed that was to be done, or a bargain that was to hold."""
    particle = parse.child(i, "prt")
    name = f"{parse.lemma[i].lower()} {parse.lower(particle)}" if particle is not None else parse.lemma[i].lower()
    owner = subject_of(parse, i)
    still_to_be = any(parse.tag[c] in ("TO", "MD") for c in parse.childs(i, "aux"))  # "offered to call off its march"
    if owner is None or still_to_be or parse.dep[i] in ("amod", "aux") or parse.child(i, "auxpass") is not None:
        return
    if name in listed("operations", "dropping"):
        thing = parse.child(i, "dobj")
        if thing is None and particle is not None:
            thing = parse.child(particle, "pobj")  # "called off the walkout"
        kind = _dropped(parse, thing)
    elif name in listed("operations", "declaring"):
        thing, kind = _declared_over(parse, i), "promise"
    else:
        return
    if thing is None or kind is None or not undertaken(parse, i):
        return
    known = actor_at(so_far, parse.span(owner, owner + 1)) is not None or parse.pos[owner] in ("PRON", "PROPN")
    if known or parse.lemma[owner].lower() in listed("sides", "bodies"):
        yield Undertaking(
            i, cue_span(parse, i), kind, (phrase(parse, owner),), thing, f"withdraw:{name}", 0.6, "withdraw",
        )  # fmt: skip


def _dropped(parse: Parse, thing: int | None) -> CommitmentKind | None:
    """The kind of what is dropped: a bargain is a promise, a deed that was to come a plan; None for anything else."""
    lemma = parse.lemma[thing].lower() if thing is not None else ""
    if thing is None or any(parse.tag[parse.left[c]] == "TO" for c in parse.childs(thing, "acl")):
        return None  # "a plan to drain the marsh": the noun says what was undertaken
    if lemma in listed("operations", "bargains"):
        return "promise"
    if lemma in kinds("nouns"):
        return None
    if any(parse.lemma[c].lower() in listed("operations", "said_before") for c in parse.childs(thing, "acl")):
        return "plan"  # "the pilgrimage planned for Sunday"
    doing = lemma.endswith("ing") and any(parse.lower(p) == "of" for p in parse.childs(thing, "prep"))
    planned = parse.tag[thing] in ("NN", "VBG") and doing
    return "plan" if planned or lemma in listed("operations", "deeds") else None


def _declared_over(parse: Parse, i: int) -> int | None:
    """The bargain that somebody says is over: "declared the truce dead", "called the deal off"."""
    predicates = parse.childs(i, "ccomp", "oprd", "acomp", "xcomp")
    over = next((c for c in predicates if parse.lower(c) in listed("operations", "over")), None)
    hosts = [h for h in (over, i) if h is not None]
    things = [c for h in hosts for c in parse.childs(h, "nsubj", "dobj") if i < c < (over or 0)]
    return next((t for t in things if parse.lemma[t].lower() in listed("operations", "bargains")), None)
