"""Who is on call, until when, who is next; gaps and overlaps; against the sample agency's rota too."""

import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.office_hours import is_office_hours, next_opening, office_day, office_hours
from bot.rules.on_call import (
    Takeover,
    consecutive,
    on_call_at,
    on_call_between,
    own_shift,
    who_is_on_call,
    with_takeovers,
)
from bot.rules.policy import load_policy
from bot.rules.rota import gaps, overlaps
from bot.rules.stretches import Stretch, joined, without
from storage.types import Shift, Tier

POLICY = load_policy()
PRIMARY, BACKUP, SUPERVISOR = Tier.PRIMARY, Tier.BACKUP, Tier.SUPERVISOR
ROTA_FILE = Path(__file__).parents[2] / "sample" / "roster" / "oncall.csv"


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=POLICY.zone)


def shift(start, end, who="noor", tier=PRIMARY):
    return Shift(at(start), at(end), who, tier)


def times(found):
    return [(each.starts_at, each.ends_at) for each in found]


@pytest.fixture(scope="module")
def sample_rota():
    with ROTA_FILE.open(newline="") as file:
        return tuple(
            Shift(
                *map(datetime.fromisoformat, (r["starts_at"], r["ends_at"])), r["staff_id"], Tier(r["tier"])
            )
            for r in csv.DictReader(file)
        )


NIGHTS = (
    shift("2026-11-20 17:00", "2026-11-21 09:00", "noor"),
    shift("2026-11-21 09:00", "2026-11-22 09:00", "noor"),
    shift("2026-11-22 09:00", "2026-11-23 09:00", "lee"),
    shift("2026-11-23 17:00", "2026-11-24 09:00", "noor"),
)


def test_shifts_that_follow_on_each_other_are_one():
    (duty,) = on_call_at(at("2026-11-21 03:00"), NIGHTS)
    assert (duty.staff_id, duty.since, duty.until) == ("noor", at("2026-11-20 17:00"), at("2026-11-22 09:00"))
    assert duty.then.staff_id == "lee"
    assert duty.then.starts_at == duty.until


def test_the_next_one_may_come_after_the_office_day():
    (duty,) = on_call_at(at("2026-11-23 08:59:59"), NIGHTS)
    assert (duty.staff_id, duty.then.staff_id, duty.then.starts_at) == ("lee", "noor", at("2026-11-23 17:00"))


def test_the_rota_ends_somewhere():
    (duty,) = on_call_at(at("2026-11-24 01:00"), NIGHTS)
    assert duty.then is None
    assert on_call_at(at("2026-11-24 09:00"), NIGHTS) == ()


def test_in_office_hours_the_answer_is_who_takes_over_at_five():
    answer = who_is_on_call(at("2026-11-23 10:00"), NIGHTS, policy=POLICY)
    assert answer.office_closes == at("2026-11-23 17:00")
    assert [duty.staff_id for duty in answer.duties] == ["noor"]
    assert answer.unfilled == (BACKUP, SUPERVISOR)


def test_at_five_sharp_the_rota_answers():
    answer = who_is_on_call(at("2026-11-23 17:00"), NIGHTS, policy=POLICY)
    assert answer.office_closes is None
    assert answer.duties[0].staff_id == "noor"


def test_tiers_come_in_their_order():
    rota = [
        shift("2026-11-20 17:00", "2026-11-21 09:00", f"p{n}", tier) for n, tier in enumerate(reversed(Tier))
    ]
    assert [duty.tier for duty in on_call_at(at("2026-11-20 20:00"), rota)] == list(Tier)


def test_a_takeover_replaces_part_of_a_shift():
    taken = Takeover(PRIMARY, at("2026-11-20 20:00"), at("2026-11-21 00:00"), "max", at("2026-11-19 12:00"))
    rota = with_takeovers(NIGHTS, [taken])
    holders = [
        on_call_at(at(f"2026-11-{when}"), rota)[0].staff_id for when in ("20 19:59", "20 20:00", "21 00:00")
    ]
    assert holders == ["noor", "max", "noor"]
    (duty,) = on_call_at(at("2026-11-20 19:00"), rota)
    assert (duty.until, duty.then.staff_id) == (at("2026-11-20 20:00"), "max")


