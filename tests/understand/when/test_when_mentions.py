"""The contract with the assembly: spans, roles, assumptions, inheritance, what is asked about."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from bot.understand.parts import Span, Tense
from bot.understand.when import combine, events, find, period

NEW_YORK = ZoneInfo("America/New_York")
FRIDAY = datetime(2026, 11, 20, 18, 0, tzinfo=NEW_YORK)


def said(text, *, tense=Tense.PAST, sent=FRIDAY, **more):
    return find(text, sent_at=sent, tz=NEW_YORK, tense=tense, **more)


def test_a_span_is_the_stretch_of_the_raw_text_also_behind_slack_marks():
    text = "covering <@U0HARBOR016> &amp; saw Maya ysterday 4p 🤒 ok"
    (mention,) = said(text)
    assert text[mention.span.start : mention.span.end] == "ysterday 4p"


def test_names_that_the_caller_masks_are_no_time():
    text = "saw April and Mr. Noon at 3"
    masks = [(text.index("April"), 9), (text.index("Mr."), text.index(" at 3"))]
    assert [m.starts_at.hour for m in said(text, mask=masks)] == [15]


def test_a_part_of_the_day_gives_the_date_and_never_a_clock_time():
    (mention,) = said("went out this afternoon")
    assert (mention.on, mention.starts_at, mention.part_of_day) == (date(2026, 11, 20), None, "afternoon")


def test_what_was_assumed_is_said():
    (plain,) = said("called her 4:45")
    assert set(plain.guessed) == {"am_pm", "date"}
    (sure,) = said("called her yesterday 4:45 pm")
    assert sure.guessed == ()


def test_a_weekday_that_contradicts_its_date_is_told():
    (mention,) = said("visit Tuesday 11/18 at 4")
    assert "weekday" in mention.guessed


def test_a_weekday_settles_which_of_two_numbers_is_the_month():
    (mention,) = said("visit Tue 10/11 at 4")
    assert mention.on == date(2026, 11, 10)


def test_appointments_and_told_facts_are_not_the_event():
    roles = {m.role for m in said("adjourned to January 20 at 11. next session 11/29. absences since 9/8.")}
    assert roles == {"reported"}


def test_a_visit_still_to_come_in_a_log_is_marked_future():
    mentions = said("saw them today 4-5, next visit is 12/2 same time")
    later = combine(mentions, role="future")
    assert (later.starts_at.isoformat(), later.minutes) == ("2026-12-02T16:00:00-05:00", 60)


def test_an_event_inherits_the_day_that_was_said_before_its_stretch():
    text = "Field day 11/19. 9:30-10:15 AM Justice at school. Afterwards sat with the dean for 5 min."
    mentions = said(text)
    first, second = text.index("9:30"), text.index("Afterwards")
    school = combine(mentions, Span(first, second))
    dean = combine(mentions, [Span(second, len(text))])
    assert (school.starts_at.hour, school.minutes, school.on) == (9, 45, date(2026, 11, 19))
    assert (dean.starts_at, dean.minutes, dean.on, dean.part_of_day) == (
        None,
        5,
        date(2026, 11, 19),
        "afterwards",
    )


def test_several_call_times_are_several_events():
    mentions = said("intenté llamar 3 veces hoy (10:00, 11:15 y 12:05)")
    assert [combine(g).starts_at.strftime("%H:%M") for g in events(mentions)] == ["10:00", "11:15", "12:05"]


def test_an_end_said_apart_gives_the_length_and_is_no_start():
    mentions = said("got there abt 5:10 ... I left at ten to six")
    assert [m.ending for m in mentions] == [False, True]
    assert combine(mentions).minutes == 40


def test_a_clock_time_that_the_spring_change_skipped_is_asked_about():
    (mention,) = said("called at 2:30 am", sent=datetime(2026, 3, 8, 9, tzinfo=NEW_YORK))
    assert (mention.impossible, mention.starts_at, mention.on) == (True, None, date(2026, 3, 8))


def test_the_doubled_hour_is_known_while_only_its_first_pass_is_over():
    first_pass = datetime(2026, 11, 1, 5, 50, tzinfo=UTC)
    (known,) = said("call at 1:40 am", sent=first_pass)
    (unknown,) = said("call at 1:40 am", sent=datetime(2026, 11, 1, 9, tzinfo=NEW_YORK))
    assert known.starts_at.astimezone(UTC) == datetime(2026, 11, 1, 5, 40, tzinfo=UTC)
    assert unknown.impossible


def test_an_hour_ago_counts_real_hours_over_a_clock_change():
    (mention,) = said("she called an hour ago", sent=datetime(2026, 11, 1, 6, 30, tzinfo=UTC))
    assert mention.starts_at.astimezone(UTC) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


def test_the_same_words_depend_on_a_night_on_call():
    sent = datetime(2026, 11, 20, 23, 0, tzinfo=NEW_YORK)
    (day,), (night,) = said("call 10:15", sent=sent), said("call 10:15", sent=sent, on_call_night=True)
    assert (day.starts_at.hour, night.starts_at.hour) == (10, 22)


def test_no_date_is_made_of_a_day_that_does_not_exist():
    assert said("seen 2/30 and 13/13") == []
    (mention,) = said("visit 11/31 at 4")
    assert (mention.on, mention.starts_at, mention.impossible) == (None, None, True)


def test_a_time_keeps_the_day_before_it_when_another_day_follows():
    mentions = said("Monday visit 4-5 pm, Tuesday call 10am. yesterday: school 9am. today: court 9:30")
    starts = [m.starts_at.strftime("%d %H:%M") for m in mentions if m.starts_at]
    assert starts == ["16 16:00", "17 10:00", "19 09:00", "20 09:30"]


def test_a_word_like_will_never_pushes_a_date_just_past_into_the_next_year():
    (mention,) = said("Will at Linden House 11/12 5p-5:45p")
    assert (mention.on, mention.role, mention.minutes) == (date(2026, 11, 12), "event", 45)


def test_a_part_of_the_day_said_earlier_does_not_bend_a_time_that_is_not_in_it():
    mentions = said("Court this morning. Called Ms. H at 12:15")
    assert combine(mentions).starts_at.hour == 12


def test_a_question_without_a_time_has_no_period():
    assert period("who is on call", sent_at=FRIDAY, tz=NEW_YORK, intent="lookup_oncall") is None


def test_only_what_was_called_off_may_lie_after_the_sending():
    sent = datetime(2026, 11, 20, 14, 10, tzinfo=NEW_YORK)
    (off,) = said("mom cancelled today's 4pm visit", sent=sent)
    (on,) = said("visit today at 4", sent=sent)
    (done,) = said("called mom today at 4", sent=sent)
    assert (off.role, off.starts_at.hour) == ("event", 16)
    assert (on.role, on.starts_at.hour) == ("future", 16)
    assert (done.role, done.starts_at, done.on, done.impossible) == ("event", None, date(2026, 11, 20), True)
