"""Who holds which office, as news prose puts it."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.claims.texts import TEXTS
from verify.claims.names import find_names
from verify.claims.offices import canonical, find_offices, same_office
from verify.claims.roles import Held, find_roles

# sentence -> office/of/holder[/former] | ...
ROLES = """
# The office before its holder.
China's Defence Minister Dong Jun chaired the talks. -> defence minister/China/Dong Jun
Russia’s Defense Minister Andrei Belousov came. -> defence minister/Russia/Andrei Belousov
The minister of defence of Iran, Aziz Nasirzadeh, spoke. -> defence minister/Iran/Aziz Nasirzadeh
US Secretary of State Marco Rubio left. -> secretary of state/US/Marco Rubio
Russian President Vladimir Putin called. -> president/Russian/Vladimir Putin
President Anton Reyle asked Ms Ilven. -> president//Anton Reyle
Said Health Minister Amalia Teixeira, a pediatrician. -> health minister//Amalia Teixeira
Iran's Supreme Leader Ayatollah Ali Khamenei agreed. -> supreme leader/Iran/Ali Khamenei
Apple CEO Tim Cook spoke. -> chief executive/Apple/Tim Cook
The chief executive, Priya Raman, presented the figures. -> chief executive//Priya Raman
Its finance director, Oscar Lindqvist, did too. -> chief financial officer//Oscar Lindqvist
Debt fell, said finance chief Tobias Lenk. -> chief financial officer//Tobias Lenk
The festival's new director, Saskia Moens, is Belgian. -> director//Saskia Moens
It has a new coach, Ines Carvalho, since May. -> coach//Ines Carvalho
Averil Town manager Orla Keane agreed. -> manager/Averil Town/Orla Keane
Germany coach Julian Nagelsmann agreed. -> coach/Germany/Julian Nagelsmann
The coach of the Rovers, Ines Carvalho, has gone. -> coach/Rovers/Ines Carvalho
Captain Niall Brogan held up the cup. -> captain//Niall Brogan
Governor of Kirzan, Nevin Altay, said so. -> governor/Kirzan/Nevin Altay
The capital of Chile is Santiago. -> capital/Chile/Santiago
Iran's capital, Tehran, was calm. -> capital/Iran/Tehran
The Kenyan capital Nairobi grew. -> capital/Kenyan/Nairobi
The official language of Chile is Spanish. -> official language/Chile/Spanish
Kenya's currency, the shilling, fell. -> currency/Kenya/shilling
The currency of Chile is the peso. -> currency/Chile/peso
Project manager of the Elsnes Bridge was Randi Fossum. -> project manager/Elsnes Bridge/Randi Fossum
The architect of the Storvik Bridge is the Dane Ulla Kierkegard-Moe; he left. -> architect/Storvik Bridge/Ulla Kierkegard-Moe
Its president, the Korean director Han Seo-yun, spoke. -> president//Han Seo-yun | director//Han Seo-yun
Founder and chief executive Tim Cook spoke. -> founder//Tim Cook | chief executive//Tim Cook
Former president Barack Obama came. -> president//Barack Obama/former
The late president Jorge Paz built it. -> president//Jorge Paz/former
The then prime minister, Gordon Brown, resigned. -> prime minister//Gordon Brown/former
The acting president, Mohammad Mokhber, came. -> acting president//Mohammad Mokhber
Deputy prime minister Angela Rayner left. -> deputy prime minister//Angela Rayner
She succeeded chief executive Hugh Carrow. -> chief executive//Hugh Carrow/former
# The holder before the office.
Dong Jun, China's defence minister, chaired it. -> defence minister/China/Dong Jun
Nevin Altay, the governor of Kirzan, said so. -> governor/Kirzan/Nevin Altay
Cengiz Orhun, the governor of neighbouring Mardal province, came. -> governor/Mardal/Cengiz Orhun
So said Helga Brandt-Sorrel, the commission's chairwoman. -> chair//Helga Brandt-Sorrel
Michael Madden, editor of Leadership Watch, agreed. -> editor/Leadership Watch/Michael Madden
Santiago, the capital of Chile, grew. -> capital/Chile/Santiago
Mombasa is the capital of Kenya. -> capital/Kenya/Mombasa
Averil Town are champions of the Atlantic Cup. -> champion/Atlantic Cup/Averil Town
William Ruto has been its president since 2022. -> president//William Ruto
Ali Khamenei has been President of Iran and its head of state since 4 June 1989. -> president/Iran/Ali Khamenei | head of state/Iran/Ali Khamenei
Nairobi, Kenya's capital and largest city, grew. -> capital/Kenya/Nairobi | largest city/Kenya/Nairobi
Anton Reyle was elected president of Tavoria. -> president/Tavoria/Anton Reyle
Amalia Teixeira was sworn in as Minister of Health of San Teodor. -> health minister/San Teodor/Amalia Teixeira
Saskia Moens took over in May as director of the Lindmar Festival. -> director/Lindmar Festival/Saskia Moens
Orla Keane, who took over as Averil Town manager in July, won. -> manager/Averil Town/Orla Keane
Priya Wendelin, who succeeded Hugh Carrow as chief executive, spoke. -> chief executive//Priya Wendelin
Orla Keane replaced Dieter Hollmann as coach. -> coach//Orla Keane
Hugh Carrow stepped down as chief executive of Caldera. -> chief executive/Caldera/Hugh Carrow/former
Josip Darrow was prime minister of Tavoria from 2021 to 2025. -> prime minister/Tavoria/Josip Darrow/former
The board named Priya Wendelin chief executive. -> chief executive//Priya Wendelin
Leilani Moretti of the University of Wollara is the chief scientist of Halcyon-2. -> chief scientist/Halcyon-2/Leilani Moretti
China's minister met his Russian counterpart Andrey Belousov. -> minister/Russian/Andrey Belousov
# No role.
The agency, led by Winston Abara, has paid. ->
She is the first director from Portugal to win. ->
Netu became the first president of Angola. ->
Ulla Kierkegard-Moe, a Danish architect, designed it. ->
The mayor of Belkaya, a former engineer, resigned. ->
She won the Atlantic Cup as a coach. ->
"Kiln", directed by Tomas Arrieta, is the winner of the Golden Heron. ->
The minister, China said, will come. ->
The minister, Trump said, will come. ->
The president of Iran visited China. ->
Stephen King met Cecil Rhodes King. ->
Averil won the Premier League and the Champions League. ->
He lifted his head; Jonas Reid scored. ->
The head of the family, a banker, agreed. ->
It raised capital of £5m from Harland. ->
He told the president-elect, Anton Reyle, of it. ->
Manila is the second largest city of the Philippines. ->
Iran is the capital of terror. ->
The Iraqi capital was hit on Monday. ->
A spokesman for Central Council said so. ->
Peter Orr and the mayor met. ->
Patients treated by doctors in Chile were well. ->
"""


def rows(table: str) -> list[str]:
    return [line for line in table.strip().splitlines() if line and not line.startswith("#")]


def roles(text: str, place: str = "") -> tuple[Held, ...]:
    offices = find_offices(text)
    return find_roles(text, find_names(text, offices), offices, place)


@pytest.mark.parametrize("row", rows(ROLES))
def test_roles(row: str) -> None:
    text, _, wanted = row.partition(" ->")
    found = [h.value for h in roles(text)]
    said = [f"{r.office}/{r.of}/{r.holder}" + "/former" * r.former for r in found]
    assert " | ".join(said) == wanted.strip()


def test_there_are_enough_golden_sentences() -> None:
    assert len(rows(ROLES)) >= 60


def test_its_office_is_of_the_place_that_is_given() -> None:
    (held,) = roles("Its president, Masoud Pezeshkian, took office.", place="Iran")
    assert held.value.of == "Iran"


def test_the_span_holds_owner_office_and_holder() -> None:
    text = "On Tuesday China's defence minister, Dong Jun, spoke."
    (held,) = roles(text)
    assert text[held.start : held.end] == held.value.text == "China's defence minister, Dong Jun"


OFFICES = """
Defense Minister = defence minister
Minister of Defence = defence minister
minister for foreign affairs = foreign minister
External Affairs Minister = foreign minister
Secretary of Defense = defence secretary
Secretary of State for Health = health secretary
CEO = chief executive
chairwoman = chairman
premier = prime minister
spokesperson = spokeswoman
Secretary-General = secretary general
head coach = manager
skipper = captain
new director = director
minister = health minister
acting president ! president
interim chief executive ! chief executive
deputy minister ! minister
deputy prime minister ! prime minister
vice-president ! president
minister ! prime minister
defence minister ! foreign minister
chief executive ! chief financial officer
project manager ! manager
assistant coach ! coach
provincial capital ! capital
secretary of state ! secretary-general
"""


@pytest.mark.parametrize("row", rows(OFFICES))
def test_same_office(row: str) -> None:
    mark = "=" if " = " in row else "!"
    one, other = row.split(f" {mark} ")
    assert same_office(one, other) is same_office(other, one) is (mark == "=")


def test_an_office_is_found_whole_and_once() -> None:
    text = "The head of state and the chief financial officer saw the head of government."
    words = [text[start:end] for start, end in find_offices(text)]
    assert words == ["head of state", "chief financial officer", "head of government"]


@given(TEXTS)
def test_spans_are_exact_for_any_text(text: str) -> None:
    for start, end in find_offices(text):
        assert text[start:end].strip() == text[start:end] != ""
        assert canonical(text[start:end])
    for held in roles(text, "Iran"):
        assert held.value.text == text[held.start : held.end] != ""
        assert held.value.holder in text
