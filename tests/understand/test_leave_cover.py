"""Who is off and who covers, as plans of leave say it: who is named so, and nobody for being mentioned."""

from __future__ import annotations

import pytest

from bot.understand.agency import Agency
from bot.understand.office.leave import covering_of, off_of, says_i_cover
from storage.types import Role, Roster, StaffMember

STAFF = Agency.of(
    Roster(
        staff=tuple(
            StaffMember(i, name, Role.CASEWORKER)
            for i, name in (
                ("W1", "Dana Ellis"),
                ("W2", "Kevin Tran"),
                ("W3", "Kevin O'Neil"),
                ("W4", "José Peña"),
                ("W5", "Ann Li"),
            )
        )
    )
)


@pytest.mark.parametrize(
    ("text", "cover"),
    [
        ("I'm off Dec 21 thru Jan 4, Kevin Tran covers", ("W2",)),
        ("out fri, kevin's covering", ("W2", "W3")),
        ("vacation next week, Tran has my cases", ("W2",)),
        ("off Mon Nov 30 covered by jose", ("W4",)),
        ("vacaciones del 21 al 4, me cubre José Peña", ("W4",)),
        ("taking pto thurs and fri. Ann will take my cases", ("W5",)),
        ("me voy el lunes, Peña se queda con mis casos", ("W4",)),
        ("pto 12/21-1/4 backup Ann Li", ("W5",)),
        ("I'm off Friday for Kevin's birthday", ()),
        ("off next week, somebody covers", ()),
        ("Dana off friday, cover not known", ()),
        ("off Friday, Annabel covers", ()),
    ],
)
def test_who_covers(text: str, cover: tuple[str, ...]) -> None:
    assert covering_of(STAFF, "W1", text) == cover


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("tran is out next week who covers", ("W2",)),
        ("Anns out sick today im covering", ("W5",)),
        ("kevin's off thurs and fri", ("W2", "W3")),
        ("José Peña is on vacation nov 23-25, ann li covers", ("W4",)),
        ("jose called in sick today", ("W4",)),
        ("Peña está de vacaciones la semana que viene", ("W4",)),
        ("ann takes pto dec 1-5", ("W5",)),
        ("I'm off Dec 21 thru Jan 4, Kevin Tran covers", ()),
        ("off fri, ann is out too so tran covers", ()),
        ("taking pto thurs and fri. Ann will take my cases", ()),
        ("need friday off, kevin has it off too", ()),
        ("estoy fuera el lunes, Ann me cubre", ()),
        ("somebody is out sick", ()),
    ],
)
def test_who_is_off(text: str, off: tuple[str, ...]) -> None:
    assert off_of(STAFF, "W1", text) == off


@pytest.mark.parametrize(
    "text", ["Ann is out, im covering", "Ann is out and I'll cover", "Ann esta fuera, yo cubro"]
)
def test_the_sender_covers(text: str) -> None:
    assert says_i_cover(text)
    assert not says_i_cover("Ann is out, Tran covers")
