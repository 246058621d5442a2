"""Whether a time expression lies before or after publication, from the words that govern it."""

from __future__ import annotations

from functools import cache
from typing import Literal

from onrecord.extract.parse import Parse
from onrecord.lexicon import words

Tense = Literal["past", "future", "ahead", "present", "was due"]
"""`ahead`: to come for sure ("by Sunday"), whatever the verbs. `was due`: scheduled, as the past saw it ("was due to
end on Sunday"); it may have come by now."""

_VERBS = frozenset({"VERB", "AUX"})
_SUBJECTS = ("nsubj", "nsubjpass")
_CLIMB = 12
"""Most steps up the tree; longer chains are parse errors or lists."""


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(words("time_tense")[name])


def tense(parse: Parse, span: tuple[int, int]) -> Tense | None:
    """The tense of a time expression; None where nothing governs it.

    What is scheduled lies ahead ("the vote set for Sunday", "plans to leave on Monday", "is leaving on Monday"). The
    present of a caption is past.
    """
    inside = parse.tokens_in(span)
    if not inside:
        return None
    near = _adjacent(parse, inside[0])
    if near:
        return near
    head = next((t for t in inside if parse.head[t] not in inside or parse.head[t] == t), inside[-1])
    return _governed(parse, head)


def is_over(parse: Parse, span: tuple[int, int]) -> bool:
    """Whether a plain past holds the time itself: "began in June", but not "won a contract in June".

    The verb has no object or clause that could have the time for its own.
    """
    inside = parse.tokens_in(span)
    head = next((t for t in inside if parse.head[t] not in inside), None)
    if head is None:
        return False
    above = parse.head[head]
    if parse.dep[above] == "prep" and parse.lower(above) in ("in", "on"):
        head, above = above, parse.head[above]
    if parse.dep[head] not in ("prep", "npadvmod") or parse.lemma[above].lower() in _set("scheduled"):
        return False
    if not verb_is_over(parse, above) or parse.child(above, "dobj", "xcomp", "ccomp", "dative", "oprd") is not None:
        return False
    # "was invited to a vote in June"
    return parse.tag[above] == "VBD" or all(parse.lower(c) not in ("to", "for") for c in parse.childs(above, "prep"))


def verb_is_over(parse: Parse, verb: int) -> bool:
    """Whether a verb stands in the past, its own or that of its auxiliary: "began", "was imposed"."""
    said = {parse.lower(c) for c in parse.childs(verb, "aux", "auxpass")}
    return (parse.tag[verb] == "VBD" and not said) or (parse.tag[verb] == "VBN" and said in ({"was"}, {"were"}))


def _adjacent(parse: Parse, first: int) -> Tense | None:
    """What the words right before tell: "since Monday", "said on Friday", "due Monday"."""
    begin = parse.sentence(first).first
    at = first - 1
    while at >= begin and parse.lower(at) in ("on", "for", "in", "the", "at", "early", "late", "of", "to", "from"):
        at -= 1
    if at < begin:
        return None
    if parse.lower(first - 1) == "to" and parse.lemma[parse.head[first - 1]].lower() in _set("moving"):
        return "future"
    if parse.lower(at) == "by" and _is_perfect(parse, at):
        return "past"
    if parse.lower(at) in _set("forward_words"):
        return _verb_above(parse, at) if parse.lower(at) in ("until", "till", "through") else "ahead"
    if parse.lower(at) in _set("backward_words"):
        return "past"
    lemma = parse.lemma[at].lower()
    if _is_scheduled(parse, at):
        return _schedule(parse, at)
    if lemma in _set("reporting") and parse.tag[at] in ("VBD", "VBZ", "VBP"):
        return "past" if not _modal(parse, at) else "future"
    return None


def _is_perfect(parse: Parse, token: int) -> bool:
    """Whether what it goes with was over by then: "by Sunday they had left"."""
    verb = next((a for a in parse.ancestors(token) if parse.pos[a] in _VERBS), None)
    return verb is not None and any(parse.lower(c) == "had" for c in parse.childs(verb, "aux"))


def _is_scheduled(parse: Parse, token: int) -> bool:
    """Whether a word says that something is on the calendar: "set for", "due on"; "as planned" says that it was."""
    scheduled = parse.lemma[token].lower() in _set("scheduled") and parse.tag[token] in ("VBN", "JJ", "IN")
    return scheduled and not _is_as_planned(parse, token)


def _is_as_planned(parse: Parse, token: int) -> bool:
    before = range(max(token - 2, parse.sentence(token).first), token)
    return parse.tag[token] == "VBN" and any(parse.lower(i) == "as" for i in before)


def _schedule(parse: Parse, token: int) -> Tense:
    """What is scheduled lies ahead; what was scheduled lay ahead once."""
    above = parse.head[token]
    verbs = [
        *parse.childs(token, "aux", "auxpass"),
        *([above] if parse.dep[token] in ("acomp", "attr", "prep") else []),
    ]
    if parse.dep[token] == "acl":
        # "the concert planned for Sunday was cancelled"
        verbs += parse.childs(parse.head[above], "auxpass") if parse.dep[above] == "nsubjpass" else []
    if parse.dep[token] == "conj" and not verbs:  # "had met and set Friday as the deadline"
        verbs = parse.childs(above, "aux")
    return "was due" if any(parse.lower(v) in ("was", "were", "had") for v in verbs) else "future"


