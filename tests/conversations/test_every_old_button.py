"""Whatever old button is pressed on whatever old card: a sentence, a window or a card, and never an error.

Two nets. A week of real cards is kept with all their buttons, everything on them is settled, and then each is
pressed where it stood. And every action that any feature listens for is pressed about something that is not
there at all, by its owner and by somebody whom it does not concern.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.views.notices import sentence_window
from playground import acts
from playground.records import Message, View
from storage.models import (
    CrisisCall,
    Delegate,
    LeavePlan,
    Note,
    ReturnMeeting,
    ReviewDecision,
    ShiftChange,
)
from storage.types import NoteStatus
from tests.conversations.office import Office
from tests.conversations.old_buttons import WENT_WRONG, Drawerful, Listening, Old, Thumb
from tests.conversations.owing import morning
from tests.conversations.test_a_note_to_its_end import submit

Answers = Sequence[tuple[str, dict[str, Any]]]
SCHOOL = "saw Tobi Okafor today 3pm at school, 20 min, he likes his teacher"


def approved(office: Office, keep: Drawerful) -> None:
    submit(office)
    office.sam.waits_for("[Read]")
    office.sam.says("my queue")
    office.sam.waits_for("Waiting for your review (1 note)")
    office.sam.opens_home()
    keep.keeps()
    office.sam.clicks("Review", on="Waiting for your review")
    office.sam.waits_for_window("Read note")
    keep.keeps()
    office.sam.clicks("Approve")
    office.dana.waits_for("Sam Ortega approved this note")
    office.sam.closes_window()
    keep.keeps()
    office.dana.clicks("Mark entered", on="approved this note")
    office.dana.waits_for("Entered in CONNECTIONS")


def discarded(office: Office, keep: Drawerful) -> None:
    office.dana.says(SCHOOL)
    office.dana.waits_for("he likes his teacher")
    keep.keeps()
    office.dana.clicks("Discard", on="he likes his teacher")
    office.dana.waits_for("it can be brought back")
    keep.keeps()


def returned(office: Office, keep: Drawerful) -> None:
    office.dana.says("called Ms Stone about Maya Okafor today 2pm, 10 min, all is well there")
    office.dana.waits_for("all is well there")
    office.dana.clicks("Submit", on="all is well there")
    office.sam.waits_for("2:00 PM")
    keep.keeps()
    office.sam.clicks("Return", on="2:00 PM")
    office.sam.waits_for_window("Return note")
    office.sam.fills("Reason", "Who said so?")
    office.sam.submits()
    office.sam.waits_for("A tap fixes it")
    office.dana.waits_for("Who said so?")
    keep.keeps()
    office.sam.clicks("Tue Nov 10, 9:00 AM")
    office.dana.waits_for("meets with you")
    office.sam.waits_until_gone("[Tue Nov 10, 9:00 AM]")
    keep.keeps()
    office.sam.clicks("Record meeting")
    office.sam.waits_for_window("What was agreed")
    office.sam.submits()
    office.sam.waits_until_gone("[Record meeting]")
    office.dana.clicks("Revise")
    office.dana.waits_for_window("Revise note")
    office.dana.fills("Your words", "called Ms Stone, she says all is well")
    office.dana.submits()
    office.dana.waits_for("Your revision is saved")
    keep.keeps()
    office.dana.clicks("Submit")
    office.sam.waits_for("Revised, version 2")
    keep.keeps()
    office.sam.clicks("Read", on="Revised, version 2")
    office.sam.waits_for_window("Read note")
    keep.keeps()
    office.sam.clicks("Ask")
    office.sam.waits_for_window("Ask")
    office.sam.fills("Question", "At what time?")
    office.sam.submits()
    office.dana.waits_for("Sam Ortega asks")
    keep.keeps()
    office.dana.clicks("Answer", on="Sam Ortega asks")
    office.dana.waits_for_window("At what time?")
    office.dana.fills("Answer", "2 pm")
    office.dana.submits()
    office.sam.waits_for("Dana Ellis answered")
    keep.keeps()
    office.sam.clicks("Approve")
    office.sam.waits_for("Approved by S. Ortega")
    office.sam.closes_window()


def taken_back(office: Office, keep: Drawerful) -> None:
    office.dana.says("I'm off Nov 30 thru Dec 4, Kim covers")
    office.dana.waits_for("Covered by Kim Osei")
    keep.keeps()
    office.dana.clicks("Confirm", on="Plan of leave")
    office.kim.waits_for("You cover 2 families")
    office.dana.waits_for("[Take back]")
    keep.keeps()
    office.dana.clicks("Take back", on="Leave confirmed")
    office.kim.waits_for("Leave taken back")
    office.sam.says("Riley reviews for me tomorrow")
    office.sam.waits_for("Riley Shaw reviews for you Tue Nov 10.")
    keep.keeps()
    office.sam.clicks("Confirm", on="Riley Shaw reviews for you")
    office.riley.waits_for("You review for Sam Ortega")
    office.sam.waits_for("[Take back]")
    keep.keeps()
    office.sam.clicks("Take back", on="Riley Shaw reviews for you")
    office.riley.waits_until_gone("You review for Sam Ortega")
    office.dana.says("seeing Maya Okafor Thursday at 3 pm")
    office.dana.waits_for("A plan is no note")
    keep.keeps()
    office.dana.clicks("Cancel", on="A plan is no note")
    office.dana.waits_for("Cancelled")
    office.kim.says("can someone take my shift tomorrow night?")
    office.kim.waits_for("Your shifts, Tue Nov 10")
    keep.keeps()
    office.kim.clicks("Offer this shift", on="Your shifts")
    office.dana.waits_for("Kim Osei offers a shift")
    keep.keeps()
    office.dana.clicks("Take this shift", on="Kim Osei offers a shift")
    office.dana.waits_for("now you, before Kim Osei")
    keep.keeps()
    office.dana.clicks("Undo", on="now you, before Kim Osei")
    office.dana.waits_until_gone("[Undo]")


def over(office: Office, keep: Drawerful) -> None:
    office.dana.says("CRISIS Tobi Okafor ran away from Ms Stone's, she called me 5:20 pm")
    office.riley.waits_for("[Acknowledge]")
    office.dana.waits_for("[Close]")
    keep.keeps()
    office.riley.clicks("Acknowledge")
    office.dana.waits_for("Seen by Riley Shaw")
    keep.keeps()
    office.dana.clicks("Close", on="Seen by Riley Shaw")
    office.dana.chooses("False alarm", from_="How did it end?")
    office.dana.submits()
    office.riley.waits_for("by Dana Ellis: False alarm")
    office.dana.sends_file("menu.pdf")
    office.dana.waits_for("What does it belong to?")
    keep.keeps()
    office.dana.clicks("No note")
    office.dana.waits_for("with no note")
    office.dana.says("number for Bence Varga's foster father Hugh Talbot")
    office.dana.waits_for("[It can't wait: open for 60 min]")
    keep.keeps()
    office.demo.fieldnote.scheduler.beat()
    morning(office, 16)
    office.sam.waits_for("with Dana Ellis")
    office.sam.clicks("Agenda", on="with Dana Ellis")
    office.sam.waits_for_window("Weekly conference")
    keep.keeps()
    office.sam.clicks("Record conference")
    office.sam.waits_for_window("Held on")
    office.sam.submits()
    office.sam.waits_for("The next conference is due Mon Nov 23")
    office.sam.closes_window()


def standing(office: Office) -> dict[str, str]:
    """How all stands that was approved, taken back, closed or recorded, and how many decisions there are."""
    with office.db.reading() as session:
        approved_notes = select(Note.id, Note.version).where(Note.status == NoteStatus.APPROVED)
        found = {note_id: str(version) for note_id, version in session.execute(approved_notes)}
        for model in (LeavePlan, Delegate, CrisisCall, ShiftChange):
            found |= {
                row_id: str(status) for row_id, status in session.execute(select(model.id, model.status))
            }
        for model in (ReviewDecision, ReturnMeeting):
            found[model.__tablename__] = str(session.scalar(select(func.count()).select_from(model)))
        return found


def sentences(answers: Answers) -> list[str]:
    """What was said to the person alone, beside a card or on top of a window."""
    said = [str(args["text"]) for method, args in answers if method == "chat.postEphemeral"]
    pushed = [args["view"] for method, args in answers if method == "views.push"]
    return said + [str(view["blocks"]) for view in pushed if view["title"]["text"] == "Fieldnote"]


NOT_ABOUT_A_CARD = {"reminder.snooze", "reminder.snooze_digest", "shift.offer", "hearing.report"}
"""Said what was done, and the lists on which they stand are of their moment."""
PRESSED = {
    *(
        "note.submit",
        "note.discard",
        "note.bring_back",
        "note.edit",
        "note.revise",
        "note.read",
        "note.approve",
    ),
    *("note.return", "note.entered", "note.meeting", "note.later", "note.answer", "note.ask", "meeting.at.0"),
    *("meeting.other", "leave.confirm", "leave.change", "leave.cancel", "leave.take_back", "leave.sheet"),
    *(
        "delegate.confirm",
        "delegate.change",
        "delegate.cancel",
        "delegate.take_back",
        "plan.cancel",
        "plan.move",
    ),
    *("plan.log", "shift.take", "shift.withdraw", "shift.undo", "crisis.acknowledge", "crisis.told"),
    *("crisis.close", "report.made", "sent.new", "sent.none", "conference.record", "conference.hold"),
}
"""What at least was among them."""


def test_a_weeks_old_buttons(sqlite_office: Office, caplog: pytest.LogCaptureFixture) -> None:
    office = sqlite_office
    keep = Drawerful(office)
    for part in (approved, discarded, returned, taken_back, over):
        part(office, keep)
    office.demo.workspace.settled()
    before, thumb = standing(office), Thumb(office, Listening(office))
    caplog.clear()
    for old in keep.kept.values():
        answers = thumb.presses(old)
        assert answers, f"{old.action} was not answered"
        assert WENT_WRONG not in str(sentences(answers)), f"{old.action}: {sentences(answers)}"
        if sentences(answers) and old.action not in NOT_ABOUT_A_CARD:
            assert office.demo.workspace.wait_until(lambda card=old: card.redrawn), (
                f"{old.action} left the old card as it was: {sentences(answers)}"
            )
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
    after = standing(office)
    assert {key: after[key] for key in before} == before
    assert {old.action for old in keep.kept.values()} >= PRESSED, "the week has no such card any more"


NOBODY = "00000000-0000-4000-8000-000000000000"
NOTE = f"{NOBODY}|1"
SPELT = {
    r"^answer\.": ("answer.0", "C1", f"ask|{NOTE}|child"),
    r"^mark\.": ("mark.on.0.2026-11-09", "2026-11-08", f"mark|{NOTE}"),
    r"^note\.(edit|revise|edit_words)$": ("note.edit", NOTE, ""),
    r"^sent\.draft\.": ("sent.draft.0", NOBODY, f"sent|{NOBODY}"),
    r"^meeting\.at\.\d+$": ("meeting.at.0", f"{NOTE}|1800000000", ""),
    r"^queue\.worker\.\d+$": ("queue.worker.0", NOBODY, ""),
    r"^crisis\.of\.": ("crisis.of.0", f"{NOBODY}|{NOBODY}", ""),
    r"^due\.now\.": ("due.now.review", "", ""),
    r"^conference\.page\.": ("conference.page.on", f"{NOBODY}|8", ""),
    r"^lookup\.reason\.": ("lookup.reason.crisis", f"crisis|phone~{NOBODY}~~", ""),
    r"^lookup\.which\.": ("lookup.which.0", NOBODY, "which|phone"),
    "meeting.other": ("meeting.other", NOTE, ""),
    "conference.hold": ("conference.hold", f"{NOBODY}|{NOBODY}", ""),
    "due.more": ("due.more", "20", ""),
    "glass.ask": ("glass.ask", f"phone~{NOBODY}~~", ""),
    "left.discard": ("left.discard", NOTE, f"left|{NOBODY}|{NOBODY}"),
    "left.submit": ("left.submit", NOTE, f"left|{NOBODY}|{NOBODY}"),
    "reminder.snooze_digest": ("reminder.snooze_digest", "2026-11-08", ""),
    "shift.take": ("shift.take", f"c|{NOBODY}", ""),
}
"""Patterns, and actions whose value is no id: an action of that pattern, its value, its block."""


def made_up(office: Office, user: str, action: Any) -> Old:
    """A button of that action, on the person's newest card, about something that is not there."""
    known = action if isinstance(action, str) else action.pattern
    value = NOTE if known.startswith("note.") else NOBODY
    action_id, value, block_id = SPELT.get(known, (known, value, ""))
    element = {"type": "button", "action_id": action_id, "text": {"type": "plain_text", "text": "Old"}}
    block = {"type": "actions", "block_id": block_id or "old", "elements": [element]}
    where = _window(office, user) if known in ONLY_IN_WINDOWS else _card(office, user)
    return Old(user, where, "", [*acts.blocks_of(where)], block, element | {"value": value})


ONLY_IN_WINDOWS = (r"^queue\.worker\.\d+$", r"^conference\.page\.", "conference.hold", "note.seen_to")


def _card(office: Office, user: str) -> Message:
    shown = office.demo.workspace.conversations.visible_to(user)
    return next(each for each in shown if each.from_bot and each.ephemeral_to is None)


def _window(office: Office, user: str) -> View:
    windows = office.demo.workspace.windows
    windows.clear(user)
    return windows.push_for(user, sentence_window("Old") | {"private_metadata": f"{NOBODY}|0"})


def test_every_action_about_what_is_not_there(
    sqlite_office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    office = sqlite_office
    for person in (office.dana, office.sam):
        person.says("help")
        person.waits_for("What I can do")
    office.demo.workspace.settled()
    listening = Listening(office)
    thumb = Thumb(office, listening)
    caplog.clear()
    for action, _ in listening.heard:
        for user in ("U0DANA", "U0SAM"):
            old = made_up(office, user, action)
            answers = thumb.presses(old)
            assert answers, f"{old.action} was not answered"
            assert WENT_WRONG not in str(sentences(answers)), f"{old.action}: {sentences(answers)}"
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
    assert standing(office) == {"review_decisions": "0", "return_meetings": "0"}
