"""The small model's second opinion, where the rules leave a gap (READING.md, docs/reading.md).

Rules decide first. Sentence embeddings from a package that carries its weights, and two linear heads trained
by `make train-reading`, say what a message seems to want and whether it sounds like danger. What only the
model says is marked or asked, never silent. Without the package or the heads' file the rules read alone.
"""

from bot.understand.opinion.advisor import (
    RULES_ALONE,
    Advice,
    Advisor,
    advisor_from,
    marked,
    may_alarm,
    shipped,
)
from bot.understand.opinion.loading import Opinion

__all__ = ["RULES_ALONE", "Advice", "Advisor", "Opinion", "advisor_from", "marked", "may_alarm", "shipped"]
