"""Who reviews in one's stead, as supervisors say it; and what is not that."""

from __future__ import annotations

from datetime import date

import pytest

from bot.handlers.review.queue import _ASKED as ASKS_FOR_QUEUE
from bot.understand.agency import Agency
from bot.understand.office.delegating import Stead, stead_of
from bot.understand.office.leave import covering_of, says_own_leave
from bot.understand.writing.text import folded
from storage.types import Role, Roster, StaffMember
from tests.stock import MONDAY, NEW_YORK

NAMES = (("V1", "Sam Ortega"), ("V2", "Riley Shaw"), ("V3", "Rosa Peña"), ("W1", "Riley Cole"))
STAFF = Agency.of(
    Roster(
        staff=tuple(
            StaffMember(i, name, Role.CASEWORKER if i == "W1" else Role.SUPERVISOR) for i, name in NAMES
        )
    )
)
DEC = date(2026, 12, 1), date(2026, 12, 5)


def said(text: str) -> Stead | None:
    return stead_of(STAFF, "V1", text, sent_at=MONDAY, tz=NEW_YORK)


@pytest.mark.parametrize(
    "text",
    [
        "Riley Shaw reviews for me Dec 1-5",
        "Riley Shaw will review notes for me from Dec 1 to Dec 5",
        "dec 1 - 5 riley shaw approves for me",
        "Riley Shaw is my delegate Dec 1 thru Dec 5",
        "delegate my reviews to Riley Shaw 12/1-12/5",
        "Riley Shaw takes my queue December 1-5",
        "Riley Shaw is covering my reviews Dec 1 to 5",
        "my reviews go to Riley Shaw Dec 1-5",
        "Riley Shaw revisa por mí del 1 al 5 de diciembre",
        "Riley Shaw does my approvals Dec 1 thru Dec 5",
        "riley shaw is doing my approvals 12/1-12/5",
        "Riley Shaw gets my notes to approve Dec 1-5",
        "my approvals go to Riley Shaw Dec 1-5",
        "send my queue to riley shaw Dec 1-5",
        "Riley Shaw signs off on my unit's notes Dec 1-5",
        "can Riley Shaw do my approvals Dec 1-5?",
        "Riley Shaw hace mis aprobaciones del 1 al 5 de diciembre",
    ],
)
def test_who_and_when(text: str) -> None:
    assert said(text) == Stead(("V2",), *DEC)


def test_what_is_missing_is_missing() -> None:
    assert said("Riley reviews for me Dec 1-5") == Stead(("V2", "W1"), *DEC), "two of that name"
    assert said("Rosa reviews for me") == Stead(("V3",), None, None)
    assert said("somebody reviews for me tomorrow") == Stead((), date(2026, 11, 10), date(2026, 11, 10))


@pytest.mark.parametrize(
    "text",
    [
        "reviewed the safety plan with Riley Shaw at the office today 3pm",
        "I'm off Dec 1-5, Riley Shaw covers",
        "Riley Shaw has my cases next week",
        "who reviews my notes?",
        "service plan review with Rosa Peña tomorrow at 2",
        "what's in my queue",
        "who does my approvals tomorrow",
        "is Riley Shaw doing my approvals Dec 1-5",
        "I'll do my approvals tomorrow",
        "I have to do my approvals with Rosa Peña at 2",
        "Rosa approved my notes yesterday",
        "move my review with Rosa to Friday",
    ],
)
def test_what_is_none_of_it(text: str) -> None:
    assert said(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "I'm off tomorrow thru Friday. Rosa does my approvals",
        "Rosa is doing my approvals tomorrow thru Friday, I'm on vacation",
        "out Thursday, Rosa has my queue",
    ],
)
def test_leave_with_who_reviews_has_a_cover(text: str) -> None:
    assert says_own_leave(text)
    assert covering_of(STAFF, "V1", text) == ("V3",)
    assert not says_own_leave("Rosa reviews for me while I'm off Dec 1-5"), "that leave is known"


def test_of_a_worker_who_reviews_covers_nothing() -> None:
    assert covering_of(STAFF, "W1", "I'm off tomorrow. Rosa approves my notes") == ()


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("my queue", True), ("Queue", True), ("what's in my queue?", True), ("show me my review queue", True),
        ("what do I have to review", True), ("notes to review", True), ("reviews waiting for me", True),
        ("how many notes do I have to approve", True), ("which one is due first", True),
        ("what do I still have to approve before I go", True), ("which one is due first for Maya", False),
        ("que notas tengo por revisar?", True), ("notas por revisar", True),
        ("my queue is too long, talked to mom today", False), ("notes on Maya", False), ("reviewed the plan", False),
    ],
)  # fmt: skip
def test_asking_for_the_queue(text: str, asks: bool) -> None:
    assert (ASKS_FOR_QUEUE.match(folded(text)) is not None) is asks
