"""Whose word something is, for a reader: a name or the printed phrase, never a pronoun by itself."""

from __future__ import annotations

import re

from onrecord.link.spans import told_by, words_of
from onrecord.link.who import PRONOUNS
from onrecord.model import Actor, Record, Spans

_OWNER = re.compile(r"(?:['’]s|(?<=s)['’])$")


def named(record: Record, spans: Spans, actor_id: str | None = None) -> str | None:
    """The phrase as printed; for a pronoun the actor that it stands for, `unnamed (“they”)` where that is not known.

    `actor_id` is the actor behind the phrase where an entry says so. None where there are no words.
    """
    words = words_of(record, spans)
    if words is None:
        return None
    if not is_pronoun(words):
        return _OWNER.sub("", words)
    actor = next((a for a in record.actors if a.id == actor_id), None) or _mentioned(record, spans)
    return actor.name if actor and actor.name and not is_pronoun(actor.name) else unnamed(words)


def is_pronoun(words: str) -> bool:
    """Whether the words say nothing of who is meant.

    >>> is_pronoun("They"), is_pronoun("they all said"), is_pronoun("the two")
    (True, False, False)
    """
    return words.casefold() in PRONOUNS


def unnamed(words: str) -> str:
    """Nobody in particular, with the words that stand there.

    >>> unnamed("they")
    'unnamed (“they”)'
    """
    return f"unnamed (“{words}”)"


def source_name(record: Record, span: tuple[int, int]) -> str | None:
    """Whoever is the source of what stands in a stretch, or the outlet where nobody is named."""
    statement = told_by(record, span)
    if statement is None:
        return record.article.outlet
    return named(record, statement.source, statement.speaker) or record.article.outlet


def _mentioned(record: Record, spans: Spans) -> Actor | None:
    """The actor that is mentioned in just these words."""
    return next((a for a in record.actors if any(m.span == s for m in a.mentions for s in spans)), None)
