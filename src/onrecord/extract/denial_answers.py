"""Denials without a verb of denying: answers in a word, retorts, states of doubt."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.antecedents import antecedent, asked, inner_claim
from onrecord.extract.asserted import supposed
from onrecord.extract.attribution import phrase, subject_of
from onrecord.extract.denied import Denied, listed, plain
from onrecord.extract.draft import Draft
from onrecord.extract.holding import holding
from onrecord.extract.parse import Parse
from onrecord.extract.quotes import quotations
from onrecord.model import Span, hull, trim

_SHOWING = frozenset({"show", "depict", "claim", "allege", "say"})
_NAMING = ("NOUN", "PROPN", "PRON")


def one_word(parse: Parse, so_far: Draft) -> Iterator[Denied]:
    """An answer in a word: "Never," said the general, asked whether …"""
    for quote in quotations(parse.text, so_far.article.parts).found:
        said = quote.inner.of(parse.text).strip(" .,!").lower().removeprefix("a ").removeprefix("an ")
        tokens = parse.tokens_in(quote.inner)
        if said not in listed("false", "answers") or not tokens:
            continue
        above = [a for a in parse.ancestors(tokens[0]) if parse.pos[a] == "VERB"]
        verb = above[0] if above else parse.child(tokens[0], "parataxis")
        subject = subject_of(parse, verb) if verb is not None else None
        if subject in tokens:  # "Rubbish," said the trainer: what is said is no speaker
            subject = next((c for c in parse.children[verb or 0] if c not in tokens and parse.pos[c] in _NAMING), None)
        if subject is None or parse.pos[subject] not in _NAMING:
            continue
        if {parse.lemma[a].lower() for a in above} & (listed("objects", "labelling") | listed("verbs", "reject")):
            continue  # what a report is called or dismissed as
        if parse.lower(max(tokens[0] - 2, 0)) == "as":
            continue  # "rated as "false" "
        denier = phrase(parse, subject)
        question = asked(parse, tokens[0])
        target = antecedent(parse, so_far, tokens[0], denier) if question is None else None
        about = _said_of(parse, verb) if verb is not None and question is None else None
        if about is not None:
            question, target = about, None
        denied = (question,) if question is not None else target.content if target is not None else ()
        yield Denied(trim(parse.text, quote.inner, " .,!"), (denier,), denied, "denial", "answer", 0.65, target)


def _said_of(parse: Parse, verb: int) -> Span | None:
    """What it is said of: a claim, or what a picture shows: "said of the video, which seems to show …"."""
    nouns = [
        n for p in parse.childs(verb, "prep") if parse.lower(p) in ("of", "about") for n in parse.childs(p, "pobj")
    ]
    for noun in nouns:
        if parse.lemma[noun].lower() in listed("objects", "claims"):
            return inner_claim(parse, noun)
        shows = [t for c in parse.childs(noun, "relcl", "acl") for t in parse.subtree(c) if parse.lemma[t] in _SHOWING]
        shown = next(((c, t) for t in shows for c in parse.childs(t, "ccomp", "dobj") if c > t), None)
        if shown is not None:
            return parse.span(parse.left[shown[0]], parse.right[shown[1]])
    return None


def retorts(parse: Parse, so_far: Draft) -> Iterator[Denied]:
    """ "Not so, said the mayor." """
    for first, last, *_ in parse.sentences:
        comma = next((t for t in range(first + 1, min(first + 4, last)) if parse.word(t) == ","), None)
        words = " ".join(parse.lower(t) for t in range(first, comma)) if comma is not None else ""
        verb = comma + 1 if comma is not None and comma + 1 < last else None
        if words not in listed("false", "retorts") or verb is None or parse.pos[verb] != "VERB":
            continue
        subject = subject_of(parse, verb)
        if subject is None or subject < verb:
            continue
        denier = phrase(parse, subject)
        target = antecedent(parse, so_far, first, denier)
        if target is not None and comma is not None:
            yield Denied(parse.span(first, comma), (denier,), target.content, "denial", "retort", 0.65, target)


def elliptic(parse: Parse, so_far: Draft) -> Iterator[Denied]:
    """An answer that leaves the verb out: asked whether the quay had sunk, she "said it had not", or "said no"."""
    for i in range(len(parse)):
        verb, refusal = parse.head[i], parse.dep[i] == "neg" and _bare(parse, parse.head[i])
        short = parse.lower(i) == "no" and parse.dep[i] == "intj" and parse.lemma[verb] in ("say", "answer", "reply")
        if not refusal and not short:
            continue
        said = holding(so_far, parse, i) if refusal else None
        subject = subject_of(parse, verb) if short else None
        denier = said.source if said is not None else (phrase(parse, subject),) if subject is not None else ()
        if not denier or _claim(parse, hull(denier)):
            continue
        question = asked(parse, i)
        target = antecedent(parse, so_far, i, hull(denier), said) if question is None and refusal else None
        denied = (question,) if question is not None else target.content if target is not None else ()
        cue = parse.span(min(i, verb), max(i, verb) + 1) if refusal else parse.span(i, i + 1)
        yield Denied(cue, denier, denied, "denial", "ellipsis", 0.6, target, said.speaker if said is not None else None)


def _claim(parse: Parse, denier: Span) -> bool:
    """Whether what seems to deny is itself a claim: "the view that it is spent, which it is not"."""
    return any(
        parse.lemma[t].lower() in listed("objects", "claims") | {"view", "belief"} for t in parse.tokens_in(denier)
    )


def _bare(parse: Parse, verb: int) -> bool:
    """Whether a verb stands for another that was said before: "it had not", "he does not"."""
    subject = parse.child(verb, "nsubj")
    if (
        subject is None
        or parse.dep[verb] == "advcl"  # "would board her if she did not" answers nothing
        or supposed(parse, verb)
        or parse.pos[subject] != "PRON"
        or parse.lemma[verb] not in ("have", "do", "be", "will", "would")
    ):
        return False
    return {parse.dep[c] for c in parse.children[verb]} <= {"nsubj", "neg", "punct", "intj", "mark"}


def doubting(parse: Parse, so_far: Draft) -> Iterator[Denied]:
    """Statements of doubt that no verb of the lexicon carries: "is sceptical that …"."""
    for s in so_far.statements:
        verbs = [t for span in s.cue for t in parse.tokens_in(span) if parse.pos[t] == "VERB"]
        if s.cue_class == "doubt" and s.source and s.content and not verbs and s.polarity == "+":
            yield Denied(
                s.cue[0],
                s.source,
                tuple(plain(parse, c) for c in s.content),
                "doubt",
                "statement",
                0.65,
                None,
                s.speaker,
            )
