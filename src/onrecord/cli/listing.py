"""What was found in an article, for people: each entry with the words of the article that carry it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord.cli.terminal import line
from onrecord.export.wording import addressed, deed
from onrecord.model import Commitment, Deadline, Denial, Event, Place, Quantity, Record, Span, Statement, Time, trim

WIDEST = 110
"""Columns of a terminal that are used: longer lines are hard to read."""
_BOUNDS = {"eq": "", "approx": "about ", "lt": "less than ", "le": "at most ", "gt": "more than ", "ge": "at least "}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the listing: how far it is set in, and its words."""

    depth: int
    words: Text


def show(record: Record) -> None:
    """Print an article's listing to stdout: coloured and wrapped in a terminal, plain and whole elsewhere."""
    console = Console(highlight=False, soft_wrap=True)
    for row in listing(record):
        if console.is_terminal and row.words:
            width = min(console.width, WIDEST)
            console.print(Padding(row.words, (0, 0, 0, 2 * row.depth), expand=False), width=width, soft_wrap=False)
        else:
            print(f"{'  ' * row.depth}{row.words.plain}")


def listing(record: Record) -> Iterator[Row]:
    """The article's title, then its statements, commitments, denials, events, quantities, times and places."""
    article = record.article
    first = next((p.span.of(article.text) for p in article.parts if p.kind == "headline"), None)
    body = next((p.span.of(article.text) for p in article.parts if p.kind == "body"), article.text)
    name = article.title or first or f"{line(body)[:70]}…"
    told = (article.outlet, article.published or "no date: nothing relative is resolved", article.id[:16])
    yield Row(0, Text(line(name), "bold"))
    yield Row(0, Text(" · ".join(line(t) for t in told if t), "dim"))
    quoted = _Quoted(record)
    for head, rows in (
        ("Statements", map(quoted.statement, record.statements)),
        ("Commitments", map(quoted.commitment, record.commitments)),
        ("Denials", map(quoted.denial, record.denials)),
        ("Events", map(quoted.event, record.events)),
        ("Quantities", map(quoted.quantity, record.quantities)),
        ("Times", map(quoted.time, record.times)),
        ("Places", map(quoted.place, _distinct(record))),
    ):
        found = list(rows)
        if found:
            yield Row(0, Text(""))
            yield Row(0, Text().append(head, "bold cyan").append(f"  {len(found)}", "dim"))
            for entry in found:
                yield from entry
    yield Row(0, Text(""))


def _distinct(record: Record) -> Iterator[Place]:
    """Each place once for each use, where it first stands."""
    seen = set()
    for place in record.places:
        if (key := (place.name, place.use, place.lat)) not in seen:
            seen.add(key)
            yield place


