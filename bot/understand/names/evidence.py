"""Names that are words and words that are names: whether "may", "will" or "grace" is a person here.

Decided by capitals where the message uses them, else by the words beside it (READING, "Names").
"""

from __future__ import annotations

import re

from bot.understand.names.asked import asked_about
from bot.understand.names.finite import and_me, clock, counted, heads_an_entry, placed, subject_or_found
from bot.understand.names.message import Message
from bot.understand.names.other_tongue import foreign_word
from bot.understand.names.spelling import canonical
from bot.understand.names.text import Style, word_set
from bot.understand.names.whose_es import of_or_to_somebody
from bot.understand.names.withdrawn import behind_taking_back
from bot.understand.names.words import common_words, cues, is_word, name_leaning, spanish_words


def reads_as_name(
    message: Message,
    i: int,
    *,
    known: frozenset[int] = frozenset(),
    nickname: bool = False,
    exact: bool = False,
) -> bool:
    """Whether the single word at `i`, which is somebody's given name or nickname, is meant as one.

    `known` holds the indexes of words that are names for certain; a `nickname` on file needs less evidence.
    `exact`: the name is written so, and the word is no inflection of it or of an everyday word.
    """
    token = message.at(i)
    word = token.word
    if asked_about(message, i):
        return True
    if message.place_name(i) or is_month(message, i) or _measure(message, i):
        return False
    if message.before(i) in _CLITICS and word in _ALSO_VERBS:
        return False  # "me marco a las 8": what somebody did, whoever is called Marco
    if i in known or of_or_to_somebody(message, i) or _whose_kin(message, i):
        return True
    if not (is_word(word) or is_word(word.removesuffix("s"))) or (exact and word not in common_words()):
        return True
    if message.named(i):
        return message.before(i) not in {"an", "un", "una"} and not _english_article(message, i)
    if placed(message, i):
        return True
    if message.before(i) in cues("articles") and not _told_that(message, i):
        return False
    if _taken_along(message, i):
        return True
    if message.after(i) in _IDIOMS.get(word, ()) or message.before(i) in _IDIOMS_BEFORE.get(word, ()):
        return False
    leans = nickname or word in name_leaning() or (exact and foreign_word(message, i))
    if leans and not _written_as_word(message, i):
        return True
    return _grammar(message, i, known, exact=exact)


# "Chance to talk", "faith in her": the noun, whoever else is called so.
_IDIOMS = {
    "chance": word_set("to of that at"),
    "faith": word_set("in based community"),
    "joy": word_set("of in"),
    "patience": word_set("with"),
    "angel": word_set("tree investor"),
}


_IDIOMS_BEFORE = {
    "luz": word_set("hay sin tienen tiene cortaron quitaron pagar habia de"),
    "paz": word_set("en de hay"),
    "sol": word_set("al hay de"),
}
_CLITICS = word_set("me te le nos se les")
_ALSO_VERBS = word_set("marco rita mira paz")
_OF_NOBODY = word_set("school hogar escuela home placement")
"""Of "la mama de luz" luz is somebody; a "home of hope" may be a house."""


def _whose_kin(message: Message, i: int) -> bool:
    """As in "la mamá de luz", "the foster mom for hope"."""
    before = message.before(i)
    if before not in {"de", "of", "for"} or message.before(i, 2) not in cues("asked_kin") - _OF_NOBODY:
        return False
    following = canonical(message.after(i)).partition(" ")[0]
    return before != "for" or following not in _VERBS_AFTER


def _measure(message: Message, i: int) -> bool:
    """As in "10 min", "before dawn": a measure or an hour of the day, whoever else is called so."""
    word, before = message.at(i).word, message.before(i)
    if word in {"min", "hr", "am", "pm", "sec", "ft"}:
        return before[-1:].isdigit() or before in _COUNTS
    return word == "dawn" and before in {"before", "at", "by", "until", "of"}


_COUNTS = word_set(
    "five ten fifteen twenty thirty forty fifty sixty another few cinco diez quince veinte treinta"
)


def _written_as_word(message: Message, i: int) -> bool:
    return message.style is Style.CASED and not message.at(i).cap


