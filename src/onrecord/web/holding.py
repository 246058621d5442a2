"""The entries that hold words: what a search shows besides articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.export import wording
from onrecord.export.printed import Printed, Sources, printed
from onrecord.link.words import stems
from onrecord.model import Span, View
from onrecord.model.view import CommitmentView, Dispute, Series, StatementView
from onrecord.web import addresses
from onrecord.web.filters import Commitments, Disputes, Numbers, Statements
from onrecord.web.marks import Mark, Piece, blocks

SHOWN = 3
"""Entries of each kind that the page of a search shows."""
_WORD = re.compile(r"\w[\w'’-]*")


@dataclass(frozen=True, slots=True)
class Holding:
    """One entry: its page, what it says, its words with the found ones marked, and where they are printed."""

    address: str
    told: str
    pieces: tuple[Piece, ...]
    words: Printed | None


@dataclass(frozen=True, slots=True)
class Kind:
    """How many entries of a kind hold the words, the address of their list, and the first of them."""

    noun: str
    total: int
    address: str
    first: tuple[Holding, ...]


def holding(view: View, known: Sources, words: str) -> list[Kind]:
    """The entries that hold all the words in any form, by kind; kinds without one are left out."""
    lists: tuple[tuple[str, Sequence[Any], str], ...] = (
        ("statement", Statements(about=words).pick(view), "/said"),
        ("commitment", Commitments(about=words).pick(view), "/promises"),
        ("dispute", Disputes(about=words).pick(view), "/disputes"),
        ("number", Numbers(about=words).pick(view), "/series"),
    )
    return [
        Kind(
            noun, len(some), addresses.query(path, about=words, as_of=view.as_of),
            tuple(_holding(one, view.as_of, known, words) for one in first),
        )
        for noun, some, path in lists if (first := some[:SHOWN])
    ]  # fmt: skip


def _holding(one: Any, as_of: str, known: Sources, words: str) -> Holding:
    match one:
        case StatementView():
            cue = wording.CUE[one.cue_class] if one.cue_class else "said"
            told, quoted = f"{wording.speaker(one)} {cue}", printed(one, known)
        case CommitmentView():
            told = f"{wording.promisor(one)}: {wording.deed(one.action, one.polarity)}"
            quoted = printed(one.made, known)
        case Dispute():
            sides = " and ".join(side.source or "nobody named" for side in (one.a, one.b))
            told, quoted = f"{wording.capital(wording.DISPUTE[one.type])}: {sides}", printed(one.b, known)
        case Series():
            told = wording.capital(one.what) + (f", {one.where}" if one.where else "")
            quoted = printed(one.points[-1], known) if one.points else None
    pieces = lit(quoted.quote, words) if quoted else ()
    return Holding(addresses.entry(one.id, as_of), told, pieces, quoted)


def lit(quote: str, words: str) -> tuple[Piece, ...]:
    """A quotation on one line, with every form of the words marked.

    >>> [piece.text for piece in lit("The port reopened.", "reopen") if piece.covers]
    ['reopened']
    """
    wanted, flat = stems(words), " ".join(quote.split())
    hits = [(Span(*found.span()), "hit") for found in _WORD.finditer(flat) if stems(found[0]) & wanted]
    return tuple(p for block in blocks(flat, [], [Mark("hit", "hit", tuple(hits))]) for p in block.pieces)
