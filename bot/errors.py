"""Expected refusals: exceptions whose text is the very sentence the person reads."""

from __future__ import annotations


class Refusal(Exception):
    """Something that may not or cannot be done; `str(refusal)` is one clear sentence for the person."""


class NotAllowed(Refusal):
    """The person who asks has no right to it."""


class AlreadyDecided(Refusal):
    """Somebody else was first; the text says who, what and when."""


class Outdated(Refusal):
    """An old button on an old card; the card is redrawn and the text says what holds now."""


class Unusable(Refusal):
    """Bad input; the text says what was wrong and what to do."""


class SettingsError(Exception):
    """A missing or wrong setting, named in one line with where to get it (the program ends with 2)."""
