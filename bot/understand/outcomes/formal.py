"""What came of a conference or a hearing, and what was held although somebody called something off."""

from __future__ import annotations

import re

from bot.understand.events.cues import found
from storage.types import Outcome

_NOT_HELD = re.compile(
    r"(?<!\w)(?:cancel\w*|called off|postponed|put off|(?:is|was) off|(?:did not|didn't) (?:happen|take "
    r"place)|never (?:happened|took place|went (?:forward|ahead))(?! (?:to|again|before|like))|"
    # "The hearing got moved up" and was held; "moved up to Friday" it was not.
    r"(?:was|were|got) (?:moved|pushed|bumped)(?! up(?! to (?:the|next|\w+day|[a-z]{3} \d|\d+/)))|"
    r"reschedul(?:ed|ing)|(?:moved|pushed|bumped) (?:it|the \w+) (?:back )?(?:to|until)|se suspendio|"
    r"(?<!lo )(?<!los )(?<!la )(?<!las )suspendieron|pospus\w+)(?!\w)"
    r"|(?:^|[.;] ?)no (?:court|hearing|conference|ftm|meeting)(?! (?:dates?|orders?|reports?|rooms?))"
)
# "Put off till December, we were all there at 9:30": who came to court has appeared.
_WE_CAME = re.compile(
    r"(?<!\w)(?:(?:we|all|everyone|everybody|both|parties|i) (?:all )?(?:were|was) (?:all )?(?:there|"
    r"present|in court)|(?:we|i|everyone|all parties) (?:all )?appeared|(?:estabamos|estuvimos) todos"
    r"|me and [A-Za-z ]{2,40}? (?:were |was )?in (?:the )?court(?:room)?"
    r"|(?:finish(?:ed)?|done|over|wrapped(?: up)?|let out) (?:by|at|around|before) \d+)(?!\w)"
)
_NONE_CAME = re.compile(
    r"(?<!\w)(?:nobody|no one|noone|neither \w+) (?:\w+ )?(?:came|showed|appeared|attended|joined|"
    r"logged)(?!\w)"
    r"|(?<!\w)nadie (?:vino|llego|se presento)(?!\w)"
)


def formally_held(text: str, *, formal: str) -> Outcome:
    """A conference is held though one of those asked did not come, a hearing though none of them did."""
    if formal == "court" and _WE_CAME.search(text):
        return Outcome.COMPLETED
    if _NOT_HELD.search(text) and not held_though_cancelled(text):
        return Outcome.CANCELLED
    missed = formal != "court" and _NONE_CAME.search(text)
    return Outcome.ATTEMPTED if missed else Outcome.COMPLETED


def held_though_cancelled(text: str) -> bool:
    """“Cancelled next week's, but we talked": another one was called off."""
    return bool(
        re.search(
            r"(?<!\w)(?:cancel\w*|called off) (?:\w+ ){0,3}?"
            r"(?:next|last|his|her|their|the (?:next|last)|friday|monday)",
            text,
        )
    ) and found("outcome.reached", text)
