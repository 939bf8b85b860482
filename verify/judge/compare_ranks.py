"""Do two ranks say the same? Ordinals and superlatives, each with its window and its field."""

from __future__ import annotations

from verify.claims.names import same_name
from verify.claims.numberwords import ordinal_ending
from verify.judge.compared import compared
from verify.judge.reaches import Reach, is_since, reach
from verify.records import Claim, Comparison, Ordinal, Outcome


def compare_ranks(claim: Claim, mine: Ordinal, theirs: Ordinal) -> Comparison | None:
    """Two places in one series, or by one quality; None where they do not compare."""
    if mine.quality != theirs.quality or _other_field(mine.field, theirs.field):
        return None  # the largest in Africa, the largest in the world
    how = reach(mine, theirs)
    if mine.rank == theirs.rank:
        return _same_rank(claim, mine, theirs, how)
    if mine.rank <= 0 or theirs.rank <= 0:
        return None  # the last can be the third; the only one is the first
    if how is not Reach.SAME and not (mine.quality and _excludes(mine, theirs, how)):
        return None  # the second-worst since 1950 can be the worst since 2010
    return compared(
        claim,
        Outcome.DIFFERENT,
        mine.text,
        theirs.text,
        f"the draft says {rank_word(mine.rank)}, the source says {rank_word(theirs.rank)}",
    )


def _same_rank(claim: Claim, mine: Ordinal, theirs: Ordinal, how: Reach) -> Comparison:
    """One rank in two windows: what is the worst since 1950 is so since 2010, and not the other
    way round. Where both say since when, it was as bad then, and one of them is wrong."""
    extreme = bool(mine.quality) or mine.rank in {0, 1}
    if how in {Reach.FURTHER, Reach.LESS_FAR} and extreme and is_since(mine) and is_since(theirs):
        reason = f"the draft says since {mine.since}, the source says since {theirs.since}"
        return compared(claim, Outcome.DIFFERENT, mine.text, theirs.text, reason)
    if how is Reach.SAME or (how is Reach.FURTHER and extreme):
        reason = f"the source has it as {rank_word(theirs.rank)} too"
        return compared(claim, Outcome.SAME, mine.text, theirs.text, reason)
    reason = f"the draft says {mine.text}, the source only {theirs.text}"
    return compared(claim, Outcome.COMPATIBLE, mine.text, theirs.text, reason)


def _excludes(mine: Ordinal, theirs: Ordinal, how: Reach) -> bool:
    """Whether a rank in a longer or a shorter window cannot go with the other."""
    return (
        mine.rank > theirs.rank
        if how is Reach.FURTHER
        else (how is Reach.LESS_FAR and mine.rank < theirs.rank)
    )


def _other_field(mine: str, theirs: str) -> bool:
    """Whether each is ranked among something with a name, and the names differ."""
    one, other = (field.removeprefix("the ").removeprefix("The ") for field in (mine, theirs))
    named = all(field[:1].isupper() or field == "world" for field in (one, other))
    return named and one != other and not same_name(one, other)


def rank_word(rank: int) -> str:
    """1 -> 1st, 0 -> only, -1 -> last, -2 -> last but one."""
    if rank <= 0:
        return {0: "only", -1: "last"}.get(rank, "last but one")
    return f"{rank}{ordinal_ending(rank)}"
