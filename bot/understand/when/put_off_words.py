"""That a day can't be, and another is meant: "can't do tomorrow, she has a fever, do thurs".

Fragments over canonical words of either sort, the reading's (with labels) and those of time (with `§`): who
uses them adds what may stand between.
"""

from __future__ import annotations

CANNOT = r"(?:can't|cannot|can not|won't be able to|unable to|not able to|no puedo|no podemos|no podre)"
DOING = r"(?: (?:do|make|go|come|ir|hacerla|meet|see|ver a)(?!\w))?"
"""What can't be done, where it is said."""
RATHER = (
    r"(?:do|make|move|push|switch|try|go|can we|could we|how about|what about|let's|lets|will|i'll|mejor|"
    r"rather|pas\w+|cambi\w+|mover\w*|la hacemos|lo hacemos)"
)
