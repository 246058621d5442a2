"""Undertakings that a verb or an adjective carries: "pledged to leave", "vowed that …", "is ready to talk"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.asserted import clause_head, may, prospective, undertaken
from onrecord.extract.attribution import phrase, subject_of
from onrecord.extract.commissives import kinds, listed
from onrecord.extract.draft import Draft
from onrecord.extract.mouths import fronted
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.plans import speaks_of_nobody
from onrecord.extract.undertaking import Undertaking
from onrecord.extract.undertaking_things import promised_thing, receiver, things
from onrecord.model import Span, Spans, Statement
from onrecord.model.commitment import CommitmentKind, Operation

_VERBAL = ("VERB", "AUX")
_ASKING = frozenset({"what", "which", "how", "who", "whom", "whose", "why"})


def of_verb(parse: Parse, so_far: Draft, i: int, said: Statement | None) -> Iterator[Undertaking]:
    """ "pledged to leave", "vowed that …", "pledged two ferries", "committed to closing …"."""
    kind = kinds("verbs")[parse.lemma[i].lower()]
    passive = parse.child(i, "auxpass") is not None
    if _by_nobody(parse, i, kind, passive):
        return
    promisor = _promisor(parse, so_far, i, said, passive)
    base = Undertaking(
        i, cue_span(parse, i), kind, promisor, i, f"verb:{parse.lemma[i].lower()}", 0.88,
        promisee=_promisee(parse, so_far, i, said, passive), statement=said,
        operation=_operation(parse, i),
    )  # fmt: skip
    infinitive = parse.child(i, "xcomp")
    if infinitive is not None and _open(parse, infinitive):
        return
    if (
        infinitive is not None
        and infinitive > i
        and not _how_given(parse, infinitive)
        and prospective(parse, infinitive)
    ):
        yield replace(base, action=infinitive, bounds=_bounds(parse, infinitive, said))
        return
    if said is not None and said.content:
        head = clause_head(parse, said.content)
        ahead = head is not None and (prospective(parse, head) or _ing(parse, head) or _granted(parse, i, head))
        asked = parse.lower(parse.tokens_in(said.content[0])[0]) in _ASKING  # "decided what it would be"
        if head is not None and parse.pos[head] in _VERBAL and ahead:
            if asked or _opinion(parse, so_far, i, head):
                return
            yield replace(base, action=head, bounds=said.content, subject=fronted(parse, said, head))
            return
    own = next((c for c in parse.childs(i, "xcomp", "ccomp", "advcl") if c > i and _taken(parse, c)), None)
    own = None if own is not None and _only_aim(parse, i, own) else own
    own = _ahead(parse, i) if own is None else own
    own = _hung_on_addressee(parse, i) if own is None else own
    own = _behind_venue(parse, so_far, i) if own is None else own
    own = _around(parse, i) if own is None else own
    if own is not None:
        yield replace(base, action=own)
    elif passive and (thing := promised_thing(parse, so_far, i)) is not None:
        yield replace(base, action=thing, confidence=0.75, promisee=())
    elif not passive or parse.child(i, "dobj") is not None:
        for thing in things(parse, so_far, i):
            # "agreed to a truce": the truce is what is agreed to, nobody is spoken to
            taken = any(parse.span(thing, thing + 1).overlaps(span) for span in base.promisee)
            yield replace(base, action=thing, confidence=0.75, promisee=() if taken else base.promisee)


def _by_nobody(parse: Parse, i: int, kind: CommitmentKind, passive: bool) -> bool:
    """Whether nobody undertakes anything by a verb: it is wished for, said of nobody or of a law, or names a thing."""
    named = parse.tag[i] == "VBN" and not parse.childs(i, "aux", "auxpass")  # "protests intended to close it"
    if not undertaken(parse, i) or (parse.dep[i] in ("acl", "advcl") and named):
        return True
    subject = parse.child(i, "nsubj", "nsubjpass")
    if subject is not None and speaks_of_nobody(parse, subject):
        return True  # "neither side has promised", "nobody has been promised"
    if subject is not None and parse.lemma[subject].lower() in listed("things", "means"):
        return True  # "the law guarantees that": nobody does
    if passive and parse.lemma[i].lower() not in listed("things", "passive") and parse.child(i, "agent") is None:
        return True
    # "it is virtually assured that it will rain"
    return passive and subject is not None and parse.lower(subject) == "it" and kind == "assurance"


def excluded(parse: Parse, so_far: Draft, i: int) -> Iterator[Undertaking]:
    """ "ruled out a return", "forswore the use of force": the thing, which will not be."""
    particle = parse.child(i, "prt")
    name = f"{parse.lemma[i].lower()} {parse.lower(particle)}" if particle is not None else parse.lemma[i].lower()
    thing = parse.child(i, "dobj", "xcomp", "pcomp")
    thing = _behind_date(parse, i) if thing is None else thing
    if name not in listed("idioms", "excluding") or thing is None or subject_of(parse, i) is None:
        return
    if parse.tag[thing] != "VBG" and _found_not_to_be(parse, so_far, i, thing):
        return
    if parse.child(i, "auxpass") is None and undertaken(parse, i):
        yield Undertaking(
            i, cue_span(parse, i), "assurance", _promisor(parse, so_far, i, None, False), thing, f"verb:{name}", 0.75,
            refusing=True,
        )  # fmt: skip


def _found_not_to_be(parse: Parse, so_far: Draft, i: int, thing: int) -> bool:
    """Whether something is ruled out as what it is or was, not as what will be done: "ruled out foul play", "ruled out
    the rebels as suspects"."""
    cause = any(parse.lower(p) == "as" for host in (i, thing) for p in parse.childs(host, "prep"))
    somebody = actor_at(so_far, parse.span(thing, thing + 1)) is not None
    finder = subject_of(parse, i)
    finds = finder is not None and parse.lemma[finder].lower() in listed("idioms", "finders")
    return cause or somebody or finds or parse.lemma[thing].lower() in listed("idioms", "not_deeds")


