"""What reviewers decided as W3C Web Annotations: each entry that was decided on, its words, and who says what of it.

Positions are code points, as the Web Annotation Data Model asks for (4.2.4 and 4.2.5).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from onrecord.export.atom import AUTHORITY
from onrecord.export.decisions import told
from onrecord.export.gold import Reviewed
from onrecord.link.refs import Entry, refs
from onrecord.model import Record, Ref
from onrecord.model.correction import CONTEXT, Correction
from onrecord.model.record import to_plain

CONTEXT_ADDRESS = "http://www.w3.org/ns/anno.jsonld"


def collection(reviewed: Reviewed) -> str:
    """An AnnotationCollection with all of them on one page, as JSON-LD."""
    items = [
        _annotation(record, ref, refs(record).get(ref), made)
        for record, decided in reviewed for ref, made in sorted(decided.items())
    ]  # fmt: skip
    name = f"{AUTHORITY}annotations"
    page = {"id": f"{name}:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    made = {
        "@context": CONTEXT_ADDRESS, "id": name, "type": "AnnotationCollection", "label": "What reviewers decided",
        "total": len(items), "first": page,
    }  # fmt: skip
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _annotation(record: Record, ref: Ref, entry: Entry | None, made: Sequence[Correction]) -> dict[str, Any]:
    """One entry; without it where a reviewer struck it out."""
    names = list(dict.fromkeys(d.author for d in made))
    people = [{"type": "Person", "name": name} for name in names]
    bodies = [
        {"type": "TextualBody", "purpose": "classifying", "value": ref.kind},
        *({"type": "TextualBody", "purpose": "assessing", "value": told(d), "created": d.time} for d in made),
        *({"type": "TextualBody", "purpose": "commenting", "value": d.note} for d in made if d.note),
    ]
    if entry is not None:
        words = json.dumps(to_plain(entry), ensure_ascii=False)
        bodies.append({"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": words})
    return {
        "id": f"{AUTHORITY}entry:{ref.id}", "type": "Annotation", "motivation": "assessing", "creator": people,
        "created": made[0].time, "modified": made[-1].time,
        "generator": {"type": "Software", "name": f"onrecord {version('onrecord')}"}, "body": bodies,
        "target": {"source": _source(record), "selector": _selectors(record, ref)},
    }  # fmt: skip


def _source(record: Record) -> str:
    article = record.article
    return article.url or f"{AUTHORITY}article:{quote(article.id, safe='')}:{article.version}"


def _selectors(record: Record, ref: Ref) -> list[dict[str, Any]]:
    text = record.article.text
    return [
        {"type": "TextQuoteSelector", "exact": text[ref.start : ref.end],
         "prefix": text[max(0, ref.start - CONTEXT) : ref.start], "suffix": text[ref.end : ref.end + CONTEXT]},
        {"type": "TextPositionSelector", "start": ref.start, "end": ref.end},
    ]  # fmt: skip
