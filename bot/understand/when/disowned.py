"""A day that the writer says was another thing's: "no sorry that was Monday, yesterday was the training"."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understand.when.shapes import Atom

_WAS_OTHERS = re.compile(
    r",? ?(?:(?:i|we) (?:had|was (?:at|in|off)|were (?:at|in)|took)|was|were|is when|tuve|tuvimos|estuve en|"
    r"fue|era|hubo)(?: (?:when|my|our|the|a|an|at|in|all|el|la|un|una|mi|lo del?))*(?: \w+)?? (?:training|"
    r"off|day off|holiday|conference|in-?service|court|meeting|retreat|sick|leave|vacation|entrenamiento|"
    r"capacitacion|feriado|dia libre|corte|reunion|adiestramiento|taller|workshop|webinar)(?!\w)"
)
_I_WAS_OUT = re.compile(
    r"(?<!\w)(?:i|we) (?:was|were|had) (?:off|out|sick|(?:in |at |the |a )*(?:training|court|leave))"
    r"(?: on)? $"
)
_NOT = re.compile(r",? (?:and )?(?:not|y no|no) (?:el )?$")
_REALLY = re.compile(
    r"(?<!\w)(?:it was|that was|this was|was|so|fue|era|sorry|no+|actually|perdon|disculpa|meant|mean|digo|"
    r"really|its|it's)(?: actually| really)?(?: on| el)?,? ?$"
)
_REACH = 60


def without_disowned(atoms: list[Atom], text: str) -> tuple[list[Atom], str]:
    """The atoms with the right day in the place of one said again only to say what else it was."""
    for at, atom in enumerate(atoms):
        before = next((i for i in range(at) if atoms[i].day == atom.day), None)
        if atom.day is None or atom.clock is not None or before is None:
            continue
        left = text[atoms[at - 1].end : atom.start]
        match = _WAS_OTHERS.match(text, atom.end) or _I_WAS_OUT.search(left)
        really = _really(atoms, at, text) if match or _NOT.fullmatch(left) else None
        if really is None or really == before:
            continue
        end = max(atom.end, match.end() if match and match.re is _WAS_OTHERS else 0)
        right = replace(atoms[before], day=atoms[really].day)
        said = [*atoms[:before], right, *atoms[before + 1 :]]
        rest = [one for i, one in enumerate(said) if i != at and not _bare(one, i, really)]
        return rest, f"{text[: atom.start]}{' ' * (end - atom.start)}{text[end:]}"
    return atoms, text


def _bare(one: Atom, at: int, really: int) -> bool:
    return at == really and not (one.clock or one.minutes)


def _really(atoms: list[Atom], at: int, text: str) -> int | None:
    """Which of those beside is the day that it really was."""
    for i in (at - 1, at + 1):
        other = atoms[i] if i < len(atoms) else atoms[at]
        near = abs(other.start - atoms[at].start) <= _REACH
        told = _REALLY.search(text[max(0, other.start - 24) : other.start])
        if other.day is not None and other.day != atoms[at].day and near and told:
            return i
    return None