def _english_article(message: Message, i: int) -> bool:
    """As in "a Hope", but not "vi a Hope"."""
    return message.before(i) == "a" and not _spanish_a(message, i)


def _spanish_a(message: Message, i: int) -> bool:
    """As in "vi a Luz", "y a las 10 a Luz": the preposition before a person."""
    earlier = message.before(i, 2)
    if earlier.isdigit() and message.before(i, 3) in {"las", "la", "00", "15", "30", "45"}:
        return message.before(i) == "a"
    return (
        message.before(i) == "a"
        and earlier in spanish_words()
        and earlier not in common_words() - spanish_words()
    )


_DAY_OF_MONTH = re.compile(r"\d{1,4}(?:st|nd|rd|th)?")


def is_month(message: Message, i: int) -> bool:
    """Whether the word is a month here: "in August", "May 5", "5 mayo"."""
    word, following, before = message.at(i).word, message.after(i), message.before(i)
    if word not in cues("months") or message.at(i).possessive or _whose_kin(message, i):
        return False
    if (following[:1].isdigit() and not clock(message, i + 1)) or _DAY_OF_MONTH.fullmatch(before):
        return True
    # "for May" is a month unless somebody is seen for; "saw May" and "May had" are people.
    return before in cues("month_before") and not (message.at(i + 1).possessive or following in cues("after"))


def _grammar(message: Message, i: int, known: frozenset[int], *, exact: bool) -> bool:
    before, following = message.before(i), canonical(message.after(i)).partition(" ")[0]
    token = message.at(i)
    if following in _VERBS_AFTER and message.at(i + 1).gap.strip():
        following = ""  # "about summer, she never joined": what follows is not the word's
    unmarked = not exact and token.word.endswith("s") and token.word not in common_words()
    if token.possessive or unmarked:
        return (
            following in cues("owned")
            or message.style is Style.CASED
            or (unmarked and _no_plural(token.word))
            or (before in _TOPIC and following.isalpha() and following not in _GOES_ON)
        )
    seen = before in _SEEN and following not in _VERBS_AFTER and not following.endswith("ing")
    if seen or (before in _SAW and following in _THEY) or _acts_or_is_there(message, i):
        return True
    if subject_or_found(message, i) or and_me(message, i) or counted(message, i):
        return True
    if heads_an_entry(message, i):
        return True
    if i in known or _joined_to_name(message, i, known) or _with_own(message, i):
        return True
    if following not in _VERBS_AFTER and behind_taking_back(message.text, token.start):
        return True
    if before == "on" and message.before(i, 2) in _CHECKED | {"in"} and following not in _VERBS_AFTER:
        return True
    if before in cues("before") - cues("weak_before"):
        return following not in _VERBS_AFTER
    if _does(message, i, following) and _may_start(before):
        return not _modal(message, i)
    if before in cues("weak_before"):
        return _weakly(message, i, before, following)
    return before == "a" and message.before(i, 2) in _SPANISH_SEEN


def _does(message: Message, i: int, following: str) -> bool:
    """As in "grace wont wake up": also where what it does is a short form that is written out elsewhere."""
    return not cues("after").isdisjoint({following, following.replace("'", ""), message.after(i)})


_SAW = word_set("saw met visited")
_SPANISH_SEEN = word_set("vi visite llame llamar visitar ver recogi llevo llevar recoger acompanar buscar")
_THEY = word_set("he she hes shes")
_SAYING = word_set("report reported said says say told me us know think thinks heard dijo dice")
_WAYS = word_set("phone tc call video zoom facetime text seen hv home school in")
_TOPIC = word_set("re about abt regarding")
# "Re hopes guardianship packet" is Hope's packet, "about hopes for the summer" nobody's.
_GOES_ON = word_set("for to of that and or are is was were in on at with the a he she they we i it y de que")
_SCENE = word_set("for with w re about")


def _told_that(message: Message, i: int) -> bool:
    """As in "want to report that precious told me": no article, but what opens a clause."""
    return (
        message.before(i) == "that" and message.before(i, 2) in _SAYING and message.after(i) in cues("after")
    )


