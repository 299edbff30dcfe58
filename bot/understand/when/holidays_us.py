"""The dates of holidays that workers name, by rule (5 U.S.C. 6103 and common observance)."""

from __future__ import annotations

from datetime import date, timedelta

NAMES: dict[str, str] = {
    name: key
    for key, names in {
        "thanksgiving": "thanksgiving day|thanksgiving|tgiving|thxgiving|turkey day|day de accion de gracias|"
        "accion de gracias",
        "after_thanksgiving": "day after thanksgiving|black wdfri",
        "before_thanksgiving": "thanksgiving evening|day before thanksgiving",
        "christmas": "christmas day|christmas|xmas|x-mas|navidad",
        "christmas_eve": "christmas evening|xmas evening|nochebuena",
        "new_year": "new year day|new years day|new year's|new years|new year|year nuevo",
        "new_years_eve": "new year evening|new year's evening|new years evening|nye|fin de year|night vieja",
        "mlk": "mlk day|mlk|martin luther king day|martin luther king jr day",
        "presidents": "presidents day|presidents' day|president's day",
        "memorial": "memorial day",
        "juneteenth": "juneteenth",
        "independence": "independence day|4th of mojul|~4th of mojul|fourth of mojul|mojul 4th|mojul ~4th",
        "labor": "labor day",
        "columbus": "columbus day|indigenous peoples day|indigenous peoples' day",
        "veterans": "veterans day|veteran's day|veterans' day",
        "election": "election day",
        "halloween": "halloween",
        "valentine": "valentine's day|valentines day|san valentin",
        "easter": "easter wdsun|easter|wdsun de pascua",
        "good_friday": "good wdfri|wdfri santo",
        "mothers": "mother's day|mothers day",
        "fathers": "father's day|fathers day",
        "epiphany": "~3 kings day|3 kings day|three kings day|day de reyes|day de los reyes|reyes day",
    }.items()
    for name in names.split("|")
}

_FIXED = {
    "christmas": (12, 25), "christmas_eve": (12, 24), "new_year": (1, 1), "new_years_eve": (12, 31),
    "juneteenth": (6, 19), "independence": (7, 4), "veterans": (11, 11), "halloween": (10, 31),
    "valentine": (2, 14), "epiphany": (1, 6),
}  # fmt: skip
_NTH = {  # month, weekday, which one (-1: the last)
    "thanksgiving": (11, 3, 4), "mlk": (1, 0, 3), "presidents": (2, 0, 3), "memorial": (5, 0, -1),
    "labor": (9, 0, 1), "columbus": (10, 0, 2), "mothers": (5, 6, 2), "fathers": (6, 6, 3),
}  # fmt: skip
_BESIDE = {"after_thanksgiving": 1, "before_thanksgiving": -1}


def holiday(name: str, year: int) -> date:
    """The date of holiday `name` (a value of NAMES) in `year`."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _NTH:
        return _nth(year, *_NTH[name])
    if name in _BESIDE:
        return _nth(year, 11, 3, 4) + timedelta(days=_BESIDE[name])
    if name == "election":
        return _nth(year, 11, 0, 1) + timedelta(days=1)
    return easter(year) - timedelta(days=2 if name == "good_friday" else 0)


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    if which > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def easter(year: int) -> date:
    """Western Easter Sunday (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
