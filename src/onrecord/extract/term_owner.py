"""What a time hangs on: the action that is undertaken, the words that undertake it, or something else."""

from __future__ import annotations

from onrecord.extract.asserted import own_clause
from onrecord.extract.deadlines import preposition_before
from onrecord.extract.parse import Parse
from onrecord.extract.time_tense import brought_about_by
from onrecord.extract.undertaking import Undertaking
from onrecord.model import Time

LIMITS = frozenset({"by", "before", "until", "within"})
"""Prepositions that set a limit."""
_VERBAL = ("VERB", "AUX")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LETTING = frozenset({"let", "make", "have", "see", "help"})
_BELOW = frozenset({"xcomp", "pcomp", "prep", "acl", "advcl", "conj"})


def owner_of(parse: Parse, found: Undertaking, t: int) -> str | None:
    """What a time hangs on: "action", "cue", or None for something else in the sentence."""
    at, below = t, t
    if parse.dep[t] in ("compound", "nummod", "amod", "nmod", "poss"):
        return None
    for _ in range(8):
        if brought_about_by(parse, at) == found.action:
            return "action"
        if at == found.action:
            return "action"
        if own_clause(parse, at):
            return None
        if at in parse.childs(found.action, "conj") and at > found.action:
            return "action"
        if at == found.cue:
            return "cue"
        given = parse.child(at, "auxpass") is not None and parse.tag[parse.left[at]] == "TO"
        if parse.lower(at) in ("instead", "rather"):
            return None
        if parse.head[at] == at or (parse.dep[at] in ("nsubj", "nsubjpass", "relcl", "poss") and not given):
            return None
        beside = parse.lower(at) in ("starting", "beginning", "ending") or (
            given and parse.head[at] in (found.cue, found.action)
        )
        aim = parse.dep[at] == "advcl" and parse.head[at] == found.action and parse.tag[parse.left[at]] == "TO"
        if _seen_to(parse, found, at):
            return "action"
        if parse.dep[at] in ("advcl", "acl") and not (beside or aim):
            return None
        let = parse.dep[at] == "ccomp" and parse.head[at] == found.action and parse.lemma[found.action] in _LETTING
        if parse.pos[at] in _VERBAL and not (let or given or aim) and parse.dep[at] not in _BELOW:
            return None
        if parse.lower(at) in ("after", "before", "following") and below != t and parse.dep[below] == "pobj":
            return None  # "after the vote on Friday": the event sets the term
        below, at = at, parse.head[at]
    return None


def _seen_to(parse: Parse, found: Undertaking, at: int) -> bool:
    """Whether a participle is what somebody will "have" done, wherever the parser hung it: "have the road cleared"."""
    if parse.lemma[found.action] != "have" or parse.tag[at] not in ("VBN", "VBD") or at < found.action:
        return False
    inside = at in parse.subtree(found.action) and not parse.childs(at, "aux", "auxpass", "nsubj", "mark")
    return inside and parse.dep[at] in ("acl", "ccomp", "xcomp", "oprd", "conj")


def behind_relative(parse: Parse, found: Undertaking, time: Time, t: int) -> str | None:
    """ "action" for a term behind a relative clause that the parser hung there: what one "holds" now is not held "by
    June 20", and ships "leaving the port" now do not leave it "until May"."""
    preposition = parse.head[t]
    verb = parse.head[preposition]
    if parse.dep[t] != "pobj" or parse.lower(preposition) not in LIMITS or verb == preposition:
        return None
    while parse.dep[verb] in ("xcomp", "pcomp", "prep", "advcl"):
        verb = parse.head[verb]
    now = parse.dep[verb] == "relcl" and parse.tag[verb] in ("VBZ", "VBP") and parse.lower(preposition) != "until"
    going = parse.dep[verb] == "acl" and parse.tag[verb] == "VBG"
    inside = verb in parse.subtree(found.action) or parse.head[verb] in _behind(parse, found)
    last = all(parse.pos[i] == "PUNCT" or i <= t + 3 for i in range(t, parse.right[verb]))
    return "action" if time.latest and (now or going) and inside and last else None


def _behind(parse: Parse, found: Undertaking) -> list[int]:
    """The nouns behind a preposition on the cue that belong to what is undertaken: "promised passage to ships"."""
    if parse.head[found.action] != found.cue or parse.dep[found.action] != "dobj":
        return []
    return [n for p in parse.childs(found.cue, "prep", "dative") for n in parse.childs(p, "pobj")]


def right_behind(parse: Parse, found: Undertaking, time: Time, top: int) -> str | None:
    """ "action" for a limit that stands behind the action with no other statement between, wherever the parser hung it:
    "publish the list of the disappeared by May", "will be deployed no later than Friday, the armies said"."""
    words = preposition_before(parse, time.span)
    limit = words.split()[:1] in (["by"], ["before"], ["until"], ["till"], ["within"]) or words.startswith("no later")
    first = parse.tokens_in(time.span)[0]
    apart = first < found.action or parse.sentence(first) != parse.sentence(found.action)
    counted = time.type == "DURATION" and words.startswith("within")
    if not limit or apart or not (counted or time.last_day) or parse.dep[top] not in ("pobj", "pcomp", "npadvmod"):
        return None  # "before the year is out"
    for t in range(found.action + 1, first):
        told = parse.tag[t] in _FINITE and not _relative(parse, t, found.action, first)
        if told or parse.word(t) in (";", ":", "–", "—") or t == found.cue:
            return None
    return "action"


def _relative(parse: Parse, t: int, after: int, before: int) -> bool:
    """Whether a token stands in a relative clause that lies between two others."""
    at = t
    while parse.head[at] != at and parse.dep[at] != "relcl":
        at = parse.head[at]
    return parse.dep[at] == "relcl" and after < parse.left[at] and parse.right[at] <= before


def said_on(parse: Parse, found: Undertaking, time: Time) -> bool:
    """Whether a date behind a cue that stands behind its clause says when it was said: "…, she vowed on Monday"."""
    return found.action < found.cue and preposition_before(parse, time.span) in ("", "on", "in", "at", "last")
