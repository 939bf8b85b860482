"""Paragraphs that rich wraps at words, with the claim in a sentence pointed at."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from verify.records import Claim, Draft, Span
from verify.reports.wording import printable

MARK = "underline"
NARROWEST = 20
"""Cells that a paragraph keeps however narrow the window is."""


@dataclass(frozen=True)
class Paragraph:
    """Text wrapped at words behind an indent. `lead` stands in the indent of the first line.

    What is styled `MARK` is underlined; where the console shows no styles (a pipe, a file, a dumb
    terminal), a line of ^^^^ beneath points at it instead.
    """

    text: Text
    indent: int = 0
    lead: Text | None = None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the lines; rich calls this."""
        width = max(options.max_width - self.indent, NARROWEST)
        lead = (self.lead or Text()).copy()
        lead.pad_right(max(self.indent - lead.cell_len, 0))
        for line in self.text.wrap(console, width, overflow="fold"):
            line.rstrip()
            yield _whole(Text.assemble(lead, line))
            lead = Text(" " * self.indent)
            if console.color_system is None and (marks := _carets(line)):
                yield _whole(Text(" " * self.indent + marks))


def unbroken(text: str, indent: int, style: str = "") -> Text:
    """A line that stays whole in any window, so that an address can be copied from it."""
    return _whole(Text.assemble(" " * indent, (printable(text), style)))


def place_line(draft: Draft, offset: int) -> Text:
    """`path:line:column`, which many terminals open at a click."""
    position = draft.position(offset)
    return unbroken(f"{draft.source}:{position.line}:{position.column}", 0, "dim")


def left_open(claim: Claim) -> Text:
    """The words of a claim whose reference is not certain."""
    words = ", ".join(f"“{printable(word)}”" for word in claim.unresolved)
    return Text(f"the draft leaves open: {words}", "dim")


def marked_sentence(draft: Draft, claim: Claim, style: str) -> Text:
    """The sentence of a claim, with the claim marked and styled."""
    start = min(claim.sentence.span.start, claim.span.start)
    end = max(claim.sentence.span.end, claim.span.end)
    pieces = (
        Span(start=start, end=claim.span.start),
        claim.span,
        Span(start=claim.span.end, end=end),
    )
    before, words, after = (printable(piece.of(draft.text)) for piece in pieces)
    text = Text.assemble(before, (words, MARK), after)
    text.stylize(style, len(before), len(before) + len(words))
    return text


def _whole(line: Text) -> Text:
    line.no_wrap, line.overflow, line.end = True, "ignore", "\n"
    return line


def _carets(line: Text) -> str:
    """Blanks and ^^^^, cell under cell, for what is marked in a line."""
    marks = ""
    for span in sorted(s for s in line.spans if s.style == MARK):
        marked = line.plain[span.start : span.end].rstrip()
        gap = cell_len(line.plain[: span.start]) - len(marks)
        marks += " " * gap + "^" * cell_len(marked)
    return marks
