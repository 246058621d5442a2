"""The status of a commitment on a day, from its history alone: contract, "Status of a commitment".

Nothing is stored as a verdict. The steps are read in order; the last one that settles the matter counts, the clock
speaks only where nothing does. The class of the commitment says what an end is called: a promise is kept, a threat
carried out, an offer lapses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model.commitment import CommitmentKind
from onrecord.model.view import Basis, Status, Step

THREATS: frozenset[CommitmentKind] = frozenset({"threat", "ultimatum"})
SETTLING: frozenset[Step] = frozenset({"fulfilled", "partly_fulfilled", "violated", "withdrawn", "condition_failed"})
"""Steps after which the clock has nothing to say."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One step of a history: what, on which day (ISO 8601, None unknown), and whether the promisor alone says so."""

    event: Step
    day: str | None = None
    own_word: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """What the status depends on besides the history: `deadline` is the last day set (ISO 8601), `lasting` marks a
    promise to refrain or to keep something up, which is kept by letting its term run out."""

    kind: CommitmentKind = "promise"
    deadline: str | None = None
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """Status with its ground. `deadline_passed`: the clock's step is to be added to the history."""

    status: Status
    basis: Basis = "none"
    late: bool = False
    disputed: bool = False
    deadline_passed: bool = False


def outcome(terms: Terms, history: Sequence[Happening], as_of: str) -> Outcome:
    """The status at the end of the day `as_of`. `history` is in order of time and may begin with `made`."""
    disputed = any(h.event == "outcome_disputed" for h in history)
    settled = [h for h in _in_force(history) if h.event in SETTLING]
    if settled:
        return _settled(terms, settled, disputed)
    if terms.deadline and terms.deadline < as_of[:10]:
        return Outcome(_run_out(terms), "clock", disputed=disputed, deadline_passed=True)
    return Outcome(*_open(history), disputed=disputed)


def _in_force(history: Sequence[Happening]) -> Sequence[Happening]:
    """The history without ends that a new date or a renewed promise has overtaken; what was fulfilled stays so."""
    renewed = max((i for i, h in enumerate(history) if h.event in ("extended", "reaffirmed")), default=-1)
    return [h for i, h in enumerate(history) if i > renewed or h.event in ("fulfilled", "partly_fulfilled")]


def _settled(terms: Terms, settled: list[Happening], disputed: bool) -> Outcome:
    last = _decisive(terms, settled)
    basis: Basis = "self_reported" if last.own_word and last.event in ("fulfilled", "partly_fulfilled") else "evidence"
    after = bool(terms.deadline and last.day and last.day[:10] > terms.deadline)
    late = after and last.event == "fulfilled" and not terms.lasting and terms.kind not in THREATS
    return Outcome(_name(terms, last.event), basis, late, disputed)


def _decisive(terms: Terms, settled: list[Happening]) -> Happening:
    """The step that counts: the last one. But a breach of a promise to refrain stays one, the first witness of a deed
    says when it was done, what was done in full is not undone by a part, nor what was carried out by its end."""
    if terms.lasting and (breaches := [h for h in settled if h.event == "violated"]):
        return breaches[0]
    if terms.kind in THREATS and (deeds := [h for h in settled if h.event == "fulfilled"]):
        return deeds[0]
    last = settled[-1]
    if last.event == "fulfilled" and (witnessed := [h for h in settled if h.event == "fulfilled" and not h.own_word]):
        return witnessed[0]
    if last.event in ("partly_fulfilled", "condition_failed") and (
        full := [h for h in settled if h.event == "fulfilled"]
    ):
        return full[-1]
    return last


def _name(terms: Terms, event: Step) -> Status:
    if terms.kind in THREATS:
        return "carried_out" if event in ("fulfilled", "partly_fulfilled") else "not_carried_out"
    names: dict[Step, Status] = {
        "fulfilled": "kept", "partly_fulfilled": "partly_kept", "violated": "broken", "withdrawn": "withdrawn",
        "condition_failed": "lapsed",
    }  # fmt: skip
    return names[event]


def _run_out(terms: Terms) -> Status:
    """What the clock says when the term is over and nothing is reported that settles the matter."""
    if terms.lasting and terms.kind not in THREATS:
        return "kept"
    return "lapsed" if terms.kind == "offer" else "overdue"


def _open(history: Sequence[Happening]) -> tuple[Status, Basis]:
    """What a commitment is whose term runs: the last step that is not a mere repetition says it."""
    for step in reversed(history):
        if step.event == "progress":
            return "in_progress", "evidence"
        if step.event == "extended":
            return "extended", "evidence"
    return "pending", "none"
