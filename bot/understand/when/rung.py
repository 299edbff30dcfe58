"""An hour right behind whom one rang or wrote to: "called Carol 420 she will come", "txtd her 305"."""

from __future__ import annotations

import re

_WHOM = (
    r"(?:me|us|her|him|them|(?:the )?§+(?:'s)?(?: §+)?|(?:the )?(?:\d+ )?(?:pct|precinct|police|nypd|ems|"
    r"hotline|scr)|"
    r"911|988|from (?:jail|work|school|the \w+))"
)
RANG_AT = re.compile(
    r"(?<!\w)(?:called|calls?|texted|texts?|txt(?:e?d)?|tc|t/c|phoned|rang|emailed|facetimed|llame|texteo|"
    r"marque|"
    r"phone call)(?: (?:back|again))? (?:(?:to|with|w/?|a) )?"
    rf"{_WHOM}(?: (?:back|again|cell))?,? $"
)
"""Over the text before the number, names as §."""
A_WORD = re.compile(
    r"[,.;]? (?![nsew]\.? [\d¤])(?!(?:st|ave|street|avenue|road|rd|blvd|times|x)\b)[a-z§]|[,.;]?\s*$"
)
"""What may stand behind such an hour: no street, and no unit."""
THE_NUMBERED = re.compile(r"(?<!a )\bla $")
"""“El parque de la 204": a school by its number."""
# "Review hrg 930 juv ct": an hour right behind what was held, whatever stands behind it.
HEARD_AT = re.compile(
    r"\b(?:hrg|hearing|court|ct|conf|conference|mtg|meeting|visit|visita|hv|fv|session|spr|ftm"
    r"|audiencia|corte) $"
)
# "Got there 5, left 5:40".
CAME_AT = re.compile(
    r"\b(?:got (?:there|here|in|home)|arrived|pulled (?:up|in)|showed up|llegue)(?: there| here)? $"
)
