"""The least words that say what is undertaken: no "that", no term, no condition, no reason, no clause beside it."""

from __future__ import annotations

from onrecord.extract.asserted import own_clause
from onrecord.extract.attribution import pieces
from onrecord.extract.commissives import listed
from onrecord.extract.parse import Parse
from onrecord.extract.terms import Terms
from onrecord.extract.undertaking import Undertaking
from onrecord.model import Spans

_VERBAL = ("VERB", "AUX")


def action_spans(parse: Parse, found: Undertaking, terms: Terms) -> Spans:
    """The least words that say what will or will not be done: no "that", no term, no condition."""
    head = found.action
    tokens = [t for t in parse.subtree(head) if t not in terms.tokens and not _beside(parse, found, t)]
    tokens += [t for t in _whoever(parse, found) if t not in terms.tokens]
    if found.subject is not None:
        tokens = sorted({*tokens, *range(parse.left[found.subject], parse.right[found.subject])})
    if found.bounds:
        tokens = [t for t in tokens if any(b.holds(parse.span(t, t + 1)) for b in found.bounds)]
    by = {t for span in found.promisor for t in parse.tokens_in(span) if t > head}
    by |= {t - 1 for t in by if parse.lower(t - 1) == "by"}
    tokens = [t for t in tokens if t not in by]
    tokens = [t for t in tokens if not _beside_noun(parse, head, t)]
    if found.rule.startswith(("gesture:", "withdraw:")) and parse.pos[head] == "NOUN":
        clauses = [*parse.childs(head, "relcl"), *(c for c in parse.childs(head, "acl") if parse.tag[c] == "VBN")]
        told = {t for c in clauses for t in parse.subtree(c)}
        tokens = [t for t in tokens if t not in told]  # "the strike that it had announced", "planned for Monday"
    if found.rule.startswith("gesture:must"):
        under = [t for t in tokens if parse.lower(t) == "under" and parse.pos[t] == "ADP"]
        tokens = [t for t in tokens if not any(t in parse.subtree(u) for u in under)]  # "under a deal with the town"
    tokens = [t for t in tokens if not _reason(parse, head, t) and t < _aside(parse, found, terms)]
    own = found.subject if found.subject is not None else parse.child(head, "nsubj", "nsubjpass")
    if own is not None and parse.tag[head - 1] == "TO" and parse.child(head, "mark") not in (None, own - 1):
        own = None  # "decided after an inquiry not to press charges": hung on the infinitive
    moved = found.operation == "extend" and parse.child(head, "dobj") is not None
    promised_him = own is not None and parse.dep[own] == "nsubjpass" and bool(found.promisee)
    himself = own is not None and parse.dep[own] == "nsubj" and _is_promisor(parse, found, own)
    self_named = himself or (own is not None and parse.lower(own) in _named_by(found) and not promised_him)
    if (
        self_named
        or (own is None and parse.pos[head] in _VERBAL and parse.child(head, "expl") is None)
        or moved
        or (found.rule.endswith(":article") and parse.pos[head] in _VERBAL)
    ):
        start = min(
            [
                head,
                *parse.childs(head, "neg", "preconj"),
                *(c for c in parse.childs(head, "advmod") if _never(parse, c)),
            ]
        )
        tokens = [t for t in tokens if t >= start]
    tokens = [t for t in tokens if not _introduces(parse, head, t)]
    return pieces(parse, _trimmed(parse, tokens, own, terms))[:3]


def _trimmed(parse: Parse, tokens: list[int], own: int | None, terms: Terms) -> list[int]:
    """The tokens without what hangs over at either end: "that", "and", a preposition whose time is the term."""
    while tokens and parse.lower(tokens[0]) == "that" and tokens[0] != own and parse.tag[tokens[0]] in ("IN", "WDT"):
        del tokens[0]
    while tokens and (
        parse.dep[tokens[-1]] == "cc"
        or parse.pos[tokens[-1]] == "PUNCT"
        or (_of_offer(parse, tokens) and tokens[-1] + 1 in terms.tokens)
    ):
        tokens.pop()
    # "would end at" noon on Friday
    tokens = [t for t in tokens if parse.dep[t] != "prep" or terms.tokens.isdisjoint(parse.childs(t, "pobj"))]
    off = next((t for t in tokens[:-2] if parse.words(t, t + 3).lower() == "off the table"), None)
    if off is not None and off > tokens[0]:
        tokens = [t for t in tokens if t < off]  # "took its offer of talks off the table"
    cut = bool(tokens) and parse.lower(tokens[0]) == "n't"
    return [tokens[0] - 1, *tokens] if cut else tokens  # "won't go"


def _of_offer(parse: Parse, tokens: list[int]) -> bool:
    """Whether words end with one that says only how long an offer stands: "free of charge and open until May"."""
    before = len(tokens) > 1 and (parse.dep[tokens[-2]] == "cc" or parse.pos[tokens[-2]] == "PUNCT")
    return before and parse.lower(tokens[-1]) in ("open", "valid")


