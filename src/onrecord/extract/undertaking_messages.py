"""Undertakings that a message brings: "Word came from the abbot that", "a note from the rebels: we will go"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.asserted import prospective
from onrecord.extract.attribution import phrase
from onrecord.extract.commissives import listed
from onrecord.extract.draft import Draft
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.plan_forms import form_of
from onrecord.extract.sides import official
from onrecord.extract.undertaking import Undertaking

_VERBAL = ("VERB", "AUX")


def of_message(parse: Parse, so_far: Draft, i: int) -> Iterator[Undertaking]:
    """What whoever sends a message undertakes in it; `i` is the message."""
    if parse.lemma[i].lower() not in listed("speech", "messages"):
        return
    verb = parse.head[i]
    hosts = (i, verb) if parse.lemma[verb].lower() in ("come", "arrive", "be") or parse.dep[i] == "dobj" else (i,)
    froms = [p for h in hosts for p in parse.childs(h, "prep") if parse.lower(p) == "from" and p > i]
    sender = next((n for p in froms for n in parse.childs(p, "pobj")), None)
    if sender is None:
        return
    known = official(actor_at(so_far, parse.span(sender, sender + 1)))
    known = known or parse.lemma[sender].lower() in listed("sides", "bodies") | listed("speech", "mouths")
    said, after = _behind_that(parse, i, sender), _behind_colon(parse, sender)
    bounds = (parse.span(sender + 2, parse.sentence(sender).last),) if said is None and after is not None else ()
    said = after if said is None else said
    if known and said is not None:
        carrier = parse.child(verb, "nsubj") if parse.dep[i] == "dobj" else None
        yield Undertaking(
            i, parse.span(i, i + 1), "plan", (parse.span(parse.left[sender], sender + 1),), said, "idiom:message", 0.6,
            bounds=bounds, relayed=(phrase(parse, carrier),) if carrier is not None else (),
        )  # fmt: skip


def _behind_that(parse: Parse, i: int, sender: int) -> int | None:
    clauses = [c for h in (parse.head[i], sender, i) for c in parse.childs(h, "ccomp", "relcl", "acl") if c > sender]
    that = (c for c in clauses if any(parse.lower(m) == "that" for m in parse.childs(c, "mark")))
    return next((c for c in that if prospective(parse, c)), None)


def _behind_colon(parse: Parse, sender: int) -> int | None:
    """The verb of what stands behind a colon: "a telegram from the abbey: the fast ends on Friday"."""
    end = sender + 1
    if end >= len(parse) or parse.word(end) != ":":
        return None
    verbs = (v for v in range(end + 1, min(parse.sentence(sender).last, end + 25)) if parse.pos[v] in _VERBAL)
    return next((v for v in verbs if form_of(parse, v, told=True) is not None), None)
