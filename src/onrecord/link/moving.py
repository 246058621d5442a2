"""Whether a clause moves the day of an undertaking, or announces the contrary of it."""

from __future__ import annotations

import re

from onrecord.link import deeds
from onrecord.link.bearing import touches
from onrecord.link.clauses import Clause
from onrecord.link.cues import cue, listed, plain, speaks
from onrecord.link.reading import Reading
from onrecord.link.spans import told_by
from onrecord.link.steps import by_another
from onrecord.link.topic import Topic, told_back
from onrecord.link.vectors import alike
from onrecord.link.who import PRONOUNS, tie
from onrecord.link.words import content, stems
from onrecord.model import Commitment, EdgeKind, Span, Statement

ONE_MATTER = 0.1
"""How alike two articles must be where the later gives a later day without the promise's own words."""
_WILL = re.compile(
    r"\b(?:will|would|wo(?=n['’]t))(?P<not> not| no longer| never|n['’]t)?(?: be)? "
    r"(?P<verb>\w+(?: (?:out|off|back|down|up|in|over))?)"
)
_REFUSED = re.compile(
    r"\b(?:refused|declined) (?:on \w+ )?to (?:be )?(?P<verb>\w+(?: (?:out|off|back|down|up|in|over))?)"
)
_NONE = re.compile(r"\bthere (?:will|would|is to|are to) be no (?P<thing>[\w '’-]{2,60})", re.IGNORECASE)
"""It will not come ("there will be no toll")."""
_ONLY = frozenset({"until", "till", "unless", "if", "before"})
BEHIND = 200
"""Characters behind such a clause."""
KEPT = 5
"""Words behind "will keep" in which stands how it is kept ("will keep the mill open")."""
THREATS = ("threat", "ultimatum")


def moved(commitment: Commitment, about: Topic, b: Reading, clause: Clause) -> bool:
    """Whether a clause that speaks of the matter sets a later day for it, or puts it off."""
    return by_promisor("extended", about, b, clause) or _new_date(commitment, about, b, clause)


def drops(a: Reading, one: Commitment) -> bool:
    """Whether it is undertaken that there will be no such thing: "there will be no toll" drops a plan for one."""
    return any(_NONE.match(span.of(a.text)) for span in one.action)


def renewed(commitment: Commitment, about: Topic, other: Commitment, new: Topic, clause: Clause) -> bool:
    """Whether what is undertaken right behind a clause that moves a term is the same, with a later day ("it needed two
    more weeks. The last crews would now leave by 4 May")."""
    terms = [c.deadline.latest for c in (commitment, other) if c.deadline and c.deadline.latest]
    later = len(terms) == 2 and terms[0] < terms[1]
    behind = 0 <= other.evidence.start - clause.span.end <= BEHIND
    one_deed = bool({*about.families} & {*new.families}) or about.verb == new.verb
    return later and behind and one_deed and commitment.polarity == other.polarity


def by_promisor(name: str, about: Topic, b: Reading, clause: Clause) -> bool:
    """Whether the clause reports that the promisor, or nobody who is named, moves it or takes it back."""
    at = speaks(name, clause.told, about.words)
    return at is not None and not by_another(b, clause, at, about)


def _days(b: Reading, clause: Clause) -> list[str]:
    return [t.last_day for t in b.record.times if clause.span.holds(t.span) and t.last_day]


def _new_date(commitment: Commitment, about: Topic, b: Reading, clause: Clause) -> bool:
    """Whether it "will now" be done on a day after the deadline, "not before" it, or then "instead" of the old day."""
    latest = commitment.deadline.latest if commitment.deadline else None
    if latest is None:
        return False
    days = set(_days(b, clause))
    other = bool({"now", "instead"} & set(plain(clause.text).split())) or cue("longer", clause.text) is not None
    changed = latest[:10] in days or other
    at = speaks("moved_to", clause.told, frozenset())
    if at is not None and max(days, default="") > latest[:10] and not by_another(b, clause, at, about):
        return True
    at = speaks("new_date", clause.text, frozenset())
    return changed and max(days, default="") > latest[:10] and at is not None and not by_another(b, clause, at, about)


def deadline_moved(a: Reading, commitment: Commitment, about: Topic, b: Reading, clause: Clause) -> bool:
    """Whether the promisor moves the deadline as such, or says that it will take longer, without other words for what
    was promised."""
    if not (commitment.deadline and about.promisor):
        return False
    if "deadline" not in plain(clause.text).split():
        return _longer(a, commitment, about, b, clause)
    if about.promisor.head not in clause.stems or not about.action & b.stems:
        return False
    return by_promisor("extended", about, b, clause)


