"""What a child, or the police, did at a time: a fact that the caller told, and not the call's own time."""

from __future__ import annotations

from bot.understand.patterns.quick import Quick
from bot.understand.when.shapes import Atom

_ACTED = Quick(
    r"\b(?:left(?! (?:(?:§|a|an|her|him|them|my|mr|ms|mrs|dr\.?|miss|mister|doctor|sr|senora|dona|don|sra|"
    r"the|with|for|another) ){0,5}(?:vm|vml|voice|msg|message|mess|note|card|word))|ran|awol(?:ed)?|"
    r"eloped|bolted|took off|disappeared|went missing|escaped|"
    r"(?:went|climbed|slipped|jumped|crawled|sneaked|snuck|walked|stormed|hopped|got) "
    r"(?:out|off|down|through)|out (?:of )?(?:an?|the|his|her|their) (?:[\w-]+ ){0,3}(?:windows?|doors?)|"
    r"se (?:salio|bajo|largo|escabullo)|brinco|salto|"
    r"came home|(?<!went )(?<!drove )(?<!swung )(?<!stopped )(?<!circled )back(?: home)? at|returned|"
    r"(?:police|nypd|ems|cops|ambulance) (?:came|arrived|responded|showed up)|located|were found|was found|"
    r"woke|fell|hit|punched|cut|se fue|se escapo|salio|regreso|pego)\b[^.!?\n]{0,50}$"
)
_REACHED = Quick(
    r"\b(?:called|call|t/c|tc|llamada|texted|text|rang|phoned|texted|notified|llamo|llame|aviso|i|we|me)\b"
)
# "2315 call from": whose time stands first.
_CALL_NEXT = Quick(r",? ?(?:rcvd |received |got )?(?:a )?(?:call|tc|t/c|called|phone call|llamada|text)\b")
_STOP = Quick(r"[.!?\n]")
_HAPPENED = Quick(
    r"\b(?:got out|released|moved in|was (?:born|placed|hospitalized)|enrolled|graduated|ran|"
    r"awol(?:ed)?|eloped|took off|snuck out|disappeared|went missing|came back|came home|(?:police|nypd|"
    r"ems|cops|ambulance) (?:came|arrived|responded|showed up)|"
    r"returned|fell|fought|"
    r"suspended|arrested|admitted|discharged|hit|punched|se fue|se escapo|regreso|pego|"
    r"se cayo)\b[^.!?\n]{0,40}$"
)


def acts(drafts: list[Atom], text: str, lefts: list[str]) -> None:
    """Takes the time of what a child did (`he ran at 8:15`) for a fact told, where the call has its own."""
    events = [i for i, d in enumerate(drafts) if d.role == "event" and not d.ending]
    own = {i: _own(drafts, i, text, lefts[i]) for i in events}
    timed = {i for i in events if drafts[i].timed}
    calls = {i for i in timed if _REACHED.search(own[i]) or _CALL_NEXT.match(text, drafts[i].end)}
    for i in events:
        sentence = _STOP.split(own[i])[-1]
        if _CALL_NEXT.match(text, drafts[i].end) or _REACHED.search(sentence):
            continue
        if drafts[i].timed and calls and _ACTED.search(own[i]):
            drafts[i].role, drafts[i].acted = "reported", True
        elif drafts[i].day and not drafts[i].timed and timed and _HAPPENED.search(own[i]):
            drafts[i].role = "reported"


def _own(drafts: list[Atom], index: int, text: str, left: str) -> str:
    """The words before a mention that no earlier mention has to itself."""
    draft = drafts[index]
    start = draft.start - len(left)
    return text[max(start, drafts[index - 1].end) if index else start : draft.start]
