"""Who was not there: away, at a relative's, not seen, asked about and denied (READING, "Who")."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.understand.names.absence_words import (
    ABSENT_AFTER,
    ABSENT_BEFORE,
    ABSENT_LIST_BEFORE,
    ASKED_AND_DENIED,
    AT_RELATIVE,
    HOME_VISIT,
    NOT_THERE_PRONOUN,
    NOT_WANTED,
    STAYED_HOME_AFTER,
    UNSEEN_PRONOUN,
)
from bot.understand.names.stance_links import JOINED_NAMES
from bot.understand.names.stance_words import SEEN_BEFORE
from bot.understand.names.text import fold_text
from bot.understand.names.to_worker import NOT_SPOKEN_BEFORE
from bot.understand.parts import Kind, NameMention
from bot.understand.patterns.quick import Quick

_PLACE_ALONE = Quick(r" ?(?:at|in|en) ")
_SIR = re.compile(r"(?:mr|sr|don|señor|mister)\b", re.IGNORECASE)
_LADY = re.compile(r"(?:ms|mrs|miss|mme|sra|srta|do[ñn]a|señora|missus)\b", re.IGNORECASE)
RELATIVES = frozenset(
    {
        "grandmother", "grandfather", "grandparents", "maternal_grandmother", "paternal_grandmother", "aunt",
        "uncle", "cousin", "godmother", "godfather", "birth_mother", "birth_father", "adult_sibling",
    }
)  # fmt: skip
# Whom a family's name before the word tells apart, and not its children: "baez bm", "Lee GAL".
OF_A_FAMILY = RELATIVES | frozenset(
    {
        "attorney_for_child", "agency_attorney", "parent_attorney", "attorney", "therapist",
        "school_counselor", "teacher", "dean", "principal", "school_social_worker", "doctor", "dentist",
        "acs_worker", "probation_officer", "mentor", "casa", "home_nurse", "school_nurse",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """What stands before and after a mention (or the run of names it is joined to) in its sentence."""

    before: str
    after: str
    own_after: str


# "Went by Ms Lee 2:30 to see Ana": her home, and Ana was to be met.
_GONE_BY = Quick(
    r"\b(?:went|gone|stopped|swung|dropped|ran|came|popped|drove|go|stop|pase)(?: (?:in|over|back|out))? "
    r"(?:by|por) (?:the )?$"
)
_FOR_ANOTHER = Quick(
    r"[^.;,!?]{0,30}? (?:to (?:see|check on|visit|meet)|para ver a) (?!her\b|him\b|them\b|if\b)"
)


def by_for_another(words: Words) -> bool:
    """Whether somebody's name is only the home gone by to see somebody else."""
    return bool(_GONE_BY.search(words.before) and _FOR_ANOTHER.match(words.own_after))


def by_absence(words: Words) -> bool:
    """Whether the words beside a name say that its bearer was not there."""
    if NOT_WANTED.search(words.before):
        return False
    unmet = (ABSENT_BEFORE, ABSENT_LIST_BEFORE, NOT_SPOKEN_BEFORE)
    if any(one.search(words.before) for one in unmet) or _another_instead(words):
        return True
    if _NOT_SHE.match(words.own_after) and _CAME_AND.search(words.before):
        return True
    # "Saw Leo at practice" says where he was met; "Leo at practice" that he was not.
    met_there = SEEN_BEFORE.search(words.before) is not None
    behind = (words.own_after,) if _CAME_FIRST.search(words.before) else (words.own_after, words.after)
    return any(
        ABSENT_AFTER.match(after) and not (met_there and _PLACE_ALONE.match(after))
        for after in map(_bare, behind)
    )


