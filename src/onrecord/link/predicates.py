"""What the verbs of a clause say: each verb with whether it is told as fact, as not so, or as still to come.

There is no parse here: a record holds the text and what was found in it. A past form tells a fact, unless a word of the
future, of a wish or of doubt stands close before it; a word of negation before it, or right behind it, turns it round.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from onrecord.lexicon import words as lexicon_words
from onrecord.link.cues import TOWARDS, listed
from onrecord.link.words import is_past, plain_form

Said = Literal["so", "not"]
Pattern = tuple[Said, tuple[str, ...]]
"""Whether it must be told as fact or as not so, and the plain forms of a verb and of the words that go with it."""
_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
NEAR = 5
"""Words before a verb in which a negation, a modal or a wish bears on it."""
GAP, GAP_OF_BE, GAP_OF_CARRYING = 4, 2, 9
"""Words behind a verb among which stands the word that belongs to it, such as its particle; the same behind "is", and
behind a verb of carrying, whose object may be long."""
AUXILIARIES = {
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "has": "have", "had": "have",
    "does": "do", "did": "do", "done": "do",
}  # fmt: skip


class Predicate(NamedTuple):
    """A verb of a clause in its plain form, where it stands (in characters), what is said of it, and the plain forms of
    the words behind it."""

    verb: str
    at: int
    said: Said
    behind: tuple[str, ...]


@lru_cache(maxsize=1024)
def predicates(clause: str) -> tuple[Predicate, ...]:
    """The verbs of a clause that are told as fact or as not so, in text order.

    >>> [(p.verb, p.said) for p in predicates("No truck has reached the camp, but two boats landed there.")]
    [('hav', 'not'), ('reach', 'not'), ('land', 'so')]
    >>> predicates("Trucks may reach the camp soon.")
    ()
    """
    towards = {m.start() for m in TOWARDS.finditer(clause)}
    found = [(m.group().casefold().replace("’", "'"), m.start()) for m in _TOKEN.finditer(clause)]
    words = [word if at not in towards else "" for word, at in found]
    plain = [_plain(word) for word, _ in found]
    made: list[Predicate] = []
    for n, (_, at) in enumerate(found):
        said = _said(words, n) or _along(clause, words[n], at, made)
        if said is not None:
            made.append(Predicate(plain[n], at, said, tuple(plain[n + 1 : n + 1 + 3 * GAP])))
    return tuple(made)


def _along(clause: str, word: str, at: int, told: list[Predicate]) -> Said | None:
    """What is said of a participle behind a comma: it goes along with what the verb before it tells ("the last of them
    flew home, completing the swap")."""
    behind_comma = word.endswith("ing") and clause[:at].rstrip()[-1:] == ","
    return "so" if behind_comma and any(p.said == "so" for p in told) else None


def matches(found: Predicate, patterns: Iterable[Pattern], turned: bool = False) -> tuple[str, ...] | None:
    """The first of a verb's patterns whose words stand behind it, in order and each close to the last; None: none of
    them. `turned`: it says the contrary."""
    for said, pattern in patterns:
        if found.said != ("not" if turned else said) or (turned and said == "not"):
            continue
        if found.verb == "hav" and found.behind[:1] == ("be",):
            continue  # "have been fetching water"
        at = 0
        gap = GAP_OF_BE if found.verb == "be" else GAP_OF_CARRYING if found.verb in _carrying() else GAP
        for word in pattern[1:]:
            here = _as_far_as(word, found.behind[at : at + (gap if not at else GAP)])
            if word not in here or (found.verb == "be" and not at and not {*here[: here.index(word)]} <= _between()):
                break
            at += here.index(word) + 1
        else:
            return pattern
    return None


def _as_far_as(word: str, behind: tuple[str, ...]) -> tuple[str, ...]:
    """The words up to the first preposition or particle that is not the one that is looked for."""
    ends = _cutting() - {word}
    return behind[: next((n for n, other in enumerate(behind) if other in ends), len(behind))]


@cache
def _cutting() -> frozenset[str]:
    small = listed("pattern", "prepositions") | listed("pattern", "particles")
    return frozenset(map(plain_form, small - {"of", "with", "at", "before"}))


def patterns_of(listing: Iterable[str]) -> dict[str, tuple[Pattern, ...]]:
    """The patterns of a list of plain phrases ("roll into", "<go> home", "not run") by their verbs; a class in angle
    brackets stands for each of its verbs."""
    made: dict[str, list[Pattern]] = {}
    for phrase in listing:
        first, *rest = phrase.removeprefix("not ").split()
        said: Said = "not" if phrase.startswith("not ") else "so"
        for verb in _class(first[1:-1]) if first.startswith("<") else (first,):
            head, *more = (*verb.split("_"), *rest)
            pattern = (_base(head), *map(_plain, more))
            made.setdefault(pattern[0], []).append((said, pattern))
    return {verb: tuple(found) for verb, found in made.items()}


def _base(verb: str) -> str:
    """The plain form of a verb that may look like the past of another ("lay", "found")."""
    return plain_form(f"{verb}ing") if is_past(verb) else _plain(verb)


@cache
def _between() -> frozenset[str]:
    return listed("pattern", "between") | listed("pattern", "nominal")


@cache
def _carrying() -> frozenset[str]:
    return frozenset(map(plain_form, _class("carry")))


@cache
def _class(name: str) -> tuple[str, ...]:
    return tuple(lexicon_words("outcomes")["classes"][name].split())


@lru_cache(maxsize=1 << 15)
def _plain(word: str) -> str:
    return plain_form(AUXILIARIES.get(word, word))


def _said(words: list[str], n: int) -> Said | None:
    """What is said of the word as a verb; None: it is none, or is not told as fact."""
    word, ahead = words[n], words[max(0, n - NEAR) : n]
    if not word:
        return None
    undone = _undone(ahead)
    if word == "being" and AUXILIARIES.get((ahead or [""])[-1]) != "be":
        return None
    if is_past(word) or word in AUXILIARIES:
        pass
    elif word.endswith("ing"):
        if not {AUXILIARIES.get(w) for w in ahead[-2:]} & {"be"}:
            return None
    elif undone:
        return "not"
    elif ahead[-1:] == ["now"] and word not in _unsaid():
        pass
    elif word not in _present() or set(ahead[-1:]) & listed("pattern", "nominal"):
        return None
    if undone:
        return "not"
    if set(ahead) & _unsaid() or set(ahead[-2:]) & {"always", "often", "usually"}:
        return None
    if set(ahead) & _negative() or _opens_negative(words, n) or set(words[n + 1 : n + 2]) & _negative() - {"without"}:
        return "not"
    return "so"


def _undone(ahead: list[str]) -> bool:
    """Whether words right before a plain verb say that it was not done: "has yet to", "did not", "failed to"."""
    close = ahead[-3:]
    if "to" in close[-1:] and set(close) & {"yet", "failed", "fails", "unable", "refused", "refuses", "declined"}:
        return True
    return bool(set(close) & {"did", "does", "do", "didn't", "doesn't", "don't"}) and bool(
        set(close) & {"not", "never", "didn't", "doesn't", "don't"}
    )


def _opens_negative(words: list[str], n: int) -> bool:
    """Whether the clause begins with a negation and this is among its first verbs ("None of the men who came in")."""
    return words[0] in _negative() and not any(is_past(w) and w not in AUXILIARIES for w in words[1:n])


@cache
def _negative() -> frozenset[str]:
    return listed("pattern", "negative") - {"denied", "denies", "deny", "denying"}


@cache
def _unsaid() -> frozenset[str]:
    """Words before a verb that make it a plan, a wish, a thought or a denial."""
    return (listed("pattern", "future") | listed("pattern", "unreal")) - _negative() - {"about"}


@cache
def _present() -> frozenset[str]:
    """Forms of the present that tell a state: "the harbour lies idle"."""
    verbs = lexicon_words("outcomes")["classes"]["state"].split()
    return frozenset(form for verb in verbs for form in (verb, f"{verb}s", f"{verb}es"))
