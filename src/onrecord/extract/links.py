"""What two layers owe each other, set once, when all layers have run."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.draft import Draft
from onrecord.extract.metonymy import use_of
from onrecord.extract.parse import Parse


def links(parse: Parse, so_far: Draft) -> Draft:
    """The draft with the use of each place: where something is, or who acts there."""
    places = tuple(replace(place, use=use_of(parse, place.span)) for place in so_far.places)
    return replace(so_far, places=places)
