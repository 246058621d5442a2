"""An entry of a view as a row: what lists choose it by and where it stands among others."""

from __future__ import annotations

import calendar
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from onrecord.ledger.standing import HEAD
from onrecord.lexicon import rows
from onrecord.lexicon.countries import country_of, metonym
from onrecord.link.words import stems
from onrecord.model.moment import moment
from onrecord.model.record import to_plain
from onrecord.model.view import CommitmentView, Dispute, EventView, Series, StatementView, Story, Withdrawn
from onrecord.store.rows_derived import KeptRow, Standing, Tokens

Names = tuple[str | None, ...]
Known = Mapping[str, Standing]
MAPPED = "map"
"""Whose events are that could be placed on the map."""
OPENING = 70
"""Characters of a text that stand for a title where there is none."""
WORDS = ("01", "02", "03", "10", "11", "12", "13")
"""Roots of the CAMEO codes of what is merely said."""
_LOW, _NONE = "\x01", "9999"
"""What stands between the parts of a place: below every character; and the day of what has none."""


def row(name: str, unit: str, view: Any, known: Known) -> KeptRow:
    """The row of an entry of the list `name`, its days left open. `known` are the articles in force, by key."""
    told: dict[str, Any] = dict.fromkeys(("kind", "status", "day", "last", "published", "number", "size", "who"))
    told |= {"words": ""} | ROWS[name](view, known)
    told["place"] = _LOW.join(f"{part:09}" if isinstance(part, int) else part for part in told["place"])
    plain = json.dumps(to_plain(view), separators=(",", ":"))
    return KeptRow(list=name, unit=unit, from_day="", to_day="", json=plain, **told)


def about(words: str | None, kind: str = "t") -> tuple[str, ...]:
    """Tokens of the words that an entry must hold to be about these; of kind "p", its place."""
    return tuple(_token(kind, stem) for stem in sorted(stems(words or "")))


def asked_for(topic: str, actor: str = "", sides: str = "a") -> tuple[tuple[Tokens, ...], ...]:
    """What lists choose by, of rows about a topic (in any form of its words) with an actor on one of the sides."""
    found: list[tuple[Tokens, ...]] = [(about(topic),)] if stems(topic) else []
    if actor:
        found.append(tuple(tokens for side in sides for tokens in meaning(actor, side)))
    return tuple(found)


def span(day: str | None) -> tuple[str, str]:
    """The first and the last day of a day, month or year; "" where there is none.

    >>> span("2031-02"), span("2031-02-05"), span("2031"), span(None)
    (('2031-02-01', '2031-02-28'), ('2031-02-05', '2031-02-05'), ('2031-01-01', '2031-12-31'), ('', ''))
    """
    pieces = [int(n) for n in (day or "")[:10].split("-") if n.isdigit()]
    try:
        match pieces:
            case [year]:
                return date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()
            case [year, month]:
                last = calendar.monthrange(year, month)[1]
                return date(year, month, 1).isoformat(), date(year, month, last).isoformat()
            case [year, month, number]:
                return (date(year, month, number).isoformat(),) * 2
    except ValueError:
        pass
    return "", ""


def _days(day: str | None) -> dict[str, str | None]:
    first, last = span(day)
    return {"day": first or None, "last": last or None}


def is_deed(cameo: str | None) -> bool:
    """Whether something is done and not merely said, by the root of its CAMEO code; talks and meetings are deeds.

    >>> is_deed("190"), is_deed("040"), is_deed("0234"), is_deed(None)
    (True, True, False, True)
    """
    return (cameo or "")[:2] not in WORDS


@cache
def _strain() -> dict[str, float]:
    """How much deeds strain or ease relations, by CAMEO code: the Goldstein value without its sign."""
    return {row["code"]: abs(float(row["goldstein"] or 0)) for row in rows("cameo")}


def meaning(actor: str, side: str = "a") -> tuple[tuple[str, ...], ...]:
    """Tokens by which an actor is meant: what stands for its country, or else all words of its name."""
    code, named = country(actor), tuple(_token(side, stem) for stem in sorted(stems(actor)))
    return tuple(some for some in ((_token(f"{side}c", code),) if code else (), named) if some)


def country(name: str) -> str | None:
    """The country that a name is or stands for. Written small it is looked up with a capital, too."""
    for form in (name, name.title(), name.upper()):
        code = country_of(form) or metonym(form)
        if code:
            return code
    return None


def _token(kind: str, word: str) -> str:
    """A word as a token of letters and digits only."""
    return f"{kind}x{word.encode('utf-8', 'surrogatepass').hex()}"


