"""What is told of a deed in other words than its own: families of deeds with their phrases, from `deeds.toml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from onrecord.lexicon import words as lexicon_words
from onrecord.link.cues import compiled, listed, plain, said
from onrecord.link.predicates import Pattern, matches, patterns_of, predicates
from onrecord.link.words import content, is_past, plain_form, stem

Told = Literal["done", "progress", "contrary", "undone"]
_UPKEEP = ("keep", "continue", "maintain", "stay", "remain", "carry")
_AUXILIARY = frozenset({"be", "hav", "do"})
NEAR = 5
"""Words between a word of carrying out and the noun of what is carried out."""


_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ONE = rf"\d[\d,]*(?:\.\d+)?|{'|'.join(_WORDS)}"
_NUMBERS = re.compile(
    rf"\b(?P<now>{_ONE})\b[^;.]{{0,60}}?\b(?:compared (?:with|to)|up from|down from|instead of) "
    rf"(?:about |around )?(?P<before>{_ONE})\b"
)
_GOING_ON = re.compile(r"\w+ing\b")
ANY = ("",)
"""Instead of a pattern: a phrase that begins with a verb and may name its object."""


class Place(NamedTuple):
    """Where a clause tells of a deed (in characters), and by which pattern of a verb; none where a phrase does."""

    at: int
    pattern: tuple[str, ...] = ()


@cache
def _verbs() -> dict[str, tuple[str, ...]]:
    """The families of each verb's stem."""
    found: dict[str, tuple[str, ...]] = {}
    for name, table in lexicon_words("deeds").items():
        for verb in table.get("verbs", ()):
            key = content(verb)[0].stem
            found[key] = (*found.get(key, ()), *((name,) if name not in found.get(key, ()) else ()))
    return found


@lru_cache(maxsize=4096)
def families(action: str, verb: str | None) -> tuple[str, ...]:
    """The families that an undertaking belongs to: by a phrase of its action, else by its verb's stem; none of one
    that is only sought.

    >>> families("keep its men in the fort", "keep"), families("hold its fire until dawn", "hold")
    ((), ('truce',))
    >>> families("work towards a truce", "work")
    ()
    """
    table = lexicon_words("deeds")
    some = [n for n, family in table.items() if "actions" in family] if _any_action().search(plain(action)) else []
    phrases = {n: _phrases(n, "actions").search(plain(action)) for n in some}
    named = tuple(n for n, found in phrases.items() if found and _meant(verb, found.group()))
    named = tuple(n for n, family in table.items() if plain(action) in family.get("bare", ())) or named
    named = tuple(n for n in named if not table[n].get("alone")) or named
    if verb in _seeking():
        return named
    if verb in _undergoing():
        verb = next((w.stem for w in content(action) if w.stem != verb and w.stem in _verbs()), verb)
    found = named or _verbs().get(verb or "", ())
    spelt = frozenset(plain_form(word) for word in plain(action).split())
    return tuple(n for n in found if spelt & _spelt(n)) or found if len(found) > 1 and not named else found


def _meant(verb: str | None, phrase: str) -> bool:
    """Whether a phrase of a family is what is undertaken: not where it is only sought, unless to seek is the deed
    ("seek re-election")."""
    return verb not in _seeking() or stem(phrase.split(maxsplit=1)[0]) == verb


@cache
def _any_action() -> re.Pattern[str]:
    """A phrase of whichever family: most actions hold none."""
    return compiled(phrase for family in lexicon_words("deeds").values() for phrase in family.get("actions", ()))


@cache
def _spelt(name: str) -> frozenset[str]:
    """The verbs of a family as they are, without those that say much the same: "lift" is not "dismantle"."""
    return frozenset(plain_form(verb.split()[0]) for verb in lexicon_words("deeds")[name].get("verbs", ()))


def upkeep(verb: str | None) -> bool:
    """Whether to do it is to let something go on ("keep the road open", "gas would keep flowing")."""
    return verb in {stem(v) for v in _UPKEEP}


