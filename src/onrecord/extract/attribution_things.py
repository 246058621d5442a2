"""Verbs whose content is a noun: "denies this", "called for a truce", "was accused of fraud", "called it a farce"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.attribution_found import Found, verb_cue
from onrecord.extract.attribution_frames import finite
from onrecord.extract.attribution_relays import citing, quoted_aside
from onrecord.extract.content_things import noun_tokens, opens_quotation, thing_words
from onrecord.extract.content_words import joined_cue, pieces
from onrecord.extract.cue_words import Cues
from onrecord.extract.parse import Parse
from onrecord.extract.roles import profile
from onrecord.extract.source_phrase import (
    addressee_of,
    agent_of,
    can_think,
    is_passive,
    is_speaker,
    issuer_of,
    negated,
    source_words,
    subject_of,
    venue_of,
)
from onrecord.model import Spans, hull
from onrecord.model.statement import CueClass

_ARMED = frozenset({"MIL", "REB", "UAF", "COP"})
"""Sectors of those who bear arms."""


def verb_with_thing(parse: Parse, words: Cues, i: int, lemma: str) -> Found | None:
    """The attribution of a verb with a noun for its content, in the active or the passive."""
    if parse.dep[i] in ("aux", "auxpass", "amod") or _names_source(parse, words, i):
        return None
    if is_passive(parse, i):
        return _passive(parse, words, i, lemma)
    above = joined_cue(parse, words, i)
    subject = subject_of(parse, i if above is None else above)
    if parse.dep[i] in ("xcomp", "advcl", "ccomp") and not _uttered(parse, words, i):
        return None
    if subject is None or not (is_speaker if lemma in words.by_things else _thinks)(parse, words, subject):
        return None
    issuer = issuer_of(parse, words, i, subject)
    subject = subject if issuer is None else issuer
    return (
        _about(parse, words, i, lemma, subject)
        or _figure(parse, words, i, lemma, subject)
        or _object(parse, words, i, lemma, subject)
    )


def _names_source(parse: Parse, words: Cues, i: int) -> bool:
    """Whether "citing X" only says whose words an outlet passes on."""
    above = (parse.head[i], parse.head[parse.head[i]])
    return parse.dep[i] == "advcl" and any(citing(parse, words, v, subject_of(parse, v)) is not None for v in above)


def _uttered(parse: Parse, words: Cues, i: int) -> bool:
    """Whether an infinitive is more than a wish, a request or a leave: "began to blame", not "refused to blame"."""
    above = parse.lemma[parse.head[i]].lower()
    if above in words.barred:
        return False
    to = any(parse.tag[a] == "TO" for a in parse.childs(i, "aux"))
    return not (to and (above in words.infinitive or above in words.objects))


def _thinks(parse: Parse, _: Cues, i: int | None) -> bool:
    return can_think(parse, i)


def _object(parse: Parse, words: Cues, i: int, lemma: str, subject: int) -> Found | None:
    """ "Denied the report", "called the vote a farce"."""
    thing = _thing(parse, words, i, lemma, subject)
    if thing is None:
        return None
    of_words = parse.lemma[thing].lower() in words.noun_heads | words.nouns.keys()
    if of_words if lemma in words.uttering else not of_words and _is_deed(parse, words, lemma, subject):
        return None
    named = lemma in words.naming and (lemma not in words.only_naming or _named(parse, i, thing, lemma))
    named = named or (lemma in words.lashing and _reproach(parse, i))
    kind = words.things.get(lemma, "assert" if named else None)
    if kind is None:
        return None
    content = thing_words(parse, words, i, thing, judged=named)
    sure = 0.7 if kind == "deny" or named else 0.6
    return _found(parse, words, i, subject, content, thing, kind, "verb:thing", sure)


def _is_deed(parse: Parse, words: Cues, lemma: str, subject: int) -> bool:
    """Whether what could be words is done with arms: "troops defended the bridge", "jets shot down a drone"."""
    about = profile(parse, subject)
    armed = about is not None and about.sector in _ARMED
    return lemma in words.fighting and (armed or lemma == "shoot_down")


def _thing(parse: Parse, words: Cues, i: int, lemma: str, subject: int) -> int | None:
    """The object that is talked about; of a naming verb also the first of two names ("called her a thief")."""
    thing = parse.child(i, "dobj")
    own = thing is not None and parse.lower(thing).endswith(("self", "selves"))
    own = own and (lemma not in words.naming or parse.dep[i] == "acl")
    if thing is not None and thing != subject and parse.tag[thing] not in ("WP", "WDT") and not own:
        return thing
    names = [c for c in parse.childs(i, "oprd") if c > i]
    if lemma in words.naming and len(names) > 1:
        return names[0]
    return _small_clause(parse, words, i, lemma)


def _small_clause(parse: Parse, words: Cues, i: int, lemma: str) -> int | None:
    """The clause without a tense of a naming verb: "called the vote a farce" where the parser makes it one."""
    if lemma not in words.naming:
        return None
    return next((c for c in parse.childs(i, "ccomp") if c > i and not finite(parse, c)), None)


def _named(parse: Parse, i: int, thing: int, lemma: str) -> bool:
    """Whether the object gets a name or a nature: by "as", an adjective, a second noun, a word in quotation marks."""
    if parse.child(i, "oprd") is not None:
        return True
    if parse.dep[thing] == "ccomp":
        return parse.pos[thing] in ("NOUN", "ADJ", "PROPN")
    if any(p > thing and _as(parse, p) for p in parse.childs(i, "prep", "advcl")):
        return True
    if opens_quotation(parse, parse.right[thing]):
        return True
    two_nouns = lemma == "call" and parse.left[thing] < thing and parse.pos[thing] != "PRON"
    return two_nouns or sum(parse.pos[c] in ("NOUN", "PROPN") for c in parse.childs(i, "dobj") if c > thing) > 0


def _about(parse: Parse, words: Cues, i: int, lemma: str, subject: int) -> Found | None:
    """ "Called for a truce", "complained about the delay", "took issue with the plan"."""
    for p, key in _with_preposition(parse, i, lemma):
        kind = words.prepositions.get(key)
        if kind is None or p < i or not (key.count("_") > 1 or _free(parse, words, i, lemma)):
            continue
        thing = parse.child(p, "pobj", "pcomp")
        if thing is None or parse.tag[thing] in ("WDT", "WP") or parse.lower(thing) == "that":
            continue
        tokens = noun_tokens(parse, words, thing)
        tokens |= {t for a in parse.childs(i, "prep") if a > p and _as(parse, a) for t in parse.subtree(a)}
        sure = 0.6 if parse.dep[thing] == "pobj" else 0.7
        found = _found(parse, words, i, subject, pieces(parse, tokens), thing, kind, "verb:about", sure)
        near = p <= i + 2 or key.count("_") > 1
        return replace(found, cue=(hull((found.cue[0], parse.span(p, p + 1))) if near else found.cue[0],))
    return None


def _as(parse: Parse, p: int) -> bool:
    """Whether a word is "as", and not that of "as well as"."""
    return parse.lower(p) == "as" and "well" not in (parse.lower(p - 1), parse.lower(p + 1))


def _with_preposition(parse: Parse, i: int, lemma: str) -> Iterator[tuple[int, str]]:
    """The prepositions of a verb and of its object, with the key of the lexicon: "take_issue_with"."""
    for p in parse.childs(i, "prep", "prt"):
        yield p, f"{lemma}_{parse.lower(p)}"
    thing = parse.child(i, "dobj")
    if thing is not None:
        for p in (*parse.childs(thing, "prep"), *parse.childs(i, "prep")):
            yield p, f"{lemma}_{parse.lemma[thing].lower()}_{parse.lower(p)}"


def _free(parse: Parse, words: Cues, i: int, lemma: str) -> bool:
    """Whether a verb with a preposition has no object that is not spoken to: "pushed for", not "pushed a cart for"."""
    return parse.child(i, "dobj") is None or lemma in words.addressing or lemma in words.objects


def _figure(parse: Parse, words: Cues, i: int, lemma: str, subject: int) -> Found | None:
    """ "Put the toll at nine", "the survey shows prices falling": a noun and what is measured of it."""
    if lemma not in words.finding:
        return None
    thing = parse.child(i, "dobj", "ccomp")
    if thing is None or thing < i:
        return None
    told = any(parse.lower(p) == "at" and p > thing for p in (*parse.childs(i, "prep"), *parse.childs(thing, "prep")))
    if not told and parse.lemma[subject].lower() not in words.documents:
        return None
    if parse.lower(thing) == "it":
        return None
    tokens = {t for t in noun_tokens(parse, words, thing) if t > i}
    for c in parse.childs(i, "prep", "acl", "xcomp", "oprd", "advcl"):
        if c > thing and (parse.dep[c] != "advcl" or parse.tag[c] == "VBG"):
            tokens |= set(parse.subtree(c))
    return _found(parse, words, i, subject, pieces(parse, tokens), thing, "assert", "verb:figure", 0.65)


def _passive(parse: Parse, words: Cues, i: int, lemma: str) -> Found | None:
    """ "Was announced by the ministry", "was accused of fraud": the subject and what is said of it."""
    subject = subject_of(parse, i)
    if quoted_aside(parse, i):
        return None
    judged = lemma in words.naming and (lemma not in words.only_naming or _called(parse, i))
    kind = words.things.get(lemma, "assert" if judged else None)
    if kind is None or subject is None:
        return None
    agent = agent_of(parse, i)
    charged = judged and lemma not in words.only_naming and _ground(parse, i)
    if not (is_speaker(parse, words, agent) if agent is not None else charged):
        return None
    tokens = set(parse.subtree(subject)) - set(parse.subtree(i))
    if judged:
        for c in parse.childs(i, "oprd", "prep", "xcomp"):
            if c > i and (parse.dep[c] != "prep" or parse.lower(c) in ("as", "of", "for")):
                tokens |= set(parse.subtree(c))
    content = pieces(parse, tokens)
    source = source_words(parse, agent, i) if agent is not None else ()
    cue = (verb_cue(parse, i),)
    return Found(
        i, cue, source, content, subject, kind, "verb:passive", 0.6 if source else 0.5, (), (), negated(parse, i)
    )


def _called(parse: Parse, i: int) -> bool:
    """Whether a passive gives its subject a name or a nature: "was called a farce", "was seen as weak"."""
    return parse.child(i, "oprd") is not None or any(_as(parse, p) for p in parse.childs(i, "prep"))


def _ground(parse: Parse, i: int) -> bool:
    """Whether a passive names what somebody is charged with: "was accused of", "was praised for"."""
    return any(parse.lower(p) in ("of", "for", "over") and p > i for p in parse.childs(i, "prep"))


def _reproach(parse: Parse, i: int) -> bool:
    """Whether a blow is one of words: a deed or a matter is its ground ("attacked him for lying", "over his tax")."""
    over = any(parse.lower(p) == "over" for p in parse.childs(i, "prep"))
    return over or any(parse.lower(p) == "for" and parse.child(p, "pcomp") is not None for p in parse.childs(i, "prep"))


def _found(
    parse: Parse, words: Cues, i: int, subject: int, content: Spans, head: int, kind: CueClass, rule: str, sure: float
) -> Found:
    addressee = addressee_of(parse, words, i) if parse.dep[head] == "pobj" else ()
    return Found(
        i, (verb_cue(parse, i),), source_words(parse, subject, i), content, head, kind, rule, sure, addressee,
        venue_of(parse, words, i), negated(parse, i),
    )  # fmt: skip
