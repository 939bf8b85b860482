"""What came of a check of several drafts, and which exit code that is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verify.commands.door import FAILURE, show_error
from verify.errors import VerifyError
from verify.fail_on import FailOn, failing

if TYPE_CHECKING:
    from verify.records import Report

CLEAN, FINDINGS = 0, 1


@dataclass
class Outcome:
    """The reports that were made, and the drafts, by source, that could not be checked."""

    reports: list[Report] = field(default_factory=list)
    failures: list[tuple[str, VerifyError]] = field(default_factory=list)

    def fail(self, source: str, error: VerifyError) -> None:
        """Note and show a failure; the other drafts can still be checked."""
        self.failures.append((source, error))
        show_error(error)

    def exit_code(self, limit: FailOn) -> int:
        """2 where a draft could not be checked, 1 for findings at or over the limit, else 0."""
        if self.failures:
            return FAILURE
        return FINDINGS if failing(self.reports, limit) else CLEAN

    def in_words(self, limit: FailOn) -> str:
        """The exit code and its reason."""
        code = self.exit_code(limit)
        if code == FAILURE:
            return f"Exit {code}: {len(self.failures):,} of the drafts could not be checked."
        if limit is FailOn.NEVER:
            return f"Exit {code}: no finding makes a check fail (--fail-on never)."
        number = failing(self.reports, limit)
        claims = "1 claim is" if number == 1 else f"{number:,} claims are"
        grade = limit.value.replace("_", " ")
        return f"Exit {code}: {claims} {grade}{'' if limit is FailOn.REFUTED else ' or worse'}."
