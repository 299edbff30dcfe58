"""Why a visit is moved, said before what is wanted: "she has a dr appt so lets do 5", "mejor el jueves"."""

from __future__ import annotations

import re

_TIME = (
    r"(?:(?:on|at|for|a|el|al|la|las|para|this|next|tomorrow|manana) )*(?:\d|mon|tue|wed|thu|fri|sat|sun|"
    r"lun|mar|mie|jue|"
    r"vie|sab|dom|noon|mediodia|tomorrow|manana|next week|the (?:day|week|next|following)|same)"
)
_WANTED = (
    rf"(?:(?:let's|lets|we'll|can we|could we|we can|i can|i'd rather|gotta|need to|have to|had to|"
    rf"please|pls) "
    r"(?:please |just )?(?:do|make|move|push|say|switch|bump|try|go|have)(?!\w)"
    r"|(?:make|push|move|bump|switch|shift|reschedule|change) (?:it|that|this|her|him|them|to|"
    r"the visit)(?!\w)"
    rf"|(?:do|try) (?:it |that )?{_TIME}"
    rf"|mejor {_TIME}|(?:pasa|mueve|cambia|corre|deja)(?:r|mos)?(?:la|lo)(?!\w)|(?:la|lo) (?:hacemos|"
    rf"pasamos|movemos|"
    r"dejamos)(?!\w)|(?:hagamos|dejemos)(?:la|lo)(?!\w))"
)
_SO = r"(?:so|and so|asi que|entonces|por eso|pues)"
_REASON = re.compile(rf"\W*\w[^?]{{5,}}?(?:[,;.!:]+ (?:{_SO},? )?|(?<= ){_SO},? )(?={_WANTED})")
_RATHER = re.compile(
    rf"(?:\W|(?:no|oh|ay|oye|perdon|sorry|ok|actually|pues|y)(?!\w))*(?:mejor|better|rather) {_TIME}"
    r"|[^?.!]{2,30}? (?:works?|is|are|be|would be|seems|suits?)(?: (?:a )?(?:\w+ )?)?better(?!\w)"
    r"|[^?.!]{2,30}? (?:me |le |les |nos )?(?:queda|conviene|sirve|va|viene) mejor(?!\w)"
)


def reason_ends(low: str) -> int:
    """Where what is wanted of a plan begins, behind the words why; 0 where it stands first."""
    last = 0
    while match := _REASON.match(low, last):
        last = match.end()
    return last


def rather(low: str) -> bool:
    """“Mejor el jueves", "Friday works better": another day or hour wished for."""
    return _RATHER.match(low) is not None
