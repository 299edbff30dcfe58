"""What words say about a visit that is yet to happen: another day or hour, or that it is called off.

Pure. `bot.services.plan_words` decides which plan they are about and moves it.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.understand.agency import Agency
from bot.understand.amend import answers
from bot.understand.amend.glance import wish_of
from bot.understand.amend.parts import Wish
from bot.understand.amend.remark import Sender
from bot.understand.amend.replan_days import SHIFT, beside_its_day, in_its_week, shifted
from bot.understand.amend.replan_names import CALL_OFF, named_bare
from bot.understand.amend.replan_reason import rather, reason_ends
from bot.understand.amend.said import Said, blanked
from bot.understand.amend.words import little, words
from bot.understand.message import Message
from bot.understand.parts import Kind, NameMention, Tense, TimeMention
from bot.understand.wants.saying import past_verb
from bot.understand.writing.text import decoded, folded
from storage.types import EventType

_HELD = re.compile(
    r"(?:\W|no\b|actually\b|sorry\b|wait\b)*(?:(?:it|that|this|she|he|they|visit|the visit|la visita) )?"
    r"(?:was|were|lasted|took|happened|fue|era|duro)(?!\w)"
)
"""Words about what has been: about no plan."""
_BESIDE = re.compile(r"\W*(?:and|also|plus|y|e|tambien|ademas)(?!\w)")
"""Of what comes on top of a plan, and is another one."""
_OF = r"(?: (?:with|of|for|at|to|de|del|con|a|en) [^.,;!?]{1,40}?)?"
_ITS_TIME = re.compile(
    r"\W*(?:(?:no|actually|sorry|perdon|wait|espera)\W+)?(?:the|my|la|el|mi) (?:\w+ )?"
    r"(?:(?P<visit>visit|visita)|(?P<meeting>meeting|conference|hearing|review|appointment|appt|reunion|"
    r"conferencia|"
    rf"audiencia|cita)|call|llamada){_OF} (?:is|will be|es|sera)(?= (?:now |actually |really )?"
    r"(?:at|on|for|a las?|el|al|tomorrow|manana|\d|mon|tue|wed|thu|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom))"
)
"""“The meeting is at 9:30", right behind plans: of the one that is a meeting."""
_VISITS = frozenset(
    {
        EventType.CASEWORKER_CHILD, EventType.FOSTER_HOME_VISIT, EventType.BIRTH_PARENT_CHILD,
        EventType.SIBLING_VISIT, EventType.THEME_OF_THE_MONTH,
    }
)  # fmt: skip
_DAYS = r"(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mie|jue|vie|sab|dom|tomorrow|manana|next|noon|\d)"
_CHANGE = re.compile(
    r"(?P<led>^\W*(?:(?:ok|so|can|could|you|please|pls|por|favor|y|and) )*)(?:change|switch|cambi[ae]r?)"
    rf"(?= [^.,;!?\d]{{2,40}}? (?:to|for|para|al?)(?: (?:el|la|las|at|this|on))* {_DAYS})",
    re.IGNORECASE,
)
"""“Change Ana to 5": her plan is moved, and she is not called wrong."""
_NOT_SEEING = re.compile(
    r"^\W*(?:(?:so|ok|i'?m|we'?re|i am) )*(?:not|no longer|won'?t be) (?:seeing|visiting|meeting)(?= \w)",
    re.IGNORECASE,
)
_IS_THE = re.compile(r"(?<!\w)is the(?= \d{1,2}(?:st|nd|rd|th)(?!\w))", re.IGNORECASE)
"""“Laila is the 19th": on that day, and nobody's number."""
_TO_HOUR = re.compile(
    r"(?<!\w)(?:to|for|at|para las?|a las?) (\d[\d:]{0,4} ?(?:[ap]\.?m?\.?)?\W*)$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d]{2,}")
_LONGEST = 200
"""Letters of words about a plan; what is longer tells something of its own."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan as words may change it: its local day and hour, and everybody who stands on it."""

    on: date | None
    at: time | None
    who: Collection[str]
    cases: Collection[str]
    types: Collection[EventType] = ()


@dataclass(frozen=True, slots=True)
class Replanned:
    """What is meant: `called_off`, else the plan's new local day and hour; `unclear`: neither is told.

    `children`: those whom it is for instead.
    """

    on: date | None = None
    at: time | None = None
    called_off: bool = False
    unclear: bool = False
    children: tuple[str, ...] = ()


def _plain(text: str) -> str:
    text = _CHANGE.sub(r"\g<led>move", decoded(text[:_LONGEST]))
    return _IS_THE.sub("on the", _NOT_SEEING.sub("cancelling", text))


def _said(text: str) -> Said:
    return Said.of(_plain(text))


