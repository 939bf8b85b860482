"""What is beyond a draft's most: a larger value of the same measure in its field or window, or
another one that is said to be the most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from verify.claims import lexicon
from verify.claims.names import contains_name
from verify.judge.acts import acts
from verify.judge.compare_dates import say_dates
from verify.judge.events import has_names, has_words, is_kind, narrowed
from verify.judge.found import Rival, told_in
from verify.judge.holders import same_said_of_another
from verify.judge.seeking import Sought
from verify.judge.statements import statements
from verify.records import Claim, Hedge, Passage, Quantity

_MEASURES = {
    "tall": "height", "high": "height", "long": "length", "deep": "depth", "wide": "width",
    "heavy": "weight", "fast": "speed", "populous": "population", "old": "age", "short": "length",
}  # fmt: skip
"""Qualities of one measure. What is large or great may be so by area, by number or by worth."""
_LESS = frozenset("low small short slow weak few poor cheap light narrow".split())
_MARGIN = Decimal("1.01")
"""Two figures of one thing differ by rounding."""
_LEVELS = frozenset({"change", "from", "planned", "earlier", "part", "not", "next"})


def larger(sought: Sought, passages: Sequence[Passage]) -> Iterator[Rival]:
    """What is beyond the most of the draft."""
    says = sought.says
    if says.since and not says.ever:
        yield from _in_the_window(sought, passages)
        return
    if says.quality not in _MEASURES:
        return
    for passage in passages:
        for claim in statements(passage):
            if (rival := same_said_of_another(sought, claim, passage)) is not None:
                yield rival
    yield from _in_the_field(sought, passages)


# --- in a window: the highest since 1982 ------------------------------------------------------


def _in_the_window(sought: Sought, passages: Sequence[Passage]) -> Iterator[Rival]:
    """Figures of the same measure, of a time in the window, beyond the one in the sentence."""
    figures = [c for c in sought.beside if isinstance(c.value, Quantity) and _is_level(c)]
    if len(figures) != 1 or sought.after is None:
        return
    mine = figures[0]
    for passage in passages:
        for claim in statements(passage):
            if (
                _measures_the_same(mine, claim)
                and _is_beyond(sought, claim, mine)
                and (when := claim.frame.period)
                and when.certain
                and when.start > sought.after
                and when.end < sought.before
            ):
                told = f"{claim.text} in {say_dates(when)}"
                yield Rival(passage, claim.sentence, told, (f"same measure: {_measure(claim)}",))
        yield from _dealt(sought, mine, passage)


def _is_level(claim: Claim) -> bool:
    value = claim.value
    return (
        isinstance(value, Quantity)
        and value.hedge is not Hedge.OPEN
        and not _LEVELS & set(claim.frame.marks)
    )


def _measures_the_same(mine: Claim, other: Claim) -> bool:
    """Whether both are the level of one thing, of the same one: no name is on one side alone."""
    if not isinstance(mine.value, Quantity) or not isinstance(other.value, Quantity):
        return False
    if other.kind is not mine.kind or other.value.unit != mine.value.unit or not _is_level(other):
        return False
    if other.value.per != mine.value.per or narrowed(mine.resolved) != narrowed(other.resolved):
        return False
    names, there = mine.frame.names, other.frame.names
    if not names or not all(contains_name(there, n) for n in names):
        return False
    if not all(contains_name(names, n) for n in there):
        return False
    one, two = ({*c.frame.topic, *c.frame.head, *c.frame.series} for c in (mine, other))
    return bool(one) and one == two


def _measure(claim: Claim) -> str:
    return (*claim.frame.head, *claim.frame.topic, *claim.frame.series)[0]


def _dealt(sought: Sought, mine: Claim, passage: Passage) -> Iterator[Rival]:
    """A larger deal of the same one: bought another firm for more."""
    says = sought.says
    if not says.own or not says.owner:
        return
    for sentence, text in told_in(passage):
        money = [c for c in statements(passage) if c.sentence == sentence and _is_sum(c, mine)]
        if len(money) != 1 or not _is_beyond(sought, money[0], mine):
            continue
        for act in acts(text, passage.published):
            if not contains_name([act.who], says.owner[0]) or not is_kind(act, says.noun):
                continue
            if not has_words(act, frozenset({*says.kind[:-1], *says.words})):
                continue
            if not has_names(act.names, says.names):
                continue
            for when in act.dates:
                if sought.after and sought.after < when.start and when.end < sought.before:
                    told = f"{money[0].text} in {say_dates(when)}"
                    yield Rival(passage, sentence, told, (f"same event: {act.verb}",))


def _is_sum(claim: Claim, mine: Claim) -> bool:
    return (
        isinstance(claim.value, Quantity)
        and isinstance(mine.value, Quantity)
        and claim.value.unit == mine.value.unit
        and claim.kind is mine.kind
    )


def _is_beyond(sought: Sought, other: Claim, mine: Claim) -> bool:
    """Whether a figure is more than the draft's, or less where that says the least."""
    a, b = mine.value, other.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    quality = sought.says.quality
    less = (
        quality in _LESS
        or quality.startswith("least")
        or lexicon.SCALES.get(quality, ("", False))[1]
    )
    if less:
        return b.high * _MARGIN < a.low and b.hedge not in {Hedge.AT_LEAST, Hedge.MORE_THAN}
    return b.low > a.high * _MARGIN and b.hedge not in {Hedge.AT_MOST, Hedge.LESS_THAN}


# --- in a field: the tallest building in Europe -----------------------------------------------


def _in_the_field(sought: Sought, passages: Sequence[Passage]) -> Iterator[Rival]:
    """Others of the kind and in the field, whose measure is beyond that of the draft's."""
    says = sought.says
    if len(says.owner) != 1:
        return
    every = [(p, c) for p in passages for c in statements(p)]
    own = [
        c
        for c in (*sought.beside, *(c for _, c in every))
        if _is_measured(sought, c) and contains_name(c.frame.subject, says.owner[0])
    ]
    if not own:
        return
    most = max(own, key=_size)
    for passage, claim in every:
        if not _is_measured(sought, claim) or not _is_beyond(sought, claim, most):
            continue
        if len(claim.frame.subject) != 1 or contains_name(claim.frame.subject, says.owner[0]):
            continue
        if _stands_in_field(sought, claim.frame.subject[0], passage):
            told = f"{claim.frame.subject[0]}, {claim.text}"
            yield Rival(
                passage, claim.sentence, told, (f"same measure: {_MEASURES[says.quality]}",)
            )


def _size(claim: Claim) -> Decimal:
    return claim.value.high if isinstance(claim.value, Quantity) else Decimal(0)


def _is_measured(sought: Sought, claim: Claim) -> bool:
    """Whether a figure is of the measure that the quality is told by."""
    return (
        isinstance(claim.value, Quantity)
        and _is_level(claim)
        and _MEASURES[sought.says.quality] in claim.frame.head
    )


def _stands_in_field(sought: Sought, name: str, passage: Passage) -> bool:
    """Whether a passage says that somebody is one of the kind, in the field."""
    says = sought.says
    wanted = frozenset({*says.kind, *says.words} - {"world"})
    return any(
        act.verb == "be"
        and contains_name([act.who], name)
        and act.noun == says.noun
        and has_words(act, wanted)
        and has_names(act.names, says.names)
        for text in _texts(passage)
        for act in acts(text, passage.published)
    )


def _texts(passage: Passage) -> Iterable[str]:
    return [text for _, text in told_in(passage)]