# "Estuvo el tío y la mamá no los niños tampoco", "dad came and mom did not nor did the kids".
_CAME_AND = Quick(
    r"\b(?:estuvo|estuvieron|estaba|vino|vinieron|llego|llegaron|asistio|fue|participo|aparecio|se presento"
    r"|contesto|came|attended|showed(?: up)?|joined|was there|was present|made it|appeared)"
    r"(?: [\w']+){0,4}?,? "
    r"(?:(?:y|pero|but|and|while) )?(?:(?:la|el|su|sus|los|las|the|her|his|their) )?$"
)
# "Vino la mamá y el papá no": what is said of the second is not said of the first.
_CAME_FIRST = Quick(
    r"\b(?:estuvo|vino|llego|asistio|participo|aparecio|se presento) (?:solo |solamente )?"
    r"(?:(?:la|el|su) )?$"
)
_NOT_SHE = Quick(
    r" (?:no|tampoco|did(?: not|n['’]?t)|didnt|was(?: not|n['’]?t)|wasnt)"
    r"(?= ?(?:$|[.,;])| (?:los|las|la|el|ni|tampoco|y|pero|nor|neither|and|but|the (?:kids|children|boys"
    r"|girls))\b)"
)


def _bare(after: str) -> str:
    return _GROUP.sub("", _EVEN.sub(" ", _AGE.sub(" ", after)))


# "Wasn't even there", "no estaba ni siquiera en casa": what only stresses it.
_EVEN = Quick(
    r" (?:even|actually|really|physically|technically|apparently|anywhere|ni siquiera|siquiera)"
    r" (?=(?:there|home|here|present|at home|in the (?:house|home|building)|around|en (?:la )?casa)\b)"
)
# "Both Hall kids were out": who they are stands between.
_GROUP = Quick(
    r"^ (?:kids|children|boys|girls|brothers|sisters|siblings|twins)(?= (?:was|were|are|both|all|at) )"
)
# "Will Hall, 16, absent": how old one is stands between.
_AGE = Quick(r"^,? ?\(?\d{1,2}(?: ?yo)?\)?,? ?(?=\(?(?:absent|excused|not |at |out |was |is )\b)")
_MEANT_TO_SEE = Quick(
    r"\b(?:went|came|drove|supposed|meant|planned|tried|trying|wanted|hoping|was|were|fui|iba) (?:to|a) "
    r"(?:see|meet|visit|ver|visitar)(?: with| a)? $"
)
_SAW_ANOTHER = Quick(
    r"[^.;]{0,40}?(?:\bbut|\bpero|,)(?: i| we)?(?: ended up)?(?: (?:only|just|instead|solo|saw|met|found|got"
    r"|seeing|meeting|vi|estaba))+ (?:a )?$"
)


def _another_instead(words: Words) -> bool:
    """As in "went to see Will but only Hope was there", "supposed to see Will, saw Hope"."""
    return bool(_MEANT_TO_SEE.search(words.before) and _SAW_ANOTHER.match(words.own_after))


# "Leo home, Ana at her dad's": told beside one who was met; "Ana at her dad's, 4pm" says where she was.
_AT_THEIRS = Quick(r",? (?:still |over )?(?:at|with|w|w/|con|en casa de) (?:his|her|their|su|sus) ")
_BESIDE_ANOTHER = Quick(
    r"\b(?:home|there|here|seen|present|fine|good|ok|okay|bien|en casa|presente)[,;]? (?:(?:and|but|y"
    r"|pero) )?$"
)
_CLOCK = re.compile(r"(?:['’]?s)?,? ?(?:at |@ ?|a las? )?\d")


def stayed_home(words: Words) -> bool:
    """As in "Leo stayed home with a cold", of an event that was elsewhere."""
    return STAYED_HOME_AFTER.match(words.own_after) is not None


def home_visit(text: str, mentions: Sequence[NameMention]) -> bool:
    """Whether the message tells of a visit to a home, where who stayed home was met."""
    return any(mention.as_place for mention in mentions) or HOME_VISIT.search(fold_text(text)) is not None


def said_elsewhere(
    text: str,
    mention: NameMention,
    words: Words,
    behind: NameMention | None,
    homes: Collection[str],
) -> bool:
    """As in "with Leo? no, with Ana" and "Ana was at her grandmother's", who is not of the `homes`."""
    if ASKED_AND_DENIED.match(text[mention.span.end : mention.span.end + 20]):
        return True
    if mention.kind is not Kind.CHILD or behind is None or behind.role not in RELATIVES:
        return False
    if set(behind.ids) & set(homes):
        return False
    bare = _AT_THEIRS.fullmatch(words.own_after) and not _CLOCK.match(text, behind.span.end)
    return bool(AT_RELATIVE.fullmatch(words.own_after) or (bare and _BESIDE_ANOTHER.search(words.before)))


