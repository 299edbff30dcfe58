"""Who covers, as plans of leave say it: those who are named as covering, and nobody for being mentioned."""

from __future__ import annotations

import pytest

from bot.understand.agency import Agency
from bot.understand.leave import covering_of
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
