"""Where a name ends that has begun."""

from __future__ import annotations

import re

from verify.claims import lexicon
from verify.claims import namewords as words
from verify.claims.places import country
from verify.claims.spelling import word_set
from verify.claims.wordline import Line

# Follow a hyphen after a name and make an adjective of it; other short ones are part of a name:
# Seo-yun, Jong-un.
_HYPHENED = word_set(
    "led born made run era wide held like free only type area size bred in on to of the and at by"
)

# What a name ends in after "and": Merrill Lynch and Co.
_PARTNERS = word_set("co sons company partners brothers bros")

# Begin the next sentence where the mark between is missing: "Steven Sotloff He was".
_NEXT_SENTENCE = word_set(
    "he she it they we his her its their this these those there but when while however it's he's"
)


def name_end(line: Line, at: int) -> int:
    """The token after the last one of the name that starts at `at`."""
    end = at + 1
    while end < len(line.tokens) and (step := _step(line, at, end)):
        end += step
    return end


def _step(line: Line, start: int, at: int) -> int:
    """How many tokens from `at` on belong to the name as well; 0 for none."""
    token, before = line.tokens[at], line.tokens[at - 1]
    gap = line.gap(at)
    if "\n" in gap or line.in_office(at):
        return 0
    if token.text == ".":
        short = len(before.text) == 1 or before.lower in words.TITLES | {"st", "jr"}
        first = at - 1 == start and len(before.text) < 5 and not before.tags
        short = short or first  # "Alex. Brown Inc"
        return 1 if short and not gap and line.capital(at + 1) else 0
    if token.text in {"-", "–", "/", "&", "'", "’"}:
        return _over_mark(line, start, at, gap)
    if token.lower == "'s":
        owners = before.lower in words.PLURAL_OWNERS and at - 1 == start
        return 1 if owners and line.capital(at + 1) else 0
    if token.text in {'"', "“"}:
        return _over_nickname(line, start, at)
    if token.lower == "the" and before.lower not in lexicon.FUNCTION_WORDS:
        return 0  # the next sentence: "told Reuters The"
    if line.capital(at):
        if _repeats(line, start, at):
            return 0
        if token.lower in _NEXT_SENTENCE and not token.text.isupper():
            return 0
        if token.lower in words.NEVER and not token.text.isupper():
            return 0
        titled = token.lower in words.TITLES and line.is_mark(at + 1, ".") and line.capital(at + 2)
        return 0 if titled or (line.calendar(at) and not line.surname_may(at)) else 1
    if token.is_number:
        return 1 if gap and token.end - token.start <= 3 and _numbers(line, start, at) else 0
    if re.match(r"[dl]['’][A-Z]", token.text):
        return 1
    return _over_small(line, start, at)


def _repeats(line: Line, start: int, at: int) -> bool:
    """Whether a name begins anew: "handing the SCO SCO's prize", once "its" is put in words."""
    again = line.tokens[at].lower == line.tokens[start].lower
    return again and (at - start > 1 or line.lower(at + 1) == "'s")


def _over_mark(line: Line, start: int, at: int, gap: str) -> int:
    """Over a hyphen, an "&" or an apostrophe inside a name."""
    mark, after = line.tokens[at].text, line.token(at + 1)
    if after is None:
        return 0
    joined = not gap and after.start == line.tokens[at].end
    before = line.tokens[at - 1]
    if mark == "&":
        return 2 if line.capital(at + 1) else 0
    if mark in {"'", "’"} and not joined:
        owners = not gap and before.lower.endswith("s") and "NOUN" in before.tags
        return 2 if owners and line.capital(at + 1) and after.lower in words.KINDS else 0
    if not joined:
        return 0
    if line.capital(at + 1):
        # "the Turkey-Syria border": two names.
        return 0 if country(before.text) and country(after.text) else 2
    if mark != "-":
        return 0
    if after.lower in {"operation", "ordination", "operative"}:
        return 2
    if line.digits(at + 1):
        return 2 if after.end - after.start <= 4 and line.gap(at + 2) != "%" else 0
    given = at - 1 > start and not before.tags & {"ADJ", "VERB"} and len(after.text) <= 4
    return 2 if given and after.is_word and after.lower not in _HYPHENED else 0


def _over_nickname(line: Line, start: int, at: int) -> int:
    """Buster in: Joseph Frank "Buster" Keaton."""
    closed = line.token(at + 2)
    inside = line.capital(at + 1) and closed is not None and closed.text in {'"', "”"}
    joined = line.gap(at) == " " and not line.gap(at + 1) and line.gap(at + 3) == " "
    return 4 if inside and joined and line.capital(at + 3) else 0


def _over_small(line: Line, start: int, at: int) -> int:
    """How many small words at `at` belong to a name that goes on after them."""
    word, before = line.tokens[at].lower, line.tokens[at - 1]
    if word == "and":
        return int(_coordinates(line, start, at))
    if word in {"of", "for"}:
        step = 2 if line.lower(at + 1) == "the" else 1
        known = before.lower in (words.BEFORE_OF if word == "of" else words.BEFORE_FOR)
        # "the Laws of England": people have no article.
        thing = word == "of" and "NOUN" in before.tags and line.after_the(start)
        return step if line.capital(at + step) and (known or thing) else 0
    if word in {"al", "el"} and line.is_mark(at + 1, "-"):
        return 3 if line.capital(at + 2) else 0
    if word not in words.PARTICLES or word in {"y", "e", "do", "to"}:
        return 0
    step = 1
    while line.lower(at + step) in words.PARTICLES:
        step += 1
    return step if line.capital(at + step) else 0


def _coordinates(line: Line, start: int, at: int) -> bool:
    """Whether "and" stands inside a name: Bosnia and Herzegovina, Ministry of Health and
    Sport, Securities and Exchange Commission; not in "Iran and Israel"."""
    if not line.capital(at + 1):
        return False
    before, after = line.tokens[at - 1], line.tokens[at + 1]
    if country(f"{before.text} and {after.text}") or after.lower in _PARTNERS:
        return True
    if "NOUN" not in before.tags or "NOUN" not in after.tags:
        return False
    run = line.tokens[start:at]
    if any(t.lower in {"of", "for"} for t in run):
        return run[0].lower in words.BEFORE_FOR and not country(before.text)
    if len(run) > 1 and after.lower in words.KINDS | {"loan"} and line.capital(at + 2):
        return before.lower in words.KINDS | {"savings"}  # Standard Oil and Gas Co
    last = at + 1
    while line.capital(last + 1) and line.tokens[last + 1].tags:
        last += 1
    return len(run) == 1 and last > at + 1 and line.tokens[last].lower in words.KINDS


def _numbers(line: Line, start: int, at: int) -> bool:
    """Apollo 11, Radio 4: a number that belongs to the name and counts nothing."""
    if not line.tokens[at - 1].text[-1].isalpha() or at - start > 2:
        return False
    after = line.token(at + 1)
    lead = line.tokens[start - 1].lower if start else ""
    if lead in lexicon.PREPOSITIONS | {"the"}:
        return after is None or after.text in ".,)" or ("X" in after.tags and after.lower != "per")
    # "Rovers 68, Town 61" is a table.
    return after is not None and (after.lower == "'s" or line.verb(at + 1))
