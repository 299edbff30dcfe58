"""A name that only says whose something is: "mom's attorney", "Mays bed" (READING, "Who")."""

from __future__ import annotations

import re

from bot.understand.names.absence import Words
from bot.understand.names.stance_links import (
    IS_HOME,
    OF_AGE,
    OWNED_TOO,
    SAT_IN_BEFORE,
    SESSION_AFTER,
    thing_of_it,
)
from bot.understand.names.words import cues
from bot.understand.parts import How, Kind, NameMention

_HERE = re.compile(r"['’]?s?\s+(?:here|there|in|not|at|been|being|doing|ok|fine)\b")
_THING = re.compile(r"(?:['’]s|s['’]|['’])?\s+[^\W\d_]")
_FOLLOWING = re.compile(rf"\s+(?:{OF_AGE} )?([^\W\d_]+)")

_WHAT_SHE_IS = frozenset({"gal", "afc", "atty", "attorney", "lg", "casa"})
# "The Hall kids' mother", "the Hall boys lawyer": whose she is, and none of them met.
_THEIR_PARENT = re.compile(
    r" (?:kids?|children|childrens|boys?|girls?|siblings?|family)(?:['’]s?|s['’]?)? "
    r"(?:(?:foster|birth|bio|biological|maternal|paternal) )?"
    r"(?:m(?:o|u)m|moms|mother|dad|father|parents?|grand\w+|aunt|uncle|lawyer|attorney|law guardian|lg|gal"
    r"|bm|bf"
    r"|therapist|teacher|worker|school|pediatrician|doctor|dentist)\b(?! (?:and|was|were)\b)",
    re.IGNORECASE,
)


def only_owns(text: str, mention: NameMention, words: Words) -> bool:
    """As in "mom's attorney", "Mays bed", "her uncles phone": the name only says whose."""
    raw = text[mention.span.start : mention.span.end]
    if mention.kind is Kind.CHILD and thing_of_it(words.before, words.own_after):
        return True
    if mention.kind is Kind.FAMILY and _THEIR_PARENT.match(text, mention.span.end):
        return True
    behind = text[mention.span.end : mention.span.end + 2].lower()
    if behind in {"'s", "’s", "s'"} or raw.endswith(("'s", "’s", "'S", "’S")):
        return _owns_something(mention, words)
    following = _FOLLOWING.match(words.own_after)
    word = following.group(1) if following else ""
    if word == "home" and IS_HOME.match(words.own_after):
        return False
    if mention.kind is Kind.CONTACT and mention.how is not How.ROLE and word in _WHAT_SHE_IS:
        return False  # "Ms Vess gal was there"
    return raw[-1:] in "sS" and mention.how is not How.FUZZY and word in cues("owned") | OWNED_TOO


def _owns_something(mention: NameMention, words: Words) -> bool:
    """Whether a thing follows the possessive: "Mays bed", but "he's here", "just left Ana's"."""
    if _HERE.match(words.own_after):
        return False
    return mention.kind is not Kind.CHILD or _THING.match(words.own_after) is not None


def sat_in_on(words: Words) -> bool:
    """As in "sat in on Ruby's therapy session": the child was there."""
    return bool(SESSION_AFTER.match(words.own_after) and SAT_IN_BEFORE.search(words.before))
