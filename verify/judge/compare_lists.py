"""Do two lists, or two holders of an office, say the same?"""

from __future__ import annotations

import re

from verify.claims.lexicon import same_word
from verify.claims.names import same_name
from verify.claims.offices import same_office
from verify.claims.places import country
from verify.judge.compared import compared
from verify.judge.things import CONVERSES
from verify.records import Claim, Comparison, Membership, Outcome, Role

_OPEN_LIST = re.compile(
    r"\b(?:includ(?:e[sd]?|ing)|such as|among|like|e\.g\.)(?!\w)", re.IGNORECASE
)


def compare_roles(claim: Claim, mine: Role, theirs: Role) -> Comparison | None:
    """Who holds an office; None for two offices."""
    a, b = _say_role(mine), _say_role(theirs)
    holders = same_name(mine.holder, theirs.holder)
    if holders and same_office(mine.office, theirs.office):
        return compared(
            claim, Outcome.SAME, a, b, f"the source names {theirs.holder} as {theirs.office} too"
        )
    if same_office(mine.office, theirs.office):
        return compared(
            claim,
            Outcome.DIFFERENT,
            a,
            b,
            f"the draft names {mine.holder} as {mine.office}, the source names {theirs.holder}",
        )
    return None


def _say_role(role: Role) -> str:
    of = country(role.of).title() or role.of
    return f"{role.office} of {of}: {role.holder}" if of else f"{role.office}: {role.holder}"


def compare_members(claim: Claim, mine: Membership, theirs: Membership) -> Comparison | None:
    """Whether a list has all that another says is all."""
    strangers = [m for m in mine.members if not any(same_name(m, t) for t in theirs.members)]
    a, b = ", ".join(mine.members), ", ".join(theirs.members)
    if not strangers:
        missing = [t for t in theirs.members if not any(same_name(t, m) for m in mine.members)]
        if mine.closed and theirs.closed and missing and not _other_relation(mine, theirs):
            return compared(
                claim,
                Outcome.DIFFERENT,
                a,
                b,
                f"the source's full list has {_and(missing)} as well",
            )
        return compared(claim, Outcome.SAME, a, b, "the source lists all of them")
    if not theirs.closed or _other_relation(mine, theirs):
        return None
    verb = "is" if len(strangers) == 1 else "are"
    return compared(
        claim,
        Outcome.DIFFERENT,
        a,
        b,
        f"{_and(strangers)} {verb} not in the source's full list: {b}",
    )


_WHOLE = frozenset(
    "include consist comprise compose make border member state country nation juror".split()
)
"""What says of names that they are the group, or of it."""


def _other_relation(mine: Membership, theirs: Membership) -> bool:
    """Whether the names are something else to the group: its guests, its members."""
    both = {mine.relation, theirs.relation}
    alike = same_word(mine.relation, theirs.relation) or both in CONVERSES
    return not alike and not both <= _WHOLE


def compare_exchanged(
    claim: Claim, source: Claim, mine: Membership, theirs: Membership
) -> Comparison | None:
    """Two lists of one length that differ in less than half of their names, where neither says that
    it is only a part."""
    if _OPEN_LIST.search(claim.sentence.text) or _OPEN_LIST.search(source.sentence.text):
        return None
    strangers = [m for m in mine.members if not any(same_name(m, t) for t in theirs.members)]
    missing = [t for t in theirs.members if not any(same_name(t, m) for m in mine.members)]
    if not strangers or len(strangers) != len(missing) or 2 * len(strangers) >= len(mine.members):
        return None
    return compared(
        claim,
        Outcome.DIFFERENT,
        ", ".join(mine.members),
        ", ".join(theirs.members),
        f"the draft lists {_and(strangers)} where the source lists {_and(missing)}",
    )


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
