"""From which verdict on a check fails. Imports nothing heavy: `verify --help` lists the choices."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from verify.records import Report


class FailOn(StrEnum):
    """The mildest verdict that makes a check fail, from the gravest on."""

    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    NOT_CHECKED = "not_checked"
    NEVER = "never"


def failing(reports: Iterable[Report], limit: FailOn) -> int:
    """How many claims have a verdict at or over the limit."""
    if limit is FailOn.NEVER:
        return 0
    levels = [level.value for level in FailOn]
    bad = levels[: levels.index(limit.value) + 1]
    return sum(verdict.label.value in bad for report in reports for verdict in report.verdicts)
