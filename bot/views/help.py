"""What the bot can do, by example: made from the same list as the answers."""

from __future__ import annotations

from collections.abc import Sequence

from bot.views.blocks import context, section
from bot.views.drawn import Drawn
from storage.types import Role

EXAMPLES: Sequence[tuple[str, str]] = (
    ("Log what happened", "saw Maya at the foster home today 4pm, 45 min, fm says sleeping better"),
    ("Say what failed", "called Ms Rivera tues 6:15pm, left msg"),
    ("Plan a visit", "I will see Maya and Mateo Thursday at 3 pm"),
    ("Ask for a number", "number for Maya's foster mother"),
    ("See who looked at a family of yours", "who looked at Maya's case?"),
    ("Ask who is on call", "who's on call tonight?"),
    ("Give away or take a shift", "can someone take my Thursday night"),
    ("Be asked whether you are back", "at the Ortiz home, back by 5"),
    ("Ask what is due", "what notes do I owe?"),
    ("Plan leave", "I'm off Dec 21 thru Jan 4, Kevin covers"),
    ("Prepare your weekly conference", "my agenda"),
    ("Find notes", "show me the notes on Maya since November 1"),
    ("See what you call whom", "what nicknames do you know?"),
    ("A crisis", "CRISIS then what is happening: I give you the numbers to call at once"),
)
FOR_SUPERVISORS: Sequence[tuple[str, str]] = (
    ("See what waits for your review", "my queue"),
    ("See what came in, and what is open with whom", "what came in today, what's still open with Kevin"),
    ("Say who reviews for you", "Riley reviews for me Dec 1-5"),
    ("See who is off, and who covers", "who's off in December?"),
)
_MAY = (
    "Say it as you would text it, or in a voice clip, in English or Spanish. I show you the note before "
    "anything is filed: *Submit* files it, *Edit* opens every field. What I am not sure of, I ask."
)
_STAYS = (
    "Your own message stays in this chat, which I can't delete; it leaves by your agency's retention "
    "setting. "
    "Nothing is posted to channels."
)


def help_card(role: Role = Role.CASEWORKER) -> Drawn:
    """Examples, and the two things one has to know."""
    more = FOR_SUPERVISORS if role in (Role.SUPERVISOR, Role.DIRECTOR) else ()
    lines = [f"*{what}*\n“{example}”" for what, example in (*more, *EXAMPLES)]
    blocks = [section("*What I can do*"), *[section(line) for line in lines], section(_MAY), context(_STAYS)]
    return Drawn(text="What I can do", blocks=blocks)


def one_line(sentence: str) -> Drawn:
    """A plain sentence."""
    return Drawn(text=sentence, blocks=[section(sentence)])
