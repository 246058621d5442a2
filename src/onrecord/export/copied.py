"""Who else printed the same words: copies of one report are one origin."""

from __future__ import annotations

from onrecord.export.printed import Source, Sources
from onrecord.ledger.listed import Rows
from onrecord.model import View


def also_in(view: View, known: Sources, article: str) -> tuple[Source, ...]:
    """The copies of an article known on the view's day, the article itself left out."""
    of = view.copies.of(article) if isinstance(view.copies, Rows) else [g for g in view.copies if article in g]
    group = of[0] if of else ()
    return tuple(known[key] for key in group if key != article and key in known)
