"""Who alone of several was there: "only Khoa home", "solo vi a Ana" leave the others out (READING, "Who")."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.understand.names.only_words import (
    ALONE_AFTER,
    CANCELLED_BEFORE,
    JUST_BEFORE,
    ONLY_AFTER,
    ONLY_BEFORE,
    ONLY_SAW_BEFORE,
    SHORTLY_AFTER,
    THERE_AFTER,
)
from bot.understand.names.parts import Stance
from bot.understand.names.text import fold_text
from bot.understand.parts import Kind, NameMention, Span

_Stood = tuple[tuple[NameMention, Stance], ...]
_BEFORE, _AFTER = 40, 24
_MY_VISIT_OFF = re.compile(
    r" ?(?:(?:had to|just|tuvo que|me|nos|again|has) ){0,2}(?:cancel\w*|called off|calling off|rescheduled"
    r"|moved|pospuso|movio) (?:my|our|mi|nuestra) "
)


def only_ones(text: str, mentions: Sequence[NameMention]) -> frozenset[Span]:
    """The mentions of the children said to be the only ones there or seen."""
    children = sorted((m for m in mentions if m.kind is Kind.CHILD), key=lambda m: m.span.start)
    runs: list[list[NameMention]] = []
    for mention in children:
        if runs and _LISTED.fullmatch(text, runs[-1][-1].span.end, mention.span.start):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return frozenset(m.span for run in runs if _only(text, run[0].span.start, run[-1].span.end) for m in run)


_LISTED = re.compile(r" ?(?:and|n|y|e|&|&amp;|\+|/) ?", re.IGNORECASE)


def _only(text: str, start: int, end: int) -> bool:
    """Whether those named from `start` to `end` are said to be the only ones."""
    before = fold_text(text[max(0, start - _BEFORE) : start])
    after = fold_text(text[end : end + _AFTER])
    if ONLY_SAW_BEFORE.search(before):
        return SHORTLY_AFTER.match(after) is None
    if ONLY_AFTER.match(after) or (JUST_BEFORE.search(before) and ALONE_AFTER.match(after)):
        return True
    found = ONLY_BEFORE.search(before)
    return found is not None and (THERE_AFTER.match(after) is not None or "esta" in found.group())


def there_of(text: str, stood: _Stood, only: Collection[Span]) -> _Stood:
    """How those named stand, the others of "only", who called it off and a host who was away taken out."""
    return without_canceller(text, without_the_others(without_hosts_away(text, stood), only))


_TO_THE_HOME = re.compile(
    r"\b(?:hv|h/v|home visit|hogar|visita al hogar|visita a casa)[:,]?(?: (?:to|at|a|de|@))?(?: the)? $"
)


def without_hosts_away(text: str, stood: _Stood) -> _Stood:
    """“Hv Weems 4:05, saw Leo. Curtis was on a work call": the heading names whose home it was, no more."""
    away = {key for m, s in stood if m.kind is Kind.CONTACT and s is Stance.ABSENT for key in m.ids}
    if not away:
        return stood
    return tuple((m, Stance.PLACE if _heads(text, m, s, away) else s) for m, s in stood)


def _heads(text: str, mention: NameMention, stance: Stance, away: Collection[str]) -> bool:
    if mention.kind is not Kind.CONTACT or stance is not Stance.SEEN or set(mention.ids) - set(away):
        return False
    start = mention.span.start
    return _TO_THE_HOME.search(fold_text(text[max(0, start - _BEFORE) : start])) is not None


def without_the_others(stood: _Stood, only: Collection[Span]) -> _Stood:
    """The other children absent, unless the words after say that they too were seen or spoke."""
    if not only:
        return stood
    kept = {key for mention, _ in stood if mention.span in only for key in mention.ids}
    since = min(span.start for span in only)
    return tuple(
        (mention, Stance.ABSENT if _left_out(mention, stance, kept, since) else stance)
        for mention, stance in stood
    )


def _left_out(mention: NameMention, stance: Stance, kept: Collection[str], since: int) -> bool:
    if mention.kind is not Kind.CHILD or set(mention.ids) & set(kept):
        return False
    told_after = stance in {Stance.SEEN, Stance.SPOKE, Stance.CONTACTED} and mention.span.start > since
    return not told_after


def without_canceller(text: str, stood: _Stood) -> _Stood:
    """Whoever cancelled a visit to a child in their own home is not one whom it was to be with."""
    hosts = {key for mention, stance in stood if stance is Stance.PLACE for key in mention.ids}
    seen = any(m.kind is Kind.CHILD and stance is Stance.SEEN for m, stance in stood)
    return tuple(
        (
            mention,
            Stance.ABOUT
            if (set(mention.ids) & hosts and _cancelled(text, mention))
            or (seen and _cancelled_mine(text, mention))
            else stance,
        )
        for mention, stance in stood
    )


def _cancelled(text: str, mention: NameMention) -> bool:
    before = fold_text(text[max(0, mention.span.start - _BEFORE) : mention.span.start])
    return mention.kind is Kind.CONTACT and CANCELLED_BEFORE.search(before) is not None


def _cancelled_mine(text: str, mention: NameMention) -> bool:
    """“Ms Lee cancelled my visit with Ana": hers is the home, the visit was to the child."""
    after = fold_text(text[mention.span.end : mention.span.end + _BEFORE])
    return mention.kind is Kind.CONTACT and _MY_VISIT_OFF.match(after) is not None
