"""Corrections applied, then neighbouring atoms joined into mentions."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.understand.when.shapes import Atom, Day
from bot.understand.writing.taken_back import words

_WORDS = (
    r"(?:at|on|in|the|for|from|about|of|el|la|las|los|a|de|del|por|en|was|it|i|stayed|lasted|lasting|duro|"
    r"durante|like|maybe|some|starting|beginning|is|total|took|approximately|and(?= a? ?half)|probably|oh|so|"
    r"just|aproximadamente|day|both)"
)
_GLUE = re.compile(rf"(?:[ ,:()\[\]@/-]|(?<!\w){_WORDS}(?!\w))*")
_SORRY = f"(?:{words('firm')}|{words('loose')}|{words('of_times')})"
_APART = r"[] ,.;:()[?!…-]"
_FIX = re.compile(
    rf"{_APART}*(?:{_SORRY}{_APART}+)+(?:(?:at|on|it was|that was|that's|thats|was|a|las?|el|it's|era|fue"
    rf"|this|i|to|it|for|about|more like|closer to|sat|sun|sab|dom)[ ,]+)*"
)
# "At four with Corey, scratch that, it was four thirty": words of taking back that need not stand beside it.
_FIX_LATER = re.compile(
    r"[ ,]*(?:(?!left\b|then\b|until\b)[\w§'&+-]+[ ,]+){1,7}?"
    r"(?:(?:uh+|um+|er|oh|ay|eh|hold on|hang on)[ ,]+)*"
    rf"(?:{words('firm')})[ ,:;.-]+"
    r"(?:(?:at|on|el|sat|sun|it was(?: at)?|that was|it's|it|was|more like|a|las?|era(?:n)?|"
    r"fue(?: a)?)[ ,]+)*"
)
_CLOSE = 5
_NOT = re.compile(
    r"(?: that (?:i|we) (?:saw|met|visited|called|went|did|spoke|"
    r"talked)(?: [\w§']+){0,4}?)?,? ?\(? ?(?:not|y no|and not|instead of|rather than|en vez de|en lugar de) "
    r"(?:the (?:planned |usual |scheduled )?|at |on |from |a las? |el |las? )*"
)


def corrected(atoms: list[Atom], text: str) -> tuple[list[Atom], str]:
    """The atoms without what the writer took back, and the text with the taking back blanked."""
    kept: list[Atom] = []
    for at, atom in enumerate(atoms):
        if kept:
            whole = _with_next(atoms, at, text)
            start, end = kept[-1].end, atom.start
            gap = text[start:end] if end - start <= 60 else ""
            if _NOT.fullmatch(gap) and any(_alike(old, atom) for old in kept[-2:]):
                text = _blank(text, start, atom.end)
                continue
            if (
                gap
                and _FIX_LATER.fullmatch(gap)
                and (atom.clock or atom.day)
                and _withdraw(kept, atom, whole)
            ):
                text = _blank(text, start, end)
            elif gap and _FIX.fullmatch(gap) and _means_no(gap) and _withdraw(kept, atom, whole):
                text = _blank(text, kept[-1].end if kept else 0, end) if kept else text
        kept.append(atom)
    return kept, text


def _means_no(gap: str) -> bool:
    return bool(re.search(r"[a-z]", gap.replace("or ", " ")))


def _blank(text: str, start: int, end: int) -> str:
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"


def _alike(a: Atom, b: Atom) -> bool:
    return (a.clock is not None and b.clock is not None) or (a.day is not None and b.day is not None)


def _with_next(atoms: list[Atom], at: int, text: str) -> Atom | None:
    """The time right behind a day: "Monday at nine, no, Tuesday at nine thirty" takes both back."""
    after = atoms[at + 1] if at + 1 < len(atoms) else None
    if after is None or atoms[at].day is None or not (after.clock or after.day):
        return None
    beside = _GLUE.fullmatch(text, atoms[at].end, after.start)
    return (_with_next(atoms, at + 1, text) or after) if beside else None


def _withdraw(kept: list[Atom], new: Atom, beside: Atom | None = None) -> bool:
    """Takes out of the last atoms what `new`, and a clock time `beside` it, replace."""
    slots = [s for s in ("day", "clock", "minutes") if getattr(new, s) is not None]
    if beside is not None and beside.clock and "clock" not in slots:
        slots.append("clock")
    done = False
    for slot in slots:
        for at in range(len(kept) - 1, max(-1, len(kept) - 4), -1):
            old = kept[at]
            if getattr(old, slot) is None or new.start - old.end > 80:
                continue
            kept[at : at + 1] = _without(old, slot)
            done = True
            break
    return done


def _without(old: Atom, slot: str) -> list[Atom]:
    """The rest of an atom whose `slot` was taken back."""
    if slot == "day":
        rest = replace(old, day=None)
    elif slot == "clock":
        rest = replace(old, clock=None, until=None)
    else:
        rest = replace(old, minutes=None)
    return [rest] if rest.day or rest.clock or rest.minutes or rest.part else []


def paired(atoms: list[Atom], text: str) -> list[Atom]:
    """Atoms that stand together, joined; a part of the day that stands alone without `in the` is dropped."""
    drafts: list[Atom] = []
    for at, atom in enumerate(atoms):
        gap = text[drafts[-1].end : atom.start] if drafts else ""
        apart = (
            _opens_next(drafts, atom, gap, text)
            or (drafts and _belongs_on(drafts[-1], atoms, at, gap, text))
            or _leads_on(drafts, atom, gap, text)
            or (drafts and _is_what_about(drafts[-1], atom, gap, text))
            or (drafts and _length_of_another(drafts[-1], atom, text))
        )
        if drafts and drafts[-1].ago is not None and not drafts[-1].ago and atom.clock and len(gap) <= _CLOSE:
            drafts[-1] = atom  # "just now, 10:05": the clock is the exacter of the two
        elif drafts and not apart and (_joinable(drafts[-1], atom, gap) or _dates_it(drafts[-1], atom, text)):
            drafts[-1] = _join(drafts[-1], atom)
        else:
            drafts.append(
                replace(atom, same=True) if drafts and _shares_clock(drafts[-1], atoms, at, gap) else atom
            )
    return [d for d in drafts if d.strong or d.day or d.clock or d.minutes or d.ago is not None or d.same]


def _joinable(draft: Atom, atom: Atom, gap: str) -> bool:
    if len(gap) > 40 or "\n" in gap or not _GLUE.fullmatch(gap):
        return False
    if draft.day and atom.day:
        return _same_day(draft.day, atom.day) and not draft.clock
    if draft.ago is not None or atom.ago is not None:
        return bool(draft.minutes or atom.minutes) and not (draft.clock or atom.clock)
    if (draft.clock or draft.same) and (atom.clock or atom.same):
        return False
    if draft.part and atom.part:
        return draft.part == atom.part
    if draft.minutes is not None and (atom.minutes is not None or "," in gap):
        return False
    return not (draft.part == "afterwards" or atom.part == "afterwards")


_DAY_LAST = re.compile(r"(?<![\w.])(?:[a-z]{3,})[.,]? ?$")


def _dates_it(draft: Atom, atom: Atom, text: str) -> bool:
    """`3:30 pm Mon 2/22`: the date right behind a weekday that stands behind its clock time."""
    if not (draft.clock and draft.day and atom.day and not atom.clock):
        return False
    beside = _DAY_LAST.search(text, draft.start, atom.start) and not text[draft.end : atom.start].strip(" ,.")
    return bool(beside) and draft.day.kind == "weekday" and _same_day(draft.day, atom.day)


_ALSO = re.compile(r",? ?(?:and|&)(?: on| el)? ?|, ?")


def _shares_clock(draft: Atom, atoms: list[Atom], at: int, gap: str) -> bool:
    """`at 3pm on 9/2 and 9/4`: the second date has the first one's clock time."""
    day = atoms[at].day
    alike = (
        draft.clock is not None and draft.day is not None and day is not None and draft.day.kind == day.kind
    )
    after = atoms[at + 1] if at + 1 < len(atoms) else None
    return bool(alike and _ALSO.fullmatch(gap)) and not (
        after and after.clock and after.start - atoms[at].end < 12
    )


