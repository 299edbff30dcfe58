"""A name used as a place: "at Constance's", "went to Leonard Bell's today", "at their aunt's", "@ dads"."""

from __future__ import annotations

from bot.understand.names.message import Message
from bot.understand.names.spelling import mended
from bot.understand.names.text import WEEKDAYS, word_set
from bot.understand.names.words import is_word

_HOMES = word_set(
    "home house place apt apartment hm crib casa apartamento hogar flat porch door stoop "
    "address kitchen trailer traila farm farmhouse ranch condo duplex townhouse porch yard casita building "
    "bldg residence houses homes steps"
)
_SIDE = word_set("front back side")
_VISIT = word_set("visit visits visited visitation contact")
_AT = word_set("at left leaving to from near outside inside by over in casa en hasta donde onde")
_GOING = word_set(
    "visit visits visita "
    "went go goes going gone drove driving over out came come back return returned get got walked moved "
    "across around round down up along on headed heading ran swung popped dropped rode biked made trip way "
    "run swing drop pop head drive walk"
)
_LEFT = word_set("got get getting came come coming walked walking just am")
_REVIEWED = word_set(
    "go goes going gone went look looks looked looking talk talked talking read reading run ran"
)
_DONDE = word_set("donde onde")
_SPANISH_BETWEEN = word_set("la el los las su sus mi dona don senora senor sra sr")
# What may follow "Ms Lee's" that opens a line, where it is her home: "Ms Lee's today", "Lee's 3:30-4".
_AT_ONCE = word_set(
    "today yesterday tonight this last now at from for with w again hoy ayer esta de con para on around "
    "about noon lunes martes miercoles jueves viernes sabado domingo tmrw tomorrow yest"
).union(WEEKDAYS)
_HOURS = word_set("today yesterday tonight am pm noon hoy ayer")
_LONG = word_set("min mins minutes hr hrs hour hours minutos hora horas")
_HALF = word_set("half an one")
_THE_PLURAL_ES = frozenset({"los", "las"})
_LEADING = frozenset({",", ";", ":", "(", "-", "–", "—", "/"})
# "Ms Moss's at 1 and Ms Lee's at 3": the next home, where its hour follows.
_HELD_AT = word_set("meeting call appointment appt session slot conference")
_NEXT = word_set("and then plus y next luego")
# "yelled at Ms Lee" is no visit.
_AGAINST = word_set(
    "yelled yelling yell mad angry screamed screaming look looked looking laughed cursed "
    "cursing upset threw shouted"
)
_BETWEEN = word_set("the her his their our my your old new foster")
_OWNED = word_set(
    "mother mom father dad sister brother daughter son kid kids child children aunt uncle "
    "grandma grandmother attorney lawyer therapist teacher worker boyfriend girlfriend "
    "ball soccer football basketball baseball softball volleyball dance band recital practice "
    "husband wife school office agency birthday party class game hearing bed room phone "
    "lap arm arms side hand hands hip knee knees shoulder shoulders chest leg legs neck "
    "number bf gf fm fp lg request appointment appt meeting visit eval iep session job work"
)


# "Ms Lee's son let me in", "la hija de doña Rosario me abrió": somebody of the home, at its door.
_OF_THE_HOME = word_set(
    "son daughter husband wife partner boyfriend girlfriend mother mom sister brother grandson granddaughter "
    "niece nephew cousin roommate kid aunt uncle hijo hija esposo esposa marido nieto nieta hermana hermano "
    "mama sobrina sobrino"
)
_OPENED = word_set("let opened invited buzzed abrio dejo")


def used_as_place(
    message: Message,
    start: int,
    end: int,
    *,
    owner: bool,
    adult: bool,
    surname: bool = False,
    behind_child: bool = False,
) -> bool:
    """Whether the words [start, end) stand for somebody's home and not for the person.

    `owner`: the name stands for "…'s", with an apostrophe or without. `surname`: it is a surname alone.
    `behind_child`: a child is named right before it.
    """
    following = message.after(end - 1) if message.at(end).close and not message.at(end).upper else ""
    if _spanish_home(message, start, end) or (adult and _donde(message, start)):
        return True
    if following == "home" and message.after(end) in _VISIT:
        return False  # "Lee home visit": a visit to the family, whoever's home it was
    if following in _SIDE and message.after(end) in _HOMES:
        following = message.after(end)
    if following in _HOMES:
        if following == "home" and not owner:
            return _at(message, start) or (
                surname and adult and _home_in_a_row(message, start, end, behind_child=behind_child)
            )
        return adult or (owner and _at(message, start))
    if owner and following in _OF_THE_HOME and message.after(end) in _OPENED:
        return True
    if following in _OWNED:
        return False
    if adult and _the_family(message, start) and _opens_a_line(message, start - 1, end):
        return True
    if owner:
        return _owners_home(message, start, end, adult=adult, behind_child=behind_child)
    return adult and _plainly_at(message, start)


def _owners_home(message: Message, start: int, end: int, *, adult: bool, behind_child: bool) -> bool:
    """Whether "…'s", or the name with an -s, is that one's home and not something of hers."""
    bare = message.at(end - 1).possessive or _listed(message, start) or start == 0
    alone = (behind_child or _hour_before(message, start)) and _ends_there(message, end)
    if adult and (alone or (bare and _opens_a_line(message, start, end))):
        return True
    return _at(message, start) and not _owns_next(message, end) and not _gone_over(message, start, end)


def _the_family(message: Message, start: int) -> bool:
    """As in "the Lees", "los Busby": a home's people by their name."""
    if message.before(start) in _THE_PLURAL_ES:
        return True
    return message.before(start) == "the" and message.at(start).word.endswith("s")


