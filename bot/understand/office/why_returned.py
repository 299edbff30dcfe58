"""“Why did Campbell come back", "why did Patricia send the note back": asked of one's own note."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.understand.writing.text import evened

_LEAD = r"^\W*(?:(?:so|ok|okay|and|wait|um|hey|oye|pero|but),? )*"
_WHY = r"(?:why|how come|what for|por ?que)"
_BACK = (
    r"(?:c[ao]me back|s[ae]n[dt] .{0,40}back|sent back|kick(?:ed)? .{0,40}back|bounced?|return(?:ed)?"
    r"|reject(?:ed)?|not approved|\w+n'?t .{0,30}approved?|(?:got|get|is|was) .{0,20}back|regres\w+"
    r"|devol\w+|devuel\w+|rechaz\w+)"
)
_ASKED = re.compile(rf"{_LEAD}{_WHY}(?!\w).{{0,60}}?(?<!\w){_BACK}(?!\w)")
_WRONG = re.compile(
    rf"{_LEAD}(?:what did i do wrong|what'?s wrong|what is wrong|que paso) (?:with|on|in|con) "
)
_WHICH_BACK = re.compile(
    rf"{_LEAD}(?:(?:what|which|show me the|how many)(?: of my)?(?: notes?| ones?)? (?:did|has"
    rf"|have) (?P<who>\S+) "
    rf"(?:send|sent|kick|kicked|return|returned|reject|rejected)(?: back)?(?: to me)?"
    r"|(?:what|which)(?: of my)? (?:notes?|ones?) (?:came|come|were|are|was|got|have been) (?:back"
    r"|returned|sent back|rejected)"
    r"|(?:que|cuales) notas (?:me )?(?:devolvi\w+|regres\w+|rechaz\w+)(?: \S+)?)(?: today| yet"
    r"| this week)?\W*$"
)
_WANTS_ON = re.compile(
    rf"{_LEAD}what(?:'?s| is| does| did| do)? (?:she|he|they|(?:my )?\S+) (?:want(?:s|ed)?|need(?:s"
    rf"|ed)?|ask(?:ed|ing)?(?: for)?"
    rf"|looking for|say|said)(?: me)?(?: to (?:fix|change|add|correct|do))? (?:on|about|for|with|in) \S.*$"
    rf"|{_LEAD}que (?:quiere|pide|pidio|dijo) \S+ (?:de|con|en|sobre) \S.*$"
)
_OF_A_NOTE = re.compile(
    r"(?<!\w)(?:notes?|write[- ]?up|nota|returned|reject(?:ed)?|s[ae]n[dt]|approved?|kick(?:ed)?)(?!\w)"
)
_LONGEST = 110


def asks_why_returned(text: str) -> bool:
    """Whether the words ask why a note came back. Pure."""
    words = evened(text)
    if len(words) > _LONGEST:
        return False
    return bool(
        _ASKED.match(words) or _WHICH_BACK.match(words) or (_WRONG.match(words) and _OF_A_NOTE.search(words))
    )


def asks_what_is_wanted(text: str) -> bool:
    """Whether they ask what somebody wants of something: of a returned note, where it is named. Pure."""
    words = evened(text)
    return len(words) <= _LONGEST and _WANTS_ON.match(words) is not None


def says_note(text: str) -> bool:
    """Whether they can be about nothing but a note: a child, too, may come back."""
    words = evened(text)
    return _OF_A_NOTE.search(words) is not None or _WHICH_BACK.match(words) is not None


def names_in(text: str, names: Collection[str]) -> frozenset[str]:
    """Which of the folded names stand in the words."""
    found = re.findall(r"[^\W_][\w-]*", evened(text).replace("'s", " "))
    return frozenset(each for each in found if each in names)
