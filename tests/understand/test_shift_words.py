"""What a message wants of the rota, in words; what tells of a family is none of it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.understand.agency import Agency
from bot.understand.office.shifts import ShiftWish, Wish, shift_wish
from bot.understand.roster_files import read_roster_files
from tests.stock import MONDAY, NEW_YORK, ROSTER

ROBIN, RILEY = "O1", "V2"


@pytest.fixture(scope="module")
def agency() -> Agency:
    return Agency.of(read_roster_files(ROSTER).roster)


def wish_of(agency: Agency, text: str) -> ShiftWish | None:
    return shift_wish(agency, "W2", text, sent_at=MONDAY, tz=NEW_YORK)


WISHES = [
    ("can someone take my Thursday night", Wish.OFFER, [12], []),
    ("can someone take my Monday night", Wish.OFFER, [9, 16], []),
    ("Can anyone please cover my shift on the 24th?", Wish.OFFER, [24], []),
    ("can Robin take my shift on the 10th?", Wish.OFFER, [10], [ROBIN]),
    ("can <@U0ROBIN> take my Friday night?", Wish.OFFER, [13], [ROBIN]),
    ("I can't do my shift tomorrow night, can anyone cover?", Wish.OFFER, [10], []),
    ("give my shift on the 10th to Robin Pike", Wish.OFFER, [10], [ROBIN]),
    ("need someone to take my backup shift on 11/24", Wish.OFFER, [24], []),
    ("anyone able to cover my weekend on call?", Wish.OFFER, [14, 15], []),
    ("necesito que alguien cubra mi guardia del viernes", Wish.OFFER, [13], []),
    ("¿alguien puede tomar mi guardia del jueves?", Wish.OFFER, [12], []),
    ("I'll take Robin's Friday", Wish.TAKE, [13], [ROBIN]),
    ("I can cover Robin tomorrow night", Wish.TAKE, [10], [ROBIN]),
    ("I'll take the open shift on saturday", Wish.TAKE, [14], []),
    ("yo tomo la guardia de Robin el viernes", Wish.TAKE, [13], [ROBIN]),
    ("open shifts", Wish.TAKE, [], []),
    ("robins sick im taking the rest of her shift", Wish.TAKE, [], [ROBIN]),
    ("I'm covering the rest of Robin's shift", Wish.TAKE, [], [ROBIN]),
    ("im throwing up, robin has it til 9", Wish.OFFER, [], [ROBIN]),
    ("swap my 24th with Robin's 26th", Wish.SWAP, [24, 26], [ROBIN]),
    ("Robin and I are swapping tomorrow and the 12th", Wish.SWAP, [10, 12], [ROBIN]),
    ("cambio mi guardia del 24 por la de Robin del 26", Wish.SWAP, [24, 26], [ROBIN]),
    ("my shifts", Wish.MINE, [], []),
    ("when am I on call?", Wish.MINE, [], []),
    ("mis guardias", Wish.MINE, [], []),
]


@pytest.mark.parametrize(("text", "wish", "days", "staff"), WISHES)
def test_a_wish(agency: Agency, text: str, wish: Wish, days: list[int], staff: list[str]) -> None:
    expected = ShiftWish(wish, tuple(date(2026, 11, day) for day in days), tuple(staff))
    assert wish_of(agency, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I'm off Nov 30 thru Dec 4, Riley covers",
        "saw Maya at the foster home Thursday night",
        "fm is sick, im taking the rest of her visit",
        "im taking the rest of the day off",
        "Robin is out until Friday",
        "can someone cover my visit Friday",
        "foster mom works nights and can't take Maya's Friday",
        "I'll take Maya to her Friday appointment",
        "who is on call friday",
        "who's on the night of the 24th",
        "mom swapped shifts with her sister",
        "I'll be on vacation, Riley takes my cases Friday",
        "fm can take the kids overnight friday",
        "Robin is on call tonight",
        "CRISIS Bence ran during my night shift, police called, can someone take my night",
        "I'll see Maya Friday night",
        "thanks!",
    ],
)
def test_no_wish(agency: Agency, text: str) -> None:
    assert wish_of(agency, text) is None
