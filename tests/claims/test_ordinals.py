"""Ordinals and superlatives: what is ranked and by what, and words that rank nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.hostile import SLOW, any_text, quick
from verify.claims.ordinals import Ranked, find_ordinals

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def say(ranked: Ranked, text: str) -> str:
    """E.g. "superlative 2 large: second-largest city [city]"."""
    value = ranked.value
    since = f" since {value.since}" if value.since else ""
    noun = text[ranked.noun_start : ranked.noun_end]
    number = f"{ranked.kind.value} {value.rank} {value.quality}".rstrip()
    return f"{number}{since}: {value.text} [{noun}]"


RANKED = [
    ("in its 22nd edition", "ordinal 22: 22nd edition [edition]"),
    ("the twenty-second meeting", "ordinal 22: twenty-second meeting [meeting]"),
    ("the 101st Airborne Division", "ordinal 101: 101st Airborne Division [Airborne Division]"),
    ("its 1,000th match", "ordinal 1000: 1,000th match [match]"),
    ("the 44th president of the union", "ordinal 44: 44th president [president]"),
    ("its tenth member", "ordinal 10: tenth member [member]"),
    ("her fourth goal", "ordinal 4: fourth goal [goal]"),
    ("won a third term", "ordinal 3: third term [term]"),
    ("the first meeting", "ordinal 1: first meeting [meeting]"),
    ("her last meeting", "ordinal -1: last meeting [meeting]"),
    ("the last Tsar", "superlative -1: last Tsar [Tsar]"),
    ("the inaugural flight", "superlative 1: inaugural flight [flight]"),
    ("a third straight win", "ordinal 3: third straight win [win]"),
    # a place in a contest
    ("finished third", "ordinal 3: third []"),
    ("came second in the race", "ordinal 2: second []"),
    ("ranked 12th", "ordinal 12: 12th []"),
    ("is second in the league", "ordinal 2: second []"),
    ("in fourth place", "ordinal 4: fourth place [place]"),
    ("third-placed Leeds", "ordinal 3: third-placed Leeds [Leeds]"),
    # distinctions
    ("his first foreign trip since war broke out",
     "superlative 1 since war broke out: first foreign trip since war broke out [foreign trip]"),
    ("a first-ever visit", "superlative 1: first-ever visit [visit]"),
    ("the first woman president", "superlative 1: first woman president [woman president]"),
    ("the first time in nine years", "superlative 1 since nine years:"
     " first time in nine years [time]"),
    ("her third title in five years", "superlative 3 since five years:"
     " third title in five years [title]"),
    ("his second visit abroad", "superlative 2: second visit [visit]"),
    ("the first to die", "superlative 1: first []"),
    ("the last of the ministers", "superlative -1: last []"),
    ("the only woman", "superlative 0: only woman [woman]"),
    ("its sole survivor", "superlative 0: sole survivor [survivor]"),
    # qualities
    ("the second-largest city", "superlative 2 large: second-largest city [city]"),
    ("its second largest city", "superlative 2 large: second largest city [city]"),
    ("the most populous state", "superlative 1 populous: most populous state [state]"),
    ("the third most populous state", "superlative 3 populous: third most populous state [state]"),
    ("Europe’s tallest building", "superlative 1 tall: tallest building [building]"),
    ("the world's largest economy", "superlative 1 large: largest economy [economy]"),
    ("the highest since 2008", "superlative 1 high since 2008: highest since 2008 []"),
    ("the biggest in a decade", "superlative 1 big since a decade: biggest in a decade []"),
    ("the largest in Europe", "superlative 1 large: largest []"),
    ("the worst drought in 40 years", "superlative 1 bad since 40 years:"
     " worst drought in 40 years [drought]"),
    ("the 12th largest desert", "superlative 12 large: 12th largest desert [desert]"),
    ("the second-greatest greenhouse gas that is",
     "superlative 2 great: second-greatest greenhouse gas [greenhouse gas]"),
    ("the first time Leeds won", "superlative 1: first time [time]"),
    ("the most goals in the league", "superlative 1 most: most goals [goals]"),
    ("the eldest son", "superlative 1 eldest: eldest son [son]"),
]  # fmt: skip
UNRANKED = [
    "two-thirds of members, one-third of them, two thirds",
    "a two-third majority, a third of voters",
    "a second later, ten seconds, one second, a split second decision",
    "a second ship",
    "every third house, each second week",
    "second-hand cars, first-class post, second-rate goods",
    "third-party cookies, a sixth-form college, eighth-grade pupils",
    "a first-half goal, a last-minute goal, first-time buyers",
    "first aid, first hand, the first step",
    "at first, at last",
    "First, we went",
    "firstly, secondly",
    "first of all, in the first place",
    "last week, last Monday, last June, last year’s winner, last night",
    "the last two days, the last 12 matches, the first two matches",
    "the last time, last name, a last resort, the final whistle",
    "the first quarter, the second half, third-quarter profit",
    "the first lady, First Minister Ann Lee",
    "the Second World War, the First World War, World War II",
    "the Third Reich",
    "the 19th century, the nineteenth century, a 19th-century house",
    "the 5th of June, on 5th June, the fifth of June",
    "5th Avenue, 23rd Street, West 42nd Street",
    "the latest figures, his latest book",
    "best-selling, best known for, the worst of",
    "one of the oldest universities, one of the world’s largest banks",
    "among the first countries",
    "only 12 people, an only child",
    "the forest, the request, the harvest, the West, the interest",
    "most people, most of the members, at least",
    "the most, the least, the best",
    "Elizabeth the Second, John Paul II",
    "First Boston Inc, Third World debt, first quarter results",
    "from the late 9th to the 13th",
    "second thoughts, seventh heaven, a fifth column",
    "the two hundred and first",
    "",
]


@pytest.mark.parametrize(("text", "expected"), RANKED)
def test_ranks_are_read_as_written(text: str, expected: str) -> None:
    assert "; ".join(say(r, text) for r in find_ordinals(text)) == expected


@pytest.mark.parametrize("text", UNRANKED)
def test_what_ranks_nothing(text: str) -> None:
    assert [say(r, text) for r in find_ordinals(text)] == []


@given(st.integers(1, 9999))
def test_an_ordinal_is_read_back(number: int) -> None:
    ending = "th" if 10 < number % 100 < 14 else _ENDINGS.get(number % 10, "th")
    for written in (f"{number}{ending}", f"{number:,}{ending}"):
        (found,) = find_ordinals(f"It was the {written} edition.")
        assert (found.value.rank, found.value.text) == (number, f"{written} edition")


@given(any_text)
def test_spans_are_exact(text: str) -> None:
    end = 0
    for ranked in find_ordinals(text):
        assert end <= ranked.start < ranked.end <= len(text)
        assert ranked.value.text == text[ranked.start : ranked.end]
        assert ranked.start <= ranked.noun_start <= ranked.noun_end <= ranked.end
        end = ranked.end


@pytest.mark.parametrize("text", SLOW.values(), ids=SLOW.keys())
def test_a_hostile_text_takes_no_longer(text: str) -> None:
    assert quick(find_ordinals, text)
