"""The agency's worked cases (deadlines.json), each by its name."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.rules.deadlines import correction_due, note_due, rereview_due, review_due
from bot.rules.federal import federal_child_month
from bot.rules.leave import leave_cutoff, note_due_under_leave
from bot.rules.months import Month, visit_month
from bot.rules.policy import load_policy

CASES = json.loads((Path(__file__).parent / "deadlines.json").read_text())
POLICY = load_policy()


def instant(text):
    return datetime.fromisoformat(text)


def day(text):
    return date.fromisoformat(text) if text else None


def answer_note_due(given):
    if "event_date" in given:
        due = note_due(event_date=day(given["event_date"]), policy=POLICY)
        return {"remind_by": due.remind_by, "late_after": due.late_after}
    due = note_due(event_end=instant(given["event_end"]), policy=POLICY)
    assert due.remind_by == due.late_after
    return {"due": due.due}


def answer_leave_cutoff(given):
    cutoff = leave_cutoff(day(given["first_day"]), policy=POLICY, closed=[*map(day, given["holidays"])])
    return {"policy_cutoff": cutoff.policy, "effective_cutoff": cutoff.effective}


def answer_note_due_under_leave(given):
    due = note_due_under_leave(
        event_end=instant(given["event_end"]),
        first_day=day(given["first_day"]),
        closed=[*map(day, given["holidays"])],
        policy=POLICY,
    )
    return {"due": due.due}


def answer_federal_child_month(given):
    counts = federal_child_month(
        entered=day(given["entered"]),
        left=day(given["left"]),
        month=Month.parse(given["month"]),
        born=day(given.get("date_of_birth")),
    )
    return {"counts": counts}


ANSWERS = {
    "note_due": answer_note_due,
    "review_due": lambda given: {"due": review_due(instant(given["at"]), policy=POLICY)},
    "correction_due": lambda given: {"due": correction_due(instant(given["at"]), policy=POLICY)},
    "rereview_due": lambda given: {"due": rereview_due(instant(given["at"]), policy=POLICY)},
    "leave_cutoff": answer_leave_cutoff,
    "note_due_under_leave": answer_note_due_under_leave,
    "federal_child_month": answer_federal_child_month,
    "visit_month": lambda given: {"month": str(visit_month(instant(given["event_start"]), POLICY.zone))},
}


def expected(value):
    return instant(value) if isinstance(value, str) and "T" in value else value


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_worked_case_comes_out(case):
    wanted = {key: expected(value) for key, value in case["expect"].items()}
    assert ANSWERS[case["rule"]](case["given"]) == wanted


@pytest.mark.parametrize(
    "case", [c for c in CASES if "holidays" in c["given"]], ids=lambda case: case["name"]
)
def test_the_shipped_profile_knows_the_same_holidays(case):
    assert all(day(each) in POLICY.closed for each in case["given"]["holidays"])
    without_list = {**case["given"], "holidays": []}
    answer = {
        "leave_cutoff": lambda g: leave_cutoff(day(g["first_day"]), policy=POLICY).effective,
        "note_due_under_leave": lambda g: (
            note_due_under_leave(
                event_end=instant(g["event_end"]), first_day=day(g["first_day"]), policy=POLICY
            ).due
        ),
    }[case["rule"]](without_list)
    assert answer == instant(case["expect"].get("effective_cutoff") or case["expect"]["due"])
