"""Families named: "the Rivera kids", "los tres niños Guzmán", "the three Murphys", "(Santos)"."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understand.names.evidence import is_month
from bot.understand.names.message import Message
from bot.understand.names.people import Reader
from bot.understand.names.text import Style, word_set
from bot.understand.names.view import Families
from bot.understand.names.words import cues, is_word, name_leaning
from bot.understand.parts import How


@dataclass(frozen=True, slots=True)
class Family:
    """A family's name in the words [start, end): whose cases, whether it says "kids", how it was matched."""

    start: int
    end: int
    case_ids: tuple[str, ...]
    plural: bool
    how: How


@dataclass(frozen=True, slots=True)
class FamilyReader:
    """Reads families out of one message."""

    message: Message
    reader: Reader
    families: Families

    def with_kids(self, i: int) -> Family | None:
        """A family's name beside a word for children, or in the plural; sure enough to come before people."""
        return self._kids_before(i) or self._kids_after(i) or self._plural(i) or self._with_matter(i)

    def bare(self, i: int) -> Family | None:
        """A family's name alone, where it reads as one."""
        found = self._name(i)
        if found is None or not self._stands_alone(i, found[0]):
            return None
        end, case_ids, how = found
        return Family(i, end, case_ids, plural=False, how=how)

    def _name(self, i: int) -> tuple[int, tuple[str, ...], How] | None:
        """The longest run of a family's name at `i`."""
        best: dict[str, How] = {}
        end = i
        for word, how in self.reader.meant(i).items():
            for words, case_id in self.families.get(word, ()):
                last = self._follow(i, words)
                if last > end:
                    best, end = {}, last
                if last == end:
                    best.setdefault(case_id, how)
        if not best:
            return None
        exact = [case_id for case_id, how in best.items() if how is not How.FUZZY] or list(best)
        return end, tuple(exact), best[exact[0]]

    def _follow(self, i: int, words: tuple[str, ...]) -> int:
        """How far the text has the words of a double name; its first part alone will do."""
        end = i + 1
        for word in words[1:]:
            token = self.message.at(end)
            if not token.close or word not in self.reader.meant(end):
                break
            end += 1
        return end

    def _kids_before(self, i: int) -> Family | None:
        word = self.message.at(i).word
        if word not in cues("kids") or word in _ENGLISH_KIDS:
            return None
        start = i + 1
        while self.message.at(start).word in cues("kids_links") and not self.message.at(start).first:
            start += 1
        found = self._name(start) if not self.message.at(start).first else None
        return None if found is None else Family(start, found[0], found[1], plural=True, how=found[2])

    def _kids_after(self, i: int) -> Family | None:
        found = self._name(i)
        if found is None:
            return None
        end, case_ids, how = found
        following = self.message.at(end)
        if following.word in _NUMBERS and not following.first:  # "Murphy 3 kids"
            following = self.message.at(end + 1)
        if following.first or following.word not in cues("kids") or following.gap.strip(" 's’"):
            return None
        if not self._meant_as_name(i, following.word):
            return None
        return Family(i, end, case_ids, plural=True, how=how)

    def _meant_as_name(self, i: int, following: str) -> bool:
        """As in "the Foster kids" are a family, "the foster kids" in a message with capitals are not."""
        token = self.message.at(i)
        if not is_word(token.word):
            return True
        if self.message.style is Style.CASED:
            return token.cap and (not token.first or token.word not in _KINDS_OF_KIDS)
        if following in {"family", "fam", "household"}:
            return token.word not in _KINDS_OF_KIDS
        return token.word not in _KINDS_OF_KIDS or self.message.before(i) in {"the", "los", "las"}

    def _plural(self, i: int) -> Family | None:
        """As in "the three Murphys", "los Guzmán"."""
        token, before = self.message.at(i), self.message.before(i)
        counted = self.message.before(i, 2) in {"los", "las", "the", "all"} and before in _HOW_MANY
        spanish = before in {"los", "las"} or (
            counted
            and (self.message.before(i, 2) in {"los", "las"} or not self.message.at(i).word.endswith("s"))
        )
        if not (spanish or before in _HOW_MANY) or token.possessive:
            return None
        asked = before == "the" and self.message.before(i, 2) in _BEFORE_FAMILY
        typed = asked and self.message.style is not Style.CASED and token.word not in _KINDS_OF_KIDS
        typed = typed or (before in {"los", "las"} and self._theirs(i))
        if is_word(token.word) and not (self.message.named(i) or (counted and spanish) or typed):
            return None
        stems = (token.word,) if spanish else (token.word[:-1], token.word[:-2])
        if not spanish and not token.word.endswith("s"):
            return None
        for stem in stems:
            cases = tuple(
                dict.fromkeys(case for words, case in self.families.get(stem, ()) if len(words) == 1)
            )
            if cases:
                return Family(i, i + 1, cases, plural=True, how=How.EXACT)
        return None

    def _theirs(self, i: int) -> bool:
        """“Pasé por la casa de los santos", "visité a los flores", before an everyday word."""
        one, two = self.message.before(i, 2), self.message.before(i, 3)
        advocate = self.message.at(i - 3).upper  # "la CASA de los Flores"
        return one == "donde" or ((one, two) in _AT_THEIRS and not advocate)

    def _with_matter(self, i: int) -> Family | None:
        """An everyday surname beside a word of the court or the conference room: "grant perm hering"."""
        found = self._name(i)
        if found is None or self.message.at(i).possessive:
            return None
        end, case_ids, how = found
        following = self.message.at(end)
        if self.message.at(i).word == "case" and (following.word[:4] == "conf" or following.word in _PAPERS):
            return None
        beside = not following.first and not following.gap.strip() and following.word in _MATTERS
        beside = beside or (self._after_matter(i) and is_word(self.message.at(i).word))
        if not beside or (following.word in {"visit", "visits"} and is_word(self.message.at(i).word)):
            return None
        if how is How.FUZZY or self._written_as_word(i) or self.message.before(i) in {"a", "an", "un", "una"}:
            return None
        if self.message.at(i).word in _KINDS_OF_KIDS and following.word not in _COURT:
            return None
        if self.message.at(i).word in self.reader.index.given and following.word not in _COURT:
            return None
        return Family(i, end, case_ids, plural=False, how=how)

    def _after_matter(self, i: int) -> bool:
        before = self.message.before(i)
        if before in {"for", "on", "re"} and self.message.before(i, 2) in _COURT | _PAPERS:
            return not self._written_as_word(i)
        return (
            before in _COURT
            and before not in {"review", "court", "calendar"}
            and not self._written_as_word(i)
        )

    def _written_as_word(self, i: int) -> bool:
        return self.message.style is Style.CASED and not self.message.at(i).cap

    def _stands_alone(self, i: int, end: int) -> bool:
        token = self.message.at(i)
        if self.message.bracketed(i, end):
            return True
        if self.message.place_name(end - 1) or self._month(i) or is_month(self.message, i):
            return False
        if not is_word(token.word) or token.word in name_leaning() or self._has_role(i, end):
            return True
        return self.message.named(i) and self.message.before(i) not in cues("articles")

    def _has_role(self, i: int, end: int) -> bool:
        """An everyday surname before what somebody is to the family: "EARLY MOM TEXTED", "price's uncle"."""
        token, following = self.message.at(i), self.message.at(end)
        if self._written_as_word(i) or token.word in _KINDS_OF_KIDS or following.first:
            return False
        if following.word not in _ROLES or following.gap.strip(" 's’"):
            return False
        return token.first or self.message.at(end - 1).possessive or self.message.before(i) in _BEFORE_ROLE

    def _month(self, i: int) -> bool:
        token = self.message.at(i)
        return token.word in cues("months") and not token.cap


