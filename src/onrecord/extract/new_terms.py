"""Undertakings that are moved or taken back without a word of promising: "prolonged the truce", "put off the vote"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.asserted import supposed, undertaken
from onrecord.extract.attribution import phrase, subject_of
from onrecord.extract.commissives import listed
from onrecord.extract.deadlines import preposition_before
from onrecord.extract.draft import Draft
from onrecord.extract.holding import holding
from onrecord.extract.parse import Parse
from onrecord.extract.undertaking import Undertaking
from onrecord.extract.undertaking_verbs import cue_span
from onrecord.model import Spans, Statement

_GOING_ON = ("keep", "continue")
_TELLING = ("say", "assert", "admit", "promise", "assure", "plan")


def new_terms(parse: Parse, so_far: Draft) -> Iterator[Undertaking]:
    """Extensions and postponements that are said to be made or decided, in text order."""
    for verb in range(len(parse)):
        if (
            parse.pos[verb] != "VERB"
            or parse.dep[verb] in ("amod", "aux", "csubj", "csubjpass")
            or not _moves(parse, verb)
        ):
            continue
        passive = parse.child(verb, "auxpass") is not None
        thing = parse.child(verb, "nsubjpass" if passive else "dobj")
        lasting = parse.lemma[verb].lower() in listed("operations", "lasting")
        if lasting:
            thing = parse.child(verb, "nsubj") or _kept_up(parse, verb)
        said = holding(so_far, parse, verb)
        made = undertaken(parse, verb) or _announced(parse, verb, said)
        known = thing is not None and (
            _has_term(parse, thing) or parse.tag[thing] == "VBG" or _drawn_out(parse, so_far, verb, thing)
        )
        if thing is None or not made or not known:
            continue
        lasting = lasting and parse.tag[thing] != "VBG"
        promisor = _by(parse, verb, passive or lasting, said.source if said is not None else ())
        if not promisor and (not passive or any(parse.tag[c] == "VBD" for c in parse.childs(verb, "auxpass"))):
            continue  # "was extended last year" is told of the past
        due = _due(parse, thing)
        yield Undertaking(
            verb, cue_span(parse, verb), "plan", promisor, verb if due is None else due,
            f"extend:{parse.lemma[verb].lower()}", 0.6, "extend", statement=said,
            bounds=said.content if said is not None else (),
        )  # fmt: skip


def _drawn_out(parse: Parse, so_far: Draft, verb: int, thing: int) -> bool:
    """Whether a verb gives more time to whatever it may be: "prolonged the rationing", "extended it until May"."""
    until = any(parse.lower(p) in ("until", "till") for p in parse.childs(verb, "prep"))
    lemma = parse.lemma[verb].lower()
    if _to_a_day(parse, so_far, verb) and parse.pos[thing] == "NOUN":
        return True
    held_out = parse.lemma[thing].lower() in listed("operations", "held_out")
    return lemma == "prolong" or (lemma == "extend" and until and not held_out)


def _to_a_day(parse: Parse, so_far: Draft, verb: int) -> bool:
    """Whether something is put off to a day: "put off its departure to 30 May"."""
    particle = parse.child(verb, "prt", "advmod")
    name = f"{parse.lemma[verb].lower()} {parse.lower(particle)}" if particle is not None else parse.lemma[verb].lower()
    if name not in ("postpone", "defer", "reschedule") and name not in listed("operations", "extend_phrases"):
        return False
    clause = parse.span(verb, parse.right[verb])
    days = [t for t in so_far.times if clause.holds(t.span) and t.type in ("DATE", "TIME") and t.latest]
    return any(preposition_before(parse, t.span) in ("to", "until", "till") for t in days)


def _moves(parse: Parse, verb: int) -> bool:
    lemma = parse.lemma[verb].lower()
    particle = parse.child(verb, "prt")
    beside = parse.child(verb, "prt", "advmod")
    phrasal = beside is not None and f"{lemma} {parse.lower(beside)}" in listed("operations", "extend_phrases")
    day = parse.child(verb, "dobj", "nsubjpass")
    if lemma in listed("operations", "moving"):
        return day is not None and parse.lemma[day].lower() in listed("operations", "days")
    if particle is None and lemma in listed("operations", "extend"):
        return lemma not in ("continue", "renew") or _longer(parse, verb)
    return phrasal or (lemma in listed("operations", "lasting") and _longer(parse, verb) and _now(parse, verb))


def _longer(parse: Parse, verb: int) -> bool:
    """Whether a clause speaks of more time: "for another week", or "will now run until"."""
    near = [parse.lower(t) for t in parse.subtree(verb) if verb - 3 < t < verb + 8]
    return any(word in listed("operations", "longer") for word in near) or ("now" in near and "until" in near)


def _now(parse: Parse, verb: int) -> bool:
    return any(parse.lower(c) in ("will", "would", "shall") for c in parse.childs(verb, "aux"))


def _kept_up(parse: Parse, verb: int) -> int | None:
    """What somebody goes on doing: "will keep training"."""
    doing = parse.child(verb, "xcomp", "ccomp")
    return doing if doing is not None and parse.tag[doing] == "VBG" and parse.lemma[verb] in _GOING_ON else None


def _announced(parse: Parse, verb: int, said: Statement | None) -> bool:
    """ "will extend", "is to extend", in somebody's mouth "would be extended": said of the future."""
    auxes = {parse.lower(c) for c in parse.childs(verb, "aux")}
    ahead = {"will", "shall", "'ll"} | ({"would"} if said is not None and said.cue_class in _TELLING else set())
    return bool(auxes & ahead) and parse.child(verb, "neg") is None and not supposed(parse, verb)