def _same_day(first: Day, second: Day) -> bool:
    """Two words for one day: `Wed 11/18`, `Monday the 14th`, `tomorrow (Thanksgiving)`."""
    kinds = {first.kind, second.kind}
    if kinds == {"date", "weekday"} and {first.how, second.how} & {
        "last",
        "lastweek",
        "ago",
        "next",
        "nextweek",
    }:
        return False  # "salió el 3 de noviembre, el jueves pasado a las 3 visité": two days
    return len(kinds) == 2 and ("weekday" in kinds or "offset" in kinds)


def _opens_next(drafts: list[Atom], atom: Atom, gap: str, text: str) -> bool:
    """`Monday visit 4-5 pm, Tuesday …`: a time with its day before it takes none after a comma."""
    if len(drafts) < 2 or not (drafts[-1].clock and atom.day) or drafts[-1].day:
        return False
    if atom.day is not None and atom.day.kind == "offset":
        return False  # "at 1:15 p.m. yesterday"
    broken = "," in gap or text[drafts[-1].end - 1] == "."
    between = text[drafts[-2].end : drafts[-1].start]
    return broken and drafts[-2].day is not None and not re.search(r"[.!?\n;]", between)


_ACTS = re.compile(
    r",? ?(?:(?:i|we) (?:then |also )?)?(?:called|phoned|texted|emailed|tried|spoke|talked|met|saw|visited|"
    r"went|stopped|phone|call|tc|t/c|hv|h/v|fv|home visit|visit|meeting|mtg|conference|court|lvm|vi|visite|"
    r"llame|hable|visita|llamada|§)(?!\w)"
)


