"""Whether somebody was tried by telephone or at the door, where no verb says how (READING)."""

from __future__ import annotations

import re

AT_THE_DOOR = re.compile(
    r"(?<!\w)(?:(?:not|wasn't|weren't|isn't|nobody|no one|no) (?:was )?(?:at )?home|nobody (?:was )?there|"
    r"door|knocked|doorbell|(?:nadie|no) (?:estaba|habia|hubo|abrio)(?: nadie)?(?: en (?:la )?casa)?)(?!\w)"
)
# What only a telephone does, in whatever words it was tried.
_RANG_OUT = re.compile(
    r"(?<!\w)(?:voice ?mail|machine|mailbox|inbox|rang|ringing|rings|(?:dis|not in )?connected|"
    r"not in service|out of service"
    r"|busy signal|line|cell|phone|number|pick(?:ed|ing|s)? (?:it )?up|pick ?up|answer(?:ed|ing|s)?|"
    r"message|call ?back"
    r"|hung up|dialed|contesta?\w*|buzon|telefono)(?!\w)"
)


def rang_out(text: str) -> bool:
    """Whether it was tried by telephone, where nothing else says how: "tried him at 12, no answer"."""
    return _RANG_OUT.search(text) is not None and AT_THE_DOOR.search(text) is None
