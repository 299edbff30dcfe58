"""Names that are auxiliaries or nouns, told by the grammar beside them ("will wasn't around")."""

from __future__ import annotations

import re

from bot.understand.names.message import Message
from bot.understand.names.text import WEEKDAYS, word_set

_MODALS = word_set("will may")
# Behind a modal stands an infinitive: what follows in another form has its subject before it.
_FINITE = word_set(
    "was is had has wasnt isnt hasnt hadnt wasn't isn't hasn't hadn't did didnt didn't came went got said"
    " says told"
    " left gave took made saw sat ran fell broke lost stayed refused slept seems looks likes wants needs"
    " knows gets"
    " goes does doesnt doesn't absent present seen"
)
_ACTS = word_set(
    "hid built wore sang drew gave brought bit wrote rode swam drank stuck stood held kept spent threw tried"
    " knew thought bought caught chose read sat lay slept ran swore shook stole spoke taught flew dug hung"
    " took bled broke wishes keeps claims swears begs threatens yells screams hits bites steals"
    " tries hides knows thinks plays reads sings draws speaks talks sits wears eats sleeps cries"
)
_WOULD = word_set("would wouldnt wouldn't could couldnt couldn't cant can't should")
_A_WAY_OUT = word_set("a an the her his their of")
_JOINS = word_set("and but then while y pero n &")
_NOBODYS = word_set("be been of in by for work suit do")
_SUITS = word_set("work works be do suit still say also")
_NO_PAST = word_set("need feed speed bed red seed shed bleed proceed succeed exceed embed")
_PRESENCE = word_set(
    "present absent presente ausente here home there not only alone today yesterday yest hoy ayer"
)
_NOUNS = word_set("chance faith summer grace hope autumn spring")
_MET = word_set("with w w/ saw met visited visit for")
_IN_ORDER = word_set("first then next luego primero")
_PLACED = word_set("at in @ on")


def subject_or_found(message: Message, i: int) -> bool:
    """Whether the word does something, or somebody was found so."""
    does = finite_follows(message, i) or acts(message, i) or _under_way(message, i)
    return does or _found_so(message, i)


def finite_follows(message: Message, i: int) -> bool:
    """As in "will wasn't around", "may went to bed", "will fri at 11": what follows is no infinitive."""
    following = message.at(i + 1)
    if message.at(i).word not in _MODALS or following.first or not following.gap.isspace():
        return False
    word = following.word
    if word in WEEKDAYS:
        return message.after(i + 1) not in _SUITS
    return word in _FINITE or (len(word) > len("need") and word.endswith("ed") and word not in _NO_PAST)


def acts(message: Message, i: int) -> bool:
    """As in "April would not look up", "and summer hid": a clause's subject, and what only somebody does."""
    token, following = message.at(i), message.at(i + 1)
    if token.word in _MODALS or following.first or not following.gap.isspace():
        return False
    opens = token.first or token.gap.strip() in {",", ";", ":"} or message.before(i) in _JOINS
    if not opens:
        return False
    behind = message.after(i + 1)
    if following.word == "out" and (token.cap or token.first) and behind in _A_WAY_OUT:
        return True  # "Hope out a 2nd floor window"
    would = following.word in _WOULD and message.after(i + 1) not in _NOBODYS
    return following.word in _ACTS or (would and (token.cap or token.first))


_NOUNS_IN_ING = word_set(
    "meeting hearing training building morning evening housing counseling spring king thing nothing anything"
    " everything something during according testing parenting ceiling clothing swing string ring bring sing"
    " being briefing conferencing"
    " filing listing mailing opening parking planning programming reading"
    " scheduling screening shopping staffing"
    " tutoring visiting wedding funding offering outing placing pending following"
)
_FOUND = word_set("found finds find caught")
_SO = word_set(
    "w w/ with on at outside unconscious unresponsive passed dead alone asleep hurt naked drunk high cold"
    " blue con en sola solo afuera"
)


def _under_way(message: Message, i: int) -> bool:
    """As in "justice having a seizure", "esperanza texting me": who is doing it stands before it."""
    token, following = message.at(i), message.at(i + 1)
    if following.first or not following.gap.isspace() or following.word in _NOUNS_IN_ING:
        return False
    opens = token.first or token.gap.strip() in {",", ";", ":"} or message.before(i) in _JOINS
    return opens and following.word.endswith("ing") and message.before(i + 1) == token.word


def _found_so(message: Message, i: int) -> bool:
    """As in "found grace w an empty bottle", "caught hope cutting": one is found so, a noun is not."""
    following = message.after(i)
    so = following in _SO or (following.endswith("ing") and following not in _NOUNS_IN_ING)
    return message.before(i) in _FOUND and so


def and_me(message: Message, i: int) -> bool:
    """As in "May and I talked", "will y yo"."""
    return message.after(i) in {"and", "n", "y", "&"} and message.after(i + 1) in {"i", "me", "yo"}


def counted(message: Message, i: int) -> bool:
    """As in "Summer present. River absent.", "Summer: seen at 3.": of a list of who was there."""
    told = message.after(i) in _PRESENCE
    return message.at(i).first and (told or message.at(i + 1).gap.strip() == ":")


def placed(message: Message, i: int) -> bool:
    """As in "visit with chance at Irma's": a noun that stands with no such place."""
    led = message.before(i) in _MET | _IN_ORDER
    return message.at(i).word in _NOUNS and led and message.after(i) in _PLACED


_HOUR = re.compile(r"\d{1,4}(?:am|pm|a|p)")
# "Hope 3pm works for you", "will 3 be ok": no row of a list.
_ASKED = word_set("works work is was be ok okay good fine we i will can could should would does if")


def clock(message: Message, i: int) -> bool:
    """Whether the number is an hour: "saw May 3pm", "saw May 3:15", "May 4 pm"."""
    word, following = message.at(i).word, message.at(i + 1)
    if not word.isdigit():
        return _HOUR.fullmatch(word) is not None
    return following.gap == ":" or (following.close and following.word in {"am", "pm"})


def heads_an_entry(message: Message, i: int) -> bool:
    """As in "Will 11:00 Linden House", "10am will @ Linden House": no verb, a row."""
    token, following = message.at(i), message.at(i + 1)
    if following.first or following.gap.strip() not in {"", "@", ",", "-", "–"}:
        return False
    if token.first or token.gap.strip() in {",", ";", ":", "-", "–"}:
        parts = 1 if not following.word.isdigit() else 2
        behind = message.after(i + parts)
        behind = message.after(i + parts + 1) if behind in {"am", "pm"} else behind
        return clock(message, i + 1) and behind not in _ASKED
    led = message.at(i - 1)
    hour = _HOUR.fullmatch(led.word) or (led.word.isdigit() and led.gap == ":") or led.word in {"am", "pm"}
    placed_there = following.gap.strip() == "@" or (
        following.word == "at" and not message.after(i + 1)[:1].isdigit()
    )
    return bool(hour and placed_there)
