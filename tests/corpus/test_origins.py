"""Copies share an origin, twins do not; and an origin is what its first member is."""

from __future__ import annotations

import datetime as dt
import random
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.hostile import SLOW, quick
from verify.corpus import PASSAGES, STORIES, Level, Origins, signature
from verify.corpus.origins import COMMON
from verify.corpus.signatures import MOST_WORDS, Words, marks

DAY = dt.date(2025, 6, 26)
STORY = (
    "The harbour bridge in Eastport opened on Monday, nine years after work began. It cost 412"
    " million euros, twice the first estimate, and is 2,140 metres long. Mayor Ruth Amsel drove"
    " the first car across. About 30,000 cars are expected to use it every day, and the ferry"
    " stops running at the end of the month. Its crew of 46 will be offered other work."
)
CARRIED_ON = STORY + (
    " Residents of the old town had gone to court against the bridge three times, and lost each"
    " time. A group of them stood by with banners on Monday. The tunnel that they wanted instead"
    " would have cost more than a billion euros, engineers of the port have said."
)


def origins(level: Level = PASSAGES) -> Origins:
    made = Origins(sqlite3.connect(":memory:"), level)
    made.create()
    return made


def together(
    one: str, other: str, level: Level = PASSAGES, titles: tuple[str, str] = ("", "")
) -> bool:
    ways = set()
    for texts in ((one, titles[0]), (other, titles[1])), ((other, titles[1]), (one, titles[0])):
        some = origins(level)
        ways.add(len({some.add(signature(text, title)) for text, title in texts}))
    assert len(ways) == 1, "which came first must not matter for two texts"
    return ways == {1}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (STORY, STORY.upper()),
        (STORY, "(Wire) - " + STORY.replace(", ", " – ")),
        (STORY, STORY.replace("is 2,140 metres", "is 2140 metres").replace("nine", "9")),
        (STORY, STORY.replace("the first car across", "across in the first car")),
        (STORY, STORY.partition(" Its crew")[0]),
    ],
)
def test_copies(one: str, other: str) -> None:
    assert together(one, other)
    assert together(one, other, STORIES)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Sales rose 5 percent in the first quarter.",
            "Sales rose 7 percent in the first quarter.",
        ),
        (
            "Oper shr 12 cts vs 10 cts. Oper net 3,100,000 vs 2,400,000. Revs 41 mln vs 39.8 mln.",
            "Oper shr 14 cts vs 10 cts. Oper net 3,500,000 vs 2,400,000. Revs 43 mln vs 39.8 mln.",
        ),
        (STORY, STORY.replace("412 million", "421 million")),
        (STORY, STORY.replace("Eastport", "Westport").replace("Ruth Amsel", "Anna Holt")),
    ],
)
def test_twins_are_no_copies(one: str, other: str) -> None:
    assert not together(one, other)


def test_figures_that_change_places_are_other_figures() -> None:
    older = "The crop is put at 17.30 mln tonnes, vs 17.50 mln a month ago and 15.00 mln in 1986."
    newer = "The crop is put at 16.70 mln tonnes, vs 17.30 mln a month ago and 15.00 mln in 1986."
    assert not together(older, newer)


def test_what_a_text_is_about_may_stand_in_its_title() -> None:
    text = "Qtly div six cts vs six cts prior. Pay April two. Record March 18."
    first = "MITCHELL ENERGY SETS PAYOUT"
    assert not together(text, text, titles=(first, "GENERAL HOST IN PAYOUT"))
    assert together(text, text, titles=(first, "MITCHELL ENERGY PAYOUT"))


@pytest.mark.parametrize("pair", [("Peru", "Iran"), ("Sudan", "South Sudan"), ("Niger", "Nigeria")])
def test_rows_of_two_things_are_no_copies(pair: tuple[str, str]) -> None:
    one, other = (
        f"{name} - People and Society - Birth rate: 16.4 births per 1,000 population (2025 est.)"
        for name in pair
    )
    assert not together(one, other, titles=pair)


def test_a_story_is_carried_on_and_its_passages_are_not_the_same() -> None:
    assert together(STORY, CARRIED_ON, STORIES)
    assert not together(STORY.partition(" Mayor")[0], CARRIED_ON)


