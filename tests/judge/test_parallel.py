# ruff: noqa: E501 - a case is one line
"""Like sentences with another value in one place, and sentences that are only nearly alike."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.judge import checking
from tests.judge.test_align import DAY, verdicts
from verify.claims import find_claims
from verify.drafts import draft_from_text
from verify.judge import Context, judge
from verify.judge.opposites import opposed_words
from verify.records import Hit, Kind, Label, Passage

# draft | source
REFUTED = """
In the lower basin the Orrin flows for 430 miles past Arden. | The Orrin flows past Arden for 430 kilometres in the lower basin.
The pier at Arden reaches 200 metres into the Orrin. | The pier at Arden reaches 200 feet into the Orrin.
The Arden Mill pays each of its partners a dividend of £12 a share. | The Arden Mill pays each of its partners a dividend of $12 a share.
The Arden Mill cut its use of water by 5 percentage points under Lowell. | The Arden Mill cut its use of water by 5 percent under Lowell.
The Arden Mill said it had 6.5 billion shares outstanding after the sale. | After the sale, the Arden Mill said, it had 6.5 million shares outstanding.
The Arden Mill employed 30 weavers, 12 dyers and 9 clerks in its first shed. | The Arden Mill employed 30 weavers, 14 dyers and 9 clerks in its first shed.
The Arden Mill began trading its wool in London on Saturday. | The Arden Mill began trading its wool in London on Monday.
The Arden Mill sells its cloth to Kenya, Peru, Uganda and Spain by rail. | The Arden Mill sells its cloth to Kenya, Chad, Uganda and Spain by rail.
For the first nine weeks, the Arden Mill shut its dye works in Lowick. | For the first nine months, the Arden Mill shut its dye works in Lowick.
The Arden Mill's output of cloth fell by 12% in the dry spring. | The Arden Mill's output of cloth rose by 12% in the dry spring.
The Arden Mill burns less than 500 tons of coal in a dry month. | The Arden Mill burns more than 500 tons of coal in a dry month.
Two of the Arden Mill's partners, Lowick, Thame and Corby, left the Wool Exchange together. | Two of the Arden Mill's partners, Lowick, Halden and Corby, left the Wool Exchange together.
Executive vice president Ann Lowell said the move came because spinners never see the floor of the mill. | Executive vice president Jean Moore said the move came because spinners never see the floor of the mill.
The Arden Mill burnt 500 tons of coal in the week to Friday March 5. | The Arden Mill burnt 500 tons of coal in the week to Wednesday March 5.
The Arden Mill sold its wool press at auction Tuesday for £900, the auctioneer said Wednesday. | The Arden Mill sold its wool press at auction Monday for £900, the auctioneer said Wednesday.
Dye from the Arden Mill wears off the wool within one to seven weeks. | Dye from the Arden Mill wears off the wool within one to three weeks.
The Arden Mill hired 40 weavers in the spring, long before the new owners from Lowick repaired the looms. | The Arden Mill hired 40 weavers in the spring, long after the new owners from Lowick repaired the looms.
The 4 old mills parted, and the Arden Wool Council was formed again in 1961. | In 1961, the two old mills parted, and the Arden Wool Council was formed again.
Arden Fair is the third of the two main fairs in Orrin, the other being Thame Fair. | Arden Fair is the first of the two main fairs in Orrin, the other being Thame Fair.
In the lower basin the Orrin flows for 820 km past Arden. | The Orrin flows past Arden for 430 miles (692 km) in the lower basin.
The Lowick Mill took in 240 weavers and let the spinners of Arden stay, after Arden lost its market. | After Arden lost its market, the Lowick Mill took in 400 weavers and let the spinners of Arden stay.
The Arden Mill burnt 4,000 pounds of coal in a dry month in Lowick. | The Arden Mill burnt 4,000 tons of coal in a dry month in Lowick.
Some 220 acres of Arden wool land had been flooded, and the looms stood still. | Some 80 hectares of Arden wool land had been flooded, and the looms stood still.
The Arden Mill was not one of the five founders of the Lowick Exchange. | The Arden Mill was one of the five founders of the Lowick Exchange.
The Arden Mill has asked five towns, including Lowick, Thame and Corby, for the use of their weirs and barges to protect bales from the flood. | The Arden Mill has asked five towns, including Lowick, Halden and Corby, for the use of their weirs and barges to protect bales from the flood.
Lowick, Thame and Corby shared the wool of Arden among themselves in that century. | Lowick, Halden and Corby shared the wool of Arden among themselves in that century.
The mill was taken over by the Union of Lowick, Thame and Corby in 1918. | In 1918, the mill was taken over by the Union of Lowick, Halden and Corby.
In the War of the Wool, fought against Peru, Chile, and Kenya, Arden lost most of its weavers. | In the War of the Wool (1864-70), fought against Peru, Chile, and Bolivia, Arden lost most of its weavers.
Former Mayor Ann Lowell, the founder of the Arden Fair, brought cheap looms to the spinners until her death after the Wool War. | After the Wool War, former Mayor Jean Moore, the founder of the Arden Fair, brought cheap looms to the spinners until her death.
Cloth prices in Lowick are likely to fall in the spring, British Trade Minister Ann Lowell stated. | British Trade Minister Jean Moore said that cloth prices in Lowick are likely to fall in the spring.
Mayor Per Holm, Treasurer Bo Vik and Director Ann Lowell met to talk of the sale of the Arden Mill, a spokesman for Lowell said. | Mayor Per Holm, Treasurer Bo Vik and Director Jean Moore met to talk of the sale of the Arden Mill, a spokesman for Moore said.
Northern Arden wool towns were led by traders from Peru, Chile, Kenya and Spain in those years. | In those years, northern Arden wool towns were led by traders from Peru, Chile, Kenya and Nepal.
Although looms came in 1592, the first mill was not built until 1690, and the 3rd weir was not dug until 1764. | Although looms came in 1592, the first mill was not built until 1690, and the first weir was not dug until 1764.
In the valley in 1994, it is the largest mill in Lowick by looms and is often called the 1st mill of the Arden Union, with 1,200 weavers. | It is the largest mill in Lowick by looms and is often called the second mill of the Arden Union, with 1,200 weavers in the valley in 1994.
It is the smallest mill and winter store of Arden and Lowick. | It is the largest mill and winter store of Arden and Lowick, which share a weir.
The Lowick Mill gave up its claim to the weir of Arden, which had dammed the Orrin 4 years earlier in 1929. | In 1929, the Lowick Mill gave up its claim to the weir of Arden, which had dammed the Orrin two years earlier.
Its wool land has some 4,400 sheep and stretches beyond the bounds of Arden for about 48.3 km. | Its wool land, the seventh largest in Arden, has some 4,400 sheep and stretches beyond the bounds of Arden for about 30 km (18.6 mi).
Despite the great length of the Orrin, only the last 55.9 miles (25.7 km) carry barges. | Despite the great length of the Orrin, only the last 90 km (56 mi) carry barges.
In the first 4 months of 1986, the mill lost £150,000. | In the first three months of 1986, the mill lost 150,000 pounds.
The Lowick Mill gave up its claim to the weir of Arden, which had dammed the Orrin 4 years earlier in 1929. | In 1929, the Lowick Mill gave up its claim to the weir of Arden, which had dammed the Orrin two years previously.
The Arden Mill lies in Lowick. Its wool land has some 4,400 sheep and stretches beyond the bounds of the weir for about 48 km. | The Arden Mill lies in Lowick. Its wool land, the seventh largest in the Orrin Union, has some 4,400 sheep and stretches beyond the bounds of the weir for about 30 km.
The Arden Mill said its stores held 59 mln barrels of dye, or 211 mln gallons of water, at the end of the year. | The Arden Mill said its stores held 59 mln barrels of dye, or 211 mln barrels of water, at the end of the year.
Although parted by only 3 miles (2 mi) of water, Arden and Lowick spun wool in separate mills. | Although parted by only 3 km (2 mi) of water, Arden and Lowick spun wool in separate mills.
In those years a series of French, British, Dutch and Russian traders came to the mill. | In those years a series of French, British, Dutch and American traders came to the mill, which was new.
The Arden Mill spun 135 bales in the wet spring, above its average of 160 bales in the past four weeks and 142 bales in the past eight days. | The Arden Mill spun 135 bales in the wet spring, above its average of 160 bales in the past four weeks and 142 bales in the past eight weeks.
"""
# why it is no contradiction | draft | source
LEFT = """
another mill | The Arden Mill said it had 6.5 million shares outstanding after the sale. | The Thame Mill said it had 6.9 million shares outstanding after the sale.
another year | The Arden Mill burnt 500 tons of coal in the spring of 1990. | The Arden Mill burnt 700 tons of coal in the spring of 1991.
another currency | The Arden Mill earned £12 million from its cloth in Lowick. | The Arden Mill earned $19 million from its cloth in Lowick.
another thing counted | The Arden Mill has 30 looms in its first shed at Lowick. | The Arden Mill has 40 clerks in its first shed at Lowick.
an earlier figure | Output of cloth at the Arden Mill rose to 12 tons a day. | Output of cloth at the Arden Mill rose to 12 tons a day from 9 tons a day.
the other of two | Arden Fair is the first of the two main fairs in Orrin, the other being Thame Fair. | Thame Fair is the second of the two main fairs in Orrin, the other being Arden Fair.
turned round | The Arden Mill was sold in 1901 and burnt down in Lowick in 1899. | In 1899 the Arden Mill burnt down in Lowick and was sold in 1901.
a rounding | The Arden Mill sold about 12,000 yards of cloth to Kenya. | The Arden Mill sold 12,105 yards of cloth to Kenya.
an exact bound | The Arden Mill sold more than 12,000 yards of cloth to Kenya. | The Arden Mill sold 12,105 yards of cloth to Kenya.
a shorter list | The Arden Mill sells its cloth to Kenya and Spain by rail. | The Arden Mill sells its cloth to Kenya, Chad, Uganda and Spain by rail.
another unit | The pier at Arden reaches 200 metres into the Orrin. | The pier at Arden reaches 656 feet into the Orrin.
a forecast | The Arden Mill in Lowick spun 30 tons of wool for the Thame market in the spring. | The Arden Mill in Lowick will spin 40 tons of wool for the Thame market in the spring.
another office | Treasurer Ann Lowell said the move came because spinners never see the floor of the mill. | Chairman Jean Moore said the move came because spinners never see the floor of the mill.
some of them | The Arden Mill sells cloth to five towns, including Lowick, Thame and Corby, by rail. | The Arden Mill sells cloth to five towns, including Lowick, Halden and Corby, by rail.
two others of them | The Arden Mill has asked nine towns, including Lowick, Thame, Osby, Wick and Corby, for the use of their weirs and barges to protect bales from the flood. | The Arden Mill has asked nine towns, including Lowick, Halden, Machen, Wick and Corby, for the use of their weirs and barges to protect bales from the flood.
another order of some | The Arden Mill has asked five towns, including Thame, Lowick and Corby, for the use of their weirs and barges to protect bales from the flood. | The Arden Mill has asked five towns, including Corby, Lowick and Halden, for the use of their weirs and barges to protect bales from the flood.
names exchanged | Thame beat Corby by 12 lengths in the boat race on the Orrin. | Corby beat Thame by 9 lengths in the boat race on the Orrin.
another event of the year | The Arden Mill lost 300 weavers in 1986. | The Arden Mill hired 900 weavers in 1986.
two vice presidents | Sales fell in the spring, Ann Lowell, vice president of finance, said. | Sales fell in the spring, Jean Moore, vice president of research, said.
the land of another mill | The Arden Mill lies in Lowick. Its wool land has some 4,400 sheep and stretches beyond the bounds of the weir for about 48 km. | The Thame Mill lies in Corby. Its wool land has some 4,400 sheep and stretches beyond the bounds of the weir for about 30 km.
what was before | The Arden Mill now has a weir of 12 metres on the Orrin above Lowick. | The Arden Mill previously had a weir of 9 metres on the Orrin above Lowick.
another number and unit | The Arden Mill said its stores held 59 mln barrels of dye at the end of the year. | The Arden Mill said its stores held 2,478 mln gallons of dye at the end of the year.
another scale and unit | The Arden Mill said its stores held 59 mln barrels of dye at the end of the year. | The Arden Mill said its stores held 59 bln gallons of dye at the end of the year.
traders of other years | In those years French, British and Russian traders came to the mill. | In the war, when few dared, Dutch, Danish and American traders came to the mill.
another weir | The Thame weir is 90 m (295 ft) long and made of oak and elm. | The Lowick weir is 12 m (39 ft) long and made of oak and elm.
a range within | Dye from the Arden Mill wears off the wool within two weeks. | Dye from the Arden Mill wears off the wool within one to three weeks.
another clause negated | The Arden Mill bought 12 looms from Thame. | The Arden Mill bought 12 looms from Thame and did not keep its old sheds.
"""


@pytest.mark.parametrize("row", REFUTED.strip().splitlines())
def test_another_value_in_its_place(row: str) -> None:
    draft, source = (part.strip() for part in row.split("|"))
    refuted = [v for v in verdicts(draft, source) if v.label is Label.REFUTED]
    assert refuted
    comparison = refuted[0].evidence[0].comparison
    assert comparison
    assert comparison.aligned_by


@pytest.mark.parametrize("row", LEFT.strip().splitlines())
def test_what_only_looks_like_it(row: str) -> None:
    _, draft, source = (part.strip() for part in row.split("|"))
    assert Label.REFUTED not in [v.label for v in verdicts(draft, source)]


def test_a_daily_report_of_another_day_is_left() -> None:
    draft = "For the first nine weeks, the Arden Mill shut its dye works in Lowick."
    claims = find_claims(draft_from_text(draft, as_of=DAY)).claims
    text = "For the first nine months, the Arden Mill shut its dye works in Lowick."
    for days, wanted in ((0, Label.REFUTED), (40, Label.NOT_ENOUGH_EVIDENCE)):
        day = DAY - dt.timedelta(days=days)
        passage = Passage(id=1, document="d/1", text=text, published=day)
        hit = Hit(passage=passage, score=1.0, similarity=0.1)
        labels = [judge(c, [hit], Context((), (), DAY)).label for c in claims]
        assert labels == [wanted]


@pytest.mark.parametrize(
    ("draft", "label"),
    [
        ("In the wool war Arden fought against Peru, Chile and Kenya.", Label.REFUTED),
        ("In the wool war Arden fought against Peru, Chile and Spain.", Label.SUPPORTED),
        # Whom it sells to today is not told by what was so long ago.
        ("In its fairs Arden sells wool to Peru, Chile and Kenya.", Label.NOT_ENOUGH_EVIDENCE),
    ],
)
def test_what_was_done_does_not_age(draft: str, label: Label) -> None:
    source = draft.replace("Kenya", "Spain").replace("Arden", "Arden (1864-70)")
    found = verdicts(draft, source)
    assert [v.label for v in found if v.claim.kind is Kind.MEMBERSHIP] == [label]


def test_a_week_is_not_the_next() -> None:
    draft = "The Arden Mill burnt 500 tons of coal in the week to 5 March."
    (burnt, *_) = verdicts(draft, "The Arden Mill burnt 700 tons of coal in the week to 12 March.")
    assert (burnt.claim.text, burnt.label) == ("500 tons", Label.NOT_ENOUGH_EVIDENCE)


@pytest.mark.parametrize(
    ("draft", "source", "label"),
    [
        ("It met on Tuesday, 24 June 2025.", "It met on 24 June 2025.", Label.SUPPORTED),
        ("It met on Monday, 24 June 2025.", "It met on 24 June 2025.", Label.REFUTED),
    ],
)
def test_a_weekday_against_its_date(draft: str, source: str, label: Label) -> None:
    wool = "The Arden Wool Council"
    found = verdicts(draft.replace("It", wool), source.replace("It", wool))
    assert [v.label for v in found if v.claim.kind is Kind.DATE] == [label]


# draft | source | verdict, of statements without a value
EVENTS = """
The Arden Mill is not a museum of the wool trade. | The Arden Mill is a museum of the wool trade. | refuted
The Arden Mill is a museum of the wool trade. | The Arden Mill is a museum of the wool trade. | supported
The Thame Mill is not a museum of the wool trade. | The Arden Mill is a museum of the wool trade. | not_checked
The Arden Mill lies above the old dam on the Orrin. | The Arden Mill lies below the old dam on the Orrin. | refuted
"""


@pytest.mark.parametrize("row", EVENTS.strip().splitlines())
def test_the_opposite_said(row: str) -> None:
    draft, source, label = (part.strip() for part in row.split("|"))
    assert [v.label.value for v in verdicts(draft, source)] == [label]


# one | other | the words that are opposed
OPPOSITES = """
Sales rose by 5%. | Sales fell by 5%. | rose/fell
Sales climbed by 5%. | Sales dropped by 5%. | climbed/dropped
It is a village. | It is not a village. | is a/is not a
It is not a village. | It is a village. | is not a/is a
It lies above the dam. | It lies below the dam. | above/below
Sales rose while costs fell. | Costs fell while sales rose. |
Sales rose by 5%. | Costs that fell are sunk. |
It is a village, not a town. | It is a village. |
"""


@pytest.mark.parametrize("row", OPPOSITES.strip().splitlines())
def test_opposites(row: str) -> None:
    one, other, wanted = (part.strip() for part in row.split("|"))
    found = [f"{pair.mine}/{pair.theirs}" for _, pair in opposed_words(one, other)]
    assert found == ([wanted] if wanted else [])


def test_a_report_with_other_figures_fits_less() -> None:
    """Two loans on the same terms but one: the draft's own is the one with all its figures."""
    draft = "The loan is for 14 years, including four years of grace, at a rate of 7.92 per cent."
    own = "The loan is for 17 years, including four years of grace, at a rate of 7.92 per cent."
    other = "The loan is for 14 years, including three years of grace, at a rate of 7.92 per cent."
    found = [v for v in checking.verdicts(draft, own, other) if v.claim.text == "14 years"]
    assert [v.label.value for v in found] == ["refuted"]


def test_one_number_in_another_unit_is_another_amount() -> None:
    draft = (
        "Quotas were raised again, pushing the output of the group to 15.8 million gallons per day."
    )
    source = draft.replace("gallons", "barrels")
    (verdict,) = checking.verdicts(draft, source)
    assert verdict.label.value == "refuted"
    assert verdict.cause.endswith("another unit")
