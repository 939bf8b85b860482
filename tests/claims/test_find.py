# ruff: noqa: E501 - a case is one line
"""Every claim of a draft: what is found, what is left out, and that every span is exact."""

from __future__ import annotations

import datetime as dt
import html
import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.hostile import any_text
from tests.claims.texts import TEXTS
from verify.claims import find_claims, read_claims
from verify.drafts import Format, draft_from_bytes, draft_from_text
from verify.errors import DraftError
from verify.records import Block, BlockKind, Draft, Hedge, Quantity, Quote, Skip, Span, When

DAY = dt.date(2025, 6, 26)  # a Thursday

# sentence -> kind/text | ...
FOUND = """
The ministers held their 22nd meeting in Qingdao. -> ordinal/22nd meeting
It was the fifth edition of the festival. -> ordinal/fifth edition
Kenya is the third-largest economy in Africa. -> superlative/third-largest economy
It was his first trip abroad since the war began. -> superlative/first trip abroad since the war began
The 10-member bloc met in Qingdao. -> count/10-member bloc
The ten-member bloc met in Qingdao. -> count/ten-member bloc
Iran has 31 provinces. -> count/31 provinces
At least 627 people were killed in Iran. -> count/At least 627 people
Attendance was more than 51,000. -> count/more than 51,000
Iran covers 1.65 million square kilometres. -> quantity/1.65 million square kilometres
The border is 1,458 kilometres long. -> quantity/1,458 kilometres
Unemployment fell to 4.3% in May. -> percentage/4.3%
Members will spend 5 per cent of GDP on defence. -> percentage/5 per cent
Revenue rose to £3.42 billion in 2024. -> money/£3.42 billion
The company paid $5 million for the site. -> money/$5 million
The organisation was founded on 15 June 2001. -> date/15 June 2001
Belarus joined the organisation in July 2024. -> date/July 2024
The museum opened in 1911. -> date/1911
The ministers met on Monday. -> date/Monday
The leaders spoke by telephone last week. -> date/last week
The call lasted about two hours. -> duration/about two hours
The 12-day war ended in June. -> duration/12-day | date/June
China's defence minister, Dong Jun, chaired the talks. -> event/China's defence minister, Dong Jun, chaired the talks | role/China's defence minister, Dong Jun
The group's members are Belarus, China, India and Iran. -> membership/Belarus, China, India and Iran
Iran borders Iraq, Turkey and Armenia. -> membership/Iraq, Turkey and Armenia
Belarus hosted a summit of foreign ministers. -> event/Belarus hosted a summit of foreign ministers.
"""
ROWS = [line.split(" -> ") for line in FOUND.strip().splitlines()]

# words of a date -> first and last day, seen from Thursday 26 June 2025
DATES = """
on Monday -> 2025-06-23 2025-06-23
on Wednesday -> 2025-06-25 2025-06-25
on Thursday -> 2025-06-26 2025-06-26
yesterday -> 2025-06-25 2025-06-25
last week -> 2025-06-16 2025-06-22
in May -> 2025-05-01 2025-05-31
in 1911 -> 1911-01-01 1911-12-31
on 24 June -> 2025-06-24 2025-06-24
"""

SKIPPED = """
Will the truce hold? -> question
Has the bloc really 10 members? -> question
I think the talks were a mistake. -> opinion
It was a disappointing week for diplomacy. -> opinion
The next round will probably be harder. -> prediction
"""

REAL = [
    "Dong Jun, China's defence minister, chaired the 22nd meeting. He thanked his hosts.",
    "Iran has 31 provinces. Its capital is Tehran, and its president took office on 30 July 2024.",
    "“We will not yield,” said Abbas Araghchi, Iran’s foreign minister. His visit lasted two days.",
    "Belarus, its tenth member, joined at the Astana summit in July 2024. The bloc is large.",
    "The summit opened on Monday. It lasted 2 days; a week later the leaders met again.",
    "Profit rose 5% to £3.42\u00a0bn in 2024.\r\nThe com\u00adpany employs 340 people.",
    "Priya Raman, the chief executive of Halcyon, spoke. Her company has 340 employees.",
]
_BITS = st.sampled_from(
    [
        "\r\n",
        "\n\n",
        "\u00a0",
        "\u00ad",
        "e\u0301",
        "👩‍💻",
        "“",
        "”",
        "’",
        "  ",
        "- ",
        "# ",
        "*",
        "<b>",
    ]
)
mixed = st.lists(st.one_of(st.sampled_from(REAL), _BITS, st.text(max_size=8)), max_size=8).map(
    "".join
)


def draft(text: str) -> Draft:
    return draft_from_text(text, as_of=DAY)


