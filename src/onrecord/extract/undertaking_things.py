"""What is promised as a thing: "pledged two ferries", "offered the crew a bonus if", "new pumps were promised"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.attribution import subject_of
from onrecord.extract.commissives import listed
from onrecord.extract.draft import Draft
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.sides import nameless, official

_IN_RETURN = frozenset({"in return", "in exchange"})


def promised_thing(parse: Parse, so_far: Draft, i: int) -> int | None:
    """ "New pumps have been promised": the subject, where it is no one and nothing else is promised."""
    thing = parse.child(i, "nsubjpass")
    if thing is None or parse.child(i, "dobj") is not None or parse.pos[thing] in ("PRON", "PROPN"):
        return None
    return thing if actor_at(so_far, parse.span(thing, thing + 1)) is None else None


def things(parse: Parse, so_far: Draft, i: int) -> Iterator[int]:
    """What is promised as a thing: the object, or what stands behind "to"."""
    lemma = parse.lemma[i].lower()
    if lemma in listed("things", "toward"):
        preps = parse.childs(i, "prep")
        for prep in [*preps, *(c for p in preps for c in parse.childs(p, "conj"))]:
            noun = parse.child(prep, "pobj", "pcomp")
            on = lemma == "agree" and noun is not None and parse.lemma[noun].lower() in listed("things", "offered")
            said = parse.lower(prep) == "to" or (parse.lower(prep) in ("on", "upon") and on)
            if said and noun is not None and _thing_agreed(parse, noun):
                yield noun
        return
    thing = parse.child(i, "dobj") if receiver(parse, i) is None else parse.childs(i, "dobj")[-1]
    if lemma not in listed("things", "verbs") or thing is None or parse.pos[thing] not in ("NOUN", "SYM", "NUM"):
        return
    if any(parse.lower(c) in ("no", "neither") for c in parse.childs(thing, "det")):
        return
    named = parse.lemma[thing].lower()
    if named in listed("things", "never") or (lemma == "plan" and parse.tag[i] in ("VBD", "VBN")):
        return
    likely = "threatened" if lemma == "threaten" else "offered"
    if lemma in ("threaten", "offer") and named not in listed("things", likely) and not _bargain(parse, i, thing):
        return
    given = lemma == "offer" or receiver(parse, i) is not None or _a_new_one(parse, i, thing)
    victim = actor_at(so_far, parse.span(thing, thing + 1)) is not None and not given
    passive = parse.child(i, "auxpass") is not None
    subject = subject_of(parse, i)
    known = subject is not None and actor_at(so_far, parse.span(subject, subject + 1)) is not None
    known = known or (subject is not None and (nameless(parse, subject) or _a_body(parse, subject)))
    if lemma == "guarantee" and not known and not passive:
        return
    if lemma == "offer" and (passive or not known):
        return
    now = parse.tag[i] in ("VBZ", "VBP") and not parse.childs(i, "aux")
    daily = lemma in ("offer", "guarantee") and now and receiver(parse, i) is None and subject is not None
    if daily and subject is not None and not official(actor_at(so_far, parse.span(subject, subject + 1))):
        return  # a shop "offers advice" day by day
    if (passive or subject_of(parse, i) is not None) and not (victim and not passive):
        yield thing


def _a_new_one(parse: Parse, i: int, thing: int) -> bool:
    """Whether what is promised is a body or people that are to come: "promised a field hospital", "pledged 40 doctors";
    "promised the town" tells to whom."""
    counted = any(parse.lower(c) in ("a", "an") or parse.tag[c] == "CD" for c in parse.childs(thing, "det", "nummod"))
    return counted and parse.lemma[i].lower() in ("promise", "pledge")


def _a_body(parse: Parse, subject: int) -> bool:
    return parse.lemma[subject].lower() in listed("sides", "bodies")


def _thing_agreed(parse: Parse, noun: int) -> bool:
    """Whether a word can name what is agreed to: a bare number cannot ("by two to one"), "net zero" can."""
    return parse.pos[noun] in ("NOUN", "VERB", "ADJ") or (parse.pos[noun] == "NUM" and parse.left[noun] < noun)


def receiver(parse: Parse, i: int) -> int | None:
    """To whom a thing is promised, also where the parser takes him for an object beside it: "offered its stokers on
    Monday a bonus"."""
    objects = parse.childs(i, "dobj")
    two = len(objects) > 1 and parse.pos[objects[0]] in ("NOUN", "PROPN", "PRON")  # not the "$" of "$80m"
    return objects[0] if two else parse.child(i, "dative")


def _bargain(parse: Parse, i: int, thing: int) -> bool:
    """Whether somebody is offered a thing on a condition, or so much of it: "offered the crew a month's pay if"."""
    whom = receiver(parse, i)
    length = parse.lemma[thing].lower() in ("day", "week", "month", "year", "hour")
    length = length and not any(parse.lower(p) == "of" for p in parse.childs(thing, "prep"))  # "five weeks of leave"
    if parse.lemma[i].lower() != "offer" or whom is None or length:
        return False
    counted = any(parse.tag[t] in ("CD", "$") for t in parse.subtree(thing))
    hung = [c for host in (i, thing) for c in parse.childs(host, "advcl", "prep", "acl")]
    return (
        counted
        or any(parse.words(parse.left[c], parse.left[c] + 2).lower() in _IN_RETURN for c in hung)
        or any(parse.lower(m) == "if" for c in hung for m in parse.childs(c, "mark"))
    )
