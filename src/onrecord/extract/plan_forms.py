"""The forms in which a verb looks ahead: "will", "is to", "is going to", what is on a timetable."""

from __future__ import annotations

from onrecord.extract.asserted import is_to
from onrecord.extract.commissives import listed
from onrecord.extract.parse import Parse

_WILL = frozenset({"will", "shall", "'ll", "wo"})
_WOULD = frozenset({"would", "'d"})


def form_of(parse: Parse, verb: int, told: bool) -> tuple[int, str, str] | None:
    """The token that looks ahead, how it stands ("modal", "is to", "going to"), and its word.

    What is `told` stands in the past: "said that the guards were to leave".
    """
    auxes = parse.childs(verb, "aux")
    done = any(parse.lower(c) in ("have", "'ve") for c in auxes)
    if done and (any(parse.lower(c) in _WOULD for c in auxes) or not _by_a_day(parse, verb)):
        return None
    for c in auxes:
        if parse.lower(c) in _WILL and not _name(parse, c):
            return c, "modal", "will"
        if parse.lower(c) in _WOULD and not (parse.lower(c) == "'d" and any(parse.lower(b) == "been" for b in auxes)):
            return c, "modal", "would"  # not "he'd been trying"
    head = parse.head[verb]
    then = told or under_paper(parse, head, verb)
    if is_to(parse, verb) and parse.tag[head] in ("VBZ", "VBP", *(["VBD"] if then else [])):
        return head, "is to", "will"
    if told and parse.tag[verb] in ("VBZ", "VBP") and not auxes and _timetabled(parse, verb):
        return verb, "scheduled", "will"
    going = parse.dep[verb] == "xcomp" and parse.lower(head) == "going" and any(parse.tag[c] == "TO" for c in auxes)
    if going and any(parse.lower(c) in ("is", "are", "am", "'re", "'s", "'m") for c in parse.childs(head, "aux")):
        return head, "going to", "will"
    return None


def under_paper(parse: Parse, *verbs: int) -> bool:
    """Whether a clause tells what a paper lays down: "Under the deal, the camp was to be cleared by May"."""
    papers = listed("things", "papers") | listed("events", "documents")
    under = [p for verb in verbs for p in parse.childs(verb, "prep") if parse.lower(p) == "under"]
    return any(parse.lemma[n].lower() in papers for p in under for n in parse.childs(p, "pobj"))


def _timetabled(parse: Parse, verb: int) -> bool:
    """Whether a present tense says when something begins or ends: "rationing ends on 1 May"."""
    on = [p for p in parse.childs(verb, "prep") if parse.lower(p) in ("on", "at", "from", "in")]
    named = parse.child(verb, "npadvmod") is not None
    turns = parse.lemma[verb].lower() in listed("actions", "timetabled")
    return turns and (bool(on) or named) and parse.child(verb, "dobj", "xcomp") is None


def _by_a_day(parse: Parse, verb: int) -> bool:
    """Whether something is done by a term: "by the end of May we will have rebuilt it"."""
    return any(parse.lower(p) in ("by", "before", "within") for p in parse.childs(verb, "prep"))


def _name(parse: Parse, c: int) -> bool:
    """Whether a "Will" in capitals within a sentence is somebody's name."""
    return parse.word(c)[0].isupper() and c > parse.sentence(c).first and parse.word(c - 1).isalpha()
