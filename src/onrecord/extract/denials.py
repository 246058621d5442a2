"""The denials and doubts of an article: who says of what that it is not so."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.antecedents import antecedent, before, inner_claim, main_clause
from onrecord.extract.asserted import undertaken
from onrecord.extract.attribution import phrase, subject_of
from onrecord.extract.denial_answers import doubting, elliptic, one_word, retorts
from onrecord.extract.denied import Denied, listed, plain
from onrecord.extract.draft import Draft
from onrecord.extract.mouths import named
from onrecord.extract.names import actor_at, actor_of
from onrecord.extract.parse import Parse
from onrecord.extract.plans import holding
from onrecord.extract.undertaking_verbs import cue_span
from onrecord.model import Denial, Span, Spans, Statement, hull, trim
from onrecord.model.denial import DenialKind

_VERBAL = ("VERB", "AUX")


def denials(parse: Parse, so_far: Draft) -> tuple[Denial, ...]:
    """Denials and doubts with what they answer, in text order. Needs statements."""
    found = [f for i in range(len(parse)) for f in _at(parse, so_far, i)]
    found += [*one_word(parse, so_far), *retorts(parse, so_far), *elliptic(parse, so_far), *doubting(parse, so_far)]
    kept: dict[tuple[Spans, Spans], Denied] = {}
    for f in sorted((f for f in found if f.denier and f.denied), key=lambda f: (f.kind, -f.confidence, f.cue)):
        if (f.denier, f.denied) not in kept and not any(f.cue == k.cue for k in kept.values()):
            kept[f.denier, f.denied] = f
    ordered = sorted(kept.values(), key=lambda f: f.cue)
    return tuple(_denial(parse, so_far, n, f) for n, f in enumerate(ordered, 1))


def _denial(parse: Parse, so_far: Draft, number: int, found: Denied) -> Denial:
    actor = actor_of(parse, so_far, hull(found.denier))
    tokens = [t for span in (*found.denier, found.cue, *found.denied) for t in parse.tokens_in(span)]
    first, last = min(parse.sentence(t).first for t in tokens), max(parse.sentence(t).last for t in tokens)
    return Denial(
        id=f"d{number}", denier=named(parse.text, found.denier), denied=found.denied, cue=(found.cue,),
        evidence=parse.span(first, last),
        kind=found.kind, denier_actor=found.speaker or (actor.id if actor is not None else None),
        target=found.target.id if found.target is not None and found.target.cue_class != "deny" else None,
        confidence=found.confidence, rule=found.rule,
    )  # fmt: skip


def _at(parse: Parse, so_far: Draft, i: int) -> Iterator[Denied]:
    lemma = parse.lemma[i].lower()
    if parse.pos[i] == "VERB" and parse.dep[i] not in ("amod", "aux"):
        particle = parse.child(i, "prt", "advmod")
        phrasal = f"{lemma} {parse.lower(particle)}" if particle is not None else ""
        if lemma in listed("verbs", "deny"):
            yield from _by_verb(parse, so_far, i, "denial", True)
        elif lemma in listed("verbs", "reject") or phrasal in listed("verbs", "reject_phrases"):
            yield from _by_verb(parse, so_far, i, "denial", False)
        elif lemma in listed("verbs", "doubt"):
            yield from _by_verb(parse, so_far, i, "doubt", lemma == "doubt")
    if lemma in listed("objects", "labelling") and parse.pos[i] == "VERB":
        yield from _labelled(parse, so_far, i)
    if parse.lemma[i] == "be" and parse.pos[i] in _VERBAL:
        yield from _called_false(parse, so_far, i)
    if lemma in ("nothing", "no"):
        yield from _nothing_of_it(parse, so_far, i)


def _by_verb(parse: Parse, so_far: Draft, i: int, kind: DenialKind, deeds: bool) -> Iterator[Denied]:
    """ "denied the charge", "dismissed a report that …", "denies jamming …"; `deeds`: its object may be a deed."""
    if not undertaken(parse, i) or parse.child(i, "dative") is not None:
        return
    passive = parse.child(i, "auxpass") is not None
    said = next((s for s in so_far.statements if any(parse.span(i, i + 1).overlaps(c) for c in s.cue)), None)
    denier = _denier(parse, so_far, i, passive, said, deeds)
    if not denier:
        return
    about = _object(parse, so_far, i, passive, deeds, hull(denier))
    if about is not None:
        denied, target = about
        yield Denied(
            cue_span(parse, i), denier, denied, kind, f"verb:{parse.lemma[i].lower()}", 0.85 if deeds else 0.7, target,
            said.speaker if said is not None else None,
        )  # fmt: skip


def _denier(parse: Parse, so_far: Draft, i: int, passive: bool, said: Statement | None, deeds: bool) -> Spans:
    if passive:
        agent = next((parse.child(p, "pobj") for p in parse.childs(i, "agent")), None)
        return (phrase(parse, agent),) if agent is not None else ()
    if said is not None and said.source:
        return said.source
    named = [c for c in parse.childs(i, "nsubj") if parse.tag[c] not in ("WDT", "WP")]
    subject = named[0] if named else subject_of(parse, i)
    usable = subject is not None and (
        parse.pos[subject] in ("PROPN", "PRON")
        or actor_at(so_far, parse.span(subject, subject + 1)) is not None
        or (deeds and parse.pos[subject] == "NOUN" and parse.lemma[subject].lower() not in listed("objects", "proofs"))
    )
    return (phrase(parse, subject),) if usable and subject is not None else ()


def _object(
    parse: Parse, so_far: Draft, i: int, passive: bool, deeds: bool, denier: Span
) -> tuple[Spans, Statement | None] | None:
    """What is denied, in words, and the statement that says it where it was said before."""
    hung = parse.childs(i, "ccomp", "xcomp", "pcomp", "advcl", "conj", "relcl")
    clause = next((c for c in hung if c > i and _proposition(parse, c)), None)
    if clause is not None and not passive and parse.dep[i] == "relcl" and parse.child(clause, "dobj", "ccomp") is None:
        return ((phrase(parse, parse.head[i]),), None) if deeds else None
    if clause is not None and not passive and deeds and _anaphoric(parse, clause):
        return (_clause(parse, clause),), antecedent(parse, so_far, i, denier)
    if clause is not None and not passive:
        return ((_clause(parse, clause),), None) if deeds else None
    thing = parse.child(i, "nsubjpass") if passive else parse.child(i, "dobj")
    if thing is None:
        thing = _behind(parse, i)
    if thing is None and parse.dep[i] == "relcl" and parse.lemma[parse.head[i]].lower() in listed("objects", "claims"):
        return _meant(parse, so_far, i, denier)
    relative = parse.dep[i] == "relcl" and any(parse.tag[c] == "WDT" for c in parse.childs(i, "nsubj", "dobj"))
    if relative and deeds and thing is not None and parse.lower(thing).endswith("ing"):
        return (phrase(parse, parse.head[i]),), None
    if thing is None:
        return None
    lemma = parse.lemma[thing].lower()
    if parse.pos[thing] == "PRON":
        known = not passive and parse.lower(thing) in listed("objects", "pronouns")
        return _meant(parse, so_far, i, denier) if known or parse.lower(thing) == "which" else None
    vague = lemma in ("idea", "notion", "talk")
    inner = inner_claim(parse, thing, not vague)
    if vague and inner is None:
        return None  # "rejects the idea of a fee" is no denial
    if lemma in listed("objects", "claims"):
        if inner is not None:
            return (inner,), None
        relative = parse.dep[i] == "relcl"
        meant = _meant(parse, so_far, thing if not relative else i, denier)
        named_by = relative and not any(parse.tag[c] in ("WDT", "WP") for c in parse.childs(i, "nsubj"))
        return ((phrase(parse, thing),), None) if meant is None and deeds and not named_by and not passive else meant
    if not deeds or passive or lemma in listed("objects", "withheld"):
        return None
    return (phrase(parse, thing),), None


def _behind(parse: Parse, i: int) -> int | None:
    """The noun of saying that the parser hung elsewhere: "rejected as idle talk a report that …"."""
    for noun in range(i + 1, min(parse.right[i], i + 12)):
        if parse.lemma[noun].lower() in listed("objects", "claims") and inner_claim(parse, noun) is not None:
            return noun
    return None


def _anaphoric(parse: Parse, clause: int) -> bool:
    """Whether a clause names nothing itself: "denies that there is a single one", "that it did so"."""
    inside = [t for t in parse.subtree(clause) if parse.lower(t) not in ("one", "ones", "kind", "sort", "thing")]
    return not any(parse.pos[t] in ("NOUN", "PROPN") for t in inside) and parse.lemma[clause] in ("be", "do", "have")


def _proposition(parse: Parse, c: int) -> bool:
    """Whether a clause is what is denied: with "that", a gerund, or simply taken by the verb."""
    that = any(parse.lower(m) == "that" for m in parse.childs(c, "mark"))
    taken, auxes = parse.dep[c] in ("xcomp", "pcomp", "ccomp"), parse.childs(c, "aux", "auxpass")
    gerund = taken and (parse.lower(auxes[0]) in ("having", "being") if auxes else parse.tag[c] == "VBG")
    return that or gerund or (parse.dep[c] == "ccomp" and parse.pos[c] in _VERBAL)


def _clause(parse: Parse, c: int) -> Span:
    first = parse.left[c]
    marks = [m for m in parse.childs(c, "mark") if parse.lower(m) in ("that", "if", "whether")]
    return main_clause(parse, c, max(first, marks[0] + 1) if marks else first)


def _meant(parse: Parse, so_far: Draft, i: int, denier: Span) -> tuple[Spans, Statement | None] | None:
    """The claim that "this" or "the allegation" stands for."""
    target = antecedent(parse, so_far, i, denier)
    if target is None:
        return None
    first = parse.left[i]
    if parse.dep[i] == "relcl" and parse.lemma[parse.head[i]].lower() in listed("objects", "claims"):
        first = parse.left[parse.head[i]]
    elif hull(target.content).end <= parse.start[i]:
        return target.content, target  # "he said that it sank; the navy denied it"
    return before(parse, target, parse.start[first]), target


def _called_false(parse: Parse, so_far: Draft, i: int) -> Iterator[Denied]:
    """ "It is not true that …", "the reports were baseless", "that is a lie": in somebody's mouth."""
    said = holding(so_far, parse, i)
    if said is None:
        said = next(
            (s for s in so_far.statements if parse.head[i] in {t for c in s.cue for t in parse.tokens_in(c)}), None
        )
    predicate = next((c for c in parse.childs(i, "acomp", "attr", "prep") if _false(parse, i, c)), None)
    subject = parse.child(i, "nsubj", "expl", "csubj")
    if said is None or not said.source or predicate is None or subject is None:
        return
    clause = next(
        (c for h in (i, predicate) for c in parse.childs(h, "ccomp", "csubj", "acl") if _proposition(parse, c)), None
    )
    denied: Spans = ()
    target: Statement | None = None
    below = [parse.child(p, "pobj") for p in parse.childs(predicate, "prep")]
    subject = next((n for n in below if n is not None and parse.dep[subject] == "expl"), subject)
    claim = parse.lemma[subject].lower() in listed("objects", "claims")
    if clause is not None:
        denied = (_clause(parse, clause),)
    elif claim and (inner := inner_claim(parse, subject)) is not None:
        denied = (inner,)
    elif claim and any(parse.lower(p) in ("on", "over", "into") for p in parse.childs(subject, "prep")):
        denied = (phrase(parse, subject),)
    elif claim or parse.lower(subject) in ("this", "that", "it", "these", "they", "all"):
        target = antecedent(parse, so_far, i, hull(said.source), said)
        denied = target.content if target is not None else ()
    behind = [piece for piece in said.content if piece.start > parse.end[predicate]]
    if not denied and behind and parse.lower(subject) == "it":
        denied = (plain(parse, behind[0]),)
    if denied:
        yield Denied(
            parse.span(predicate, predicate + 1), said.source, denied, "denial",
            f"false:{parse.lemma[predicate].lower()}", 0.75, target, said.speaker,
        )  # fmt: skip


