"""Danger that rules do not hear and the small model does: the worker is asked, and alerts with one tap."""

from __future__ import annotations

from datetime import timedelta

from tests.conversations.office import Office
from tests.understand.opinion.opinion_says import subtle

SUBTLE = subtle("saw Tobi at Ms Stone's today 4 pm")
PLAIN = "saw Tobi at Ms Stone's today 4 pm, he showed me his new bike and we talked about school"
ASKED = "Is it an emergency?"


def test_the_worker_is_asked_and_nobody_is_alerted(office: Office) -> None:
    office.dana.says(SUBTLE)
    office.dana.waits_for(ASKED)
    office.fast_forward(office.demo.workspace.clock.now() + timedelta(minutes=5))
    assert not office.riley.sees("Acknowledge")
    assert not office.sam.sees("Acknowledge")


def test_one_tap_alerts_at_once(office: Office) -> None:
    office.dana.says(SUBTLE)
    office.dana.waits_for(ASKED)
    office.dana.clicks("Emergency: alert now")
    office.dana.waits_for("Call by hand now")
    office.riley.waits_for("Acknowledge")
    office.dana.waits_for("Submit")
    assert not office.dana.sees(ASKED)
    office.dana.clicks("Show all")
    office.dana.waits_for("Crisis Call")


def test_a_safety_concern_is_saved_as_one(office: Office) -> None:
    office.dana.says(SUBTLE)
    office.dana.waits_for(ASKED)
    office.dana.clicks("A safety concern")
    office.dana.waits_for("Safety concern saved")
    office.dana.waits_for("Submit")
    assert not office.dana.sees(ASKED)


def test_no_leaves_a_note_to_submit(office: Office) -> None:
    office.dana.says(SUBTLE)
    office.dana.waits_for(ASKED)
    office.dana.clicks("No, just a note")
    office.dana.waits_for("Submit")
    assert not office.dana.sees(ASKED)
    assert not office.riley.sees("Acknowledge")


def test_an_ordinary_note_is_not_asked_about(office: Office) -> None:
    office.dana.says(PLAIN)
    office.dana.waits_for("Submit")
    assert not office.dana.sees(ASKED)
