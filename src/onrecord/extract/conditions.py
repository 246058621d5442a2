"""What an undertaking hangs on: its conditions, and the clauses that they and its term may hang on."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.commissives import listed
from onrecord.extract.parse import Parse
from onrecord.extract.undertaking import Undertaking
from onrecord.model import Span, trim

_VERBAL = ("VERB", "AUX")
JUNK = ' \t\r\n,;:."“”„«»–—-'


def conditions(parse: Parse, found: Undertaking) -> Iterator[Span]:
    """The conditions of an undertaking, in words: clauses with "if", "unless", "provided", phrases of exchange."""
    marks = listed("conditions", "marks")
    yield from _behind(parse, found)
    below = [t for t in parse.subtree(found.action) if parse.pos[t] in _VERBAL]
    teller = parse.head[found.cue]
    told = [teller] if parse.dep[found.cue] == "ccomp" and found.cue < teller else []
    for host in dict.fromkeys([*hosts(parse, found), *below, *told]):
        for c in parse.childs(host, "advcl", "prep", "ccomp", "dep"):
            if host in told and c < host:
                continue  # only what stands behind: "…, the bank said, on condition that"
            words = parse.words(parse.left[c], min(parse.right[c], parse.left[c] + 5)).lower()
            marked = any(parse.lower(m) in marks for m in parse.childs(c, "mark")) or parse.lower(c) in marks
            phrased = "of anonymity" not in words and words.startswith(
                tuple(f"{p} " for p in listed("conditions", "phrases"))
            )
            first = _inverted(parse, c) if parse.dep[c] in ("advcl", "ccomp") else None
            priced = any(parse.lower(m) == "once" for m in parse.childs(c, "mark", "advmod")) and for_price(parse, c)
            known = marked or phrased or first is not None or priced
            apart = not holds(parse, c, found) or (first is not None and first > max(found.action, found.cue))
            apart = apart or (first is not None and found.cue < first < parse.right[c] <= found.action)
            if c != found.action and known and apart:
                yield trim(parse.text, parse.span(parse.left[c] if first is None else first, parse.right[c]), JUNK)
        for soon in parse.childs(host, "advmod"):  # "will reopen as soon as the fine is paid", "as long as I live"
            for c in parse.childs(soon, "advcl") if parse.lower(soon) in ("soon", "long") else ():
                yield trim(parse.text, parse.span(parse.left[soon] - (parse.left[soon] == soon), parse.right[c]), JUNK)


def _behind(parse: Parse, found: Undertaking) -> Iterator[Span]:
    """The clause right behind the action that says "if" by its place, which the parser hung higher: "to blow it up
    should anyone come near"."""
    first = parse.right[found.action]
    verb = parse.head[first] if first < len(parse) else first
    if first < parse.sentence(found.action).last and parse.lower(first) == "should" and _inverted(parse, verb) == first:
        yield trim(parse.text, parse.span(first, parse.right[verb]), JUNK)


def _inverted(parse: Parse, c: int) -> int | None:
    """The word that opens a clause and says "if" by its place: "should it fail", "had they asked"."""
    subject = parse.child(c, "nsubj", "nsubjpass")
    words = [t for t in (c, *parse.childs(c, "aux", "auxpass")) if parse.lower(t) in ("should", "were", "had")]
    return next((t for t in words if subject is not None and t < parse.left[subject]), None)


def for_price(parse: Parse, clause: int) -> bool:
    """Whether a clause says that somebody pays: "once the fine is paid" is a condition, "once the rain ends" a time."""
    return any(parse.lemma[t].lower() in listed("conditions", "prices") for t in parse.subtree(clause))


def holds(parse: Parse, c: int, found: Undertaking) -> bool:
    """Whether what hangs on a token holds the cue or the action itself."""
    return any(parse.left[c] <= t < parse.right[c] for t in (found.cue, found.action))


def hosts(parse: Parse, found: Undertaking) -> list[int]:
    """The action, its cue, and the clauses between the two: what a term or a condition may hang on."""
    chain = [found.action]
    for above in parse.ancestors(found.action):
        chain.append(above)
        if above == found.cue or parse.dep[above] in ("relcl", "advcl") or len(chain) > 4:
            break
    if found.cue not in chain:
        chain.append(found.cue)
    if found.rule.startswith("adjective"):
        chain.append(parse.head[found.cue])  # "stands ready to lend, provided that …"
    return chain + [c for c in parse.childs(found.action, "conj", "xcomp", "dobj") if c > found.action][:2]