def _labelled(parse: Parse, so_far: Draft, i: int) -> Iterator[Denied]:
    """ "called reports of a deal a hoax": the claim that is called untrue."""
    false = [t for t in range(i + 1, min(parse.right[i] + 2, i + 25, len(parse))) if _untrue(parse, t)]
    known = listed("objects", "claims")
    claims = [t for t in range(i + 1, false[0]) if parse.lemma[t].lower() in known] if false else []
    if false and not claims and parse.lower(i + 1) in ("it", "this", "that") and parse.tag[i + 1] != "IN":
        claims = [i + 1]  # "called it a lie"
    subject = subject_of(parse, i)
    if false and not claims and parse.dep[i] == "relcl" and parse.lemma[parse.head[i]].lower() in known:
        subject = parse.child(i, "nsubj")
        meant = _meant(parse, so_far, i, phrase(parse, subject)) if subject is not None else None
        if meant is not None and subject is not None:
            yield Denied(
                cue_span(parse, i), (phrase(parse, subject),), meant[0], "denial", f"label:{parse.lemma[i].lower()}",
                0.65, meant[1],
            )  # fmt: skip
        return
    if not claims or subject is None or not undertaken(parse, i) or parse.child(i, "auxpass") is not None:
        return
    denier = phrase(parse, subject)
    inner = inner_claim(parse, claims[0])
    target = antecedent(parse, so_far, i, denier) if inner is None else None
    denied = (inner,) if inner is not None else target.content if target is not None else ()
    yield Denied(cue_span(parse, i), (denier,), denied, "denial", f"label:{parse.lemma[i].lower()}", 0.65, target)


