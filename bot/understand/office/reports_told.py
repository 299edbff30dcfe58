"""“Rivera court report filed today", "filed the court report for Rivera": a duty done, and no event."""

from __future__ import annotations

import re

from bot.understand.writing.text import evened

_DONE = r"(?:filed|submitted|sent(?: in)?|turned in|uploaded|done|finished|completed|in|e-?filed|handed in)"
_REPORT = r"court reports?"
_LEAD = r"^\W*(?:(?:ok|okay|hi|hey|fyi|so|and|also|just|i|we|i've|i have|already),? )*"
_WHEN = r"(?: (?:today|yesterday|now|already|this (?:morning|afternoon)|on time|last \w+|on \w+))*\W*$"
_TOLD = tuple(
    re.compile(_LEAD + pattern + _WHEN)
    for pattern in (
        (
            rf"(?:the )?(?P<who>(?!the )[\w'-]+(?: [\w'-]+)?) (?:family )?{_REPORT} (?:is |was |got "
            rf"|has been |were |are )?(?:all )?{_DONE}"
        ),
        (
            rf"(?:the )?{_REPORT} (?:for|on|of) (?:the )?(?P<who>[\w'-]+(?: [\w'-]+)?)(?: family)? "
            rf"(?:is |was |got |has been )?(?:all )?{_DONE}"
        ),
        rf"{_DONE} (?:the |my |a )?(?P<who>(?!the |my |court )[\w'-]+(?: [\w'-]+)?) (?:family )?{_REPORT}",
        (
            rf"{_DONE} (?:the |my |a )?{_REPORT} (?:for|on"
            rf"|of) (?:the )?(?P<who>[\w'-]+(?: [\w'-]+)??)(?: family)?"
        ),
        (
            r"(?:(?:el|la) )?(?:informe|reporte) (?:de|para) (?:la )?corte (?:de|para) (?:la familia |los )?"
            r"(?P<who>[\w'-]+(?: [\w'-]+)?) (?:ya )?(?:esta |fue )?(?:entregado|enviado|sometido|radicado"
            r"|listo)(?: hoy)?"
        ),
        (
            r"(?:ya )?(?:entregue|envie|someti|mande|radique) (?:el )?(?:informe|reporte) (?:de"
            r"|para) (?:la )?corte (?:de|para)"
            r" (?:la familia |los )?(?P<who>[\w'-]+(?: [\w'-]+)??)(?: hoy)?"
        ),
    )
)


def court_report_told(text: str) -> str:
    """Of whom the words say that the court report is filed, folded; "": they say no such thing. Pure."""
    words = evened(text)
    if len(words) > 90:
        return ""
    found = next((match for each in _TOLD if (match := each.match(words))), None)
    return found["who"].removesuffix("'s") if found else ""
