"""Questions about crises that there were: "any crisis over the weekend", "was that reported", "who took it".

The whole message must be such a question: what tells of an emergency beside it is none. Words that could lean
on anything ("who took it", "was that reported") are marked as such: they ask about a crisis if there was one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.understand.writing.text import decoded, folded

_LONGEST = 110
_LEAD = (
    r"\W*(?:(?:hi|hey|hello|good morning|good evening|morning|ok|okay|so|and|also|btw|wait|please|pls|"
    r"can you|could you|tell me|do you know|quick question|i need to know|hola|oye|y),? )*"
)
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w{0,7}"
# What may stand behind the question: when, where, of whom; no name and nothing that happened.
_WORD = (
    r"over|on|in|during|for|from|since|at|this|last|past|the|all|so|far|today|tonight|tonite|yesterday|"
    r"overnight|weekends?|weeks?|months?|nights?|evening|morning|after hours|hours?|days?|year|quarter|"
    r"(?:mon|tue|wed|thu|fri|"
    rf"sat|sun)\w{{0,6}}|{_MONTHS}|\d{{1,2}}(?:/\d{{1,2}})?(?:st|nd|rd|th)?|yet|already|right now|now|"
    r"and|thru|through|to|till|until|while|i|we|was|were|out|off|away|gone|asleep|sleeping|should|know|about|"
    r"here|thanks|thank you|with|any of|my|our|unit(?: \w)?|team|agency|whole|kids?|children|cases?|"
    r"famil(?:y|ies)|"
    r"caseloads?|still|else|please|pls|anywhere|ago|few|couple of|anoche|ayer|hoy|este|esta|el|la|fin|de|"
    r"semana|mes|pasad[oa]|en|noche"
)
_TAIL = rf"(?:[ ,]+(?:{_WORD})(?!\w))*\W*$"
_NAMELESS = re.compile(
    r"(?:it|that|this|they|one|ones|call|calls|crisis|emergency|alarm|alert|incident|thing|the|last|latest|"
    r"newest|first|other|weekend|weekends|night|nights|this|morning|yesterday|overnight|today|tonight|"
    r"saturday|sunday|friday|runaway|awol|missing|kid|child|kids|children|girl|boy|injury|hospital|overdose|"
    r"and|w|with|y|con|anoche|od|abuse|fight|suicide|attempt|serious|rape|assault|bruises?|burns?|fire|been|mrs?|ms|is|was|of|on|for|"
    r"case)(?:'?s)?"
)
_EMERGENCY = (
    r"(?:crisis|crises|emergenc(?:y|ies)|alarms?|run ?aways?|awols?|missing (?:kids?|child(?:ren)?)|"
    r"(?:critical |serious )?incidents?)(?: (?:calls?|alarms?|alerts?|reports?|incidents?|situations?))?"
)
_HOW_MANY = (
    r"(?:any|were there any|was there (?:a|an|any)|have there been any|did we have (?:a|an|any)|is there any|"
    r"are there any|do we have any|have we had any|how many|what|which|list|show(?: me)?|pull up|see|"
    r"open(?= the)|give me|get me|let me see)"
)
_OF_THEM = r"(?:(?:the|all|of|our|my|other|new|open|active|ongoing|recent|last|latest|a|list|log|of) )*"
_LIST = r"(?: (?:log|list|history|board|record|book|summary))"
_THERE_WERE = (
    r"(?: (?:did we (?:have|get)|were there|have there been|have we had|are there|do we have|came in|"
    r"happened|happen|are open|went off|have come in))?"
)
_NIGHT = r"(?:weekend|night|nite|overnight|after hours|while i was (?:out|off|away|gone|asleep)|anoche)"
_SOMEBODY = (
    r"(?:any ?(?:one|body|kids?|child(?:ren)?)(?: of (?:the|my|our) (?:kids?|children))?|"
    r"any of (?:the|my|our) (?:kids?|children)|somebody|someone|a kid)(?: else)?"
)
_RAN = (
    r"(?:run(?: away| off)?|ran(?: away| off)?|go(?:ne|ing)? (?:awol|missing)|awol(?:ed)?|missing|on the run|"
    r"(?:get|got|gotten) (?:hurt|injured|arrested)|hurt|injured|hospitali[sz]ed|in the (?:hospital|er)|"
    r"leave (?:their )?placement|taken? off|end up in the (?:hospital|er))"
)
# "How many kids are missing right now", "which of our kids ran away this month", "quien se fugo".
_WHICH = (
    r"(?:how many|which|what)(?: of)?(?: (?:the|our|my|all|these|those))*(?: foster)? (?:kids?|child(?:ren)?|"
    r"youths?|teens?|teenagers?|girls|boys|ones?)|who(?:'s|s)?(?: all)?|(?:a )?(?:cuant[oa]s|cuales|que)"
    r"(?: de (?:los|nuestros|mis))? (?:nin[oa]s?|menores|jovenes|chic[oa]s)|quien(?:es)?"
)
_OF_WHOM = (
    rf"(?:{_WHICH})(?: (?:(?:in|of|on|from) (?:the |my |our )?(?:unit(?: \w)?|team|agency|caseload)))?"
    r"(?: (?:do we have|is|are|was|were|has|have|had|did|been|currently|still|ever|that|who|right now|now|"
    r"we have|esta|estan|estaba|han|ha|se|hay|siguen))*"
)
_FLED = (
    r"(?:ended up in the (?:hospital|er)|left (?:their )?placement|went (?:awol|missing)|out on the run|"
    r"desaparecid[oa]s?|perdid[oa]s?|fugad[oa]s?|escaparon|escapo|fugaron|fugo|"
    r"escapad[oa]s?|perdieron|perdio)"
)
_PLAIN = re.compile(
    rf"{_LEAD}(?:"
    rf"{_OF_WHOM} (?:{_RAN}|{_FLED}){_TAIL}|"
    rf"(?:do|did) we have (?:any|a) (?:kids?|child(?:ren)?) {_RAN}{_TAIL}|"
    rf"{_HOW_MANY} {_OF_THEM}{_EMERGENCY}{_LIST}?{_THERE_WERE}{_TAIL}"
    rf"|(?:the )?(?:crisis|emergency|incident|awol|runaway){_LIST}{_TAIL}"
    rf"|(?:so )?(?:what(?:'s)?|did anything|has anything|anything|did something)(?: (?:else|all|bad|big|major"
    rf"|serious|urgent|new|crazy|important))* (?:happen(?:ed|s)?|went (?:on|down|wrong)|go (?:on|down|wrong)|"
    rf"bl[eo]w(?:n)? up|came (?:in|up)|come (?:in|up))(?=.*{_NIGHT}){_TAIL}"
    rf"|what did (?:i|we) miss(?=.*{_NIGHT}){_TAIL}"
    rf"|(?:was there |is there |hay |did we get )?(?:anything|algo)(?: (?:new|else|big"
    rf"|nuevo))*(?=.*{_NIGHT}){_TAIL}"
    rf"|(?:(?:el|un|the|a|quick) )*(?:resumen|summary|recap|rundown)(?: (?:de|of|from|for"
    rf"|on))*(?=.*{_NIGHT}){_TAIL}"
    rf"|(?:did|has|have|is|are|was|were) {_SOMEBODY} {_RAN}{_TAIL}"
    rf"|(?:any|anyone|anybody|any (?:of (?:the|my|our) )?(?:kids?|children)) (?:gone )?(?:missing|hurt|awol"
    rf"|on the run|hospitali[sz]ed|in the (?:hospital|er)){_TAIL}"
    rf"|(?:did|has|have) (?:any(?:one|body)|somebody|someone) (?:miss(?:ed)?|not|fail(?:ed)? to"
    rf"|forg[eo]t(?:ten)? to) acknowledg\w+(?: (?:it|that|a crisis|an alarm|a call|the alarm"
    rf"|the crisis))?{_TAIL}|hubo (?:algun[oa]? )?(?:crisis|emergencias?|fugas?|incidentes?){_TAIL}"
    rf"|(?:que paso)(?= (?:anoche|.*fin de semana)){_TAIL}"
    rf"|se (?:escapo|fue|fugo|perdio) alguien{_TAIL})"
)
_FLED_ASKED = re.compile(rf"{_LEAD}{_OF_WHOM} (?:{_RAN}|{_FLED}){_TAIL}")
_IT = r"(?:it|that|this|them|that one|this one)"
_THAT_ONE = (
    rf"(?:{_IT}|the (?P<%s>(?:[\w'-]+ ){{0,4}}?)(?:one|crisis|emergency|call|calls|alarm|alert|incident|"
    rf"runaway|awol|"
    r"missing (?:kid|child)|injury|overdose|od|abuse|attempt|rape|assault|fight|fire|threat|bruises?))"
)
_STATE = (
    r"(?:the )?(?:state|hotline|police|nypd|cops|precinct|ncmec|scr|cps|acs|registry|central register|"
    r"law enforcement|state's office)"
)
_TO = rf"(?: (?:in|on time|to {_STATE}|{_STATE}|and|or|too|by (?:anyone|anybody|us|the worker)))*"
_ADULT = (
    r"(?:mom|mother|mum|dad|father|parents?|grandma|grandmother|aunt|family|foster (?:mom"
    r"|mother|dad|parents?)|fm"
    r"|mama|papa|madre|padre|worker|planner|supervisor|director|therapist|lawyer|attorney)"
)
_NAME = r"(?!(?:the|a|an|my|me|us|you)\b)[\w'-]+"
_TO_WHOM = rf"(?:(?:(?:her|his|their|the|my|su|el|la) |(?P<%s>{_NAME}(?: {_NAME})?) )?{_ADULT})"
# "What happened with Sadia last night", "did anyone tell her mom": of the one whose night it was.
_OF_A_NIGHT = (
    rf"(?:so )?what(?:'s|s)? (?:happened|went on|was going on|going on|the story)"
    rf"(?: (?:last night|overnight))? (?:w|with|to|at|about"
    rf"|on) (?P<night>{_NAME}(?: {_NAME}){{0,2}}?)(?=.*{_NIGHT}){_TAIL}"
    rf"|que (?:le )?paso (?:anoche )?(?:con|a) (?:los |la |el )?(?P<noche>{_NAME}(?: {_NAME})?){_TAIL}"
    rf"|(?:(?:el|un|the|a|quick) )*(?:resumen|summary|recap|rundown) (?:de|of|from"
    rf"|for) (?:anoche|last night|overnight)"
    rf" (?:de|of|on|for|about|sobre|con|with|w) (?:los |las |la |el "
    rf"|the )?(?P<resumen>{_NAME}(?: {_NAME})?){_TAIL}"
    rf"|did (?:any(?:one|body)|some(?:one|body)) (?:call|ring|phone|text)(?: (?:in|us))? (?:about|for|re|on) "
    rf"(?P<rang>{_NAME}(?: {_NAME})?)(?=.*{_NIGHT}){_TAIL}"
    rf"|(?:did|has|have) (?:we|they|any(?:one|body)|some(?:one|body)|the worker)(?: ever| already| even)? "
    rf"(?:tell|told|call|called|notify|notified|inform|informed|reach|reached|contact|contacted) "
    rf"{_TO_WHOM % 'told_of'}{_TAIL}"
    rf"|(?:has|was|have|were|is) {_TO_WHOM % 'mom_of'}(?: been| ever| already)* (?:told"
    rf"|notified|called|informed|"
    rf"aware|reached|contacted){_TAIL}"
)
_LEANING = re.compile(
    rf"{_LEAD}(?:{_OF_A_NIGHT}|"
    rf"who(?:'s|s)? (?:all )?(?:is |has |was )?(?:ever )?(?:took|taken|take|acknowledged?|answered|picked up|"
    rf"responded to|handled|handling|handles|got|has|have|had|on|dealing with) {_THAT_ONE % 'taken'}{_TAIL}"
    rf"|how (?:fast|quick(?:ly)?|soon|long)(?: (?:did|does|do|was|were|until|till|"
    rf"before)){{0,2}}(?: it take)? ?(?:we|they|it|she|he|any(?:one|body)|some(?:one|body)|us|them|"
    rf"you)?(?: to| until| till| before)?(?: (?:we|they|it|any(?:one|body)|some(?:one|body)))?(?: was| were|"
    rf" got)? (?:answer(?:ed)?|acknowledged?|respond(?:ed)?(?: to)?|react(?:ed)?(?: to)?|"
    rf"pick(?:ed)?(?: it)? up)(?: {_THAT_ONE % 'answered'})?{_TAIL}"
    rf"|(?:what(?:'s|s| is| was| were)? )?(?:the |our )?(?:response|answer|acknowledge?ment) times?"
    rf"(?: (?:on|for|to) {_THAT_ONE % 'timed'})?{_TAIL}"
    rf"|(?:was|were|has|have|is) (?:n't )?(?:{_THAT_ONE % 'reported'}|"
    rf"(?P<named>[\w'-]+(?: [\w'-]+)?))(?: been)?"
    rf"(?: ever| already| even)? (?:reported|called in|phoned in|acknowledged|answered){_TO}{_TAIL}"
    rf"|(?:was|were|has|have) {_STATE}(?: been)?(?: ever| already| even)? (?:called|notified|told|informed|"
    rf"contacted)(?: (?:about|for|on) (?:{_THAT_ONE % 'told'}|(?P<about>[\w'-]+(?: [\w'-]+)?)))?{_TAIL}"
    rf"|did (?:we|they|she|he|any(?:one|body)|some(?:one|body)|the worker)(?: ever| already|"
    rf" even)? (?:report|call in|phone in) (?:{_THAT_ONE % 'did'}|(?P<whom>[\w'-]+(?: [\w'-]+)?)){_TO}{_TAIL}"
    rf"|did (?:we|they|she|he|any(?:one|body)|some(?:one|body)|the worker)(?: ever| already| even)? "
    rf"(?:call|notify|tell|inform|contact) {_STATE}(?: (?:about|for|on) (?:{_THAT_ONE % 'called'}|"
    rf"(?P<for>[\w'-]+(?: [\w'-]+)?)))?{_TAIL}|who (?:called|told|notified|"
    rf"reported) (?:(?:it )?(?:to )?{_STATE}|it)(?: (?:about|for|on) "
    rf"(?:{_THAT_ONE % 'caller'}|(?P<of>[\w'-]+(?: [\w'-]+)?)))?{_TAIL}"
    rf"|(?:is|was|has|have|did) (?!it |that |this )(?:{_THAT_ONE % 'found'}|"
    rf"(?P<who>[\w'-]+(?: [\w'-]+)?))(?: been)?(?: ever| already)? "
    rf"(?:found|located|back(?: home| safe)?|come back|came back|returned home|turned up|show up|"
    rf"turn up){_TAIL})"
)
_MISSING = re.compile(
    r"(?<!\w)(?:run|ran|run ?aways?|awols?|missing|ncmec|escap\w+|fugo|fugas?|fugaron|fugad[oa]s?|"
    r"desaparecid[oa]s?)(?!\w)"
)
_REPORTED = re.compile(
    rf"(?<!\w)(?:reported|report|called in|phoned in|notif\w+)(?!\w)|(?:call|told|tell|"
    rf"inform)\w* {_STATE}|{_STATE}"
    r" (?:been )?(?:ever )?(?:called|told|informed|notified)"
)


@dataclass(frozen=True, slots=True)
class CrisesAsked:
    """What is asked of the crises that there were.

    `leaning`: the words could mean something else where there was no crisis; `names`: words by which one of
    them is meant, none: the newest. `reports`: whether they were reported; `missing`: a child who is missing.
    """

    leaning: bool
    names: tuple[str, ...] = ()
    reports: bool = False
    missing: bool = False


def asks_of_whom(text: str) -> bool:
    """Whether folded words only ask which children fled or were hurt: "how many kids are missing"."""
    return len(text) <= _LONGEST and _FLED_ASKED.match(text.strip()) is not None


def crises_asked(text: str) -> CrisesAsked | None:
    """Whether the whole message asks about crises; None where it does not. Pure."""
    if len(text) > _LONGEST:
        return None
    words = folded(decoded(text)).strip()
    reports, missing = bool(_REPORTED.search(words)), bool(_MISSING.search(words))
    if _PLAIN.match(words):
        return CrisesAsked(leaning=False, reports=reports, missing=missing)
    found = _LEANING.match(words)
    if found is None:
        return None
    named = " ".join(each for each in found.groupdict().values() if each).split()
    names = tuple(re.sub(r"'s$", "", each) for each in named if not _NAMELESS.fullmatch(each))
    return CrisesAsked(leaning=True, names=names, reports=reports, missing=missing)