def _verb_above(parse: Parse, token: int) -> Tense:
    """The tense of "until": past where its verb is a plain past ("lasted until Monday"), else future."""
    verb = next((a for a in parse.ancestors(token) if parse.pos[a] in _VERBS), None)
    if verb is None or parse.lemma[verb].lower() in _set("put_off"):
        return "future"
    return "past" if verb_tense(parse, verb) == "past" else "future"


def _governed(parse: Parse, head: int) -> Tense | None:
    """The tense of the first verb above; a noun's own day ("Monday's vote") has that of a verb only as its subject."""
    owned = parse.dep[head] in ("poss", "compound", "nmod", "amod", "nummod")
    below = head
    for above in list(parse.ancestors(head))[:_CLIMB]:
        lemma = parse.lemma[above].lower()
        if parse.pos[above] in ("NOUN", "PROPN"):
            if lemma in _set("pending"):
                return "future"
        elif _is_scheduled(parse, above):
            return _schedule(parse, above)
        elif _is_as_planned(parse, above):
            pass  # what it was planned with tells the tense
        elif lemma in _set("scheduled") and parse.tag[above] == "VBD" and above < head:
            return "future"  # "planned a rally on Sunday", but "on Sunday they planned a rally"
        elif parse.pos[above] in _VERBS:
            return None if owned and not parse.dep[below].startswith("nsubj") else verb_tense(parse, above)
        if parse.head[above] == above and parse.child(above, *_SUBJECTS) is not None:
            return "future"  # "the gates close on Friday": a verb in the present taken for a noun
        below = above
    return None


def verb_tense(parse: Parse, verb: int, depth: int = 0) -> Tense | None:
    """The tense of a verb, seen from publication."""
    tag, said = parse.tag[verb], {parse.lower(c) for c in parse.childs(verb, "aux", "auxpass")}
    if said & _set("modals"):
        if "could" in said and _is_denied(parse, verb):
            return "past"  # "could not be reached on Friday"
        return "past" if "have" in said and not said & {"will", "'ll", "shall"} else "future"
    if "to" in said and "have" not in said:
        return _infinite(parse, verb, depth)
    if parse.dep[verb] == "conj" and not said and tag in ("VB", "VBN", "VBG") and depth < 3:
        return verb_tense(parse, parse.head[verb], depth + 1)
    if tag == "VBP" and parse.lower(verb) in _set("unchanging"):
        return "past"
    if tag == "VBD" or said & {"did", "had", "was", "were", "has", "have", "'ve"}:
        return "past"
    if tag == "VBN":
        causing = brought_about_by(parse, verb)
        if causing is not None and depth < 3:
            return verb_tense(parse, causing, depth + 1)
        return "future" if parse.lemma[verb].lower() in _set("scheduled") else "past"
    if tag in ("VB", "VBG") and not said:
        return _infinite(parse, verb, depth)
    if parse.lemma[verb].lower() in _set("reporting") or parse.sentence(verb).part == "caption":
        return "past"
    if said & {"is", "are", "am", "'s", "'re", "'m"}:
        return "future" if tag == "VBG" else "past" if tag == "VBN" else "present"
    return "future" if tag in ("VBZ", "VBP") and parse.lemma[verb].lower() != "be" else "present"


def brought_about_by(parse: Parse, done: int) -> int | None:
    """The verb that brings a participle about: "<have> the bridge repaired", "<see> the road reopened"."""
    above = parse.head[done]
    if parse.dep[done] == "acl" and parse.dep[above] == "dobj":
        above = parse.head[above]
    elif parse.dep[done] not in ("ccomp", "oprd"):
        return None
    return above if parse.tag[done] == "VBN" and parse.lemma[above].lower() in _set("causative") else None


def _is_denied(parse: Parse, verb: int) -> bool:
    subject = parse.child(verb, "nsubj", "nsubjpass")
    none = subject is not None and parse.lower(parse.left[subject]) in _set("nobody")
    return none or parse.child(verb, "neg", "preconj", "cc") is not None


def _infinite(parse: Parse, verb: int, depth: int) -> Tense | None:
    """An infinitive lies ahead unless what governs it implies that it happened; a participle goes with its verb."""
    above = parse.head[verb]
    if above == verb or depth >= 3:
        return None if parse.tag[verb] == "VBG" else "future"
    if _is_scheduled(parse, above):
        return _schedule(parse, above)
    if parse.dep[verb] == "advcl" and verb_tense(parse, above, depth + 1) == "past":
        return "past"  # "lit a fire to mark its victory on Monday"
    if parse.dep[verb] in ("relcl", "acl") and any(parse.lower(c) in _set("ranks") for c in parse.children[above]):
        # "the first to leave on Friday were ..." have left
        up = next((a for a in parse.ancestors(above) if parse.pos[a] in _VERBS), None)
        return verb_tense(parse, up, depth + 1) if up is not None else "future"
    lemma = parse.lemma[above].lower()
    if parse.pos[above] in _VERBS and (lemma in _set("implied") or parse.tag[verb] == "VBG"):
        if lemma in _set("scheduled"):
            return "future"
        return verb_tense(parse, above, depth + 1)
    if parse.tag[verb] == "VBG":
        up = next((a for a in parse.ancestors(verb) if parse.pos[a] in _VERBS), None)
        return verb_tense(parse, up, depth + 1) if up is not None else None
    return "future"


def _modal(parse: Parse, verb: int) -> bool:
    return any(parse.lower(c) in _set("modals") for c in parse.childs(verb, "aux"))