def assert_exact(read: Draft) -> None:
    """Every span of every claim is the text that it says it is."""
    found = find_claims(read)
    for sentence in [c.sentence for c in found.claims] + [s.sentence for s in found.skipped]:
        assert sentence.span.of(read.text) == sentence.text
    for claim in found.claims:
        assert claim.span.of(read.text) == claim.text
        assert claim.text
        assert claim.sentence.span.covers(claim.span)
        for replacement in claim.replacements:
            assert replacement.span.of(read.text) == replacement.text
            assert claim.sentence.span.covers(replacement.span)
        for part in claim.assertion.parts if claim.assertion else ():
            assert part.start < part.end
            assert claim.sentence.span.covers(part)
        parts = claim.assertion.parts if claim.assertion else ()
        assert all(one.end <= other.start for one, other in itertools.pairwise(parts))
    assert [c.id for c in found.claims] == [f"c{n + 1}" for n in range(len(found.claims))]
    places = [c.sentence.span.start for c in found.claims]
    assert places == sorted(places)


@given(st.one_of(mixed, TEXTS, any_text))
def test_spans_of_any_text_are_exact(text: str) -> None:
    assert_exact(draft(text))


@given(mixed, st.sampled_from([Format.MARKDOWN, Format.HTML]))
def test_spans_of_any_file_are_exact(text: str, form: Format) -> None:
    # The front matter apart, what is written is a file as its author might leave it.
    source = f"<article><p>{text}</p></article>" if form is Format.HTML else text
    try:
        read = draft_from_bytes(source.encode("utf-8", "replace"), form, source="draft", as_of=DAY)
    except DraftError:
        return  # said to be without text, or not to be text
    assert_exact(read)


@pytest.mark.parametrize("text", REAL)
def test_a_file_makes_the_claims_of_its_text(text: str) -> None:
    plain = [(c.kind, c.text) for c in find_claims(draft(text)).claims]
    assert plain
    page = f"<article><p>{html.escape(text)}</p></article>".encode()
    for form, source in ((Format.HTML, page), (Format.MARKDOWN, text.encode())):
        read = draft_from_bytes(source, form, source="draft", as_of=DAY)
        found = find_claims(read).claims
        assert [(c.kind, c.text) for c in found] == plain


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_found(sentence: str, expected: str) -> None:
    found = find_claims(draft(sentence))
    assert " | ".join(f"{c.kind.value}/{c.text}" for c in found.claims) == expected
    assert not found.skipped


@pytest.mark.parametrize("row", DATES.strip().splitlines())
def test_dates_are_seen_from_the_day_of_the_draft(row: str) -> None:
    words, days = row.split(" -> ")
    (claim,) = find_claims(draft(f"The ministers met {words}.")).claims
    assert isinstance(claim.value, When)
    assert f"{claim.value.start} {claim.value.end}" == days


@pytest.mark.parametrize("row", SKIPPED.strip().splitlines())
def test_skipped(row: str) -> None:
    sentence, reason = row.split(" -> ")
    found = find_claims(draft(sentence))
    assert not found.claims
    assert [(s.sentence.text, s.reason) for s in found.skipped] == [(sentence, Skip(reason))]


def test_a_quotation_has_its_words_and_its_speaker() -> None:
    (claim,) = find_claims(draft("“We will not yield,” said Abbas Araghchi.")).claims
    assert isinstance(claim.value, Quote)
    assert claim.value.words.rstrip(",") == "We will not yield"
    assert claim.value.speaker == "Abbas Araghchi"


def test_a_hedged_number_keeps_its_hedge() -> None:
    (claim,) = find_claims(draft("At least 627 people were killed in Iran.")).claims
    assert isinstance(claim.value, Quantity)
    assert (claim.value.low, claim.value.hedge) == (Decimal(627), Hedge.AT_LEAST)


def test_a_year_that_dates_a_figure_is_its_period_and_no_claim() -> None:
    (claim,) = find_claims(draft("Revenue rose to £3.42 billion in 2024.")).claims
    assert claim.frame.period is not None
    assert claim.frame.period.start == dt.date(2024, 1, 1)


def test_words_without_a_verb_claim_nothing() -> None:
    found = find_claims(draft("A tense day in Qingdao."))
    assert not found.claims


def test_code_is_not_read() -> None:
    text = "Iran has 31 provinces.\n\nIran has 30 provinces."
    code = Block(span=Span(start=24, end=len(text)), kind=BlockKind.CODE)
    read = draft(text).model_copy(update={"blocks": (Block(span=Span(start=0, end=22)), code)})
    assert [c.text for c in find_claims(read).claims] == ["31 provinces"]


def test_a_reference_text_is_read_as_a_draft_is_but_nothing_is_skipped() -> None:
    read = read_claims("I think Iran has 31 provinces. They voted on Monday.", DAY)
    assert [(c.kind.value, c.text) for c in read] == [("count", "31 provinces"), ("date", "Monday")]
    # What one sentence of a passage names, the others are about too.
    assert all("Iran" in c.frame.wider_names for c in read)


def test_a_weekday_of_a_text_without_a_date_has_no_day() -> None:
    assert not any(isinstance(c.value, When) for c in read_claims("They met on Monday.", None))
