"""What is written with digits and is no number: times, scores, telephone numbers, versions."""

from __future__ import annotations

import re

# Alternatives of one pattern, tried before a number is read. Each takes all of its digits, so that
# no part of it is read as a number afterwards.
CODE = r"""
    \d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b)?             # 9:30, 18:00:05
  | \d{1,2}(?:\.\d\d)?\s?(?:[ap]m\b|[ap]\.m\b|o['’]clock) # 9 a.m., 9.30pm
  | (?:[01]\d|2[0-3])[0-5]\d\s?(?:GMT|UTC|BST|CET|EST|EDT|ET|hours\s+GMT)\b
  | \d{1,16}(?:/\d{1,16})+                               # 24/7, 9/11, 6/7/2025
  | \d{1,16}(?:[-–]\d{1,16}){2,6}                        # 2025-06-24, 555-010-0134
  | \d{1,16}(?:\.\d{1,16}){2,6}                          # 3.11.2, 24.06.2025
  | \(\d{3}\)\s?\d{3}[\s-]\d{4}                          # (202) 555 0147
  | \+\d{1,3}(?:[\s-]\(?\d{2,5}\)?){1,5}                 # +44 20 7946 0958
  | 0\d+(?:[\s-]\d{2,5}){0,5}(?![.,]?\d)                 # 020 7946 0958, 007
  | \d{1,6}[-–]0\d+                                      # 555-0147
  | (?-i:3M)\b(?!\s+(?:people|users|customers))
"""
_CONTEST = (
    r"win|wins|won|winners?|beat|beats|beaten|lost|lose|loses|loss|defeat|defeats|defeated|drew"
    r"|draw|draws|lead|leads|led|trail|trails|trailed|score|scores|scored|victory|voted|vote|votes"
    r"|ruled|ruling|split|tie|tied|margin|aggregate|decision|thriller|majority|comeback|triumph"
)
_CONTEST_BEFORE = re.compile(rf"\b(?:{_CONTEST})\b[^.;:]{{0,25}}$", re.IGNORECASE)
_CONTEST_AFTER = re.compile(
    rf"\s+(?:[a-z]+\s+)?(?:{_CONTEST}|at\s+half-?time|after\s+extra)\b", re.IGNORECASE
)
STREET = re.compile(
    r"[\s\u00a0](?:(?:[A-Z][\w'’.]+|\d+(?:st|nd|rd|th))[\s\u00a0]){0,3}(?:Street|St|Road|Rd|Avenue|Ave"
    r"|Lane|Drive|Square|Boulevard|Blvd|Place|Court|Terrace|Crescent|Row|Way)\b"
)


def is_score(text: str, start: int, end: int) -> bool:
    """Whether text[start:end], "3-1" or "1-3", is told as the result of a match or a vote."""
    return (
        _CONTEST_BEFORE.search(text, max(0, start - 40), start) is not None
        or _CONTEST_AFTER.match(text, end) is not None
    ) and not re.match(r"\s?(?:%|per\s?cent|million|billion|bn\b|m\b)", text[end : end + 10])