def _untrue(parse: Parse, t: int) -> bool:
    return parse.lemma[t].lower() in listed("false", "adjectives") | listed("false", "nouns")


def _false(parse: Parse, i: int, predicate: int) -> bool:
    negated = parse.child(i, "neg") is not None or parse.child(predicate, "neg") is not None
    lemma = parse.lemma[predicate].lower()
    if parse.dep[predicate] == "prep":
        ground = parse.child(predicate, "pobj")
        return lemma == "without" and ground is not None and parse.lemma[ground].lower() in listed("false", "grounds")
    negated = negated or any(parse.lower(c) in ("no", "little") for c in parse.childs(predicate, "det", "amod"))
    if negated:
        return lemma in listed("false", "true")
    return lemma in listed("false", "adjectives") | listed("false", "nouns")


def _nothing_of_it(parse: Parse, so_far: Draft, i: int) -> Iterator[Denied]:
    """ "had promised nothing of the kind": of what was said before."""
    last = min(i + 4, len(parse))
    words = " ".join(parse.lower(t) for t in range(i, last))
    said = holding(so_far, parse, i)
    known = any(words.startswith(p) for p in listed("false", "nothing"))
    if not known or said is None or not said.source:
        return
    target = antecedent(parse, so_far, i, hull(said.source), said)
    if target is None and words.startswith("no such ") and parse.dep[i] == "det":
        yield Denied(
            parse.span(i, i + 2),
            said.source,
            (_clause(parse, _verb_of(parse, i)),),
            "denial",
            "no such",
            0.6,
            None,
            said.speaker,
        )
    if target is not None:
        verb = next((a for a in parse.ancestors(i) if parse.pos[a] == "VERB"), i)
        cue = (
            trim(parse.text, Span(cue_span(parse, verb).start, parse.end[last - 1]), " .,;")
            if verb < i
            else parse.span(i, last)
        )
        yield Denied(cue, said.source, target.content, "denial", "nothing of the kind", 0.65, target, said.speaker)


def _verb_of(parse: Parse, i: int) -> int:
    return next((a for a in parse.ancestors(i) if parse.pos[a] in _VERBAL), i)
