"""Lists of names that are said to belong together, and runs of names that are none."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.claims.texts import TEXTS
from verify.claims.lists import Listed, find_lists
from verify.claims.names import find_names
from verify.claims.offices import find_offices

# sentence -> group | relation | open or closed | members
LISTS = """
The SCO also includes Belarus, India and Pakistan. -> SCO | include | open | Belarus, India, Pakistan
The bloc has ten members, including Iran and Oman. -> | include | open | Iran, Oman
Members such as Iran and Oman voted. -> | include | open | Iran, Oman
The league consists of Averil, Mantara and Calvena. -> | consist | closed | Averil, Mantara, Calvena
The union comprises Chile and Peru. -> | comprise | closed | Chile, Peru
The SSC has five members: Argentina, Australia, Chile, New Zealand and South Africa. -> SSC | member | closed | Argentina, Australia, Chile, New Zealand, South Africa
The Southern Space Consortium (SSC) has two members: Chile and Peru. -> Southern Space Consortium | member | closed | Chile, Peru
It left, said the consortium, whose members are Argentina, Chile and South Africa. -> | member | closed | Argentina, Chile, South Africa
The members of the SCO are China, Iran and India. -> SCO | member | closed | China, Iran, India
China, Iran and India are members of the SCO. -> SCO | member | open | China, Iran, India
Tavoria borders Austria, Italy and Slovenia and has 5m inhabitants. -> Tavoria | border | open | Austria, Italy, Slovenia
Tavoria, which shares borders with Austria, Italy and Slovenia, is small. -> Tavoria | border | open | Austria, Italy, Slovenia
Chad is bordered by Libya to the north, Sudan to the east and Niger to the west. -> Chad | border | open | Libya, Sudan, Niger
Kenya borders five countries: Ethiopia, Rwanda, Somalia, Tanzania and Uganda. -> Kenya | border | closed | Ethiopia, Rwanda, Somalia, Tanzania, Uganda
Xinjiang borders the countries of Afghanistan, India, and Kazakhstan. -> Xinjiang | border | open | Afghanistan, India, Kazakhstan
Caldera opened offices in Brazil, Chile and Peru. -> Caldera | open | open | Brazil, Chile, Peru
The group has factories in four countries: Britain, Germany, Poland and Vietnam. -> | have | closed | Britain, Germany, Poland, Vietnam
Four of its clubs go into the cup: Port Brannock, Aldmouth Rovers, Kestrel Town and Fellside United. -> | go | closed | Port Brannock, Aldmouth Rovers, Kestrel Town, Fellside United
The organisation unites Belarus, India, Iran and Mongolia. -> | unite | open | Belarus, India, Iran, Mongolia
Sitting with her were Milan Korda, Adaeze Obi, Jules Verhaegen and Petra Lund. -> | sit | closed | Milan Korda, Adaeze Obi, Jules Verhaegen, Petra Lund
Its other members are actor Milan Korda, writer Adaeze Obi and editor Petra Lund. -> | member | closed | Milan Korda, Adaeze Obi, Petra Lund
Orla Keane met Putin, Xi and Modi. -> Orla Keane | meet | open | Putin, Xi, Modi
They live in Slovenia, Austria, the United States, and in Australia. -> | live | open | Slovenia, Austria, United States, Australia
It flew to Peru and Chile, as well as the Seychelles. -> | fly | open | Peru, Chile, Seychelles
The league consists of Averil, Mantara, Calvena and others. -> | consist | open | Averil, Mantara, Calvena
The league consists of Averil, Mantara, Calvena and two more clubs. -> | consist | open | Averil, Mantara, Calvena
Members include Chile, Peru or Bolivia. -> | member | open | Chile, Peru, Bolivia
# No list.
The war between Iran and Israel ended. ->
Talks between Chile, Peru and Bolivia failed. ->
The border between Ontario and New York is long. ->
Iran attacked Iraq and Kuwait protested. ->
Reid scored for Aldmouth, Kestrel Town missed a penalty and Okoro was sent off. ->
They met in Paris, France, and in Rome, Italy. ->
It has shops, including Paris, France. ->
In neighbouring Slovenia, Peter Halmic was named. ->
He said Iran, Iraq and Kuwait had agreed. ->
Iran, Iraq and Kuwait signed. ->
Rajnath Singh of India and Khawaja Asif of Pakistan met. ->
Iran and Oman met. ->
Saskia Moens took over from Bart Claessens. ->
"""


def rows(table: str) -> list[str]:
    return [line for line in table.strip().splitlines() if line and not line.startswith("#")]


def lists(text: str) -> tuple[Listed, ...]:
    return find_lists(text, find_names(text, find_offices(text)))


@pytest.mark.parametrize("row", rows(LISTS))
def test_lists(row: str) -> None:
    text, _, wanted = row.partition(" ->")
    found = [
        f"{v.group} | {v.relation} | {'closed' if v.closed else 'open'} | {', '.join(v.members)}"
        for v in (listed.value for listed in lists(text))
    ]
    assert "; ".join(found).strip() == wanted.strip()


def test_there_are_enough_golden_sentences() -> None:
    assert len(rows(LISTS)) >= 30


def test_the_span_runs_from_the_first_member_to_the_last() -> None:
    text = "On Friday the SCO grew. It includes Belarus, India and Pakistan today."
    (listed,) = lists(text)
    assert text[listed.start : listed.end] == listed.value.text == "Belarus, India and Pakistan"
    assert text[listed.cue_start :].startswith(" It includes")


@given(TEXTS)
def test_spans_are_exact_for_any_text(text: str) -> None:
    end = 0
    for listed in lists(text):
        assert end <= listed.start < listed.end <= len(text)
        assert text[listed.start : listed.end] == listed.value.text
        assert listed.cue_start <= listed.start
        assert all(m in listed.value.text for m in listed.value.members)
        assert len(listed.value.members) >= 2
        end = listed.end
