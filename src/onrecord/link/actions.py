"""What an undertaking says in its own words: its verb, the thing it is done to, what is to be stopped or sent for."""

from __future__ import annotations

import re
from functools import cache

from onrecord.link.cues import listed, plain
from onrecord.link.words import Word, content, is_past, stem, stems

_WITH = r"(?:\s+(?:be|not|never|have|been|soon|also|no|longer))*\s+"
MODAL = re.compile(rf"\b(?:will|would|shall|should|can|could|must){_WITH}", re.IGNORECASE)
_TO = re.compile(rf"^(?:not )?to{_WITH}|\bto be\s+", re.IGNORECASE)
_SENT = re.compile(r"(?<=\w )to (?!the\b|an?\b|its\b|his\b|her\b|their\b|[A-Z0-9])")
_CAUSED = re.compile(r"(?:have|get|see) (?!been\b)", re.IGNORECASE)
LEFT = re.compile(r"\bbe left(?: \w+)?$", re.IGNORECASE)
_GOING = re.compile(
    r" (?:to )?(?:leave|go|pass|sail|return|enter|cross|depart|board|fly|come|travel|visit|vote|work|land|use|out of|"
    r"into|through)\b"
)
"""What somebody is let do, behind the one who is."""
_GIVEN = re.compile(r"(?:supply|provide|equip|furnish|present|arm)\w* (?:[\w'’-]+ ){1,5}?with ", re.IGNORECASE)
_NAMED = re.compile(r"(?<=[a-z]) of (?:the )?(?:[A-Z][\w'’-]* ?)+")
_STOPPED = re.compile(r"\b(?:stop|end|cease|halt|quit|give up) ([a-z]{2,20}ing)\b", re.IGNORECASE)
_NOUN = re.compile(
    r"(?:an?|the|its|his|her|their|no|every|each|all|some|half|several|one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve|twenty|thirty|forty|fifty|sixty|hundreds?|thousands?|dozens?|millions?)\b|\W|\d",
    re.IGNORECASE,
)


def verb_of(action: str) -> str | None:
    """Stem of the verb of an action; None where the action is a mere noun ("a report").

    >>> verb_of("attack the port"), verb_of("the road from Vik to Orla will be reopened"), verb_of("an early report")
    ('attack', 'open', None)
    >>> verb_of("the ban will be partially lifted"), verb_of("supply the island"), verb_of("have the old pier painted")
    ('lift', 'send', 'paint')
    >>> verb_of("not one man will be left there") == stem("remain")
    True
    """
    if LEFT.search(action):
        return stem("remain")
    word, _ = _verb_in(action)
    return word.stem if word else None


def _verb_in(action: str) -> tuple[Word | None, int]:
    """The verb of an action, and where what stands before it ends."""
    after = MODAL.search(action) or _TO.search(action)
    if not after and _NOUN.match(action.strip()):
        return None, 0
    start = after.end() if after else 0
    rest = action[start:]
    words = [w for w in content(rest) if not _adverb(rest[w.start : w.end])]
    if _CAUSED.match(rest.lstrip()):
        words = [w for w in words if is_past(rest[w.start : w.end])] or words
    if words:
        return words[0]._replace(start=words[0].start + start, end=words[0].end + start), after.start() if after else 0
    found = content(action)
    return (found[0], 0) if found else (None, 0)


def _adverb(word: str) -> bool:
    """Whether a word is an adverb in -ly: "will be partially lifted"."""
    return word.endswith("ly") and stem(word) == stem(word[:-2])


def purpose(action: str, verb: str | None) -> str | None:
    """The stem of the verb of what somebody is sent to do.

    >>> purpose("send in sailors to unload the ships", "send"), purpose("agree to talks", "agre")
    ('unload', None)
    """
    sending = {stem(v) for v in listed("verbs", "sending")}
    found = _SENT.search(action) if verb in sending else None
    words = content(action[found.end() :]) if found else ()
    return words[0].stem if words else None


def heads(action: str, whose: frozenset[str]) -> frozenset[str]:
    """The stems of the words of an action that name the thing itself: neither the verb nor whoever acts (`whose`) nor
    what stands behind a preposition other than "of".

    >>> sorted(heads("pay the crews in Vik their wages", frozenset()))
    ['crew', 'wag']
    """
    verb, subject_end = _verb_in(action)
    if verb is None:
        return _free_of_places(action)
    between = action[subject_end : verb.start] if subject_end <= verb.start else ""
    inner = _free_of_places(between) if _CAUSED.search(between) else frozenset()
    behind = action[verb.end :]
    given = _GIVEN.match(action[verb.start :])
    if given:
        behind = action[verb.start + given.end() :]  # "supply the island with coal"
    if verb.stem in _letting():
        behind = re.split(_GOING, behind, maxsplit=1)[0] or behind
    return (_free_of_places(action[:subject_end]) - whose) | inner | _free_of_places(behind)


@cache
def _letting() -> frozenset[str]:
    return frozenset(map(stem, ("let", "allow", "permit", "help")))


def _free_of_places(words: str) -> frozenset[str]:
    """The stems of words, those left out that stand behind a preposition other than "of"."""
    kept, passed, fresh = [], False, False
    starts = listed("pattern", "nominal") - {"of"}
    for word in plain(words).split():
        if word in listed("pattern", "counting") | {"town", "city", "village", "island", "port"}:
            continue
        if word in listed("pattern", "prepositions") and word != "of":
            passed = fresh = True
        elif passed and not fresh and (word in starts or word[0].isdigit()):
            passed = False
        fresh = fresh and word in starts | listed("pattern", "prepositions")
        kept += [] if passed else [word]
    return frozenset(s for s in stems(" ".join(kept)) if not s[0].isdigit())


def ended(action: str) -> str | None:
    """The stem of the verb of what is to be stopped.

    >>> ended("stop burning coal at Vik"), ended("stop the fishing fleet")
    ('burn', None)
    """
    found = _STOPPED.search(action)
    return stem(found.group(1)) if found else None


def without_places(action: str) -> str:
    """The action without names behind "of".

    >>> without_places("repair the school of Vik by spring")
    'repair the school by spring'
    """
    return _NAMED.sub(" ", action)
