"""A clause that may tell what became of a commitment: its words, who does what in it, and whether it is a report."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon import words as lexicon_words
from onrecord.link.clauses import Clause
from onrecord.link.cues import listed, plain
from onrecord.link.phrases import frame
from onrecord.link.reading import Reading
from onrecord.link.spans import around
from onrecord.link.topic import Topic
from onrecord.link.who import PRONOUNS, Party, party, tie
from onrecord.link.words import of_land, stem, stems, total
from onrecord.model import EdgeKind, Span, Statement, hull

_BEHIND = re.compile(r"\b(?:to|in|into|from|at|on|for|over|across|near|with|against|through|around|inside) (?:the )?\Z")
_AND = re.compile(r"(?:,| and|, and|,? together with|,? along with|,? with) (?:the )?")
_AGENT = re.compile(r"\w+ by (?!\d)((?:an? |the )?[\w'’-]+(?: [\w'’-]+)?)")
"""A participle and who did it; "rose by 12 percent" names nobody."""
_ADJECTIVE = re.compile(r"[a-z]{3}(?:ian|ish|ese|ean)\Z")
"""The adjective of a land, by its form."""
OWN = frozenset({"sack", "hire", "strike", "cut", "raise", "level"})
"""Families of deeds that a firm does in its own house."""
_RARE = 0.9
"""Weight of a word from which it is taken for a name."""
NO_REPORT = frozenset({"predict", "hope", "ask", "demand", "doubt", "threaten", "deny", "offer"})
"""Cue classes of statements whose content is no report of what happened."""
TO_COME = frozenset({"promise", "assure", "plan"})
"""Cue classes of statements whose content can set a date, and is no report of a deed."""
MOVES = frozenset({"extended", "withdrawn", "narrowed", "corrected", "condition_failed"})


def own(b: Reading, clause: Clause) -> bool:
    """Whether the clause is no report: it stands in a caption, a credit, a notice, or asks."""
    return clause.asks or any(part.overlaps(clause.span) for part in b.outside)


def by_another(b: Reading, clause: Clause, at: int, about: Topic) -> bool:
    """Whether the party named last before the word at `at` of the clause, what was promised aside, is not the
    promisor's; of several named together none is."""
    if about.promisor is None or about.promisor.words <= {stem(w) for w in listed("nouns", "joint")}:
        return False
    agent = _AGENT.match(clause.text, at)
    if agent and not set(plain(agent.group(1)).split()) & _measures() and not _named_by(agent.group(1), about.promisor):
        return not stems(agent.group(1)) & about.doer
    if about.doer & agent_of(clause, at):
        return False  # "was hit in the leg by one of the guards"
    others = [
        (span, who) for span, who in _before(b, clause, at) if not stems(span.of(b.text)) <= about.words | about.person
    ]
    if not others:
        return _of_speaker(b, clause, about)
    return not any(
        _his_state(who, about.promisor)
        or any(tie(who, one) for one in (about.promisor, *about.tellers))
        or _named_by(span.of(b.text), about.promisor)
        or _organ(who, about.promisor)
        for span, who in _together(b.text, others)
    )


def agent_of(clause: Clause, at: int) -> frozenset[str]:
    """The stems of whoever did what is told in the passive at a place; none where nobody is named."""
    if plain(clause.text[at:]).split()[:1] not in (["was"], ["were"]):
        return frozenset()
    rest = plain(clause.text[at:]).split()[2:12]
    behind = rest[rest.index("by") + 1 :][:4] if "by" in rest else []
    return stems(" ".join(behind))


@cache
def _measures() -> frozenset[str]:
    """Words behind "by" that tell how much or by when."""
    table = lexicon_words("parts")["dateline"]
    days = {word.casefold() for name in ("months", "weekdays") for word in table[name].split()}
    return listed("pattern", "counting") | days | {"about", "nearly", "almost", "more", "up", "over", "end", "noon"}


def _together(text: str, named: list[tuple[Span, Party | None]]) -> list[tuple[Span, Party | None]]:
    """The first of the parties, given the nearest first, with those that are named along with it ("Norland and
    Sarvia")."""
    last = 0
    while last + 1 < len(named) and _AND.fullmatch(text, named[last + 1][0].end, named[last][0].start):
        last += 1
    return named[: last + 1]


def _named_by(phrase: str, promisor: Party) -> bool:
    """Whether the words share one with the promisor's, or are those of his land ("Ruvian guards": "Ruvia's army")."""
    words = stems(phrase)
    if words & promisor.words:
        return True
    return any(of_land(word, name) or of_land(name, word) for word in words for name in promisor.words)


def _organ(who: Party | None, promisor: Party) -> bool:
    """Whether the party is one of those who act for whoever governs, of no land that is named ("police")."""
    bare = who is not None and not who.country and who.words <= _stems_of("organs")
    return bare and bool(promisor.words & _stems_of("rulers"))


@cache
def _stems_of(name: str) -> frozenset[str]:
    return frozenset(stem(w) for w in listed("nouns", name))


