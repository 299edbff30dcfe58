"""How many siblings the words say were there: "all three there", "las dos", "her two", "everyone home"."""

from __future__ import annotations

from bot.understand.patterns.quick import Quick

_NUMBERS = {
    "two": 2, "both": 2, "dos": 2, "ambos": 2, "ambas": 2, "pair": 2, "three": 3, "tres": 3, "trio": 3,
    "four": 4, "cuatro": 4, "five": 5, "cinco": 5, "six": 6, "seis": 6,
}  # fmt: skip
EVERYBODY = 0
"""What `how_many` says of "everyone": as many as there are."""

_N = r"(?:two|three|four|five|six|[2-6])"
_HERE = (
    r"(?=,? (?:(?:was|were|are|is|all|still|in fact|now) )*(?:there|home|at home|present|here|seen|in|up"
    r"|awake|doing|fine|ok|okay|good|well|safe|looked?|looks|sleeping|playing|eating|watching|came|ran|met"
    r"|on the|at the|en casa|presentes|bien|listos|listas)\b)"
)
# Of adults named right before, "both there" tells: "Janelle and Curt both there".
_NOT_OF_THEM = r"(?<!– )(?<!–, )(?<!– were )(?<!– was )(?<!– are )(?<!– wer )"
_ENGLISH = Quick(
    rf"\b(?:saw|seen|see|met|visited)(?: (?:with|w|w/))? (?:all )?{_N} of (?:them|em)\b"
    rf"|{_NOT_OF_THEM}\b(?:all |the )?{_N} of (?:them|em|the (?:kids|children|siblings)){_HERE}"
    rf"|{_NOT_OF_THEM}\b(?:all|the) {_N}(?: (?:kids|children|babies|boys|girls|siblings|littles|"
    rf"sibs))?{_HERE}"
    rf"|(?<=[,;:.] )all {_N}(?= ?(?:[.,;]|$))|(?<=§ )x ?[2-6](?= (?:seen|there|home|present|met|visited)|,|"
    rf" at| @)"
    rf"|\b(?:her|his) {_N}\b(?= (?:kids|children|boys|girls|at|today|from|in|on|for|visited|there|met|\d)\b"
    rf"| ?[@,.;])"
    rf"|\b(?:saw|seen|met with|visited) all {_N}(?= ?(?:[.,;)]|$)| (?:today|at|and|in|there|home)\b)"
    rf"|{_NOT_OF_THEM}\b(?:both)(?: of (?:them|em|the kids|the siblings))?{_HERE}"
    r"|\b(?:saw|seen|met(?: with)?|visited)(?: with)? (?:both|the pair)(?= of (?:them|em)\b| ?(?:[.,;]|$)"
    r"| (?:at|today)\b)"
    rf"|(?<!ing )(?<!at )(?<!to )(?<!kill )(?<!hits )(?<!hit )(?:\beverybody|\beveryone|"
    rf"\ball the kids)(?:{_HERE}| (?:but|except|minus|besides)\b)"
)
_TIME_BEHIND = (
    r"(?! ?(?:de la|y (?:media|cuarto|pico)|en punto|p\.?m|a\.?m|horas?|dias|semanas|veces|\d|:|\w+amos\b"
    r"|nos\b))"
)
_M = r"(?:dos|tres|cuatro|cinco|seis)"
_SPANISH = Quick(
    rf"(?<!a )(?<!hable con )(?<!platique con )(?<!hablamos con )(?<!– con )(?<!– hablo con )"
    r"(?<!– platico con )"
    rf"\b(?:los|las|sus) {_M}\b(?! (?:de|mam|pap|padres|adult))(?! (?!menos|nin|herman|hij|nen"
    rf"|chic|muchach)\w+[ao]s\b){_TIME_BEHIND}"
    rf"|(?<!lo )(?<!la )(?<!les )\b(?:vi|vimos|visite|ver|encontre|salude) a (?:los|las) {_M}\b"
    rf"(?! (?:mam|pap|padres|adult)){_TIME_BEHIND}"
    r"|\bcon sus [2-6](?= ?(?:[.,;]|$|ninos|ninas|hij|nen|chiquit|en (?:la|el)))"
    r"|\b(?:ambos|ambas)(?: (?:ninos|ninas|herman[oa]s|hijos|hijas))?(?= (?:en casa|presentes|estaban|bien)"
    r"|[.,;])"
    r"|\b(?:todos|todas) (?:(?=menos|excepto)|(?:(?:estaban|presentes|en casa|los ninos|bien)\b))"
)


