"""`onrecord said`: what an actor is reported to have said."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from onrecord.cli.lines import show
from onrecord.cli.opened import line, opened
from onrecord.export import wording
from onrecord.export.brief_text import Line
from onrecord.export.printed import Printed
from onrecord.export.said import Said, Unsaid

OFFERED = 5
"""Speakers named where there is none of the name asked for."""


def said(
    ctx: typer.Context,
    actor: Annotated[str, typer.Argument(help="A name or part of one; a capital stands for its government.")],
    about: Annotated[str, typer.Option(help="Only what holds all these words, in any of their forms.")] = "",
    as_of: Annotated[str | None, typer.Option(help="A day, as 2031-02-20. Default: the latest publication.")] = None,
) -> None:
    """The statements of an actor, the earliest first, each with its words."""
    from onrecord.export.printed import sources
    from onrecord.export.said import said as found_in
    from onrecord.export.said import speakers, unsaid

    with opened(ctx) as ledger:
        view = ledger.as_of(as_of)
        known = sources(ledger.articles(view.as_of))
    found, gone = found_in(view, known, actor, about), unsaid(view, known, actor, about)
    show(text for one in found for text in _lines(one))
    show(text for one in gone for text in _gone(one))
    if not (found or gone or found_in(view, known, actor)):
        offered = ", ".join(line(name) for name, _ in speakers(view)[:OFFERED])
        print(f"nobody of that name is quoted{f'; most quoted: {offered}' if offered else ''}", file=sys.stderr)
    withdrawn = f"; {len(gone)} withdrawn by the outlet" if gone else ""
    print(f"as of {view.as_of}: {wording.count(len(found), 'statement')}{withdrawn}", file=sys.stderr)


def _lines(one: Said) -> Iterator[Line]:
    view = one.view
    source = one.words.source if one.words else None
    who = wording.speaker(view)
    cue = wording.CUE[view.cue_class] if view.cue_class else "said"
    extra = [f"as “{view.source}”"] if view.source and view.source != who else []
    extra += [f"through {view.via}"] if view.via else []
    extra += [f"according to {', according to '.join(view.reported_by)}"] if view.reported_by else []
    extra += [wording.count(view.origins, "origin")]
    yield Line(f"{source.day if source and source.day else 'undated'}  {who} {cue} ({'; '.join(extra)})  [{view.id}]")
    yield _quote(view.quote, one.words, view.article)


def _gone(one: Unsaid) -> Iterator[Line]:
    view = one.view
    day = (view.published or "undated")[:10]
    who = wording.capital(view.who or "somebody unnamed")
    yield Line(f"{day}  {who} (withdrawn by the outlet on {view.withdrawn})  [{view.id}]")
    yield _quote(view.quote, one.words, view.article)


def _quote(quote: str, words: Printed | None, article: str) -> Line:
    source = words.source if words else None
    where = ", ".join(w for w in (source.outlet, wording.key(source.key)) if w) if source else article
    return Line(f"“{quote}” ({where})", 1, "quote")
