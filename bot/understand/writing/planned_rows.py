"""What is planned, told as a list: "plan: hope fri 4, winnie thurs 10" (READING, "Events").

Behind a head that speaks of what is to come each entry has whom, the day and the hour; each is written out
as one to be seen, so that none takes the day or the hour of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.understand.writing.wording import Change

_HEAD = re.compile(
    r"\W*(?:(?:my |the |mi )?(?:plans?|planned(?: visits)?|(?:visits|hvs|home visits) planned|schedule|sched"
    r"|agenda|upcoming(?: visits)?|coming up|week ahead|next (?:week|wk)|proxima semana|visitas planeadas))"
    r"(?: (?:for|of|para|de) (?:(?:the|this|next|la|esta) )?(?:week|wk|semana|proxima semana))?"
    r"(?: ?[:–-]+ ?| ?\n)\s*"
)
_DAYS = {
    "lun": "monday",
    "mar": "tuesday",
    "mie": "wednesday",
    "jue": "thursday",
    "vie": "friday",
    "sab": "saturday",
    "dom": "sunday",
}
_DAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?|lun(?:es)?|mar(?:tes)?|mie(?:rcoles)?|jue(?:ves)?|vie(?:rnes)?|sab(?:ado)?|dom(?:ingo)?"
    r"|tomorrow|tmrw|manana)"
)
_HOUR = r"(?:at |@ ?|a las? )?\d{1,2}(?::?\d\d)?(?: ?[ap]\.?m?\.?)?(?![\w/])"
_WHEN = rf"(?:on |el )?{_DAY}\.? {_HOUR}"
_WHO = r"([^\W\d][\w'’.-]*(?: [^\W\d][\w'’.-]*){0,3}?)"
_WHERE = r"(?: (?:at|in|en|@) [^,;\n\d]{1,30}?)?"
_ROW = re.compile(rf"(?:{_WHO} {_WHEN}{_WHERE}|{_WHEN} {_WHO}{_WHERE})(?= *(?:$|[,;.\n]|(?:and|y) ))")
_ON_DAY = re.compile(rf"(?<!\w)(?:on |el )?(?P<day>{_DAY})(?=\.? {_HOUR})")
_SPANISH = re.compile(r"(?<!\w)(?:lun|mie|jue|vie|sab|dom)")
_NEXT = re.compile(r"\s*(?:[,;\n]|\.(?=\s|$)|(?<!\w)(?:and|y|then|luego)(?!\w))+\s*(?:(?:and|y|then) )?")
# What has a word of its own needs none: "court fri 9:30", "hv Leo thurs 4".
_TOLD = re.compile(
    r"(?:(?:home |school |office |supervised )?visit|hv|h/v|fv|sv|see|seeing|call|meet|court|hearing|ftm"
    r"|conf\w*|supervision|training|off|out|leave|vacation|office|staff|team|dentist|doctor|dr|therapy|ver|visitar"
    r"|visita|llamar|corte|junta|reunion|spr|intake|pick|drop|take|transport)(?!\w)"
)


def planned_rows(low: str) -> Iterator[Change]:
    """The changes of a folded text that write a list of what is planned out; none unless all of it is one."""
    head = _HEAD.match(low)
    if head is None:
        return
    rows: list[int] = []
    gaps: list[tuple[int, int]] = []
    at = head.end()
    while row := _ROW.match(low, at):
        rows.append(row.start(1 if row.group(1) else 2))
        gap = _NEXT.match(low, row.end())
        at = gap.end() if gap else row.end()
        gaps += [gap.span()] if gap and at < len(low) else []
    if not rows or low[at:].strip(" ."):
        return
    yield head.start(), head.end(), "plan: "
    for start, end in gaps:
        yield start, end, ". "
    for start in rows:
        if not _TOLD.match(low, start):
            yield start, start, "see "
    yield from _days(low, head)


def _days(low: str, head: re.Match[str]) -> Iterator[Change]:
    """The days in English, each of the following week where the head says so."""
    ahead = "next " if re.search(r"next|proxima", head.group()) else ""
    spanish = _SPANISH.search(low, head.end()) is not None
    for match in _ON_DAY.finditer(low, head.end()):
        day = match["day"]
        word = _DAYS.get(day[:3]) if spanish or day == "martes" else None
        if word or ahead:
            yield *match.span("day"), ahead + (word or day)
