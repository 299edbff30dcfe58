"""All features, in one explicit list: what listens, what draws, what answers each intent."""

from __future__ import annotations

from bot.handlers import guidance, home, office_talk, small_talk, talk
from bot.handlers.asked_lists import Asks, or_lists
from bot.handlers.crisis import (
    closing,
    crises,
    crisis,
    crisis_window,
    gone_again,
    reports_due,
    taking_on,
    timeline,
)
from bot.handlers.door.cards import Gallery
from bot.handlers.door.front_desk import FrontDesk
from bot.handlers.duties import due, duties, reminders, reports_told
from bot.handlers.leave import hand_over, leave, steads, team_calendar
from bot.handlers.lookups import lookups
from bot.handlers.notes import (
    asked_too,
    files,
    find,
    follow_up,
    left_open,
    log,
    marks,
    note_cards,
    notes,
    opinion,
)
from bot.handlers.on_call import check_ins, nights, on_call, shifts
from bot.handlers.oversight import conference, conferred, figures
from bot.handlers.review import (
    delegates,
    meetings,
    note_questions,
    queue,
    reading,
    review,
    supervising,
    unit_notes,
)
from bot.handlers.talk import Answer
from bot.handlers.visits import plan_words, plans
from bot.understand.parts import Intent

ANSWERS: dict[Intent, Answer] = {
    Intent.LOG_CRISIS: crisis.called,
    Intent.SAFETY_CONCERN: crisis.called,
    Intent.LOG_CONTACT: log.log_contact,
    Intent.PLAN_VISIT: log.plan_visit,
    Intent.LOOKUP: marks.or_list(lookups.asked),
    Intent.LOOKUP_ONCALL: on_call.asked,
    Intent.LIST_DUE: marks.or_list(due.asked),
    Intent.FIND_NOTES: marks.or_list(find.asked),
    Intent.PLAN_LEAVE: leave.asked,
    Intent.REPORT: marks.or_list(duties.report_asked),
    Intent.HELP: marks.or_list(small_talk.help_asked),
    Intent.OTHER: marks.or_list(small_talk.plainly),
}
LISTS: dict[Asks, Answer] = {
    team_calendar.asks: team_calendar.asked,
    conference.asks: conference.asked,
    plans.asks_next: plans.next_asked,
}
QUESTIONS: dict[Asks, Answer] = {conference.asks_when: conference.asked}
_TEAMS = (hand_over, team_calendar, conference)


def hang(gallery: Gallery) -> None:
    """Hang every feature's drawers."""
    for feature in (note_cards, crisis, lookups, on_call, due, duties, files, find, marks):
        feature.hang(gallery)
    for feature in (follow_up, leave, left_open, plan_words, plans, reminders, shifts, small_talk, timeline):
        feature.hang(gallery)
    for feature in (
        check_ins,
        conferred,
        delegates,
        guidance,
        meetings,
        nights,
        note_questions,
        queue,
        steads,
    ):
        feature.hang(gallery)
    for feature in (crises, figures, reports_told, taking_on, unit_notes):
        feature.hang(gallery)
    for feature in _TEAMS:
        feature.hang(gallery)


def register(front: FrontDesk) -> None:
    """Register every feature's listeners."""
    listed = or_lists(ANSWERS, LISTS)
    answers = opinion.listened(listed)
    unless_remark = plan_words.heard_first(follow_up.heard_first(supervising.heard_first(listed)))
    unless_answer = note_questions.heard_first(office_talk.heard_first(unless_remark))
    heard = timeline.heard_first(guidance.heard_first(opinion.listened(unless_answer), QUESTIONS))
    heard = crises.heard_first(figures.heard_first(check_ins.heard_first(shifts.heard_first(heard))))
    heard = unit_notes.heard_first(heard)
    heard = gone_again.heard_first(taking_on.heard_first(delegates.heard_first(heard)))
    heard = lookups.heard_first(heard)
    check_ins.register(front, answers)
    talk.register(front, asked_too.as_well(heard, listed), timeline.changes(follow_up.changes(answers)))
    follow_up.register(front, answers)
    timeline.register(front, answers)
    closing.register(front)
    left_open.register(front)
    log.register(front, asked_too.as_well(answers, listed))
    crisis_window.register(front, answers)
    for feature in (notes, review, crisis, lookups, on_call, due, duties, files, marks, plans):
        feature.register(front)
    for feature in (delegates, meetings, note_questions, queue, reading):
        feature.register(front)
    for feature in (leave, reminders, shifts, small_talk, home, reports_due):
        feature.register(front)
    for feature in _TEAMS:
        feature.register(front)
