"""The trade's shorthand, written out: "att hv", "ns bm", "lv msg", "cb 310", "ct pt 5 930", "sv 3-5".

What is a word of its own wherever it stands is in `data/spelling.toml` and `data/wording.toml`. Here are the
letters that mean it only where they stand: at the head of a line, before an hour, behind a parent.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.understand.names.text import word_set
from bot.understand.names.words import is_word
from bot.understand.patterns.many import Many
from bot.understand.patterns.quick import Quick
from bot.understand.writing.headed_calls import ROW
from bot.understand.writing.wording import Change

_DAYS = (
    r"(?:mon|tues?|weds?|wednes|thu|thurs?|fri|satur|sat|sun)(?:day)?|today|tdy|tmrw|tmr|tmw|tomorrow|yest"
    r"(?:erday)?"
)
_PARENT = r"(?:bm|bf|mom|mother|mo|dad|father|fa|fp|fm|pt|mgm|pgm|parents?|bio (?:mom|dad))"
_CLOCK = r"(?:1[0-2]|0?[1-9])(?::?[0-5]\d)?(?: ?[ap]\.?m?\b\.?)?"
_COURT_TALK = Quick(
    r"(?<!\w)(?:p(?:ar)?t\.? ?\d|adj\w*|cont'?d|continued|tpr|perm\w*|hrg|hearing|judge|referee|fact|dispo\w*"
    r"|appeared|trial|(?:can'?t|cannot) (?:go|make)|attys?|covering|(?:bm|bf|mom|dad) (?:ns|no[- ]?show)"
    r"|present)(?!\w)"
)
_COURT = Quick(
    r"(?<!\w)(?:(?:fam(?:ily)?\.? |district |juv\w*\.? )(?:ct|crt)\.?|crt"
    r"|ct(?= (?:rpt|report|hrg|hearing|dates?|order|rm|room|today|yest\w*|p(?:ar)?t\.? ?\d)))(?!\w)"
    r"|(?:(?<=att )|(?<=attend ))ct(?!\w)"
)
# "Ct" at the head of a line is court where what follows speaks of one; "ct says" is a client.
_FACT_FINDING = Quick(
    rf"{ROW}(?P<ff>ff)(?= [a-z'-]+(?: [a-z'-]+)? (?:today|yest\\w*|adj\\w*|cont\\w*|done|pt|part"
    rf"|{_CLOCK})(?!\\w))"
)
# "Drop in acosta 3, brianna home": done, unless a day to come is named.
_DROPPED = Quick(rf"{ROW}(?P<drop>drop[- ](?P<by>in|by))(?= (?:at |to |@ ?)?[a-z])")
_AHEAD = Quick(
    r"(?<!\\w)(?:mon|tues?|weds?|wednes|thu|thurs?|fri|satur|sat|sun)(?:day)?(?!\\w)"
    r"|(?<!\\w)(?:tmrw|tmr|tmw|tomorrow|next|later|will|plan|need|going)(?!\\w)"
)
_CT_DATED = Quick(
    rf"{ROW}(?:no )?(?P<ct>ct)(?= [a-z'-]+(?: [a-z'-]+)? (?:\d{{1,2}}/\d{{1,2}}|{_DAYS}) (?:at "
    rf"|@ ?)?{_CLOCK}(?!\w))"
)
_CT_HEADS = Quick(rf"{ROW}(?:no )?(?P<ct>ct)(?= (?!says|said|reports|reported|is|was|has|told|seen)[a-z])")
_ATTEMPTED = Quick(
    r"(?<!\w)(?<!will )(?<!to )(?<!gonna )(?<!must )(?<!'ll )(?<!ill )(?<!her )(?<!his )(?<!w )(?<!with )"
    r"(?<!the )(?<!and )att(?:m?pt)?(?:'?d|ed)?\.?(?= (?:to |a |@ |at )?(?:hv|h/v|fhv|home|visit|vst|call|tc"
    rf"|t/c|phone|sch|school|contact|f2f|ftf|face|text|txt|drop|{_CLOCK})(?!\w))"
)
# "Need to att ct mon", "will att hv again": what is still to be done.
_ATTEND = Quick(
    r"(?:(?<=to )|(?<=will )|(?<=gonna )|(?<=must )|(?<='ll )|(?<=ill ))att(?= (?:the |a |her |his "
    r"|their )?(?:ct|crt|court|hrg|hearing|ftm|conf|mtg|meeting|iep|sv|spr|graduation)(?!\w))"
)
_TRY = Quick(
    r"(?:(?<=to )|(?<=will )|(?<=gonna )|(?<=must )|(?<='ll )|(?<=ill ))att(?= (?:hv|h/v|visit|home|f2f|tc)"
    r"(?!\w))"
)
_GLUED = Quick(r"(?<!\w)(?:hv|tc|sv|pv|lvm|ftm|cb)(?=\d{1,4} ?(?:[ap]m?)?(?!\w))")
# "Ns bm", "bm ns", "ns campbell bm 1p sv": nobody came; "NS called" is somebody.
_NO_SHOW = Quick(
    rf"(?<!\w)ns(?= (?:{_PARENT}|for|at|again|today|yest\w*|sv|pv|visit|hv|{_CLOCK})(?!\w))"
    rf"|(?:(?<= bm )|(?<= bf )|(?<=^bm )|(?<=^bf )|(?<=mom )|(?<=dad )|(?<= fp )|(?<= fm ))ns(?!\w)"
)
_NS_HEADS = Quick(
    rf"{ROW}(?P<ns>ns)(?= (?!called|texted|says|said|told|reports|is|was|wants|asked)"
    rf"[a-z]+(?: [a-z]+){{0,2}} (?:{_CLOCK}|sv|pv|visit)(?!\w))"
)
# "Huang cb 310": she did; "pls cb", "wants cb": she is to.
_CALLED_BACK = Quick(
    r"(?<=[a-z] )(?<!pls )(?<!please )(?<!will )(?<!to )(?<!for )(?<! a )(?<!wants )(?<!need )(?<!needs )"
    r"(?<!no )(?<!awaiting )(?<!me )cb(?=,? (?:at |@ ?)?\d{1,4}(?!\d)|,| re | w/? |$)"
)
_SHE_CALLED = Quick(r"(?:(?<=, )|(?<=; )|(?<=\. ))cb(?= (?:at |@ ?)?\d{1,4}(?!\d))")
_CALL_BACK = Quick(r"(?<!\w)cb(?= (?:from|w|with|fr)(?!\w))")
_VOICEMAIL_HEADS = Quick(
    rf"{ROW}(?P<vm>(?:lvm|lft vm|vm|lv (?:a )?(?:msg|mess|message|vm)|lft (?:a )?(?:msg|message)|lm)"
    r"(?: (?:for|w/?|with|to))?) (?!full|left|from|fr|not|is|was|box|again|no|said|says|w/|with|for|on|at"
    r"|\d)(?=[a-z])"
)
# "Tang fp huang vm 305p": the worker's, whom nobody answered.
_VOICEMAIL_BEHIND = Quick(
    rf"{ROW}(?P<who>(?!(?:tc|t/c|called|lvm|vm|call|got|rec\w*|from|i|she|he)(?!\w))[a-z][a-z'.-]*"
    rf"(?: [a-z][a-z'.-]*){{0,3}}?)(?P<vm> vm)(?=,? (?:at |@ ?)?{_CLOCK}(?= *(?:$|[,.;\n])| (?:re|about"
    rf"|abt|to|for|asking|asked)(?!\w)))"
)
_PHONED = Quick(r"(?<!\\w)(?<!the )(?<!a )(?<!her )(?<!his )pc(?= (?:from|fr|to|w|w/|with) )")
_EMAILED = Quick(rf"{ROW}(?P<em>em)(?= (?:to )?[a-z]+(?: [a-z]+)? (?:re|{_CLOCK})(?!\w))")
_HEAD = (
    r"(?:tc|t/c|pc|p/c|hv|h/v|sv|pv|lvm|vm|c?ftm|tdm|spr|cb|ov|transp|f2f|ftf|ns|(?:fam(?:ily)? )?(?:ct|crt"
    r"|court)|appeared|no show|drop (?:by|in)|(?:sch|school) (?:vst|visit)|mtg|ff"
    r"|(?:perm|dispo|ff|tpr|review) (?:hrg|hearing))"
)
# The first number behind the head of a line and names: "tc fp estrada 11 maya out", "sv rivera 3-5 agency".
_BARE_HOUR = Quick(
    rf"{ROW}(?:att(?:empted)? |unann\w* |(?:[a-z]+ ){{1,2}}?)?{_HEAD}(?: (?!age[sd]?|grades?|apt|unit"
    rf"|p(?:ar)?t|rm|room|day|week|wk|case|conf|bus|ps|ms|is|cottage|pod|about|re|x|at|around|abt|from|til|till"
    rf"|until|by|for|to|starting|since|of|after|before|hasta|a|las)[a-z'.+&-]+){{1,4}} "
    r"(?P<from>(?:1[0-2]|[1-9])[0-5]\d|1[0-2]|[1-9])(?P<to>-(?:1[0-2]|[1-9])(?:[0-5]\d)?)?"
    r"(?= (?P<next>[a-z]+)(?!\w)|,? *(?:$|\n|, [a-z]))"
)
_COUNTED = Quick(
    r"(?:\w+s|min|hr|mo|yr|yo|st|nd|rd|th|ave|avenue|street|road|blvd|more|new|old|other|of|for|mg|ml|a|p|am"
    r"|pm|x|inch|k|g|lb|kid|child|children|day|week|month|year|hour|more|miles?|ppl|people|men|women|person"
    r"|feet|percent)"
)
_BEHIND_AN_HOUR = word_set(
    "re w with at agency office ofc school sch home court today yest per bm bf fp fm mgm pgm tpr perm trial"
    " ff dispo done started late began hrg hearing adj cont no not both seen ok n and zoom"
)
# "Tmrw 10 move to wed": it is to be on the Wednesday, at the same hour.
_MOVE_TO = Quick(
    rf"(?<!\w)(?:{_DAYS}) (?:at |@ ?)?(?P<hour>{_CLOCK}),? (?:(?:needs?|pls|please|have|has|got) )?(?:to )?"
    rf"(?:move|push|resched(?:ule)?|switch|chg|change|bump) (?:it |this )?(?:to|for|til) (?P<day>{_DAYS})"
    r"(?!\w)(?! (?:at |@ ?)?\d)"
)
_CALL = r"(?:t/?c|p/?c|phone call|call)"
# "Quintana tc 330 alan missed 2": who, the way and the hour in a row, and what it was about.
_CALL_ROW = Quick(
    rf"{ROW}(?P<who>[a-z][a-z'.]*(?: [a-z][a-z'.]*){{0,2}}?)(?P<way> {_CALL}) (?:at "
    rf"|@ ?)?(?P<clock>{_CLOCK})(?= (?!(?:{_DAYS}|[ap]\.?m|w|with|and|no|not|lvm|lm|vm|left|busy|off|said"
    rf"|says|told|from|to|for|min"
    r"|mins|hr|hrs|who|she|he|they|i|we)(?!\w))[a-z])"
)
# "Edwards says alan bit a kid, tc 1p": the way and the hour behind what was said.
_CALL_BEHIND = Quick(
    rf"{ROW}(?P<who>[a-z][a-z'.]*(?: [a-z][a-z'.]*){{0,3}}?) (?=(?:says?|said|reports?|reported|wants?|asks?"
    rf"|asked|states?|stated|told me|ok w|concerned|worried)(?!\w))(?P<told>[^\n;]*?),? (?:by |via "
    rf"|on )?(?P<way>{_CALL}|phone),? (?:at |@ ?)?(?P<clock>{_CLOCK})(?= *(?:$|[\n.;]))"
)
_ABOUT = Quick(r" (?:re|regarding|about|abt)(?!\w)")
_NO_WHO = Quick(
    r"(?:i|we|he|she|they|it|also|then|and|att(?:empted)?|no|ns|lvm|left|got|had|did|my|the|a|an|hv|sv|visit"
    r"|saw|met|last|first|second|2nd|another|quick|video|conf|missed|ret|returned|rec'?d|made|tried|from|to|w"
    r"|with|after|before|call|phone|received?|recvd|recd|rcvd|recieved|incoming|inbound|outgoing|placed|took"
    r"|fielded|returning|answered|supervised|monitored|weekly|today|yest\w*|mon|tues?|wed|thu|thurs|fri|sat"
    r"|sun)(?!\w)"
)
_BACK = Quick(
    r"(?:(?<=cb )|(?<=txt back )|(?<=text back )|(?<=texted back )|(?<=called back )|(?<=wrote back )"
    r"|(?<=txtd back ))(?:1[0-2]|[1-9])[0-5]\d(?= [a-z])"
)
_ADJOURNED = Quick(r"(?<!\w)cont'?d(?: (?:to|til|until))?(?= \d{1,2}/\d)")


def telegraphed(low: str) -> Iterator[Change]:
    """The changes that write the shorthand of a folded text out."""
    for (part, words), pattern in _WORDS.near(low):
        for match in pattern.finditer(low):
            yield *match.span(part), words
    if _COURT_TALK.search(low):
        for match in _CT_HEADS.finditer(low):
            yield *match.span("ct"), "court"
    if not _AHEAD.search(low):
        for match in _DROPPED.finditer(low):
            yield *match.span("drop"), f"dropped {match['by']} at"
    for match in _VOICEMAIL_BEHIND.finditer(low):
        yield match.start("who"), match.start("who"), "left voicemail for "
        yield *match.span("vm"), ""
    for match in _GLUED.finditer(low):
        yield match.end(), match.end(), " "
    for match in _MOVE_TO.finditer(low):
        yield *match.span(), f"{match['day']} at {_hour(match['hour'])}"
    for match in _BACK.finditer(low):
        yield *match.span(), f"at {_hour(match.group())}"
    yield from _call_rows(low)
    yield from _bare_hours(low)


# Which part of what is found is written otherwise (0: all of it), and how.
_WORDS: Many[tuple[int | str, str]] = Many(
    (
        ((0, "court"), _COURT),
        ((0, "attempted"), _ATTEMPTED),
        ((0, "attend"), _ATTEND),
        ((0, "try"), _TRY),
        ((0, "no show"), _NO_SHOW),
        (("ns", "no show"), _NS_HEADS),
        ((0, "called back"), _CALLED_BACK),
        ((0, "she called back"), _SHE_CALLED),
        ((0, "call back"), _CALL_BACK),
        ((0, "adjourned to"), _ADJOURNED),
        ((0, "phone call"), _PHONED),
        (("ct", "court"), _CT_DATED),
        (("ff", "fact finding hearing"), _FACT_FINDING),
        (("vm", "left voicemail for"), _VOICEMAIL_HEADS),
        (("em", "emailed"), _EMAILED),
    )
)


def _call_rows(low: str) -> Iterator[Change]:
    """Calls told in a row: "phone call with quintana 330, re: alan missed 2"."""
    for match in _CALL_ROW.finditer(low):
        if not _NO_WHO.match(match["who"]):
            yield match.start("who"), match.start("who"), "phone call with "
            yield *match.span("way"), ""
            about = "" if _ABOUT.match(low, match.end("clock")) else ", re:"
            bare = match["clock"] if len(match["clock"]) > 2 else f"at {_hour(match['clock'])}"
            yield *match.span("clock"), f"{bare}{about}"
    for match in _CALL_BEHIND.finditer(low):
        if not _NO_WHO.match(match["who"]):
            yield match.start("who"), match.start("who"), "phone call with "
            yield match.end("who"), match.end("who"), f" at {_hour(match['clock'])},"
            yield match.end("told"), match.end("clock"), ""


def _bare_hours(low: str) -> Iterator[Change]:
    """Hours without colon or half of the day that a word follows: no number of anything."""
    for match in _BARE_HOUR.finditer(low):
        behind = match["next"] or "re"
        known = behind in _BEHIND_AN_HOUR
        if not known and (_COUNTED.fullmatch(behind) or is_word(behind)):
            continue
        yield *match.span("from"), f"at {_hour(match['from'])}"
        if match["to"]:
            yield *match.span("to"), f"-{_hour(match['to'][1:])}"


def _hour(said: str) -> str:
    """“930" → "9:30", "10" → "10:00"; what has its colon or its half of the day as it is."""
    if not said.isdigit():
        return said
    return f"{said[:-2]}:{said[-2:]}" if len(said) > len("12") else f"{said}:00"
