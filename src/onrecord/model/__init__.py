"""What a ledger is made of: frozen dataclasses, one idea a file. Uses the standard library only."""

from onrecord.model.actor import Actor, Mention
from onrecord.model.article import Article, Part
from onrecord.model.commitment import Commitment, Deadline, MadeOn
from onrecord.model.denial import Denial
from onrecord.model.edge import Edge, EdgeKind, EntryKind, Ref
from onrecord.model.event import Event, Participant, Plover
from onrecord.model.place import Place
from onrecord.model.quantity import Quantity
from onrecord.model.record import Record
from onrecord.model.span import Span, Spans, hull, trim
from onrecord.model.statement import Statement
from onrecord.model.time import Time
from onrecord.model.view import View

__all__ = [
    "Actor", "Article", "Commitment", "Deadline", "Denial", "Edge", "EdgeKind", "EntryKind", "Event", "MadeOn",
    "Mention", "Part", "Participant", "Place", "Plover", "Quantity", "Record", "Ref", "Span", "Spans", "Statement",
    "Time", "View", "hull", "trim",
]  # fmt: skip
