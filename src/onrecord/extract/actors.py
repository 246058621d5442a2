"""The actors of an article: persons, organisations, states, groups, outlets, unnamed sources, with their mentions.

Names are found and told apart first, then the nouns around them; pronouns are left to the speakers.
"""

from __future__ import annotations

from onrecord.extract.cast import Who, gather
from onrecord.extract.draft import Draft
from onrecord.extract.mentions import names
from onrecord.extract.nominals import add_nominals
from onrecord.extract.parse import Parse
from onrecord.lexicon.countries import alpha2
from onrecord.model import Actor, Mention


def actors(parse: Parse, so_far: Draft) -> tuple[Actor, ...]:
    """The article's actors in the order of their first mention, with ids a1, a2, …

    `name` is the fullest form in the text, for a known country or organisation its usual name. What nobody tells
    (country of an invented state, sector of a private person) stays None.
    """
    cast = gather(parse, names(parse), so_far.article.published)
    add_nominals(parse, cast)
    return tuple(_actor(parse, f"a{n}", who) for n, who in enumerate(sorted(cast, key=lambda w: w.first), 1))


def _actor(parse: Parse, number: str, who: Who) -> Actor:
    mentions = {parse.span(first, last): form for first, last, form in who.mentions}
    return Actor(
        id=number, name=who.name, kind=who.kind, country=who.country, sector=who.sector, role=who.role,
        refs={"iso3166": alpha2(who.country)} if who.kind == "state" and who.country and who.sector != "PRE" else {},
        mentions=tuple(Mention(span, form) for span, form in sorted(mentions.items())),
    )  # fmt: skip
