"""Commands: answered privately wherever they are typed, worked once however often they arrive."""

from __future__ import annotations

from sqlalchemy import select

from bot.handlers.door.front_desk import say_to
from storage.models import InboxItem, Note, NoteVersion
from tests.conversations.office import Office


def test_a_commands_note_stands_for_the_request_not_for_the_moment_of_working_it(office: Office) -> None:
    office.dana.command("/log", "saw Tobi Okafor today at 4pm at the foster home, 30 min, he is fine")
    office.dana.waits_for("[Submit]")
    with office.db.reading() as session:
        newest = select(InboxItem.dedupe_key).order_by(InboxItem.received_at.desc())
        request, source = session.scalars(newest).first(), session.scalars(select(Note.source_ts)).one()
    assert request is not None
    assert request.endswith(str(source)), "worked twice it would be found, and not drafted again"


def test_the_crisis_commands_heading_is_none_of_the_persons_words(office: Office) -> None:
    text = "Tobi Okafor ran away from school at 2pm. At 4pm I called Ms Stone, she has not seen him."
    office.dana.command("/crisis", text)
    office.dana.waits_for("Call by hand now")
    office.dana.waits_for("Okafor case, K1")
    with office.db.reading() as session:
        words = [v.narrative for v in session.scalars(select(NoteVersion))]
    assert words
    assert all(w in text for each in words for w in each.split("\n"))
    assert not any("CRISIS" in each for each in words)


def test_a_refusal_in_a_channel_without_the_bot_comes_in_the_direct_messages(office: Office) -> None:
    say_to(office.demo.fieldnote.deps.client, "U0DANA", "C0ELSEWHERE", "Only for you.")
    office.dana.waits_for("Only for you.")
