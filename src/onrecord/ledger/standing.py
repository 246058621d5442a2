"""When which record of an article is in force: its history as days, so that a day need not be worked out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.model import Article
from onrecord.store.rows_derived import Standing, Variant
from onrecord.store.schema_derived import FOREVER

HEAD = 280
"""Characters of a text that are kept beside its article, for those who show what it begins with; blanks before them are
left out."""


def standings(article: str, variants: Sequence[Variant], read: Callable[[int], Article]) -> list[Standing]:
    """The article in force from its first known day on, a row for each day on which more is known of it.

    `read` gives the article of a record. Of one text the metadata first known count, of one article the newest text;
    both only as far as known on the day.
    """
    days = sorted({v.known_from for v in variants})
    rows: list[Standing] = []
    for day, until in zip(days, [*days[1:], FOREVER], strict=False):
        known = [v for v in variants if v.known_from <= day]
        first: dict[str, Variant] = {}
        for one in sorted(known, key=lambda v: (v.moment == "", v.moment, v.meta)):
            first.setdefault(one.version, one)
        now, several = max(first.values(), key=lambda v: (v.moment, v.version)), len(first) > 1
        rows.append(_row(read(now.record_id), now, day, until, several))
    return rows


def _row(article: Article, now: Variant, day: str, until: str, several: bool) -> Standing:
    return Standing(
        article.id, day, until, now.record_id, now.version, int(several), article.outlet,
        (article.outlet or "").casefold(), article.title, article.published, now.moment, article.text.lstrip()[:HEAD],
    )  # fmt: skip
