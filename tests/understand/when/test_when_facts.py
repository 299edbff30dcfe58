"""What others did has its own day; a start that was put right counts from where it was put."""

import pytest
from when_lots import found

TUESDAY = "2026-11-17T18:00 P"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("called 10:50, kid saw dad outside the gym fri, 15 min", "2026-11-17T10:50"),
        ("spoke with the nurse at 2:15, she sent him home yesterday at noon", "2026-11-17T14:15"),
        ("aunt called at 9, grandma showd up sunday and tryd to take him", "2026-11-17T09:00"),
        ("fm called 3:10, he got a new phone monday and lost it wednesday", "2026-11-17T15:10"),
        ("clinic called 2:30 to move the thursday 4pm session", "2026-11-17T14:30"),
        ("texted dad at 1:20 with thursdays address", "2026-11-17T13:20"),
        ("me llamo la tia a la 1:15, que el nino falto el lunes", "2026-11-17T13:15"),
    ],
)
def test_the_day_of_a_told_fact_is_not_the_calls(text: str, event: str):
    assert [said.split("+")[0] for said in found(TUESDAY, text)] == [event]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("saw him 3pm. He was calm. Friday I saw her at 2", ["2026-11-17T15:00", "2026-11-13T14:00"]),
    ],
)
def test_the_workers_own_next_day_stays_an_event(text: str, events: list[str]):
    assert found(TUESDAY, text) == events


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("visit 2-3, mom 20 late, so 2:20-3", "2026-11-17T14:20+40"),
        ("visit was set for 10 but started at 10:25", "2026-11-17T10:25"),
        ("waited on court from 9:30, didn't get called til 11:45", "2026-11-17T11:45"),
        ("im at the hospital with her now, got here at 4", "2026-11-17T16:00"),
        ("left there 10 min ago, was there from 4:30", "2026-11-17T16:30"),
        ("been here with him since 5:15", "2026-11-17T17:15"),
    ],
)
def test_a_start_put_right_is_the_start(text: str, start: str):
    assert found(TUESDAY, text) == [start]


@pytest.mark.parametrize(
    ("head", "text", "start"),
    [
        ("2026-11-17T03:25 PN", "0250 call from fm, 20 min", "2026-11-17T02:50+20"),
        ("2026-11-17T18:00 P", "1545 call w/ mom", "2026-11-17T15:45"),
        ("2026-11-17T18:00 P", "therapist called me 1.45", "2026-11-17T13:45"),
        ("2026-11-17T18:00 P", "visit 11.16 5pm", "2026-11-16T17:00"),
        ("2026-11-17T18:00 P", "visit with mom and dad 4-5 ofc", "2026-11-17T16:00+60"),
        ("2026-11-17T18:00 P", "status in Division 2 today, scheduled for 1:30", "2026-11-17T13:30"),
    ],
)
def test_figures_are_times_where_they_stand_for_one(head: str, text: str, start: str):
    assert found(head, text) == [start]
