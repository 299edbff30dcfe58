"""What the writer took back in the same breath ("30 day, no sorry, the 72 hour conference"): blanked.

One vocabulary of taking back for everything (`data/taking_back.toml`); times are put right where they are
paired (`when.pair`), names as soon as they are found (`names.withdrawn`), conferences, ways and places here,
before cues are looked for.
"""

from __future__ import annotations

import re
from functools import cache

from bot.understand.patterns.lexicon import table
from bot.understand.writing.words import Plain

_REACH = 90
"""Letters before the words of taking back in which the withdrawn thing stands."""
_NEW = 48
_GAP = r"[ ,.;:?!()…-]*"
_IT_WAS = re.compile(
    r"(?<!\w)(?:it was|that was|era|fue)(?P<just> (?:just|only|really|actually|solo))?(?! (?:at |"
    r"on )?[\d~])(?!\w)"
)
_FAR = 30


def words(key: str) -> str:
    """The words of taking back of one sort (firm, loose, lead), as a pattern's alternatives."""
    return "|".join(table("taking_back")[key])


@cache
def _taking() -> re.Pattern[str]:
    """The words of taking back, and behind them whatever leads to the new thing."""
    said, lead = f"{words('firm')}|{words('loose')}", words("lead")
    return re.compile(rf"(?<!\w)(?:(?:{said})(?!\w){_GAP})+(?:(?:{lead})(?!\w){_GAP})*")


@cache
def _firm() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words('firm')})(?!\w)")


@cache
def _kinds() -> tuple[re.Pattern[str], ...]:
    """For each kind of thing a pattern whose groups are its members."""
    kinds: dict[str, dict[str, list[str]]] = table("taking_back")["kinds"]
    return tuple(
        re.compile(
            "(?<!\\w)(?:"
            + "|".join(f"(?P<{one}>{'|'.join(ways)})" for one, ways in members.items())
            + ")(?!\\w)"
        )
        for members in kinds.values()
    )


def without_withdrawn(plain: Plain) -> Plain:
    """The words without what was taken back; every offset stays."""
    text = plain.text
    for match in _taking().finditer(plain.text):
        for start, end in _withdrawn(text, match):
            text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return plain if text is plain.text else Plain(text, plain.starts, plain.at, plain.length)


def _withdrawn(text: str, taking: re.Match[str]) -> list[tuple[int, int]]:
    """The stretches before the words of taking back that what follows them replaces."""
    from_ = max(0, taking.start() - _REACH)
    found = []
    for kind in _kinds():
        new = kind.match(text, taking.end(), taking.end() + _NEW)
        old = list(kind.finditer(text, from_, taking.start())) if new else []
        if new and old and old[-1].lastgroup != new.lastgroup:
            found.append(old[-1].span())
    return found or _no_visit(text, taking)


def _no_visit(text: str, taking: re.Match[str]) -> list[tuple[int, int]]:
    """“Sibling visit?? No wait, it was just PARENT with the kids": what it was is told in other words."""
    was = _IT_WAS.search(text, taking.start(), taking.end() + 3)
    if not was or not _firm().search(taking.group()):
        return []
    near = max(0, taking.start() - (_FAR if was["just"] else 1))
    said = [m.span() for m in _kinds()[1].finditer(text, max(0, near - _FAR), taking.start())]
    return [span for span in said[-1:] if span[1] >= near]