def _leads_on(drafts: list[Atom], atom: Atom, gap: str, text: str) -> bool:
    """`3pm visited Leo at home today, 4:30 called his school`: the hour opens what follows it."""
    if len(drafts) < 2 or not atom.clock or drafts[-1].clock or not drafts[-1].day:
        return False
    before = drafts[-2]
    if not before.clock or before.day or not re.search(r"[,;.]|(?<!\w)(?:and|then|y|luego)(?!\w)", gap):
        return False
    return not re.search(r"[.!?\n;]", text[before.end : drafts[-1].start]) and bool(
        _ACTS.match(text, atom.end)
    )


_ABOUT = re.compile(r" (?:asking |calling |just )?(?:about|re|abt)(?: (?:the|this|our|her|his))? ?")


_FOR_THE = re.compile(r" (?:for|regarding|to confirm|para|sobre)(?: (?:the|this|her|his|our|their|la|el))? ?")
_ITS_NOUN = re.compile(
    r"(?:'s)? (?:\w+ )?(?:visit|hv|fv|meeting|mtg|hearing|conference|appt|appointment|trip|game)(?!\w)"
)


def _is_what_about(draft: Atom, atom: Atom, gap: str, text: str) -> bool:
    """`called at 11 about Saturday's visit`, `1:20 abt the 29th`: what the call was about, no day of it."""
    told = draft.clock is not None and atom.day is not None and atom.clock is None
    theirs = _FOR_THE.fullmatch(gap) and _ITS_NOUN.match(text, atom.end)
    return bool(told and (theirs or _ABOUT.fullmatch(gap)))


_WHOSE_DAY = re.compile(r"(?:visita|cita|corte|audiencia|reunion|until|til|till|hasta) (?:del? |el )*$")


def _length_of_another(draft: Atom, atom: Atom, text: str) -> bool:
    """`detention til Friday. 10 min call`, `por la visita del sábado, 10 minutos`: how long the talk took."""
    bare = draft.day is not None and draft.clock is None and draft.minutes is None
    if not bare or atom.minutes is None or atom.clock:
        return False
    return (
        text[draft.end - 1] == "."
        or _WHOSE_DAY.search(text[max(0, draft.start - 24) : draft.start]) is not None
    )


def _belongs_on(draft: Atom, atoms: list[Atom], at: int, gap: str, text: str) -> bool:
    """After `4:30, ` a day that has its own clock time right behind it opens the next mention."""
    atom = atoms[at]
    if not (draft.clock and atom.day and at + 1 < len(atoms)):
        return False
    after = atoms[at + 1]
    beside = (after.clock or after.same) and _GLUE.fullmatch(text[atom.end : after.start])
    return bool(beside) and (draft.day is not None or "," in gap)


def _join(draft: Atom, atom: Atom) -> Atom:
    day = draft.day
    if draft.day and atom.day:
        day = _one_day(draft.day, atom.day)
    return replace(draft.joined(atom), day=day or atom.day, strong=True)


def _one_day(first: Day, second: Day) -> Day:
    """The more exact of two words for a day; a weekday beside it is kept as a check."""
    order = ("date", "dom", "holiday", "offset", "lastnight", "weekday", "invalid")
    exact, loose = sorted((first, second), key=lambda d: order.index(d.kind))
    if loose.kind == "weekday":
        return replace(exact, weekday=loose.number)
    return exact
