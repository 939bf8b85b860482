"""What to look for in a second search: rivals to a draft's firsts, onlys and mosts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from verify import rules
from verify.claims.names import contains_name
from verify.claims.places import country
from verify.judge.acts import Act
from verify.judge.distinctions import Distinction, distinction, first_time
from verify.judge.events import words_of
from verify.records import Claim, Kind, Role, When


@dataclass(frozen=True, slots=True)
class Sought:
    """What would contradict a claim: `after` and `before` bound its days, and `dated` tells whether
    the draft says when the claim's own came about."""

    claim: Claim
    says: Distinction
    rule: str
    act: Act | None
    """What was done "for the first time"; None where a noun tells it."""
    after: dt.date | None
    before: dt.date
    dated: bool
    home: str
    """The country that is not abroad."""
    beside: tuple[Claim, ...]
    """The other claims of its sentence."""
    queries: tuple[str, ...]

    @property
    def recurring(self) -> bool:
        """Whether it is about events of one owner, and not about who holds a distinction."""
        return self.act is not None or (self.says.own and not self.says.quality)


def seek(claims: Sequence[Claim], as_of: dt.date) -> dict[str, Sought]:
    """What to look for, by claim id, for the claims of a draft that a rival would contradict."""
    found = {}
    for at, claim in enumerate(claims):
        if claim.kind is Kind.SUPERLATIVE and (sought := _seek(claims, at, as_of)):
            found[claim.id] = sought
    return found


def _seek(claims: Sequence[Claim], at: int, as_of: dt.date) -> Sought | None:
    claim = claims[at]
    says = distinction(claim, as_of)
    if says is None or says.rank not in {0, 1} or not says.kind:
        return None
    act = first_time(claim, as_of) if says.noun == "time" else None
    day, dated = _day(claims, at, as_of, says)
    after = day - dt.timedelta(days=says.days) if says.days else says.after
    rule = _rule(says, act)
    if not rule:
        return None
    return Sought(
        claim=claim,
        says=says,
        rule=rule,
        act=act,
        after=after,
        before=day,
        dated=dated,
        home=home_of(says.owner, claims),
        beside=tuple(c for c in claims if c.sentence == claim.sentence and c is not claim),
        queries=_queries(says, act, opened=after is not None or says.ever),
    )


def _rule(says: Distinction, act: Act | None) -> str:
    """The rule that a rival fires; "" where none can be told apart for sure.

    Without a window "their first win" is the first of the season, or under a coach.
    """
    if says.noun == "time":
        return rules.FIRST if act and says.rank == 1 and says.since else ""
    if says.quality:
        return rules.MOST if says.owner or says.since else ""
    if not says.owner:
        return ""
    if says.own:
        return rules.FIRST if says.rank == 1 and says.since else ""
    if not (says.verb or says.names or says.words):
        return ""
    return rules.ONLY if says.rank == 0 else rules.FIRST


def _day(
    claims: Sequence[Claim], at: int, as_of: dt.date, says: Distinction
) -> tuple[dt.date, bool]:
    """The day on which the draft says it came about, and whether it does: by a date of the clause,
    the sentence, or the nearest before it. The earliest that can be meant, so that nothing after
    the event is taken for a rival; the draft's own day where no date is told."""
    here = claims[at]
    if says.apposed and not says.dates and not says.own:
        return as_of, False
    low = says.after or dt.date.min
    if says.dates:
        return min(says.dates[0].start, as_of), True
    if here.frame.period and here.frame.period.start > low:
        return min(here.frame.period.start, as_of), True
    for start in dict.fromkeys(c.sentence.span.start for c in reversed(claims[: at + 1])):
        told = [
            c.value.start
            for c in claims
            if c.sentence.span.start == start
            and isinstance(c.value, When)
            and "since" not in c.frame.marks
            and not here.span.covers(c.span)
            and low < c.value.start <= as_of
        ]
        if told:
            return min(told), start == here.sentence.span.start
    return as_of, False


def home_of(owner: Sequence[str], claims: Sequence[Claim]) -> str:
    """The country that a trip abroad leaves: the owner, or where it holds an office."""
    for one in owner:
        if country(one):
            return country(one)
        for claim in claims:
            value = claim.value
            if isinstance(value, Role) and contains_name([value.holder], one):
                return country(value.of)
    return ""


def _queries(says: Distinction, act: Act | None, *, opened: bool) -> tuple[str, ...]:
    """What is searched for: the event of the same one, or the same done by anybody; and when the
    window opened, where it is told by an event."""
    names = [*says.kind_names, *(place.name for place in (act.names if act else says.names))]
    if act:
        told = [act.who, act.verb, act.noun, *sorted(act.words), *names]
    elif says.own and not says.quality:
        told = [*says.owner, *says.kind, *sorted(words_of(says.noun)), *sorted(says.words), *names]
    else:
        told = [*says.kind, says.verb, says.quality, *sorted(says.words), *names]
    if says.quality and says.since:
        told = [*says.owner, *told]
    queries = [" ".join(dict.fromkeys(filter(None, told)))]
    if says.since and not opened:
        queries.append(" ".join([*says.owner, says.since]))
    return tuple(queries)
