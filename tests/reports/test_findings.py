import pytest

from tests.reports.test_terminal_report import shown
from verify import rules
from verify.records import Label, Report, Severity, Verdict
from verify.reports import lines, terminal
from verify.reports.findings import decisive, findings_of


def test_one_line_a_finding(report: Report) -> None:
    assert lines.render(report).splitlines() == [
        "examples/meeting.md:4:5: error ordinal.mismatch: “in its 21st edition”: "
        "the draft says 21st, the source 22nd (Xinhua, 26 June 2025)",
        "examples/meeting.md:7:34: warning date.conflict: “on June 24”: "
        "both say 24 June (Haaretz, 24 June 2025); "
        "the draft says 24 June, the source 23 June (AP, 23 June 2025)",
        "examples/meeting.md:7:46: info claim.unverified: "
        "“The Kremlin on Tuesday rejected criticism.”: nothing in the index speaks of it",
        "examples/meeting.md:7:114: info claim.unchecked: "
        "“3 to 4 million [bold]roubles[/bold]”: the draft does not say what “it” is",
    ]


def test_supported_claims_give_no_finding(report: Report) -> None:
    kept = [v for v in report.verdicts if v.label is Label.SUPPORTED]
    assert kept
    assert findings_of(report.draft, kept) == ()


def test_findings_come_in_the_order_of_the_draft(report: Report) -> None:
    assert findings_of(report.draft, reversed(report.verdicts)) == report.findings
    assert [f.severity for f in report.findings] == [
        Severity.ERROR,
        Severity.WARNING,
        Severity.INFO,
        Severity.INFO,
    ]


def test_later_and_superseded_evidence_is_not_decisive(report: Report) -> None:
    conflict = next(v for v in report.verdicts if v.label is Label.CONFLICTING)
    assert [e.passage.publisher for e in decisive(conflict)] == ["Haaretz", "AP"]
    set_aside = tuple(e.model_copy(update={"later": True}) for e in conflict.evidence)
    assert decisive(conflict.model_copy(update={"evidence": set_aside})) == ()


@pytest.mark.parametrize("name", ["two\nlines.md", "es\x1b[2Jc.md", "sur\udc80.md"])
def test_a_name_cannot_break_the_line(report: Report, name: str) -> None:
    draft = report.draft.model_copy(update={"source": name})
    text = lines.render(report.model_copy(update={"draft": draft}))
    assert len(text.splitlines()) == 4
    assert text.isprintable() or not set(text) & set("\x1b\udc80")


def possible(report: Report) -> Verdict:
    """The refuted claim, as it is where refutations like it are too often false."""
    refuted = next(v for v in report.verdicts if v.label is Label.REFUTED)
    return refuted.model_copy(
        update={"label": Label.NOT_ENOUGH_EVIDENCE, "rule": rules.POSSIBLE, "confidence": 0.7}
    )


def test_a_possible_conflict_weighs_less_and_is_not_lost(report: Report) -> None:
    (found,) = findings_of(report.draft, [possible(report)])
    assert (found.rule, found.severity) == ("claim.possible", Severity.INFO)
    assert found.message == (
        "“in its 21st edition”: possible conflict: "
        "the draft says 21st, the source 22nd (Xinhua, 26 June 2025)"
    )
    assert found.suggestion == ""


def test_a_possible_conflict_is_shown_with_its_source(report: Report) -> None:
    one = report.model_copy(update={"verdicts": (possible(report),)})
    text = " ".join(shown(terminal.render(one), 200).split())
    assert "POSSIBLE CONFLICT claim.possible" in text
    assert "the draft says 21st, the source 22nd" in text
    assert "1 not enough evidence" in text
    full = " ".join(shown(terminal.render(one, full=True), 200).split())
    assert "right in 70% of such cases" in full
