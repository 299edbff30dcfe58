"""One who did not come to meet the worker, who was elsewhere while something was left at her home."""

from __future__ import annotations

import pytest

from bot.understand.parts import Item
from storage.types import EventType, Outcome
from tests.understand.telling import events


def only(text: str) -> Item:
    (found,) = events(text)
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Maya Rivera no show for office mtg 330 today", EventType.CASEWORKER_CHILD),
        ("Maya Rivera didn't show for our office meeting at 330 today", EventType.CASEWORKER_CHILD),
        ("Waited for Maya Rivera at the office 330 today, she never came", EventType.CASEWORKER_CHILD),
        ("Lucia Rivera no show for office mtg 330 today", EventType.BIRTH_PARENT_CASEWORKER),
        ("bm Rivera missed our 3:30 appt today at the office", EventType.BIRTH_PARENT_CASEWORKER),
        (
            "Ms Thompson did not show for our meeting today 3:30 at the agency",
            EventType.CASEWORKER_FOSTER_PARENT,
        ),
    ],
)
def test_a_meeting_of_one_who_did_not_come_was_an_attempt(text: str, kind: EventType) -> None:
    note = only(text)
    assert (note.outcome, note.types) == (Outcome.ATTEMPTED, (kind,))


@pytest.mark.parametrize(
    "text",
    [
        "Case conference for Maya Rivera today 3:30 at the agency, Lucia Rivera no show",
        "Waited for Maya Rivera at the office today 3:30, she came late and we talked 20 min",
    ],
)
def test_a_conference_without_one_and_who_came_late_were_held(text: str) -> None:
    assert only(text).outcome is Outcome.COMPLETED


@pytest.mark.parametrize(
    "text",
    [
        "stopped at Ms Thompson's today at noon, 5 min, Maya Rivera at school",
        "brought the metrocards over to Ms Thompson's at noon, 5 min, maya rivera at school",
        "pase por casa de la sra Thompson hoy a las 12, Maya Rivera en la escuela",
    ],
)
def test_who_is_at_school_while_something_is_left_at_home_was_not_seen(text: str) -> None:
    assert EventType.CASEWORKER_CHILD not in only(text).types


def test_who_is_in_her_room_was_seen() -> None:
    assert (
        EventType.CASEWORKER_CHILD
        in only("went by Ms Thompson's at 4, Maya Rivera in her room, 20 min").types
    )


@pytest.mark.parametrize(
    "text",
    [
        "delivered Maya Rivera's new bed to Ms Thompson's at 3 today",
        "carried the bed up to Ms Thompson's for Maya Rivera, 3pm today, 20 min",
        "brought Maya Rivera's inhaler over to Ms Thompson's at 3 today",
    ],
)
def test_what_was_brought_asks_for_nothing_and_has_its_hour(text: str) -> None:
    assert only(text).starts_at is not None
