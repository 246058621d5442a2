"""What makes two inputs one version of an article, and from when it is known. Pure functions over articles."""

from __future__ import annotations

import hashlib
import json

from onrecord.model import Article
from onrecord.model.moment import moment


def meta(article: Article) -> str:
    """Hash of what is known about the text (64 hexadecimal digits). Parts and language follow from the text."""
    known = [article.published, article.outlet, article.title, article.url, dict(article.extra or {})]
    return hashlib.sha256(canonical(known).encode("utf-8", "surrogatepass")).hexdigest()


def canonical(value: object) -> str:
    """Plain JSON in one spelling: sorted keys, no blanks."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def known_from(published: str | None, recorded_at: str) -> str:
    """The UTC day from which an article is known: of its publication, or of its recording where undated.

    >>> known_from(None, "2031-03-05T10:00:00+00:00")
    '2031-03-05'
    """
    return (moment(published) or recorded_at)[:10]
