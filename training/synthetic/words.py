"""Words that may stand for each other, and words that exclude each other. Chosen by hand."""

from __future__ import annotations


def _groups(text: str) -> list[tuple[str, ...]]:
    return [tuple(w.strip() for w in line.split(",")) for line in text.strip().splitlines()]


SAME_VERBS = _groups(
    """
    begin, start, commence
    end, finish, conclude
    found, establish, set up, create
    buy, purchase, acquire
    sell, sell off
    build, construct, erect
    die, pass away
    release, issue, bring out, put out
    publish, issue, bring out
    receive, get, be given
    win, take, be awarded
    say, state, declare
    announce, declare, make public
    show, demonstrate, reveal
    increase, rise, grow, go up
    decrease, fall, drop, decline, go down
    defeat, beat, overcome
    help, assist, aid
    kill, slay
    leave, depart from
    join, become a member of
    lead, head
    make, produce
    use, employ, make use of
    write, author, pen
    direct, be the director of
    contain, include, have
    cover, span
    serve, work
    live, reside
    move, relocate
    marry, wed
    choose, select, pick
    elect, vote in
    appoint, name
    employ, have on staff
    need, require
    allow, permit, let
    try, attempt
    buy up, take over
    discover, find
    describe, portray, depict
    replace, take the place of
    attack, assault
    oppose, be against
    support, back, be in favour of
    reject, turn down, refuse
    approve, give approval to
    consist of, be made up of
    locate, situate
    play, perform
    compose, write
    design, be the designer of
    invent, come up with
    perform, carry out
    remain, stay
    own, possess
    hold, have
    earn, make
    cost, be priced at
    happen, occur, take place
    originate, come
    border, share a border with
    destroy, wipe out
    injure, hurt, wound
    arrest, detain, take into custody
    resign, step down
    retire, end a career
    estimate, put
    believe, think
    expect, anticipate
    report, say
    conquer, capture
    explain, account for
    """
)
SAME_WORDS = _groups(
    """
    film, movie
    large, big
    small, little
    about, approximately, around, roughly
    approximately, about, roughly, around
    famous, well-known
    several, a number of
    many, numerous, a lot of
    people, persons
    company, firm
    country, nation, state
    city, town
    author, writer
    primarily, mainly, mostly
    mainly, mostly, chiefly
    often, frequently
    usually, generally, normally
    almost, nearly
    rapidly, quickly
    important, significant, major
    main, principal, chief
    children, kids
    physician, doctor
    television, TV
    currently, at present, now
    area, region
    profit, earnings
    shares, stock
    percent, %
    pct, percent, %
    dlrs, dollars
    mln, million
    bln, billion
    commonly, often, widely
    former, ex-
    entire, whole
    beginning, start
    because, since, as
    also, too
    job, post
    war, conflict
    disease, illness
    illness, disease
    students, pupils
    automobile, car
    aircraft, plane
    soccer, football
    widely, broadly
    until, up to
    considered, regarded as, seen as
    various, different
    United States, U.S., US, USA, America
    United Kingdom, UK, Britain
    European Union, EU
    New York City, New York
    World War II, the Second World War, WWII
    World War I, the First World War, WWI
    """
)
OPPOSITE = _groups(
    """
    increase, decrease
    increased, decreased, fell
    rose, fell, dropped
    rise, fall
    rising, falling
    grew, shrank
    growth, decline
    gained, lost
    gain, loss
    profit, loss
    higher, lower
    high, low
    highest, lowest
    larger, smaller
    largest, smallest
    large, small
    big, small
    biggest, smallest
    greatest, least, smallest
    greater, lesser, smaller
    more, fewer, less
    most, least
    many, few
    major, minor
    long, short
    longest, shortest
    longer, shorter
    oldest, youngest, newest
    older, younger
    old, new, young
    early, late
    earlier, later
    earliest, latest
    first, last, second, third
    second, third, first
    third, fourth, second
    last, first
    before, after
    after, before
    north, south, east
    south, north, west
    east, west, north
    west, east, south
    northern, southern
    southern, northern
    eastern, western
    western, eastern
    north-west, south-east
    upper, lower
    inside, outside
    above, below
    over, under
    with, without
    begin, end
    began, ended, stopped
    begins, ends
    started, ended, stopped
    opened, closed
    open, closed
    won, lost
    win, lose
    winner, loser
    victory, defeat
    defeated, lost to
    accepted, rejected
    accept, reject
    approved, rejected
    supported, opposed
    support, oppose
    supporters, opponents
    allowed, forbade, banned
    allows, forbids, bans
    legal, illegal
    male, female
    men, women
    man, woman
    boy, girl
    father, mother, uncle
    mother, father, aunt
    son, daughter, nephew
    daughter, son, niece
    brother, sister, cousin
    sister, brother, cousin
    husband, wife
    king, queen, duke
    queen, king
    actor, director
    rich, poor
    hot, cold
    strong, weak
    strongest, weakest
    success, failure
    successful, unsuccessful
    positive, negative
    good, bad
    best, worst
    better, worse
    public, private
    domestic, foreign
    urban, rural
    ancient, modern
    modern, ancient
    native, foreign
    rare, common
    common, rare
    popular, unpopular
    always, never
    often, rarely
    usually, rarely
    all, none of the, some of the
    both, neither of the, only one of the
    every, no
    only, not only
    some, no
    majority, minority
    alive, dead
    born, raised
    married, divorced
    summer, winter, autumn
    winter, summer, spring
    spring, autumn, winter
    autumn, spring, summer
    annual, monthly
    annually, monthly
    daily, weekly
    monthly, yearly
    weekly, daily
    black, white
    white, black
    red, blue, green
    blue, green, red
    green, yellow, blue
    left, right
    heavy, light
    fast, slow
    easy, difficult
    simple, complex
    import, export
    imports, exports
    exports, imports
    bought, sold
    buy, sell
    buyer, seller
    debut, final
    amateur, professional
    positive, negative
    guilty, innocent
    convicted, acquitted
    conservative, liberal
    Democratic, Republican
    Republican, Democratic
    Catholic, Protestant, Orthodox
    Christian, Muslim, Buddhist
    Islamic, Christian
    fiction, non-fiction
    temporary, permanent
    independent, dependent
    natural, artificial
    visible, invisible
    known, unknown
    true, false
    peace, war
    ally, enemy
    allies, enemies
    friend, enemy
    comedy, tragedy, thriller
    critical, favourable
    praised, criticised, panned
    praise, criticism
    joined, left
    arrived in, left
    entered, left
    hired, fired
    appointed, dismissed
    solo, joint
    wet, dry
    sweet, sour
    liquid, solid, gas
    solid, liquid
    day, night
    morning, evening
    """
)
SIBLINGS = _groups(
    """
    film, novel, album, song, play, television series, video game
    movie, novel, album, TV show
    album, single, book, film
    song, album, poem
    novel, film, play, short story, opera
    book, film, record
    actor, singer, politician, painter, footballer
    actress, singer, novelist, dancer
    singer, actor, comedian, guitarist
    musician, painter, writer
    politician, businessman, soldier, lawyer
    lawyer, physician, engineer
    painter, composer, sculptor, architect
    composer, painter, poet
    poet, painter, novelist, composer
    writer, painter, musician
    novelist, playwright, composer
    philosopher, mathematician, chemist
    mathematician, physicist, biologist
    physicist, chemist, biologist, astronomer
    chemist, physicist, geologist
    scientist, artist, politician
    economist, historian, chemist
    general, admiral, diplomat
    emperor, pope, prince
    president, prime minister, king
    chairman, chief executive, treasurer
    city, village, river, island
    town, village, city
    river, lake, mountain
    lake, river, bay
    mountain, valley, river
    island, peninsula, lake
    country, city, continent
    state, city, county
    district, province
    capital, second-largest city
    university, high school, hospital
    school, hospital, church
    hospital, school, prison
    church, castle, bridge
    castle, cathedral, bridge
    bridge, tunnel, tower
    museum, library, theatre
    football, basketball, tennis, cricket
    basketball, baseball, hockey
    baseball, football, hockey
    tennis, golf, badminton
    cricket, rugby, hockey
    guitar, piano, violin, drums
    piano, guitar, flute
    violin, cello, trumpet
    mammal, bird, reptile, fish
    bird, mammal, insect
    fish, mammal, bird
    insect, mammal, reptile
    tree, shrub, grass
    fruit, vegetable, grain
    metal, gas, mineral
    planet, star, moon, asteroid
    star, planet, galaxy
    language, religion, dialect
    religion, language
    bank, insurer, airline
    airline, railway, shipping line
    newspaper, magazine, radio station
    magazine, newspaper, television channel
    company, charity, government agency
    oil, gas, coal
    gold, silver, copper
    wheat, corn, rice, soybeans
    corn, wheat, barley
    cocoa, coffee, sugar
    coffee, tea, cocoa
    iron, copper, steel
    gas, oil, coal
    ship, aircraft, train
    aircraft, ship, tank
    battle, treaty, siege
    treaty, battle, festival
    war, festival, election
    disease, vaccine, drug
    heart, liver, brain, kidney
    brain, heart, lung
    lung, heart, liver
    wood, stone, steel
    stone, wood, brick
    Monday, Tuesday, Thursday, Friday
    Tuesday, Wednesday, Saturday
    Wednesday, Thursday, Sunday
    Thursday, Friday, Monday
    Friday, Monday, Wednesday
    Saturday, Sunday, Tuesday
    Sunday, Saturday, Wednesday
    January, February, June, October
    February, March, July, November
    March, April, August, December
    April, May, September
    May, June, October
    June, July, November, January
    July, August, December, March
    August, September, January, May
    September, October, February
    October, November, March, April
    November, December, May
    December, January, June
    million, billion, thousand
    billion, million, trillion
    hours, days, minutes
    days, weeks, months
    weeks, days, months
    months, years, weeks
    years, months, decades
    kilometres, miles
    metres, feet
    centuries, decades
    """
)
NATIONS = {
    "American": "the United States",
    "British": "the United Kingdom",
    "English": "England",
    "Scottish": "Scotland",
    "Irish": "Ireland",
    "French": "France",
    "German": "Germany",
    "Italian": "Italy",
    "Spanish": "Spain",
    "Portuguese": "Portugal",
    "Dutch": "the Netherlands",
    "Belgian": "Belgium",
    "Swiss": "Switzerland",
    "Austrian": "Austria",
    "Swedish": "Sweden",
    "Norwegian": "Norway",
    "Danish": "Denmark",
    "Finnish": "Finland",
    "Polish": "Poland",
    "Russian": "Russia",
    "Greek": "Greece",
    "Turkish": "Turkey",
    "Chinese": "China",
    "Japanese": "Japan",
    "Korean": "Korea",
    "Indian": "India",
    "Pakistani": "Pakistan",
    "Australian": "Australia",
    "Canadian": "Canada",
    "Mexican": "Mexico",
    "Brazilian": "Brazil",
    "Argentine": "Argentina",
    "Egyptian": "Egypt",
    "Nigerian": "Nigeria",
    "Israeli": "Israel",
    "Iranian": "Iran",
    "Iraqi": "Iraq",
    "Hungarian": "Hungary",
    "Czech": "the Czech Republic",
    "Romanian": "Romania",
    "Ukrainian": "Ukraine",
    "Cuban": "Cuba",
    "Thai": "Thailand",
    "Vietnamese": "Vietnam",
}
