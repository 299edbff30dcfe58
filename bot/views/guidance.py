"""How the work is done, in two or three lines: the policy's own figures, and whom to ask beyond them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.rules.policy import Policy
from bot.understand.wants.how_to import DANGERS, Topic
from bot.views.blocks import Block, context, escape, section
from bot.views.drawn import Drawn
from bot.views.wording import phone_link
from storage.crisis_records import ToCall
from storage.owed import MonthlyVisits

PUSH = "How it is done"
_NOW = "*Happening now: 911.* Then write /crisis, and I alert a supervisor."
_ASKING = "Asking alerted nobody and made no note."
_TOLD = "I have alerted nobody."
_IN_DANGER = "Somebody is in danger now: 911, then write /crisis."
_UNKNOWN = "The policy I was given does not say, and I don't guess."


def guidance_card(
    topic: Topic,
    policy: Policy,
    ask: Sequence[ToCall],
    children: Sequence[MonthlyVisits] = (),
    *,
    told: bool = False,
) -> Drawn:
    """What is known of it; numbers to call where it is about danger, or where nothing is known.

    `told`: something was told beside the question, and went its own way.
    """
    lines = _LINES[topic](policy)
    if topic is Topic.HOW_OFTEN and children:
        lines = [*(_of_child(each) for each in children), _WHO_SETS]
    numbers = [f"{each.capacity}: *{escape(each.who.name)}* 📞 {phone_link(each.who.phone)}" for each in ask]
    if topic in DANGERS:
        return Drawn(
            text=PUSH, blocks=[section("\n".join([*lines, *numbers])), context(_TOLD if told else _ASKING)]
        )
    if topic is Topic.OTHER:
        return Drawn(text=PUSH, blocks=[section("\n".join([*lines, *numbers])), context(_IN_DANGER)])
    return Drawn(text=PUSH, blocks=[section("\n".join(lines)), *_beyond(ask)])


def _beyond(ask: Sequence[ToCall]) -> list[Block]:
    named = [f"{escape(each.who.name)} 📞 {phone_link(each.who.phone)}" for each in ask[-1:]]
    return [context(f"For anything else ask {who}.") for who in named]


def _hours(policy: Policy) -> str:
    return f"{policy.notes.hours} hours"


def _entered(policy: Policy) -> str:
    by_entry = policy.notes.met_by == "entry"
    return f"entered in {policy.state_system}" if by_entry else "submitted"


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"


def _times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"


def _note_due(policy: Policy) -> list[str]:
    lines = [
        (
            f"A note has to be {_entered(policy)} within *{_hours(policy)}* of the end of what happened, "
            "weekends and holidays included. Each card says its own time."
        ),
        f"Before leave it is sooner: {_cutoff(policy)}.",
    ]
    if by := policy.notes.child_contact_by_day:
        lines.insert(1, f"Contacts with the child: by the end of day {by} of the next month.")
    return lines


def _cutoff(policy: Policy) -> str:
    at, days = policy.leave.cutoff, policy.leave.weekdays_before
    return f"{at:%-I:%M %p}, {days} weekday{'' if days == 1 else 's'} before its first day"


def _late(policy: Policy) -> list[str]:
    return [
        (
            f"Submit it all the same: it is marked late. Late is what was not {_entered(policy)} within "
            f"*{_hours(policy)}*; with a day and no time, counted from the end of that day."
        ),
        "What is overdue I remind you of each day, your supervisor sees it, and it counts as not on time.",
    ]


def _change(policy: Policy) -> list[str]:
    fix = _days(policy.review.correction_days)
    return [
        "*A draft*: tell me what is wrong, or tap Edit or Discard on its card.",
        (
            "*Sent, not decided yet*: tell me what is wrong and tap *Ask for it back*; once your "
            f"supervisor returns it you have {fix}."
        ),
        "*Approved*: it is final; tap *Add addendum* on its card.",
    ]


def _attempt(policy: Policy) -> list[str]:
    return [
        (
            "*Log it*: a call, a text, a voicemail, nobody at home, a no-show, a cancelled visit: each "
            f"is a note, within the same *{_hours(policy)}*. Tell me as you would any visit: “went to "
            "see Maya today 4pm, nobody home”."
        ),
        "What did not take place counts as no visit: that one is still owed.",
    ]


def _no_time(_policy: Policy) -> list[str]:
    return [
        (
            "Tell me the day, and tap *I don't know the time* on the card: that is an answer. A part of "
            "the day (“in the morning”) is one too. I never put in a time that nobody told."
        )
    ]


def _one_case(_policy: Policy) -> list[str]:
    return [
        "*One note for each family's case*, not for each child: siblings seen together go into one.",
        "Two families told in one message become two notes; I take them apart, or ask.",
    ]


def _counts(policy: Policy) -> list[str]:
    owed = policy.visits
    both = [("birth parents", owed.parent_in_person), ("the caretaker", owed.caretaker_in_person)]
    strict = [name for name, in_person in both if in_person]
    lines = [
        (
            "As a child's monthly visit only a *completed visit in person* counts. Calls, video, texts "
            "and attempts are notes, and no visits."
        )
    ]
    if strict:
        lines.append(f"The monthly contact with {' and '.join(strict)} is in person too.")
    return lines


_WHO_SETS = (
    "The least is set by law and the agency's policy. A case may ask for more: that number comes with the "
    "roster, and your supervisor can tell you who set it."
)


def _how_often(policy: Policy) -> list[str]:
    owed = policy.visits
    others = [("birth parents", owed.parent_per_month), ("the caretaker", owed.caretaker_per_month)]
    also = ", ".join(f"{name} {_times(count)}" for name, count in others if count)
    return [
        f"Each child in care at least *{_times(owed.child_per_month)} a month*, in person"
        + (f"; {also}." if also else "."),
        *_first_days(policy)[:1],
        _WHO_SETS,
    ]


def _of_child(each: MonthlyVisits) -> str:
    name = escape(f"{each.child.first_name} {each.child.last_name}")
    why = ", as the case asks" if each.more else ""
    seen = "" if each.seen is None else f" Seen {each.seen} of {each.needed} this month."
    return f"*{name}*: at least {_times(each.needed)} a month, in person{why}.{seen}"


def _first_days(policy: Policy) -> list[str]:
    owed = policy.visits
    counted = [
        ("with the child", owed.first_days_child),
        ("where the child lives", owed.first_days_at_placement),
        ("with birth parents", owed.first_days_parent),
        ("with the caretaker", owed.first_days_caretaker),
    ]
    parts = ", ".join(f"{count} {what}" for what, count in counted if count)
    return [f"In a placement's first {_days(owed.first_days)}: {parts}."]


def _review(policy: Policy) -> list[str]:
    own = policy.review
    return [
        (
            f"Your supervisor has *{_days(own.review_days)}* for the review, you "
            f"{_days(own.correction_days)} for a correction, then {_days(own.rereview_days)} for the "
            "next look."
        ),
        "Where a note stands its card says; what waits is on your Home.",
    ]


def _correction(policy: Policy) -> list[str]:
    own = policy.review
    return [
        (
            "A note that came back: put it right and submit it again within "
            f"*{_days(own.correction_days)}*. Its card says what is asked, and by when; then it is "
            f"looked at within {_days(own.rereview_days)}."
        )
    ]


def _court_report(policy: Policy) -> list[str]:
    own = policy.hearings
    return [
        (
            f"The court report is due *{_days(own.report_days)} before the hearing*; the consultation "
            f"may be held from {_days(own.consultation_days)} before it."
        ),
        "The days of your own cases: write _what's due_.",
    ]


def _leave(policy: Policy) -> list[str]:
    return [
        (
            "Tell me the days and who covers, “I'm off tomorrow, Kevin covers”: I show you the plan, "
            "and nothing holds before you confirm it."
        ),
        f"Planned leave: all notes in by {_cutoff(policy)}.",
    ]


def _danger(policy: Policy) -> list[str]:
    own = policy.incidents
    return [
        _NOW,
        (
            f"*A child tells you, or you suspect abuse or neglect:* call the "
            f"{escape(own.hotline or 'state hotline')} at once"
            f"{f', 📞 {phone_link(own.hotline_phone)}' if own.hotline_phone else ''}; "
            f"the written report within {own.abuse_written_hours} hours."
        ),
        "Then tell your supervisor, and write me what was said, in the child's own words.",
    ]


def _missing(policy: Policy) -> list[str]:
    return [
        "*A child is gone: police at once, 911.* Then write /crisis, and I alert a supervisor.",
        f"Police and NCMEC have to know at the latest within {policy.incidents.missing_child_hours} hours.",
    ]


def _harms_self(_policy: Policy) -> list[str]:
    return [
        _NOW,
        "Danger to self: 📞 988 or mobile crisis. Tell your supervisor.",
    ]


def _other(_policy: Policy) -> list[str]:
    return [f"{_UNKNOWN} Please ask:"]


_LINES: dict[Topic, Callable[[Policy], list[str]]] = {
    Topic.NOTE_DUE: _note_due,
    Topic.LATE: _late,
    Topic.CHANGE: _change,
    Topic.ATTEMPT: _attempt,
    Topic.NO_TIME: _no_time,
    Topic.ONE_CASE: _one_case,
    Topic.COUNTS: _counts,
    Topic.HOW_OFTEN: _how_often,
    Topic.FIRST_DAYS: _first_days,
    Topic.REVIEW: _review,
    Topic.CORRECTION: _correction,
    Topic.COURT_REPORT: _court_report,
    Topic.LEAVE: _leave,
    Topic.DANGER: _danger,
    Topic.MISSING: _missing,
    Topic.HARMS_SELF: _harms_self,
    Topic.OTHER: _other,
}