def may_replan(text: str) -> bool:
    """A cheap look: whether words can be about an earlier plan at all."""
    if "?" in text or len(text) > _LONGEST:
        return False
    said = _said(text)
    if _HELD.match(said.low) or (_BESIDE.match(said.low) and not said.olds):
        return False
    first = said.sentences[0]
    if CALL_OFF.match(said.low) or rather(said.low) or reason_ends(said.low):
        return True
    if beside_its_day(said.low, date.min, date.min):
        return True
    if any(words(key).search(said.low) for key in ("calls_off", "puts_off")) or SHIFT.search(said.low):
        return True
    if said.strong or first.states or first.fragment or _ITS_TIME.match(said.low) or _CHANGE.match(text):
        return True
    return wish_of(said) is Wish.DISCARD


def to_put_off(agency: Agency, text: str, sender: Sender) -> set[str]:
    """The children whose plan is to be moved or called off by its name, however long ago it was made."""
    plain = _plain(text)
    if "?" in text or not CALL_OFF.match(folded(plain)):
        return set()
    named = {i for m in sender.message(agency, plain).mentions if m.kind is Kind.CHILD for i in m.ids}
    return named | named_bare(agency, sender, Said.of(plain))


def may_go_on(text: str) -> bool:
    """A cheap look: “and Friday Ms Lee at 3" begins as what comes on top, and tells of nothing that was."""
    low = folded(decoded(text))
    short = len(text) <= _LONGEST and "?" not in text and not Said.of(low).olds
    return bool(short and _BESIDE.match(low) and not past_verb(low) and not _HELD.search(low))


def goes_on(agency: Agency, text: str, sender: Sender) -> bool:
    """Whether words that `may_go_on` name a day that is still to come, and none that was."""
    times = sender.message(agency, decoded(text)).times(Tense.FUTURE)
    days = [t.on for t in times if t.on and t.day_said]
    return bool(days) and min(days) > sender.sent_at.date()


def days_off(agency: Agency, text: str, sender: Sender) -> frozenset[date]:
    """The days to come that words say will not do: “Friday is no good", "can't do Thursday", "not Friday"."""
    said = Said.of(decoded(text[:_LONGEST]))
    wrong = sender.message(agency, said.wrong).times(Tense.FUTURE) if said.olds else []
    off = [t for t in wrong if t.day_said and t.on]
    match = words("calls_off").search(said.low)
    days = [t for t in sender.message(agency, said.new).times(Tense.FUTURE) if t.day_said and t.on]
    if match and days:
        off.append(min(days, key=lambda t: max(t.span.start - match.end(), match.start() - t.span.end)))
    return frozenset(t.on for t in off if t.on)


def replan(agency: Agency, text: str, sender: Sender, plan: Planned) -> Replanned | None:
    """What `text` makes of the plan; None: it is not about this one, for somebody else is named."""
    said = _said(text)
    message = sender.message(agency, said.new)
    if (other := _for_somebody_else(agency, said, sender, plan)) is not None:
        return other
    if not all(_of_it(agency, plan, m) for m in message.mentions):
        return None
    its = [m for m in message.mentions if m.kind is Kind.CHILD and set(m.ids) & set(plan.who)]
    said = replace(said, text=blanked(said.text, tuple((m.span.start, m.span.end) for m in its)))
    its_time = _ITS_TIME.match(said.low)
    if its_time and _is_another_kind(its_time, plan):
        return None
    said = replace(said, text=blanked(said.text, (its_time.span(),))) if its_time else said
    named = named_bare(agency, sender, said)
    if named and not named & set(plan.who):
        return None
    firsts = {folded(agency.children[c].first_name) + end for c in named for end in ("", "s")}
    if words("calls_off").search(said.low) or wish_of(said) is Wish.DISCARD:
        return _called_off(said, plan, _times(message, said, plan, sender))
    if _for_one_of_two(agency, plan, {i for m in its for i in m.ids} or named):
        return Replanned(unclear=True)
    return _replanned(agency, said, sender, plan, firsts)


def _replanned(
    agency: Agency, said: Said, sender: Sender, plan: Planned, firsts: Collection[str]
) -> Replanned | None:
    """The other day or hour, where nothing else is said; why it is moved stands before it."""
    said = replace(said, text=blanked(said.text, ((0, reason_ends(said.low)),)))
    if (shift := SHIFT.search(said.low)) and plan.on:
        beside = replace(said, text=blanked(said.text, (shift.span(),)))
        to = None if _more_is_said(beside, [], firsts) else shifted(plan.on, plan.at, shift)
        return Replanned(*to) if to else Replanned(unclear=True)
    other = beside_its_day(folded(said.text), plan.on, sender.sent_at.date())
    if other and plan.on:
        said = replace(said, text=blanked(said.text, (other.span,)))
        plan = replace(plan, on=plan.on + timedelta(days=other.days))
    times = _times(sender.message(agency, said.new), said, plan, sender)
    if times is None:
        return Replanned(unclear=True)
    found = _moved(said, sender, agency, plan, times) or (Replanned(plan.on, plan.at) if other else None)
    if found is not None and not _more_is_said(said, times, firsts):
        return found
    told = said.strong or words("puts_off").search(said.low) is not None
    told = told or bool(times and not _more_is_said(said, times, firsts))
    return Replanned(unclear=True) if told else None