def unseen_by_pronoun(text: str, mentions: Sequence[NameMention]) -> frozenset[int]:
    """Where those stand whom "did not see her" and "he was not part of it" mean: the one spoken of last."""
    people = [mention for mention in mentions if mention.kind is not Kind.STAFF and not _owns(text, mention)]
    told = list(UNSEEN_PRONOUN.finditer(text))
    found = {_last(_fitting(text, people, p), p.start(), places=False) for p in told if not p.lastgroup}
    several = [p.start() for p in told if p.lastgroup]
    found |= {one for at in several for one in _last_ones(text, people, at)}
    found |= {_last(people, p.start(), places=True) for p in NOT_THERE_PRONOUN.finditer(text)}
    found |= {_subject(text, people, p.start()) for p in _AND_WAS_NOT.finditer(text)}
    return frozenset(place for place in found if place is not None)


def _fitting(text: str, people: Sequence[NameMention], said: re.Match[str]) -> list[NameMention]:
    """Those of whom "him" or "her" can be said: no "him" is Ms Lee, unless nobody else is named."""
    other = _LADY if re.search(r"\b(?:him|lo)\b", said.group()) else _SIR
    fits = [m for m in people if m.kind is not Kind.CONTACT or not other.match(text, m.span.start)]
    return fits or list(people)


def _last(people: Sequence[NameMention], at: int, *, places: bool) -> int | None:
    """The start of the last one before `at`; with `places` nobody where that one is only a place."""
    earlier = [one for one in people if one.span.end <= at and (places or not one.as_place)]
    return earlier[-1].span.start if earlier and not earlier[-1].as_place else None


# "Manny vive con su tío y no estaba": of whom the sentence tells, not of whoever was named last.
_AND_WAS_NOT = re.compile(
    r"(?<=[\w,)]) (?:and|so|y|asi que) (?:(?:he|she|they|[eé]l|ella) )?"
    r"(?:(?:was|were|is|are)(?:n['’]?t| not) (?:there|here|home|present|with us|around)"
    r"|did(?:n['’]?t| not) come|no (?:estaban?|estuvo|vino|vinieron))"
    r"(?= ?(?:today|hoy|either|tampoco)? ?(?:$|[.,;)\n]))",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?;:\n](?=\s)")
_OPENS = re.compile(
    r"\W*(?:(?:and|but|so|y|pero|also|the|la|el|su|his|her|big|little|older|brother|sister)\W+){0,3}",
    re.IGNORECASE,
)


def _subject(text: str, people: Sequence[NameMention], at: int) -> int | None:
    """The start of the one named first in the sentence, where no verb of meeting stands before."""
    begins = max((m.end() for m in _STOP.finditer(text, 0, at)), default=0)
    named = [one for one in people if begins <= one.span.start < at]
    first = named[0] if named else None
    if first is None or first.as_place or not _OPENS.fullmatch(text, begins, first.span.start):
        return None
    return first.span.start


def _last_ones(text: str, people: Sequence[NameMention], at: int) -> list[int]:
    """Where those stand who were last named in one breath: "Ana and Leo were out, did not see them"."""
    children = [one for one in people if one.kind is Kind.CHILD and one.span.end <= at]
    run = children[-1:]
    for one in reversed(children[:-1]):
        if not JOINED_NAMES.fullmatch(text[one.span.end : run[0].span.start]):
            break
        run.insert(0, one)
    if run and SEEN_BEFORE.search(fold_text(text[max(0, run[0].span.start - 40) : run[0].span.start])):
        return []  # "saw Ana and Leo; their cousins came, did not see them"
    return [one.span.start for one in run]


def _owns(text: str, mention: NameMention) -> bool:
    raw = text[mention.span.start : mention.span.end + 1].rstrip()
    return not mention.as_place and re.search(r"['’]s?$", raw) is not None
