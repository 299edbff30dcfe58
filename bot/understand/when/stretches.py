"""Stretches of days that a question may name: a day, a week, a weekend, a month, a quarter, a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.understand.parts import Tense
from bot.understand.when.dating import dated
from bot.understand.when.days import MONTH, days
from bot.understand.when.durations import days_ago
from bot.understand.when.shapes import Atom, Field
from bot.understand.when.vocabulary import MONTH_CODES

Bounds = tuple[date, date]
_NUMBER = r"(?P<n>~?\d{1,3}|couple(?: of)?|few|par de)"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Something said at canonical [start, end); `bounds` gives its days, seen from a day and a tense.

    `dateish`: a month and day; `fixed`: counted from the day of sending, whatever stands before it;
    `bare`: a weekday alone.
    """

    start: int
    end: int
    bounds: Callable[[date, Tense], Bounds | None]
    dateish: bool = False
    fixed: bool = False
    bare: bool = False


_BACK = r"(?:last|past|previous|prior|ultim[oa]s?)"
_AHEAD = r"(?:next|coming|following|proxim[oa]s|upcoming)"
_COUNTED = re.compile(
    rf"(?<!\w)(?:(?P<back>{_BACK})|(?P<ahead>{_AHEAD})) {_NUMBER} (?P<u>days?|weeks?|months?|years?|"
    rf"weekends?)(?!\w)"
)
_ROLLING = re.compile(
    r"(?<!\w)(?:(?P<back>past|ultim[oa])|(?P<ahead>upcoming)) (?P<u>week|month|"
    r"year)(?!\w)(?! de mo)"
)
_UNIT = re.compile(
    r"(?<!\w)(?:(?P<rest>(?:the )?rest of (?:the|this)|(?:el |lo que queda )?resto de(?: la|l| el| este|"
    r" esta)?|remainder of the) |(?P<far>so far this) |(?P<end>(?:the )?end of (?:the |this )?|eo|"
    r"fin(?:al)?(?:es)? (?:del|de la|de el|de) (?:this )?)(?=week|month|year|quarter)|"
    r"(?P<how>this|my|mi|last|next|current|coming|previous|prior|following|past|all|the whole|del|de la|"
    r"de el|de|for the|the entire|whole|the|la|el|of the|after next) (?:whole |entire |calendar |coming |"
    r"past |current )?)(?P<u>weekend|fin de week|finde|week|month|year|quarter)(?: (?P<post>last|next|"
    r"que viene|entrante|anterior|after next|so far))?(?!\w)(?! of)"
)
_TO_DATE = re.compile(r"(?<!\w)(?:(?P<u>month|year|week) to date|(?P<y>ytd|mtd))(?!\w)")
_WEEKEND = re.compile(r"(?<!\w)(?:weekend|finde)(?! of)(?!\w)")
_WEEK_OF = re.compile(
    r"(?<!\w)(?:(?:the|la|el) )?(?P<u>weekend|week|fin de week|finde)"
    r" (?:of|de|del|starting|beginning|(?:right |just )?(?:(?P<after>after|following|afterwards)"
    r"|(?P<before>before|prior to|antes)))(?: del?)?(?: the| el)? (?=¦)"
)
_QUARTER = re.compile(
    r"(?<!\w)(?:q(?P<q>[1-4])|(?P<o>~?[1-4])(?:st|nd|rd|th|o|er|do) quarter)(?: (?:of |"
    r"de )?(?P<y>20\d\d))?(?!\w)"
)
_MONTH = re.compile(
    rf"(?<!\w)(?:(?P<lead>in|for|during|of|since|thru|until|from|last|next|this|back in|en|de|del|to|and|"
    rf"month of|end of|beginning of|early|late|mid|entire|all of|whole|-|,|n|may)[ -])?(?:of |"
    rf"the )?(?P<mo>{MONTH})(?!\w)(?!,? ~?\d{{1,2}}(?![\d]))"
    r"(?:,? (?:of |de |del )?(?P<y>20\d\d))?"
)
_YEAR = re.compile(
    r"(?<!\w)(?:in|for|of|during|en|de|since|desde|all of|year|todo) (?P<y>20[1-4]\d)(?![\w:/-])"
)


