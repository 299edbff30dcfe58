"""How an event was held, and what came of it (READING, "Place and method", "Events")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understand.events.asides import held_of
from bot.understand.events.clauses import Clause
from bot.understand.events.cues import HELD, found
from bot.understand.outcomes.came_to import (
    came_to_nothing,
    held_after_all,
    of_the_call,
    of_the_event,
    purpose_unmet,
)
from bot.understand.outcomes.doorstep import child_there, held_with_child, turned_away
from bot.understand.outcomes.formal import formally_held, held_though_cancelled
from bot.understand.outcomes.on_the_line import one_on_a_line
from bot.understand.outcomes.ringing import AT_THE_DOOR, never_back, they_called
from bot.understand.outcomes.stood_up import did_not_come
from bot.understand.outcomes.unmet import WENT_AHEAD, absent, of_a_wire, one_stayed_away, others_no_show
from bot.understand.outcomes.wire_words import BY_PHONE, BY_VIDEO, CALL_HEARD, DOOR_ANSWERED, VIDEO_ALONE
from storage.types import Method, Outcome, Place

_WIRED = {
    "text_message": Method.TEXT,
    "email": Method.EMAIL,
    "mail": Method.MAIL,
    "video": Method.VIDEO,
    "call": Method.PHONE,
}
_TALKED = re.compile(
    r"(?<!\w)(?:spoke (?:with|to)|(?:talked|chatted) (?:with|to|for|about)|met with|sat with"
    r"|checked in with|went over|discussed|(?:platique|converse) con|platicamos|told me|we talked|hable con|"
    r"hablamos|me (?:dijo|conto)|reached (?:her|him)|(?:she|he) (?:says?|said|answered|picked up)|"
    r"wrote (?:right )?back|texted (?:right |me )?back|replied|dice|dijo)(?!\w)"
)
_FIRM = re.compile(
    r"(?<!\w)(?:attempted|tried|attempts?|a bust|PARENT (?:\w+ )?missed (?:her|his|their|the)|(?:she|"
    r"he|they|PARENT) (?:did not|didn't|never) (?:come|show|"
    r"appear|attend)(?! (?:out|back|home|down))|"
    r"(?:did not|didn't|would not|wouldn't|never) (?:open|come to) the door|"
    r"gave up|(?:turned|sent) (?:me|us) away|no 1|blew|"
    r"(?:did not|didn't|would not|wouldn't|won't|refused to) let (?:me|us)|intente|trate de|"
    r"(?<!bus )(?<!ride )(?<!van )(?<!cab )(?<!taxi )(?<!uber )(?<!train )(?<!check )(?<!mail )"
    r"never (?:came|showed|turned|arrived|appeared)|(?:did not|didn't) (?:come(?= *(?:$|[.,;]|and|nor|or))|"
    r"turn up|show)|(?:no|nunca) (?:llego|vino|se presento|aparecio)|no show(?:ed)?|nobody(?! else)|"
    r"no one(?! else)|no answer|no habia nadie|nadie|no (?:me )?(?:abri|contest|respond|atend)\w*|"
    r"no contest\w+|left (?:\w+ ){0,3}?(?:message|voicemail))(?!\w)"
)
_ON_SCREEN = re.compile(
    r"^\W*(?:on|by|via|por) (?:teams|video|zoom) from (?:jail|prison|rikers|work|home|the|his|her|a) |"
    r"^\W*(?:on|by|via|por) (?:teams|video|zoom) from (?:jail|prison|rikers|work|home)(?!\w)|"
    r"(?<!\w)(?:mom|dad|mother|father|PARENT|CHILD|KIN|PRO|DOC|CAREGIVER|PERSON|appeared|present|"
    r"presente)(?: \([^)]{2,20}\),?)? (?:(?:was|appeared|joined|came|attended|entro|estuvo|participo|se "
    r"conecto|took part)(?: in)? )?(?:on|by|via|por) (?:teams|video|zoom|webex|videollamada)"
)
_MET_ON_SCREEN = re.compile(
    r"(?<!\w)(?:saw|seen|had|got|caught|met(?: with)?|visited|spoke (?:with|to)|talked (?:with|to)"
    r"|vi a|vimos a|hable (?:con|a)|hablamos con|platique con|converse con) (?:la |el |su )?[A-Z]{3,}"
    r"(?:,? (?:and|y|&) (?:la |el )?[A-Z]{3,})* (?:on|by|via|por|over) (?:teams|video|zoom)"
)
_SAW = re.compile(
    r"(?<!\w)(?:(?:fui|pase|fuimos) a ver a CHILD|went to see CHILD|saw|seen|met with|visited"
    r"|i supervised|vi a|visite)(?!\w)"
)
_MEANT = re.compile(
    r"(?<!\w)(?:(?:was|were) (?:supposed|due|meant|scheduled|going) to|(?:tenia|iba) (?:que|a)) "
    r"(?:see|visit|meet|go|do|have|come|supervise|ver|visitar|ir|venir)(?!\w)"
)
_SIBLING_MEANT = re.compile(
    r"(?<!\w)CHILD (?:was|were) (?:supposed|due|meant|scheduled|going) to (?:come|be)"
)
# "Both kids came, mom brought pizza, dad was supposed to come": it was held.
_CAME = re.compile(
    r"(?<!\w)(?:kids|both|all(?: of them)?|CHILD|PARENT|siblings|ninos|ambos) "
    r"(?:came|brought|arrived|played|hugged|vinieron|vino|trajo|llego|llegaron|jugaron)(?!\w)"
    r"|(?<!\w)(?:came|arrived|llego|vino|got there) (?:[\w-]+ ){1,3}?(?:late|early|tarde)(?!\w)|"
    r"so it started(?!\w)"
)
# "She wasn't home, her daughter let me in, 25 min with him": a visit that was held after all.
_LET_IN = re.compile(
    r"(?<!\w)(?:let (?:me|us) in|me (?:abrio|dejo (?:entrar|pasar))|opened (?:the door )?for me"
    r"|(?:\d+|an?|half an?) (?:min|mins|minutes|hour|hr|hours) (?:alone )?with (?:him|her|them|CHILD))(?!\w)"
)
_TURNED_AWAY = re.compile(
    r"(?<!\w)(?:(?:would not|wouldn't|did not|didn't|refused to|won't|no|never) (?:me )?(?:let|open|abrio"
    r"|dejo)|wait(?:ed|ing)|espere)(?!\w)"
)
_PUT_OFF = re.compile(
    r"(?<!\w)(?:reschedul\w*|re-scheduled|(?:moved|pushed|bumped|switched|changed|shifted|"
    r"moving|pushing)(?: (?:it|our visit|the visit|her visit|his visit|the meeting|things))?(?: (?:back|"
    r"out))?(?: (?:to|for|till|until))?|la (?:pasamos|movimos|cambiamos) (?:para|al?)|pospus\w+|"
    r"reprogram\w*)(?!\w)"
)
# "Mom cancelled tonight's 5pm video visit": a visit by screen is called off like any other.
_SCREEN_OFF = re.compile(
    r"(?<!\w)cancelled (?:[\w':]+ ){0,5}?(?:video|virtual|zoom|teams) (?:visits?|calls?|family visit)"
    r"|(?<!\w)(?:video|virtual|zoom|teams) (?:visits?|calls?)(?: [^.;]{0,60})? (?:(?:was|is|got) )?"
    r"cancelled(?!\w)"
)
_NEVER_CAME = re.compile(
    r"(?<!\w)(?:no show\w*|did not show|didn't show|(?:she|he|they|PARENT) never (?:came|showed|arrived|"
    r"turned up|appeared))(?!\w)"
)
_WAITED_FOR = re.compile(
    r"(?<!\w)(?:waited|waiting|espere|esperando)(?: [\w:]+){0,4}? (?:for|on|a)"
    r" (?:CHILD|PARENT|CAREGIVER|KIN)(?!\w)"
)
_MEETING = ("visit", "parent_visit", "sibling_visit", "theme", "court")


def method_of(
    clauses: Sequence[Clause], kinds: Sequence[str], place: Place | None, *, plan: bool
) -> Method | None:
    """The way an event was held; "talked to" alone says nothing of it."""
    anchor = _anchor(clauses)
    if all(kind == "talk" for clause in anchor for kind in _kinds(clause)) and "visit" not in kinds:
        anchor = list(clauses)
    in_a_room = place is not None and one_on_a_line(" ".join(clause.text for clause in anchor))
    for kind in () if in_a_room else _by_wire(anchor):
        return _WIRED[kind]
    if kinds[:1] and kinds[0] in (*HELD, "conference") and _on_video(clauses):
        return Method.VIDEO
    if _kinds_told(anchor)[:1] == ["talk"] and (wired := _by_phone_or_video(anchor)):
        return wired  # "told me by telephone that the nurse saw it"
    if {"parent_visit", "visit"} & set(kinds[:1]) and any(CALL_HEARD.search(c.text) for c in anchor):
        return Method.PHONE
    if any(kind in _MEETING for kind in kinds) or (plan and not kinds):
        return Method.IN_PERSON
    text = " ".join(clause.text for clause in clauses)
    if set(kinds) <= {"talk"} and (wired := _by_phone_or_video(clauses)):
        return wired
    if place is not None or found("method.in_person", text):
        return Method.IN_PERSON
    if not kinds and AT_THE_DOOR.search(text):
        return Method.IN_PERSON
    held = any(kind in (*HELD, "conference") for kind in kinds)
    if (
        held
        and not plan
        and re.search(
            r"(?<!\w)(?:present|attended|attending|participants|there|came|in attendance|presentes?)(?!\w)",
            text,
        )
    ):
        return Method.IN_PERSON
    return None


def _by_wire(anchor: Sequence[Clause]) -> list[str]:
    """The means named where the event is told; a visit or a hearing by video is by video, never by phone."""
    mine = [kind for clause in anchor for kind in _kinds(clause) if kind in _WIRED]
    first = next((kind for clause in anchor for kind in _kinds(clause) if kind != "talk"), "")
    if first in HELD or first == "conference":
        return [kind for kind in mine if kind in ("video", "call") and not _only_some(anchor)]
    if "video" in mine and not _only_some(anchor):
        return ["video"]
    return mine[:1] if first in _WIRED and first != "video" else []


def _kinds_told(clauses: Sequence[Clause]) -> list[str]:
    return [kind for clause in clauses for kind in _kinds(clause)]


def _by_phone_or_video(clauses: Sequence[Clause]) -> Method | None:
    text = DOOR_ANSWERED.sub(" ", " ".join(clause.text for clause in clauses))
    if BY_PHONE.search(text):
        return Method.PHONE
    return Method.VIDEO if BY_VIDEO.search(text) else None


def _on_video(clauses: Sequence[Clause]) -> bool:
    """“Case conference with Tall Chief, zoom, 1-2": the means beside the event, apart from its words."""
    return not _only_some(clauses) and any(VIDEO_ALONE.search(clause.text) for clause in clauses)


