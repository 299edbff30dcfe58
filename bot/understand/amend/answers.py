"""Words as answers to the questions that stand open on a card."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from bot.understand.agency import Agency
from bot.understand.amend.said import Said
from bot.understand.amend.until import in_figures
from bot.understand.amend.who import Cast, Part
from bot.understand.amend.words import words
from bot.understand.amend.world import age_of
from bot.understand.parts import Kind, NameMention, Question
from bot.understand.writing.text import folded

_AGE = re.compile(
    r"(?<![\d:])(\d{1,2})(?=\W{0,2}(?:y/?o|yrs?|years?|-?year|anos)(?!\w))"
    r"|^\W*(?:(?:the|it's|el|la|de|age|aged|is|was|one) )*(\d{1,2})\W*$"
)
"""An age: said to be one, or a number alone. An hour is none: "quedamos a las 11" is no child of eleven."""
_BARE_HOUR = re.compile(r"\D{0,14}?(?<!\d)(\d{1,2})(?::?([0-5]\d))? ?(ish|o'?clock|[ap]\.?m?\.?)?\W*")
_SIBLING = re.compile(
    r"(?<!\w)(?:(?:(?:little|big|baby|older|younger|half|twin) )?(?:brother|sister|sibling|bro|sis)|twin|"
    r"herman[oa]|gemel[oa])s?(?: is| named| called| de| se llama| es)?,? $"
)
_SIBLING_OF = re.compile(
    r"(?:'s|s)? (?:(?:little|big|baby|older|younger|half|twin) )?(?:brother|sister|sibling|twin)(?!\w)"
)
_WAY_FIRST = re.compile(
    r"\W*(?:(?:it was|it's|was|fue|era|just|yes|si|no|sorry|oh)[ ,]+)*"
    r"(?:(?:by|over|via|on) (?:the |a )?(?:phone|telephone|text|e-?mail|video(?: ?call)?|zoom|facetime|teams"
    r"|mail|letter)|in[- ]person|face[- ]to[- ]face|en persona"
    r"|por (?:telefono|mensaje|texto|correo|video(?:llamada)?|zoom))(?!\w)"
)
_PLACES = ("first", "second", "third")


def says_yes(said: Said) -> bool:
    """Whether the remark begins with a yes."""
    return words("answer.yes").match(said.low.lstrip(" ,.!")) is not None


def begins_with_answer(said: Said) -> bool:
    """“The older one, she …”: whether the remark begins with one of the words that pick somebody."""
    head = re.sub(r"^(?:the |el |la |los |las |it was |it's |yes,? )+", "", said.low.strip(" ,."))
    return any(words(f"answer.{key}").match(head) for key in (*_PLACES, "older", "younger", "all"))


def begins_with_way(said: Said) -> bool:
    """“By phone, she was at the office”: whether the remark begins with how it was held."""
    return _WAY_FIRST.match(said.low) is not None


def bare_hour(text: str) -> str | None:
    """“3”, "like 3ish": the hour alone, worded so that it is read as a time."""
    match = _BARE_HOUR.fullmatch(in_figures(text.lower()))
    if match is None or not 0 < int(match[1]) <= 24:
        return None
    half = match[3] if match[3] and match[3][0] in "ap" else ""
    return f"at {match[1]}:{match[2] or '00'} {half}".strip()


def is_hour_rather(
    agency: Agency, said: Said, asked: Sequence[Question], candidates: tuple[str, ...]
) -> bool:
    """“4", where the hour is asked for too: nobody's age or place, unless those offered share their name."""
    if not any(q.slot == "time" for q in asked) or _BARE_HOUR.fullmatch(said.low) is None:
        return False
    names = {folded(agency.children[c].first_name) for c in candidates if c in agency.children}
    return len(names) > 1


def child_meant(
    agency: Agency,
    said: Said,
    cast: Cast,
    candidates: tuple[str, ...],
    *,
    mentions: Sequence[NameMention],
    on: date,
) -> tuple[str, ...]:
    """The child, or the children, that words pick out of the candidates; nobody where they fit several.

    By name, initial, family, age, by who is older, by the place on the card, by who they are not, by the
    adult they live with.
    """
    offered = tuple(c for c in candidates if c in agency.children)
    mentions = [m for m in mentions if not said.was_wrong(m.span.start)]
    if not offered:
        named = cast.children(Part.MEANT, Part.PRESENT, Part.SPOKE)
        return named if len({agency.children[c].case_id for c in named}) == 1 else ()
    for found in (
        _by_sibling(agency, said, mentions, offered),
        _named(agency, said, cast, mentions, offered),
        _others(cast, offered),
        _by_age(agency, said, offered, on),
        _by_order(said, offered),
        offered if said.says("answer.all") else (),
        _by_adult(agency, mentions, offered, on),
        cast.children(Part.MEANT) if len(cast.children(Part.MEANT)) == 1 else (),
    ):
        if found:
            return found
    return ()


