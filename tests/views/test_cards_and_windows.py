"""Every card and window of a note in every status, within Slack's limits whatever is in the record."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from time import thread_time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.views.blocks import escape, sections
from bot.views.drawn import Drawn
from bot.views.notes import note_windows as windows
from bot.views.notes.differences import differences
from bot.views.notes.found import found_card
from bot.views.notes.note_card import notice, worker_card
from bot.views.notes.questions import question
from bot.views.review import note_questions as asking
from bot.views.review import review_windows as review
from bot.views.review.meetings import goes_round, later_card, planned_card, soon_card
from bot.views.review.reading import reading_window
from bot.views.review.review_card import review_card
from bot.views.wording import phone_link
from playground.limits import message_problems, view_problems
from storage.records import Choice, NoteRecord, PersonOf
from storage.reviewed import Beside, Contacted, Counts
from storage.types import EventType, Leave, NoteStatus, Outcome, Relationship
from tests.views.extremes import DANA, NAMES, NOW, SAM, WORDS, note, questions

TZ = ZoneInfo("America/New_York")
Block = dict[str, Any]


def posted(drawn: Drawn) -> Drawn:
    """Slack would take it, and a lock screen shows no name."""
    assert message_problems({"text": drawn.text, "blocks": drawn.blocks}, needs_text=True) == []
    for bad in ("Maya", "Okafor", "Maria", "<!", "<@", "<http"):
        assert bad not in drawn.text
    unharmed(drawn.blocks)
    return drawn


def opened(window: Block) -> Block:
    """Slack would take it."""
    assert view_problems(window) == []
    unharmed(window["blocks"])
    return window


def unharmed(blocks: list[Block]) -> None:
    """Nothing that a person typed is markup."""
    for text in _mrkdwn(blocks):
        for bad in ("<!channel", "<@U0SAM", "<https://evil", "*Ma_ya*", "\u202e"):
            assert bad not in text


def _mrkdwn(block: object) -> list[str]:
    if isinstance(block, dict):
        own = [str(block["text"])] if block.get("type") == "mrkdwn" else []
        return own + [t for value in block.values() for t in _mrkdwn(value)]
    return [t for each in block for t in _mrkdwn(each)] if isinstance(block, list) else []


def all_cards(record: NoteRecord) -> None:
    posted(worker_card(record, TZ))
    posted(notice(record, "Something happened.", f"Note {record.initials}"))
    posted(found_card([record] * 15, TZ))
    if record.status not in {NoteStatus.DRAFT, NoteStatus.DISCARDED}:
        posted(review_card(record, TZ, SAM.id, times=[NOW] * 3))

        posted(asking.asked_card(record, TZ))
        posted(asking.answered_card(record, TZ))
        posted(planned_card(record, TZ))
        posted(later_card(record, TZ))
        posted(goes_round(record, TZ))
        for reader in (SAM, DANA):
            posted(soon_card(record, TZ, reader.id))


CONTACT = Contacted(
    date(2026, 11, 2),
    tuple(EventType),
    Outcome.ATTEMPTED,
    tuple(NAMES.values()),
    "D. Ellis",
    NoteStatus.SUBMITTED,
)
BESIDE = Beside(
    counts=Counts(visit=True, federal=True), contacts=(CONTACT,) * 5, reviews=True, left=True,
    may_decide=True, may_ask=True, may_answer=True,
)  # fmt: skip
LEAVE = Leave("W1", date(2026, 11, 10), date(2026, 11, 14))


def all_windows(record: NoteRecord, choices: list[Choice]) -> None:
    opened(windows.edit_window(record, children=choices, people=choices, tz=TZ))
    opened(reading_window(record, TZ, BESIDE))
    opened(review.return_window(record, NOW, TZ, leave=LEAVE, cover="<!channel>"))
    opened(review.later_window(record, TZ))
    opened(review.other_time_window(record, date(2026, 11, 9), [NOW], TZ))
    opened(asking.ask_window(record, TZ))
    opened(asking.answer_window(record, TZ))
    opened(review.meeting_window(record, TZ, "17:30", "2026-11-09"))
    opened(review.addendum_window(record))
    opened(review.copy_window(record, TZ, "CONNECTIONS"))


@pytest.mark.parametrize("status", NoteStatus)
@pytest.mark.parametrize("name", NAMES)
def test_any_name_in_any_status(status: NoteStatus, name: str) -> None:
    record = note(status, name=NAMES[name])
    all_cards(record)
    all_windows(record, [Choice("C0", NAMES[name] or "?"), Choice("C9", NAMES[name] or "?")])


@pytest.mark.parametrize("status", NoteStatus)
@pytest.mark.parametrize("words", WORDS)
def test_any_words_in_any_status(status: NoteStatus, words: str) -> None:
    record = note(status, words=WORDS[words])
    all_cards(record)
    all_windows(record, [Choice("C0", "one")])


@pytest.mark.parametrize("status", NoteStatus)
def test_forty_children_and_a_hundred_contacts(status: NoteStatus) -> None:
    record = note(status, children=40, people=100, words=WORDS["long"])
    all_cards(record)
    for offered in (0, 1, 40, 150):
        all_windows(record, [Choice(f"C{n}", f"child {n}") for n in range(offered)])


def test_who_is_on_two_cases_files_stands_once() -> None:
    doctor = PersonOf("P1", "Dr. Tuan Pham", Relationship.DOCTOR)
    record = replace(note(), people=(doctor, replace(doctor, id="P2")))
    assert str(worker_card(record, TZ).blocks).count("Tuan Pham") == 1


@pytest.mark.parametrize("many", [0, 1, 5, 6, 100])
@pytest.mark.parametrize("name", NAMES)
def test_any_question(many: int, name: str) -> None:
    for asked in questions(many, NAMES[name] or "nobody"):
        record = note(asked=(asked,), words="" if many == 0 else "words")
        posted(Drawn(text="a", blocks=question(record, asked, TZ)))
        posted(worker_card(record, TZ))


def submitted_values(window: Block) -> dict[str, dict[str, Any]]:
    """What Slack sends for a window that is saved as it was opened."""
    values: dict[str, dict[str, Any]] = {}
    for block in window["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            held = {
                "value": element.get("initial_value"),
                "selected_option": element.get("initial_option"),
                "selected_options": element.get("initial_options"),
                "selected_date": element.get("initial_date"),
                "selected_time": element.get("initial_time"),
            }
            values[block["block_id"]] = {element["action_id"]: held}
    return values


@pytest.mark.parametrize("offered", [0, 2, 100, 150])
@pytest.mark.parametrize(("children", "people"), [(0, 0), (2, 3), (12, 99), (40, 100)])
def test_saving_a_window_unchanged_loses_nobody_and_no_word(offered: int, children: int, people: int) -> None:
    record = note(children=children, people=people, words=WORDS["long"])
    others = [Choice(f"X{n}", f"somebody {n}") for n in range(offered)]
    values = submitted_values(opened(windows.edit_window(record, children=others, people=others, tz=TZ)))
    content = record.content
    assert set(windows.ticked(values, "children")) == set(content.children)
    assert set(windows.ticked(values, "alone")) == set(content.seen_alone)
    kept = set(windows.ticked(values, "people")) if "people" in values else set(content.people)
    assert kept == set(content.people)
    assert windows.all_words(values) == content.narrative
    assert windows.typed(values, "follow_ups") == content.follow_ups
    assert windows.typed(values, "reason") == content.outcome_reason


def test_a_queue_card_and_a_push_hold_no_words_and_no_childs_name() -> None:
    card = posted(review_card(note(NoteStatus.SUBMITTED), TZ, SAM.id))
    shown = json.dumps(card.blocks)
    assert "All well" not in shown
    assert "M.O." in shown


def test_after_submit_the_words_have_left_the_card() -> None:
    for status in (NoteStatus.SUBMITTED, NoteStatus.APPROVED, NoteStatus.DISCARDED):
        record = note(status)
        drawn = json.dumps(worker_card(record, TZ).blocks)
        assert f'"text": "{record.content.narrative}"' not in drawn


def test_no_line_is_cut_off_a_paragraph() -> None:
    lines = [escape(f"name & co {n}") for n in range(900)]
    assert "\n".join(b["text"]["text"] for b in sections(lines)) == "\n".join(lines)
    whole = escape("& " * 4000)
    pieces = [b["text"]["text"] for b in sections([whole])]
    assert all(len(p) <= 3000 for p in pieces)
    assert "".join(pieces).count("&amp;") == 4000


@pytest.mark.parametrize(("old", "new"), [("a b c", "a x c"), ("One. Two. " * 20, "One. Three. " * 20)])
def test_differences_hold_the_whole_of_both(old: str, new: str) -> None:
    _, told = differences(old, new)
    parts = told["elements"][0]["elements"]
    assert "".join(p["text"] for p in parts if not p.get("style", {}).get("strike")) == new
    assert "".join(p["text"] for p in parts if not p.get("style", {}).get("bold")) == old
    assert differences("", new) == differences(new, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("word " * 3000, "other " * 3000), ("x" * 12_000, "y. " * 4000), ("a b. " * 2000, "c d. " * 2000)],
)
def test_too_many_differences_show_the_old_words_whole_and_fast(old: str, new: str) -> None:
    began = thread_time()
    quoted = [
        e["text"]
        for b in differences(old, new)
        if b["type"] == "rich_text"
        for e in b["elements"][0]["elements"]
    ]
    assert thread_time() - began < 1
    told = "".join(quoted)
    assert old in told, "the new words stand above, in the window itself"


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("718-555-0102", "<tel:7185550102|718-555-0102>"),
        ("718-555-0102 x12", "<tel:7185550102|718-555-0102 x12>"),
        ("+1 718 555 0102 ext. 7", "<tel:+17185550102|+1 718 555 0102 ext. 7>"),
        ("718|555> <!channel>", "<tel:718555|718/555&gt; &lt;!channel&gt;>"),
        ("ask the office", "no number on file"),
        ("", "no number on file"),
    ],
)
def test_a_number_dials_itself_and_nothing_else(number: str, link: str) -> None:
    assert phone_link(number) == link


def test_brother_and_sister_of_the_same_initials_are_told_apart_where_the_note_is_read() -> None:
    both = [
        Contacted(
            NOW.date(), (EventType.SCHOOL,), Outcome.COMPLETED, (name,), "D. Ellis", NoteStatus.APPROVED
        )
        for name in ("Maya", "Mateo")
    ]
    window = opened(reading_window(note(), TZ, replace(BESIDE, contacts=tuple(both))))
    told = "\n".join(_mrkdwn(window["blocks"]))
    assert "Maya  School" in told
    assert "Mateo  School" in told
    assert replace(note(), children=(note().children[0],) * 2).initials.count(", ") == 1
