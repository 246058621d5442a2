"""A truce and how it is broken: by shots that need no word of the promise."""

from __future__ import annotations

from onrecord.link.clauses import Clause
from onrecord.link.reading import Reading
from onrecord.link.stories import apart
from onrecord.link.vectors import alike
from onrecord.link.who import Party, party, tie
from onrecord.model import Commitment

ONE_MATTER = 0.2
"""How alike the two articles must be."""
DAYS = 400


def of_truce(a: Reading, commitment: Commitment, b: Reading, clause: Clause) -> bool:
    """Whether shots are told while the truce is on, in an article about the same matter that names one of those
    who agreed to it; of one side's promise, that it is the one who shoots.

    A truce of which no end is given is on; one that has run out by the day of the report is over.
    """
    about = a.topics[commitment.id]
    at = about.told("contrary", clause.told)
    if a is b or at is None or about.promisor is None or alike(a.vector, b.vector) < ONE_MATTER:
        return False
    latest = commitment.deadline.latest if commitment.deadline else None
    if (latest and (b.day or "") > latest[:10]) or apart(a, b) > DAYS:
        return False
    if len(about.promisors) > 1:
        return any(_named(b, one) for one in about.promisors)
    before = b.mentioned(clause.span.start, clause.span.start + at)
    return any(tie(party(b.record, (span,), actor), about.promisor) for span, actor in before[-1:])


def _named(b: Reading, who: Party) -> bool:
    return any(tie(party(b.record, (span,), actor), who) for span, actor in b.mentioned(0, len(b.text)))
