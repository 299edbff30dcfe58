"""An hour that is told of somebody, and nothing beside it: "owen was 315 to 4" puts right without a "no"."""

from __future__ import annotations

import re

_DAY = r"(?:mon|tues?|weds?|wednes|thurs?|thu|fri|sat|satur|sun)(?:day)?"
_NOBODY = (
    rf"(?:it|that|this|she|he|they|we|i|you|which|there|who|what|and|also|{_DAY}|today|yesterday|tonight|"
    r"tomorrow|ayer|hoy|eso|esto|este|no|not|lo|la|el|las|los|ella|ellos|visits?|calls?|tc|hv|fv|meeting|mtg|"
    r"hearing|court|session|text|email|letter|conference|ftm|review|appt|appointment|time|date|day|"
    r"hours?|start|end|length|duration|"
    r"pickup|drop(?:off)?|transport|ride|lunch|dinner|school|class|practice|therapy|dentist|doctor|"
    r"dr|home|last|first|"
    r"second|third|next|other|same|whole|both|all|one|visita|llamada|hora|fecha|cita|reunion|"
    r"audiencia|corte|the|my)"
)
_HOUR = (
    r"(?:(?:at|around|like|about|more like|actually|really|just|de|from|a las?) )*"
    r"(?:[0-1]?\d:?[0-5]\d(?!\d| ?/)|noon|midnight|(?:1[0-2]|[1-9]) ?"
    r"(?:[ap]m?(?!\w)|(?:to|til|till|until|-|a) ?\d)|(?<=at )\d{1,2}(?!\d)|(?<=a las )\d{1,2}(?!\d)|"
    r"(?<=a la )1(?!\d))"
)
"""Not “Tobi was 12 today"."""
_BESIDE = (
    r"(?:[\s,\-–—]|(?:\d[\d:.]*|am|pm|a|p|to|til|till|until|from|at|and|y|noon|midnight|yesterday|today|"
    rf"tonight|ayer|this morning|this afternoon|{_DAY}|min(?:ute)?s?|ish|de la tarde|de la manana|"
    rf"hasta|las?|actually|"
    r"sorry|instead|my bad|i mean|en realidad|perdon)(?!\w)|(?<=\d)(?:am|pm|a|p|ish)(?!\w))*"
)
_ALONE = re.compile(
    rf"(?!{_NOBODY}(?!\w))[a-z][a-z.'-]+(?: (?!{_NOBODY}(?!\w))[a-z][a-z.'-]+)??"
    r" (?:was|were|is|should be|should have been|fue|era)"
    rf" {_HOUR}{_BESIDE}"
    r"(?=[.;!\n]|$)"
)
_ITS_DAY = re.compile(
    rf"(?!{_NOBODY}(?!\w))[a-z][a-z.-]+(?: (?!{_NOBODY}(?!\w))[a-z][a-z.-]+)??['’]s"
    r" (?:was|is|wasn't|should be|should have been|fue|era)(?: (?:actually|really|just|not|on|el))*"
    rf" (?:yesterday|today|last night|this morning|ayer|hoy|anoche|(?:last |el )?{_DAY}(?!\w))"
    r"[^.;!?\n]{0,30}(?=[.;!\n]|$)"
)
"""“Maya's was yesterday": the day of her note."""


def hour_of_somebody(low: str, start: int, end: int) -> bool:
    """Whether a folded sentence tells the hour of somebody and nothing else."""
    return (_ALONE.match(low, start, end) or _ITS_DAY.match(low, start, end)) is not None
