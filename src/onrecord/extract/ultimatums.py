"""Time that is given: "gave the crew until Friday to leave, or it would board the ship"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.asserted import undertaken
from onrecord.extract.attribution import phrase, subject_of
from onrecord.extract.commissives import listed
from onrecord.extract.draft import Draft
from onrecord.extract.holding import holding
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.sides import conditional, nameless, official
from onrecord.extract.undertaking import Undertaking
from onrecord.extract.undertaking_verbs import cue_span
from onrecord.model import Spans, Statement, trim

_SPANS = frozenset({"hour", "day", "week", "month", "year", "minute", "deadline", "ultimatum", "time"})


def ultimatum(parse: Parse, so_far: Draft, i: int) -> Iterator[Undertaking]:
    """What follows when the time that somebody gave another runs out; time given to oneself is a plan."""
    if parse.lemma[i].lower() != "give" or not undertaken(parse, i):
        return
    passive = parse.child(i, "auxpass") is not None
    given = parse.child(i, "nsubjpass") if passive else _receiver(parse, i)
    demand = _demand(parse, i)
    if given is None or demand is None or not _timed(parse, i):
        return
    own = parse.lower(given).endswith(("self", "selves"))
    threat = _or_else(parse, i) or _otherwise(parse, i) or _after_which(parse, i) or _failing(parse, i)
    threat = threat or _warning(parse, i)
    giver = _giver(parse, so_far, i, threat) if passive else _named(parse, subject_of(parse, i))
    if not giver:
        return
    asked = trim(parse.text, parse.span(parse.left[demand], _end_of(parse, demand)), ' ,;:."“”')
    yield Undertaking(
        i, cue_span(parse, i), "plan" if own else "ultimatum", giver, demand if own or threat is None else threat,
        "verb:give until", 0.7, operation="extend" if not own and _more(parse, i) else "make",
        promisee=() if own else (phrase(parse, given),), due_at_cue=True,
        condition=(asked,) if not own and _unsaid(parse, threat) else (),
        bounds=_said_of(parse, so_far, threat) if passive and threat is not None else (),
    )  # fmt: skip


def _unsaid(parse: Parse, threat: int | None) -> bool:
    """Whether the threat names no condition of its own, such as "if they refuse": then it is that the demand is met."""
    return threat is not None and not conditional(parse, threat)


def _said_of(parse: Parse, so_far: Draft, threat: int) -> Spans:
    """The piece of what is said that holds the threat: not the "which" before the words that say who speaks."""
    said, at = holding(so_far, parse, threat), parse.span(threat, threat + 1)
    return tuple(piece for piece in said.content if piece.holds(at)) if said is not None else ()


def _named(parse: Parse, who: int | None) -> Spans:
    return (phrase(parse, who),) if who is not None else ()


def _giver(parse: Parse, so_far: Draft, i: int, threat: int | None) -> Spans:
    """Who gives time in a passive: the agent, else whoever says what will follow."""
    agent = next((n for p in parse.childs(i, "agent") if (n := parse.child(p, "pobj")) is not None), None)
    said = holding(so_far, parse, threat) if threat is not None else None
    return _named(parse, agent) or (said.source if said is not None else ())


def bidden(parse: Parse, i: int) -> Iterator[Undertaking]:
    """What follows for whoever does not do as he is told: "ordered the crew to leave by noon or be shot"."""
    whom, demand = parse.child(i, "dobj"), parse.child(i, "xcomp", "ccomp")
    subject = subject_of(parse, i)
    if parse.lemma[i].lower() not in listed("speech", "bidding") or None in (whom, demand, subject):
        return
    if demand is None or subject is None or whom is None or not undertaken(parse, i):
        return
    hosts = (demand, *parse.childs(demand, "xcomp"))
    ors = [t for t in range(demand, parse.right[demand]) if parse.lower(t) == "or" and parse.head[t] in hosts]
    otherwise = parse.child(parse.head[ors[0]], "conj") if ors else None
    infinitive = any(parse.tag[k] == "TO" for k in parse.childs(demand, "aux"))
    if otherwise is None or otherwise < ors[0] or not infinitive:
        return
    faced = parse.lower(ors[0] + 1) in ("face", "be", "risk", "suffer", "lose") or parse.tag[otherwise] == "MD"
    if not faced:
        return
    yield Undertaking(
        i, cue_span(parse, i), "ultimatum", (phrase(parse, subject),), otherwise, "verb:bid or", 0.65,
        promisee=(phrase(parse, whom),), due_at_cue=True,
        condition=(trim(parse.text, parse.span(parse.left[demand], ors[0]), ' ,;:."“”'),),
    )  # fmt: skip


def must_or(parse: Parse, so_far: Draft, i: int) -> Iterator[Undertaking]:
    """What follows for whoever does not do as he must: "must pay by May or lose its licence, the board said"."""
    must = any(parse.lower(c) in ("must", "should") for c in parse.childs(i, "aux"))
    bare = parse.tag[i] == "VB" and parse.child(i, "nsubj") is None and not parse.childs(i, "aux")
    ors = [t for t in parse.childs(i, "cc") if parse.lower(t) == "or"]
    conj = next((c for c in parse.childs(i, "conj") if ors and c > ors[0] and parse.pos[c] in ("VERB", "AUX")), None)
    if not (must or bare) or conj is None:
        return
    said = holding(so_far, parse, i)
    if said is None or not said.source:
        return
    blow = parse.child(conj, "dobj") if conj is not None else None
    blows = (
        listed("things", "threatened") | listed("idioms", "warned_of") | listed("actions", "withheld") | {"eviction"}
    )
    faced = parse.lemma[conj].lower() in ("face", "risk", "suffer", "lose", "forfeit") and parse.tag[conj] == "VB"
    faced = faced and blow is not None and parse.lemma[blow].lower() in blows
    speaker = next((a for a in so_far.actors if a.id == said.speaker), None)
    if faced and official(speaker):
        asked = trim(parse.text, parse.span(parse.left[i] if bare else i, ors[0]), ' ,;:."“”')
        yield Undertaking(
            i, parse.span(i, i + 1), "ultimatum", said.source, conj, "verb:must or", 0.6, statement=said,
            bounds=said.content, promisee=said.addressee, condition=(asked,), due_at_cue=True,
        )  # fmt: skip


def told_off(parse: Parse, so_far: Draft, i: int) -> Iterator[Undertaking]:
    """Time that somebody tells another he has: "You have 72 hours to leave," said the marshal. "Then we shoot." """
    if parse.lemma[i] != "have":
        return
    subject, demand = parse.child(i, "nsubj"), _demand(parse, i)
    if subject is None or demand is None:
        return
    said = holding(so_far, parse, i)
    if said is None:
        yield from _time_left(parse, so_far, i, demand)
    if said is None or not said.source:
        return
    own = parse.lower(subject) in ("i", "we") or any(s.overlaps(parse.span(subject, subject + 1)) for s in said.source)
    if own or not undertaken(parse, i) or not _timed(parse, i):
        return
    otherwise = _or_else(parse, i) or _otherwise(parse, i) or _failing(parse, i) or _then(parse, said, i)
    if otherwise is None:
        return
    asked = trim(parse.text, parse.span(parse.left[demand], _end_of(parse, demand)), ' ,;:."“”')
    yield Undertaking(
        i, cue_span(parse, i), "ultimatum", said.source, otherwise, "verb:have until", 0.65,
        promisee=said.addressee, statement=said, condition=(asked,), due_at_cue=True,
    )  # fmt: skip


def _time_left(parse: Parse, so_far: Draft, i: int, demand: int) -> Iterator[Undertaking]:
    """Time that somebody has, by the article's own word: "has until May to pay, after which the bank will sell it"."""
    threat = _after_which(parse, i) or _otherwise(parse, i) or _or_else(parse, i)
    subject = parse.child(threat, "nsubj") if threat is not None else None
    if threat is None or subject is None or not undertaken(parse, i) or not _timed(parse, i):
        return
    if official(actor_at(so_far, parse.span(subject, subject + 1))) or nameless(parse, subject):
        asked = trim(parse.text, parse.span(parse.left[demand], _end_of(parse, demand)), ' ,;:."“”')
        yield Undertaking(
            i, cue_span(parse, i), "ultimatum", (phrase(parse, subject),), threat, "verb:have until", 0.6,
            condition=(asked,), due_at_cue=True,
        )  # fmt: skip