def stretches(field: Field) -> list[Stretch]:
    """All stretches in the text, in order."""
    found: list[Stretch] = []
    for pattern, build in (
        (_QUARTER, _quarter),
        (_COUNTED, _counted),
        (_ROLLING, _counted),
        (_TO_DATE, _to_date),
    ):
        found += _read(field, pattern, build)
    atoms = days_ago(field) + days(field, loose=True)
    found += [
        Stretch(a.start, a.end, _day(a), dateish=_is(a, "date"), fixed=_fixed(a), bare=_bare(a))
        for a in atoms
    ]
    found = _weeks_of(field, found)
    found += _read(field, _UNIT, _unit) + _read(field, _WEEKEND, _unit)
    found += _read(field, _MONTH, _month) + _read(field, _YEAR, _year)
    return sorted(found, key=lambda s: s.start)


def _read(
    field: Field, pattern: re.Pattern[str], build: Callable[[re.Match[str]], Stretch | None]
) -> list[Stretch]:
    found = [s for m in pattern.finditer(field.free) if (s := build(m))]
    field.take_all([(s.start, s.end) for s in found])
    return found


def _day(atom: Atom) -> Callable[[date, Tense], Bounds | None]:
    def bounds(sent: date, tense: Tense) -> Bounds | None:
        assert atom.day is not None
        found = dated(atom.day, sent, tense)[0]
        return (found, found) if found else None

    return bounds


def _fixed(atom: Atom) -> bool:
    return _is(atom, "offset") or (_is(atom, "weekday") and not _bare(atom))


def _bare(atom: Atom) -> bool:
    return atom.day is not None and atom.day.kind == "weekday" and not atom.day.how


def _is(atom: Atom, kind: str) -> bool:
    return atom.day is not None and atom.day.kind == kind


def _weeks_of(field: Field, found: list[Stretch]) -> list[Stretch]:
    """`the week of 12/7`: Monday to Sunday around that day."""
    leads = {m.end(): m for m in _WEEK_OF.finditer(field.free)}
    weeks = {m.start(): m for m in re.finditer(r"(?<=¦) (?P<u>week|weekend)(?!\w)", field.free)}
    taken = [*leads.values(), *(weeks[s.end] for s in found if s.end in weeks)]
    found = [_around(s, weeks[s.end]) if s.end in weeks else s for s in found]
    field.take_all([m.span() for m in taken])
    return [_around(s, leads[s.start]) if s.start in leads else s for s in found]


def _around(day: Stretch, lead: re.Match[str]) -> Stretch:
    """The week or weekend of that day, or the next one that begins after it, the last that ends before it."""
    weekend = lead["u"] != "week"
    said = lead.groupdict()

    def bounds(sent: date, tense: Tense) -> Bounds | None:
        found = day.bounds(sent, tense)
        if found is None:
            return None
        monday = found[0] - timedelta(days=found[0].weekday())
        if weekend and found[0].weekday() == 0:  # a Monday holiday ends its weekend
            monday -= timedelta(days=7)
        on = found[0].weekday()
        if said.get("before") and not (weekend and on == 0):
            monday -= timedelta(days=7)
        if said.get("after") and not (weekend and 0 < on < 5):
            monday += timedelta(days=7)
        return monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)

    return Stretch(min(lead.start(), day.start), max(lead.end(), day.end), bounds)


def _number(word: str | None) -> int:
    if word is None:
        return 1
    digits = re.sub(r"\D", "", word)
    return int(digits) if digits else 3 if word == "few" else 2


def _counted(match: re.Match[str]) -> Stretch:
    """`next 2 weeks` runs from the day of sending to the same weekday two weeks on; `past` likewise back."""
    said = match.groupdict()
    count, unit = _number(said.get("n")), said["u"].rstrip("s")

    def bounds(sent: date, _tense: Tense) -> Bounds:
        sign = -1 if said["back"] else 1
        if unit in {"day", "week", "weekend"}:
            other = sent + timedelta(days=sign * count * (1 if unit == "day" else 7))
        else:
            other = add_months(sent, sign * count * (1 if unit == "month" else 12))
        return (other, sent) if said["back"] else (sent, other)

    return Stretch(match.start(), match.end(), bounds)