def _tokens(said: Iterable[str | None], *sides: Names, more: Iterable[str] = ()) -> str:
    found = {*about(" ".join(w for w in said if w)), *more}
    for side, names in zip("ab", sides, strict=False):
        named = [n for n in names if n]
        found |= {_token(side, stem) for stem in stems(" ".join(named))}
        found |= {_token(f"{side}c", code) for code in map(country, named) if code}
    return " ".join(sorted(found))


def _statement(s: StatementView, known: Known) -> dict[str, Any]:
    day = known[s.article].moment[:10]
    return {
        "name": s.id, "kind": s.cue_class, "who": s.speaker, "words": _tokens((s.quote,), (s.speaker, s.source)),
        **_days(day), "number": s.origins, "place": (day or _NONE, s.article, s.start, s.end, s.id),
    }  # fmt: skip


def _commitment(c: CommitmentView, _: Known) -> dict[str, Any]:
    said = (c.action, c.condition, c.promisee, *(step.quote for step in c.history))
    return {
        "name": c.id, "kind": c.kind, "status": c.status, "published": c.made.published, "number": c.origins,
        "size": int(c.outcome_disputed),
        **_days(c.deadline.latest if c.deadline else None), "who": c.promisor_actor,
        "words": _tokens(said, (c.promisor_actor, c.promisor)),
        "place": (moment(c.made.published) or _NONE, c.made.article, c.made.start, c.id),
    }  # fmt: skip


def _dispute(d: Dispute, _: Known) -> dict[str, Any]:
    return {
        "name": d.id, "kind": d.type, "words": _tokens((d.a.quote, d.b.quote), (d.a.source,), (d.b.source,)),
        "place": (d.a.article, d.a.start, d.b.article, d.b.start, d.type, d.id),
    }  # fmt: skip


def _series(s: Series, _: Known) -> dict[str, Any]:
    said = (s.what, s.where, s.unit, *(p.quote for p in s.points))
    differ = len({(p.op, p.low, p.high) for p in s.points}) > 1
    moved = differ or any(p.op != "eq" for p in s.points)
    return {
        "name": s.id, "number": len(s.points), "size": len({p.article for p in s.points}), "who": s.what,
        "kind": "differing" if differ else "bounded" if moved else "constant", "words": _tokens(said),
        "place": (s.what, s.where or "", s.id),
    }  # fmt: skip


def _story(s: Story, known: Known) -> dict[str, Any]:
    said = (s.title, *(label(known[a]) for a in s.articles))
    return {
        "name": s.id, "number": s.origins, "size": len(s.articles), "words": _tokens(said), "place": (min(s.articles),),
    }  # fmt: skip


def label(one: Standing) -> str:
    """What a reader knows an article by: its title, else its first words, else its key."""
    return one.title or opening(one.head) or one.article


def opening(text: str) -> str | None:
    """The first words of a text on one line; None where there are none."""
    first = " ".join(text[:HEAD].split())
    short = first if len(first) <= OPENING else f"{first[:OPENING].rpartition(' ')[0] or first[:OPENING]}…"
    return short or None


def _copies(group: tuple[str, ...], _: Known) -> dict[str, Any]:
    return {"name": group[0], "size": len(group), "place": (group[0],)}


def _event(e: EventView, known: Known) -> dict[str, Any]:
    return {
        "name": e.id, "kind": e.factuality, "status": e.cameo, **_days(e.day), "number": e.origins,
        "who": MAPPED if e.at else None,
        "published": max(((known[a].published or "")[:10] for a in e.articles if a in known), default=""),
        "size": round(10 * _strain().get(e.cameo or "", 0.0)),
        "words": _tokens(
            (e.trigger, e.place, e.source, e.target), (e.source,), (e.target,), more=about(e.place, "p")
        ),
        "place": (e.date or _NONE, e.cameo or "", e.id),
    }  # fmt: skip


def _withdrawn(w: Withdrawn, _: Known) -> dict[str, Any]:
    return {
        "name": w.id, "kind": w.kind, **_days(w.withdrawn), "who": w.who, "words": _tokens((w.quote,), (w.who,)),
        "place": (w.withdrawn, w.article, w.start, w.kind, w.id),
    }  # fmt: skip


ROWS: dict[str, Callable[[Any, Known], dict[str, Any]]] = {
    "statements": _statement, "commitments": _commitment, "disputes": _dispute, "series": _series,
    "stories": _story, "copies": _copies, "events": _event, "withdrawn": _withdrawn,
}  # fmt: skip
"""By list: the name of an entry, what it is chosen by, and its place as parts that are compared one after the other."""