def _has_term(parse: Parse, thing: int) -> bool:
    named = [parse.child(p, "pobj") for p in parse.childs(thing, "prep") if parse.lower(p) == "of"]
    general = parse.lemma[thing].lower() in listed("operations", "frames")  # "the state of emergency"
    names = [thing, *parse.childs(thing, "compound"), *(n for n in named if n is not None and general)]
    known = listed("operations", "terms") | listed("operations", "days")
    return any(parse.lemma[t].lower() in known for t in names)


def _due(parse: Parse, thing: int) -> int | None:
    """What a deadline is for: "the deadline for closing the mine"."""
    if parse.lemma[thing].lower() not in listed("operations", "days"):
        return None
    behind = [(p, parse.child(p, "pcomp", "pobj")) for p in parse.childs(thing, "prep")]
    infinitive = next((c for c in parse.childs(thing, "acl") if parse.tag[c] == "VB"), None)
    fixed = parse.lemma[thing].lower() not in listed("operations", "begun")
    done = [
        n for p, n in behind if n is not None and parse.lower(p) in ("for", "of") and (fixed or parse.tag[n] == "VBG")
    ]
    return next(iter(done), infinitive)


def _by(parse: Parse, verb: int, silent: bool, speaker: Spans) -> Spans:
    """Who moves it: the subject, the agent of a passive, else whoever says it."""
    owner = _decider(parse, verb)
    if owner is not None:
        return (phrase(parse, owner),)
    if not silent:
        subject = subject_of(parse, verb)
        return (phrase(parse, subject),) if subject is not None and parse.dep[subject] != "expl" else speaker
    agents = [parse.child(p, "pobj") for p in parse.childs(verb, "agent")]
    agent = next((a for a in agents if a is not None and parse.child(a, "nummod") is None), None)
    return (phrase(parse, agent),) if agent is not None else speaker


def _decider(parse: Parse, verb: int) -> int | None:
    """Whose decision it is: "a decision by the council to extend the curfew", "the council's plan to"."""
    noun = parse.head[verb]
    if parse.dep[verb] not in ("acl", "relcl") or parse.pos[noun] != "NOUN" or parse.tag[verb] != "VB":
        return None
    by = [parse.child(p, "pobj") for p in parse.childs(noun, "prep") if parse.lower(p) in ("by", "of", "from")]
    return next((n for n in by if n is not None), parse.child(noun, "poss"))
