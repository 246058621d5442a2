"""What is done on purpose, and what only befalls somebody or something."""

from __future__ import annotations

from onrecord.extract.commissives import listed
from onrecord.extract.draft import Draft
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.sides import Side


def befalls(parse: Parse, verb: int, subject: int) -> bool:
    """Whether a verb tells what simply is or happens; being back, out or ready on a day can be undertaken."""
    lemma = parse.lemma[verb].lower()
    if lemma != "be":
        worked = lemma in listed("actions", "worked") and parse.child(verb, "dobj") is not None
        return lemma in listed("actions", "unwilled") and not worked
    state = {parse.lower(c) for c in parse.childs(verb, "advmod", "acomp", "prep", "prt")}
    if any(parse.lower(c) == "first" for c in parse.childs(verb, "attr", "acomp")):
        return False  # "we shall not be the first to fire"
    ended = parse.pos[subject] == "NOUN" and bool(state & {"over", "off"})
    return not ended and not state & listed("actions", "states")


def let_go(parse: Parse, verb: int) -> bool:
    """Whether somebody is to be set free: whoever says so on a condition holds him ("will go free if it is paid")."""
    free = parse.lemma[verb] in ("go", "walk") and any(
        parse.lower(c) in ("free", "home") for c in parse.childs(verb, "acomp", "advmod", "oprd", "advcl")
    )
    return free or (parse.lemma[verb] in ("free", "release") and parse.child(verb, "auxpass") is not None)


def able(parse: Parse, verb: int, passive: bool, side: Side) -> bool:
    """Whether what befalls a thing is done on purpose: "will be lifted", "will end on Friday"; "her plans will solve
    it" only praises them."""
    lemma, subject = parse.lemma[verb].lower(), parse.child(verb, "nsubj")
    if passive:
        befalls = listed("actions", "unwilled") - listed("actions", "passive")
        return lemma not in listed("actions", "befalling") | befalls
    means = subject is not None and parse.lemma[subject].lower() in listed("things", "means")
    return (side == "own" and not means) or lemma in listed("actions", "scheduled") or lemma == "be"


def vague(parse: Parse, verb: int, passive: bool) -> str:
    """ ":passive" where the verb alone does not tell that it is done on purpose: a term must, or a condition."""
    known = any(parse.lemma[verb].lower() in listed("actions", name) for name in ("passive", "hostile", "measures"))
    if parse.lemma[verb].lower() in listed("actions", "deciding"):
        return ":passive"  # who will decide is told; when he will is what he undertakes
    lasts = parse.lemma[verb].lower() == "continue" or (parse.lemma[verb].lower() == "go" and _on(parse, verb))
    if lasts and parse.child(verb, "xcomp", "dobj") is None:
        return ":passive"  # "trade will go on": so it does already
    return ":passive" if passive and not known and parse.child(verb, "neg") is None else ""


def _on(parse: Parse, verb: int) -> bool:
    return any(parse.lower(c) == "on" and parse.right[c] == c + 1 for c in parse.childs(verb, "prt", "advmod", "prep"))


def by_a_thing(parse: Parse, so_far: Draft, verb: int) -> bool:
    """ "Will be blocked by snow": whatever does it plans nothing."""
    agents = [n for p in parse.childs(verb, "agent") if (n := parse.child(p, "pobj")) is not None]
    things = [n for n in agents if parse.pos[n] == "NOUN" and parse.child(n, "nummod") is None]
    return any(actor_at(so_far, parse.span(n, n + 1)) is None for n in things)
