"""Calls told as a list on one line: "2 calls: ms Lee 9a 5 min re his coat, ms Moss 915 10 min daycare".

Behind the head each entry has whom and its hour, or the hour and whom. Each is written out as a call of its
own, so that none takes the hour, the length or the words of another family's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.understand.names.text import word_set
from bot.understand.writing.wording import Change

_WAYS = {
    "call": ("phone call with ", "phone call at "),
    "text": ("texted ", "texted at "),
    "mail": ("emailed ", "emailed at "),
}
_DAY = (
    r"(?:today|yesterday|yest|hoy|ayer|(?:on )?\d{1,2}/\d{1,2}(?:/\d{2,4})?|(?:on )?(?:mon|tue|tues|wed|weds|"
    r"thu|thur|thurs|fri|sat|sun)(?:day|nesday|sday|rsday|urday)?|(?:el )?(?:lunes|martes|miercoles|jueves|"
    r"viernes|sabado|domingo))(?:'?s(?= ))?"
)
_MANY = r"(?:calls|tcs|pcs|tc's|llamadas|(?P<text>texts|txts|mensajes|textos)|(?P<mail>e-?mails|correos))"
_LITTLE = (
    rf"(?:\d|two|three|four|five|several|few|some|a|i|we|made|had|got|did|hice|tuve|log|enter|add|my|the|"
    rf"dos|tres|cuatro|cinco|mis|las|los|quick|short|phone|ph|outgoing|incoming|more|otras|from|for|of|this|"
    rf"that|morning|afternoon|am|pm|day|only|so|far|list|to|2|pls|please|de|esta|por|telefono|la|{_DAY})"
)
# "2 calls:", "made 3 phone calls today -", "calls fri.", "made two calls, ms …"
_HEAD = re.compile(
    rf"(?:^|(?<=\n)|(?<=[.!?;] ))[^\w\n]{{0,4}}(?P<led>(?:{_LITTLE} ){{0,6}}){_MANY}"
    rf"(?P<behind>(?: {_LITTLE}){{0,5}})"
    r"(?: ?[:.;–-]+\s+|:| ?\n\s*|,? (?=(?:ms|mr|mrs|dr|sra|sr|la sra|el sr)\.? ))"
)
# "called ms …": the verb of the first is that of those behind it.
_VERB = re.compile(
    r"(?:^|(?<=\n)|(?<=[.!?;] ))[^\w\n]{0,4}(?:(?:today|hoy) )?(?:i |we )?(?P<verb>called|phoned|rang|"
    r"texted|txted|emailed|(?:tc|t/c|pc|p/c|phone call|ph call) (?:with|w/?|to|from)|(?:spoke|talked)"
    r"(?: (?:by|on the) phone)? (?:with|w/?|to)|(?:yo )?(?:llame a|hable con|le escribi a|texteo a|textee a|"
    r"(?:me )?llamo)) "
)
_TITLED = re.compile(r"(?:(?:the|la|el|a|to|with) )*(?:ms|mrs|mr|miss|dr|dra|sra|sr|srta)(?!\w)")
_SURE = re.compile(r"\d{3}|[:.]\d|[ap]\.?m?\.?$")
_IN_DAYS = re.compile(rf"(?<!\w){_DAY}(?!\w)")
_TITLE = r"(?:(?:the|la|el|his|her|con|with|w/?|to|a) )?(?:(?:ms|mrs|mr|miss|dr|dra|sra|sr|srta)\.? )?"
_NAME = r"(?!\d)[^\W\d][\w'’.-]*"
_WHO = rf"(?P<who>{_TITLE}{_NAME}(?: {_NAME}){{0,3}}?)"
_CLOCK = (
    r"(?!911(?!\w))(?:\d{1,2}[:.][0-5]\d ?(?:[ap]\.?m?\.?)?|"
    r"(?:0?[1-9]|1[0-9]|2[0-3])[0-5]\d ?(?:[ap]\.?m?\.?)?|"
    r"\d{1,2} ?(?:[ap]\.?m?\.?)|(?:1[0-2]|[1-9]))(?![\w/:])"
    r"(?! ?(?:min|mins|m|minutes|minutos|times?|x|kids?|years?|yrs?|yo|days?|weeks?|of)(?!\w))"
)
_AT = r"(?:(?:at|@|a las?) ?)?"
_JOINT = (
    r"(?:[,;.]+\s+|\s*\n\s*|,? (?:and|n|&|\+|y|then|also|plus|luego)(?: (?:and|then|also|luego|one|otra))* )"
)
_LAST = re.compile(rf"{_WHO},? (?P<hour>{_AT}{_CLOCK})")
_FIRST = re.compile(
    rf"(?P<hour>{_AT}{_CLOCK}),?(?: -| –|:)? (?:(?:with|w/?|to|con|a) )?{_WHO}(?=[,;.:(\n]| |$)"
)
_LONG = re.compile(r",? ?\(?~?\d{1,3} ?(?:minutes|minutos|mins?|m)\.?\)?(?!\w)")
_NEXT = re.compile(_JOINT)
# What is a verb or stands for a talk of its own: the entry is told as a sentence.
_NO_NAME = word_set(
    "i we he she they it yo ella el said says told asked asks wants called texted emailed spoke talked met "
    "saw seen visit visited at on in by re about abt sobre regarding for from until till next back is was "
    "will has had no not and or but then if when left lvm lm vm voicemail due appt appointment today "
    "tomorrow tmrw yesterday monday tuesday wednesday thursday friday mon tue tues wed weds thu thurs fri "
    "grade age aged again once twice more tried got her him me them us someone nobody otra vez nuevo luego "
    "dijo dice pidio quiere manana lunes martes miercoles jueves viernes apt room ps is the of my"
)
_TOLD = re.compile(
    r"(?P<told>(?:lvm|lm|left (?:a )?(?:vm|voicemail|message|msg|voice mail)|called|texted|emailed|tried|"
    r"spoke|talked|no ans(?:wer)?) (?:(?:for|with|w/?|to) )?)"
)
_SAYS_HOW = re.compile(
    r"[\s,]*(?:$|[,;.\n]|re\b|regarding|about|abt|sobre|por |para |de |for |lvm|lm\b|vm\b|left|no (?:answer|"
    r"ans|pick)|n/a|na\b|busy|off\b|disconnected|straight|voicemail|she|he|ella|el\b|said|says|told|dice|"
    r"dijo|spoke|talked|w/|with|no contest|buzon|answered|both|all|and|y\b|wants|asked|\(|-|:)"
)
_BARE = re.compile(
    r"(?P<at>at |@ ?|a las? )?(?P<hour>\d{1,2}?)(?P<minute>[0-5]\d)?(?P<half> ?[ap]\.?m?\.?)?$"
)


_FAR = 240
"""No entry has more letters behind its hour than these."""


@dataclass(frozen=True, slots=True)
class _Row:
    """An entry of a list: where it and what joins it begin, whom it names, its hour, where that ends."""

    joint: int
    start: int
    who: tuple[int, int]
    hour: tuple[int, int]
    end: int
    told: bool


def called_rows(low: str) -> Iterator[Change]:
    """The changes of a folded text that write its lists of calls out; none where there is but one entry."""
    for head in _HEAD.finditer(low):
        rows = _rows(low, head.end())
        if len(rows) > 1:
            day = _IN_DAYS.search(f"{head['led']} {head['behind']}")
            said = f" {day.group().removesuffix('s').removesuffix(chr(39))}" if day else ""
            way = _WAYS["text" if head["text"] else "mail" if head["mail"] else "call"]
            for n, row in enumerate(rows):
                yield from _row_out(low, row, way, said, first=n == 0)
            return
    for head in _VERB.finditer(low):
        rows = [row for row in _rows(low, head.end()) if _plain(low, row)]
        if len(rows) > 1 and rows[0].joint == head.end():
            for n, row in enumerate(rows):
                yield from _row_out(low, row, (f"{head['verb']} " if n else "", ""), "", first=n == 0)
            return
    rows = _rows(low, 0) if _TITLED.match(low) else []
    if len(rows) > 1 and all(_TITLED.match(low, row.start) and _LONG.match(low, row.end) for row in rows):
        for n, row in enumerate(rows):
            yield from _row_out(low, row, ("", ""), "", first=n == 0)


def _plain(low: str, row: _Row) -> bool:
    """Whether an entry behind a verb is surely one: whom, then the hour; no age and no appointment."""
    who, hour = low[slice(*row.who)], low[slice(*row.hour)]
    if row.told or row.hour[0] < row.who[0] or _IN_DAYS.match(low, row.hour[1] + 1):
        return False
    return bool(_TITLED.match(who) or _SURE.search(hour))


def _rows(low: str, at: int) -> list[_Row]:
    found: list[_Row] = []
    first = _row(low, at, at)
    if first is None:
        return found
    found.append(first)
    while joint := _NEXT.search(low, found[-1].end):
        row, far = None, found[-1].end + _FAR
        while joint and joint.start() < far and (row := _row(low, joint.start(), joint.end())) is None:
            joint = _NEXT.search(low, max(joint.start() + 1, joint.end() - 1))
        if row is None:
            break
        found.append(row)
    return found


def _row(low: str, joint: int, start: int) -> _Row | None:
    told = _TOLD.match(low, start)
    at = told.end() if told else start
    match = _LAST.match(low, at) or _FIRST.match(low, at)
    if match is None or _NO_NAME & set(re.findall(r"[^\W\d]+", match["who"])) - _titles(match["who"]):
        return None
    return _Row(joint, start, match.span("who"), match.span("hour"), match.end(), told is not None)


def _titles(who: str) -> set[str]:
    """The words right before a name that are no part of it."""
    led = re.match(_TITLE, who)
    return set(re.findall(r"[^\W\d]+", led.group())) if led else set()


def _row_out(low: str, row: _Row, way: tuple[str, str], day: str, *, first: bool) -> Iterator[Change]:
    with_whom, at_hour = way
    if not first:
        yield row.joint, row.start, ". "
    led = row.hour[0] < row.who[0]
    hour = _hour(low[slice(*row.hour)]) + day
    if led:
        yield *row.hour, (hour if row.told else f"{at_hour}{hour.removeprefix('at ')} with")
    else:
        if not row.told:
            yield row.who[0], row.who[0], with_whom
        yield *row.hour, hour
    long = _LONG.match(low, row.end)
    end = long.end() if long else row.end
    if not _SAYS_HOW.match(low, end):
        yield end, end, ", re: "


def _hour(typed: str) -> str:
    """An hour as the finder of times knows it: "915" is 9:15, "9" nine o'clock."""
    bare = _BARE.fullmatch(typed)
    if bare is None:
        return typed if typed.startswith(("at ", "@", "a la")) else f"at {typed}"
    half = (bare["half"] or "").strip()
    return f"at {int(bare['hour'])}:{bare['minute'] or '00'}{' ' + half if half else ''}"
