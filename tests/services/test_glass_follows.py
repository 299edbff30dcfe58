"""The review of an opened family goes where a note's would: to who stands in, and back; told once."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.errors import NotAllowed
from bot.services.lookups import glass
from storage.models import GlassBreak
from tests.services.follower import THURSDAY, TUESDAY, WEDNESDAY, Followed
from tests.services.small_office import ALEX, BENCE, DANA, NOOR, RILEY, SAM, SmallOffice


def opened(here: Followed) -> str:
    """Dana opens a family of Kim's, whose supervisor is Riley."""
    with here.office.desk(DANA) as desk:
        family = desk.agency.children[BENCE].case_id
        glass.break_glass(desk, [family], "police", "police are at my door with Bence")
    with here.office.db.reading() as session:
        return session.scalars(select(GlassBreak.id)).one()


def owes(here: Followed) -> list[str]:
    return [person for _, person, _ in here.owed("glass")]


def cards(here: Followed) -> list[str | None]:
    return sorted(item.recipient_id or "" for item in here.messages(glass.BROKEN))


def test_on_her_supervisors_leave_it_goes_up_the_line_and_comes_back(office: SmallOffice) -> None:
    here = Followed(office)
    opened(here)
    ((_, first, due),) = here.owed("glass")
    assert (first, cards(here), here.follows()) == (SAM, [SAM, RILEY], 0)
    here.leave(SAM, TUESDAY, WEDNESDAY)
    assert [here.follows(TUESDAY), here.follows()] == [1, 0]
    assert here.owed("glass") == [("glass", ALEX, due)]
    assert cards(here) == [ALEX, SAM, RILEY]
    here.restarts()
    assert here.follows(THURSDAY) == 1
    assert here.owed("glass") == [("glass", SAM, due)]
    assert cards(here) == [ALEX, SAM, RILEY], "who has the card is not told anew"
    moves = [(row.details["from"], row.details["to"]) for row in here.audited("lookup.glass_reassigned")]
    assert moves == [(SAM, ALEX), (ALEX, SAM)]


def test_a_delegate_may_review_it_and_the_one_away_sees_who_has_it(sqlite_office: SmallOffice) -> None:
    here = Followed(sqlite_office)
    glass_id = opened(here)
    here.delegate(SAM, NOOR, TUESDAY, WEDNESDAY)
    assert here.follows(TUESDAY) == 1
    assert owes(here) == [NOOR]
    with here.office.desk(SAM) as desk:
        assert [who.id for who in glass.reviewed_by_others(desk, glass_id)] == [NOOR, RILEY]
        with pytest.raises(NotAllowed):
            glass.reviewed(desk, glass_id)
    with here.office.desk(NOOR) as desk:
        glass.reviewed(desk, glass_id)
    assert owes(here) == []
    assert here.follows(THURSDAY) == 0, "what was reviewed stays where it was"


def test_a_card_that_comes_at_night_waits_for_the_morning(sqlite_office: SmallOffice) -> None:
    here = Followed(sqlite_office)
    opened(here)
    here.leave(SAM, TUESDAY, WEDNESDAY)
    here.follows(TUESDAY, hour=0)
    (card,) = [item for item in here.messages(glass.BROKEN) if item.recipient_id == ALEX]
    assert card.due_at.astimezone(here.office.policy.zone).hour == 7


def test_who_opened_it_never_reviews_it(sqlite_office: SmallOffice) -> None:
    """Dana covers for Sam: her own review goes to the next one up."""
    here = Followed(sqlite_office)
    opened(here)
    here.leave(SAM, TUESDAY, WEDNESDAY, cover=DANA)
    here.follows(TUESDAY)
    assert owes(here) == [ALEX]
    assert DANA not in cards(here)
