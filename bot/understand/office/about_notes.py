"""What a reviewer says of notes that wait: decisions, questions and wishes in words, which no note holds.

"looks good approve hope", "will's - did staff say anything about the meds?", "tell her I need the time".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from enum import StrEnum

from bot.understand.writing.text import evened


class Wish(StrEnum):
    """What the words want: a decision or an answer about what waits; a colleague told; how it stands."""

    DECIDE = "decide"
    ASK = "ask"
    TELL = "tell"
    GOT = "got"


_FILLER = re.compile(
    r"(?:"
    r"a|actually|ahead|all|also|and|are|as|both|bueno|can|case|de|do|done|either|"
    r"everything|favor|fine|for|go|good|great|her|hers|his|i|id|im|is|it|its|just|"
    r"la|las|lgtm|lo|look|looked|looks|los|me|mine|nice|note|notes|now|of|off|ok|"
    r"okay|on|one|ones|or|perfect|please|pls|por|put|read|right|s|sign|signed|so|"
    r"tambien|that|thats|the|theirs|them|then|these|they|this|those|through|to|todas|"
    r"todo|too|two|us|w|was|well|were|with|work|works|y|yea|yeah|yep|yes|you"
    r")"
)
_DECIDES = re.compile(
    r"(?<!\w)(?:approv\w*|accept(?:ed|ing)?|sign(?:ed)? off|pass(?:ed)? (?:it|them|both|all)|lgtm|aprob\w+"
    r"|aprueb\w+|(?:is|are|looks?|looked|all|both|were|was) (?:also |too |all |both )?(?:good|fine|ok|okay"
    r"|great|perfect)|return(?:ed|ing)?|reject\w*|deny|send (?:it |them |both |that )?back"
    r"|kick (?:it |them )?back|devuelv\w+)(?!\w)|'s (?:good|fine|ok|okay|great|perfect)(?!\w)"
    r"|(?<!\w)(?:ok|okay|good|fine|great|perfect)\W*$"
)
_DECISION_WORDS = re.compile(
    r"^(?:approv\w*|accept\w*|pass\w*|aprob\w+|aprueb\w+|return\w*|reject\w*|deny|send|kick|back|devuelv\w+)$"
)
_ASKS = (
    r"(?:did|does|do|was|were|is|are|has|have|can|could|what|when|where|who|which|why|how|ask|tell|let|need"
    r"|i need|she needs|he needs|needs)"
)
_HEADED = (
    r"^\W*(?:(?P<question>(?:quick )?(?:question|q) (?:on|about))|re|on|about|for|ok|and|so|the| )*"
    r"NAME(?:'?s)?(?: (?:one|note|visit|call))? ?[-:,;.]+ ?"
)
_RETURNED = (
    r"^\W*(?:(?:ok|please|pls|can you|and|so),? )*(?:(?:return|reject|deny) (?:the )?NAME(?:'?s)?|"
    r"(?:send|kick) (?:the )?NAME(?:'?s)?(?: (?:one|note))? back|send back (?:the )?NAME(?:'?s)?)"
    r"(?: (?:one|note))?(?: ?[-:,;.]| (?:because|bc|cause|she|he|for|to|needs?|no|not|missing)(?!\w)|\W*$)"
    r"|^\W*(?:the )?NAME(?:'?s)?(?: (?:one|note))? .*[-:,;.] ?(?:send|kick) (?:it |that )?back\W*$"
)
_WAITS = (
    r"^\W*(?:so )?(?:how long|since when|when) .*NAME"
    r".*(?:sitting|waiting|(?:in|on) (?:my|the) (?:queue|desk|pile))"
)
_TOLD = re.compile(
    r"^\W*(?:(?:please|pls|can you|could you|also|and|ok|just|go ahead and),? ){0,3}"
    r"(?:tell|ask|let|have|message|text|msg|e-?mail|notify|inform|dile a|pregunta(?:le)? a"
    r"|avisa(?:le)? a) (?P<who>\S+)"
)
_TELLS = re.compile(r"(?<!\w)(?:tell|ask|let) (?P<who>her|him|them)(?!\w)")
_THEM = frozenset({"her", "him", "them"})
_GOT = re.compile(
    r"^\W*(?:so |ok )?(?:did|has|have) (?P<who>\S+) (?:\w+ )?(?:get|gotten|got|see|seen|read|fix|fixed|redo|"
    r"redone|revise|revised|resubmit\w*|re-?send|send|sent|answer|answered|finish|finished|correct"
    r"|corrected) (?:it|that|them|the note|my (?:note|return|comments?|question)|those|it back)"
    r"(?: \w+){0,3}\W*$"
)
_SHE = frozenset({"she", "he", "they"})
_VERBS = (
    r"(?:answer(?:ed)?|respond(?:ed)?|repl(?:y|ied)|fix(?:ed)?|redo(?:ne)?|redid|revised?|correct(?:ed)?"
    r"|resubmit(?:ted)?|contest\w*|corrigio|arreglo)"
)
_GOT_OF = (
    re.compile(
        rf"^\W*(?:so |ok |and )?(?:did|has"
        rf"|have) (?P<who>\S+) (?:\w+ )??{_VERBS}(?P<what>(?: \S+){{0,5}}?)\W*$"
    ),
    re.compile(
        rf"^\W*(?:so |ok |and )?what did (?P<who>\S+) (?:{_VERBS}|say back"
        rf"|write back)(?P<what>(?: \S+){{0,5}}?)\W*$"
    ),
    re.compile(
        r"^\W*(?:so |ok |and )?(?:are |is |which of |any of |where are )?(?P<who>\S+?) (?:returned"
        r"|sent back|kicked back)"
        r" (?:notes?|ones?)(?P<what>(?: \S+){0,5}?)\W*$"
    ),
    re.compile(
        r"^\W*(?:ya )?(?P<verb>contesto|respondio|corrigio|arreglo) (?P<who>\S+?)(?P<what>(?: \S+){0,4}?)\W*$"
    ),
)
"""Whether, or what, was answered or corrected: of whom, and on which note."""
_ON_ONE = re.compile(r" (?:on|about|for|sobre) \S+(?: (?:case|note|one|visit))?")
_ABOUT = re.compile(
    r"(?:to|on|about|for|the|my|her|his|their|it|that|them|those|me|yet|already|note|notes|one|ones|return|returns|question"
    r"|questions|comment|comments|back|still|open|out|pending|left|today|now|case|visit|so|far|again|la|el|lo|de|sobre|nota"
    r"|pregunta|todavia|ya)"
)
_LONGEST = 220


_MAYBE = re.compile(
    rf"^.{{1,50}}?[-:,;.] ?{_ASKS}(?!\w)|^\W*(?:so )?(?:how long|since when|when)(?!\w)"
    r"|.*(?<!\w)(?:send|kick) .+ back(?!\w)"
)


def may_be_about_notes(text: str) -> bool:
    """A cheap look: whether it is worth while to find out what waits."""
    words = evened(text)
    patterns = (_DECIDES.search, _TOLD.match, _GOT.match, _MAYBE.match, *(each.match for each in _GOT_OF))
    return len(words) <= _LONGEST and any(look(words) for look in patterns)


def wish_of(text: str, *, waiting: Collection[str], staff: Collection[str]) -> tuple[Wish, str] | None:
    """What is wanted, and of whom among the staff ("" of nobody named); None: nothing of the kind. Pure.

    `waiting`: what the notes that wait may be called by (children, families, authors), `staff`: what the
    colleagues are called by; folded.
    """
    words = evened(text)
    if not words or len(words) > _LONGEST:
        return None
    if (told := _TOLD.match(words)) and (who := _one_of(told["who"], {*staff, *_THEM})):
        return Wish.TELL, "" if who in _THEM else who
    if (got := _GOT.match(words)) and (who := _one_of(got["who"], {*staff, *_SHE})):
        return Wish.GOT, "" if who in _SHE else who
    if whose := _answered_by(words, {*staff, *_SHE}, waiting):
        return Wish.GOT, "" if whose in _SHE else whose
    if not waiting:
        return None
    names = "|".join(re.escape(each) for each in sorted(waiting, key=len, reverse=True))
    if head := re.match(_HEADED.replace("NAME", f"(?:{names})") + f"(?P<rest>{_ASKS}(?!\\w).*)$", words):
        told_too = _TELLS.search(head["rest"]) or re.match(
            r"(?:tell|ask|let|i need|s?he needs|needs)(?!\w)", head["rest"]
        )
        return (Wish.ASK, "") if told_too or head["question"] or words.endswith("?") else None
    if re.match(_WAITS.replace("NAME", f"(?<!\\w)(?:{names})(?:'?s)?(?!\\w)"), words):
        return Wish.ASK, ""
    if re.match(_RETURNED.replace("NAME", f"(?:{names})"), words):
        return Wish.DECIDE, ""
    return (Wish.DECIDE, "") if _decided(words, waiting) else None


def _answered_by(words: str, people: Collection[str], notes: Collection[str]) -> str:
    """Of whom it is asked whether a note was put right; "" where it is not, or of what is no note."""
    for pattern in _GOT_OF:
        found = pattern.match(words)
        who = _one_of(found["who"], people) if found else ""
        if found and who:
            if who not in _SHE and _ON_ONE.fullmatch(found["what"]):
                return who
            rest = (each.strip(".,!?:;-") for each in found["what"].split())
            return who if all(_ABOUT.fullmatch(each) or _one_of(each, notes) for each in rest) else ""
    return ""


def _decided(words: str, waiting: Collection[str]) -> bool:
    """Nothing but a decision and names of what waits, one at least."""
    if not _DECIDES.search(words):
        return False
    left = [
        each for each in _tokens(words) if not _FILLER.fullmatch(each) and not _DECISION_WORDS.match(each)
    ]
    return bool(left) and all(_one_of(each, waiting) for each in left)


def _tokens(words: str) -> Iterator[str]:
    yield from re.findall(r"[a-z0-9][\w'-]*", words)


def _one_of(word: str, names: Collection[str]) -> str:
    """The name that the word is, as it stands or as a possessive or plural; else nothing."""
    bare = word.strip(".,!?:;-")
    forms = (bare, bare.removesuffix("'s"), bare.removesuffix("s'"), bare.removesuffix("s"))
    return next((form for form in forms if form in names), "")