def test_of_two_takeovers_the_later_agreed_holds():
    first = Takeover(PRIMARY, at("2026-11-20 17:00"), at("2026-11-21 09:00"), "max", at("2026-11-19 12:00"))
    second = Takeover(PRIMARY, at("2026-11-20 17:00"), at("2026-11-21 09:00"), "lee", at("2026-11-19 13:00"))
    for order in ([first, second], [second, first]):
        assert on_call_at(at("2026-11-20 18:00"), with_takeovers(NIGHTS, order))[0].staff_id == "lee"


def test_a_takeover_touches_its_own_tier_only():
    rota = (*NIGHTS, shift("2026-11-20 17:00", "2026-11-21 09:00", "sam", SUPERVISOR))
    taken = Takeover(
        SUPERVISOR, at("2026-11-20 17:00"), at("2026-11-21 09:00"), "riley", at("2026-11-19 12:00")
    )
    duties = on_call_at(at("2026-11-20 18:00"), with_takeovers(rota, [taken]))
    assert [(duty.tier, duty.staff_id) for duty in duties] == [(PRIMARY, "noor"), (SUPERVISOR, "riley")]


def test_an_own_shift_is_known_in_whatever_tier():
    rota = (*NIGHTS, shift("2026-11-20 17:00", "2026-11-21 09:00", "dana", BACKUP))
    assert own_shift("dana", at("2026-11-20 17:00"), rota).tier is BACKUP
    assert own_shift("dana", at("2026-11-21 09:00"), rota) is None
    assert own_shift("riley", at("2026-11-20 18:00"), rota) is None


def test_on_call_on_a_weekend():
    found = on_call_between(date(2026, 11, 21), date(2026, 11, 22), NIGHTS, policy=POLICY)
    assert [(each.staff_id, each.ends_at) for each in found] == [
        ("noor", at("2026-11-22 09:00")),
        ("lee", at("2026-11-23 09:00")),
    ]


def test_shifts_join_over_the_night_the_clocks_go_back():
    doubled = Shift(at("2026-11-01 00:00"), datetime(2026, 11, 1, 6, 30, tzinfo=UTC), "noor", PRIMARY)
    rest = Shift(datetime(2026, 11, 1, 6, 30, tzinfo=UTC), at("2026-11-01 09:00"), "noor", PRIMARY)
    (whole,) = consecutive([rest, doubled])
    assert whole.ends_at - whole.starts_at == timedelta(hours=10)


def test_a_missing_night_is_a_gap_and_the_office_day_is_none():
    rota = [shift("2026-11-20 17:00", "2026-11-23 09:00"), shift("2026-11-24 17:00", "2026-12-05 09:00")]
    found = [gap for gap in gaps(rota, now=at("2026-11-20 18:00"), policy=POLICY) if gap.tier is PRIMARY]
    assert times(found) == [(at("2026-11-23 17:00"), at("2026-11-24 09:00"))]


def test_a_holiday_must_be_covered_whole():
    rota = [shift("2026-11-20 17:00", "2026-11-26 09:00"), shift("2026-11-26 17:00", "2026-12-05 09:00")]
    found = [gap for gap in gaps(rota, now=at("2026-11-20 18:00"), policy=POLICY) if gap.tier is PRIMARY]
    assert times(found) == [(at("2026-11-26 09:00"), at("2026-11-26 17:00"))]


def test_an_empty_rota_is_all_gaps_in_every_tier():
    found = gaps([], now=at("2026-11-20 18:00"), policy=POLICY)
    assert {gap.tier for gap in found} == set(Tier)
    assert found[0].starts_at == at("2026-11-20 18:00")
    assert found[-1].ends_at == at("2026-12-04 18:00")