def _named(
    agency: Agency, said: Said, cast: Cast, mentions: Sequence[NameMention], offered: tuple[str, ...]
) -> tuple[str, ...]:
    named = [i for i in cast.children(Part.MEANT, Part.PRESENT, Part.SPOKE) if i in offered]
    if named:
        return tuple(named)
    first = {c: folded(agency.children[c].first_name) for c in offered}
    by_word = tuple(c for c, name in first.items() if said.has_word(name))
    if len(by_word) == 1 and list(first.values()).count(first[by_word[0]]) == 1:
        return by_word  # also a name that is another word ("Sunday")
    for mention in mentions:
        fits = tuple(i for i in mention.ids if i in offered)
        if mention.kind is Kind.CHILD and len(fits) == 1:
            return fits
        family = tuple(i for i in offered if agency.children[i].case_id in mention.case_ids)
        if mention.kind is Kind.FAMILY and len(family) == 1:
            return family
    return ()


def _by_sibling(
    agency: Agency, said: Said, mentions: Sequence[NameMention], offered: tuple[str, ...]
) -> tuple[str, ...]:
    """“The one with the brother Mateo", "Mateo's sister": of those offered the one of that family."""
    cases: set[str] = set()
    for mention in mentions:
        kin = _SIBLING.search(said.low[: mention.span.start]) or _SIBLING_OF.match(
            said.low[mention.span.end :]
        )
        if kin and mention.kind is Kind.CHILD and not set(mention.ids) & set(offered):
            cases |= {agency.children[i].case_id for i in mention.ids}
    found = tuple(c for c in offered if agency.children[c].case_id in cases)
    return found if len(found) == 1 else ()


def _others(cast: Cast, offered: tuple[str, ...]) -> tuple[str, ...]:
    """“Not Maya L”: of two the other one."""
    wrong = set(cast.children(Part.WRONG, Part.ABSENT))
    left = tuple(c for c in offered if c not in wrong)
    return left if len(left) == 1 and wrong & set(offered) else ()


def _by_age(agency: Agency, said: Said, offered: tuple[str, ...], on: date) -> tuple[str, ...]:
    ages = {c: age_of(agency, c, on) for c in offered}
    if match := _AGE.search(said.low):
        of_age = tuple(c for c, age in ages.items() if age == int(match[1] or match[2]))
        if len(of_age) == 1:
            return of_age
    born = sorted((str(agency.children[c].date_of_birth), c) for c in offered if ages[c] is not None)
    if len(born) != len(offered):
        return ()
    if said.says("answer.older") and (len(born) == 1 or born[0][0] != born[1][0]):
        return (born[0][1],)
    if said.says("answer.younger") and (len(born) == 1 or born[-1][0] != born[-2][0]):
        return (born[-1][1],)
    return ()


def _by_order(said: Said, offered: tuple[str, ...]) -> tuple[str, ...]:
    bare = said.low.strip(" .,!#")
    for place, key in enumerate(_PLACES):
        named = words(f"answer.{key}").search(said.low) is not None
        if place < len(offered) and (named or bare == str(place + 1)):
            return (offered[place],)
    return ()


def _by_adult(
    agency: Agency, mentions: Sequence[NameMention], offered: tuple[str, ...], on: date
) -> tuple[str, ...]:
    adults = {i for m in mentions if m.kind is Kind.CONTACT for i in m.ids}
    theirs = {c for p in adults for c in agency.children_meant(p, on)}
    found = tuple(c for c in offered if c in theirs)
    return found if len(found) == 1 else ()


_ONE = re.compile(
    r"(?<!\w)(?:her|his|their|a|the|my|su|un|una|el|la|one) (?:[\w-]+ ){0,2}?(?:nephew|niece|son|daughter|"
    r"grand(?:son|daughter|child)|boy|girl|child|kid|baby|teen(?:ager)?|youth|brother|sister|sobrin[oa]|hij[oa]|"
    r"niet[oa]|nin[oa]|muchach[oa])(?!\w)"
)
_SEVERAL = re.compile(
    r"(?<!\w)(?:kids|children|nephews|nieces|boys|girls|siblings|brothers|sisters|sons|daughters|both|twins|"
    r"ninos|ninas|hijos|hijas|sobrinos|hermanos|ambos|los dos)(?!\w)"
)


def told_before(agency: Agency, children: Sequence[str], words: str) -> tuple[str, ...]:
    """Those of the children whose first names the note's words hold."""
    low = set(re.findall(r"[^\W\d_]+", folded(words)))
    return tuple(c for c in children if folded(agency.children[c].first_name) in low)


def one_told(words: str) -> bool:
    """Whether the words tell of one child ("her nephew is scared") and of no more."""
    low = folded(words)
    return _ONE.search(low) is not None and _SEVERAL.search(low) is None


def person_meant(cast: Cast, mentions: Sequence[NameMention], candidates: tuple[str, ...]) -> str | None:
    """The one adult whom words name, of the candidates where there are any."""
    named = cast.people(Part.MEANT, Part.PRESENT, Part.SPOKE) or tuple(
        i for m in mentions if m.kind is Kind.CONTACT and (len(m.ids) == 1 or candidates) for i in m.ids
    )
    fits = tuple(dict.fromkeys(p for p in named if not candidates or p in candidates))
    return fits[0] if len(fits) == 1 else None
