"""Words behind which an hour is an end ("left at", "done by", "back by") or a start ("20 min starting")."""

from __future__ import annotations

from bot.understand.patterns.quick import Quick

_ENDS = Quick(
    r"(?:\b(?:until|thru|left(?: (?:on )?out(?: of)?)?|leaving|departed|dipped(?: out)?|bounced|rolled out|"
    r"cut out|headed (?:back|home)|(?<!hv )(?<!h/v )(?<!visit )done|ended|ending|ends|finished|"
    r"finishing|concluded|wrapped(?: up)?|finished up|ended up|(?:got|came) out(?: of (?:there|here|it))?|"
    r"back (?:in|to|at) (?:the|my) (?:car|truck|van)|on the (?:road|way)(?: again| back| home)?(?: by)?|"
    r"headed out|stayed to|"
    r"(?:we|it|they|visit|session) stopped|(?:(?:it|visit|session|we) (?:ran|went)|(?<=[,;] )(?:ran|"
    r"went)) to|"
    r"sali|salimos|termin[aoe](?:mos|do)?|acabo|acabamos|me fui|nos fuimos|(?:out|done|gone)(?: of (?:there|"
    r"here|it))? by|til|(?<![\w,] )"
    r"(?<!\w)out)(?: (?:at|it|there|(?:the|my|our) (?:house|home|office|agency|building)|work|court|home))?"
    r"(?: a| las?| at)?(?: about| around| like| almost| nearly| just (?:before|after|past)| close to)?)"
    r"(?: las?| a las?)? ?$"
)
# "Took him for pizza at noon, back by 1": behind what was done, and nothing that somebody has to be.
_OVER_BY = Quick(
    r"(?:[,;.(-] ?|(?<!\w)(?:and|y|then|but) )(?:(?:we|we were|i|he|she|they|it|all|was|were|had (?:her"
    r"|him|them)|got"
    r"|everybody|everyone|kids) ){0,3}(?:(?:back(?: (?:home|here|there|in|at \w+))?|home|over(?: with)?"
    r"|through|"
    r"finished|wrapped(?: up)?|done) (?:by|at)|de (?:vuelta|regreso) a|(?:regresamos|volvimos|acabamos) a)"
    r"(?: about| around| like| almost| nearly| las?)* ?$"
    r"|(?<!\w)left (?:with [\w§' ]{1,24}?|together|early|again) at ?$"
    # "4 pm until she left for practice at 5".
    r"|(?<!\w)(?:until|hasta que) (?:[\w§']+ ){1,2}(?:left|leaves|went|had to (?:go|leave)|fue|fueron"
    r"|came(?: home| back)?|got (?:home|back|there)|llego|llegaron)(?: [a-z§']+){0,3}?(?: at| about"
    r"| around| a"
    r"| las?)+ ?$"
)


def ends(left: str) -> bool:
    """Whether the words before an hour say that it is an end."""
    return _ENDS.search(left[-40:]) is not None or _OVER_BY.search(left) is not None


_STARTING = Quick(r"(?<!\w)(?<!head )starting(?: at| about| around| from| @)* ?$")


def without_start(left: str) -> str:
    """The words before an hour without those that it is when something began, and nothing to come."""
    return _STARTING.sub(" ", left)
