"""Denials by what a claim is called: "it is not true that …", "called the report a hoax", "the pledge was hollow"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.antecedents import antecedent, inner_claim
from onrecord.extract.asserted import undertaken
from onrecord.extract.attribution import phrase, subject_of
from onrecord.extract.denied import Denied, listed, plain
from onrecord.extract.denied_clauses import clause_of, meant_by, proposition
from onrecord.extract.draft import Draft
from onrecord.extract.holding import holding
from onrecord.extract.parse import Parse
from onrecord.extract.undertaking_verbs import cue_span
from onrecord.model import Span, Spans, Statement, hull, trim


def called_false(parse: Parse, so_far: Draft, i: int) -> Iterator[Denied]:
    """ "It is not true that …", "the reports were baseless", "that is a lie": in somebody's mouth."""
    said = holding(so_far, parse, i)
    if said is None:
        said = next(
            (s for s in so_far.statements if parse.head[i] in {t for c in s.cue for t in parse.tokens_in(c)}), None
        )
    predicate = next((c for c in parse.childs(i, "acomp", "attr", "prep") if _false(parse, i, c)), None)
    subject = parse.child(i, "nsubj", "expl", "csubj")
    subject = _parted(parse, said, i) if subject is None else subject
    if said is None or not said.source or predicate is None or subject is None:
        return
    clause = next(
        (c for h in (i, predicate) for c in parse.childs(h, "ccomp", "csubj", "acl") if proposition(parse, c)), None
    )
    denied: Spans = ()
    target: Statement | None = None
    below = [parse.child(p, "pobj") for p in parse.childs(predicate, "prep")]
    subject = next((n for n in below if n is not None and parse.dep[subject] == "expl"), subject)
    claim = parse.lemma[subject].lower() in listed("objects", "claims")
    if parse.lemma[predicate].lower() in listed("false", "hollow"):
        if parse.lemma[subject].lower() in listed("objects", "promises"):
            yield Denied(
                parse.span(predicate, predicate + 1), said.source, (phrase(parse, subject),), "doubt",
                f"hollow:{parse.lemma[predicate].lower()}", 0.7, None, said.speaker,
            )  # fmt: skip
        return
    if clause is not None:
        denied = (clause_of(parse, clause),)
    elif claim and (inner := inner_claim(parse, subject)) is not None:
        denied = (inner,)
    elif claim and any(parse.lower(p) in ("on", "over", "into") for p in parse.childs(subject, "prep")):
        denied = (phrase(parse, subject),)
    elif claim or parse.lower(subject) in ("this", "that", "it", "these", "they", "all"):
        target = antecedent(parse, so_far, i, hull(said.source), said)
        about = _told_of(parse, said) if target is None else None
        denied = (about,) if about is not None else target.content if target is not None else ()
    behind = [piece for piece in said.content if piece.start > parse.end[predicate]]
    if not denied and behind and parse.lower(subject) == "it":
        denied = (plain(parse, behind[0]),)
    if denied:
        yield Denied(
            parse.span(predicate, predicate + 1), said.source, denied, "denial",
            f"false:{parse.lemma[predicate].lower()}", 0.75, target, said.speaker,
        )  # fmt: skip


def _parted(parse: Parse, said: Statement | None, i: int) -> int | None:
    """The bare pronoun that the words that say who speaks part from its verb: "That, replied the mayor, is a lie"."""
    first = parse.tokens_in(said.content[0]) if said is not None and len(said.content) > 1 else ()
    return first[0] if len(first) == 1 and first[0] < i and parse.pos[first[0]] in ("PRON", "DET") else None


def labelled(parse: Parse, so_far: Draft, i: int) -> Iterator[Denied]:
    """ "called reports of a deal a hoax": the claim that is called untrue."""
    false = [t for t in range(i + 1, min(parse.right[i] + 2, i + 25, len(parse))) if _untrue(parse, t)]
    known = listed("objects", "claims")
    claims = [t for t in range(i + 1, false[0]) if parse.lemma[t].lower() in known] if false else []
    if not claims:
        yield from called_hollow(parse, so_far, i)
    if (
        false
        and not claims
        and parse.lower(i + 1) in ("it", "this", "that")
        and (parse.tag[i + 1] != "IN" or parse.dep[i + 1] == "dobj")
    ):
        claims = [i + 1]  # "called it a lie"
    subject = subject_of(parse, i)
    if false and not claims and parse.dep[i] == "relcl" and parse.lemma[parse.head[i]].lower() in known:
        subject = parse.child(i, "nsubj")
        meant = meant_by(parse, so_far, i, phrase(parse, subject)) if subject is not None else None
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
    if inner is not None and inner.start < parse.start[false[0]] < inner.end:
        inner = trim(parse.text, Span(inner.start, parse.end[_before_article(parse, false[0])]), " ,")
    denied = (inner,) if inner is not None else target.content if target is not None else ()
    yield Denied(cue_span(parse, i), (denier,), denied, "denial", f"label:{parse.lemma[i].lower()}", 0.65, target)


def _before_article(parse: Parse, t: int) -> int:
    """The last token before a noun phrase that may begin with an article: "a hoax"."""
    return t - 2 if parse.pos[t - 1] == "DET" else t - 1


def called_hollow(parse: Parse, so_far: Draft, i: int) -> Iterator[Denied]:
    """ "called the assurance worthless": the promise that is not believed."""
    subject = subject_of(parse, i)
    last = min(parse.right[i] + 2, i + 25, len(parse))
    hollow = next((t for t in range(i + 1, last) if parse.lemma[t].lower() in listed("false", "hollow")), None)
    if hollow is None or subject is None or not undertaken(parse, i):
        return
    promises = listed("objects", "promises")
    thing = next((t for t in range(i + 1, hollow) if parse.lemma[t].lower() in promises), None)
    if thing is not None:
        denied = Span(phrase(parse, thing).start, min(phrase(parse, thing).end, parse.end[hollow - 1]))
        cue = parse.span(hollow, hollow + 1)
        yield Denied(cue, (phrase(parse, subject),), (denied,), "doubt", f"hollow:{parse.lemma[i].lower()}", 0.65)


def _told_of(parse: Parse, said: Statement) -> Span | None:
    """What somebody is said to answer: "…, the bank said of a report that it had turned away savers"."""
    for verb in (t for span in said.cue for t in parse.tokens_in(span)):
        for prep in parse.childs(verb, "prep"):
            noun = parse.child(prep, "pobj")
            if (
                noun is not None
                and parse.lower(prep) in ("of", "about")
                and parse.lemma[noun].lower() in listed("objects", "claims")
            ):
                return inner_claim(parse, noun)
    return None


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
    return lemma in listed("false", "adjectives") | listed("false", "nouns") | listed("false", "hollow")
