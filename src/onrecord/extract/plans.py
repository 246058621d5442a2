"""Undertakings by "will", "would", "is to": what somebody who can act says of himself or of his own side.

Said of another it is a prediction and undertakes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.asserted import longer_than_said, supposed
from onrecord.extract.attribution import phrase
from onrecord.extract.commissives import kinds, listed
from onrecord.extract.draft import Draft
from onrecord.extract.holding import cue_lemma, enclosing, holding
from onrecord.extract.mouths import fronted
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.plan_forms import form_of
from onrecord.extract.plan_mouths import again, announced, brokered, heard, leave_given, mouth, paper, told_by_noun
from onrecord.extract.sides import (
    Side,
    actor_by_id,
    commands,
    conditional,
    nameless,
    official,
    owned_mouth,
    relays,
    side_of,
)
from onrecord.extract.undertaking import Undertaking
from onrecord.extract.willed import able, befalls, by_a_thing, let_go, vague
from onrecord.model import Actor, Statement
from onrecord.model.commitment import CommitmentKind, Operation

_VERBAL = ("VERB", "AUX")
_NOBODY = frozenset({"nobody", "none", "nothing", "no", "neither"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis"})


def plans(parse: Parse, so_far: Draft, taken: frozenset[int]) -> Iterator[Undertaking]:
    """Undertakings by "will" and the like, in text order; verbs in `taken` have a cue of their own already."""
    for verb in range(len(parse)):
        if parse.pos[verb] not in _VERBAL or verb in taken or parse.sentence(verb).part == "dateline":
            continue
        holder = holding(so_far, parse, verb)
        form = form_of(parse, verb, holder is not None) or leave_given(parse, so_far, verb, holder)
        if form is None:
            continue
        top = parse.head[verb] if form[1] != "modal" else verb
        laid_down = _laid_down(parse, top)
        noted = holder is not None and told_by_noun(parse, top, holder)
        if not (laid_down or noted or parse.dep[top] in _CLAUSES) or supposed(parse, top) or _subordinated(parse, verb):
            continue
        subject = parse.child(top, "nsubj", "nsubjpass", "expl")
        subject = _shared_subject(parse, top) if subject is None else subject
        subject = _robbed(parse, top) if subject is None else subject
        front = fronted(parse, holder, verb) if holder is not None else None
        if front is not None and (subject is None or _names(parse, subject, holder)):
            subject = front
        if subject is None:
            continue
        if holder is None or paper(parse, holder):
            found = _own_voice(parse, so_far, verb, subject, form)
        else:
            found = _said(parse, so_far, verb, subject, form, holder)
        apart = subject == front or parse.dep[parse.head[subject]] in ("csubj", "csubjpass")
        apart = apart or (form[1] == "is to" and parse.child(verb, "auxpass") is not None)
        if found is not None and not _evasive(parse, verb):
            yield replace(found, subject=subject) if apart else found


def _laid_down(parse: Parse, top: int) -> bool:
    """Whether a clause says what a paper lays down: "signed a deal under which the firm is to pay"."""
    paper, first = parse.lemma[parse.head[top]].lower(), parse.left[top]
    known = paper in listed("things", "papers") | listed("events", "documents")
    return parse.dep[top] == "relcl" and known and parse.words(first, first + 2).lower() in ("under which", "by which")


def _robbed(parse: Parse, top: int) -> int | None:
    """The noun that the parser took for the subject of its own participle: "Every man hurt in it will be paid"."""
    clause = parse.child(top, "csubjpass", "csubj")
    known = clause is not None and parse.tag[clause] in ("VBN", "VBD") and not parse.childs(clause, "mark", "aux")
    return parse.child(clause, "nsubj", "nsubjpass") if clause is not None and known else None


def _names(parse: Parse, subject: int, holder: Statement | None) -> bool:
    """Whether a subject is rather the name of whoever speaks."""
    return holder is not None and any(s.overlaps(parse.span(subject, subject + 1)) for s in holder.source)


def _subordinated(parse: Parse, verb: int) -> bool:
    return any(parse.lower(c) != "that" for c in parse.childs(verb, "mark"))


def _evasive(parse: Parse, verb: int) -> bool:
    """ "It will end when it ends" promises nothing; "will probably" is a guess, "will often" a habit."""
    adverbs = {parse.lower(c) for c in parse.childs(verb, "advmod")}
    if adverbs & (listed("actions", "guessing") | listed("barred", "habits") - {"never"}):
        return True
    if parse.lemma[verb] == "have" and parse.child(verb, "xcomp") is not None:
        return True  # "will have to"
    thing = parse.child(verb, "dobj")
    spoken = parse.lemma[verb].lower() in ("make", "give", "tell") and thing is not None
    if spoken and thing is not None and (parse.lemma[thing].lower() in kinds("nouns") or parse.lower(thing) == "you"):
        return True  # "I will make you this promise": it comes behind
    return any(parse.lemma[c] == parse.lemma[verb] for c in parse.childs(verb, "advcl"))


def _shared_subject(parse: Parse, top: int) -> int | None:
    head = parse.head[top]
    if parse.dep[top] != "conj" or parse.pos[head] not in (*_VERBAL, "ADJ"):
        return None
    host = parse.head[head] if parse.dep[head] == "acomp" else head  # "is committed to it and will pay"
    return parse.child(host, "nsubj", "nsubjpass")


def _said(
    parse: Parse, so_far: Draft, verb: int, subject: int, form: tuple[int, str, str], holder: Statement
) -> Undertaking | None:
    """The undertaking of a clause that somebody says: his own, or that of the side he speaks for."""
    cue = cue_lemma(parse, holder)
    warns = cue in listed("speech", "warning")
    if not heard(parse, verb, form, holder, cue):
        return None
    by = mouth(parse, so_far, holder)
    speaker = actor_by_id(so_far, by.speaker)
    side = side_of(parse, so_far, subject, speaker, by)
    between = side == "other" and brokered(parse, so_far, subject, by)
    side = "own" if between else side
    passive, no_more = parse.child(verb, "auxpass") is not None, _no_more(parse, verb, subject)
    taken = conditional(parse, verb) and official(speaker) and _taken_away(parse, verb, subject, passive)
    if warns and side == "other" and not (taken or (passive and official(speaker) and _struck(parse, verb))):
        return None
    if not no_more and not passive and not (warns and taken) and befalls(parse, verb, subject):
        return None
    somebody = _somebody(parse, so_far, subject)
    promisor = by.source
    relayed = side == "other" and somebody is not None and relays(parse, holder, speaker, somebody)
    relayed = relayed and len(enclosing(so_far, parse, verb)) > 1  # passed on by somebody else
    ordered = relayed or (side == "other" and somebody is not None and commands(speaker, somebody))
    held = side == "other" and conditional(parse, verb) and let_go(parse, verb)
    thing = (somebody is None and side != "self") or ordered or held
    wild = parse.lemma[subject].lower() in listed("actions", "nature") and not passive
    doubted = parse.lemma[verb].lower() in ("last", "hold") and parse.child(verb, "neg") is not None
    wild = wild or (doubted and side == "other")  # "the truce will not last, diplomats said"
    if somebody is None and side != "self" and wild:
        return None  # "rain will return"
    if thing and (
        parse.lower(subject) in ("this", "that", "these", "those", "which", "it")
        or (form[1] == "is to" and not passive and not ordered and not _owned_body(parse, subject, side))
    ):
        return None
    if passive or no_more or thing:
        can = no_more or form[2] == "may" or (ordered and not passive) or able(parse, verb, passive, side)
        can = can and not (passive and by_a_thing(parse, so_far, verb))
        if not can or not (
            relayed or official(speaker) or owned_mouth(parse, by) or conditional(parse, verb) or announced(holder, cue)
        ):
            return None
    elif side == "other" and not (warns and taken):
        return None
    ordered = ordered or (somebody is not None and commands(speaker, somebody))  # his troops go where he says
    if side == "own" and not (passive or no_more or ordered) and (between or _names_itself(parse, subject, somebody)):
        promisor = (phrase(parse, subject),)
    negative = no_more or any(parse.child(t, "neg") is not None for t in (verb, form[0]))
    kind: CommitmentKind = "threat" if warns else "assurance" if negative or form[2] == "may" else "plan"
    return Undertaking(
        form[0], parse.span(form[0], form[0] + 1), kind, promisor, verb,
        f"{form[1]}:{cue}{':passive' if relayed or _refuses(parse, verb, negative) else vague(parse, verb, passive)}",
        0.7 if side == "self" else 0.6, _operation(parse, verb, holder, cue),
        promisee=holder.addressee, statement=holder, bounds=holder.content,
    )  # fmt: skip


def _taken_away(parse: Parse, verb: int, subject: int, passive: bool) -> bool:
    """Whether something is lost that only an authority gives: "it will lose its licence", "funds will be cut"."""
    thing = subject if passive else parse.child(verb, "dobj")
    lost = passive or parse.lemma[verb].lower() in ("lose", "forfeit")
    return lost and thing is not None and parse.lemma[thing].lower() in listed("actions", "withheld")


def _refuses(parse: Parse, verb: int, negative: bool) -> bool:
    """Whether a clause only declines to talk: "said she would not negotiate with a mob"."""
    return negative and parse.lemma[verb].lower() in listed("actions", "talking")


def _struck(parse: Parse, verb: int) -> bool:
    """Whether a passive names a blow that falls on a condition: "all payments will be frozen unless the law goes"."""
    blows = listed("actions", "hostile") | listed("actions", "measures")
    return parse.lemma[verb].lower() in blows and conditional(parse, verb)


def _owned_body(parse: Parse, subject: int, side: Side) -> bool:
    """Whether a subject that is no known actor is a body that the speaker speaks for: "the museum", "Tamm Copper"."""
    known = parse.lemma[subject].lower() in listed("speech", "bodies") or parse.pos[subject] == "PROPN"
    return side == "own" and known


def _names_itself(parse: Parse, subject: int, somebody: Actor | None) -> bool:
    """Whether the subject of a clause says who undertakes it, not only whoever says so."""
    if somebody is None:
        return nameless(parse, subject)
    return parse.pos[subject] != "PRON" and somebody.kind != "unnamed"


def _somebody(parse: Parse, so_far: Draft, subject: int) -> Actor | None:
    """The actor behind a subject; none behind a common noun that only the head of its sentence gives a capital
    ("Trains will run again")."""
    found = actor_at(so_far, parse.span(subject, subject + 1))
    if parse.lemma[subject].lower() in listed("actions", "premises") and parse.pos[subject] == "NOUN":
        return None  # "Schools will stay shut, the ministry said": nobody, but what the ministry disposes of
    thing = found is not None and found.kind == "organisation" and (found.sector, found.country) == (None, None)
    return None if thing and parse.tag[subject] == "NNS" and subject == parse.sentence(subject).first else found


def _own_voice(parse: Parse, so_far: Draft, verb: int, subject: int, form: tuple[int, str, str]) -> Undertaking | None:
    """The plan that the article itself reports: "the ministry is to publish the list on Monday"."""
    somebody = actor_at(so_far, parse.span(subject, subject + 1))
    passive = parse.child(verb, "auxpass") is not None
    hoped = form[2] == "would" and not _laid_down(parse, verb)
    if hoped or passive or somebody is None or somebody.kind == "unnamed" or parse.pos[subject] == "PRON":
        return None
    means = parse.lemma[subject].lower() in listed("things", "means")  # "her first reaction is to"
    if means or parse.lemma[verb].lower() in listed("actions", "unwilled"):
        return None
    return Undertaking(
        form[0], parse.span(form[0], form[0] + 1), "plan", (phrase(parse, subject),), verb, f"{form[1]}:article", 0.5,
        "extend" if longer_than_said(parse, verb) else "make",
    )  # fmt: skip


def _operation(parse: Parse, verb: int, holder: Statement, cue: str) -> Operation:
    """What the clause does with an earlier undertaking."""
    if longer_than_said(parse, verb):
        return "extend"
    return "reaffirm" if again(parse, holder, cue) else "make"


def _no_more(parse: Parse, verb: int, subject: int) -> bool:
    """Whether a clause says of everybody, or of everything of a kind, that it will not be: "no soldier will stay"."""
    if parse.dep[subject] == "expl":
        what = parse.child(verb, "attr", "dobj", "nsubj")
        return what is not None and any(parse.lower(c) == "no" for c in parse.childs(what, "det"))
    return speaks_of_nobody(parse, subject)


def speaks_of_nobody(parse: Parse, subject: int) -> bool:
    """Whether a subject is nobody: "no one", "none of the ships", "not a single shell"; quotation marks are skipped."""
    first = next((t for t in range(parse.left[subject], subject + 1) if parse.pos[t] != "PUNCT"), subject)
    single = parse.lower(first) == "not" and first < subject
    return single or parse.lower(subject) in _NOBODY or parse.lower(first) in _NOBODY
