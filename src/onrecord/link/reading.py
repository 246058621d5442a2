"""A record with what the linkers ask of it, each thing worked out once, when it is first asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from datetime import date
from functools import cached_property

from onrecord.link.answers import Claim, Disavowal, Rejection, claims, disavowals, rejections
from onrecord.link.clauses import Clause, clauses, read_clauses
from onrecord.link.cues import cue, listed
from onrecord.link.figures import Figure, figures
from onrecord.link.gainsaid import Told, told
from onrecord.link.refs import Entry, passage, refs
from onrecord.link.reproaches import Reproach, reproaches
from onrecord.link.shingles import shingles
from onrecord.link.spans import OUTSIDE, told_by
from onrecord.link.topic import Topic, told_back, topic
from onrecord.link.vectors import Embedding, Vector, embedding, vector
from onrecord.link.who import Party, party
from onrecord.link.wire import credited
from onrecord.link.words import Word, content_of, sentences, stem, stems
from onrecord.model import Commitment, Denial, EntryKind, Record, Ref, Span, Spans, Statement, hull
from onrecord.model.moment import day, moment


class Reading:
    """One record as the linkers read it. Everything here depends on that record and shipped tables alone."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._parties: dict[tuple[str, str | None, Spans], Party | None] = {}

    @property
    def text(self) -> str:
        """The article's text."""
        return self.record.article.text

    @property
    def key(self) -> str:
        """The article's key."""
        return self.record.article.id

    @cached_property
    def order(self) -> tuple[str, str, str]:
        """Sort key: moment of publication (undated last), then article key, then version."""
        article = self.record.article
        return (moment(article.published) or "9999", article.id, article.version)

    @cached_property
    def day(self) -> str | None:
        """The UTC day of publication, ISO 8601."""
        return day(self.record.article.published)

    @cached_property
    def number(self) -> int | None:
        """The day of publication, counted from the first of the calendar."""
        return date.fromisoformat(self.day).toordinal() if self.day else None

    @cached_property
    def entries(self) -> dict[Ref, Entry]:
        """The entries by their permanent names."""
        return refs(self.record)

    @cached_property
    def names(self) -> dict[EntryKind, dict[str, Ref]]:
        """Permanent names by kind, then by the ids that the record itself uses."""
        found: dict[EntryKind, dict[str, Ref]] = {}
        for ref, entry in self.entries.items():
            found.setdefault(ref.kind, {})[entry.id] = ref
        return found

    def passage(self, span: Span) -> Ref:
        """The permanent name of words that are no entry."""
        return passage(self.record, span)

    def ref(self, kind: EntryKind, entry_id: str) -> Ref:
        """The permanent name of an entry by its id in the record."""
        return self.names[kind][entry_id]

    @cached_property
    def tokens(self) -> frozenset[str]:
        """The words of the text as printed, in small letters."""
        return frozenset(self.text.casefold().split())

    @cached_property
    def stems(self) -> frozenset[str]:
        """The content stems of the whole text."""
        return frozenset(word.stem for word in self._words)

    @cached_property
    def _words(self) -> tuple[Word, ...]:
        return content_of(self.text)

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """The clauses of the text."""
        return clauses(self.text)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the text."""
        return tuple(Span(*s) for s in sentences(self.text))

    @cached_property
    def clauses_read(self) -> tuple[Clause, ...]:
        """The clauses with what they tell as fact."""
        undertaken: list[Span] = []
        for commitment in self.record.commitments:
            made = commitment.operation in ("make", "reaffirm") and commitment.existence != "denied"
            if made and not _changing(commitment, self.text):
                due = commitment.deadline.span if commitment.deadline else None
                cue_too = () if told_back(self.record, commitment) else commitment.cue
                pieces = (*cue_too, *commitment.action)
                undertaken.extend((hull(pieces),) if pieces else ())
                undertaken.extend((*commitment.condition, *((due,) if due else ())))
        return read_clauses(self.text, self.clauses, undertaken)

    @cached_property
    def outside(self) -> tuple[Span, ...]:
        """The captions, credits and notices."""
        return tuple(p.span for p in self.record.article.parts if p.kind in OUTSIDE)

    @cached_property
    def _mentions(self) -> list[tuple[Span, str]]:
        found = [(m.span, a.id) for a in self.record.actors for m in a.mentions if m.form != "pronoun"]
        return sorted(found)

    def mentioned(self, start: int, end: int) -> list[tuple[Span, str]]:
        """The actors' mentions that begin in a stretch, with the actor's id, in text order; no pronouns."""
        first = bisect_left(self._mentions, (Span(start, start), ""))
        last = bisect_left(self._mentions, (Span(end, end), ""))
        return self._mentions[first:last]

    @cached_property
    def vector(self) -> Vector:
        """What the text is about, for the comparison of stories."""
        return vector(self.text, self._words)

    @cached_property
    def embedding(self) -> Embedding | None:
        """What the article is about, for the same; None where it was read without."""
        return embedding(self.record.embedding) if self.record.embedding else None

    @cached_property
    def runs(self) -> frozenset[int]:
        """Runs of words, for the comparison of copies."""
        return frozenset(shingles(self.text))

    @cached_property
    def wires(self) -> frozenset[str]:
        """The agencies whose story it says it prints."""
        return credited(self.record)

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """What each commitment is about, by its id."""
        return {c.id: topic(self.record, c) for c in self.record.commitments}

    @cached_property
    def _all_figures(self) -> list[Figure]:
        return figures(self.record, self.names.get("quantity", {}))

    @cached_property
    def misquoted(self) -> list[Figure]:
        """The numbers that the outlet names as what was wrong in an earlier report."""
        wrong = [c.span for c in self.clauses_read if c.corrects and cue("wrong", c.text) is not None]
        wrong = [span for span in wrong if self._own_report(told_by(self.record, span))]
        return [f for f in self._all_figures if any(span.holds(f.quantity.span) for span in wrong)]

    def _own_report(self, told: Statement | None) -> bool:
        """Whether the outlet tells something itself, or quotes a report of its own ("Saturday's report said …")."""
        said = stems(" ".join(s.of(self.text) for s in told.source)) if told else frozenset()
        return told is None or bool(said & {stem(w) for w in listed("nouns", "reports")})

    @cached_property
    def figures(self) -> list[Figure]:
        """The numbers that count something lasting, those left out that are told as wrong."""
        return [f for f in self._all_figures if f not in self.misquoted]

    @cached_property
    def figures_by_measure(self) -> dict[str, list[Figure]]:
        """The same by what they measure."""
        found: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            found[figure.measure].append(figure)
        return dict(found)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What is said and can be denied."""
        return claims(self.record, self.names.get("statement", {}))

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """What somebody says was done, or was done by nobody."""
        return told(self.record, self.names.get("statement", {}))

    @cached_property
    def rejections(self) -> tuple[Rejection, ...]:
        """The denials that answer nothing in the article itself."""
        return rejections(self.record, self.names.get("denial", {}))

    @cached_property
    def disavowals(self) -> tuple[Disavowal, ...]:
        """Where somebody says that a promise was never given."""
        return disavowals(self.record, self.sentences, self.names)

    @cached_property
    def reproaches(self) -> tuple[Reproach, ...]:
        """Who blames whom."""
        return reproaches(self.record, self.clauses)

    def speaker(self, statement: Statement) -> Party | None:
        """Who makes a statement."""
        return self._party(statement.id, statement.source, statement.speaker)

    def denier(self, denial: Denial) -> Party | None:
        """Who denies."""
        return self._party(denial.id, denial.denier, denial.denier_actor)

    def _party(self, name: str, spans: tuple[Span, ...], actor: str | None) -> Party | None:
        key = (name, actor, spans)
        if key not in self._parties:
            self._parties[key] = party(self.record, spans, actor)
        return self._parties[key]


def _changing(commitment: Commitment, text: str) -> bool:
    """Whether what is undertaken is itself to move or to drop something ("it will extend the strike")."""
    action = " ".join(span.of(text) for span in commitment.action)
    return any(cue(name, action) for name in ("extended", "withdrawn"))
