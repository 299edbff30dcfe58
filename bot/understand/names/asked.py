"""A word in the slot of a question for a fact is a name: "supervisor for will", "# for hope", "alerts may".

Who asks so, by thumb and without capitals, asks for somebody's number: whoever bears that name is meant, also
where the word is an everyday one or a month. Outside of the slot ("will you be there") nothing changes.
"""

from __future__ import annotations

from bot.understand.names.message import Message
from bot.understand.names.text import word_set
from bot.understand.names.words import cues

_AT = frozenset({"at", "from"})
_SHORT = 5
"""Of no more words than these is "alerts will" a question without its "for"."""


def asked_about(message: Message, i: int) -> bool:
    """Whether the word at `i` stands where a question for a fact has its name, or its "…s" ("hopes fm")."""
    if message.before(i) in {"is", "es"} and message.after(i) in cues("asked_states"):
        return True
    if message.before(i) in {"has", "got"} and message.before(i, 2) in {"who", "whos"} and _ends(message, i):
        return True
    if _asked_to_do(message, i) or _recorded_on(message, i):
        return True
    if not (_ends(message, i) or owns_unmarked(message, i)):
        return False
    month = message.at(i).word in cues("months")
    facts = cues("asked_facts") if month else cues("asked_facts") | cues("asked_matters")
    if month and any(token.word in cues("asked_rota") for token in message.tokens):
        return False
    if (i == 0 or message.before(i) in cues("asked_whose") | _AT) and owns_unmarked(message, i):
        return True
    return _behind_link(message, i, facts) or _behind_fact(message, i, facts)


def childs_own(message: Message, i: int) -> bool:
    """Whether an untitled name without an apostrophe stands before what only a child has: "owens mom"."""
    token, owned = message.at(i), message.at(i + 1)
    titled = message.before(i) in cues("titles_f") | cues("titles_m") | cues("titles")
    if token.possessive or titled or not owned.close or message.named(i - 1):
        return False
    word = message.at(i + 2).word if owned.word in {"next", "last", "birth", "foster", "new"} else owned.word
    return word.removesuffix("s") in cues("childs_own")


def _asked_to_do(message: Message, i: int) -> bool:
    """As in "does will have asthma": between what asks and what is done stands who does it."""
    opens = i == 1 or (i == 2 and message.at(0).word in cues("asked_why"))
    return opens and message.before(i) in cues("asked_does") and message.after(i) in cues("asked_done")


def _recorded_on(message: Message, i: int) -> bool:
    """As in "did i submit hope", "did my note on hope go through": whose note is asked about."""
    if message.at(i).word in cues("months"):
        return False
    if message.before(i) in cues("asked_links") and message.before(i, 2) in cues("asked_papers"):
        return True
    return (
        _ends(message, i) and message.before(i) in cues("asked_filed") and message.before(i, 2) in {"i", "we"}
    )


def owns_unmarked(message: Message, i: int) -> bool:
    """As in "number for hopes fm", "whats wills moms cell": somebody's, though it may be an everyday word."""
    word, owned = message.at(i).word, message.after(i)
    owned = message.at(i + 2).word if owned in {"next", "last"} else owned
    if not word.endswith("s") or word in cues("articles") or not message.at(i + 1).close:
        return False
    if not _thing(owned) and not (message.at(i + 2).close and message.at(i + 2).word in _PAPERS):
        return False
    whose = message.before(i) in cues("asked_links") | cues("asked_whose") | _AT
    return whose or (i == 0 and _short_question(message))


# "Re hopes guardianship packet": what a paper is about may stand before it.
_PAPERS = word_set(
    "packet packets paperwork form forms application referral report letter plan review hearing order pass "
    "eval evaluation assessment screening permit license certificate passport subsidy stipend check voucher "
    "transcript schedule meeting conference placement petition glasses results records"
)


def _thing(word: str) -> bool:
    """Whether it is somebody's, by the words of what is."""
    things = cues("owned") | cues("owned_asked") | _PAPERS
    return word in things or word.removesuffix("s") in things


def _short_question(message: Message) -> bool:
    if len(message.tokens) > _SHORT:
        return False
    return "#" in message.text or any(t.word in cues("asked_facts") for t in message.tokens)


def _ends(message: Message, i: int) -> bool:
    """Whether the question is over behind the word, or only a "pls" or a reason comes."""
    following = message.at(i + 1)
    return following.first or following.word in cues("asked_ends") or any(c in following.gap for c in ",:(-")


def _behind_link(message: Message, i: int, facts: frozenset[str]) -> bool:
    """As in "number for will", "# for will", "cell of the mother of hope"."""
    if message.before(i) not in cues("asked_links"):
        return False
    if "#" in message.at(i - 1).gap or message.before(i, 2) in facts:
        return True
    kin = message.before(i, 2) in cues("asked_kin")
    return kin and any(message.at(place).word in facts for place in range(i - 2))


def _behind_fact(message: Message, i: int, facts: frozenset[str]) -> bool:
    """As in "alerts will": few words, the last of them the name."""
    return len(message.tokens) <= _SHORT and i > 0 and message.before(i) in facts