def _his_state(who: Party | None, promisor: Party) -> bool:
    """Whether the party is the state that a person speaks for who undertook something, whatever he is called."""
    return who is not None and promisor.kind == "person" and who.kind == "state" and who.country == promisor.country


def by_rival(b: Reading, clause: Clause, at: int, about: Topic) -> bool:
    """Whether another state does in the clause, by a verb in the active at `at`, what the promisor undertook."""
    passive = set(plain(clause.text[:at]).split()[-3:]) & {"was", "were", "been", "being", "is", "are", "be"}
    if about.promisor is None or passive:
        return False
    for span, who in _before(b, clause, at):
        subject = clause.text[: span.end - clause.span.start].strip() in (span.of(b.text), f"The {span.of(b.text)}")
        if who is None or (stems(span.of(b.text)) <= about.words and not subject):
            continue
        known = bool(who.country and about.promisor.country) or who.kind == about.promisor.kind == "state"
        one_kind = (_bare(who) and _bare(about.promisor)) or _of_house(who, about)
        known = known or (one_kind and about.promisor.words.isdisjoint(clause.stems))
        return known and tie(who, about.promisor) is None and not _his_state(who, about.promisor)
    return _of_other_land(clause, at, about.promisor)


def _of_other_land(clause: Clause, at: int, promisor: Party) -> bool:
    """Whether whoever does it is called by the adjective of a land, or is a land, and what a state undertook is of
    another one ("a Norlandish ship reached the isle": "the Ruvian government promised")."""
    own = promisor.words
    if not any(_ADJECTIVE.search(word) for word in own) and promisor.kind != "state":
        return False
    subject = frame(clause.told, at).subject
    named = [w for n, w in enumerate(subject) if w[:1].isupper() and "'" not in w and (n or len(subject) == 1)]
    lands = {stem(w) for w in named if _ADJECTIVE.search(w) or (len(subject) == 1 and total({stem(w)}) >= _RARE)}
    return bool(lands) and not any(_one_land(land, word) for land in lands for word in own)


def _one_land(a: str, b: str) -> bool:
    return a == b or of_land(a, b) or of_land(b, a) or (len(a) > 4 and a[:4] == b[:4])


def _of_house(who: Party, about: Topic) -> bool:
    """Whether a firm does with its own people or prices what another one undertook."""
    firms = about.promisor is not None and who.kind == about.promisor.kind == "organisation"
    return firms and bool(OWN & {*about.families}) and who.name is not None and who.known


def _bare(who: Party) -> bool:
    """Whether a party is called by one name alone, as lands are."""
    return who.kind in ("state", "organisation", None) and len(who.words) == 1 and total(who.words) >= _RARE


def _before(b: Reading, clause: Clause, at: int) -> list[tuple[Span, Party | None]]:
    """The parties named in the clause before a place in it, the nearest first; no pronouns, and nobody behind a
    preposition ("sent to Norland was called off")."""
    start, end = clause.span.start, clause.span.start + at
    here = [
        (span, actor) for span, actor in b.mentioned(start, end)
        if span.end <= end and not _BEHIND.search(b.text, max(start, span.start - 16), span.start)
    ]  # fmt: skip
    nearest = sorted(here, key=lambda m: (-m[0].end, m[0].start, m[1]))
    return [(span, party(b.record, (span,), actor)) for span, actor in nearest]


def _of_speaker(b: Reading, clause: Clause, about: Topic) -> bool:
    """Whether the clause is what another speaker says of himself ("the union said it had called off its own march")."""
    first = plain(clause.text).split()[:1]
    telling = around(b.record, clause.span)
    if not telling or not set(first) & PRONOUNS:
        return False
    speaker = b.speaker(telling[-1])
    return speaker is not None and tie(speaker, about.promisor) is None


def _remembered(b: Reading, told: Statement) -> bool:
    """Whether the promise is only an aside to the deed: "mail resumed on Monday, as the post office had promised"."""
    if told.cue_class not in TO_COME or not told.cue:
        return False
    here = [*told.source, *told.cue]
    start = min(s.start for s in here)
    ahead = plain(b.text[max(0, start - 30) : start]).split()[-2:]
    return bool(ahead) and "as" in ahead and "had" in plain(hull(here).of(b.text)).split()


def _enacted(b: Reading, told: Statement) -> bool:
    """Whether somebody votes for what he has in his hands or orders it: no plan of it any more."""
    verbs = {stem(verb) for verb in listed("verbs", "enacting")}
    return any(stems(part.of(b.text)) & verbs for part in told.cue)


def no_report(b: Reading, span: Span, kind: EdgeKind) -> bool:
    """Whether the clause only stands in what somebody predicts, asks or hopes, or what the article shows denied."""
    telling = [s for s in around(b.record, span) if not _remembered(b, s) and not _enacted(b, s)]
    if kind == "condition_failed":
        return any(s.cue_class in ("predict", "hope", "ask") for s in telling)
    if any(s.cue_class in NO_REPORT or (kind not in MOVES and s.cue_class in TO_COME) for s in telling):
        return True
    answered = {d.target for d in b.record.denials}
    return any(s.id in answered for s in telling)
