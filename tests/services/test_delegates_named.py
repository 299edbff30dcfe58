"""Who reviews in a supervisor's stead: named, confirmed, followed by the open reviews, taken back."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from bot.errors import AlreadyDecided, NotAllowed, Outdated, Unusable
from bot.services.review import delegates, queue, review
from storage.models import OutboxItem
from storage.types import NoteStatus
from tests.services.follower import THURSDAY, TUESDAY, WEDNESDAY, Followed
from tests.services.small_office import ALEX, DANA, JO, NOOR, RILEY, ROBIN, SAM, SmallOffice

YESTERDAY = "saw Maya Okafor yesterday 4pm at school, 45 min"


def names(
    office: SmallOffice,
    to: str,
    first: date = TUESDAY,
    last: date = WEDNESDAY,
    *,
    who: str = SAM,
    key: str = "k",
) -> str:
    with office.desk(who) as desk:
        return delegates.propose(desk, delegate_id=to, first=first, last=last, key=key, confirmed=True)


def test_the_open_reviews_go_over_and_come_back_by_the_same_time(office: SmallOffice) -> None:
    note, followed = office.submitted(), Followed(office)
    due = followed.owed("review")[0][2]
    with office.desk(SAM) as desk:
        one = delegates.propose(desk, delegate_id=RILEY, first=TUESDAY, last=WEDNESDAY, key="k")
        assert delegates.propose(desk, delegate_id=RILEY, first=TUESDAY, last=WEDNESDAY, key="k") == one
    assert followed.follows(TUESDAY) == 0, "nothing holds before it is confirmed"
    with office.desk(SAM) as desk:
        delegates.confirm(desk, one)
        with pytest.raises(Outdated, match="confirmed already"):
            delegates.confirm(desk, one)
    assert followed.follows() == 1
    assert followed.owed("review") == [("review", RILEY, due)], "no clock restarts"
    office.opens(note, RILEY)
    with office.desk(SAM) as desk:
        assert queue.waiting(desk) == []
    followed.follows(THURSDAY)
    assert followed.owed("review") == [("review", SAM, due)]
    with office.db.reading() as session:
        told = session.scalars(select(OutboxItem).where(OutboxItem.kind == delegates.TOLD)).all()
        assert [item.recipient_id for item in told] == [RILEY]


def test_taken_back_it_holds_no_more(office: SmallOffice) -> None:
    note, followed = office.submitted(), Followed(office)
    one = names(office, RILEY)
    followed.follows(TUESDAY)
    with office.desk(SAM) as desk:
        delegates.take_back(desk, one)
        with pytest.raises(Outdated, match="taken back"):
            delegates.take_back(desk, one)
    followed.follows()
    assert followed.reviewer(note) == SAM
    with pytest.raises(NotAllowed, match=r"now with Sam Ortega|not there for you"):
        office.opens(note, RILEY)


def test_a_delegates_own_note_goes_up(office: SmallOffice) -> None:
    names(office, NOOR)
    followed = Followed(office)
    followed.follows(TUESDAY)
    assert followed.reviewer(office.submitted(DANA, YESTERDAY)) == NOOR
    own = office.submitted(NOOR, YESTERDAY)
    assert followed.reviewer(own) == ALEX, "never the author"


@pytest.mark.parametrize(
    ("to", "first", "last", "says"),
    [
        (SAM, TUESDAY, WEDNESDAY, "Somebody else"),
        (JO, TUESDAY, WEDNESDAY, "can't review"),
        (ROBIN, TUESDAY, WEDNESDAY, "can't review"),
        ("nobody", TUESDAY, WEDNESDAY, "can't review"),
        (RILEY, WEDNESDAY, TUESDAY, "before the first"),
        (RILEY, date(2026, 11, 1), date(2026, 11, 2), "over"),
        (RILEY, TUESDAY, date(2027, 11, 1), "three months"),
    ],
)
def test_what_cannot_be(sqlite_office: SmallOffice, to: str, first: date, last: date, says: str) -> None:
    with pytest.raises(Unusable, match=says):
        names(sqlite_office, to, first, last)
    names(sqlite_office, ALEX, TUESDAY, WEDNESDAY, key="one")
    with pytest.raises(Unusable, match="take that back first"):
        names(sqlite_office, RILEY, WEDNESDAY, THURSDAY, key="two")


@pytest.mark.parametrize("who", [DANA, ROBIN, JO])
def test_who_names_nobody(sqlite_office: SmallOffice, who: str) -> None:
    with pytest.raises(NotAllowed):
        names(sqlite_office, RILEY, who=who)


def test_the_queue_is_by_due_time_and_several_need_reading(office: SmallOffice) -> None:
    first = office.submitted()
    office.later(days=1)
    second = office.submitted(NOOR, "saw Maya Lindgren today 3pm at school, 20 min")
    third = office.submitted(DANA, "saw Tobi Okafor today 3pm at school, 20 min")
    with office.desk(SAM) as desk:
        assert queue.waiting(desk)[0].id == first.id
        assert (queue.length(desk), list(queue.approvable(desk))) == (3, [])
    for note in (first, third):
        office.opens(note)
    with office.desk(SAM) as desk:
        assert set(queue.approvable(desk)) == {first.id, third.id}
        danas, noors = queue.by_worker(desk)
        assert ({n.id for n in danas.opened}, danas.unread) == ({first.id, third.id}, ())
        assert (noors.opened, [n.id for n in noors.unread]) == ((), [second.id])
        with pytest.raises(review.Unread):
            review.approve(desk, second.id, second.version)
    office.approves(first)
    with pytest.raises(AlreadyDecided), office.desk(SAM) as desk:
        review.approve(desk, first.id, first.version)
    assert office.seen_by(SAM, first.id).status is NoteStatus.APPROVED
