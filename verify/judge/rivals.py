"""Rivals to a first, an only or a most, among the passages that a second search found.

One that fits for sure refutes the claim: the same kind of event of the same one, in the window and
before the draft's; another holder; a larger value. That the corpus has none says nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from verify.claims.names import contains_name
from verify.claims.places import lies_in
from verify.claims.words import content_lemmas, tokenize, verb_lemma
from verify.judge.acts import Act, acts
from verify.judge.align import Context
from verify.judge.compare_dates import say_dates
from verify.judge.events import has_names, has_words, is_kind, is_same_act, narrowed
from verify.judge.found import Rival, told_in
from verify.judge.holders import others
from verify.judge.larger import larger
from verify.judge.policy import Weighed
from verify.judge.seeking import Sought, home_of
from verify.judge.statements import statements
from verify.records import (
    Basis,
    Claim,
    Comparison,
    Evidence,
    Hit,
    Outcome,
    Passage,
    Stance,
    StanceLabel,
    When,
)

NO_RIVAL = "no rival in the corpus, and nothing in it says so"
FIT = 0.85
_ABROAD = frozenset("foreign overseas abroad international".split())
_TOUR = dt.timedelta(days=3)
_RETOLD = dt.timedelta(days=20)
"""Two events closer than this are one tour; or, if no place tells them apart, one told twice."""


def weigh_rivals(sought: Sought, hits: Iterable[Hit], context: Context) -> list[Weighed] | None:
    """The rivals in these passages as evidence against the claim; None where they do not tell when
    its window opened, so that nothing can be called one."""
    passages = tuple({hit.passage.id: hit.passage for hit in hits}.values())
    if sought.says.quality:
        found = larger(sought, passages)
    elif sought.recurring:
        after = sought.after
        if after is None and not sought.says.ever and (after := _opening(sought, passages)) is None:
            return None
        found = _earlier(sought, passages, after)
    else:
        found = others(sought, passages)
    return [_weighed(sought, rival, context) for rival in found]


def _weighed(sought: Sought, rival: Rival, context: Context) -> Weighed:
    claim, passage = sought.claim, rival.passage
    comparison = Comparison(
        rule=sought.rule,
        outcome=Outcome.DIFFERENT,
        claim_value=claim.text,
        source_value=rival.told,
        reason=f"the draft says {claim.text}, the source tells of {rival.told}",
        aligned_by=rival.by,
    )
    evidence = Evidence(
        passage=passage,
        span=rival.sentence.span,
        sentence=rival.sentence.text,
        stance=Stance(label=StanceLabel.REFUTES),
        comparison=comparison,
        fit=FIT,
        basis=Basis.NAMED,
        later=passage.published is not None and passage.published > context.as_of,
        own=passage.document in context.own,
    )
    return Weighed(evidence, fit=FIT, dated=rival.dated, published=True)


# --- an earlier event of the same one ---------------------------------------------------------


def _earlier(sought: Sought, passages: Sequence[Passage], after: dt.date | None) -> Iterator[Rival]:
    """Events of the same kind, of the same one, in the window and before the draft's."""
    owner = sought.act.who if sought.act else sought.says.owner[0]
    for passage in passages:
        for sentence, text in told_in(passage):
            for act in acts(text, passage.published):
                if not contains_name([act.who], owner) or not _is_event(sought, act, passage):
                    continue
                if narrowed(text) != narrowed(sought.claim.resolved):
                    continue
                for when in act.dates:
                    if _in_window(sought, act, when, after):
                        by = (f"same one: {act.who}", f"same event: {act.verb or act.noun}")
                        yield Rival(passage, sentence, f"one {_on(when)}", by)


def _is_event(sought: Sought, act: Act, passage: Passage) -> bool:
    if sought.act:
        return (
            is_same_act(act, sought.act)
            and has_words(act, sought.act.telling)
            and has_names(act.names, sought.act.names)
        )
    says = sought.says
    words = {*says.kind[:-1], *says.words}
    if words & _ABROAD:
        there = {lies_in(place.name) for place in act.names} - {""}
        home = sought.home or home_of(says.owner, statements(passage))
        if not home or not there or home in there:
            return False
    return (
        is_kind(act, says.noun)
        and has_words(act, frozenset(words - _ABROAD))
        and has_names(act.names, says.names)
        and not says.kind_names
    )


def _in_window(sought: Sought, act: Act, when: When, after: dt.date | None) -> bool:
    """Whether a dated event lies in the window, and is not the draft's own told again."""
    if not when.certain or (after is not None and when.start <= after):
        return False
    wanted = sought.act.names if sought.act else sought.says.names
    own = [n for n in sought.claim.frame.wider_names if not contains_name([act.who], n)]
    there = [p.name for p in act.names if not contains_name([w.name for w in wanted], p.name)]
    elsewhere = own and there and not any(contains_name(own, n) for n in there)
    return sought.before - when.end > (_TOUR if elsewhere else _RETOLD)


def _opening(sought: Sought, passages: Sequence[Passage]) -> dt.date | None:
    """The day that a window opens with an event: "since war broke out". A passage tells it with the
    same nouns and verb; of several days the latest counts."""
    since = sought.says.since
    tokens = tokenize(since)
    verb = next((v for t in tokens if (v := _past(t.lower))), "")
    if not verb:
        return None
    names = [n for n in sought.claim.frame.wider_names if n in since]
    inside = {w for n in names for w in n.casefold().split()}
    nouns = {
        t.lemma
        for at, t in enumerate(tokens)
        if "NOUN" in t.tags
        and t.lower not in inside
        and not _past(t.lower)
        and not (at and tokens[at - 1].lower in {"his", "her", "its", "their"})
    }
    days = [
        claim.value.end
        for passage in passages
        for claim in statements(passage)
        if isinstance(claim.value, When)
        and claim.value.certain
        and not claim.frame.marks
        and _same_verb(verb, claim)
        and nouns <= {*claim.frame.topic, *claim.frame.terms}
        and all(contains_name(claim.frame.wider_names, n) for n in names)
    ]
    return max(days, default=None)


_BEGINNING = frozenset("begin start break erupt commence".split())


def _same_verb(verb: str, claim: Claim) -> bool:
    found = {*claim.frame.verb, *content_lemmas(tokenize(claim.sentence.text))}
    return verb in found or (verb in _BEGINNING and bool(found & _BEGINNING))


def _past(word: str) -> str:
    lemma = verb_lemma(word)
    return lemma if lemma and lemma != word and not word.endswith(("s", "ing")) else ""


def _on(when: When) -> str:
    day = say_dates(when)
    return f"on {day}" if when.start == when.end else f"in {day}"
