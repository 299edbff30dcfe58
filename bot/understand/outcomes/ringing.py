"""Whether somebody was tried by telephone or at the door, where no verb says how (READING)."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.events.clauses import Clause
from bot.understand.patterns.quick import Quick

AT_THE_DOOR = Quick(
    r"(?<!\w)(?:(?:not|wasn't|weren't|isn't|nobody|no one|no) (?:was )?(?:at )?home|nobody (?:was )?there|"
    r"door|knocked|doorbell|buzzed|wrong (?:address|house|building|apartment)|direccion equivocada|"
    r"turned around|(?:nadie|no) (?:estaba|habia|hubo|abrio)(?: nadie)?(?: en (?:la )?casa)?)(?!\w)"
)
# What only a telephone does, in whatever words it was tried.
_RANG_OUT = Quick(
    r"(?<!\w)(?:voice ?mail|machine|mailbox|inbox|rang|ringing|rings|(?:dis|not in )?connected|not in service"
    r"|out of service|busy signal|line|cell|phone|number|pick(?:ed|ing|s)? (?:it )?up|pick ?up"
    r"|answer(?:ed|ing|s)?|message|call ?back|hung up|dialed|"
    r"(?:supposed|due|meant|was|were|quedo|iba) (?:to|de|en|a) (?:call|ring|phone|dial|llamar\w*)|"
    r"contesta?\w*|buzon|telefono)(?!\w)"
)


def rang_out(text: str) -> bool:
    """Whether it was tried by telephone, where nothing else says how: "tried him at 12, no answer"."""
    return _RANG_OUT.search(text) is not None and AT_THE_DOOR.search(text) is None


_THEY_CALLED = Quick(
    r"(?<!\w)(?:(?<!n't )(?<!not )(?<!never )called me|rang me|"
    r"rang(?! (?:up )?(?:the |her |his |my |la |el )?(?:[A-Z]{3,}|her|him|them|back|twice))|phoned me|"
    r"(?<!missed a )(?<!missed the )(?:call|phone call|llamada|tc)(?: (?:at |@ ?|a las )?[\d:.]+ ?(?:am|pm|a|"
    r"p|hrs|hours)?)? (?:from|de)|(?:PARENT|CAREGIVER|KIN|PRO|DOC|SCHOOLSTAFF|CCW|CHILD|PERSON)"
    r"(?: \([^)]{0,40}\)|,? (?:from|at|of|de) [^.,;:]{1,40}(?<! never)(?<! not)(?<!n't)|, [^.,;]{1,40},)? "
    r"(?:just )?(?:called(?! (?:in sick|out|off))|"
    r"(?<!to )call me|rang|texted|phoned|emailed)|(?:me|nos) (?:llamo|escribio|texteo|"
    r"(?:mando|envio|dejo) (?:un )?(?:texto|mensaje|correo|e-?mail|nota de voz))|"
    r"got a call|received (?:a )?call|she called|he called)(?!\w)"
)
_I_CALLED = Quick(
    r"\W*(?:(?:i|we|then|and|ya|le|la|lo|so|also) ){0,3}(?:called|tried|texted|phoned|emailed|rang|"
    r"llame|left|deje|intente)(?!\w)"
)


# "Nobody from PS 812 called me back": whom it was to be is spoken with by nobody.
_NOBODY_CALLED = Quick(
    r"(?<!\w)(?:nobody|no one|noone|none|nadie)(?!\w)[^.;,]{0,50}?(?<!\w)(?:called|rang|phoned|texted"
    r"|emailed|returned|got|me|nos)(?: (?:me|us|my|back|llamo|devolvio|contesto|escribio|regreso))(?!\w)"
)


def they_called(anchor: Sequence[Clause]) -> bool:
    """Whether the clauses that tell an event tell of a call that the worker got."""
    said = _NOBODY_CALLED.sub(" ", " ".join(clause.text for clause in anchor))
    return _THEY_CALLED.search(said) is not None and not _I_CALLED.match(said)


_NEVER_BACK = Quick(
    r"(?<!\w)(?:did not|didn't|never|hasn't|has not|haven't|have not) (?:text(?:ed)?|e-?mail(?:ed)?"
    r"|writ(?:e|ten)|wrote|repl(?:y|ied)|respond(?:ed)?)(?: (?:to )?(?:me|us))?(?: back)?"
    r"(?! (?:CAREGIVER|PARENT|KIN|CHILD|her|him))"
)


def never_back(anchor: Sequence[Clause]) -> bool:
    """“Ms Lee did not text me back": no message came."""
    said = " ".join(clause.text for clause in anchor)
    return _NEVER_BACK.search(said) is not None and not _I_CALLED.match(said)
