"""Leave that was planned already, changed in words: "make it thru Wed only", "change my leave to Mon-Wed"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.understand.agency import Agency
from bot.understand.office.leave import named_in
from bot.understand.parts import Intent
from bot.understand.when.periods import period
from bot.understand.writing.text import evened, folded

_LEAD = (
    r"^\W*(?:(?:nvm|never ?mind|actually|no|wait|oops|sorry|correction|scratch that|hold on|ok|okay|oh|hey"
    r"|please|pls|can (?:you|i|we)|could (?:you|i|we)|so|and|but|i (?:need|want) to|let'?s),? )*"
)
_WEEKDAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"
_THROUGH = r"(?:thru|through|until|till?|hasta|to)"
_OF_LEAVE = (
    r"(?:(?:my|the|mis?|las?) )?(?:leave|time off|pto|vacation|days? off|week off|licencia|vacaciones)"
)
_CHANGES = r"(?:change|move|make|shorten|extend|cut|switch|push|update|fix|cambia\w*)"
_EXPLICIT = re.compile(rf"{_LEAD}{_CHANGES} {_OF_LEAVE}(?!\w)(?: short)?(?P<rest>.*)$")
_IMPLICIT = re.compile(
    rf"{_LEAD}(?:make (?:it|that)|(?:change|shorten|extend|cut) (?:it|that)|it'?s|i meant?|only|just"
    r"|(?:i'?m|i'?ll be) (?:only |just )?(?:out|off|gone))(?P<rest> .*)$"
)
_DAYS_ALONE = re.compile(
    rf"(?:[ ,.!/-]|(?:{_WEEKDAY}|{_THROUGH}|from|and|the|only|instead|just|please|pls|now|then|next|this"
    r"|weeks?|days?|today|tomorrow|short|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march"
    r"|april|august|september|october|november|december|\d{1,2}(?:st|nd|rd|th)?|\d{4})(?!\w))+"
)
_STRETCH = re.compile(rf"(?<!\w)(?:{_THROUGH}|only|just)(?!\w)|{_WEEKDAY} ?- ?\w|\d ?- ?\d|(?:out|off|gone) ")
"""One bare day ("make it Wed") may be of anything; a stretch of days is one of leave."""
_TO_ONLY = re.compile(
    rf"^\W*(?:(?:to|only|just|be) )*(?:thru|through|until|till?|hasta) (?!.*(?:-|{_THROUGH} ))"
)
_LASTS = re.compile(rf"(?<!\w)(?:shorten|extend|cut)(?!\w).* to (?!.*(?:-|{_THROUGH} | and ))")
_ANCHORED = re.compile(rf"\d|(?<!\w)(?:next|this|today|tomorrow|{_OF_LEAVE})(?!\w)")


_LONGEST = 90


_DROPS = r"(?:cancel|drop|take (?:back|off)|scratch|delete|remove|skip|undo|forget|cancela)"
_TAIL = (
    rf"(?:,? (?:after all|(?:and )?not (?:on )?(?:the )?(?:{_WEEKDAY}|\d{{1,2}}(?:st|nd|rd|th)?)"
    rf"|(?:so |and |please |pls |just |i )*{_DROPS} (?:the |my )?(?:last|other|extra|rest)"
    rf"(?: (?:two |three |2 |3 )?days?| of (?:it|that|{_OF_LEAVE}))*))*\W*"
)
"""What says once more which days are not wanted any longer: "back on the 18th, cancel the last day"."""
_BACK = re.compile(
    rf"{_LEAD}(?:(?P<named>{_CHANGES} {_OF_LEAVE}(?: short)?),? )?"
    r"(?:(?:and|i'?m|i'?ll|i|can|be|coming|come|to be) )*back"
    rf"(?: (?:to|at) work| in the office| from {_OF_LEAVE})?(?: on| by| in)? (?P<rest>.+?){_TAIL}$"
)
_DAY_LESS = re.compile(
    rf"{_LEAD}(?:{_DROPS} (?:the |my )?last day(?: (?:of|off) (?:it|that|(?P<leave>{_OF_LEAVE})))?"
    r"|(?:(?:i'?m|i'?ll|i|be|coming|come) )*back (?P<early>(?:a|one|1) day (?:early|earlier|sooner)))\W*$"
)
_DROPPED = re.compile(
    rf"{_LEAD}(?:cancel|take back|drop|scratch|delete|withdraw|forget|undo|cancela) {_OF_LEAVE}\W*$"
    rf"|{_LEAD}(?:i'?m )?not (?:taking|going on) {_OF_LEAVE}(?: after all| any ?more)?\W*$"
)


@dataclass(frozen=True, slots=True)
class DaysChanged:
    """`named`: the words name the leave. `last_only`: they say when it ends, and its beginning stays.

    `back`: the day that they say is the first one at work again. `day_less`: they take its last day away.
    """

    rest: str
    named: bool
    last_only: bool
    back: bool = False
    day_less: bool = False


@dataclass(frozen=True, slots=True)
class CoverChanged:
    """Who is to cover, in whose stead ("" where the words say none)."""

    to: str
    instead_of: str


def days_changed(text: str) -> DaysChanged | None:
    """What the words say of other days for a leave; None where they say nothing of the kind. Pure."""
    words = evened(text)
    if len(words) > _LONGEST:
        return None
    if (back := _BACK.match(words)) and _DAYS_ALONE.fullmatch(back["rest"]):
        return DaysChanged(f"until {back['rest']}", back["named"] is not None, last_only=True, back=True)
    if less := _DAY_LESS.match(words):
        return DaysChanged("", bool(less["leave"] or less["early"]), last_only=True, day_less=True)
    named = _EXPLICIT.match(words)
    found = named or _IMPLICIT.match(words)
    rest = found["rest"].strip() if found else ""
    stretch = named or (found and _STRETCH.search(found[0]))
    if not rest or not stretch or _DAYS_ALONE.fullmatch(rest) is None:
        return None
    last_only = bool(_TO_ONLY.match(rest) or _LASTS.search(words))
    return DaysChanged(rest, named is not None, last_only)


def drops_leave(text: str) -> bool:
    """Whether the words take leave back altogether. Pure."""
    words = evened(text)
    return len(words) <= _LONGEST and _DROPPED.match(words) is not None


def new_days(
    said: DaysChanged, first: date, last: date | None = None, *, sent_at: datetime, tz: ZoneInfo
) -> tuple[date, date] | None:
    """The first and last day now of leave that began on `first`; weekdays are those of the leave.

    `last`: on which day it ended so far. None where they can't be told.
    """
    if said.day_less:
        return (first, last - timedelta(days=1)) if last and last > first else None
    eve = datetime.combine(first - timedelta(days=1), time(12), tz)
    noon = datetime.combine(first, time(12), tz)
    if said.last_only:
        until = re.sub(r"^\W*(?:(?:only|just|be) )*(?:to|til) ", "until ", said.rest)
        found = period(until, sent_at=noon, tz=tz, intent=Intent.PLAN_LEAVE)
        ends = found.last if found else None
        if ends and said.back:
            ends -= timedelta(days=1)
        return (first, ends) if ends and ends >= first else None
    base = sent_at if _ANCHORED.search(said.rest) else eve
    found = period(said.rest, sent_at=base, tz=tz, intent=Intent.PLAN_LEAVE)
    if found is None or found.first is None:
        return None
    return found.first, found.last or found.first


_DOES = (
    r"(?: be| to)?(?: (?:do|does|cover|covers|take|takes|has|have|handle|handles|review|reviews|watch))?"
    r"(?: (?:it|that|for me|them|this|my (?:desk|cases|reviews|notes|team|unit)))?"
)
_OF_WHOM = r"(?: of (?:OLD|her|him|them))?"
_CANNOT = r"(?:can'?t|cannot|won'?t|is out|isn'?t)(?: (?:cover|do it|make it|available))?,?"
_COVER_FORMS = (
    rf"{_LEAD}(?:(?:can|could|let|have|make|use|put|will) )?(?:it )?NEW{_DOES} instead{_OF_WHOM}\W*$",
    rf"{_LEAD}{_CHANGES} (?:my |the )?(?:cover(?:age|er)?|back ?up|stand[- ]?in) (?:from OLD )?to NEW\W*$",
    rf"{_LEAD}not OLD,? (?:but |it'?s )?NEW{_DOES}\W*$",
    rf"{_LEAD}NEW{_DOES},? not OLD\W*$",
    rf"{_LEAD}OLD {_CANNOT} (?:so |but )?NEW (?:will|can|is){_DOES}\W*$",
    rf"{_LEAD}swap (?:out )?OLD (?:for|with) NEW\W*$",
)


def cover_changed(agency: Agency, staff_id: str, text: str) -> CoverChanged | None:
    """Who is to stand in instead of whom ("can Desmond do it instead of Rosa"); None: no such thing. Pure."""
    words = evened(text)
    named = named_in(agency, staff_id, words) if len(words) <= _LONGEST else ()
    forms = {form: each for each in named for form in _forms(agency.staff[each].name)}
    if not forms:
        return None
    names = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    for pattern in _COVER_FORMS:
        said = pattern.replace("NEW", f"(?P<to>{names})").replace("OLD", f"(?P<old>{names})")
        if (found := re.match(said, words)) and forms[found["to"]] != forms.get(_old(found)):
            return CoverChanged(forms[found["to"]], forms.get(_old(found), ""))
    return None


def _old(found: re.Match[str]) -> str:
    return found.groupdict().get("old") or ""


def _forms(name: str) -> tuple[str, ...]:
    """The whole name, the first, the last."""
    parts = folded(name).split()
    return folded(name), parts[0], parts[-1]
