"""A draft of any length is read with work that grows as it does, and is let go as it is read."""

from __future__ import annotations

import datetime as dt
import gc
from collections.abc import Sequence

from verify.claims import each_claim, find_claims
from verify.claims.samename import how_same
from verify.drafts import draft_from_text
from verify.records import Claim, Draft

DAY = dt.date(2025, 6, 26)
TOWNS = ("Elsnes", "Port Brannock", "Aldmouth", "Calder", "Dunmore", "Averil", "Holm", "Tarn")


def story(paragraphs: int) -> Draft:
    """So many paragraphs, each of another firm, with words that stand for what was named."""
    text = "\n\n".join(
        f"{TOWNS[n % 8]} {TOWNS[n // 8 % 8]} Group {n} sold {n + 2} ferries to the bank Holt {n}. "
        f"Its chairman Ann {TOWNS[n % 7]} said the company had made a profit."
        for n in range(paragraphs)
    )
    return draft_from_text(text, as_of=DAY)


def compared(draft: Draft) -> int:
    """How many pairs of names are compared while a draft is read."""
    before = how_same.cache_info()
    find_claims(draft)
    after = how_same.cache_info()
    return after.hits + after.misses - before.hits - before.misses


def test_work_grows_as_the_draft_does() -> None:
    """Four times the text would be sixteen times the pairs, were all of it remembered."""
    assert compared(story(400)) < 6 * compared(story(100))


def test_claims_come_as_they_are_read() -> None:
    asked = 0

    def ask(sentences: Sequence[str]) -> list[float]:
        nonlocal asked
        asked += len(sentences)
        return [1.0] * len(sentences)

    draft = draft_from_text("The ferry was sold to Croatia.\n\n" * 2_000, as_of=DAY)
    stream = each_claim(draft, ask)
    assert isinstance(first := next(stream), Claim)
    assert first.id == "c1"
    assert 0 < asked < 500
    assert sum(1 for _ in stream) == 1_999
    assert asked == 2_000


def test_what_was_read_is_let_go() -> None:
    claims = alive(Claim)
    most = 0
    for number, _ in enumerate(each_claim(story(600))):
        if number % 100 == 0:
            most = max(most, alive(Claim) - claims)
    assert number > 1_000
    assert 0 < most < 700


def alive(kind: type) -> int:
    """How many records of a kind are in memory."""
    gc.collect()
    return sum(type(one) is kind for one in gc.get_objects())