def goes_on(verb: str | None, action: str) -> str | None:
    """The stem of what is to go on, where that is a deed that is known; else the verb itself.

    >>> goes_on("keep", "water would keep flowing"), goes_on("keep", "keep the village school open")
    ('flow', 'open')
    """
    if not upkeep(verb):
        return verb
    if "open" in plain(action).split():  # "keep the Tamm crossing open" crosses nothing
        return stem("open")
    return next((w.stem for w in content(action) if w.stem in _verbs() and w.stem != verb), verb)


@lru_cache(maxsize=8192)
def told(names: tuple[str, ...], what: Told, clause: str) -> int | None:
    """Where a phrase of the families says so in the clause (in characters), neither denied nor still to come.

    >>> told(("leave",), "undone", "The ships lay at anchor."), told(("leave",), "done", "The ships will be gone.")
    (10, None)
    """
    return min((place.at for place in places(names, what, clause)), default=None)


@lru_cache(maxsize=8192)
def places(names: tuple[str, ...], what: Told, clause: str) -> tuple[Place, ...]:
    """As `told`: every place, in no order."""
    table = lexicon_words("deeds")
    bar = listed("pattern", "unreal") | listed("pattern", "future") | listed("pattern", "negative")
    known = [n for n in names if not (what == "contrary" and _over(n, clause))]
    verbs = {p.at for p in predicates(clause)}
    found = [
        Place(at, _of_phrase(n, what, clause[at:]) if at in verbs else ())
        for n in known if what in table[n] and (at := said(_phrases(n, what), clause, bar)) is not None
    ]  # fmt: skip
    found += [place for n in known for place in _by_verb(n, what, clause)]
    found += [place for n in known if table[n].get("enact") for place in _enacted(n, what, clause)]
    found += [Place(at) for n in known if (at := _by_numbers(table[n].get("numbers"), what, clause)) is not None]
    if what == "done" and any(table[n].get("again") for n in names):
        found += [Place(at)] if (at := _again(clause)) is not None else []
    return tuple(found)


def _of_phrase(name: str, what: Told, rest: str) -> tuple[str, ...]:
    """The pattern of a phrase that begins with a verb: the verb where it is alone, else any."""
    found = _phrases(name, what).match(plain(rest))
    return (plain_form(found.group()),) if found and " " not in found.group() else ANY


def gradual(names: tuple[str, ...]) -> bool:
    """Whether a deed of the families is done to many, one after the other."""
    table = lexicon_words("deeds")
    return any(table[n].get("gradual") for n in names)


def _by_verb(name: str, what: Told, clause: str) -> list[Place]:
    """Where a verb of the family says so, with the words that go with it: what brings it about, what its contrary does;
    told as not so, what brings it about says that it was not done."""
    lists = {"done": ("means",), "progress": ("begins",), "contrary": ("reverse",), "undone": ("means", "lack")}
    patterns = [_patterns(name, key) for key in lists.get(what, ())]
    turned = what == "undone"
    told_by = [(p, matches(p, of.get(p.verb, ()), turned)) for p in predicates(clause) for of in patterns]
    found = [Place(p.at, pattern) for p, pattern in told_by if pattern]
    if not gradual((name,)) or what not in ("done", "progress"):
        return found
    if what == "done":
        return [place for place in found if not _GOING_ON.match(clause, place.at)]
    doing = ((p, matches(p, _patterns(name, "means").get(p.verb, ()))) for p in predicates(clause))
    return found + [Place(p.at, pattern) for p, pattern in doing if pattern and _GOING_ON.match(clause, p.at)]


def _enacted(name: str, what: Told, clause: str) -> list[Place]:
    """Where those who have it in their hands vote for a deed or order it ("voted to freeze the fund"): it is done."""
    lists = {"done": ("means", "verbs"), "contrary": ("reverse", "opposites")}
    verbs = {pattern[0] for key in lists.get(what, ()) for p in _patterns(name, key).values() for _, pattern in p}
    told = (p for p in predicates(clause) if p.said == "so" and p.verb in _enacting())
    return [Place(p.at, ANY) for p in told if any(to == "to" and verb in verbs for to, verb in pairwise(p.behind))]


@cache
def _enacting() -> frozenset[str]:
    return frozenset(map(plain_form, listed("verbs", "enacting")))


