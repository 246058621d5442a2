"""Undertakings that a noun names: "its pledge to leave", "assurances from X that …", "no intention of leaving"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.asserted import clause_head, may, prospective, undertaken
from onrecord.extract.attribution import phrase, subject_of
from onrecord.extract.commissives import kinds, listed
from onrecord.extract.draft import Draft
from onrecord.extract.parse import Parse
from onrecord.extract.undertaking import Undertaking
from onrecord.model import Span, Spans, Statement, hull
from onrecord.model.commitment import Operation

_VERBAL = ("VERB", "AUX")
_NEITHER = frozenset({"no", "neither"})


def of_noun(parse: Parse, so_far: Draft, i: int, said: Statement | None) -> Iterator[Undertaking]:
    """ "its pledge to leave", "assurances from X that …", "an offer of talks", "no intention of leaving"."""
    action = _noun_content(parse, i, said)
    if action is None:
        return
    verb = _governor(parse, i)
    lemma = parse.lemma[i].lower()
    refusing = lemma in listed("idioms", "refusing") and _none(parse, i, verb)
    if _none(parse, i, verb) and not refusing:
        return
    promisor, owned, promisee = _owner(parse, so_far, i, verb, said)
    if not promisor or (refusing and verb is not None and parse.lemma[verb] not in ("have", "be", "harbour")):
        return
    made = verb is None or refusing or undertaken(parse, verb)
    if not made and not owned:
        return
    operation: Operation = "make"
    if verb is not None and made and not refusing:
        operation = operation_of(parse, verb)
    idiom = listed("idioms", lemma) if lemma in listed("idioms", "only_after") else None
    if idiom is not None and (verb is None or parse.lemma[verb] not in idiom):
        return
    kind = "assurance" if refusing else kinds("nouns")[lemma]
    relayed = _relayed(parse, i, verb) if verb is not None and owned else ()
    relayed = tuple(span for span in relayed if span not in promisor)
    if relayed and operation == "reaffirm":
        operation = "make"  # confirmed by another, it is only told
    yield Undertaking(
        i, _noun_cue(parse, i, verb), kind, promisor, action, f"noun:{lemma}", 0.8, operation, promisee,
        said, said.content if said is not None else (), refusing, relayed=relayed,
    )  # fmt: skip


def _relayed(parse: Parse, i: int, verb: int) -> Spans:
    """Who passes on what another promised: "their pledge was conveyed by the envoy", "an envoy brought a pledge by"."""
    particle = parse.child(verb, "prt", "advmod")
    names = {parse.lemma[verb].lower(), f"{parse.lemma[verb].lower()} {parse.lower(particle or verb)}"}
    if not names & listed("sides", "relaying"):
        return ()
    agents = [parse.child(p, "pobj") for p in parse.childs(verb, "agent")]
    by = agents[0] if agents and parse.dep[i] == "nsubjpass" else None
    by = parse.child(verb, "nsubj") if parse.dep[i] == "dobj" else by
    return (phrase(parse, by),) if by is not None and parse.pos[by] in ("NOUN", "PROPN") else ()


def _noun_cue(parse: Parse, i: int, verb: int | None) -> Span:
    if verb is not None and verb < i and parse.lemma[verb] in ("have", "give", "make") and i - verb <= 4:
        return parse.span(verb, i + 1)
    return parse.span(i, i + 1)


def operation_of(parse: Parse, verb: int) -> Operation:
    """What the verb does with the undertaking that is its object: takes it back, says it again, or gives it."""
    lemma = parse.lemma[verb].lower()
    said = {parse.lower(c) for c in parse.childs(verb, "advmod", "prt", "prep")}
    if lemma in listed("operations", "standing") and "longer" in said:
        return "withdraw"  # "the promise no longer holds"
    if lemma in listed("operations", "standing") and said & listed("operations", "still"):
        return "reaffirm"
    phrases = {f"{lemma} {word}" for word in said}
    if lemma in listed("operations", "withdraw") or phrases & listed("operations", "withdraw_phrases"):
        return "withdraw"
    if lemma == "take" and "off the table" in parse.words(verb, parse.right[verb]).lower():
        return "withdraw"
    if lemma == "bind" and "longer" in {parse.lower(t) for t in parse.subtree(verb)}:
        return "withdraw"
    again = lemma in listed("operations", "reaffirm") or bool(phrases & listed("operations", "reaffirm_phrases"))
    return "reaffirm" if again else "make"


def _governor(parse: Parse, i: int) -> int | None:
    """The verb whose object the noun is, or that has it behind a preposition: "reneged on its promise"."""
    head = parse.head[i]
    if parse.dep[i] in ("dobj", "nsubjpass", "attr", "nsubj", "conj") and parse.pos[head] in _VERBAL:
        return head
    if parse.dep[i] == "pobj":
        above = parse.head[head]
        if parse.pos[head] in _VERBAL:
            return head
        while parse.pos[above] in ("ADP", "ADV") and parse.head[above] != above:
            above = parse.head[above]
        return above if parse.pos[above] in _VERBAL else None
    return None


def _none(parse: Parse, i: int, verb: int | None) -> bool:
    """ "no plans to", "does not have any plans to", "neither army has any plans to"."""
    if any(parse.lower(c) in ("no", "neither") for c in parse.childs(i, "det")):
        return True
    subject = parse.child(verb, "nsubj") if verb is not None else None
    if subject is not None and subject != i and any(parse.lower(t) in _NEITHER for t in parse.childs(subject, "det")):
        return True
    negated = verb is not None and parse.child(verb, "neg") is not None
    return negated and parse.lemma[verb] in ("have", "be", "make", "give", "offer") if verb is not None else False


def _noun_content(parse: Parse, i: int, said: Statement | None) -> int | None:
    if said is not None and said.content:
        head = clause_head(parse, said.content)
        free = kinds("nouns")[parse.lemma[i].lower()] == "assurance" and head is not None and may(parse, head)
        if head is not None and parse.pos[head] in _VERBAL and (free or prospective(parse, head)):
            return head
    for c in parse.childs(i, "acl", "ccomp", "relcl"):
        relative = any(parse.tag[k] in ("WDT", "WP") for k in parse.childs(c, "nsubj", "dobj", "nsubjpass", "mark"))
        if c > i and parse.pos[c] in _VERBAL and not relative and prospective(parse, c):
            return c
    lemma = parse.lemma[i].lower()
    for prep in parse.childs(i, "prep"):
        giver = parse.child(prep, "pobj")
        if parse.lower(prep) in ("from", "by") and giver is not None:
            behind = next((c for c in parse.childs(giver, "acl", "relcl") if _promises(parse, c)), None)
            if behind is not None:
                return behind
        gerund, noun = parse.child(prep, "pcomp"), parse.child(prep, "pobj")
        if parse.lower(prep) in ("of", "to") and gerund is not None and parse.tag[gerund] == "VBG":
            return gerund
        owned = parse.child(i, "poss") is not None
        thing = kinds("nouns")[lemma] != "plan" and lemma not in ("word", "commitment") and (owned or lemma != "threat")
        if parse.lower(prep) == "of" and noun is not None and thing and parse.pos[noun] == "NOUN":
            return noun
    return _hung_above(parse, i)


def _hung_above(parse: Parse, i: int) -> int | None:
    """The clause right behind the noun's phrase which the parser hung on the verb above: "gave a pledge it would …",
    "pulled out of the deal to pay"."""
    verb = parse.head[i] if parse.dep[i] == "dobj" else _governor(parse, i) if parse.dep[i] == "pobj" else None
    if verb is None or parse.lemma[verb] not in listed("sides", "giving") | listed("sides", "getting"):
        return None
    ends = {parse.right[i], *(parse.right[p] for p in parse.childs(verb, "prep") if parse.left[p] == parse.right[i])}
    behind = [c for c in parse.childs(verb, "advcl", "xcomp", "ccomp") if parse.left[c] in ends]
    return next((c for c in behind if prospective(parse, c) and _unmarked(parse, c)), None)


def _unmarked(parse: Parse, c: int) -> bool:
    return all(parse.lower(m) == "that" for m in parse.childs(c, "mark"))


def _promises(parse: Parse, c: int) -> bool:
    """Whether a clause on the giver says what he gave: "a word from the mayor that the bridge would hold"."""
    whole = parse.child(c, "mark") is not None and parse.child(c, "nsubj", "nsubjpass") is not None
    return _infinitive(parse, c) or (whole and prospective(parse, c))


def _infinitive(parse: Parse, c: int) -> bool:
    return any(parse.tag[k] == "TO" for k in parse.childs(c, "aux"))


def _a_time(parse: Parse, so_far: Draft, noun: int) -> bool:
    """Whether a noun is a term: "a promise of a quay by the end of 2050" is made by nobody of that name."""
    return any(t.span.holds(parse.span(noun, noun + 1)) for t in so_far.times)


def _brought(parse: Parse, i: int, verb: int) -> bool:
    """Whether somebody comes with what he promises: "arrived with a promise of a new quay"."""
    return parse.lower(parse.head[i]) == "with" and parse.lemma[verb].lower() in listed("sides", "coming")


def _owner(parse: Parse, so_far: Draft, i: int, verb: int | None, said: Statement | None) -> tuple[Spans, bool, Spans]:
    """Who gave what the noun names, whether the noun itself is marked as his, and who got it."""
    subject = subject_of(parse, verb) if verb is not None and parse.dep[i] != "nsubj" else None
    gets = verb is not None and parse.lemma[verb] in listed("sides", "getting")
    receiver: Spans = (phrase(parse, subject),) if subject is not None and gets else ()
    promisee = said.addressee if said is not None and said.addressee else receiver
    owner = parse.child(i, "poss")
    giver = parse.child(verb, "nsubj") if verb is not None else None
    urged = _urged(parse, verb) if verb is not None and owner is not None and giver is None else None
    if urged is not None and owner is not None and parse.pos[owner] == "PRON":
        return (phrase(parse, urged),), True, promisee
    mine = owner is not None and parse.lower(owner) in ("my", "our")
    if owner is not None and mine and giver is not None and parse.lower(giver) not in ("i", "we"):
        return (phrase(parse, owner),), True, promisee  # "you have my word"
    own = giver is not None and giver < i and not gets and not _of_another(parse, verb)
    if owner is not None and parse.pos[owner] == "PRON" and giver is not None and own:
        return (phrase(parse, giver),), True, promisee
    if owner is not None:
        case = next((c for c in parse.childs(owner, "case") if c > owner), None)
        return (parse.span(parse.left[owner], case if case is not None else parse.right[owner]),), True, promisee
    around = [*parse.childs(i, "prep", "agent"), *(parse.childs(verb, "prep", "agent") if verb is not None else [])]
    for p in around:
        noun = parse.child(p, "pobj")
        if noun is None or _a_time(parse, so_far, noun):
            continue
        if parse.lower(p) in ("from", "by") and parse.pos[noun] in ("NOUN", "PROPN", "PRON"):
            return (phrase(parse, noun),), True, promisee
    timed = said is not None and bool(said.source) and any(t.span.overlaps(hull(said.source)) for t in so_far.times)
    if said is not None and said.source and not timed and hull(said.source) not in receiver:
        return said.source, False, promisee
    brought = verb is not None and _brought(parse, i, verb)
    if subject is not None and verb is not None and (brought or parse.lemma[verb] in listed("sides", "giving")):
        return (phrase(parse, subject),), False, promisee
    return (), False, promisee


def _of_another(parse: Parse, verb: int | None) -> bool:
    """Whether whoever does it does so to what another undertook: "backed his threat", "welcomed her offer"."""
    return verb is not None and parse.lemma[verb].lower() in listed("sides", "answering")


def _urged(parse: Parse, verb: int) -> int | None:
    """Whoever is urged to keep his word: "asked Kell to honour its pledge", "called on the mayor to"."""
    above = parse.head[verb]
    if parse.dep[verb] not in ("xcomp", "ccomp", "advcl") or parse.tag[verb] != "VB" or parse.pos[above] != "VERB":
        return None
    asked = parse.child(above, "dobj")
    called = [parse.child(p, "pobj") for p in parse.childs(above, "prep") if parse.lower(p) in ("on", "upon", "for")]
    return asked if asked is not None else next((n for n in called if n is not None and n < verb), None)
