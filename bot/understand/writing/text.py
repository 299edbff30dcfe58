"""Slack's way of writing, taken off without moving a single letter.

Every function here gives back a text of the same length, so that an offset into it is an offset into what
the person typed. What is only Slack's (`<tel:…|…>`, `:emoji:`, the tail of `&amp;`) becomes blanks.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ENTITY = re.compile(r"&(?:amp|lt|gt);")
_LINK = re.compile(r"<(?![@#!])([^<>|\s]{1,500})(?:\|([^<>]{1,500}))?>")
_CHANNEL = re.compile(r"<[#!][^<>]{1,200}>")
_EMOJI = re.compile(r"(?<!\w):[a-z][a-z0-9_+'-]{1,40}:(?!\w)")
_STYLE = re.compile(r"(?<!\w)[*_~`]{1,3}(?=\S)|(?<=\S)[*_~`]{1,3}(?!\w)")
_TYPOGRAPHY = str.maketrans(
    {"‘": "'", "’": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"', "«": '"', "»": '"', "\u00a0": " "}
    | {"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u202f": " ", "\u2009": " ", "\t": " ", "\r": " "}
)
_LETTERS = {"&amp;": "&", "&lt;": "<", "&gt;": ">"}


def decoded(raw: str) -> str:
    """`raw` without Slack's markup and with plain quotes and dashes, letter for letter in its old place."""
    text = raw
    if "<" in text:
        text = _CHANNEL.sub(_blank, _LINK.sub(_link_words, text))
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    text = _EMOJI.sub(_blank, text)
    return _STYLE.sub(_blank, text.translate(_TYPOGRAPHY))


def folded(text: str) -> str:
    """`text` in lower case and without accents, the same length; what has no such letter stays as it is."""
    return text.lower() if text.isascii() else "".join(map(_fold, text))


def straight(text: str) -> str:
    """What was typed, decoded and folded, a phone's curled apostrophes straight; of the decoded length."""
    return folded(decoded(text)).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


@lru_cache(maxsize=64)
def evened(text: str) -> str:
    """What was typed, decoded, folded and with single blanks: for whole-message patterns, not for offsets."""
    return " ".join(folded(decoded(text)).split())


@lru_cache(maxsize=4096)
def _fold(letter: str) -> str:
    bare = unicodedata.normalize("NFKD", letter)[:1].lower()
    return bare if len(bare) == 1 and bare.isalpha() else letter


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _entity(match: re.Match[str]) -> str:
    return _LETTERS[match.group()].ljust(len(match.group()))


def _link_words(match: re.Match[str]) -> str:
    """The words a link shows, in their own place; the address behind them becomes blanks."""
    words = match.group(2)
    if words is None:
        target = match.group(1)
        head = (
            len("mailto:")
            if target.startswith("mailto:")
            else len("tel:")
            if target.startswith("tel:")
            else 0
        )
        return " " * (1 + head) + target[head:] + " "
    return " " * (len(match.group()) - len(words) - 1) + words + " "
