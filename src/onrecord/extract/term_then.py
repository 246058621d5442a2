"""Terms that point back to a day that was named ("until then"), and those that the next sentence names."""

from __future__ import annotations

from onrecord.extract.deadlines import deadline, preposition_before
from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.extract.undertaking import Undertaking
from onrecord.model import Deadline, Span, Time
from onrecord.model.commitment import DeadlineType

_BEFORE = frozenset({"until", "till", "by", "before", "on"})
_DAYS = frozenset({"date", "day", "time", "hour", "deadline"})
_TERMS = frozenset({"deadline", "ultimatum", "term"})
_STANDING = frozenset({"offer", "truce", "ceasefire", "pause"})
_ENDING = frozenset({"expire", "end", "lapse", "run", "stand", "last"})


def then_term(parse: Parse, so_far: Draft, found: Undertaking) -> Deadline | None:
    """The term of an undertaking that points back: the last day ahead that was named before it, rather one by which
    something was to be done than another; None where none is in the same sentence or the one before.
    """
    at = next((t for t in _pointing(parse, found) if _hung(parse, found, t)), None)
    if at is None:
        return None
    day = _named_before(parse, so_far, found, at)
    if day is None:
        return None
    before = parse.lower(at)
    end = at + 2 if parse.lower(at + 1) == "then" else at + 3
    term = deadline(day, before, so_far.article.published)
    kind = term.type if before in ("until", "till", "on") else "by"
    return Deadline(parse.span(at, end), kind, term.earliest if before == "on" else None, term.latest)


def _pointing(parse: Parse, found: Undertaking) -> list[int]:
    """The prepositions of the sentence that stand before "then" or "that date"."""
    first, last, *_ = parse.sentence(found.action)
    at = (t for t in range(first, last - 1) if parse.lower(t) in _BEFORE)
    return [
        t for t in at
        if (parse.lower(t + 1) == "then" and parse.lower(t) != "on")
        or (parse.lower(t + 1) == "that" and t + 2 < last and parse.lower(t + 2) in _DAYS)
    ]  # fmt: skip


def _hung(parse: Parse, found: Undertaking, at: int) -> bool:
    """Whether it hangs on the action or the cue, or opens the sentence."""
    if at == parse.sentence(found.action).first:
        return True
    return parse.head[at] in (found.action, found.cue) and at > found.action


def _named_before(parse: Parse, so_far: Draft, found: Undertaking, at: int) -> Time | None:
    """The day that "then" is: a time ahead, in the same sentence or the one before it."""
    first = parse.sentence(at).first
    start = parse.sentence(first - 1).first if first > 0 else first
    published = so_far.article.published
    if not published:
        return None
    known: list[tuple[bool, int, Time]] = []
    for time in so_far.times:
        tokens = parse.tokens_in(time.span)
        if not tokens or not start <= tokens[0] < at:
            continue
        before = preposition_before(parse, time.span)
        term = deadline(time, before, published)
        if term.type is None or term.latest is None or term.latest < published[:10]:
            continue
        if time.type == "DURATION" and term.type != "by":
            continue  # "for a week" names no day
        limit = before.startswith(("by", "before", "until", "within", "no later", "deadline"))
        known.append((limit, tokens[0], _as_day(time, term)))
    return max(known, key=lambda k: k[:2])[2] if known else None


def _as_day(time: Time, term: Deadline) -> Time:
    """The time as the day on which its term ends."""
    return Time(time.id, Span(*time.span), "DATE", term.latest or "", earliest=term.latest, latest=term.latest)


def stated_term(parse: Parse, so_far: Draft, found: Undertaking) -> Deadline | None:
    """The term that the next sentence names as such: "… to shell the port. The ultimatum expires at noon on Friday"."""
    at = parse.sentence(max(found.action, found.cue)).last
    if at >= len(parse) or "\n" in parse.text[parse.end[at - 1] : parse.start[at]]:
        return None
    first, last, *_ = parse.sentence(at)
    verb = next((t for t in range(first, last) if parse.dep[t] == "ROOT"), first)
    subject = parse.child(verb, "nsubj")
    if subject is None or not _of_it(parse, found, subject, verb):
        return None
    inside = parse.span(first, last)
    for time in so_far.times:
        before = preposition_before(parse, time.span)
        if inside.holds(time.span) and time.type in ("DATE", "TIME") and before in ("on", "at", "by", "until", ""):
            term = deadline(time, before, so_far.article.published)
            ahead = (term.latest or "") >= (so_far.article.published or "9")[:10]
            kind: DeadlineType = "until" if found.kind not in ("offer", "ultimatum") and before == "until" else "by"
            return Deadline(time.span, kind, None, term.latest) if ahead else None
    return None


def _of_it(parse: Parse, found: Undertaking, subject: int, verb: int) -> bool:
    """Whether a sentence says when an undertaking falls due or ends: "The deadline is Friday", "The truce ends on"."""
    now = parse.tag[verb] in ("VBZ", "VBP") or any(
        parse.lower(c) in ("will", "would") for c in parse.childs(verb, "aux")
    )
    the = any(parse.lower(c) in ("the", "this", "that", "its", "their") for c in parse.childs(subject, "det", "poss"))
    lemma, does = parse.lemma[subject].lower(), parse.lemma[verb].lower()
    if not now or not the or parse.child(verb, "neg") is not None:
        return False
    named = lemma in _STANDING and lemma in (found.kind, parse.lemma[found.action].lower())
    return (lemma in _TERMS and does in _ENDING | {"be"}) or (named and does in _ENDING)
