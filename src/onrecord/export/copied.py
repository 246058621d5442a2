"""Who else printed the same words: copies of one report are one origin."""

from __future__ import annotations

from onrecord.export.printed import Source, Sources
from onrecord.model import View


def also_in(view: View, known: Sources, article: str) -> tuple[Source, ...]:
    """The copies of an article known on the view's day, the article itself left out."""
    group = next((g for g in view.copies if article in g), ())
    return tuple(known[key] for key in group if key != article and key in known)
