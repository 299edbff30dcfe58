"""Names that are words and words that are names: is "may", "will", "grace" a person here?

Decided by capitals where the message uses them, else by the words beside it (READING, "Names").
"""

from __future__ import annotations

from bot.understand.names.message import Message
from bot.understand.names.text import Style
from bot.understand.names.words import cues, is_word, name_leaning


def reads_as_name(message: Message, i: int, *, known: frozenset[int] = frozenset()) -> bool:
    """Whether the single word at `i`, which is somebody's given name or nickname, is meant as one.

    `known` holds the indexes of words already read as names.
    """
    token = message.at(i)
    word = token.word
    if message.place_name(i) or _month(message, i):
        return False
    if not (is_word(word) or is_word(word.removesuffix("s"))):
        return True
    if message.named(i):
        return message.before(i) not in {"a", "an", "un", "una"}
    if message.before(i) in cues("articles"):
        return False
    if word in name_leaning() and not _written_as_word(message, i):
        return True
    return _grammar(message, i, known)


def _written_as_word(message: Message, i: int) -> bool:
    return message.style is Style.CASED and not message.at(i).cap


def _month(message: Message, i: int) -> bool:
    word, following, before = message.at(i).word, message.after(i), message.before(i)
    if word not in cues("months") or message.at(i).possessive:
        return False
    if following[:1].isdigit() or before[:1].isdigit():
        return True
    # "for May" is a month unless somebody is seen for; "saw May" and "May had" are people.
    return before in cues("month_before") and not (message.at(i + 1).possessive or following in cues("after"))


def _grammar(message: Message, i: int, known: frozenset[int]) -> bool:
    before, following = message.before(i), message.after(i)
    token = message.at(i)
    if token.possessive or (token.word.endswith("s") and following in cues("owned")):
        return following in cues("owned") or message.style is Style.CASED
    if _joined_to_name(message, i, known):
        return True
    if following in cues("after") and _may_start(message, i, before):
        return not _modal(message, i)
    if before in cues("before") - cues("weak_before"):
        return following not in _VERBS_AFTER
    if before in cues("weak_before"):
        return _weakly(message, i, before, following)
    return before == "a" and message.before(i, 2) in {
        "vi",
        "visite",
        "llame",
        "llamar",
        "visitar",
        "ver",
        "recogi",
    }


_VERBS_AFTER = frozenset("be have not i we you they he she it need call see go come get do".split())
_SUBJECT_LINKS = frozenset(
    "but so then and because bc when if that while where y pero que cuando n said says".split()
)
_TO_AFTER = frozenset("spoke talked spoken talking listened talk talkd taking next visited went".split())


def _may_start(message: Message, i: int, before: str) -> bool:
    """Whether a clause may begin at the word, so that it can be the one who does what follows."""
    token = message.at(i)
    return (
        not before
        or before in _SUBJECT_LINKS
        or any(mark in token.gap for mark in ",;:-–—•\n()")
        or before[:1].isdigit()
    )


def _modal(message: Message, i: int) -> bool:
    """ "will no", "may not", "will get": the auxiliary and not somebody called Will."""
    token, following = message.at(i), message.after(i)
    if token.word not in {"will", "may"}:
        return False
    return following in {"not", "get", "at", "no", "me"} and (message.style is Style.LOWER or not token.cap)


def _weakly(message: Message, i: int, before: str, following: str) -> bool:
    earlier = message.before(i, 2)
    if before == "to":
        return earlier in _TO_AFTER
    if before in {"about", "re", "abt"}:
        return following not in _VERBS_AFTER
    if before in {"see", "meet", "call", "tell", "ask"}:
        return following not in _VERBS_AFTER and not following.endswith("ing")
    return False


def _joined_to_name(message: Message, i: int, known: frozenset[int]) -> bool:
    """Whether "and", "&", "+" or a comma ties the word to one already read as a name, or names follow it."""
    token = message.at(i)
    if token.gap.strip() in {"&", "+", "/", "&amp;", ","} and i - 1 in known:
        return True
    return message.before(i) in cues("joiners") - {"with", "w"} and i - 2 in known