def _then(parse: Parse, said: Statement, i: int) -> int | None:
    """What the speaker says next will follow: "After that, we open fire"."""
    for piece in said.content[1:]:
        tokens = parse.tokens_in(piece)
        for t in tokens:
            if t > i and parse.pos[t] == "VERB" and parse.lower(parse.child(t, "nsubj") or t) in ("i", "we"):
                return t
    return None


def _end_of(parse: Parse, demand: int) -> int:
    ends = (t for t in range(demand, parse.right[demand]) if parse.lower(t) == "or" or parse.word(t) == ",")
    return next(ends, parse.right[demand])


def _receiver(parse: Parse, i: int) -> int | None:
    known = parse.childs(i, "dative", "dobj")
    return next(
        (c for c in known if parse.lemma[c].lower() not in _SPANS and parse.pos[c] in ("NOUN", "PROPN", "PRON")), None
    )


def _demand(parse: Parse, i: int) -> int | None:
    """The infinitive that says what must be done: on the verb, or on the time that is given."""
    hosts = [
        i,
        *parse.childs(i, "dobj", "dative"),
        *(c for p in parse.childs(i, "prep") for c in parse.childs(p, "pobj")),
    ]
    clauses = [c for h in hosts for c in parse.childs(h, "xcomp", "advcl", "acl", "relcl", "ccomp") if c > i]
    return next((c for c in clauses if any(parse.tag[k] == "TO" for k in parse.childs(c, "aux"))), None)


