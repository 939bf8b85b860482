"""Closed lists of English words, and groups of words that newsrooms use for one another.

These are facts about the language, not about any draft: a word belongs here when it behaves so
in every field.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words(
    "a an the this that these those its his her their our my your each every no some any"
    " another both either neither which what whose all several many few"
)
PREPOSITIONS = _words(
    "of in on at by for with from to into onto over under between among against during since"
    " until till after before about around near through across within without towards toward"
    " upon via per despite beside besides beyond behind above below amid like as than off out up"
    " down inside outside throughout following including"
)
PRONOUNS = _words("i you he she it we they who which that him her them us me")
MODALS = _words("will would shall should can could may might must")
AUXILIARIES = (
    _words("is are was were be been being am has have had do does did having 's") | MODALS
) - {"'s"}
CONJUNCTIONS = _words("and or but nor so yet while when whereas although though because if unless")
APPROXIMATORS = _words("about around nearly almost roughly approximately some over more less")
FUNCTION_WORDS = (
    DETERMINERS
    | PREPOSITIONS
    | PRONOUNS
    | AUXILIARIES
    | CONJUNCTIONS
    | _words(
        "not n't 's there here then also too very just only own same such more most less least"
        " how why where when whom mr mrs ms dr s t he's it's"
    )
)
# Words that say little about what a sentence is about.
EMPTY = _words(
    "say tell said says told stated be have do make made take took get got go went come came report"
    " reported according add added note year month week day time today now monday tuesday"
    " wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december total figure number amount former latest new recent"
    " last next previous earlier later ago early late per cent percent percentage hundred thousand"
    " million billion trillion dozen first second third also still already least well more"
)

MONTHS = {
    m: n
    for n, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for m in names.split()
}  # fmt: skip
WEEKDAYS = {
    d: n
    for n, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thu", "friday fri",
         "saturday sat", "sunday sun")
    )
    for d in names.split()
}  # fmt: skip

NUMBER_WORDS = _words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    " hundred thousand million billion trillion dozen"
)
ORDINAL_WORDS = {
    w: n
    for n, w in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
        start=1,
    )
} | {
    w: 10 * n
    for n, w in enumerate(
        "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
        .split(),
        start=2,
    )
}  # fmt: skip

# One quality a line, by its first word: what else says it, and behind the stroke its opposites.
_SCALES = """
large big great | small
high | low
old | young new
long | short
expensive costly dear | cheap
heavy | light
fast quick | slow
strong | weak
rich wealthy | poor
good | bad
hot warm | cold cool
wide broad | narrow
deep | shallow
thick | thin
early | late
near close | far
hard difficult | easy
busy loud noisy | quiet
bright light | dark dim
wet | dry
safe | dangerous
"""
SCALES: dict[str, tuple[str, bool]] = {}
"""By adjective: the quality that it tells, and whether it is its opposite that it tells."""
for _line in _SCALES.strip().splitlines():
    _same, _, _opposite = _line.partition("|")
    for _word in (*_same.split(), *_opposite.split()):
        SCALES.setdefault(_word, (_line.split()[0], _word in _opposite.split()))

# British spellings and hyphenations brought to one form, by lemma.
SPELLINGS = {
    "defense": "defence", "offense": "offence", "organization": "organisation",
    "center": "centre", "theater": "theatre", "labor": "labour", "program": "programme",
    "honor": "honour", "harbor": "harbour", "neighbor": "neighbour", "color": "colour",
    "favor": "favour", "meter": "metre", "kilometer": "kilometre", "liter": "litre",
    "ton": "tonne", "tons": "tonne", "aluminum": "aluminium", "airplane": "aeroplane",
    "organize": "organise", "enrollment": "enrolment", "skeptic": "sceptic", "plow": "plough",
    "per cent": "percent", "jewelry": "jewellery", "traveler": "traveller",
}  # fmt: skip

# Groups of words that say the same of a value. A word may stand in several groups.
_SYNONYMS = """
find discover
meeting gathering summit session edition conference congress forum assembly talk round
edition event tournament festival competition championship contest fair race season series games
war conflict fighting hostility clash battle combat fight
ceasefire truce armistice
trip visit journey tour travel abroad
foreign abroad overseas
revenue sale turnover income takings
profit earnings surplus
loss deficit
employee staff worker workforce personnel people employ
job post position employ
resident inhabitant population people citizen
country nation state
company firm group business corporation maker manufacturer
bloc organisation alliance group body union association
found establish create set form foundation
open inaugurate opening
start begin open commence launch inaugurate kick beginning opening launch start
end finish conclude stop close cease expire
kill die death dead fatality casualty life
injure wound hurt injury
win victory beat defeat triumph title win winner
lose defeat loss
buy acquire purchase takeover acquisition
sell sale disposal
rise increase grow climb gain jump surge up growth add expand
fall drop decline decrease slip shrink down plunge cut
resign quit step leave
appoint name elect choose become
announce declare unveil reveal
host hold stage organise
hold stage take place run
visit arrive travel go
attend join participate take
talk discuss meet speak call
tell say inform
receive meet host welcome
tell inform speak talk discuss meet receive welcome
include comprise consist contain member membership unite
call phone telephone conversation speak
build construct complete construction erect
cost price worth value spend budget
length long stretch span
height high tall elevation peak rise
width wide
depth deep
weight weigh heavy
area size cover surface extend
age old aged
distance away
speed fast
temperature degree
vote poll ballot
share stake proportion
goal score net
appearance cap match game
match game fixture tie
spectator crowd attendance fan audience watch
attendance visitor crowd
film movie picture
prize award medal trophy
book novel
song track single
album record
student pupil undergraduate
school college
teacher lecturer
hospital clinic
patient case
case infection
vaccine jab shot dose vaccination
doctor physician
ship vessel boat
aircraft plane jet aeroplane
train railway rail line
road motorway highway
bridge crossing span
home house property dwelling building
quake earthquake tremor
storm hurricane typhoon cyclone
flood flooding
evacuate displace
launch liftoff blastoff
spacecraft probe satellite craft orbiter lander
member membership
partner ally
border neighbour adjoin bound
include comprise consist contain
strike attack bomb bombing raid hit
agree accord deal agreement pact treaty
agree consent
court tribunal judge
sentence jail imprison prison
fine penalty
defence defense military
minister secretary
chief head leader boss
main principal
official officer chief minister
member state country
trading-partner
spending expenditure spend outlay
debt borrowing
dividend payout
inflation price
unemployment jobless joblessness
exports export
imports import
output production produce
harvest crop
tourist visitor
passenger traveller
capacity seat hold accommodate
reward bounty
last endure continue run take duration
serve term tenure
store shop outlet branch
factory plant site facility
customer client subscriber user
contract order deal
"""


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_SYNONYMS.strip().splitlines()):
        for word in line.split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(groups) for word, groups in found.items()}


@lru_cache(maxsize=200_000)
def same_word(one: str, other: str) -> bool:
    """Whether two lemmas are the same word or stand in one group."""
    if one == other:
        return True
    groups = _groups()
    if groups.get(one, frozenset()) & groups.get(other, frozenset()):
        return True
    # meeting/meet, growth/grow, Indonesian/Indonesia: a shared stem of most of the word.
    short, long = sorted((one, other), key=len)
    return (
        len(short) >= 5
        and long.startswith(short[: max(5, len(short) - 1)])
        and len(long) - len(short) <= 4
    )


def said(terms: Sequence[str], words: Sequence[str]) -> int:
    """How many of the terms are among the words."""
    return sum(any(same_word(term, word) for word in words) for term in terms)
