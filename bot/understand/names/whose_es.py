"""Spanish words that are somebody's name, told by what stands before: "las vacunas de luz", "dejaron a luz".

Before a thing the same words mean the thing: "el recibo de luz", "va a dar a luz".
"""

from __future__ import annotations

import re

from bot.understand.names.message import Message
from bot.understand.names.text import word_set
from bot.understand.names.words import common_words, cues, spanish_words

_SAW_A = word_set(
    "vi visite llame llamar visitar ver recogi lleve entreviste observe conoci encontre acompane hable vimos "
    "visitamos veo ver viendo luego despues tambien llevo llevar recoger acompanar buscar"
)
_DONE_TO = re.compile(r"\w*(?:aron|ieron|aba|aban|ando|iendo|[aei]r|[aei]ron|arle|erle|irle|[eio])$")
_BORN = word_set("dar dio dando dieron dado dara salir salio sacar saco sacaron salieron venir vino")


def of_or_to_somebody(message: Message, i: int) -> bool:
    """As in "vi a Angel", "golpearon a Luz", "las vacunas de luz"."""
    before, earlier = message.before(i), message.before(i, 2)
    if before == "a":
        return earlier in _SAW_A or (message.at(i).word in spanish_words() and _done_to(earlier))
    if before != "de" or message.at(i).word not in spanish_words():
        return False
    # "La corte de luz" is hers; "un corte de luz" is no light.
    return earlier in cues("owned_es") or (earlier == "corte" and message.before(i, 3) == "la")


def _done_to(verb: str) -> bool:
    """Whether the word before "a" may be what somebody did, in Spanish."""
    if len(verb) < 4 or verb in _BORN or verb in common_words() - spanish_words():
        return False
    return _DONE_TO.match(verb) is not None