def _behind_date(parse: Parse, i: int) -> int | None:
    """The gerund behind a date: "ruled out on Monday closing the port"."""
    ends = {parse.right[p] for p in parse.childs(i, "prep") if parse.lower(p) == "on"}
    return next((c for c in parse.childs(i, "advcl") if parse.tag[c] == "VBG" and c in ends), None)


def _bounds(parse: Parse, action: int, said: Statement | None) -> Spans:
    """What the statement holds, where it holds the action."""
    at = parse.span(action, action + 1)
    return said.content if said is not None and any(piece.holds(at) for piece in said.content) else ()


def _ahead(parse: Parse, i: int) -> int | None:
    """The clause before its verb: "…, villagers will do it themselves, their leader, Abo Sarr, threatened"."""
    behind = parse.word(i - 1) == "," or parse.dep[i] == "ROOT"
    clauses = [c for c in parse.childs(i, "ccomp") if c < i and prospective(parse, c)] if behind else []
    return next((c for c in clauses if any(parse.word(t) == "," for t in range(c, i))), None)


def _around(parse: Parse, i: int) -> int | None:
    """The clause around the words that say who promises it: "Until May, she pledged, nobody would be moved"."""
    clause, owner = parse.head[i], parse.child(i, "nsubj")
    aside = parse.dep[i] in ("advcl", "parataxis", "ccomp") and owner is not None and not parse.childs(i, "mark")
    if not aside or owner is None or i + 1 >= len(parse) or parse.word(i + 1) != "," or clause < i:
        return None
    cut_off = parse.word(parse.left[owner] - 1) == "," and parse.child(i, "dobj", "xcomp") is None
    return clause if cut_off and prospective(parse, clause) else None


def _hung_on_addressee(parse: Parse, i: int) -> int | None:
    """The clause that the parser hung on whom it was promised to: "has assured us that the men will be freed"."""
    whom = parse.child(i, "dobj")
    clauses = parse.childs(whom, "relcl", "acl", "ccomp") if whom is not None else []
    return next(
        (
            c for c in clauses
            if any(parse.lower(m) == "that" for m in parse.childs(c, "mark"))
            and parse.child(c, "nsubj", "nsubjpass", "expl") is not None and prospective(parse, c)
        ),
        None,
    )  # fmt: skip


def _behind_venue(parse: Parse, so_far: Draft, i: int) -> int | None:
    """The clause that the parser hung on where or when it was promised: "assured him on a visit to Lund that …"."""
    thing = parse.child(i, "dobj")
    if thing is not None and parse.pos[thing] != "PRON" and actor_at(so_far, parse.span(thing, thing + 1)) is None:
        return None
    for prep in (p for p in parse.childs(i, "prep", "agent", "npadvmod") if p > i):
        for c in parse.subtree(prep):
            if (
                parse.pos[c] not in _VERBAL
                or parse.dep[c] not in ("acl", "relcl", "ccomp")
                or not prospective(parse, c)
            ):
                continue
            that = parse.lower(parse.left[c]) == "that" and parse.child(c, "nsubj", "nsubjpass") != parse.left[c]
            infinitive = parse.tag[parse.left[c]] == "TO" and parse.dep[c] == "acl"
            if (that and parse.child(c, "nsubj", "nsubjpass", "expl") is not None) or infinitive:
                return c
    return None


def _open(parse: Parse, c: int) -> bool:
    """ "deciding whether to leave" decides nothing yet."""
    return any(parse.lower(m) in ("whether", "if", "how", "when", "where") for m in parse.childs(c, "mark", "advmod"))


def _taken(parse: Parse, c: int) -> bool:
    """Whether a clause is what the verb takes; an infinitive that the parser took for a purpose is."""
    if _open(parse, c) or parse.lower(parse.left[c]) == "only":  # "agreed, only to have them walk out"
        return False
    infinitive = any(parse.tag[k] == "TO" for k in parse.childs(c, "aux"))
    return prospective(parse, c) if parse.dep[c] != "advcl" else infinitive and not _how_given(parse, c)


def _only_aim(parse: Parse, i: int, c: int) -> bool:
    """Whether an infinitive says what the thing that is planned is for: "plans daily flights to boost trade"."""
    thing = parse.child(i, "dobj")
    return parse.lemma[i] in ("plan", "propose") and parse.dep[c] == "advcl" and thing is not None and thing < c