def _acts_or_is_there(message: Message, i: int) -> bool:
    """As in "540, grace locked herself in", "2p rich @ school", "meeting for sterling 11am"."""
    token, following = message.at(i), message.at(i + 1)
    opens = token.first or token.gap.strip() in {",", ";", ":", "-", "–"} or message.before(i)[:1].isdigit()
    if following.first or token.word in {"will", "may"}:
        return False
    if opens and "@" in following.gap:
        return True
    if message.before(i) in _SCENE and clock(message, i + 1):
        return True
    if token.first and token.cap and following.gap.strip() == "," and following.word in _WAYS:
        return True  # "Hope, phone, yesterday 4:15"
    if message.before(i) == "got" and following.word == "on" and message.after(i + 1) in {"the", "phone"}:
        return True
    if opens and following.word in {"there", "present"} and not token.first:
        return True  # "hv lee 6p, hope there"
    done = following.word.endswith(("ed", "kd")) and following.word not in {"need", "based", "bed"}
    return opens and done and following.gap.isspace()


_SEEN = word_set("see saw met meet visit visited")
_TAKEN = word_set("took take taking drove driving brought bringing dropped dropping transported")
_TAKEN_TO = word_set("to home back out off up from for shopping and over there")


def _no_plural(word: str) -> bool:
    """Whether a word in -s is nobody's plural: "destinys", "luzs" are written for the possessive."""
    stem = word.removesuffix("s")
    spanish = stem in spanish_words() and stem[-1:] not in "aeiou"
    return spanish or (stem.endswith("y") and stem[-2:-1] not in "aeiou") or stem in name_leaning()


def _taken_along(message: Message, i: int) -> bool:
    """As in "took chase to the eye doctor", "picked hope up"."""
    following = message.after(i)
    if message.before(i) in {"picked", "pick", "dropped", "drop", "pulled"}:
        return following in {"up", "off", "out", "aside"}
    if message.before(i) in {"up", "off"} and message.before(i, 2) in {
        "picked",
        "pick",
        "picking",
        "dropped",
    }:
        return following in _TAKEN_TO | {"at", "and", "today"}
    return message.before(i) in _TAKEN and following in _TAKEN_TO


def _with_own(message: Message, i: int) -> bool:
    """As in "Hope and her mother had a visit"."""
    return message.after(i) in {"and", "n", "y"} and message.after(i + 1) in {"her", "his", "su"}


_CHECKED = word_set("check checked checking checkin")
_VERBS_AFTER = word_set("be have not i we you they he she it need call see go come get do")
# Behind these a verb's subject does not begin.
_NO_START = word_set(
    "i you we they he she to can could should would must might do does did not the a of with in at"
)
_TO_AFTER = word_set("spoke talked spoken talking listened talk talkd taking next visited went")


def _may_start(before: str) -> bool:
    """Whether a clause may begin at the word, so that it can be the one who does what follows."""
    return before not in _NO_START


def _modal(message: Message, i: int) -> bool:
    """As in "will no", "may not", "will get": the auxiliary and not somebody called Will."""
    token, following = message.at(i), message.after(i)
    if token.word not in {"will", "may"}:
        return False
    return following in {"not", "get", "at", "no", "me", "let"} and (
        message.style is Style.LOWER or not token.cap
    )


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
    """Whether "and", "&", "+" or a comma ties the word to one that is a name, before it or after."""
    beyond = i + 3 if message.at(i + 2).word in {"baby", "little", "lil"} else i + 2
    return _tied(message, i, i - 1, i - 2, known) or _tied(message, i + 1, i + 1, beyond, known)


def _tied(message: Message, joint: int, beside: int, beyond: int, known: frozenset[int]) -> bool:
    if message.at(joint).gap.strip() in {"&", "+", "/", "&amp;", ","} and beside in known:
        return True
    titled = message.at(beyond).word in cues("titles_f") | cues("titles_m") and beyond > joint
    return (beyond in known or titled) and message.at(beside).word in cues("joiners") - {"with", "w"}
