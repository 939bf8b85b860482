"""Common nouns for people, bodies, lands and events, and verbs of saying."""

from __future__ import annotations

from verify.claims.namewords import PERSONS
from verify.claims.spelling import word_set

PEOPLE = PERSONS | word_set(
    "man woman boy girl child baby person official spokesman spokeswoman spokesperson aide adviser"
    " advisor source insider member delegate witness expert specialist worker employee owner client"
    " customer partner judge king queen emperor empress prince princess ruler leader chief"
    " commander officer general head president chairman chairwoman chair minister secretary mayor"
    " governor dealer manager boss executive chancellor premier pope bishop archbishop priest monk"
    " scholar statesman polymath theologian mathematician physicist naturalist explorer navigator"
    " conqueror revolutionary monarch pharaoh sultan caliph ambassador commissioner captain skipper"
    " coach founder speaker treasurer envoy deputy director player footballer athlete champion"
    " runner winger medallist tenor soprano rapper prophet saint missionary nobleman heir successor"
    " predecessor counterpart rival opponent colleague assistant consultant auditor programmer"
)
"""Singular nouns for one person. Two lists of a language, not of any text."""

BODIES = word_set(
    "bloc alliance organisation company firm group club team bank agency party union retailer"
    " airline carmaker manufacturer maker broadcaster university college museum festival charity"
    " hospital orchestra federation association body institute business supermarket operator"
    " contractor publisher insurer lender utility developer regulator army service council"
    " commission ministry department committee"
)
COMPANIES = word_set(
    "company firm business retailer airline carmaker manufacturer maker broadcaster supermarket"
    " operator contractor publisher insurer lender utility developer concern"
)
"""Bodies that a name with "Corp" can be; most names of a company do not say which kind."""

PARTS = word_set("unit subsidiary affiliate division parent venture consortium corporation concern")
"""Bodies beside those above that a text brings in without a name."""

LANDS = word_set("country nation kingdom republic")
EVENTS = word_set(
    "meeting gathering summit session conference congress forum war conflict fighting ceasefire"
    " truce election vote match game final tournament festival mission launch earthquake quake"
    " storm hurricane flood fire strike attack trial case ruling merger takeover deal agreement"
    " bridge tunnel railway line project study report survey exhibition film book album concert"
    " outbreak epidemic race cup ceremony award prize visit trip tower stadium airport ship"
    " spacecraft rocket probe satellite telescope plant mine dam"
)

SAYING = word_set(
    "said says say saying told tells tell added adds announced announces noted notes stated states"
    " argued argues insisted insists warned warns claimed claims denied denies admitted replied"
    " explained explains declared believes believed predicted reported reports disclosed"
)
WILLING = word_set("plans plan expects expect intends intend hopes wants agreed agrees")
"""Verbs whose subject has a mind, beside those of saying."""

KINDS_OF_BODY = {
    "ministry": "government", "commission": "government", "department": "government",
    "council": "government", "court": "government", "committee": "government",
    "parliament": "government", "senate": "government", "congress": "government",
    "government": "government", "treasury": "government", "service": "government",
    "agency": "government", "bureau": "government", "army": "government", "navy": "government",
    "university": "school", "college": "school", "school": "school", "institute": "school",
    "association": "union", "union": "union", "federation": "union", "league": "union",
    "organisation": "union", "organization": "union", "alliance": "union", "party": "union",
    "exchange": "exchange", "museum": "museum", "hospital": "hospital",
    "corp": "company", "inc": "company", "ltd": "company", "plc": "company", "co": "company",
    "ag": "company", "gmbh": "company", "llc": "company", "company": "company",
    "corporation": "company", "airlines": "company", "airways": "company",
    "industries": "company", "holdings": "company", "pharmaceuticals": "company",
    "stores": "company", "motors": "company", "foods": "company", "group": "company",
    "bancorp": "company", "bancshares": "company", "bank": "company", "club": "club",
    "war": "event", "wars": "event", "treaty": "event", "agreement": "event", "pact": "event",
    "act": "event", "award": "event", "prize": "event", "cup": "event", "games": "event",
    "olympics": "event", "conference": "event", "summit": "event", "championship": "event",
    "street": "place", "river": "place", "lake": "place", "sea": "place", "ocean": "place",
    "gulf": "place", "island": "place", "islands": "place", "mountain": "place", "bay": "place",
    "strait": "place", "bridge": "place", "tunnel": "place", "tower": "place", "county": "place",
    "province": "place", "city": "place", "canal": "place", "airport": "place",
}  # fmt: skip
"""What the last words of names tell of the kind of what they name."""