@pytest.mark.parametrize(("later", "same"), [(0, True), (3, True), (4, False), (28, False)])
def test_stories_are_of_the_same_days(later: int, same: bool) -> None:
    some = origins(STORIES)
    first = some.add(signature(STORY), DAY)
    assert (some.add(signature(STORY), DAY + dt.timedelta(later)) == first) is same
    passages = origins(PASSAGES)
    first = passages.add(signature(STORY), DAY)
    assert passages.add(signature(STORY), DAY + dt.timedelta(later)) == first


def test_small_changes_do_not_lead_away_from_the_first() -> None:
    words = STORY.split()
    some = origins()
    found = []
    for changed in range(0, len(words), 4):
        words[changed : changed + 4] = ["other", "words", "stand", f"here{changed}x"]
        found.append(some.add(signature(" ".join(words))))
    assert found[0] == found[1]
    assert found[0] != found[-1]


@given(st.permutations(range(6)))
def test_copies_fall_together_in_any_order(order: list[int]) -> None:
    texts = [
        STORY,
        STORY.upper(),
        STORY + " REUTER",
        CARRIED_ON[len(STORY) :],
        CARRIED_ON[len(STORY) :] + " More to come.",
        "Something else stands here.",
    ]
    some = origins()
    given = {place: some.add(signature(texts[place])) for place in order}
    assert given[0] == given[1] == given[2]
    assert given[3] == given[4]
    assert len(set(given.values())) == 3


def test_ids_are_kept_when_copies_come_in_and_are_the_same_in_another_index() -> None:
    some = origins()
    first = some.add(signature(STORY))
    assert some.add(signature(STORY + " REUTER")) == first
    assert some.add(signature(STORY)) == first
    assert origins().add(signature(STORY)) == first
    assert len(first) == 16


def test_an_origin_is_forgotten_with_all_its_marks() -> None:
    connection = sqlite3.connect(":memory:")
    some = Origins(connection, PASSAGES)
    some.create()
    kept = some.add(signature(CARRIED_ON[len(STORY) :]))
    dropped = some.add(signature(STORY))
    some.drop(dropped)
    some.drop("no such id")
    left = {row[0] for row in connection.execute("SELECT mark FROM passage_marks")}
    assert left == set(marks(signature(CARRIED_ON[len(STORY) :])))
    assert some.add(signature(STORY + " REUTER")) not in (dropped, kept)


def test_a_template_fills_no_table() -> None:
    connection = sqlite3.connect(":memory:")
    some = Origins(connection, PASSAGES)
    some.create()
    for number in range(3 * COMMON):
        some.add(signature(f"{number} {STORY}"))
    ((most,),) = connection.execute(
        "SELECT max(n) FROM (SELECT count(*) n FROM passage_marks GROUP BY mark)"
    )
    assert most == COMMON


@given(st.lists(st.sampled_from([*STORY.split(), "one", "7", "\n\n", "é", "—"])).map(" ".join))
def test_a_text_is_a_copy_of_itself(text: str) -> None:
    signed = signature(text)
    words = Words(signed)
    assert PASSAGES.copies(words, words)
    assert STORIES.copies(words, words)
    assert len(signed) % 4 == 0
    assert bool(marks(signed)) is bool(signed)


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    pair = Words(signature(one)), Words(signature(other))
    assert PASSAGES.copies(*pair) is PASSAGES.copies(*reversed(pair))


def test_eleven_words_in_common_are_a_mark_in_common() -> None:
    chance = random.Random(4)  # noqa: S311
    words = [f"w{n}" for n in range(400)]
    for _ in range(50):
        common = chance.sample(words, 11)
        one, other = (chance.sample(words, 60) for _ in range(2))
        one[20:20] = other[33:33] = common
        shared = set(marks(signature(" ".join(one)))) & set(marks(signature(" ".join(other))))
        assert shared


def test_a_book_is_read_to_its_limit() -> None:
    assert len(signature("word " * (2 * MOST_WORDS))) == 4 * MOST_WORDS


@pytest.mark.parametrize("name", SLOW)
def test_no_text_takes_long(name: str) -> None:
    def add_twice(text: str) -> None:
        some = origins()
        for one in (text, text + " end"):
            some.add(signature(one))

    assert quick(add_twice, SLOW[name])


def test_levels_keep_apart_in_one_database() -> None:
    connection = sqlite3.connect(":memory:")
    levels = [Origins(connection, level) for level in (PASSAGES, STORIES)]
    for some in levels:
        some.create()
    ids = [some.add(signature(STORY)) for some in levels]
    assert all(some.add(signature(STORY)) == given for some, given in zip(levels, ids, strict=True))
