"""Whether an undertaking is to do something or not to do it."""

from __future__ import annotations

from onrecord.extract.commissives import listed
from onrecord.extract.factuality import polarity
from onrecord.extract.parse import Parse
from onrecord.extract.plans import speaks_of_nobody
from onrecord.extract.undertaking import Undertaking
from onrecord.model.statement import Polarity


def sign_of(parse: Parse, found: Undertaking) -> Polarity:
    """'-' for what will not be done: by the cue ("no intention of"), a negation, or "refrain"."""
    lemma = parse.lemma[found.action].lower()
    negative = polarity(parse, found.action) == "-" or none_of(parse, found)
    turns = (
        found.refusing or lemma in listed("actions", "refraining") or _planned(parse, found) or _against(parse, found)
    )
    return "-" if negative != turns else "+"


def _against(parse: Parse, found: Undertaking) -> bool:
    """ "decided against sending troops": the preposition says that it will not be done."""
    return any(
        parse.lower(p) == "against" and found.action in (parse.child(p, "pcomp"), parse.child(p, "pobj"))
        for p in parse.childs(found.cue, "prep")
    )


def _planned(parse: Parse, found: Undertaking) -> bool:
    """ "will keep from attacking" is turned round by the preposition."""
    return parse.lemma[found.action].lower() in ("keep", "stay") and any(
        parse.lower(p) == "from" and parse.child(p, "pcomp") is not None for p in parse.childs(found.action, "prep")
    )


def none_of(parse: Parse, found: Undertaking) -> bool:
    """Whether the clause speaks of nobody: "none of the ships would sail", "never to return", "not one soldier"."""
    action = found.action
    if found.subject is not None and speaks_of_nobody(parse, found.subject):
        return True
    for c in parse.children[action]:
        after = parse.lower(c + 1) if c + 1 < len(parse) else ""
        if (parse.dep[c] == "neg" and after not in ("just", "only", "merely", "simply")) or parse.lower(c) == "never":
            return True
        if parse.dep[c] in ("nsubj", "nsubjpass") and speaks_of_nobody(parse, c):
            return True
        if parse.lower(c) == "again" and parse.child(c, "neg") is not None:
            return True  # "would never again work there"
        inner = parse.child(c, "nsubj") if parse.dep[c] in ("csubj", "csubjpass") else None
        if inner is not None and speaks_of_nobody(parse, inner):
            return True  # "nobody fleeing the war will be sent back"
    head = parse.head[action]
    return parse.dep[action] == "xcomp" and any(
        parse.dep[c] == "neg"
        and (c < action if found.cue == head and found.rule.startswith("going to") else head < c < action)
        for c in parse.children[head]
    )
