"""Whatever old button is pressed on whatever old card: a sentence, a window or a card, and never an error.

A week of real cards is kept with all their buttons, everything on them is settled, and then each is pressed
where it stood. (What is about nothing at all: test_every_made_up_button.)
"""

from __future__ import annotations

import pytest

from tests.conversations.office import Office
from tests.conversations.old_buttons import WENT_WRONG, Drawerful, Listening, Thumb, sentences, standing
from tests.conversations.owing import morning
from tests.conversations.test_a_note_to_its_end import submit

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