def test_two_in_one_tier_are_an_overlap():
    rota = (*NIGHTS, shift("2026-11-21 18:00", "2026-11-22 10:00", "max"))
    found = overlaps(rota, now=at("2026-11-20 18:00"), policy=POLICY)
    assert [(each.staff_ids, each.starts_at, each.ends_at) for each in found] == [
        (("noor", "max"), at("2026-11-21 18:00"), at("2026-11-22 09:00")),
        (("max", "lee"), at("2026-11-22 09:00"), at("2026-11-22 10:00")),
    ]
    assert overlaps(NIGHTS, now=at("2026-11-20 18:00"), policy=POLICY) == ()


def test_the_sample_agencys_rota_has_no_gap_and_no_overlap(sample_rota):
    for day in range(0, 70, 7):
        now = at("2026-11-02 10:00") + timedelta(days=day)
        assert gaps(sample_rota, now=now, policy=POLICY) == ()
        assert overlaps(sample_rota, now=now, policy=POLICY) == ()


@pytest.mark.parametrize(
    ("when", "who"),
    [
        ("2026-11-22 03:00", "S017"),
        ("2026-11-26 12:00", None),  # Thanksgiving: whoever it is, the office is closed
        ("2026-12-24 23:00", None),
    ],
)
def test_the_sample_agency_answers(sample_rota, when, who):
    answer = who_is_on_call(at(when), sample_rota, policy=POLICY)
    assert answer.office_closes is None
    assert answer.unfilled == ()
    holders = {r.staff_id for r in sample_rota if r.starts_at <= at(when) < r.ends_at}
    assert {duty.staff_id for duty in answer.duties} == holders
    assert who is None or answer.duties[0].staff_id == who


def test_office_hours():
    open_at = ["2026-11-20 09:00", "2026-11-20 16:59:59", "2026-11-03 12:00"]
    closed_at = ["2026-11-20 08:59:59", "2026-11-20 17:00", "2026-11-21 12:00", "2026-11-27 12:00"]
    assert all(is_office_hours(at(when), policy=POLICY) for when in open_at)
    assert not any(is_office_hours(at(when), policy=POLICY) for when in closed_at)
    assert office_day(date(2026, 11, 26), policy=POLICY) is None
    assert next_opening(at("2026-11-25 17:00"), policy=POLICY) == at("2026-11-30 09:00")
    assert next_opening(at("2026-11-23 09:00"), policy=POLICY) == at("2026-11-24 09:00")
    assert office_hours(at("2026-11-23 08:00"), at("2026-11-23 09:00"), policy=POLICY) == ()
    week = office_hours(at("2026-11-23 00:00"), at("2026-11-30 00:00"), policy=POLICY)
    assert [each.start for each in week] == [at(f"2026-11-{day} 09:00") for day in (23, 24, 25)]


EPOCH = datetime(2026, 11, 1, tzinfo=UTC)
HOURS = st.integers(0, 400)
STRETCHES = st.lists(
    st.tuples(HOURS, st.integers(1, 60)).map(
        lambda t: Stretch(EPOCH + timedelta(hours=t[0]), EPOCH + timedelta(hours=t[0] + t[1]))
    ),
    max_size=12,
)


@given(STRETCHES, HOURS)
def test_what_is_cut_out_is_out_and_the_rest_stays(holes, hour):
    whole = Stretch(EPOCH, EPOCH + timedelta(hours=400))
    moment = EPOCH + timedelta(hours=hour, minutes=30)
    inside = moment in whole and not any(moment in hole for hole in holes)
    assert any(moment in each for each in without(whole, holes)) == inside
    assert any(moment in each for each in joined(holes)) == any(moment in hole for hole in holes)


@given(STRETCHES, HOURS)
def test_a_moment_is_a_gap_or_held_or_office_time(held, hour):
    now, moment = EPOCH, EPOCH + timedelta(hours=hour % 336, minutes=30)
    rota = [Shift(each.start, each.end, "noor", PRIMARY) for each in held]
    gap = any(
        each.starts_at <= moment < each.ends_at
        for each in gaps(rota, now=now, policy=POLICY)
        if each.tier is PRIMARY
    )
    on_call = bool(on_call_at(moment, rota))
    assert gap == (not on_call and not is_office_hours(moment, policy=POLICY))
