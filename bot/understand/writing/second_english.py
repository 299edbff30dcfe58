"""English as speakers of Spanish write it, in the rules' own words, where another meaning would be read.

"He told me in the phone", "the mother of Ana she arrived late", "the visit of brothers", "I have speak with";
and in Spanish a hearing that was attended and put off, which was held.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.understand.patterns.quick import Quick
from bot.understand.writing.wording import Change

_PHONE = Quick(
    r"(?<!\w)(?:told|tells?|speak|spoke|spoken|speaking|talked|talk|said|says?|called|call|conversation|hable"
    r"|hablo|hablamos|dijo|dice|llamo|llame)(?!\w)[^.;\n]{0,50}?"
    r"(?P<x> (?:in|for|by|through|via|por|on) (?:the )?(?:phone|telephone))(?!\w)"
    r"(?! (?:number|bill|call|and|case|charger|line|privileges))"
)
_FIRST = r"(?:(?<=^)|(?<=[.;,\n] )|(?<=^today )|(?<=^yesterday )|(?<=today )|(?<=yesterday ))"
_WHO = (
    r"(?:mother|father|mom|dad|uncle|aunt|teacher|grandmother|lawyer|therapist|doctor|boy|girl|child|kid)"
    r"(?: of (?:the (?:kids|girls|boys|children)|[\w'’]+(?: and [\w'’]+)?)(?: \w+)?)?"
)
# "The mother of Ana she arrived": who is named first and said again.
_AGAIN = Quick(
    rf"{_FIRST}the (?:foster )?{_WHO},?(?P<x> (?:she|he))(?= (?:is|was|has|had|did|didn|don|arriv|came|come"
    r"|call|tell|told|say|said|text|went|left|never|not|no|want)\w*(?!\w))"
)
_SIBLINGS = Quick(
    r"(?<!\w)(?P<x>visits? (?:of|between|with) (?:the )?(?:brothers|siblings|sisters)(?: and sisters)?)(?!\w)"
)
_SPEAK = Quick(
    r"(?<!when )(?<!if )(?<!can )(?<!should )(?<!to )(?<!did )(?<!do )(?<!\w)(?:i|we) "
    r"(?P<x>(?:have |had )?speak)(?= (?:with|to) )"
)
# "Tuve corte hoy y se pospuso": it was called, and adjourned.
_IN_COURT = Quick(
    r"(?<!\w)(?:tuve|tuvimos|fui|fuimos|estuve|estuvimos|asisti|asistimos|hubo|went|attended|was|were|had)"
    r"(?: (?:a|en|to|at|in|la|el|hoy|today))* (?:court|corte|audiencia|tribunal)(?!\w)[^.;\n]{0,90}?"
    r"(?P<x>(?:se |la |lo )?(?:pospuso|pospusieron|reprogramo|suspendio|postergo|postergaron))"
    r"(?= (?:para|pa|hasta|al|a)(?!\w)| *(?:$|[.,;]))"
)
_WAYS = (
    (_PHONE, " by phone"), (_AGAIN, ""), (_SIBLINGS, "sibling visit"), (_SPEAK, "spoke"),
    (_IN_COURT, "la aplazaron"),
)  # fmt: skip


def second_english(low: str) -> Iterator[Change]:
    """Each such wording with the rules' words for it; `low` is the text folded."""
    for pattern, words in _WAYS:
        for match in pattern.finditer(low):
            yield *match.span("x"), words
