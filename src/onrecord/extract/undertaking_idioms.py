"""Undertakings that a turn of phrase carries: "is no longer bound by the truce", "has set 1 July as the date for the
vote", "warned of sanctions unless", "it is out of the question that"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.asserted import longer_than_said, undertaken
from onrecord.extract.attribution import phrase, subject_of
from onrecord.extract.commissives import listed
from onrecord.extract.draft import Draft
from onrecord.extract.holding import holding
from onrecord.extract.names import actor_at
from onrecord.extract.parse import Parse
from onrecord.extract.sides import actor_by_id, conditional, nameless, official
from onrecord.extract.undertaking import Undertaking
from onrecord.extract.undertaking_verbs import cue_span
from onrecord.extract.willed import befalls
from onrecord.model import Spans, Time


def of_idiom(parse: Parse, so_far: Draft, i: int) -> Iterator[Undertaking]:
    """The undertaking of a turn of phrase with token `i` in its middle, if any."""
    if parse.lower(i) == "bound":
        yield from _unbound(parse, i)
    elif parse.lower(i) == "question":
        yield from _no_question(parse, so_far, i)
    elif parse.pos[i] == "VERB" and parse.dep[i] not in ("amod", "aux"):
        yield from _day_set(parse, i)
        yield from _more_time(parse, i)
        yield from _meant(parse, so_far, i)
        yield from _called_for(parse, so_far, i)
        yield from _warned_of(parse, so_far, i)
        yield from _would_bring(parse, so_far, i)


def _unbound(parse: Parse, i: int) -> Iterator[Undertaking]:
    """ "is no longer bound by the truce", "no longer considers itself bound by it": the paper that is left."""
    first = next((t for t in range(max(i - 5, 0), i) if parse.words(t, t + 2).lower() == "no longer"), None)
    preps = (p for p in parse.childs(i, "agent", "prep") if parse.lower(p) in ("by", "to"))
    paper = next((n for p in preps if (n := parse.child(p, "pobj")) is not None), None)
    owner = next((s for t in (i, *parse.ancestors(i)) if (s := subject_of(parse, t)) is not None), None)
    if None in (first, paper, owner) or first is None or paper is None or owner is None:
        return
    if parse.lower(owner).endswith(("self", "selves")):  # "considers itself bound"
        owner = next((s for t in parse.ancestors(i) if (s := parse.child(t, "nsubj")) not in (None, owner)), owner)
    yield Undertaking(
        i, parse.span(first, i + 1), "promise", (phrase(parse, owner),), paper, "idiom:unbound", 0.65, "withdraw",
    )  # fmt: skip


def _no_question(parse: Parse, so_far: Draft, i: int) -> Iterator[Undertaking]:
    """ "there is no question of leaving", "it is out of the question that we leave": whoever decides says so."""
    none = any(parse.lower(c) == "no" for c in parse.childs(i, "det"))
    out = parse.words(max(i - 3, 0), i).lower() == "out of the"
    said = holding(so_far, parse, i)
    if not (none or out) or said is None or not said.source or not official(actor_by_id(so_far, said.speaker)):
        return
    tops = [i, *parse.ancestors(i)][:5] if out else [i]
    clauses = [c for t in tops for c in parse.childs(t, "ccomp", "csubj", "advcl", "acl") if parse.pos[c] == "VERB"]
    done = [parse.child(p, "pcomp") for p in parse.childs(i, "prep") if parse.lower(p) == "of"]
    action = next((c for c in (*done, *clauses) if c is not None), None)
    if action is not None:
        yield Undertaking(
            i, parse.span(i - 3 if out else i - 1, i + 1), "assurance", said.source, action, "idiom:no question", 0.65,
            promisee=said.addressee, statement=said, bounds=said.content, refusing=True,
        )  # fmt: skip


def _day_set(parse: Parse, i: int) -> Iterator[Undertaking]:
    """ "has set 1 July as the date for handing over power"."""
    owner = subject_of(parse, i)
    if parse.lemma[i].lower() not in ("set", "fix", "name") or owner is None or not undertaken(parse, i):
        return
    day = next((n for p in parse.childs(i, "prep") if parse.lower(p) == "as" for n in parse.childs(p, "pobj")), None)
    if (
        day is None
        or parse.lemma[day].lower() not in listed("operations", "days") | {"day"}
        or parse.child(i, "auxpass")
    ):
        return
    done = (parse.child(p, "pcomp", "pobj") for p in parse.childs(day, "prep") if parse.lower(p) in ("for", "of"))
    action = next((a for a in done if a is not None), None)
    if action is not None:
        yield Undertaking(
            i, cue_span(parse, i), "plan", (phrase(parse, owner),), action, "idiom:set day", 0.65, due_at_cue=True,
        )  # fmt: skip


def _more_time(parse: Parse, i: int) -> Iterator[Undertaking]:
    """ "needs until the end of May to finish it", "now expects to reopen it by June, a week later than planned"."""
    owner, lemma = subject_of(parse, i), parse.lemma[i].lower()
    action = next((c for c in parse.childs(i, "xcomp", "advcl") if c > i and parse.tag[parse.left[c]] == "TO"), None)
    if owner is None or action is None or not undertaken(parse, i):
        return
    needs = lemma in ("need", "require") and any(parse.lower(p) == "until" for p in parse.childs(i, "prep"))
    expects = (lemma in ("expect", "hope", "aim") or parse.lower(i) == "hopes") and longer_than_said(parse, action)
    if needs or expects:
        yield Undertaking(
            i, cue_span(parse, i), "plan", (phrase(parse, owner),), action, f"idiom:{lemma} until", 0.65, "extend",
            due_at_cue=needs,
        )  # fmt: skip


def _meant(parse: Parse, so_far: Draft, i: int) -> Iterator[Undertaking]:
    """ "Means to close it before Sunday", and, of what is done on purpose, "expects to open it in May"."""
    lemma, action = parse.lemma[i].lower(), parse.child(i, "xcomp")
    now = parse.tag[i] in ("VBZ", "VBP") or lemma == "vote"  # "voted to close the yard in May"
    if lemma not in ("mean", "expect", "vote") or not now or action is None or action < i:
        return
    owner = next((c for c in reversed(parse.childs(i, "nsubj"))), None)  # "Upstream, the board means to"
    owner = subject_of(parse, i) if owner is None else owner
    if owner is None or parse.tag[parse.left[action]] != "TO" or not undertaken(parse, i):
        return
    somebody = actor_at(so_far, parse.span(owner, owner + 1))
    body = somebody is not None or parse.lemma[owner].lower() in listed("sides", "bodies")
    done = parse.lemma[action].lower() in listed("actions", "passive") | listed("actions", "put")
    done = done or (lemma == "vote" and parse.lemma[action].lower() in ("strike", "walk", "stop"))
    known = body if lemma == "mean" else body and done and (somebody is None or official(somebody))
    if known and not befalls(parse, action, owner):
        yield Undertaking(
            i, cue_span(parse, i), "plan", (phrase(parse, owner),), action, f"idiom:{lemma}:article", 0.6,
        )  # fmt: skip


def _called_for(parse: Parse, so_far: Draft, i: int) -> Iterator[Undertaking]:
    """What is to be held on a day that is named: "announced a strike for Monday", "called a vote for 4 May"."""
    thing, owner = parse.child(i, "dobj"), subject_of(parse, i)
    named = parse.lemma[i].lower() in listed("idioms", "naming") and undertaken(parse, i)
    if not named or thing is None or owner is None or parse.lemma[thing].lower() not in listed("actions", "held"):
        return
    known = actor_at(so_far, parse.span(owner, owner + 1)) is not None or nameless(parse, owner)
    known = known or parse.lemma[owner].lower() in listed("sides", "bodies")
    preps = [
        p for host in (i, thing) for p in parse.childs(host, "prep") if parse.lower(p) in ("for", "from") and p > i
    ]
    days = [parse.span(p, parse.right[p]) for p in preps]
    if known and any(day.holds(t.span) and _to_come(so_far, t) for day in days for t in so_far.times):
        rule = "idiom:held on:article"
        yield Undertaking(
            i, cue_span(parse, i), "plan", (phrase(parse, owner),), thing, rule, 0.6, due_at_cue=True,
        )  # fmt: skip


def _to_come(so_far: Draft, time: Time) -> bool:
    """Whether a day lies ahead; what is named "for Monday" is to be on the next."""
    published = so_far.article.published
    said = time.span.of(so_far.article.text)
    bare = not any(c.isdigit() for c in said[-4:]) or len(said) < 3 or not said[-4:].isdigit()
    return bool(published and time.type in ("DATE", "TIME") and (bare or (time.last_day or "") >= published[:10]))


def _would_bring(parse: Parse, so_far: Draft, i: int) -> Iterator[Undertaking]:
    """ "Any breach would bring an embargo", "would be met with force": by whoever says so and can."""
    said, cause = holding(so_far, parse, i), parse.child(i, "nsubj", "nsubjpass")
    ahead = any(parse.lower(c) in ("will", "would") for c in parse.childs(i, "aux"))
    if said is None or not said.source or cause is None or not ahead or parse.child(i, "neg") is not None:
        return
    if not official(actor_by_id(so_far, said.speaker)) or actor_at(so_far, parse.span(cause, cause + 1)) is not None:
        return
    lemma, passive = parse.lemma[i].lower(), parse.child(i, "auxpass") is not None
    behind = [
        n for p in parse.childs(i, "prep") if parse.lower(p) in ("with", "to", "in") for n in parse.childs(p, "pobj")
    ]
    things = behind if passive or lemma in ("lead", "result") else parse.childs(i, "dobj")
    verbs = listed("idioms", "met_with") if passive else listed("idioms", "bringing")
    blow = next((n for n in things if parse.lemma[n].lower() in listed("idioms", "warned_of")), None)
    if lemma in verbs and blow is not None:
        trigger = parse.span(parse.left[cause], parse.right[cause])
        yield Undertaking(
            i, parse.span(i, i + 1), "threat", said.source, blow, f"idiom:{lemma}", 0.6, promisee=said.addressee,
            statement=said, bounds=said.content, condition=(trigger,),
        )  # fmt: skip


def _warned_of(parse: Parse, so_far: Draft, i: int) -> Iterator[Undertaking]:
    """ "warned of a strike unless the talks resume": by whoever can carry it out."""
    if parse.lemma[i].lower() not in ("warn", "threaten") or not undertaken(parse, i) or not conditional(parse, i):
        return
    things = (n for p in parse.childs(i, "prep") if parse.lower(p) in ("of", "with") for n in parse.childs(p, "pobj"))
    blow = next((n for n in things if parse.lemma[n].lower() in listed("idioms", "warned_of")), None)
    owner = subject_of(parse, i)
    if blow is None or owner is None or not official(actor_at(so_far, parse.span(owner, owner + 1))):
        return
    whom: Spans = tuple(phrase(parse, n) for n in parse.childs(i, "dobj"))
    yield Undertaking(
        i, cue_span(parse, i), "threat", (phrase(parse, owner),), blow, "idiom:warn of", 0.65, promisee=whom,
    )  # fmt: skip
