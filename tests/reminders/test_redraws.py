"""Posted cards stay true to the record, whatever is lost or overtaken on the way."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from bot.services import outbox
from bot.views.drawn import Drawn
from playground import faults
from storage.models import OutboxItem, Redraw
from tests.reminders.office import DANA, RILEY, SAM, Office


def posted_to(office: Office, *people: str, subject: str = "N1") -> None:
    for who in people:
        office.put(f"card:{subject}:{who}", to=who, subject_id=subject)
    assert office.send()


def changes_to(office: Office, state: str, but_not: tuple[str, str] | None = None) -> int:
    office.state = state
    with office.db.begin() as session:
        return outbox.ask_redraw(session, "N1", office.clock.now(), but_not=but_not)


def waiting(office: Office) -> int:
    with office.db.reading() as session:
        return len(session.scalars(select(Redraw.card_id)).all())


def test_every_copy_is_redrawn(office: Office) -> None:
    posted_to(office, DANA, SAM)
    posted_to(office, RILEY, subject="N2")
    assert changes_to(office, "approved") == 2
    assert office.cards().redraw_now("N1") == 2
    assert (office.sees(), office.sees(SAM)) == (["N1 is approved"], ["N1 is approved"])
    assert office.sees(RILEY) == ["card"]
    assert waiting(office) == 0


def test_the_card_that_was_clicked_is_left_to_the_click(office: Office) -> None:
    posted_to(office, DANA, SAM)
    card = office.posted()[0]
    assert changes_to(office, "approved", but_not=(card.channel, card.ts)) == 1


def test_what_failed_is_tried_again(office: Office) -> None:
    posted_to(office, DANA)
    office.workspace.faults.add(faults.ERROR_BEFORE, "chat.update")
    changes_to(office, "approved")
    assert office.cards().redraw_now("N1") == 0
    office.clock.forward(timedelta(seconds=5))
    assert office.cards().redraw_due() == 1
    assert office.sees() == ["N1 is approved"]


def test_a_429_pauses_redraws_and_loses_none(office: Office) -> None:
    posted_to(office, DANA)
    office.workspace.faults.add(faults.RATE_LIMITED, "chat.update", retry_after=60)
    changes_to(office, "approved")
    office.cards().redraw_now("N1")
    office.clock.forward(timedelta(seconds=30))
    assert office.cards().redraw_due() == 0
    assert len(office.workspace.calls_of("chat.update")) == 1
    office.clock.forward(timedelta(seconds=31))
    assert office.cards().redraw_due() == 1


def test_a_card_that_is_gone_is_given_up(office: Office) -> None:
    posted_to(office, DANA)
    card = office.posted()[0]
    office.workspace.conversations.remove(office.workspace.conversations.get(card.channel, card.ts))
    changes_to(office, "approved")
    assert office.cards().redraw_due() == 0
    assert waiting(office) == 0


def test_a_change_while_the_card_is_on_its_way_is_drawn_once_more(office: Office) -> None:
    """Drawn as a draft, changed before it arrived: nobody knew yet that there was a card to redraw."""
    office.put("one", subject_id="N1")

    def draw_then_change(*_args: object) -> Drawn:
        assert changes_to(office, "approved") == 0
        return Drawn(text="N1 is a draft")

    assert office.send(draw=draw_then_change)
    assert office.sees() == ["N1 is a draft"]
    assert office.cards().redraw_due() == 1
    assert office.sees() == ["N1 is approved"]


def test_a_question_answered_before_it_has_settled_is_drawn_once_more(office: Office) -> None:
    """A reason typed as soon as it is asked for: the question's card has the question itself for a subject."""
    item_id = office.put("why?")

    def answered(step: str, _item_id: str) -> None:
        if step == "called":
            with office.db.begin() as session:
                outbox.ask_redraw(session, item_id, office.clock.now())

    assert office.send(on_step=answered)
    assert waiting(office) == 1


def test_what_becomes_another_card_on_its_way_is_remembered_as_that_one(office: Office) -> None:
    """ "Listening" is posted, and has become the note's card before anybody wrote down where it stands."""
    item_id = office.put("one", kind="listening", subject_id="the clip")

    def turns(step: str, _item_id: str) -> None:
        if step == "called":
            with office.db.begin() as session:
                item = session.get_one(OutboxItem, item_id)
                item.kind, item.subject_id, item.touched_at = "note_card", "N1", office.clock.now()

    assert office.send(on_step=turns)
    assert [(card.kind, card.subject_id) for card in office.posted()] == [("note_card", "N1")]
    office.state = "a draft"
    assert office.cards().redraw_due() == 1
    assert office.sees() == ["N1 is a draft"]


def test_a_slow_old_drawing_does_not_win(office: Office) -> None:
    """It overtakes: the newer picture was put up first, then the older one lands on it."""
    posted_to(office, DANA)
    changes_to(office, "returned")
    slow = office.cards()
    plain = slow._draw_card

    def dawdle(session: object, card: object, now: object) -> Drawn | None:
        drawn = plain(session, card, now)  # type: ignore[arg-type]
        changes_to(office, "approved")
        assert office.cards().redraw_now("N1") == 1
        slow._draw_card = plain
        return drawn

    slow._draw_card = dawdle  # type: ignore[assignment]
    slow.redraw_due()
    assert office.sees() == ["N1 is returned"], "for a moment the old picture stands there"
    office.cards().redraw_due()
    assert office.sees() == ["N1 is approved"]
    assert waiting(office) == 0


def test_words_leave_the_chat_and_never_come_back(office: Office) -> None:
    over = office.clock.now() + timedelta(minutes=30)
    office.put("lookup", subject_id="N1", details={"text": "555-0123", "clear_at": over.isoformat()})
    office.send()
    office.clock.forward(timedelta(minutes=31))
    office.workspace.faults.add(faults.RESET_BEFORE, "chat.update")
    assert office.cards().clear_due() == 0
    assert office.cards().clear_due() == 1
    assert office.sees() == ["The words were taken out."]
    assert changes_to(office, "approved") == 0
    assert office.cards().redraw_due() == 0
    assert office.sees() == ["The words were taken out."]


def test_the_idle_sender_redraws_by_itself(office: Office) -> None:
    posted_to(office, DANA)
    changes_to(office, "approved")
    sender = office.sender(cards=office.cards())
    sender.start()
    try:
        assert office.workspace.wait_until(lambda: office.sees() == ["N1 is approved"])
    finally:
        sender.stop()