def _by_numbers(way: str | None, what: Told, clause: str) -> int | None:
    """Where a clause holds a number against the one before, and which way it went ("costs 5 crowns, up from 4").

    >>> _by_numbers("up", "done", "A loaf costs 5 crowns, compared with 4 last week.")
    13
    """
    found = _NUMBERS.search(clause) if way and what in ("done", "contrary") else None
    if found is None:
        return None
    now, before = (_value(found[name]) for name in ("now", "before"))
    went = "up" if now > before else "down"
    return found.start() if now != before and (went == way) == (what == "done") else None


def _value(word: str) -> float:
    return float(_WORDS.index(word) + 1) if word in _WORDS else float(word.replace(",", ""))


def _over(name: str, clause: str) -> bool:
    """Whether a clause says that the contrary of a deed is over, or was before ("the shelling has died down")."""
    return "unless" in lexicon_words("deeds")[name] and bool(_phrases(name, "unless").search(plain(clause)))


def final(names: tuple[str, ...]) -> tuple[str, ...]:
    """The families whose contrary, once it is done, breaks the promise ("was barred", "vetoed")."""
    table = lexicon_words("deeds")
    return tuple(n for n in names if table[n].get("breach"))


@lru_cache(maxsize=4096)
def opposites(names: tuple[str, ...]) -> frozenset[str]:
    """The stems of the verbs that undo the deeds of the families."""
    table = lexicon_words("deeds")
    return frozenset(stem(v) for n in names for v in table[n].get("opposites", ()))


@lru_cache(maxsize=4096)
def carried_out(verb: str, clause: str) -> int | None:
    """Where a clause tells the deed by its noun behind a word of carrying out ("handed in her resignation").

    >>> carried_out("resign", "She tendered her resignation."), carried_out("resign", "He offered his resignation.")
    (4, None)
    """
    found = content(clause)
    for noun in (w for w in found if w.stem == verb and not is_past(clause[w.start : w.end])):
        if clause[: noun.start].endswith(" to "):
            continue  # "gave up her bid to form a cabinet"
        ahead = plain(clause[: noun.start]).split()[-NEAR:]
        at = said(_carrying(), clause[: noun.start], listed("pattern", "future") | listed("pattern", "negative"))
        if at is not None and len(plain(clause[at : noun.start]).split()) <= len(ahead):
            return at
    return None


def _again(clause: str) -> int | None:
    """Where something is told with "again" or "for the first time since", by a verb in the past."""
    if not re.search(r"\b(?:again|once more|first time (?:since|in))\b", clause):
        return None
    done = [p for p in predicates(clause) if p.said == "so"]
    return done[0].at if done and not any(p.verb in adverse() for p in done) else None


@cache
def adverse() -> frozenset[str]:
    """The plain forms of verbs that tell of harm or of an end."""
    return frozenset(map(plain_form, lexicon_words("outcomes")["classes"]["adverse"].split()))


def harmed(clause: str) -> bool:
    """Whether a clause tells of harm or of an end alone.

    >>> harmed("A gale felled forty pines."), harmed("Forty pines were planted.")
    (True, False)
    """
    told = [p for p in predicates(clause) if p.verb not in _AUXILIARY]
    return bool(told) and all(p.verb in adverse() for p in told)


@cache
def _seeking() -> frozenset[str]:
    return frozenset(stem(verb) for verb in listed("verbs", "seeking"))


@cache
def _undergoing() -> frozenset[str]:
    return frozenset(stem(verb) for verb in listed("verbs", "undergoing"))


@cache
def _patterns(name: str, key: str) -> dict[str, tuple[Pattern, ...]]:
    """The patterns of a list of a family by their verbs; the family's own verbs are means."""
    family = lexicon_words("deeds")[name]
    own = () if key != "means" else (v for v in family.get("verbs", ()) if v not in listed("verbs", "light"))
    return patterns_of((*family.get(key, ()), *own))


@cache
def _phrases(name: str, what: str) -> re.Pattern[str]:
    return compiled(lexicon_words("deeds")[name][what])


@cache
def _carrying() -> re.Pattern[str]:
    return compiled(lexicon_words("outcomes")["carrying"])
