"""“Why did Campbell come back", "why did Patricia send the note back": asked of one's own note."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.understand.text import evened

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
_OF_A_NOTE = re.compile(
    r"(?<!\w)(?:notes?|write[- ]?up|nota|returned|reject(?:ed)?|s[ae]n[dt]|approved?|kick(?:ed)?)(?!\w)"
)
_LONGEST = 110


def asks_why_returned(text: str) -> bool:
    """Whether the words ask why a note came back. Pure."""
    words = evened(text)
    if len(words) > _LONGEST:
        return False
    return bool(_ASKED.match(words) or (_WRONG.match(words) and _OF_A_NOTE.search(words)))


def says_note(text: str) -> bool:
    """Whether they can be about nothing but a note: a child, too, may come back."""
    return _OF_A_NOTE.search(evened(text)) is not None


def names_in(text: str, names: Collection[str]) -> frozenset[str]:
    """Which of the folded names stand in the words."""
    found = re.findall(r"[^\W_][\w-]*", evened(text).replace("'s", " "))
    return frozenset(each for each in found if each in names)
