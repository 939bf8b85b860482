"""Do two lists, or two holders of an office, say the same?"""

from __future__ import annotations

import re

from verify.claims.lexicon import same_word
from verify.claims.names import same_name
from verify.claims.offices import same_office
from verify.claims.places import country
from verify.claims.words import tokenize, verb_lemma
from verify.judge.compared import compared
from verify.judge.things import CONVERSES
from verify.records import Claim, Comparison, Membership, Outcome, Role

_OPEN_LIST = re.compile(
    r"\b(?:includ(?:e[sd]?|ing)|such as|among|like|e\.g\.)(?!\w)[^,;:]*$", re.IGNORECASE
)
"""Right before a list: no more than some are named. “Divided it among themselves” tells nothing."""


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
    claim: Claim, source: Claim, mine: Membership, theirs: Membership, *, same: bool = False
) -> Comparison | None:
    """Two lists of one length that differ in less than half of their names, where neither says that
    it is only a part. In long sentences that are otherwise the `same`, one name put for another in
    its place is no other choice of them either.
    """
    strangers = [m for m in mine.members if not any(same_name(m, t) for t in theirs.members)]
    missing = [t for t in theirs.members if not any(same_name(t, m) for m in mine.members)]
    if not strangers or len(strangers) != len(missing) or 2 * len(strangers) >= len(mine.members):
        return None
    if _is_part(claim) or _is_part(source):
        where = [m in strangers for m in mine.members], [t in missing for t in theirs.members]
        if not same or len(strangers) > 1 or where[0] != where[1]:
            return None
    return compared(
        claim,
        Outcome.DIFFERENT,
        ", ".join(mine.members),
        ", ".join(theirs.members),
        f"the draft lists {_and(strangers)} where the source lists {_and(missing)}",
    )


def _is_part(claim: Claim) -> bool:
    """Whether the words before a list say that it names only some."""
    before = claim.sentence.text[: max(claim.span.start - claim.sentence.span.start, 0)]
    return _OPEN_LIST.search(before) is not None


def is_past_deed(claim: Claim) -> bool:
    """Whether names are listed for what was done: who fought against whom stays so for good, and
    who belongs to a group does not."""
    value = claim.value
    if not isinstance(value, Membership) or value.relation in _WHOLE:
        return False
    deeds = {value.relation} if value.relation else set(claim.frame.verb)
    tokens = tokenize(claim.sentence.text)
    return any(
        verb_lemma(token.lower) in deeds
        and token.lower != verb_lemma(token.lower)
        and not token.lower.endswith(("s", "ing"))
        and (at == 0 or tokens[at - 1].lower not in _PRESENT)
        for at, token in enumerate(tokens)
    )


_PRESENT = frozenset("is are am be being".split())
"""Before a participle: what is so today."""


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