def _times(message: Message, said: Said, plan: Planned, sender: Sender) -> list[TimeMention] | None:
    """The times to come that are said, a bare weekday by the plan's own week; None: it may be of either."""
    times = [t for t in message.times(Tense.FUTURE) if not t.ending]
    return in_its_week(times, said.low, plan.on, sender.sent_at.date())


def _for_one_of_two(agency: Agency, plan: Planned, named: Collection[str]) -> bool:
    """“Move Owen to 3", of one plan for children of two families: whose visit is moved is not known."""
    cases = {agency.children[c].case_id for c in plan.who if c in agency.children}
    moved = {agency.children[c].case_id for c in named if c in agency.children}
    return bool(moved) and bool(cases - moved)


def _of_it(agency: Agency, plan: Planned, mention: NameMention) -> bool:
    """Whether somebody named is on the plan, or of its case ("cancel Winnie, fm has flu"), or nobody told."""
    if mention.kind is Kind.CONTACT and not (mention.ids or mention.case_ids):
        return True  # "the doctor", whose is not known
    rows = (agency.contacts[i] for i in mention.ids if i in agency.contacts)
    cases = {*mention.case_ids, *(row.case_id for row in rows)}
    return bool(set(mention.ids) & set(plan.who) or cases & set(plan.cases))


def _for_somebody_else(agency: Agency, said: Said, sender: Sender, plan: Planned) -> Replanned | None:
    """“It's not Ana, it's Leo": the plan is Leo's. Where it cannot be told whose, that is asked."""
    wrong = {i for m in sender.message(agency, said.wrong).mentions for i in m.ids} if said.olds else set()
    if not said.strong or (wrong and not wrong & set(plan.who)):
        return None
    message = sender.message(agency, said.new)
    named = [m for m in message.mentions if m.ids and not set(m.ids) & set(plan.who)]
    times = [t for t in message.times(Tense.FUTURE) if not t.ending]
    spans = tuple((m.span.start, m.span.end) for m in named)
    bare = not _more_is_said(replace(said, text=blanked(said.text, spans)), times)
    if not named or not (wrong or (bare and not times)):  # "no, Leo Friday at 4" is another plan
        return None
    if len(named) != 1 or len(named[0].ids) != 1 or named[0].kind is not Kind.CHILD or not bare:
        return Replanned(unclear=True)
    when = _at(plan, [t for t in times if t.day_said and t.on], times)
    on, at = (when.on, when.at) if when else (plan.on, plan.at)
    return Replanned(on, at, children=tuple(named[0].ids))


def _is_another_kind(its_time: re.Match[str], plan: Planned) -> bool:
    """“The meeting is at 9:30", of a plan for a visit."""
    if not plan.types or not (its_time["visit"] or its_time["meeting"]):
        return False
    return bool(_VISITS & set(plan.types)) is not bool(its_time["visit"])


def _more_is_said(said: Said, times: list[TimeMention], names: Collection[str] = ()) -> bool:
    """Whether a word stands beside the times that is neither little nor a lead: its sense is not known."""
    beside = blanked(said.new, tuple((t.span.start, t.span.end) for t in times))
    few = {*little("little_of_plans"), *names}
    return any(word not in few for word in _WORD.findall(folded(beside)))


def _called_off(said: Said, plan: Planned, times: list[TimeMention] | None) -> Replanned | None:
    """“Can't make Friday" of a plan for Friday; with another day beside it ("… do Monday") it is moved."""
    if times is None:
        return Replanned(unclear=True)
    days = [t for t in times if t.day_said and t.on]
    others = [t for t in days if t.on != plan.on]
    if not others:
        return Replanned(called_off=True)
    if len(others) == len(days) and not said.strong:
        return None  # another day than the plan's, and it alone: another plan is meant
    return _at(plan, others, times)


def _moved(
    said: Said, sender: Sender, agency: Agency, plan: Planned, times: list[TimeMention]
) -> Replanned | None:
    hour = _TO_HOUR.search(said.new)
    worded = answers.bare_hour(said.new.strip()) or (answers.bare_hour(hour[1]) if hour else None)
    if not times and worded:
        times = sender.message(agency, worded).times(Tense.FUTURE)
    return _at(plan, [t for t in times if t.day_said and t.on], times)


def _at(plan: Planned, days: list[TimeMention], times: list[TimeMention]) -> Replanned | None:
    """The last day and hour that are told; what is not told stays."""
    clocks = [t for t in times if t.starts_at]
    on = days[-1].on if days else plan.on or (clocks[-1].on if clocks else None)
    at = clocks[-1].starts_at.time() if clocks and clocks[-1].starts_at else plan.at
    if on is None or not (days or clocks):
        return None
    return Replanned(on, at)


def planned_at(starts_at: datetime | None) -> time | None:
    """The hour of a plan's start, which is in the reader's zone."""
    return starts_at.time().replace(tzinfo=None) if starts_at else None
