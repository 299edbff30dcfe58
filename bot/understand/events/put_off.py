"""“Leo's visit with his mom today got moved to Thursday at 4": one that was off, and one to come."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.understand.parts import TimeMention
from bot.understand.patterns.quick import Quick
from bot.understand.writing.words import Plain

_MOVED = Quick(
    r"(?<!\w)(?:(?:and|so|but|y|pero),? )?(?:(?:got|had to be|has been|is being|is|was|"
    r"were) )+(?:re-?scheduled|"
    r"moved|pushed|bumped|shifted|switched|changed|postponed)(?: (?:back|up|out|over))? (?:to|till|until|for)"
    r"(?: the)? $"
    r"|(?<!\w)(?:y |pero )?se (?:paso|movio|cambio|reprogramo|pospuso|corrio) (?:para )?(?:el |al? )?$"
)
# As far as an intent must know: what was to be on a day that is here, and was moved to another.
PUT_OFF = (
    r"(?:today|tonight|this (?:morning|afternoon|evening)|yesterday|hoy|ayer)(?:'s)?(?!\w)[^.;!?\n]{0,70}?"
    r"(?:(?:got|had to be|has been|was|were) (?:re-?scheduled|moved|pushed|bumped|shifted|switched|postponed)"
    r"(?: (?:back|up|out|over))? (?:to|till|until|for)|se (?:paso|movio|cambio|reprogramo|pospuso|corrio) "
    r"(?:para|al))"
)
# "… texted at 12:10 that he had no fare, so his 1:00 visit with Leo was cancelled", "called to cancel it".
_SO_THE = Quick(
    r"(?:(?:[,;] ?)?(?<!\w)(?:so|and|y|entonces|asi que|por eso) (?:that )?|(?<!\w)(?:to cancel|"
    r"para cancelar) |"
    r"[,;] )"
    r"(?:(?:his|her|their|the|our|today's)(?: supervised| family)?|(?:se cancelo |cancelar )?(?:la|su) visita"
    r"(?: de (?:hoy)?(?: ?(?:de|a) las?| ?las?)?)?) $"
)
_VISIT = Quick(r" (?:(?:supervised|family|weekly|office) )?visit(?!\w)")
_STOP = Quick(r"[.!?;\n]")
_MOST = 50
"""No more letters than these are those of the moving."""


def called_off(plain: Plain, times: Sequence[TimeMention]) -> set[tuple[int, int]]:
    """The stretches of `plain` of a visit with its hour, behind the call by which it was called off."""
    found: set[tuple[int, int]] = set()
    told = [t for t in times if t.role == "event" and t.starts_at and not t.ending]
    for before, after in pairwise(told):
        since = plain.from_raw(before.span.end)
        start, end = plain.from_raw(after.span.start), plain.from_raw(after.span.end)
        led = _SO_THE.search(plain.text, max(since, start - _MOST), start)
        if (
            led
            and ("visit" in led.group() or _VISIT.match(plain.text, end))
            and _OFF.search(plain.text, since)
        ):
            found.add((led.start(), end))
    return found


_OFF = Quick(r"(?<!\w)(?:cancel\w*|called off|off|se cancelo|cancelar)(?!\w)")


def put_off(plain: Plain, times: Sequence[TimeMention]) -> set[tuple[int, int]]:
    """The stretches of `plain` from the words of moving up to the new day, behind the day of which it was."""
    found: set[tuple[int, int]] = set()
    told = [t for t in times if (t.starts_at or t.on) and not t.ending]
    for before, after in pairwise(told):
        end = plain.from_raw(after.span.start)
        since = plain.from_raw(before.span.end)
        moved = _MOVED.search(plain.text, max(since, end - _MOST), end)
        if moved and before.role == "event" and not _STOP.search(plain.text, since, moved.start()):
            found.add((moved.start(), end))
    return found
