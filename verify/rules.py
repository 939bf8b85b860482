"""The rules that can fire on a draft, by stable ids: what reports, baselines and ignore comments
refer to. Each has a page in `docs/rules/`.
"""

from __future__ import annotations

from verify.records import Kind, Label, Record, Severity

_COUNTED = (Kind.COUNT, Kind.QUANTITY, Kind.PERCENTAGE, Kind.MONEY, Kind.DURATION)
_JUDGED = (
    *_COUNTED,
    Kind.ORDINAL,
    Kind.SUPERLATIVE,
    Kind.COMPARATIVE,
    Kind.DATE,
    Kind.ROLE,
    Kind.MEMBERSHIP,
    Kind.EVENT,
)
"""What a source can contradict by another value."""


class Rule(Record):
    """A rule: its id, how much its findings weigh, the verdict it goes with, and what it says."""

    id: str
    severity: Severity
    label: Label
    says: str


def mismatch(kind: Kind) -> str:
    """The id of the rule that a source gives another value of this kind."""
    return f"{kind.value}.mismatch"


def conflict(kind: Kind) -> str:
    """The id of the rule that sources disagree on a value of this kind."""
    return f"{kind.value}.conflict"


def twice(kind: Kind) -> str:
    """The id of the rule that a draft gives one figure of this kind in two ways."""
    return f"{kind.value}.twice"


FIRST = "first.rival"
ONLY = "only.rival"
MOST = "most.rival"
ALTERED = "quote.altered"
MISATTRIBUTED = "quote.misattributed"
WEEKDAY = "date.weekday"
TOTAL = "count.total"
AGE = "duration.age"
POINTS = "percentage.points"
LOCAL = "date.local"
OVERLAP = "role.overlap"
COUNTED_ON = "ordinal.series"
UNVERIFIED = "claim.unverified"
POSSIBLE = "claim.possible"
UNCHECKED = "claim.unchecked"

_NAMES = {
    Kind.MONEY: "amount of money",
    Kind.EVENT: "statement",
    Kind.ROLE: "holder of an office",
    Kind.MEMBERSHIP: "list",
}


def _rules() -> tuple[Rule, ...]:
    error, warning, info = Severity.ERROR, Severity.WARNING, Severity.INFO
    found = []
    for kind in _JUDGED:
        name = _NAMES.get(kind, kind.value)
        found.append(
            Rule(
                id=mismatch(kind),
                severity=error,
                label=Label.REFUTED,
                says=f"A source contradicts the {name} in the draft.",
            )
        )
        found.append(
            Rule(
                id=conflict(kind),
                severity=warning,
                label=Label.CONFLICTING,
                says=f"Good sources disagree on the {name}.",
            )
        )
    found += (
        Rule(
            id=twice(kind),
            severity=warning,
            label=Label.CONFLICTING,
            says=f"The draft gives one {_NAMES.get(kind, kind.value)} in two ways.",
        )
        for kind in _COUNTED
    )
    found += (
        Rule(
            id=FIRST,
            severity=error,
            label=Label.REFUTED,
            says="A source tells of an earlier one where the draft says first.",
        ),
        Rule(
            id=ONLY,
            severity=error,
            label=Label.REFUTED,
            says="A source tells of another one where the draft says only.",
        ),
        Rule(
            id=MOST,
            severity=error,
            label=Label.REFUTED,
            says="A source tells of one beyond what the draft calls the most.",
        ),
        Rule(
            id=ALTERED,
            severity=error,
            label=Label.REFUTED,
            says="A source has the quotation by the same speaker in other words.",
        ),
        Rule(
            id=MISATTRIBUTED,
            severity=error,
            label=Label.REFUTED,
            says="In a source somebody else says what the draft quotes.",
        ),
        Rule(
            id=WEEKDAY,
            severity=error,
            label=Label.REFUTED,
            says="The weekday is not that of the date.",
        ),
        Rule(
            id=TOTAL,
            severity=warning,
            label=Label.CONFLICTING,
            says="The parts do not add up to the total.",
        ),
        Rule(
            id=AGE,
            severity=error,
            label=Label.REFUTED,
            says="By a date of birth or an age on another day the age is another one.",
        ),
        Rule(
            id=POINTS,
            severity=error,
            label=Label.REFUTED,
            says="Percent and percentage points are taken for one another.",
        ),
        Rule(
            id=LOCAL,
            severity=warning,
            label=Label.CONFLICTING,
            says="A source has the day before or after, in the time of another place.",
        ),
        Rule(
            id=OVERLAP,
            severity=warning,
            label=Label.CONFLICTING,
            says="A source has another holder of the office at the same time.",
        ),
        Rule(
            id=COUNTED_ON,
            severity=info,
            label=Label.NOT_ENOUGH_EVIDENCE,
            says="Counted on from another year, the place in the series is another one.",
        ),
        Rule(
            id=UNVERIFIED,
            severity=info,
            label=Label.NOT_ENOUGH_EVIDENCE,
            says="The corpus neither confirms nor contradicts it.",
        ),
        Rule(
            id=POSSIBLE,
            severity=info,
            label=Label.NOT_ENOUGH_EVIDENCE,
            says="A source may contradict it, and refutations like this one are too often false.",
        ),
        Rule(
            id=UNCHECKED,
            severity=info,
            label=Label.NOT_CHECKED,
            says="It could not be checked; the finding says why.",
        ),
    )
    return tuple(sorted(found, key=lambda rule: rule.id))


RULES: dict[str, Rule] = {rule.id: rule for rule in _rules()}
"""Every rule, by id."""
