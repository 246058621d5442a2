"""`onrecord show`: one entry, or one article, with its words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer

from onrecord.cli import lines
from onrecord.cli.derivation import derivation, rule_of
from onrecord.cli.opened import line, opened, plain
from onrecord.errors import LedgerError
from onrecord.export.brief_lines import SeriesLine
from onrecord.export.brief_text import group_lines
from onrecord.export.fields import fields
from onrecord.export.grouped import group
from onrecord.export.printed import sources
from onrecord.ledger import Found, Ledger
from onrecord.link.refs import anchor, refs, whole
from onrecord.model import Article, Record

LISTED = ("statement", "commitment", "denial", "event", "quantity")
"""Kinds of entries that an article lists."""
READ = 80
"""Articles with a person's name, and latest ones, that are read to tell who else the person is."""


def show(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument(help="The name of an entry, a group or an article.")],
    why: Annotated[bool, typer.Option("--why", help="The rule and the words that made it.")] = False,
    source: Annotated[bool, typer.Option("--source", help="The original bytes, their hash and origin.")] = False,
    as_of: Annotated[str | None, typer.Option(help="Status and history on that day. Default: the latest.")] = None,
) -> None:
    """One entry or article; with --why what made it, with --source what it came from.

    With --why an article lists its times, places and actors too, and the rule of each entry. Of a commitment also its
    status and what is reported to have become of it, of a number its other reports.
    """
    id = id.strip("[] ")
    with opened(ctx) as ledger:
        try:
            found = ledger.entry(id)
        except LedgerError:
            found = None
        if found is not None:
            record = ledger.article(found.ref.article, found.ref.version)
            _entry(record, found)
            if why:
                _why(record, found)
            if why and found.ref.kind == "actor":
                _who(ledger, found)
        grouped = _group(ledger, (id, found.redirect if found else None), as_of)
        if found is None and not grouped:
            _article(ledger, id, why)
        for edge in ledger.links(id) if why else ():
            print(f"  tied by  {edge.rule}: {edge.a.kind} [{edge.a.id}], {edge.b.kind} [{edge.b.id}]")
        if source:
            if found is None and grouped:
                raise LedgerError(f"{id}: several articles; ask for the source of one of them")
            _source(ledger, *((found.ref.article, found.ref.version) if found else (id, None)))


def _head(article: Article) -> str:
    """Which article, in one line."""
    return "  ".join(line(v) for v in (article.id, article.published or "undated", article.outlet, article.title) if v)


def _entry(record: Record, found: Found) -> None:
    article = found.article
    print(f"{found.ref.kind} {found.id}")
    print(f"  in       {_head(article)}")
    if found.quote:
        print(f"  words    “{line(found.quote)}”  [{found.evidence.start}, {found.evidence.end}]")
    for one in fields(record, found.corrected or found.data or {}, found.data):
        pointed = f"  [{one.entry}]" if one.entry else ""
        was = f"  (set by a reviewer; as extracted: {line(one.was)})" if one.was else ""
        print(f"  {one.name:<8} {line(one.words)}{pointed}{was}")
    states = {
        "struck out by a reviewer": found.rejected,
        f"withdrawn by the outlet: not printed since {found.withdrawn_on}": found.withdrawn,
        "no longer found by the newest extraction": found.superseded,
    }  # fmt: skip
    for words, holds in states.items():
        if holds:
            print(f"  state    {words}")
    if found.redirect:
        print(f"  now      {found.redirect}")
    for decision in found.corrections:
        change = f" {decision.field} = {decision.value!r}" if decision.field else ""
        words = f"{decision.decision}{change}{f' ({decision.note})' if decision.note else ''}"
        print(f"  review   {decision.time} {line(decision.author)}: {line(words)}")


def _why(record: Record, found: Found) -> None:
    if found.ref.kind != "actor":  # what tells who it is stands below
        print(f"  rule     {found.rule or 'not named'}")
    print(f"  anchor   “{line(found.anchor)}”  [{found.ref.start}, {found.ref.end}]")
    for name, words in derivation(record, found.ref):
        print(f"  {name:<8} {line(words)}")
    print(f"  made by  {', '.join(f'{name} {value}' for name, value in sorted(found.made_with.items()))}")


def _who(ledger: Ledger, found: Found) -> None:
    """The other mentions of the same person in other articles, and by what they were joined."""
    actor = found.corrected or found.data or {}
    name = str(actor.get("name") or "").split()
    near = {hit.article for hit in ledger.found(f'"{name[-1]}"')[:READ]} if name else set()
    keys = {found.ref.article, *near, *(one.article for one in ledger.known_articles()[:READ])}
    person = next((p for p in ledger.persons(None, keys) if found.ref in {s.ref for s in p.sightings}), None)
    if person is None or len(person.sightings) == 1:
        return
    print(f"  person   {line(person.name)}, in {len({s.ref.article for s in person.sightings})} articles:")
    for join in person.joins:
        print(f"           [{join.a.id}] [{join.b.id}] {line(join.why)}")


def _group(ledger: Ledger, names: Iterable[str | None], as_of: str | None) -> bool:
    """Whether the view of a day has a commitment, dispute, number or story of one of the names; it is then printed."""
    if ledger.last_day() is None:
        return False
    view = ledger.as_of(as_of)
    known = sources(ledger.articles(view.as_of))
    for name in names:
        if name and (found := group(view, known, name)):
            if isinstance(found, SeriesLine) and len(found.points) == 1:
                continue  # a number that nothing else counts
            print(f"  as of    {view.as_of}")
            lines.show(group_lines(found))
            return True
    return False


def _article(ledger: Ledger, key: str, why: bool) -> None:
    """The article with its text and the names of its entries; `why`: times, places and actors too, and the rules."""
    try:
        record = ledger.article(key)
    except LedgerError:
        if ledger.removed(key):
            raise
        raise LedgerError(
            f"{key}: nothing here has that name; entries have names like c0123456789abcdef, which `brief`, "
            "`deadlines` and `said` print in brackets; articles go by their key, which `search` prints"
        ) from None
    article = record.article
    print(_head(article))
    for row in ledger.versions(key):
        print(f"  version  {row.version[:16]}  {row.moment or 'undated'}  known from {row.known_from}")
    print(f"\n{plain(article.text)}\n")
    for ref, entry in refs(record).items():
        if ref.kind in LISTED or (why and ref.kind in ("time", "place", "actor")):
            rule = f"  {rule_of(entry)}" if why and rule_of(entry) else ""
            trigger = f"{line(anchor(entry).of(article.text))}: " if ref.kind == "event" else ""
            print(f"  {ref.kind:<10} {ref.id}  {trigger}“{line(whole(entry).of(article.text))}”{rule}")


def _source(ledger: Ledger, key: str, version: str | None) -> None:
    row = ledger.original(key, version)
    print(f"sha256     {row.sha256}\nretrieved  {row.retrieved_at}")
    print(f"from       {line(row.address) or 'handed in by a program'}\n")
    print(plain(row.data.decode("utf-8", "replace")))
