"""Who of the home, the school or the facility was spoken with on a visit (READING, "Who", "Types")."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understand.parts import Item
from bot.understand.reading import read
from tests.understand.agencies import SAMPLE

TZ = ZoneInfo("America/New_York")
SENT = datetime(2026, 11, 18, 17, 30, tzinfo=TZ)
EILEEN = "K0032"


def items(text: str) -> tuple[Item, ...]:
    return read(SAMPLE, staff_id="S006", text=text, sent_at=SENT, tz=TZ).contacts


def only(text: str) -> Item:
    (item,) = items(text)
    return item


@pytest.mark.parametrize(
    "said",
    [
        "Eileen fussed at me about the gas card.",
        "Eileen teared up telling me about the birthday.",
        "Eileen answered all my questions.",
        "Eileen had questions about the subsidy and I answered.",
        "Met w Eileen too re bedtime.",
        "Eileen bragged on the spelling test.",
        "Eileen told me on my way out that all is well.",
        "Eileen was home and we discussed the new schedule.",
    ],
)
def test_what_the_carer_does_to_the_worker_is_a_talk(said: str) -> None:
    item = only(f"Saw Jordan at Eileen's today at 3:15. {said}")
    assert "caseworker_foster_parent" in item.types
    assert item.people == (EILEEN,)


@pytest.mark.parametrize(
    "said", ["Eileen was there too.", "Eileen sat in quietly.", "Eileen got home at 3:30."]
)
def test_who_was_only_there_is_no_talk(said: str) -> None:
    item = only(f"Saw Jordan at Eileen's today at 3:15. {said}")
    assert set(item.types) == {"caseworker_child", "foster_home_visit"}
    assert item.people == (EILEEN,)


@pytest.mark.parametrize(
    "said",
    [
        "Did not speak with Eileen.",
        "Didn't get to talk to Eileen.",
        "Eileen was at a doctor's appointment.",
        "Eileen had run to the store.",
        "Eileen had left for work.",
        "Eileen out mowing.",
    ],
)
def test_who_was_elsewhere_is_no_part_of_it(said: str) -> None:
    item = only(f"Saw Jordan at the foster home today at 3:15. {said}")
    assert set(item.types) == {"caseworker_child", "foster_home_visit"}
    assert item.people == ()


@pytest.mark.parametrize(
    "said",
    [
        "Misses mom.",
        "Asked when mom is coming home.",
        "Talked a lot about mom.",
        "Will call mom about it tomorrow.",
    ],
)
def test_a_parent_only_spoken_of_is_no_part_of_it(said: str) -> None:
    item = only(f"Saw Jordan at Eileen's today at 3:15. {said}")
    assert set(item.types) == {"caseworker_child", "foster_home_visit"}
    assert item.method == "in_person"


@pytest.mark.parametrize(
    "gone",
    [
        "Jordan had gone fishing so I missed him.",
        "Jordan had already gone home.",
        "Jordan was asleep, not seen.",
    ],
)
def test_a_child_gone_is_not_met(gone: str) -> None:
    item = only(f"Home visit at Eileen's today at 3:15. {gone} Talked to Eileen about camp.")
    assert set(item.types) == {"caseworker_foster_parent", "foster_home_visit"}
    assert item.outcome == "completed"


def test_hanging_out_with_a_child_is_meeting_it() -> None:
    item = only("got over to Eileen's today 3:15, hung out with Jordan")
    assert set(item.types) == {"caseworker_child", "foster_home_visit"}


@pytest.mark.parametrize(
    "where",
    ["took Jordan out for ice cream at 3:15 today", "saw Jordan at basketball practice today at 3:15"],
)
def test_where_children_are_out(where: str) -> None:
    assert only(where).place == "community"


def test_a_carer_beside_a_child_without_and_is_no_run_of_names() -> None:
    item = only("today at 3:15 my home visit with Jordan the foster mother was at work")
    assert item.people == ()


@pytest.mark.parametrize(
    "told", ["Had my monthly with Jordan", "Monthly home visit with Jordan", "HV done with Jordan"]
)
def test_a_monthly_visit_has_its_hour(told: str) -> None:
    item = only(f"{told} today at 3:15 in the foster home.")
    assert str(item.starts_at) == "2026-11-18 15:15:00-05:00"


@pytest.mark.parametrize(
    "said",
    ["Hopes mom can come to the game.", "Waiting to hear back from mom."],
)
def test_what_others_did_is_no_contact(said: str) -> None:
    item = only(f"Saw Jordan at Eileen's today at 3:15. {said}")
    assert set(item.types) == {"caseworker_child", "foster_home_visit"}


@pytest.mark.parametrize(
    "said", ["Lila already left for practice.", "Lila at a birthday party.", "Lila was away for the weekend."]
)
def test_a_sibling_gone_is_not_put_down(said: str) -> None:
    assert only(f"Saw Jordan at Eileen's today at 3:15. {said}").children == ("P0009",)


def test_what_a_carer_wants_was_heard_from_that_carer() -> None:
    item = only("Saw Jordan at Eileen's today at 3:15. Eileen would like help with the car seat.")
    assert item.people == (EILEEN,)
