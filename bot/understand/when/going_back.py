"""“…, going Friday", "will return Thursday", "back there Tuesday": where the worker says to be again.

Told without "I", behind what happened. Over canonical words, `§` for a name, up to the day.
"""

from __future__ import annotations

from bot.understand.patterns.quick import Quick
from bot.understand.when.shapes import Day

# Where a clause of the worker's own may begin.
_BEGINS = (
    r"(?:(?:^|[.,;:!)(]|- ?) ?|(?<!\w)(?:and|but|so|then|now|i'm|im|i am|am|we're|are|will be|be"
    r"|prob(?:ably)?|y|"
    r"pero|luego|asi que|entonces) )(?:(?:i|we|i'm|im|also|just|yo|prob(?:ably)?) )?"
)
_WHERE = (
    r"(?: (?:back|by|over|out|up|down|in|on|there|here|again|to|at|with|see|the|her|his|their|him|them|it"
    r"|this|"
    r"next|school|house|home|place|court|office|agency|el|este|proximo|a|al|alla|ahi|otra vez|de nuevo|ver"
    r"|verl[oa]s?|la|lo|§(?:'?s)?))*,? ?$"
)
_GOING = Quick(
    rf"{_BEGINS}(?:(?:going|headed|heading|coming|returning|(?:driving|swinging|stopping"
    rf"|popping)(?= (?:back|by|"
    r"over|out|in|up|down|there))|(?:seeing|visiting)(?= (?:her|him|them|§))"
    rf"|(?:the |her |his |their )?return visit|voy|vamos|vuelvo|volvemos){_WHERE})"
)
# Without a verb it may be what was, unless that weekday is yet to come in the week of sending.
_BACK = Quick(
    rf"{_BEGINS}back(?= (?:there|here|again|out|over|to|at|wd))(?! to (?:school|work|court|bed)){_WHERE}"
)
# "Will return", "return visit": no return of somebody else, and no court's.
_I_RETURN = Quick(
    r"(?:(?:^|[.,;:!\n(]) ?|(?<!\w)(?:and|but|so|then|i|we|i'm|worker|cw) )(?:(?:i|we) )?(?:(?:will|shall|"
    r"plan(?:ning)? to|intend to|going to|am to) )?return(?:ing)?(?! (?:date|to court|on the calendar))(?= )"
    r"|(?<!\w)(?:i'll|we'll) return(?= )"
)


def going_back(day: Day, own: str) -> bool:
    """Whether the words before a day, since the time before it, tell that the worker goes there then."""
    return day.kind in {"weekday", "date", "dom"} and _GOING.search(own) is not None


def back_there(day: Day, own: str) -> bool:
    """Whether they only say "back there", for a bare weekday."""
    return day.kind == "weekday" and not day.how and _BACK.search(own) is not None


def without_return(left: str) -> str:
    """The words before a time without a return of the worker's own."""
    return _I_RETURN.sub(" ", left)