def _is_promisor(parse: Parse, found: Undertaking, own: int) -> bool:
    """Whether the action's subject is what names the promisor: "Orvania will reopen the port"."""
    return any(span.holds(parse.span(own, own + 1)) for span in found.promisor)


def _whoever(parse: Parse, found: Undertaking) -> list[int]:
    """For whom a thing is, where that is nobody in particular: "grain to anyone who comes"."""
    if parse.dep[found.action] != "dobj" or parse.head[found.action] != found.cue:
        return []
    behind = [p for p in parse.childs(found.cue, "prep", "dative") if parse.left[p] == parse.right[found.action]]
    return [
        t
        for p in behind
        if parse.lower(p) in ("to", "for") and p + 1 < len(parse) and parse.lower(p + 1) in listed("actions", "anyone")
        for t in parse.subtree(p)
    ]


def _beside_noun(parse: Parse, head: int, t: int) -> bool:
    """Whether a token is in what a comma adds to a noun: ", which is due in May", ", to be built by 2041"."""
    while t != head and parse.head[t] != t:
        first = parse.left[t]
        if first > parse.left[head] and parse.word(first - 1) == ",":
            told = parse.dep[t] == "relcl" and parse.tag[first] in ("WDT", "WP", "WP$", "IN")
            named = parse.dep[t] == "appos" and parse.lower(first) in ("a", "an", "the", "its", "his", "her", "their")
            given = parse.dep[t] in ("acl", "relcl") and parse.tag[first] == "TO"
            if (
                told
                or given
                or (named and not any(parse.dep[c] in ("cc", "conj") for c in parse.children[parse.head[t]]))
            ):
                return True
        t = parse.head[t]
    return False


def _aside(parse: Parse, found: Undertaking, terms: Terms) -> int:
    """The first token of an aside that a comma cuts off behind the term: "on Friday, a holiday"."""
    span = terms.deadline.span if terms.deadline is not None else None
    inside = parse.tokens_in(span) if span is not None else range(0)
    end = inside[-1] + 1 if inside else len(parse)
    cut = end < len(parse) and parse.word(end) == "," and end > found.action
    return end if cut else len(parse)


def _reason(parse: Parse, head: int, t: int) -> bool:
    """Whether a token belongs to what says why or amid what: "due to", "because of", "despite"."""
    while parse.head[t] not in (head, t):
        t = parse.head[t]
    return parse.head[t] == head and t > head and parse.lower(parse.left[t]) in listed("actions", "reasons")


def _named_by(found: Undertaking) -> frozenset[str]:
    """The pronouns with which the promisor speaks of himself."""
    direct = found.statement is not None and found.statement.type != "indirect"
    return frozenset({"he", "she", "it", "they"}) | (
        frozenset({"i", "we"}) if direct or found.rule.startswith("modal") else frozenset()
    )


def separate_actions(parse: Parse, action: int) -> list[int]:
    """The verbs beside the action that are undertaken on their own: "to open the road and to clear the mines", "that no
    one would lose a cent and that the shops would stay open"."""
    return [
        c for c in parse.childs(action, "conj")
        if parse.pos[c] in _VERBAL
        if any(parse.tag[k] == "TO" for k in parse.childs(c, "aux")) or _own_that(parse, c)
    ]  # fmt: skip


def _own_that(parse: Parse, c: int) -> bool:
    """Whether a clause has a "that", a subject and a "will" or "would" of its own."""
    marked = any(parse.lower(m) == "that" for m in parse.childs(c, "mark"))
    modal = any(parse.tag[k] == "MD" for k in parse.childs(c, "aux"))
    return marked and modal and parse.child(c, "nsubj", "nsubjpass", "expl") is not None


def _never(parse: Parse, i: int) -> bool:
    return parse.lower(i) in ("never", "not")


def _beside(parse: Parse, found: Undertaking, t: int) -> bool:
    """Whether a token belongs to a clause beside the action, or to the cue: "X will go, the ministry said"."""
    at, apart = t, separate_actions(parse, found.action)
    if apart and parse.dep[t] == "cc" and parse.head[t] == found.action:
        return True
    while at != found.action and parse.head[at] != at:
        if at in apart or own_clause(parse, at):
            return True
        clause = parse.dep[at] in ("advcl", "parataxis", "ccomp")  # "until May, she pledged, nobody would be moved"
        if (at == found.cue and (clause or parse.head[at] != found.action)) or (
            parse.dep[at] in ("parataxis", "advcl") and parse.head[at] == found.action and _apart(parse, at)
        ):
            return at != found.action
        at = parse.head[at]
    return False


def _apart(parse: Parse, clause: int) -> bool:
    """Whether a clause is cut off from the one above by a comma."""
    first = parse.left[clause]
    return first > 0 and parse.word(first - 1) in (",", ";", "—", "–", "-")


def _introduces(parse: Parse, head: int, t: int) -> bool:
    return (
        parse.head[t] == head
        and t < head
        and ((parse.dep[t] == "mark" and parse.lower(t) == "that") or parse.dep[t] in ("cc", "punct"))
    )
