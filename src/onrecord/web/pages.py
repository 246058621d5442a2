"""Templates made into pages. Whatever a text holds is escaped, always."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.export import brief_text, wording
from onrecord.export.track import settling
from onrecord.web import addresses, bars, chart

ISLANDS = Path(__file__).parent / "static" / "islands" / "islands.js"
"""The built islands of `ui/`. Where they are not, the pages do without."""
PIECE = 40
"""Entries of a list on one page: what a reader can look through, and well under 250 kB."""
NAV = (
    ("/", "Brief", ("brief.html",)), ("/promises", "Promises", ("promises.html", "track.html")),
    ("/deadlines", "Deadlines", ("deadlines.html",)), ("/disputes", "Disputes", ("disputes.html",)),
    ("/series", "Numbers", ("series.html",)), ("/stories", "Stories", ("stories.html", "compared.html")),
    ("/timeline", "Timeline", ("timeline.html",)), ("/map", "Map", ("map.html",)),
    ("/articles", "Articles", ("articles.html", "article.html")), ("/said", "Who said", ("said.html",)),
    ("/actors", "Actors", ("actors.html",)), ("/outlets", "Outlets", ("outlets.html",)),
    ("/review", "Review", ("review.html", "review_entry.html", "decisions.html")),
)  # fmt: skip
"""Address, name, and the templates of the pages that belong there."""
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


class Pages:
    """The templates, and what all of them can use. `ledger` is the name that the page shows for the ledger; on a
    `closed` server every page leads to the sign-in."""

    def __init__(self, ledger: str, *, closed: bool = False) -> None:
        self._env = Environment(
            loader=PackageLoader("onrecord.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True,
        )  # fmt: skip
        self._env.filters |= {"day": day, "told_days": told_days}
        self._env.globals |= {
            "to": addresses,
            "bars": bars,
            "charts": chart,
            "wording": wording,
            "text": brief_text,
            "ledger_name": ledger,
            "islands": ISLANDS.is_file(),
            "closed": closed,
            "nav": NAV,
            "settling": settling,
        }

    def show(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """The page; a missing value is a fault, never an empty place. A day that was chosen stays in the menu.

        `section` is the template of the list that a page belongs to, where it is not the page's own.
        """
        day, last = values.get("as_of"), values.get("last")
        kept = {"here": values.pop("section", template), "kept_day": day if last and day != last else None}
        return HTMLResponse(self._env.get_template(template).render(**kept, **values), status)


def day(value: str | None) -> str:
    """An ISO 8601 day or time as a reader writes the day; other words stay.

    >>> day("2031-02-05T10:00:00+00:00"), day("2031-02"), day(None)
    ('5 Feb 2031', '2031-02', 'undated')
    """
    if not value:
        return "undated"
    try:
        when = date.fromisoformat(value[:10])
    except ValueError:
        return value
    return f"{when.day} {when:%b} {when.year}"


def told_days(words: str) -> str:
    """Our own words with each ISO 8601 day in them as a reader writes it.

    >>> told_days("new date, 2031-02-05")
    'new date, 5 Feb 2031'
    """
    return _DAY.sub(lambda found: day(found[0]), words)
