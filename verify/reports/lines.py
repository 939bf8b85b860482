"""One line a finding, as compilers and linters write it: for editors, CI logs and grep."""

from __future__ import annotations

from verify.records import Report
from verify.reports.wording import printable


def render(report: Report) -> str:
    """`path:line:col: severity rule: message`, a line each; empty without findings."""
    source = printable(report.draft.source)
    return "".join(
        f"{source}:{f.start.line}:{f.start.column}: {f.severity} {f.rule}: {printable(f.message)}\n"
        for f in report.findings
    )
