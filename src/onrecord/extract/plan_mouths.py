"""In whose mouth "will" undertakes: what is said, by whom, and whether it is said once more."""

from __future__ import annotations

from onrecord.extract.asserted import undertaken
from onrecord.extract.commissives import listed
from onrecord.extract.draft import Draft
from onrecord.extract.holding import enclosing
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.sides import actor_by_id, official
from onrecord.model import Statement


def heard(parse: Parse, verb: int, form: tuple[int, str, str], holder: Statement, cue: str) -> bool:
    """Whether the holder's words are such that "will" in them can be an undertaking."""
    known = cue in listed("speech", "warning") | listed("speech", "plain") or holder.cue_class in ("promise", "assure")
    if not known or (form[2] == "would" and holder.type == "direct") or not _spoken(parse, holder):
        return False
    poll = any("percent" in s.of(parse.text) or "%" in s.of(parse.text) for s in holder.source)
    return not poll  # those who answer it undertake nothing


def _spoken(parse: Parse, holder: Statement) -> bool:
    """Whether the holder's words were said, not wished for: "want the regent to promise that …" """
    tokens = [t for span in holder.cue for t in parse.tokens_in(span) if parse.pos[t] == "VERB"]
    if tokens and parse.child(tokens[-1], "neg") is not None:
        return False  # "would not say when it would pay"
    infinitive = bool(tokens) and any(parse.tag[c] == "TO" for c in parse.childs(tokens[-1], "aux"))
    return not infinitive or undertaken(parse, tokens[-1])


def again(parse: Parse, holder: Statement, cue: str) -> bool:
    """Whether something is said once more: "reiterated", "said again"."""
    tokens = [t for span in holder.cue for t in parse.tokens_in(span)]
    beside = [*tokens, *(c for t in tokens for c in parse.childs(t, "conj"))]
    adverbs = {parse.lower(c) for t in beside for c in parse.childs(t, "advmod")}
    if any(
        parse.lemma[c] in listed("speech", "again") and parse.tag[c] == "VBG"
        for t in beside
        for c in parse.childs(t, "advcl")
    ):
        return True  # "…, she said, repeating a promise"
    return (
        cue in listed("speech", "again")
        or bool(adverbs & listed("operations", "again"))
        or as_promised(parse, holder)
        or _introduced(parse, holder)
    )


def leave_given(parse: Parse, so_far: Draft, verb: int, holder: Statement | None) -> tuple[int, str, str] | None:
    """The "could" with which somebody who can tells another that a thing is let be from a day on: "told the envoys that
    lorries could cross from Friday"; in the form that `form_of` gives."""
    if holder is None or not holder.addressee or holder.type != "indirect":
        return None
    leave = next((c for c in parse.childs(verb, "aux") if parse.lower(c) in ("could", "may", "can")), None)
    days = [
        n for p in parse.childs(verb, "prep") if parse.lower(p) in ("from", "until") for n in parse.childs(p, "pobj")
    ]
    dated = any(parse.pos[n] == "PROPN" or parse.tag[t] == "CD" for n in days for t in parse.subtree(n))
    speaker = actor_by_id(so_far, holder.speaker)
    return (leave, "modal", "may") if leave is not None and dated and official(speaker) else None


def as_promised(parse: Parse, holder: Statement) -> bool:
    """Whether what is said will be done "as promised in April"."""
    said = [t for span in holder.content for t in parse.tokens_in(span)]
    words = listed("operations", "said_before") - {"say", "plan", "schedule", "expect", "foresee", "intend"}
    return any(
        parse.lower(t) == "as" and t + 1 < len(parse) and parse.tag[t + 1] == "VBN" and parse.lemma[t + 1] in words
        for t in said
    )


def _introduced(parse: Parse, holder: Statement) -> bool:
    """Whether what is said begins with "I say it again:"."""
    said = [t for span in holder.content for t in parse.tokens_in(span)]
    return any(parse.lower(t) == "again" and parse.word(t + 1) == ":" for t in said[:-1])


def mouth(parse: Parse, so_far: Draft, holder: Statement) -> Statement:
    """The statement by whoever "I" and "we" are: the one that holds "I have said it before: …"."""
    own = [s.of(parse.text).lower() for s in holder.source]
    if holder.speaker is not None or own not in (["i"], ["we"]):
        return holder
    around = [s for t in parse.tokens_in(holder.cue[0]) for s in enclosing(so_far, parse, t) if s is not holder]
    return around[-1] if around else holder


def announced(holder: Statement, cue: str) -> bool:
    """ "It was announced that …": by whoever can."""
    return not holder.source and cue in ("announce", "agree", "decide")


def brokered(parse: Parse, so_far: Draft, subject: int, mouth: Statement) -> bool:
    """Whether those who go between the parties say what these will do: "The two sides would swap their dead, mediators
    said"."""
    source = [t for span in mouth.source for t in parse.tokens_in(span)]
    party = parse.lemma[subject].lower() in ("side", "party", "camp", "army", "government", "belligerent", "rival")
    brokers = any(parse.lemma[t].lower() in listed("speech", "brokers") for t in source[:4])
    return brokers and (party or official(actor_at(so_far, parse.span(subject, subject + 1))))


def paper(parse: Parse, holder: Statement) -> bool:
    """Whether a paper speaks, by nobody in particular: "The board is to meet on 2 July, a communique said"."""
    source = [t for span in holder.source for t in parse.tokens_in(span)]
    head = next((t for t in source if parse.head[t] not in source), None)
    papers = listed("speech", "papers") | listed("things", "papers") | listed("events", "documents")
    bare = len(source) == 2 and head is not None and parse.lemma[head].lower() in listed("speech", "papers")
    signed = head is not None and parse.lower(source[0]) in ("the", "a", "an") and parse.lemma[head].lower() in papers
    return bare or (signed and not any(parse.pos[t] == "PROPN" for t in source[: source.index(head or 0) + 1]))


def told_by_noun(parse: Parse, top: int, holder: Statement) -> bool:
    """Whether a noun of telling has the clause behind "that": "gave notice that they would strike"."""
    noun = parse.span(parse.head[top], parse.head[top] + 1)
    that = any(parse.lower(m) == "that" for m in parse.childs(top, "mark"))
    telling = parse.lemma[parse.head[top]].lower() in listed("speech", "plain")
    return parse.dep[top] == "acl" and that and telling and any(c.holds(noun) for c in holder.cue)