_ENGLISH_KIDS = word_set(
    "kids kid children childrens child siblings sibs sibling girls boys kiddos kiddo babies "
    "twins brothers sisters fam famly household clan bunch crew trio youth youths minors"
)
_ROLES = word_set(
    "mom moms mother dad dads father bm bf bmom bdad parents bps fm fp gal lg guardian aunt uncle grandma "
    "grandmother grandpa grandfather mgm pgm pgf mgf atty attorney lawyer therapist mama papa"
)
# Behind any other word "early mom" is as soon "got there early, mom …".
_BEFORE_ROLE = word_set(
    "with w from to by re per for and called texted emailed saw met visited tried fr tc lvm"
)
_KINDS_OF_KIDS = word_set("foster young little small big older younger best case good group high special")
_NUMBERS = word_set("two three four five six 2 3 4 5 6")
_HOW_MANY = word_set("the both all two three four five six 2 3 4 5 6 dos tres cuatro cinco seis")
# "How did the halls do in court", "saw the bells": no thing is asked or seen so.
_BEFORE_FAMILY = word_set("do did does have are with saw seeing see visited of on for about")
_AT_THEIRS = frozenset(
    {("de", home) for home in word_set("casa hogar apartamento apto puerta visita familia caso")}
    | {("a", seen) for seen in word_set("visite visitar vi ver llame")}
)
_COURT = word_set(
    "court hearing hearings hering ph perm permanency conf conference confrence ftm spr fact "
    "factfinding dispo disposition docket petition tpr matter adoption"
)
_PAPERS = frozenset({"chronology", "chron", "timeline"})
_MATTERS = _COURT | _PAPERS | {"case", "trial", "status", "review", "visit", "visits", "calendar"}