def _how_given(parse: Parse, c: int) -> bool:
    """Whether an infinitive only says of what is promised when it is given: "pledged £2m, to be paid by May"."""
    passive = parse.child(c, "auxpass") is not None and parse.child(c, "nsubjpass") is None
    return passive and parse.child(parse.head[c], "dobj") is not None


def _granted(parse: Parse, i: int, head: int) -> bool:
    """Whether what is guaranteed is that others can do something: "guaranteed that the buses can pass"."""
    return may(parse, head) and parse.lemma[i].lower() in ("guarantee", "assure")


def _operation(parse: Parse, i: int) -> Operation:
    """What the verb does with an earlier undertaking: "promised again", "no longer intends"."""
    adverbs = parse.childs(i, "advmod")
    if any(parse.lower(c) == "longer" and parse.child(c, "neg") is not None for c in adverbs):
        return "withdraw"
    return "reaffirm" if any(parse.lower(c) in listed("operations", "again") for c in adverbs) else "make"


def _ing(parse: Parse, head: int) -> bool:
    return parse.tag[head] == "VBG" and parse.dep[head] in ("pcomp", "xcomp")


def _opinion(parse: Parse, so_far: Draft, i: int, head: int) -> bool:
    """Whether those who agree that a thing would do something are only of one mind about it."""
    subject = parse.child(head, "nsubj")
    if parse.lemma[i].lower() == "decide":
        return parse.lemma[head] == "be" and subject is not None and parse.pos[subject] == "NOUN"
    if parse.lemma[i].lower() != "agree" or subject is None or parse.pos[subject] == "PRON":
        return False
    thing = actor_at(so_far, parse.span(subject, subject + 1)) is None
    return thing and parse.lemma[head].lower() not in listed("actions", "scheduled")


def cue_span(parse: Parse, i: int) -> Span:
    """The cue with the auxiliaries right before it and its particle."""
    first = i
    while first > 0 and first - 1 in parse.children[i] and parse.dep[first - 1] in ("aux", "auxpass", "neg"):
        first -= 1
    last = i + 1
    if last < len(parse) and last in parse.children[i] and parse.dep[last] == "prt":
        last += 1
    return parse.span(first, last)


def _promisor(parse: Parse, so_far: Draft, i: int, said: Statement | None, passive: bool) -> Spans:
    if passive:
        hung = [i, *parse.childs(i, "dobj")]  # "was promised a quay by the council": hung on the quay
        by = (p for h in hung for p in parse.childs(h, "agent", "prep") if parse.lower(p) == "by")
        agents = (n for p in by if (n := parse.child(p, "pobj")) is not None)
        days = [t.span for t in so_far.times]  # "have been promised a quay by Christmas"
        noun = next((n for n in agents if not any(d.overlaps(parse.span(n, n + 1)) for d in days)), None)
        if noun is not None and parse.lemma[noun].lower() in listed("things", "papers"):
            noun = subject_of(parse, i)  # "is bound by the accord to leave"
        return (phrase(parse, noun),) if noun is not None else ()
    if said is not None and said.source:
        return said.source
    known = (_bound(parse, i), subject_of(parse, i), before_aside(parse, i))
    subject = next((s for s in known if s is not None), None)
    return (phrase(parse, subject),) if subject is not None and parse.pos[subject] not in _VERBAL else ()


def before_aside(parse: Parse, i: int) -> int | None:
    """The subject that an aside parts from the participle: "the firm has, two envoys say, undertaken to pay"."""
    return next((s for a in parse.childs(i, "aux", "auxpass") if (s := parse.child(a, "nsubj")) is not None), None)


def _bound(parse: Parse, i: int) -> int | None:
    """Whom a paper binds: "the accord commits both camps to leave"."""
    paper, whom = parse.child(i, "nsubj"), parse.child(i, "dobj")
    if parse.lemma[i] not in ("commit", "bind") or paper is None or whom is None:
        return None
    reflexive = parse.lower(whom).endswith(("self", "selves"))
    return whom if parse.lemma[paper].lower() in listed("things", "papers") and not reflexive else None


def _promisee(parse: Parse, so_far: Draft, i: int, said: Statement | None, passive: bool) -> Spans:
    if said is not None and said.addressee:
        return said.addressee
    subject = parse.child(i, "nsubjpass")
    if passive and subject is not None and parse.lower(subject) not in ("it", "that", "this", "what"):
        return (phrase(parse, subject),)
    for c in parse.childs(i, "dative", "dobj"):
        if parse.dep[c] == "dative" and parse.pos[c] == "ADP":
            noun = parse.child(c, "pobj")
        else:
            known = parse.pos[c] == "PRON" or actor_at(so_far, parse.span(c, c + 1)) is not None
            given = c == receiver(parse, i)
            noun = (
                c
                if given or parse.dep[c] == "dative" or (known and parse.child(i, "xcomp", "ccomp") is not None)
                else None
            )
        if noun is not None and not parse.lower(noun).endswith(("self", "selves")):
            return (phrase(parse, noun),)
    return ()
