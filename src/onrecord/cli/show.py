"""`onrecord show`: one entry, or one article, with its words."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any

import typer

from onrecord.cli.opened import line, opened, plain
from onrecord.errors import LedgerError
from onrecord.ledger import Found, Ledger
from onrecord.link.refs import refs, whole
from onrecord.model import Article
from onrecord.model.record import to_plain


def show(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument(help="The name of an entry, a group or an article.")],
    why: Annotated[bool, typer.Option("--why", help="The rule and the words that made it.")] = False,
    source: Annotated[bool, typer.Option("--source", help="The original bytes, their hash and origin.")] = False,
) -> None:
    """One entry or article; with --why what made it, with --source what it came from."""
    with opened(ctx) as ledger:
        try:
            found = ledger.entry(id)
        except LedgerError:
            found = None
        if found is None and not _group(ledger, id, source=source):
            _article(ledger, id)
        if found is not None:
            _entry(found)
            if why:
                _why(found)
        if source:
            _source(ledger, *((found.ref.article, found.ref.version) if found else (id, None)))


def _head(article: Article) -> str:
    """Which article, in one line."""
    return "  ".join(line(v) for v in (article.id, article.published or "undated", article.outlet, article.title) if v)


def _entry(found: Found) -> None:
    article = found.article
    print(f"{found.ref.kind} {found.id}")
    print(f"  in       {_head(article)}")
    if found.quote:
        print(f"  words    “{line(found.quote)}”  [{found.evidence.start}, {found.evidence.end}]")
    for name, value in (found.data or {}).items():
        if name not in ("id", "rule", "evidence") and value not in (None, [], {}):
            print(f"  {name:<8} {_field(value, article.text)}")
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


def _field(value: Any, text: str) -> str:
    """A value for people: spans as their words, everything else as JSON."""
    if isinstance(value, list) and value and all(_span(v) for v in value):
        return " … ".join(f"“{line(text[start:end])}”" for start, end in value)
    if _span(value):
        return f"“{line(text[value[0] : value[1]])}”"
    return value if isinstance(value, str) else line(json.dumps(value, ensure_ascii=False))


def _span(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(v) is int for v in value)


def _why(found: Found) -> None:
    print(f"  rule     {found.rule or 'not named'}")
    print(f"  anchor   “{line(found.anchor)}”  [{found.ref.start}, {found.ref.end}]")
    print(f"  made by  {', '.join(f'{name} {value}' for name, value in sorted(found.made_with.items()))}")


def _group(ledger: Ledger, name: str, *, source: bool) -> bool:
    """Whether the newest view has something of that name, which is then printed."""
    if ledger.last_day() is None:
        return False
    view = ledger.as_of()
    for kind in ("commitments", "disputes", "series", "stories", "events", "statements"):
        for item in getattr(view, kind):
            if item.id == name:
                if source:
                    raise LedgerError(f"{name}: several articles; ask for the source of one of them")
                sys.stdout.write(json.dumps(to_plain(item), ensure_ascii=False, indent=2) + "\n")
                return True
    return False


def _article(ledger: Ledger, key: str) -> None:
    """The article with its text and the names of its entries."""
    record = ledger.article(key)
    article = record.article
    print(_head(article))
    for row in ledger.versions(key):
        print(f"  version  {row.version[:16]}  {row.moment or 'undated'}  known from {row.known_from}")
    print(f"\n{plain(article.text)}\n")
    for ref, entry in refs(record).items():
        if ref.kind in ("statement", "commitment", "denial", "event", "quantity"):
            print(f"  {ref.kind:<10} {ref.id}  “{line(whole(entry).of(article.text))}”")


def _source(ledger: Ledger, key: str, version: str | None) -> None:
    row = ledger.original(key, version)
    print(f"sha256     {row.sha256}\nretrieved  {row.retrieved_at}")
    print(f"from       {line(row.address) or 'handed in by a program'}\n")
    print(plain(row.data.decode("utf-8", "replace")))