def _to_date(match: re.Match[str]) -> Stretch:
    unit = match["u"] or ("year" if match["y"] == "ytd" else "month")
    return Stretch(match.start(), match.end(), lambda sent, _t: (unit_bounds(unit, sent, 0)[0], sent))


def _unit(match: re.Match[str]) -> Stretch | None:
    said = match.groupdict()
    unit = (said.get("u") or "weekend").replace("fin de week", "weekend").replace("finde", "weekend")
    how, post = said.get("how") or "", said.get("post") or ""
    if (
        not (said.get("rest") or said.get("end") or said.get("far"))
        and how in {"the", "la", "el", "of the", "del", "de la", "de el", "de", ""}
        and not post
        and unit != "weekend"
    ):
        return None
    steps = _steps(how, post)

    def bounds(sent: date, _tense: Tense) -> Bounds:
        first, last = unit_bounds(unit, sent, steps)
        if said.get("rest") or said.get("end"):
            return max(first, sent), last
        return (first, min(last, sent)) if said.get("far") or post == "so far" else (first, last)

    return Stretch(match.start(), match.end(), bounds)


def _steps(how: str, post: str) -> int:
    if post == "after next":
        return 2
    if post in {"last", "anterior"} or how in {"last", "previous", "prior", "past"}:
        return -1
    return 1 if post in {"next", "que viene", "entrante"} or how in {"next", "following", "coming"} else 0


def unit_bounds(unit: str, sent: date, steps: int) -> Bounds:
    """First and last day of the calendar week (from Monday), weekend, month …, `steps` away."""
    if unit in {"week", "weekend"}:
        monday = sent - timedelta(days=sent.weekday()) + timedelta(days=7 * steps)
        return monday + timedelta(days=5 if unit == "weekend" else 0), monday + timedelta(days=6)
    span = {"month": 1, "quarter": 3, "year": 12}[unit]
    start = date(sent.year, (sent.month - 1) // span * span + 1, 1)
    first = add_months(start, span * steps)
    return first, add_months(first, span) - timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day of the month, or the month's last day where that one is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = min(max(count // 12, 1), 9998), count % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


def _yearly(first_month: int, months: int, said: str | None) -> Callable[[date, Tense], Bounds]:
    """A month or quarter: past, the latest that has begun; future, the next that has not ended."""

    def bounds(sent: date, tense: Tense) -> Bounds:
        first = date(int(said) if said else sent.year, first_month, 1)
        if not said and tense is Tense.PAST and first > sent:
            first = add_months(first, -12)
        if not said and tense is Tense.FUTURE and add_months(first, months) <= sent:
            first = add_months(first, 12)
        return first, add_months(first, months) - timedelta(days=1)

    return bounds


def _quarter(match: re.Match[str]) -> Stretch:
    which = int(re.sub(r"\D", "", match["q"] or match["o"]))
    return Stretch(match.start(), match.end(), _yearly(which * 3 - 2, 3, match["y"]))


def _month(match: re.Match[str]) -> Stretch | None:
    code, lead = match["mo"], match["lead"]
    ends = not match.string[match.end() :].strip(" ?.!,")
    if code in {"may", "mar"} and not (lead or match["y"] or (ends and match.start() > 0)):
        return None
    month = MONTH_CODES.index(code if code.startswith("mo") else f"mo{code}") + 1
    plain = _yearly(month, 1, match["y"])

    def bounds(sent: date, tense: Tense) -> Bounds:
        if lead in {"last", "back in"}:
            return plain(sent.replace(day=1) - timedelta(days=1) if lead == "last" else sent, Tense.PAST)
        return (
            plain(add_months(sent.replace(day=1), 1), Tense.FUTURE) if lead == "next" else plain(sent, tense)
        )

    start = match.start("mo")
    return Stretch(start, match.end(), bounds)


def _year(match: re.Match[str]) -> Stretch:
    year = int(match["y"])
    return Stretch(match.start("y"), match.end(), lambda _s, _t: (date(year, 1, 1), date(year, 12, 31)))
