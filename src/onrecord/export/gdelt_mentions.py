"""GDELT 2.0: the table of mentions, which leads each event back to the words that report it.

`Extras`, which the codebook reserves and leaves blank, holds a JSON object with what a reader needs to go and look.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from onrecord.export.gdelt import added, global_id, holds, line
from onrecord.export.reported import Mention, Reported, citation, dyads, name_of
from onrecord.link.words import sentences
from onrecord.model import Participant

COLUMNS = (
    "GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier",
    "SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence",
    "MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras",
)  # fmt: skip
WEB, CITATION = "1", "2"
"""Whether `MentionIdentifier` is an address or a citation."""


def lines(events: Iterable[Reported]) -> Iterator[str]:
    """The file, line by line: each mention of each row of the table of events."""
    for one in filter(holds, events):
        for number, pair in enumerate(dyads(one)):
            name = str(global_id(one, number))
            for mention in one.mentions:
                yield line({"GlobalEventID": name, **_cells(one, mention, pair)}, COLUMNS)


def _cells(one: Reported, mention: Mention, pair: tuple[Participant | None, Participant | None]) -> dict[str, str]:
    article = mention.record.article
    return {
        "EventTimeDate": added(one.first), "MentionTimeDate": added(mention),
        "MentionType": WEB if article.url else CITATION,
        "MentionSourceName": (urlsplit(article.url).hostname if article.url else None) or article.outlet or "",
        "MentionIdentifier": citation(mention.record), "SentenceID": str(_sentence(mention)),
        "Actor1CharOffset": _offset(one, mention, pair[0]), "Actor2CharOffset": _offset(one, mention, pair[1]),
        "ActionCharOffset": str(mention.ref.start), "InRawText": "1",
        "Confidence": str(round(100 * mention.event.confidence)), "MentionDocLen": str(len(article.text)),
        "Extras": json.dumps(extras(mention)),
    }  # fmt: skip


def extras(mention: Mention) -> dict[str, object]:
    """The way back: the entry's permanent name, its article and version, the span of its evidence, what made it."""
    record, event = mention.record, mention.event
    return {
        "entry": mention.ref.id, "article": record.article.id, "version": record.article.version,
        "span": list(event.evidence), "factuality": event.factuality, "rule": event.rule,
        "made_with": dict(record.made_with),
    }  # fmt: skip


def _sentence(mention: Mention) -> int:
    """The number of the sentence, from 1."""
    starts = [start for start, _ in sentences(mention.record.article.text)]
    return max(1, bisect_right(starts, mention.ref.start))


def _offset(one: Reported, mention: Mention, party: Participant | None) -> str:
    """Where this article names the party; "" where it names nobody of that name."""
    if party is None:
        return ""
    name = name_of(one.first.record, party)
    for own in (*mention.event.source, *mention.event.target):
        if own.span and name_of(mention.record, own) == name:
            return str(own.span.start)
    return ""
