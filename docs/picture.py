"""Check the example and draw the top and the end of its real report as docs/terminal.svg."""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.segment import SegmentLines
from rich.text import Text

from verify.checker import Checker
from verify.commands.opening import load_stance, load_worth, open_index
from verify.drafts import read_draft
from verify.records import Report
from verify.reports import terminal
from verify.settings import load_settings

DRAFT = "examples/qingdao.md"
WIDTH, TOP = 100, 42
"""Columns, and lines at most that are shown from the top of the report."""


def picture(report: Report) -> str:
    """The report as SVG, cut between two findings."""
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    lines = console.render_lines(terminal.render(report), pad=False)
    blank = [at for at, line in enumerate(lines) if not "".join(s.text for s in line).strip()]
    cut = max(at for at in blank if at <= TOP)
    console.print(Text.assemble(("$ ", "dim"), f"verify check {DRAFT}"))
    console.print(SegmentLines(lines[:cut], new_lines=True))
    console.print(Text("\n⋮", "dim"))
    console.print(SegmentLines(lines[blank[-1] :], new_lines=True))
    svg = console.export_svg(title="Verify", unique_id="verify")
    # The fonts it would fetch are left out: nothing of ours calls anywhere.
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


def main() -> None:
    """Draw the picture; needs the index of the settings."""
    settings = load_settings()
    with open_index(settings, None) as (opened, info):
        stance, worth = load_stance(settings), load_worth(settings)
        report = Checker(opened, stance=stance, worth=worth).check(read_draft(DRAFT))
    svg = picture(report.model_copy(update={"index": info}))
    Path(__file__).with_name("terminal.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
