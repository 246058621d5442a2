"""What the fork server of the workers imports, and nobody else: model and words, loaded once, shared by all workers.

A worker that is started from nothing needs some six seconds for this, in which it could read eighty articles.
"""

from __future__ import annotations

import gc

from onrecord.model import Article, Part, Span
from onrecord.scale.threads import one_thread

TEXT = "Velmark's premier vowed on Monday that up to 900 troops would leave the town by 9 March. Ostrania denied this."
"""A sentence that every layer finds something in, so that what is loaded at need is loaded."""


def warm() -> None:
    """Read an article, so that no worker has to load anything. A fault is told by the workers, who meet it too."""
    from onrecord.ledger.intake import read_one

    read_one(Article("warm", TEXT, "2031-03-01", language="en", parts=(Part("body", Span(0, len(TEXT))),)))
    gc.collect()
    gc.freeze()  # else the collector would write to, and so copy, what the workers share


one_thread()
warm()
