"""Closed lists of words that begin, join, end or surround names in English news."""

from __future__ import annotations

from verify.claims.spelling import word_set

TITLES = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count countess earl"
    " gen general col colonel capt captain lt lieutenant cmdr commander maj major brig brigadier"
    " sgt sergeant cpl adm admiral rear rev reverend sheikh ayatollah imam rabbi senator sen rep"
    " judge justice pope cardinal president premier chancellor minister king queen emperor empress"
    " prince princess"
)
"""Stand before a person's name and are no part of it."""

KINDS = word_set(
    "organisation organization union bank university ministry council court group corp"
    " corporation inc ltd plc co company association society academy institute party league club"
    " agency federation confederation united alliance committee commission authority forum fund"
    " network foundation department board fc afc city airline airlines airways railway railways"
    " museum hospital college school orchestra holding holdings partners industries motors energy"
    " systems technologies technology laboratory laboratories trust centre center government"
    " parliament senate assembly congress army navy police guard force forces service services cup"
    " festival office bureau treasury consortium coalition movement front church cathedral mosque"
    " temple town rovers athletic albion wanderers county rangers bridge tunnel tower stadium"
    " arena park square street road avenue station airport port province district region island"
    " islands lake river mountain mountains valley ocean sea gulf bay strait channel canal desert"
    " peninsula zone strip state states republic kingdom empire emirate emirates war revolution"
    " treaty pact accord act award awards prize championship championships trophy shield games"
    " olympics open theatre theater studios records pictures press times post news newspaper"
    " television radio magazine journal review insurance pharmaceuticals electronics electric"
    " mills foods stores palace castle hall house hotel exchange tribunal secretariat expo summit"
    " conference administration command corps division brigade regiment squadron project programme"
    " program rail gas oil water steel power capital software media networks lines homes estates"
    " brothers sons mission operation protocol convention charter plan agreement register index"
)
"""Last words of the names of bodies, places, works and events: not a person's."""

BEFORE_OF = word_set(
    "bank university ministry council court republic kingdom bay heads house houses institute"
    " museum duke duchess prince princess department organisation organization association society"
    " academy college church isle isles gulf cape league board states union city port office"
    " festival battle treaty book day federation chamber school state sea mount lake bureau tower"
    " gates group confederation community commonwealth archbishop bishop order cup journal faculty"
    " district province county region hall palace temple strait siege peace lord earl baron"
    " marquess viscount declaration statue library lords emirate sultanate principality diocese"
)
"""Words after which "of" goes on inside a name: Bank of England, Gulf of Oman."""

BEFORE_FOR = word_set(
    "organisation organization department office centre center institute society association"
    " agency fund council commission campaign coalition foundation alliance ministry movement"
    " forum court commissioner prize award network party committee conference school college"
)
"""Words after which "for" goes on inside a name: Office for National Statistics."""

PARTICLES = word_set("de la le du des van von der den bin ibn al el da di do dos del della e y ter")
"""Small words inside the names of people and places."""

LEADING_PARTICLES = word_set("van von de da di du del della bin ibn al el")
"""Those that a name can begin with: von der Leyen, al-Qaeda."""

NEVER = word_set(
    "gdp gmt utc bst est cet ceo cfo coo cto bc ad bce ce am pm pct mw gw kw kwh mwh gwh twh khz"
    " mhz ghz hz kb mb gb tb iq id ok tv pc vs etc no nos fig dlr dlrs mln bln pct"
    " ii iii vi vii viii only"
)
"""Written in capitals, and no names."""

UNNAMED_ALONE = word_set(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"
    " sixty seventy eighty ninety hundred thousand million billion dozen half first second third"
    " fourth fifth sixth western eastern northern southern central north south east west new old"
    " saint st"
)
"""Part of a name where another of its words follows, and none alone."""

HEAD_ONLY = word_set(
    "today yesterday tomorrow tonight former late alleged suspected convicted accused fellow"
    " rival nearby neighbouring neighboring meanwhile later earlier elsewhere online inside"
    " outside breaking update updated exclusive analysis opinion comment editorial watch video"
    " photo photos pictured image caption source sources note correction dear please thanks"
    " welcome"
)
"""Stand before a name at the head of a sentence and are no part of it."""

