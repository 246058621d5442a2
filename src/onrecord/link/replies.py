"""Answers that deny in other words: "a drone had circled the mill": "replied that it had no aircraft up that day"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.lexicon import words as lexicon_words
from onrecord.link.cues import cue, listed, plain
from onrecord.link.negated import seen_alike
from onrecord.link.reading import Reading
from onrecord.link.spans import dispute
from onrecord.link.who import party, tie
from onrecord.link.words import stems, total
from onrecord.model import Edge, Statement, hull

LEAST = 0.3
"""Weight of the words that claim and answer share, names apart, before they are about one matter."""
REACH = 16
"""Words of an answer in which it says that it is not so."""
_FIRST = re.compile(
    r"^(?:that\s+)?(?P<told>.*?)(?:[,;.]|\s+(?:and|but|because|since|as)\s|$)", re.IGNORECASE | re.DOTALL
)
_NOBODY = re.compile(
    r"^(?P<who>(?:nobody|no one|none of|not one|not a single|no (?!longer\b)[a-z]+)\b.*?)"
    r" (?:had|has|have|was|were|did)\b(?P<deed>.*)$"
)
_OWN = r"(?:it|he|she|they|we|i|(?:its|his|her|their|our|my) [a-z]+(?: [a-z]+)?)"
_NEVER = re.compile(
    rf"^{_OWN} (?:(?:had|has|have|was|were|did) (?:not|never)|never|(?=(?:had|has|have) [a-z]+ (?:no|nothing)\b))"
    r"(?P<deed>.*)$"
)
_NONE = re.compile(rf"^{_OWN} (?:had|has|have|kept|held|owned) no (?P<thing>.*)$")
_SHORT = re.compile(r"\b(did|had|has|have|was|were)n['’]t\b", re.IGNORECASE)
_THEN = re.compile(
    r"\b(?:that (?:day|night|morning|evening|afternoon|hour|week|weekend|sunday|month)|at the time|at that time)\b"
)
_THERE = re.compile(r"\b(?:there|then|such|of the kind|of the sort)\b")
_WOULD = re.compile(r"\b(?:will|would|could|might|may|should|must|can|if|unless|going to|yet|able)\b")
"""What makes an answer one of what is to come or not known."""


def replies(a: Reading, pairs: Iterable[tuple[Statement, Statement]]) -> set[Edge]:
    """Edges between a claim and the answer of another speaker right behind it, of the pairs given, that denies it."""
    found: dict[str, Edge] = {}
    for claim, answer in pairs:
        if answer.id in found or not (claim.content and answer.content) or claim.parent is not None:
            continue
        if hull(claim.content).end > hull(answer.content).start or not _answering(a, answer):
            continue
        if _denies(a, claim, answer):
            found[answer.id] = dispute("denial", a.ref("statement", claim.id), a.ref("statement", answer.id))
    return set(found.values())


def _answering(a: Reading, statement: Statement) -> bool:
    said = plain(" ".join(s.of(a.text) for s in statement.cue))
    return said in lexicon_words("disputes")["answering"]


def _denies(a: Reading, claim: Statement, answer: Statement) -> bool:
    """Whether the answer says that something of what is claimed is not so."""
    claimed = " ".join(s.of(a.text) for s in claim.content)
    first = _FIRST.match(_SHORT.sub(r"\1 not", " ".join(s.of(a.text) for s in answer.content)))
    told = plain(first["told"]) if first else ""
    if (
        not told
        or _WOULD.search(plain(claimed))
        or _WOULD.search(told)
        or set(plain(claimed).split()) & listed("pattern", "negative")
    ):
        return False
    if cue("uncommitted", told, "disputes"):
        return False
    own = _words_of(a, claim) | _words_of(a, answer)
    known = (stems(claimed) | _deeds(claimed)) - own
    then, there = _THEN.search(told) is not None, _THERE.search(told) is not None
    if nobody := _NOBODY.match(told):
        named = " ".join((nobody["who"], *nobody["deed"].split()[:2]))  # "nobody had counted the fish" denies no catch
        return then or there or total(known & (stems(named) | _deeds(named))) >= LEAST
    if none := _NONE.match(told):
        thing = stems(" ".join(none["thing"].split()[:3]))
        return then or total(known & (thing | _deeds(none["thing"]))) >= LEAST
    if never := _NEVER.match(told):
        deed = stems(never["deed"])
        shared = total(known & (deed | _deeds(never["deed"]))) >= LEAST
        return _accused(a, claim, answer) and (then or there or shared)
    return False


def _accused(a: Reading, claim: Statement, answer: Statement) -> bool:
    """Whether whoever answers is named in the claim."""
    said, who = hull(claim.content), a.speaker(answer)
    return any(tie(party(a.record, (m,), actor), who) for m, actor in a.mentioned(said.start, said.end))


def _words_of(a: Reading, statement: Statement) -> frozenset[str]:
    who = a.speaker(statement)
    return who.words if who else frozenset()


def _deeds(text: str) -> frozenset[str]:
    """The stems of a text with those of one deed in several words made one: "fired", "shot"."""
    return seen_alike(stems(text))
