"""Names in news prose, and which of them can mean the same one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.texts import TEXTS
from verify.claims.names import Sameness, find_names, how_same, same_name
from verify.claims.offices import find_offices

NAMES = """
# The head of a sentence: common words are no names, names are.
Turnout at the election was 61 per cent. ->
Tolls will rise by 4 per cent in January. ->
Nine of the 23 victims were children. ->
Women hold 63 of the seats. ->
Building the bridge took six years. ->
First-quarter revenue rose to £3.4bn. ->
Women's rights groups protested. ->
Today's vote is the third. ->
Rain forced the organisers indoors. ->
Revenue said nothing of the mood. -> Revenue
Police said two men had died. ->
Demand beat forecasts by a wide margin. ->
Arsenal beat Chelsea 2-0 on Saturday. -> Arsenal | Chelsea
Fenwright scored twice. -> Fenwright
Shell said profit had doubled. -> Shell
Caldera's revenue rose. -> Caldera
Leeds-based Caldera rose 3 per cent. -> Leeds | Caldera
Co-operation between the two has grown. ->
Pre-tax profit fell. ->
Meeting Putin in Moscow, Trump spoke of peace. -> Putin | Moscow | Trump
Yesterday Iran closed the strait. -> Iran
Meanwhile Lyphomed cut its forecast. -> Lyphomed
Midfielder Jonas Reid scored from 20 metres. -> Jonas Reid*
Former striker Luis Arandel was there. -> Luis Arandel*
Alleged gunman John Orr was held. -> John Orr*
Green Path won 14 seats. -> Green Path
Three Iranians were held. -> Iranians
Six Nations officials met. -> Nations
Most of Kirzan was without power. -> Kirzan
# Particles, initials, hyphens, apostrophes.
The prize went to Jan van der Berg and Ana de la Cruz. -> Jan van der Berg | Ana de la Cruz
Ursula von der Leyen met Mohammed bin Salman. -> Ursula von der Leyen | Mohammed bin Salman
She said von der Leyen would come. -> von der Leyen
It is claimed by al-Qaeda. -> al-Qaeda
The base at Al-Udeid was hit. -> Al-Udeid
A letter from N. Yermekbayev was read. -> N. Yermekbayev
J.K. Rowling lives in Edinburgh. -> J.K. Rowling | Edinburgh
He chose Plan B. -> Plan B
Ines Duarte-Holm won. -> Ines Duarte-Holm
Han Seo-yun spoke after Kim Jong-un. -> Han Seo-yun | Kim Jong-un
The Shanghai Co-operation Organisation met. -> Shanghai Co-operation Organisation
The Turkey-Syria border is shut. -> Turkey | Syria
The Israel–Iran war ended. -> Israel | Iran
A Kremlin-backed paper was sold to Frank O'Connor. -> Kremlin | Frank O'Connor
Xi'an is larger than Côte d'Ivoire's capital. -> Xi'an | Côte d'Ivoire
Members of the Farmers' League voted. -> Farmers' League
They won the Women's Atlantic Cup. -> Women's Atlantic Cup
Marks & Spencer closed 12 shops. -> Marks & Spencer
Britain's Danny Boyle will direct. -> Britain | Danny Boyle
# "of", "for" and "and" inside a name and between two.
The Bank of England kept rates. -> Bank of England
A tanker burned in the Gulf of Oman. -> Gulf of Oman
The Council of Heads of State met. -> Council of Heads of State
The Office for National Statistics said so. -> Office for National Statistics
Data from the Ministry of Health and Sport show it. -> Ministry of Health and Sport
He ran the Securities and Exchange Commission. -> Securities and Exchange Commission
The Group of Seven met. -> Group of Seven
The Lord of the Rings was filmed there. -> Lord of the Rings
Rajnath Singh of India and Khawaja Asif of Pakistan shared a table. -> Rajnath Singh | India | Khawaja Asif | Pakistan
Sarajevo is in Bosnia and Herzegovina. -> Sarajevo | Bosnia and Herzegovina
The war between Iran and Israel ended. -> Iran | Israel
He left United for Madrid. -> United | Madrid
# Titles, offices, nouns before a name.
Mr Darrow met Dr. Liv Aune and Sir Keir Starmer. -> Darrow* | Liv Aune* | Keir Starmer*
President Anton Reyle asked Ms Ilven. -> Anton Reyle* | Ilven*
US President Donald Trump called. -> US | Donald Trump*
The Korean director Han Seo-yun presided. -> Korean | Han Seo-yun*
It was seen by actor Milan Korda and writer Adaeze Obi. -> Milan Korda* | Adaeze Obi*
It was sold to retailer Harland. -> Harland
Rear Adm. John Kirby confirmed it. -> John Kirby*
Liv Aune, 47, teaches there. -> Liv Aune*
General Electric bought the King Edward Hospital. -> General Electric | King Edward Hospital
St. Petersburg and St Helena are far apart. -> St. Petersburg | St Helena
They live on Prince Edward Island. -> Prince Edward Island
# Countries, their adjectives, the points of the compass.
A Finnish sensor maker in North Korea failed. -> Finnish | North Korea
The American tycoon and the South Korean Park Min-ho met. -> American | South Korean | Park Min-ho
The British Museum and the Indian Ocean are far apart. -> British Museum | Indian Ocean
It is part of the Southern Space Consortium. -> Southern Space Consortium
Western leaders spoke of a Western plot. ->
The U.S. ambassador and NATO met the SCO. -> U.S. | NATO | SCO
# Months and weekdays, and names that look like them.
Dong Jun spoke on 3 Jun. -> Dong Jun
April Ashley was born in April. -> April Ashley
On May Day, Theresa May spoke. -> May Day | Theresa May
The deal was signed in London on Tuesday. -> London
In March Iran left; on Friday Oman did. -> Iran | Oman
# Numbers in names.
Apollo 11 landed in July. -> Apollo 11
The crew of Artemis II trained. -> Artemis II
Halcyon-2 reached Berrin. -> Halcyon-2 | Berrin
The strain known as DENV-3 is new. -> DENV-3
It was heard on BBC Radio 4 and in 3D. -> BBC Radio 4
Dunmore Athletic 74 points, Averil Rovers 68, Mantara 61. -> Dunmore Athletic | Averil Rovers | Mantara
Caldera 31 per cent, Harland 12. -> Caldera | Harland
The plant makes 320 MW at 40 °C. ->
It gave the Southern Space Consortium Southern Space Consortium’s greatest success. -> Southern Space Consortium | Southern Space Consortium
# Titles of works, articles in names, capitals throughout.
"The Salt Road" was sold to "Night Ferry Films". -> The Salt Road | Night Ferry Films
She wrote “Death and Taxes”. -> Death and Taxes
Leaders met in The Hague. -> The Hague
The City had expected less. -> City
"Yes we can," she told The Times. -> The Times
PORT AMADOR — The outbreak has spread. -> PORT AMADOR
MINISTERS OF IRAN MEET IN QINGDAO -> IRAN | QINGDAO
New iPhone sales fell at eBay. -> iPhone | eBay
"""


def rows(table: str) -> list[str]:
    return [line for line in table.strip().splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("row", rows(NAMES))
def test_names(row: str) -> None:
    text, _, wanted = row.partition(" ->")
    names = find_names(text, find_offices(text))
    assert " | ".join(n.text + "*" * (n.person is True) for n in names) == wanted.strip()


def test_there_are_enough_golden_sentences() -> None:
    assert len(rows(NAMES)) >= 60


def test_what_is_a_name_elsewhere_is_one_at_the_head_of_a_sentence() -> None:
    assert find_names("Rovers drew.") == ()
    assert [n.text for n in find_names("Rovers drew.", known={"rovers"})] == ["Rovers"]


def test_what_is_no_person() -> None:
    text = "“The Salt Road” and Apollo 11 were shown at Averil Town in The Hague by Calder Optics."
    assert [n.person for n in find_names(text)] == [False] * 5


PAIRS = """
# the same
SCO = Shanghai Co-operation Organisation
SCO = Shanghai Cooperation Organization
Nato = North Atlantic Treaty Organization
BoJ = Bank of Japan
OECD = Organisation for Economic Co-operation and Development
CU = Civic Union
Andrey Belousov = Andrei Belousov
Sergei Shoigu = Sergey Shoigu
Aziz Nasirzadeh = Aziz Nasirzade
Volodymyr Zelensky = Volodymyr Zelenskyy
N. Yermekbayev = Nurlan Yermekbaev
Muhammad Yunus = Mohammed Yunus
Tim Cook = Timothy Cook
Joe Biden = Joseph R. Biden
Iranian = Iran
Iranians = Iran
US = United States
U.S. = United States of America
British = UK
Burma = Myanmar
President Donald Trump = Donald Trump
Mr Darrow = Darrow
John Smith = J. Smith
J.K. Rowling = J. K. Rowling
J.K. Rowling = Joanne Rowling
George Bush = George W. Bush
José Álvarez = Jose Alvarez
Sato Kenjiro = Kenjiro Sato
Kim Jong-un = Kim Jong Un
Ursula von der Leyen = von der Leyen
Bank of England = the Bank of England
Caldera Optics = Caldera Optics plc
Averil Town = Averil Town FC
Harland Foods Group = Harland Foods
St. Petersburg = Saint Petersburg
Ministry of Defense = Ministry of Defence
The Hague = Hague
Calder Centre = Calder Center
# a short form, which others can share
Trump ~ Donald Trump
Donald Trump ~ President Trump’s
Caldera ~ Caldera Optics
Averil ~ Averil Town
Averil ~ Averil Rovers
Golden Heron ~ Golden Heron Award
Lindmar ~ Lindmar International Film Festival
Nordbru ~ Nordbru Rail
Assad ~ Bashar al-Assad
Rovers ~ Averil Rovers
Halcyon ~ Halcyon-2
Apollo ~ Apollo 11
Artemis ~ Artemis II
# another one
Calder Optical ! Caldera Optics
Averil Town ! Averil Rovers
Averil Town ! Averil Town Women
Averil Town ! Averil Town Under-21
Averil Town ! Averil Town Supporters Club
Real Madrid ! Real Madrid B
Artemis I ! Artemis II
Halcyon ! Halcyon-W2
Halcyon-1 ! Halcyon-2
Apollo 11 ! Apollo 12
Austria ! Australia
Niger ! Nigeria
Dominica ! Dominican Republic
North Korea ! South Korea
Guinea ! Guinea-Bissau
China ! Bank of China
John Smith ! Jane Smith
Maria Ilven ! Marta Ilven
Paul Orr ! Paula Orr
Peter Halmic ! Petra Halmic
Daniel Reid ! Daniela Reid
George W. Bush ! George H. W. Bush
Bank of England ! Bank of Scotland
Bank of England ! Bank of England Museum
Storvik Bridge ! Elsnes Bridge
Kestrel Town ! Kestral Town
Lindmar Film Festival ! Lindmar Film Museum
University of Wollara ! University of Stellenberg
Manchester ! Greater Manchester
York ! New York
Bank ! Bank of England
City ! Manchester City
United ! United Nations
Donald Trump ! Donald Trump Jr
Al ! Amy Lee
Justice Department ! Defence Department
"""
MEANING = {"=": Sameness.SAME, "~": Sameness.SHORT, "!": Sameness.OTHER}


@pytest.mark.parametrize("row", rows(PAIRS))
def test_same_name(row: str) -> None:
    mark = next(m for m in MEANING if f" {m} " in row)
    one, other = row.split(f" {mark} ")
    assert how_same(one, other) is how_same(other, one) is MEANING[mark]
    assert same_name(one, other) is (mark != "!")


def test_there_are_enough_pairs() -> None:
    assert len(rows(PAIRS)) >= 50


@given(TEXTS)
def test_spans_are_exact_for_any_text(text: str) -> None:
    end = 0
    for name in find_names(text, find_offices(text)):
        assert name.text == text[name.start : name.end] == name.text.strip() != ""
        assert name.start >= end
        end = name.end
        assert same_name(name.text, name.text)


@given(st.text(max_size=30), st.text(max_size=30))
def test_sameness_is_symmetric_for_any_names(one: str, other: str) -> None:
    assert how_same(one, other) is how_same(other, one)