def _only_some(anchor: Sequence[Clause]) -> bool:
    """“Mom on Teams”: one of them was on a screen, the event was not."""
    return any(_ON_SCREEN.search(clause.text) and not _MET_ON_SCREEN.search(clause.text) for clause in anchor)


def _kinds(clause: Clause) -> list[str]:
    return [cue.kind for cue in clause.cues]


def _anchor(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses that tell the event itself: with its words and its time; else the first with its words."""
    timed = [c for c in clauses if c.cues and any(t.on or t.starts_at or t.impossible for t in c.times)]
    return timed or [clause for clause in clauses if clause.cues][:1] or list(clauses[:1])


def outcome_of(clauses: Sequence[Clause], kinds: Sequence[str]) -> Outcome:
    """Whether an event that is over was held, missed or called off."""
    clauses = held_of(clauses)
    text = of_the_event(" ".join(clause.text for clause in clauses))
    if held_after_all(text) or any(WENT_AHEAD.search(clause.text) for clause in clauses):
        return Outcome.COMPLETED
    told = next((clause.cues for clause in clauses if clause.cues), [])
    came = kinds[:1] == ["visit"] and any(cue.kind in HELD for cue in told)
    if came or (kinds[:1] and kinds[0] in (*HELD, "conference")):
        return formally_held(text, formal=kinds[0])
    first = next((kind for kind in kinds if kind != "talk"), "")
    if first not in _WIRED and turned_away(text):
        return Outcome.ATTEMPTED
    if set(kinds) <= {"visit", "talk"} and held_with_child(text):
        return Outcome.COMPLETED
    anchor = _anchor(clauses)
    sent = first in ("text_message", "email", "mail") and not never_back(anchor)
    heard = sent or they_called(anchor)
    said, parents = " ".join(c.text for c in anchor[:1]), bool({"parent_visit", "video"} & set(kinds))
    if not heard and (nothing := came_to_nothing(text, said, wired=first == "call", parents=parents)):
        held = nothing is Outcome.ATTEMPTED and set(kinds) == {"visit"} and child_there(text)
        return Outcome.COMPLETED if held else nothing
    if _NEVER_CAME.search(text) and (_missed(clauses, kinds, text) or _waited_in_vain(text)):
        return Outcome.ATTEMPTED
    wired = next((kind for kind in kinds if kind != "talk"), "") in _WIRED
    put_off = not found("outcome.cancelled", _PUT_OFF.sub(" ", text)) and found("outcome.attempted", text)
    off = not wired or _SCREEN_OFF.search(text)
    if off and not put_off and found("outcome.cancelled", text) and not held_though_cancelled(text):
        return Outcome.CANCELLED
    if _missed(clauses, kinds, text):
        return Outcome.ATTEMPTED
    if set(kinds) <= {"visit"} and purpose_unmet(text):
        return Outcome.ATTEMPTED
    return Outcome.CANCELLED if _only_meant(text) else Outcome.COMPLETED


def _waited_in_vain(text: str) -> bool:
    """“Waited for CHILD at the office, she never came": no cue of an event stands in it."""
    return _WAITED_FOR.search(text) is not None and not (_SAW.search(text) or _TALKED.search(text))


def _only_meant(text: str) -> bool:
    """“I was supposed to see CHILD at 3": nothing says that it was held."""
    held = _SAW.search(text) or _TALKED.search(text) or _CAME.search(text)
    others = text.count("CHILD") > 1 and _SIBLING_MEANT.search(text) is not None
    return held is None and not others and _MEANT.search(text) is not None


def _missed(clauses: Sequence[Clause], kinds: Sequence[str], text: str) -> bool:
    if ("visit" in kinds or not kinds) and (absent(text) or did_not_come(text)):
        return True
    text = of_the_call(of_a_wire(text, kinds[0])) if kinds[:1] and kinds[0] in _WIRED else text
    if not found("outcome.attempted", text) or (_LET_IN.search(text) and not _TURNED_AWAY.search(text)):
        return False
    if "visit" in kinds or "parent_visit" in kinds or "sibling_visit" in kinds:
        return _visit_missed(clauses, text)
    if they_called(_anchor(clauses)):
        return False
    anchor = " ".join(clause.text for clause in _anchor(clauses))
    return not _TALKED.search(text) or bool(_FIRM.search(text) and not _TALKED.search(anchor))


def _visit_missed(clauses: Sequence[Clause], text: str) -> bool:
    """A visit was missed where its own words say so and nobody it was for was spoken with."""
    if re.search(r"(?<!\w)(?:i|we) supervised(?!\w)|(?<!\w)supervised by me", text):
        return False
    for clause in clauses:
        if found("outcome.attempted", clause.text) and not one_stayed_away(clause.text, text):
            spoke = re.search(
                r"(?<!\w)(?:spoke|talked|told me|hable|sat (?:with|down|and)) ?(?:with|to|con)?(?!\w)", text
            )
            own = clause in _anchor(clauses) or (
                not _SAW.search(text) and any(cue.kind == "visit" for cue in clause.cues)
            )
            if _FIRM.search(clause.text) or (not spoke and own):
                if others_no_show(clause.text, text):
                    return False
                return not (_SAW.search(text) and _about_others(clause))
    return False


# "Ernesto was at the corrals and never came up": somebody of the home, while the child was seen.
_STAYED_OUT_THERE = re.compile(
    r"(?<!\w)(CAREGIVER|KIN|STAFF|CCW|PERSON)(?: (?!CHILD)[\w']+){1,12}? (?:never|(?:did not|didn't|wouldn't)"
    r"(?: ever)?) (?:came|come|made it) (?:up|in|inside|out|over|down|upstairs|downstairs|back)(?!\w)"
)


def _about_others(clause: Clause) -> bool:
    """“CAREGIVER not home”, "didn't talk to staff" beside a child seen: the visit was held."""
    return bool(
        re.search(
            r"(?<!\w)(?:CAREGIVER|KIN|STAFF|SCHOOLSTAFF|CCW|PRO|DOC|PERSON|dad|father|PARENT|teacher"
            r"|counselor|principal|therapist|maestr[oa]|profesora?|consejer[oa]|terapeuta|director[a]?) "
            r"(?:was )?(?:not|wasn't|didn't|did not|no)(?!\w)",
            _STAYED_OUT_THERE.sub(r"\1 not", clause.text),
        )
    ) and not (re.search(r"no show", clause.text))
