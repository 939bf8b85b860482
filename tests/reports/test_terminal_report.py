import datetime as dt
import io
import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from syrupy.assertion import SnapshotAssertion

from verify.records import (
    Claim,
    DateSource,
    Draft,
    Hit,
    Kind,
    Label,
    Passage,
    Report,
    Sentence,
    Skipped,
    Span,
    Verdict,
)
from verify.reports import hits, reading, terminal
from verify.reports.wording import printable


def shown(part: RenderableType, width: int, *, colour: bool = False) -> str:
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        highlight=False,
        legacy_windows=False,
    )
    console.print(part, crop=False)
    return file.getvalue()


def report_on(text: str, span: Span) -> Report:
    """A refuted claim in a draft of one sentence."""
    claim = Claim(
        id="c1",
        kind=Kind.EVENT,
        span=span,
        text=span.of(text),
        sentence=Sentence(span=Span(start=0, end=len(text)), text=text),
        resolved=text,
    )
    draft = Draft(
        text=text, source="x.md", as_of=dt.date(2025, 6, 26), as_of_source=DateSource.TODAY
    )
    return Report(
        draft=draft, verdicts=(Verdict(claim=claim, label=Label.REFUTED, cause="because"),)
    )


@pytest.mark.parametrize("width", [60, 100, 200])
def test_plain(report: Report, width: int, snapshot: SnapshotAssertion) -> None:
    assert shown(terminal.render(report), width) == snapshot


@pytest.mark.parametrize("width", [60, 100, 200])
def test_in_colour(report: Report, width: int, snapshot: SnapshotAssertion) -> None:
    assert shown(terminal.render(report), width, colour=True) == snapshot


def test_everything(report: Report, snapshot: SnapshotAssertion) -> None:
    assert shown(terminal.render(report, full=True), 100) == snapshot


def test_claims_for_reading(report: Report, snapshot: SnapshotAssertion) -> None:
    found: list[Claim | Skipped] = [*(v.claim for v in report.verdicts), *report.skipped]
    assert shown(Group(*reading.render(report.draft, found)), 80) == snapshot


def test_search_results(snapshot: SnapshotAssertion) -> None:
    passage = Passage(id=1, document="a/1", text="The [b]SCO[/b] has ten members. " * 4)
    named = passage.model_copy(update={"publisher": "Xinhua", "published": dt.date(2025, 6, 26)})
    found = [
        Hit(passage=named, score=0.03, word_rank=1, vector_rank=2, similarity=0.8123),
        Hit(passage=passage, score=0.01, vector_rank=7, similarity=0.4),
    ]
    assert shown(hits.render(found), 60) == snapshot


def test_no_search_results() -> None:
    assert shown(hits.render([]), 60) == "Nothing found.\n"


def test_all_verdicts_are_counted(report: Report) -> None:
    assert terminal.summary([report, report]).plain == (
        "2 refuted, 2 conflicting, 4 supported, 2 not enough evidence, 2 not checked, "
        "4 skipped (2 opinion, 2 question)"
    )


@pytest.mark.parametrize("width", [40, 60, 100, 200])
def test_words_stay_whole_and_lines_fit(report: Report, width: int) -> None:
    text = shown(terminal.render(report, full=True), width)
    words = {
        word
        for verdict in report.verdicts
        for sentence in (verdict.claim.sentence.text, *(e.sentence for e in verdict.evidence))
        for word in printable(sentence).split()
    }
    assert words <= set(re.split(r"[\s“”]+", text)) | {w for w in words if "“" in w}
    for line in text.splitlines():
        assert cell_len(line) <= width or "://" in line, line
        assert line == line.rstrip()


def test_an_address_stays_on_one_line(report: Report) -> None:
    url = "https://example.org/reports/2025/06/26/meeting-of-defence-ministers-in-qingdao"
    assert any(line.strip() == url for line in shown(terminal.render(report), 40).splitlines())


def test_the_claim_is_underlined_where_styles_show(report: Report) -> None:
    text = shown(terminal.render(report), 200, colour=True)
    assert re.search(r"\x1b\[1;4;31min its 21st edition\x1b\[0m", text)
    assert "^^^" not in text


def pointed_at(text: str) -> str:
    """What the ^^^^ lines of a plain report point at, without blanks."""
    lines = text.splitlines()
    found = ""
    for above, marks in pairwise(lines):
        if marks.strip() and not marks.strip(" ^"):
            cells = [c for char in above for c in [char] * cell_len(char)]
            found += "".join(c for c, m in zip(cells, marks, strict=False) if m == "^")
    return found.replace(" ", "")


@given(
    st.tuples(*[st.text(alphabet="abc, —é\u0301漢字😀", min_size=1, max_size=60)] * 3),
    st.integers(24, 120),
)
@example(("漢字 and ", "😀 words", " and more"), 30)
def test_carets_point_at_the_claim(parts: tuple[str, str, str], width: int) -> None:
    before, claim, after = ("a" + part + "b" for part in parts)
    text = before + claim + after
    span = Span(start=len(before), end=len(before) + len(claim))
    marked = pointed_at(shown(terminal.render(report_on(text, span)), width))
    doubled = "".join(c * cell_len(c) for c in printable(claim)).replace(" ", "")
    assert marked == doubled


@pytest.mark.parametrize(
    "nasty",
    ["\x1b[31mred", "\x1b]8;;http://evil.example\x07link", "\x9b2J", "a\x00b", "\u202eevil\u202c"],
)
def test_nothing_reaches_the_terminal_but_text(nasty: str) -> None:
    text = f"One {nasty} two"
    report = report_on(text, Span(start=4, end=4 + len(nasty)))
    for colour in (False, True):
        out = shown(terminal.render(report, full=True), 80, colour=colour)
        bare = re.sub(r"\x1b\[[0-9;]*m", "", out)
        assert not set(bare) & set("\x1b\x9b\x00\x07\u202e\u202c")
        assert "\ufffd" in bare


def test_markup_is_text() -> None:
    text = "It [red]cost[/red] [/] 5 [link=http://x]euros"
    out = shown(terminal.render(report_on(text, Span(start=0, end=len(text)))), 80, colour=True)
    assert text in out


def test_a_report_without_claims() -> None:
    report = report_on("Nothing to see.", Span(start=0, end=1)).model_copy(update={"verdicts": ()})
    assert shown(terminal.render(report), 100).endswith(
        "\n0 refuted, 0 conflicting, 0 supported, 0 not enough evidence, 0 not checked, 0 skipped\n"
    )
