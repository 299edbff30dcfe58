"""What only the model says stands on the reading: a mark, a question; the rest is as rules read it."""

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.understand.jsonlines import reading_to_json
from bot.understand.opinion import RULES_ALONE
from bot.understand.parts import Intent, Mark, Question
from bot.understand.reading import read
from storage.types import Outcome
from tests.understand.agencies import agency_in
from tests.understand.opinion.opinion_says import subtle

NEW_YORK = ZoneInfo("America/New_York")
ROSTER = Path(__file__).parents[2] / "conversations" / "roster"
SUBTLE = subtle("saw Tobi at Ms Stone's today 4 pm")


@pytest.fixture(scope="module")
def dana_says():
    agency = agency_in(ROSTER)
    dana = next(s.id for s in agency.staff.values() if s.name == "Dana Ellis")

    def said(text, advisor=None):
        sent_at = datetime(2026, 11, 9, 18, tzinfo=NEW_YORK)
        return read(agency, staff_id=dana, text=text, sent_at=sent_at, tz=NEW_YORK, advisor=advisor)

    return said


def test_danger_is_a_question_first_of_all_and_no_alarm(dana_says):
    reading = dana_says(SUBTLE)
    assert reading.intent is Intent.LOG_CONTACT
    assert reading.questions[0] == Question("alarm")
    assert not reading.said_as_crisis


def test_nothing_else_of_the_note_changes(dana_says):
    reading, alone = dana_says(SUBTLE), dana_says(SUBTLE, RULES_ALONE)
    assert reading_to_json("m", reading) == reading_to_json("m", alone)
    assert reading.questions[1:] == alone.questions
    assert reading.marks == alone.marks


def test_a_guessed_intent_is_marked(dana_says):
    text = "name of tonight's duty person"
    reading, alone = dana_says(text), dana_says(text, RULES_ALONE)
    assert reading.intent is Intent.LOOKUP_ONCALL
    assert Mark("intent", "lookup_oncall", "model") in reading.marks
    assert alone.intent is not Intent.LOOKUP_ONCALL
    assert not alone.marks


def test_the_question_is_put_on_an_event_that_happened(dana_says):
    text = (
        "seeing Tobi tomorrow at 3. Today at 2 he told me he slept in the stairwell because nobody let him in"
    )
    reading = dana_says(text)
    asked = [q for q in reading.questions if q.slot == "alarm"]
    assert asked
    assert all(reading.contacts[q.item].outcome is not Outcome.PLANNED for q in asked)


def test_ask_holds_only_the_slots_of_a_reading(dana_says):
    row = json.loads(reading_to_json("m", dana_says(SUBTLE)))
    assert set(row["ask"]) <= {"child", "person", "type", "date", "time"}