def and_sibling(plain: str) -> bool:
    """“Saw Leo and his sister": the two, where the family has no more than two."""
    return _AND_SIBLING.search(plain) is not None


def sibling_said(plain: str) -> tuple[str, str]:
    """Of "Leo and his little sister" the sex and the age beside the one named: `f` or `m`, `-` or `+`."""
    found = _AND_SIBLING.search(plain)
    if found is None:
        return "", ""
    who, age = found["who"], found["age"] or (found["edad"] or "").strip()
    sex = "" if who == "sibling" else "f" if who.startswith("sis") or who.endswith("a") else "m"
    young = age.startswith(("little", "lil", "baby", "young", "menor", "chiquit", "pequen"))
    return sex, "-" if young else "+" if age in ("big", "older", "mayor") else ""


def how_many(plain: str) -> int | None:
    """The number of siblings said to have been there, `EVERYBODY` for all; None where none is said."""
    if _ALL_BUT.search(plain):
        return EVERYBODY
    if and_sibling(plain):
        return 2
    found = _ENGLISH.search(plain) or _SPANISH.search(plain)
    if found is None or _THE_TWO_NAMED.match(plain):
        return None
    number = _NUMBER.search(found.group())
    if number is None:
        return EVERYBODY
    return int(number.group()) if number.group().isdigit() else _NUMBERS[number.group()]


# "Terapia de § con –. Me senté con las dos": the child and the adult that were named, and no sibling.
_THE_TWO_NAMED = Quick(
    r"[^§–]*(?:§[^§–]*–|–[^§–]*§)[^§–]*?\b(?:con|with|w) (?:l[ao]s dos|amb[ao]s|both|the two|the pair)\b"
    r"(?! (?:nin|herman|hij|nen|chic|muchach|kids|children|boys|girls|siblings|sisters|brothers))"
)
_ALL_BUT = Quick(
    r"\b(?:(?:all|everybody|everyone) (?:but|except(?: for)?)|minus|(?:tod[oa]s|ni.os|dos|tres|cuatro"
    r"|§) menos)(?: a)? §"
)
_AND_SIBLING = Quick(
    r"(?:\b(?:saw|see|seeing|met|meet|meeting|visit|visited|visiting|catch|caught|check(?:ed)? (?:in )?on"
    r"|pick(?:ed)? up|vi|visite|visitar|ver|recogi)(?: (?:with|w|w/|a))?"
    r"|\b(?:visita|visit)(?: (?:de|entre|para|of|for|between|with|con))|(?:^|[.;] ?))"
    r" ?§,? (?:and|n|&|y|plus|w|with|con)"
    r" (?:a )?(?:his|her|su) (?:(?P<age>little|lil|big|baby|older|younger|twin) )?"
    r"(?P<who>sister|brother|sis|bro|sibling|herman(?:it)?[oa])"
    r"(?P<edad> (?:menor|mayor|chiquit[oa]|pequen[oa]))?\b"
    r"(?!['’]s| [§–]| (?:is|was|had|has|who|that|said|says|told|did|does|not|no|never"
    r"|wasn|didn|estaba|esta|se|dice|dijo)\b)"
)
_NUMBER = Quick(rf"\b(?:{'|'.join(_NUMBERS)}|[2-6])\b")
_THEIR_KIDS = Quick(
    r"\b(?:with|w|w/|con|and|y) (?:her|his|their|sus) (?:(?:two|three|four|five|[2-6]|dos|tres) )?"
    r"(?:kids|children|kiddos|babies|hijos|hijas|ninos|ninas|nenes)\b"
)


def their_own(plain: str) -> bool:
    """Whether a parent's visit "with her kids" is told before any of them is named."""
    found = _THEIR_KIDS.search(plain)
    return found is not None and "§" not in plain[: found.start()]
