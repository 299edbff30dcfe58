"""Homes of every role, the queue, the window of several notes, delegates: within Slack's limits."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from bot.rules.policy import load_policy
from bot.views.home import home_view
from bot.views.notices import worker_moved
from bot.views.review.delegates import delegate_card, delegate_window, told_card
from bot.views.review.queue import queue_card, several_window
from storage.home import Away, Group, HomeDay, OpenCrisis, Standing
from storage.owed import Late, Owed, Span, Week
from storage.records import NoteRecord
from storage.reviewed import Delegation, Exceptional, Moved
from storage.types import Hearing, LeaveStatus, NoteStatus, Role, Tier
from tests.views.extremes import DANA, NAMES, NOW, SAM, note
from tests.views.test_cards_and_windows import TZ, opened, posted

POLICY = load_policy()
GROUPS = ("incident", "review", "meeting", "returned", "note", "planned", "visit", "contact", "other")
DAY = date(2026, 11, 9)


def full(role: Role, words: str, many: int = 8) -> HomeDay:
    """A Home with everything on it, and the words wherever somebody's may stand."""
    about = note(NoteStatus.SUBMITTED, name=words)
    owed = tuple(Owed(str(n), "note", NOW, overdue=True, note=about) for n in range(many))
    who = replace(DANA, name=words, role=role)
    return HomeDay(
        who=who,
        now=NOW,
        groups=tuple(Group(name, many + 20, many, owed) for name in GROUPS),
        hearings=[(Hearing("H1", "K1", NOW, words, words), words)] * many,
        shift_until=NOW,
        next_shift=(Tier.BACKUP, NOW, NOW),
        crises=(OpenCrisis(words, NOW, words), OpenCrisis("", NOW)),
        approvable=many,
        late=(Late(words, (("note", 2), ("visit", 1))),) * many,
        away=(Away(words, DAY, DAY, words), Away(words, DAY, DAY)),
        delegates=(Standing("V2", words, DAY, DAY),),
        weeks=(Week("", 9, 8, 20.5, 1, 2, 3, 4, 5),),
        exceptions=[Exceptional(who, who, "K1", NOW, words * 40)] * many,
        round_again=(about,) * 5,
        unreviewed=2,
        gaps=(Span(Tier.PRIMARY, NOW, NOW),) * many,
        health=(words,) * many,
    )


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", NAMES)
def test_any_name_on_any_home(role: Role, name: str) -> None:
    view = opened(home_view(full(role, NAMES[name]), POLICY))
    assert len(view["blocks"]) <= 100
    assert "As of 5:30 PM" in json.dumps(view["blocks"][-1])


@pytest.mark.parametrize("role", Role)
def test_an_empty_day_says_so(role: Role) -> None:
    shown = json.dumps(opened(home_view(HomeDay(replace(DANA, role=role), NOW), POLICY)), ensure_ascii=False)
    assert "Nothing waits for you" in shown
    assert ("Log a contact" in shown) is (role not in {Role.ADMIN, Role.SECRETARY})
    assert ("Who reviews for me" in shown) is (role in {Role.SUPERVISOR, Role.DIRECTOR})


def waiting(name: str, many: int) -> list[NoteRecord]:
    one = note(NoteStatus.SUBMITTED, name=name)
    return [replace(one, id=f"{n:08}-1111-4222-8333-944455556666", reviewer=SAM) for n in range(many)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("many", [0, 1, 15, 60])
def test_the_queue_and_several_of_it(name: str, many: int) -> None:
    notes = waiting(NAMES[name], many)
    posted(queue_card(notes, (many + 3 if many else 0, 2), TZ, now=NOW, told=bool(many % 2)))
    others = [replace(DANA, name=NAMES[name] or "?")] * 30
    for who in (None, replace(DANA, name=NAMES[name])):
        opened(several_window(who, notes[: many // 2], notes[many // 2 :], others, TZ))


def test_only_what_was_read_can_be_ticked() -> None:
    one, two = waiting("Maya Okafor", 2)
    window = several_window(DANA, [one], [two], [], TZ)
    boxes = next(block["element"] for block in window["blocks"] if block["type"] == "input")
    assert [option["value"] for option in boxes["options"]] == [f"{one.id}|3"]
    assert "submit" not in several_window(DANA, [], [one, two], [], TZ)


@pytest.mark.parametrize("status", LeaveStatus)
@pytest.mark.parametrize("name", NAMES)
def test_delegates(status: LeaveStatus, name: str) -> None:
    words = NAMES[name] or "?"
    one = Delegation("d", replace(SAM, name=words), replace(DANA, name=words), DAY, DAY, status)
    posted(delegate_card(one))
    posted(told_card(one))
    opened(
        delegate_window([(f"V{n}", words) for n in range(150)], chosen="V2", first=DAY, last=DAY, about="d")
    )


def test_a_worker_has_the_own_agenda_and_a_supervisor_all_conferences() -> None:
    worker, chief = (
        json.dumps(home_view(full(role, "Ann"), POLICY)) for role in (Role.CASEWORKER, Role.SUPERVISOR)
    )
    assert ("My agenda" in worker, "Conferences" in worker) == (True, False)
    assert ("My agenda" in chief, "Conferences" in chief) == (False, True)


def test_who_was_moved_and_who_had_the_reviews_are_told_alike() -> None:
    moved = Moved("W1", "<Ann>", "Riley Shaw", "Sam Ortega", "Riley Shaw")
    own, other = (posted(worker_moved(moved, own=own)) for own in (True, False))
    assert "The roster has you under" in json.dumps(own.blocks)
    assert "&lt;Ann&gt;" in json.dumps(other.blocks)