def _listed(message: Message, start: int) -> bool:
    """As in "Leo, eileens, 3:30": after a comma, where a possessive needs no apostrophe to be one."""
    return not message.at(start).first and message.at(start).gap.strip()[-1:] in _LEADING


def _home_in_a_row(message: Message, start: int, end: int, *, behind_child: bool) -> bool:
    """As in "HV Leo, Bieber home, 1530"; "Stephanie home; …" and "Ms Lee home" say that she was in."""
    following = message.at(end + 1)
    stop = following.first or following.gap.strip()[:1] in {",", ";", ":", "(", "-", "–", "—", "."}
    closed = stop or not following.word or following.word[:1].isdigit() or following.word in _AT_ONCE
    return closed and (behind_child or _listed(message, start) or message.at(start).first)


def _opens_a_line(message: Message, start: int, end: int) -> bool:
    """As in "Ms Lee's today, both kids seen", "Leo, Ms Lee's, 3:30": where it was, told without a verb."""
    lead = message.at(start)
    opening = lead.first or lead.gap.strip()[-1:] in _LEADING or message.before(start) == "stop"
    opening = opening or (message.at(start).word == "the" and _hour_before(message, start))
    following = message.at(end)
    if any(message.at(end + j).word in _VISIT | _HELD_AT for j in (1, 2, 3)) and following.word[:1].isdigit():
        return False  # "Mr Moss's 1 pm visit with Leo": his visit
    hour = message.at(end + 1) if following.word in {"at", "around"} else following
    opening = opening or _behind_its_hour(message, start, end)
    opening = opening or (message.before(start) in _NEXT and hour.word[:1].isdigit())
    alone = following.first or following.gap.strip()[:1] in {",", ";", ":", "(", ")", "-", "–", "."}
    return opening and (alone or following.word[:1].isdigit() or following.word in _AT_ONCE)


def _behind_its_hour(message: Message, start: int, end: int) -> bool:
    """As in "visit w/ Leo 3:40 today Ms Lee's.", with its apostrophe."""
    return message.at(end - 1).possessive and _hour_before(message, start)


def _hour_before(message: Message, start: int) -> bool:
    before = message.before(start)
    return before[:1].isdigit() or before in _HOURS or before in _LONG


def _ends_there(message: Message, end: int) -> bool:
    """As in "saw Ana 10am ms lees 30 min", "Ana and Leo ms lees 4pm": with an -s, and nothing of hers."""
    following, behind = message.at(end), message.at(end + 1)
    if following.word[:1].isdigit():
        return not any(one.word in _VISIT | _HELD_AT for one in (behind, message.at(end + 2)))
    if following.word in _AT_ONCE | _HALF:
        return True
    return following.first or not following.word or following.gap.strip()[:1] in {",", ";", "("}


def _donde(message: Message, start: int) -> bool:
    """As in "fui donde la señora Rolón", "la vi donde su papá"."""
    place = start
    while message.before(place) in _SPANISH_BETWEEN and place > start - 3:
        place -= 1
    return message.before(place) in _DONDE


def _first(message: Message, start: int) -> int:
    """The index of the name with "the", "their" and the like before it."""
    place = start
    while message.before(place) in _BETWEEN and place > start - 3:
        place -= 1
    return place


def _at(message: Message, start: int) -> bool:
    place = _first(message, start)
    if any(message.at(i).gap.strip().endswith("@") for i in (start, place)):
        return True
    before = message.before(place)
    if before == "of" and message.before(place, 2) == "out":
        return message.before(place, 3) in _LEFT
    return mended(message.before(place, 2)) in _GOING if before == "to" else before in _AT


def _gone_over(message: Message, start: int, end: int) -> bool:
    """As in "to go over Leo's treatment plan": a paper of his; "went over Ms Lee's today" was to her home."""
    place, following = _first(message, start), message.at(end)
    if message.before(place) != "over" or message.before(place, 2) not in _REVIEWED:
        return False
    apart = following.first or following.gap.strip() or not following.word[:1].isalpha()
    return not apart and following.word not in _AT_ONCE


def _plainly_at(message: Message, start: int) -> bool:
    """As in "saw them at mrs Lee today": at a person is at her home."""
    place = _first(message, start)
    if any(message.at(i).gap.strip().endswith("@") for i in (start, place)):
        return True
    if message.before(place) == "by":
        return message.before(place, 2) in {"over", "out", "down"}  # "seen him over by Miss Lee"
    return message.before(place) == "at" and message.before(place, 2) not in _AGAINST


def _spanish_home(message: Message, start: int, end: int) -> bool:
    """As in "en casa de la Sra. Polanco", "the home of Miss Etienne"."""
    place = start
    while message.before(place) in {"la", "el", "los", "su", "the"} and place > start - 2:
        place -= 1
    if message.before(place) in {"casa", "apartamento", "hogar", "apto"}:
        return True
    if message.before(place) not in {"de", "del", "of"}:
        return False
    opened = message.at(end).word in _OPENED or message.at(end + 1).word in _OPENED
    return message.before(place, 2) in _HOMES or (opened and message.before(place, 2) in _OF_THE_HOME)


def _owns_next(message: Message, end: int) -> bool:
    """Whether the word after is what the person owns: "to Ms Lee's daughter" is no place."""
    following = message.at(end)
    if following.first or following.gap.strip() or not following.word or following.word[0].isdigit():
        return False
    return not is_word(following.word) and following.word not in {
        "tody",
        "tmrw",
        "yestrday",
        "n",
        "tn",
        "tdy",
    }
