"""A fire that is drawn, played, dreamt or read about: told of an emergency, and none (READING.md, intents).

Only of what comes from outside, a fire, an accident, the police; who hurts a child in a drawing is another
matter. Looks at `words.Plain.text`.
"""

from __future__ import annotations

import re

from bot.understand.patterns.quick import Quick

_OUTSIDE = re.compile(
    r"(?<!\w)(?:(?:house|apartment|building) (?:is |was )?(?:on )?fires?|fires?|on fire|ambulances?"
    r"|polic[ei]\w*|cops?|shootings?|accidents?|crash(?:es)?|hospitals?|arrest\w*|incendios?|ambulancias?"
    r"|balaceras?)(?!\w)"
)
_NOTHING_BETWEEN = (
    r"(?: (?!and|when|while|until|but|then|because|so|if|after|before|again|y|cuando|pero|mientras|porque"
    r"|then|on|at|himself|herself|themselves)[\w']+){0,5}? ?$"
)
# What a child makes of it in pictures, games, nights and books; "playing with matches" makes a fire.
_IMAGINED = Quick(
    r"(?<!\w)(?:(?:draws?|drew|drawing|drawings|drawn|paint(?:s|ed|ing|ings)?|colou?r(?:s|ed|ing))"
    r"(?! (?:a |his |her |the )?(?:gun|knife|blade|weapon|blood))"
    r"|nightmares?|(?:bad )?dreams?|dreamt|dreamed|dreaming|pesadillas?|so[nñ]o|suena con"
    r"|play(?:s|ed|ing)?(?! (?:with|in|on|near|outside|at|by))|pretend(?:s|ed|ing)?|reenact\w*"
    r"|act(?:s|ed|ing)? out (?:the|a|his|her|what)"
    r"|(?:wrote|writes?|writing|read|reads|reading|leyo|leen|lee|leimos|escribio)"
    r"(?: (?:a|an|the|his|her|me|us|un|una|el|la|del|de|about|sobre)){0,3}"
    r"(?: (?:story|stories|book|books|poem|essay|cuentos?|libros?|report|chapter))?"
    r"|movies?|cartoons?|video ?games?|episodes?|peliculas?|caricaturas?|legos?|puppets?|dibuj\w+|pint[oa]\w*"
    r"|jueg\w+ (?:a|de)|jug\w+ (?:a|de))" + _NOTHING_BETWEEN
)
_REAL = re.compile(
    r"(?<!\w)(?:right now|rn|just (?:now|called|happened|got)|911|everybody is out|got out|evacuat\w*"
    r"|en route|i(?:'m| am) (?:here|there|at)|ahora mismo|ahorita)(?!\w)"
)


def imagined(text: str, before: str, found: str) -> bool:
    """Whether `found` is a fire, a crash, the police of a drawing or a dream, by the words `before` it."""
    outside = _OUTSIDE.search(found)
    return bool(
        outside and _IMAGINED.search((before + found[: outside.start()]).rstrip()) and not _REAL.search(text)
    )
