"""Siblings who are still to be seen, were kept away or had no part; names that are auxiliaries (READING, "Who")."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 18, 17, 30, tzinfo=TZ)


def children(text: str) -> str:
    """The first names of the one event's children."""
    (item,) = read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ).contacts
    return " ".join(sorted(SAMPLE.children[c].first_name for c in item.children))


@pytest.mark.parametrize(
    "text",
    [
        "got eyes on Hope today at 3 at home. Still need eyes on Will this month",
        "saw Hope today at 3 at home, will have to go back for Will",
        "saw Hope today at 3 at home. I still owe Will a visit",
        "visit with mom today at 3 at the agency. Hope came, Will didn't, he had a test",
        "visit with mom and Hope today at 3 at the agency. Will sat this one out",
        "visit with mom and Hope today at 3 at the agency. Will wasn't brought",
        "video visit with mom and Hope today at 3. Will wouldn't get on camera",
        "Hope: saw today at 3 at home. Will: not seen",
        "met one on one with Hope today at 3 at home. Didn't have time for Will",
        "saw Hope today at 3 at home. Will wouldn't come downstairs so not seen",
        "sat with Hope today at 3 at home, she gave me a card to pass on to Will",
        "note on Hope: saw her today at 3 at home. For Will see separate note",
        "With Will at practice, Hope and I got some one on one time today at 3 at home",
        "called to talk to both Hope and Will today at 3. Will was out with friends, Hope came to the phone",
        "facetimed Hope today at 3, Will didn't want to get on",
        "interviewed Hope today at 3 at home re: what Will said at school",
        "saw Hope today at 3 at home. Will I will see at school",
        "took Hope for a haircut today at 3. Had to leave Will home, he was grounded",
        "visit today at 3 at the agency with mom and Hope. She asked where Will was",
        "platiqué con Hope hoy a las 3 en casa de lo que pasó con Will",
        "saw Hope at home today at 3, the aunt had Will with her at the store",
    ],
)
def test_who_is_left_out_is_not_in_it(text: str) -> None:
    assert children(text) == "Hope"


@pytest.mark.parametrize(
    "text",
    [
        "supervised visit for Hope and Will with mom today at 3 at the agency. Will left early with a headache",
        "saw Hope today at 3 at home, Will refused to come in at first but then joined us. Saw Will too",
        "Hope and I talked today at 3 at home and then I saw Will",
        "took Will to the dentist today at 3 with Hope",
        "called to talk to both Hope and Will today at 3, both in good spirits",
        "vi a Hope y luego a Will hoy a las 3 en casa",
        "sat with Hope today at 3 at home. Will was leaving for practice but I spoke to him at the car",
        "home visit today at 3, Hope and Will home. the aunt had Will with her mother last weekend",
        "saw hope at home today at 3, will was there too and I saw will in his room",
    ],
)
def test_who_was_there_stays(text: str) -> None:
    assert children(text) == "Hope Will"


def test_a_call_about_one_is_about_that_one() -> None:
    assert (
        children("spoke to the aunt by phone today at 3 re how Will is sleeping. Hope was at practice")
        == "Will"
    )


def test_will_before_a_weekday_is_a_child() -> None:
    text = "im gonna see hope thurs at 4 and will fri at 11"
    plans = read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ).contacts
    assert [SAMPLE.children[c].first_name for plan in plans for c in plan.children] == ["Hope", "Will"]
    asked = read(SAMPLE, staff_id="S005", text="will thursday work for ms pettway", sent_at=SENT, tz=TZ)
    assert not any("P0004" in item.children for item in asked.contacts)


def test_who_is_to_be_seen_on_a_day_told_is_in_that_plan() -> None:
    text = "saw Hope at home today at 3. I will see Will at home Friday at 10"
    held, to_come = read(SAMPLE, staff_id="S005", text=text, sent_at=SENT, tz=TZ).contacts
    assert [SAMPLE.children[c].first_name for c in held.children] == ["Hope"]
    assert [SAMPLE.children[c].first_name for c in to_come.children] == ["Will"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("will wasn't happy today at 3 when I saw him at school", "Will"),
        ("home visit with hope at 3 today at the foster home", "Hope"),
        ("called the aunt today at 3 about hope, she will call back", "Hope"),
    ],
)
def test_a_name_that_is_a_word_is_known_by_its_grammar(text: str, who: str) -> None:
    assert children(text) == who
