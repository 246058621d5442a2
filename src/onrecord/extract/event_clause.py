"""What a verb's own clause says of it: happened, ongoing, planned, possible, hypothetical or denied."""

from __future__ import annotations

from onrecord.extract import event_signs as signs
from onrecord.extract.event_signs import SUBJECTS, VERBAL, listed
from onrecord.extract.parse import Parse

RANK: dict[str, int] = {"happened": 0, "ongoing": 1, "planned": 2, "possible": 3, "hypothetical": 4, "denied": 5}
"""Where two signs say two things, the one with the higher number holds."""


def strongest(*values: str) -> str:
    """The value that holds."""
    return max(values, key=RANK.__getitem__)


def clause_value(parse: Parse, verb: int) -> str:
    """What negation, modal, condition, aspect and adverbs say of a verb."""
    said = {parse.lower(c) for c in parse.children[verb]}
    modal = signs.modal(parse, verb)
    if "would" in said and modal == "hypothetical" and signs.reported(parse, verb) and "have" not in said:
        modal = "planned"
    open_ = said & listed("open_modals")  # "may not be enough"
    unreal = (signs.negated(parse, verb) and not open_) or said & listed("nearly")
    values = ["denied" if unreal else "happened", modal]
    if signs.conditional(parse, verb) or signs.fiction(parse, verb) or signs.whenever(parse, verb):
        values.append("hypothetical")
    if said & listed("maybe") or said & listed("unsaid"):
        values.append("possible")
    if any(parse.dep[c] in SUBJECTS and signs.generic(parse, c) for c in parse.children[verb]):
        values.append("hypothetical")
    values += [_unfinite(parse, verb, said), _awaited(parse, verb), _aspect(parse, verb)]
    return strongest(*values)


def _unfinite(parse: Parse, verb: int, said: set[str]) -> str:
    """An infinitive names what is meant to be, a bare command what is wanted, but for verbs that bring it about."""
    dep, head = parse.dep[verb], parse.head[verb]
    if parse.tag[verb] == "VB" and dep == "ROOT" and not parse.childs(verb, *SUBJECTS, "aux"):
        return "hypothetical"
    if not signs.infinitive(parse, verb) or {"have", "has"} & said:
        return "happened"
    if went_on(parse, head) or signs.was_able(parse, head):
        return "happened"
    if dep == "advcl":
        return "planned"
    if dep not in ("acl", "relcl", "xcomp", "ROOT", "ccomp"):
        return "happened"
    brought = parse.pos[head] in VERBAL and parse.lemma[head].lower() in listed("known", "verbs")
    return "happened" if brought else "planned"


def went_on(parse: Parse, verb: int) -> bool:
    """Whether "go" says that it was done: "went on to", "went so far as to"."""
    return parse.lemma[verb] == "go" and any(parse.lower(c) in ("on", "far") for c in parse.children[verb])


def _awaited(parse: Parse, verb: int) -> str:
    """A present tense after "until", "once", "when" names what is still to come: "until the siege is lifted"."""
    if parse.dep[verb] != "advcl" or not any(parse.lower(c) in listed("awaited") for c in parse.children[verb]):
        return "happened"
    auxes = parse.childs(verb, "aux", "auxpass")
    tags = {parse.tag[t] for t in (auxes or [verb])}
    return "hypothetical" if tags & {"VBZ", "VBP"} and parse.tag[parse.head[verb]] not in ("VBD", "VBN") else "happened"


def _aspect(parse: Parse, verb: int) -> str:
    auxes = parse.childs(verb, "aux", "auxpass")
    if parse.tag[verb] == "VBG" and any(parse.lower(c) in ("is", "are", "am", "'s", "'re") for c in auxes):
        return "planned" if signs.later(parse, verb) else "ongoing"
    if parse.tag[verb] in ("VBZ", "VBP") and any(parse.lower(t) in listed("habit") for t in signs.near(parse, verb)):
        return "ongoing"
    return "happened"