MASS_AGENTS = word_set(
    "police government parliament congress opposition management staff army navy prosecution"
    " defence defense crew security council court industry business labor everybody everyone"
    " nobody nature history god heaven anybody anyone somebody someone nothing everything"
)
"""Nouns that speak and act without an article, and are no names."""

SPEAKING = word_set("said says told added announced insisted warned argued claimed denied admitted")
BEATING = word_set("beat beats defeated thrashed edged")

APPOSED = word_set(
    "actor actress artist author singer songwriter musician composer conductor pianist violinist"
    " cellist guitarist drummer rapper dancer choreographer comedian novelist writer poet"
    " playwright screenwriter cinematographer filmmaker film-maker director producer painter"
    " sculptor architect designer photographer model broadcaster presenter journalist reporter"
    " correspondent columnist editor critic historian philosopher economist analyst strategist"
    " lawyer barrister solicitor attorney prosecutor scientist researcher physicist chemist"
    " biologist astronomer geologist seismologist meteorologist epidemiologist virologist"
    " psychologist mathematician engineer inventor astronaut cosmonaut pilot surgeon physician"
    " doctor nurse paediatrician pediatrician teacher student pupil striker forward midfielder"
    " defender goalkeeper keeper winger playmaker substitute referee umpire batsman batter bowler"
    " pitcher quarterback sprinter swimmer cyclist boxer golfer jockey skier driver rider teammate"
    " newcomer veteran teenager politician lawmaker legislator deputy councillor senator candidate"
    " nominee activist campaigner protester dissident diplomat envoy spokesman spokeswoman"
    " spokesperson businessman businesswoman entrepreneur investor billionaire tycoon banker"
    " trader broker farmer fisherman soldier sailor officer detective constable inspector resident"
    " pensioner tourist widow widower husband wife father mother brother sister son daughter"
    " cousin uncle aunt grandfather grandmother friend neighbour neighbor colleague victim suspect"
    " defendant gunman retailer carmaker automaker chipmaker airline startup newspaper website"
    " publisher supermarket brewer lender insurer"
)
"""Nouns that stand right before the name of the one they describe."""

COMPANIES = word_set(
    "retailer carmaker automaker chipmaker airline startup newspaper broadcaster website"
    " publisher supermarket brewer lender insurer"
)
PERSONS = APPOSED - COMPANIES
"""Nouns that tell that the name after them is a person's."""

PREFIXES = word_set(
    "co pre anti post non mid semi ex re pro multi sub ultra inter bi tri mini micro neo vice"
    " self un over e trans cross intra counter quasi pan"
)
"""First parts of hyphenated words that are no names."""

PLURAL_OWNERS = word_set("women men people children workers farmers teachers")
"""Own what is named after them: Women's Institute, People's Party."""

DEMONYMS = word_set(
    "korean arab kurdish european african asian american latin scandinavian nordic persian"
    " caribbean balkan baltic welsh scottish english catalan basque breton flemish walloon"
    " bavarian siberian chechen tibetan sicilian jewish muslim christian catholic protestant hindu"
    " buddhist sikh western eastern"
)
"""Adjectives of peoples and parts of the world beside those of countries."""

COMPANY_ENDINGS = word_set(
    "plc inc ltd corp corporation co company companies group holding holdings llc llp ag sa gmbh"
    " nv bv spa se ab asa oyj fc afc cf sc ac club football limited incorporated"
)
"""Last words that a name may have or lack."""

NICKNAMES = word_set("rovers athletic albion wanderers rangers")
"""Last words by which clubs are called for short."""

GENERIC = word_set(
    "international national royal federal general public new great first world global central"
    " united american european african asian british english western eastern northern southern"
    " north south east west upper lower old big little high saint st san city supreme state"
    " special"
)
"""Words that many names share and that alone stand for none of them."""

QUALIFIERS = word_set(
    "women ladies girls under youth junior juniors jr sr senior seniors reserves academy"
    " paralympic supporters north south east west northern southern eastern western upper lower"
    " new old greater inner outer"
)
"""Words that make another one of a name: Averil Town, Averil Town Women."""
