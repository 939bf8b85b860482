"""Headlines, captions, bullets, tables, nested quotes, live-blog entries, addresses and code: what
`benchmarks.fuzz` does with whole archives, here with a story of our own in every dress."""

from __future__ import annotations

import pytest

from benchmarks.fuzz import AS_OF, HTML, MARKDOWN, PLAIN, faults, read
from verify.claims import each_claim
from verify.drafts import Format, draft_from_bytes
from verify.records import Claim, Draft

STORY = (
    "Lena Holt, the mayor of Elsnes, opened the town’s second ferry terminal on Monday.",
    "It cost 41 million euros, 12% more than planned; “we are proud,” she said.",
    "The bloc’s members – China, India and Iran – met 22 times between 2001 & 2024 <sic>.",
)
PLACES = [
    (form, number)
    for form, dresses in ((Format.PLAIN, PLAIN), (Format.MARKDOWN, MARKDOWN), (Format.HTML, HTML))
    for number in range(len(dresses))
]


@pytest.mark.parametrize(("form", "number"), PLACES)
def test_every_dress_keeps_every_span(form: Format, number: int) -> None:
    dress = {Format.PLAIN: PLAIN, Format.MARKDOWN: MARKDOWN, Format.HTML: HTML}[form][number]
    text = "\n\n".join(dress(paragraph) for paragraph in STORY)
    draft = draft_from_bytes(text.encode(), form, source="story", as_of=AS_OF)
    assert not list(faults(draft))
    code = "```" in text or "<code>" in text
    assert any(isinstance(one, Claim) for one in each_claim(draft)) is not code


@pytest.mark.parametrize("seed", range(20))
def test_mixed_dresses_keep_every_span(seed: int) -> None:
    assert read("\n\n".join(STORY), str(seed))[1] == []


def test_a_wrong_span_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    draft = draft_from_bytes(STORY[0].encode(), Format.PLAIN, source="story", as_of=AS_OF)

    def shifted(draft: Draft) -> list[Claim]:
        claims = [one for one in each_claim(draft) if isinstance(one, Claim)]
        return [claim.model_copy(update={"text": claim.text[1:]}) for claim in claims]

    monkeypatch.setattr("benchmarks.fuzz.each_claim", shifted)
    assert list(faults(draft))