def _timed(parse: Parse, i: int) -> bool:
    words = [t for t in parse.subtree(i) if i < t < i + 14]
    return any(
        parse.lower(t) in ("until", "till") or (parse.lemma[t] in _SPANS and parse.dep[t] in ("dobj", "npadvmod"))
        for t in words
    )


def _more(parse: Parse, i: int) -> bool:
    return any(parse.lower(t) in ("more", "another", "extra", "further") for t in parse.subtree(i) if i < t < i + 8)


def _otherwise(parse: Parse, i: int) -> int | None:
    """The verb of what "otherwise" would be done, in the same sentence or the next."""
    last = parse.sentence(i).last
    end = parse.sentence(last).last if last < len(parse) else last
    for t in range(i + 1, end):
        verb = parse.head[t]
        if parse.lower(t) == "otherwise" and any(parse.tag[c] == "MD" for c in parse.childs(verb, "aux")):
            return verb
    return None


def _failing(parse: Parse, i: int) -> int | None:
    """The verb of what will follow should that not be done: "has until noon to leave; if it does not, we will fire"."""
    for t in range(i + 1, parse.sentence(i).last):
        clause, verb = parse.head[t], parse.head[parse.head[t]]
        opens = parse.lower(t) in ("if", "should") and parse.dep[clause] == "advcl" and parse.pos[t - 1] == "PUNCT"
        below = {parse.lemma[c].lower() for c in (clause, *parse.children[clause])}
        not_done = bool(below & {"fail", "refuse"}) or parse.child(clause, "neg") is not None
        if opens and not_done and verb > clause and any(parse.tag[c] == "MD" for c in parse.childs(verb, "aux")):
            return verb
    return None


def _warning(parse: Parse, i: int) -> int | None:
    """The verb of what is threatened beside: "gave them until noon to leave, warning that it would fire"."""
    demand = _demand(parse, i)
    hosts = (i,) if demand is None else (i, demand)  # the parser may hang it on what is demanded
    beside = [c for host in hosts for c in parse.childs(host, "advcl", "conj") if c > i]
    asides = [c for c in beside if parse.lemma[c].lower() in ("warn", "threaten")]
    clauses = [v for c in asides for v in parse.childs(c, "ccomp", "xcomp")]
    return next((v for v in clauses if any(parse.tag[k] in ("MD", "TO") for k in parse.childs(v, "aux"))), None)


def _after_which(parse: Parse, i: int) -> int | None:
    """The verb of what follows "after which": "gave them until noon to leave, after which it would fire"."""
    last = parse.sentence(i).last
    behind = ("after which", "after that", "failing which", "failing that")
    at = next((t for t in range(i + 1, last - 1) if parse.words(t, t + 2).lower() in behind), None)
    if at is None:
        return None
    ahead = (v for v in range(at + 2, last) if parse.pos[v] == "VERB")
    return next((v for v in ahead if any(parse.tag[c] == "MD" for c in parse.childs(v, "aux"))), None)


def _or_else(parse: Parse, i: int) -> int | None:
    """The clause behind "or" that says what happens otherwise."""
    last = parse.sentence(i).last
    for t in range(i + 1, last):
        if parse.lower(t) == "or" and parse.dep[t] == "cc":
            for verb in range(t + 1, last):
                if parse.pos[verb] == "VERB" and any(parse.tag[c] == "MD" for c in parse.childs(verb, "aux")):
                    return verb
            return next((v for v in range(t + 1, last) if parse.tag[v] == "VB" and parse.dep[v] == "conj"), None)
    return None