class _Quoted:
    """Makes an entry's lines from the words of its article."""

    def __init__(self, record: Record) -> None:
        self._text = record.article.text
        self._actors = {a.id: a for a in record.actors}
        self._places = {p.id: p for p in record.places}

    def statement(self, s: Statement) -> list[Row]:
        kind = " · ".join(str(v) for v in (s.cue_class, s.speech_act, s.certainty) if v and v != "unknown")
        head = self._who(s.speaker, s.source).append(f"  {self._words(s.cue)}")
        if s.addressee:
            head.append(f" ({addressed(self._words(s.addressee))})")
        head.append(f"  {kind}{' · in the negative' if s.polarity == '-' else ''}", "dim")
        if s.existence != "asserted":
            head.append(f"  {'not said' if s.existence == 'denied' else 'left open'}", "yellow")
        return [Row(1, head), Row(2, self._quote(s.content))]

    def commitment(self, c: Commitment) -> list[Row]:
        head = self._who(c.promisor_actor, c.promisor).append(f"  {c.kind}", "bold yellow")
        if c.promisee:
            head.append(f" ({addressed(self._words(c.promisee))})")
        head.append(f"  {deed(self._words(c.action), c.polarity)}")
        for told, term in (("", c.deadline), ("instead of ", c.old_deadline)):
            if term:
                head.append(f"  {told}{self._term(term)}", "magenta")
        notes: list[str] = [v for v in (c.operation, c.existence) if v not in ("make", "asserted")]
        notes += [f"as told by {' > '.join(self._words([s]) for s in c.reported_by)}"] if c.reported_by else []
        notes += [f"condition: {self._words(c.condition)}"] if c.condition else []
        head.append("".join(f"  {note}" for note in notes), "dim")
        return [Row(1, head), Row(2, self._evidence(c.evidence, c.action, "yellow", c.cue))]

    def denial(self, d: Denial) -> list[Row]:
        head = self._who(d.denier_actor, d.denier).append(
            f"  {'denies' if d.kind == 'denial' else 'doubts'}", "bold red"
        )
        head.append(f"  {self._words(d.denied)}")
        return [Row(1, head), Row(2, self._evidence(d.evidence, d.denied, "red", d.cue))]

    def event(self, e: Event) -> list[Row]:
        code = " ".join(v for v in (e.cameo and f"CAMEO {e.cameo}", e.plover and e.plover.type) if v)
        real = e.factuality in ("happened", "ongoing")
        head = Text().append(self._words(e.trigger), "bold").append(f"  {e.factuality}", "green" if real else "yellow")
        sides = [", ".join(self._side(p.actor, p.span) for p in side) for side in e.sides]
        if any(sides):
            head.append(f"  {sides[0] or '?'} → {sides[1]}" if sides[1] else f"  {sides[0]}")
        head.append(f"  {code}", "dim")
        return [Row(1, head), Row(2, self._evidence(e.evidence, e.trigger, "green"))]

    def quantity(self, q: Quantity) -> list[Row]:
        said = self._quote([q.span])
        if q.op == "range":
            value = f"{_number(q.low)} to {_number(q.high)}"
        else:
            value = f"{_BOUNDS[q.op]}{_number(q.high if q.high is not None else q.low)}"
        place = self._places.get(q.place or "")
        said.append(f"  {value} {line(q.unit)}{f' in {line(place.name)}' if place else ''}", "dim")
        return [Row(1, said)]

    def time(self, t: Time) -> list[Row]:
        return [
            Row(1, self._quote([t.span]).append(f"  {_days(t.earliest, t.latest) or t.value or 'not resolved'}", "dim"))
        ]

    def place(self, p: Place) -> list[Row]:
        where = ", ".join(line(v) for v in (p.name, p.admin1, p.country) if v)
        point = f" ({p.lat:.2f}, {p.lon:.2f})" if p.lat is not None and p.lon is not None else ""
        use = "  stands for who acts there" if p.use == "metonymic" else ""
        return [Row(1, self._quote([p.span]).append(f"  {where}{point}{use}", "dim"))]

    def _words(self, spans: Iterable[Span]) -> str:
        return " … ".join(line(span.of(self._text)) for span in spans)

    def _who(self, actor: str | None, spans: Sequence[Span]) -> Text:
        """The actor by name; what the article calls him where that is another name."""
        said, found = self._words(spans), self._actors.get(actor or "")
        if not found:
            return Text().append(said or "nobody named", "bold")
        name = line(found.name)
        country = f" ({found.country})" if found.country else ""
        return (
            Text()
            .append(name, "bold")
            .append(f"{country}{'' if not said or name in said else f', here “{said}”'}", "dim")
        )

    def _side(self, actor: str | None, span: Span | None) -> str:
        found = self._actors.get(actor or "")
        return line(found.name) if found else self._words([span]) if span else "?"

    def _term(self, term: Deadline) -> str:
        said = f"“{self._words([term.span])}” " if term.span else ""
        return f"{said}({_days(term.earliest, term.latest) or 'no date'})"

    def _quote(self, spans: Iterable[Span]) -> Text:
        return Text(f"“{self._words(spans)}”")

    def _evidence(self, evidence: Span, spans: Sequence[Span], style: str, cue: Sequence[Span] = ()) -> Text:
        """The evidence word for word, with the words in question set off."""
        whole = trim(self._text, evidence)
        shown = Text("“" + "".join(_flat(c) for c in whole.of(self._text)) + "”")
        for found, look in ((spans, style), (cue, "bold")):
            for span in found:
                if whole.overlaps(span):
                    shown.stylize(look, span.start - whole.start + 1, span.end - whole.start + 1)
        return shown


def _flat(sign: str) -> str:
    """One character for one, line breaks as blanks, safe for a terminal."""
    return sign if sign.isprintable() else " " if sign.isspace() else "\ufffd"


def _number(value: float | None) -> str:
    if value is None:
        return "?"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,g}"


def _days(earliest: str | None, latest: str | None) -> str:
    if earliest and latest and earliest != latest:
        return f"{earliest} to {latest}"
    return (latest and f"{'' if earliest else 'until '}{latest}") or (earliest and f"from {earliest}") or ""