def _longer(a: Reading, commitment: Commitment, about: Topic, b: Reading, clause: Clause) -> bool:
    """Whether somebody of the promisor's gives a later day in an article about the same matter ("repairs would take
    until 4 May"), where it had one thing to do by a day."""
    latest = commitment.deadline.latest if commitment.deadline else None
    if a is b or latest is None or max(_days(b, clause), default="") <= latest[:10]:
        return False
    if not (_gives_time(about, b, clause) or (cue("longer", clause.text) and _speaks(b, clause, about))):
        return False
    due = [
        c
        for c in a.record.commitments
        if c.deadline and c.deadline.latest and tie(a.topics[c.id].promisor, about.promisor)
    ]
    return len(due) == 1 and alike(a.vector, b.vector) >= ONE_MATTER


def _speaks(b: Reading, clause: Clause, about: Topic) -> bool:
    """Whether the clause is what somebody of the promisor's says."""
    saying = [s for s in b.record.statements if any(c.overlaps(clause.span) for c in s.content)]
    return any(tie(b.speaker(s), about.promisor) for s in saying)


def _gives_time(about: Topic, b: Reading, clause: Clause) -> bool:
    """Whether the promisor gives himself or others more time ("gave the town three more days, until Friday")."""
    named = about.promisor is not None and bool(about.promisor.words & clause.stems)
    if named and cue("own_time", clause.text) is not None:
        return True
    return named and cue("more_time", clause.text) is not None and by_promisor("extended", about, b, clause)


def contrary(commitment: Commitment, about: Topic, b: Reading, clause: Clause) -> EdgeKind | None:
    """What it means that the promisor's side "will" do the contrary, or will not do it: for a time or for good."""
    if commitment.polarity == "-" or about.goes_on or about.promisor is None:
        return None
    will = _against(about, clause)
    if will is None or not _of_it(about, clause) or by_another(b, clause, will, about):
        return None
    if any(told_back(b.record, c) for c in b.record.commitments if c.evidence.overlaps(clause.span)):
        return None
    at = clause.span.start + will
    told = told_by(b.record, Span(at, at + 1))
    speaker = b.speaker(told) if told else None
    side = any(tie(speaker, one) for one in (about.promisor, *about.tellers))
    if told and not (side or _its(b, told, about, clause)):
        return None
    latest = commitment.deadline.latest if commitment.deadline else None
    days = [last for last in _days(b, clause) if last > (b.day or "")]
    if not days:
        return "withdrawn"
    return "extended" if commitment.kind not in THREATS and latest and max(days) > latest[:10] else None


def _of_it(about: Topic, clause: Clause) -> bool:
    """Whether a clause, with what is undertaken in it, speaks of what was promised, or the promisor of himself."""
    himself = not about.heads and about.promisor is not None and bool(about.promisor.words & clause.stems)
    return himself or touches(about, clause.text) or about.heads <= clause.stems


def _against(about: Topic, clause: Clause) -> int | None:
    """Where a clause says that the contrary "will" be done, or that it will not be done; None: nowhere.

    What is only put off to a condition or for a time is neither ("will not leave until", "unless").
    """
    none = _NONE.search(clause.text)
    if none and stems(none["thing"]) & about.heads:
        return none.start()
    against, own = deeds.opposites(about.families), about.verbs | {about.deed}
    refused = _REFUSED.search(clause.told)
    if refused and stems(refused["verb"]) & own:
        return refused.start()
    if set(plain(clause.text).split()) & _ONLY:
        return None
    for found in _WILL.finditer(clause.text):
        verb, ahead = stems(found["verb"]), plain(clause.text[: found.start()]).split()[-8:]
        if found["not"] is None and set(ahead) & listed("pattern", "negative"):
            continue  # "not one of them would stay"
        if verb & (own if found["not"] else against):
            return found.start()
        kept = found["not"] is None and any(deeds.upkeep(one) for one in verb)
        if kept and against & stems(" ".join(clause.text[found.end() :].split()[:KEPT])):
            return found.start()
    return None


def _its(b: Reading, told: Statement, about: Topic, clause: Clause) -> bool:
    """Whether the speaker is somebody of the promisor's, who is named in the clause ("…, its minister said")."""
    first = plain(" ".join(s.of(b.text) for s in told.source)).split()[:1]
    return bool(set(first) & PRONOUNS) and about.promisor is not None and bool(about.promisor.words & clause.stems)


def opposed(about: Topic, clause: Clause) -> bool:
    """Whether the contrary of the deed is told as done ("will be expelled": "was readmitted")."""
    if about.told("contrary", clause.told) is not None:
        return True
    unsaid = listed("pattern", "negative") | listed("pattern", "future")
    if set(plain(clause.told).split()) & unsaid:
        return False
    against = deeds.opposites(about.families)
    return any(
        w.stem in against and about.fits(clause.told, deeds.Place(w.start, (w.stem,))) for w in content(clause.told)
    )
