"""The denials and doubts of an article: who says of what that it is not so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.extract.antecedents import antecedent, inner_claim
from onrecord.extract.asserted import undertaken
from onrecord.extract.attribution import phrase, subject_of
from onrecord.extract.commissives import kinds
from onrecord.extract.denial_answers import doubting, elliptic, one_word, retorts
from onrecord.extract.denial_labels import called_false, called_hollow, labelled
from onrecord.extract.denied import Denied, listed
from onrecord.extract.denied_clauses import clause_of, meant_by, proposition
from onrecord.extract.draft import Draft
from onrecord.extract.holding import holding
from onrecord.extract.mouths import named
from onrecord.extract.names import actor_at, actor_of
from onrecord.extract.parse import Parse
from onrecord.extract.undertaking_verbs import cue_span
from onrecord.model import Denial, Span, Spans, Statement, hull, trim
from onrecord.model.denial import DenialKind

_VERBAL = ("VERB", "AUX")
_LABEL = re.compile(r"\s(?:as [\"“][^\"“”]{0,60}|[\"“])$")


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
        id=f"d{number}", denier=named(parse.text, found.denier), cue=(found.cue,),
        denied=tuple(_unlabelled(parse.text, span) for span in found.denied),
        evidence=parse.span(first, last),
        kind=found.kind, denier_actor=found.speaker or (actor.id if actor is not None else None),
        target=found.target.id if found.target is not None and found.target.cue_class != "deny" else None,
        confidence=found.confidence, rule=found.rule,
    )  # fmt: skip


def _unlabelled(text: str, denied: Span) -> Span:
    """What is denied, without what it is called behind it: "dismissed a report that he had fled as “gossip”"."""
    label = _LABEL.search(denied.of(text))
    return trim(text, Span(denied.start, denied.start + label.start() if label else denied.end), " ,")


def _at(parse: Parse, so_far: Draft, i: int) -> Iterator[Denied]:
    lemma = parse.lemma[i].lower()
    if parse.pos[i] == "VERB" and parse.dep[i] not in ("amod", "aux"):
        particle = parse.child(i, "prt", "advmod")
        phrasal = f"{lemma} {parse.lower(particle)}" if particle is not None else ""
        if lemma in listed("verbs", "deny"):
            yield from _by_verb(parse, so_far, i, "denial", True)
        elif lemma in listed("verbs", "reject") or phrasal in listed("verbs", "reject_phrases"):
            yield from _by_verb(parse, so_far, i, "denial", False)
            yield from called_hollow(parse, so_far, i)
        elif (
            lemma == "dispute"
        ):  # to dispute what is said is to say that it is not so; to dispute a thing is to claim it
            yield from _by_verb(parse, so_far, i, "denial", parse.child(i, "ccomp") is not None)
        elif lemma in listed("verbs", "doubt"):
            yield from _by_verb(parse, so_far, i, "doubt", lemma == "doubt")
    if lemma in listed("objects", "labelling") and parse.pos[i] == "VERB":
        yield from labelled(parse, so_far, i)
    if parse.lemma[i] == "be" and parse.pos[i] in _VERBAL:
        yield from called_false(parse, so_far, i)
    if lemma == "never":
        yield from _never_promised(parse, so_far, parse.head[i])
    if lemma in ("nothing", "no"):
        yield from _nothing_of_it(parse, so_far, i)


def _by_verb(parse: Parse, so_far: Draft, i: int, kind: DenialKind, deeds: bool) -> Iterator[Denied]:
    """ "denied the charge", "dismissed a report that …", "denies jamming …"; `deeds`: its object may be a deed."""
    if not undertaken(parse, i) or parse.child(i, "dative") is not None:
        return
    if "nor" in (parse.lower(i - 1), parse.lower(max(i - 2, 0))):
        return  # "neither confirmed nor denied"
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
    clause = next((c for c in hung if c > i and proposition(parse, c)), None)
    if clause is not None and not passive and parse.dep[i] == "relcl" and parse.child(clause, "dobj", "ccomp") is None:
        return ((phrase(parse, parse.head[i]),), None) if deeds else None
    if clause is not None and not passive and deeds and _anaphoric(parse, clause):
        return (clause_of(parse, clause),), antecedent(parse, so_far, i, denier)
    if clause is not None and not passive:
        whether = any(parse.lower(m) == "whether" for m in parse.childs(clause, "mark"))  # "question whether"
        return ((clause_of(parse, clause),), None) if deeds or whether else None
    thing = parse.child(i, "nsubjpass") if passive else parse.child(i, "dobj")
    if thing is None:
        thing = _behind(parse, i)
    if thing is None and parse.dep[i] == "relcl" and parse.lemma[parse.head[i]].lower() in listed("objects", "claims"):
        return meant_by(parse, so_far, i, denier)
    relative = parse.dep[i] == "relcl" and any(parse.tag[c] == "WDT" for c in parse.childs(i, "nsubj", "dobj"))
    if relative and deeds and thing is not None and parse.lower(thing).endswith("ing"):
        return (phrase(parse, parse.head[i]),), None
    if thing is None:
        return None
    lemma = parse.lemma[thing].lower()
    if parse.pos[thing] == "PRON":
        known = not passive and parse.lower(thing) in listed("objects", "pronouns")
        return meant_by(parse, so_far, i, denier) if known or parse.lower(thing) == "which" else None
    vague = lemma in ("idea", "notion")
    inner = inner_claim(parse, thing, not vague)
    if vague and inner is None:
        return None  # "rejects the idea of a fee" is no denial
    if lemma in listed("objects", "claims"):
        if inner is not None:
            return (inner,), None
        relative = parse.dep[i] == "relcl"
        meant = meant_by(parse, so_far, thing if not relative else i, denier)
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


def _never_promised(parse: Parse, so_far: Draft, verb: int) -> Iterator[Denied]:
    """ "I never said that I would resign", "it had never undertaken to pay": whoever is said to have says so."""
    said = holding(so_far, parse, verb)
    lemma, past = parse.lemma[verb].lower(), parse.tag[verb] in ("VBD", "VBN")
    speaks = lemma in ("say", "claim") or kinds("verbs").get(lemma) in ("promise", "assurance", "offer", "threat")
    what = next((c for c in parse.childs(verb, "ccomp", "xcomp") if c > verb), None)
    given = parse.child(verb, "dobj")
    if lemma in ("give", "make", "offer") and given is not None and said is not None and said.source:
        if parse.lemma[given].lower() in listed("objects", "promises") and past:
            never = next(c for c in parse.children[verb] if parse.lower(c) == "never")
            words = (parse.span(verb, parse.right[verb]),)
            yield Denied(
                parse.span(never, never + 1), said.source, words, "denial", "never gave", 0.65, None, said.speaker
            )
        return
    if not (speaks and past) or said is None or not said.source or what is None or parse.child(verb, "auxpass"):
        return
    cue = parse.span(next(c for c in parse.children[verb] if parse.lower(c) == "never"), verb + 1)
    yield Denied(cue, said.source, (clause_of(parse, what),), "denial", "never promised", 0.65, None, said.speaker)


def _nothing_of_it(parse: Parse, so_far: Draft, i: int) -> Iterator[Denied]:
    """ "had promised nothing of the kind": of what was said before."""
    last = min(i + 4, len(parse))
    words = " ".join(parse.lower(t) for t in range(i, last))
    said = holding(so_far, parse, i)
    if said is None or not said.source:
        return
    yield from _no_promise(parse, said, i)
    if not any(words.startswith(p) for p in listed("false", "nothing")):
        return
    target = antecedent(parse, so_far, i, hull(said.source), said)
    if target is None and words.startswith("no such ") and parse.dep[i] == "det" and _of_himself(parse, i):
        denied = (clause_of(parse, _verb_of(parse, i)),)
        yield Denied(parse.span(i, i + 2), said.source, denied, "denial", "no such", 0.6, None, said.speaker)
    if target is not None:
        verb = next((a for a in parse.ancestors(i) if parse.pos[a] == "VERB"), i)
        cue = (
            trim(parse.text, Span(cue_span(parse, verb).start, parse.end[last - 1]), " .,;")
            if verb < i
            else parse.span(i, last)
        )
        yield Denied(cue, said.source, target.content, "denial", "nothing of the kind", 0.65, target, said.speaker)


def _no_promise(parse: Parse, said: Statement, i: int) -> Iterator[Denied]:
    """ "said he had made no promise": of what whoever says so might have promised."""
    verb = _verb_of(parse, i)
    past = parse.tag[verb] in ("VBN", "VBD") and parse.lemma[verb].lower() in ("make", "give", "offer")
    promise = parse.dep[i] == "det" and parse.lemma[parse.head[i]].lower() in listed("objects", "promises")
    subject = parse.child(verb, "nsubj")
    if past and promise and subject is not None and parse.pos[subject] == "PRON":
        yield Denied(
            parse.span(i, i + 1),
            said.source,
            (clause_of(parse, verb),),
            "denial",
            "no promise",
            0.6,
            None,
            said.speaker,
        )


def _of_himself(parse: Parse, i: int) -> bool:
    """Whether whoever says so speaks of himself, or of what there is: "they knew of no such order", not "its governor
    has made no such promise"."""
    subject = parse.child(_verb_of(parse, i), "nsubj", "expl", "nsubjpass")
    return subject is None or parse.pos[subject] == "PRON" or i in parse.subtree(subject)


def _verb_of(parse: Parse, i: int) -> int:
    return next((a for a in parse.ancestors(i) if parse.pos[a] in _VERBAL), i)
