"""The patterns of who was not there, over folded words (English and Spanish); as those of `stance_words`."""

from __future__ import annotations

import re

from bot.understand.names.stance_words import THE
from bot.understand.patterns.quick import Quick

ABSENT_BEFORE = Quick(
    rf"(?:\bdid(?:n't|nt| not) (?:get to )?(?:see|meet|catch)|\bnever (?:saw|caught|met)|\bjust missed"
    rf"|\b(?:have|had)(?:n['’]?t| not) (?:yet )?(?:seen|met)(?: with)?"
    rf"|\b(?:could(?:n't|nt| not)|unable to|(?:was|were)(?:n't|nt| not) able to|not able to"
    rf"|(?:did(?:n't|nt| not) (?:get|have)|never (?:got|had)) (?:to|a chance to|the chance to)|missed"
    rf"|no (?:pude|pudimos|logre|logramos|alcance a|llegue a))"
    rf" ?(?:see|seeing|meet|meeting|visit|catch|ver|visitar)(?: with| a)?"
    rf"|\b(?:none|neither|not one|ningun[oa]) (?:of|de)|\bdid(?:n't|nt| not) (?:pull|take|get|disturb"
    rf"|interrupt|bother|wake|call)(?: (?:out|up))?"
    rf"|\b(?:every(?:body|one)|all) but|\bminus|\bmenos|\bexcepto(?: a)?|(?<!me )(?<!nos )\bfalt(?:an?|o"
    rf"|aba|ando)(?: ver a)?"
    rf"|\bno vi a|\bwithout|\bw/o|\bexcept(?: for)?|\binstead of|\bsin|\bbut not"
    rf"|(?:^ ?|[.,;(] ?)not (?:seen|present|there)|\bnot (?:seen|present|there):|\babsent:?|\bexcused:?"
    r"|\b(?:(?:did not|didn'?t|unable to|could not) (?:attend|come|appear)|not in attendance|no[- ]?shows?"
    r"|no asisti(?:o|eron)|ausentes?):) "
    rf"{THE}$"
    rf"|\bno[- ]?shows? (?:by|from|for|de) {THE}$"
    rf"|\b(?:nobody|no ?one|nadie)(?: \w+)? (?:from|for|on|representing|de|del|por) {THE}$"
    rf"|\b(?:la|lo|las|los) (?:tiene|tenia)n? {THE}$"
    rf"|\bonly (?:waved (?:hi |hello )?(?:at|to)|passed) {THE}$"
    rf"|(?:^ ?|[,;(–-] ?|\band |\by |\bpero |\bhome |\bthere )(?:not|no a|no vi a|sin) {THE}$"
    rf"|(?<!said )(?<!says )(?<!say )(?<!dijo )(?<!that )(?<!que )(?<!oh )\bno {THE}$"
)
# "Not attended: A, B and C": all of the list, up to the next heading.
ABSENT_LIST_BEFORE = Quick(
    r"\b(?:not (?:seen|present|there|attended|attending|in attendance|available|able to attend|interviewed)"
    r"|absent|excused|(?:did not|didn'?t|unable to|could not) (?:attend|come|appear|join)|no[- ]?shows?"
    r"|regrets"
    r"|declined|invited(?:,)? (?:but )?(?:absent|did not attend|not present)|no asisti(?:o|eron)|ausentes?"
    r"|excusad[oa]s?|faltaron) ?(?::|-|–|were:?|was:?) ?[^.!?;:\n]{0,160}$"
)
_AWAY = (
    r"(?:practice|work|piano|dance|soccer|football|basketball|baseball|camp|(?:a |his |her )?friends?|class"
    r"|daycare|gym|church|(?:a |the )?sleepover|tutoring|rehearsal|karate|swim\w*|track|cheer|scouts|band"
    r"|chess|ballet|after ?school|(?:a |the )?game|volleyball|hockey|lacrosse|tennis|softball|wrestling"
    r"|gymnastics|futbol|ensayo|(?:\w+ )?(?:practice|rehearsal|lessons?|tryouts?|meet|camp)"
    r"|(?:a |the )?store|(?:his|her) (?:job|dads?|moms?|aunts?|cousins?)|trabajo|practica|iglesia|misa|culto"
    r"|parque|entrenamiento|campamento|dentista|doctora?|terapia|clases?|baile|ballet|piscina|tienda|cancha)"
)
_NO = r"(?:not|n't|nt|no)"
_INVITED = (
    r"(?:(?:was|were|fue) )?(?:invited|notified|sent notice|given notice|invitad[oa]|notificad[oa])"
    r"(?: to (?:attend|come|join))?,? ?(?:but |and |pero |y )?(?:(?:he|she|they) )?(?:did(?:n['’]?t| not) "
    r"(?:attend|come|show|appear|join|participate|call in|respond)|(?:was |were )?(?:not (?:present|there|in "
    r"attendance)|absent)|no (?:asistio|vino|llego|se presento)|declined|no[- ]?show)\b"
)
# "Willing to take Ana but not Leo": wanted or not, the talk was about both.
NOT_WANTED = Quick(
    r"\b(?:willing|able|open|ready|prepared|wants?|wanted|offer(?:s|ed)|agree[sd]?|can|could|would|will"
    r"|might|"
    r"puede|quiere|dispuest[oa])(?: \w+){0,3}? (?:take|keep|adopt|have|house|foster|raise|accept|tener|"
    r"quedarse con|adoptar|cuidar)(?: in)? [^.;!?]{1,50}\b(?:not|no a|pero no)(?: a)? $"
)
ABSENT_AFTER = Quick(
    # "Leo I haven't met yet"
    r",? (?:i|we) (?:ha(?:ve|d)(?:n['’]?t| not| never| yet to)|did(?:n['’]?t| not)|never|could(?:n['’]?t"
    r"| not))"
    r"(?: yet| ever| get to| to)? (?:met|meet|see|saw|seen|spoken? (?:to|with)|talk(?:ed)? (?:to|with)"
    r"|speak (?:to|with)|reach(?:ed)?)(?= ?(?:$|[.,;!)]|yet|today|this|at all|either|so far))|"
    rf"['’]?s? ?[,(\-]? ?{_INVITED}|"
    r" ?: ?not (?:home|seen|there|present|in)\b|"
    r"['’]?s? (?:was|were|is) [^.;!?]{0,40}?(?:,|\b(?:and|so|asleep|napping|out|gone|work"
    r"|practice)) (?:was |were )?not (?:seen|there|present"
    r"|home)\b|"
    rf"['’]?s? ?[,(\-]? ?(?:(?:was|were|is|are|wasn'?t|weren'?t|isn'?t|estaban?|estan?|had been|still) )?"
    rf"(?:(?:at|in|off at|en (?:el |la )?) ?{_AWAY}\b"
    rf"|(?:was|were|is|estaban?|estan?|andaban?|andan?) (?:(?:still |away )?(?:at|in) s(?:c)?hool\b|"
    rf"en la escuela\b"
    rf"|out back|out\b(?! to| of control)|away\b|upstairs asleep"
    rf"|on an? (?:(?:work|conference|business) )?call"
    r"|in (?:the|his|her) car|in the shower)"
    r"|(?:stuck|tied up|caught up|busy) (?:on|in) (?:an?|the|another|his|her)(?: (?!with)\w+)?"
    r" (?:phone|call|zoom|meeting)\b"
    r"|(?:stayed|staying) (?:behind|back)\b"
    r"|wait(?:ed|s|ing)? (?:outside|(?:out )?in (?:the|her|his) (?:car|van|truck|lobby|hallway|"
    r"parking lot))\b"
    r"|(?:was|is)(?: not|n'?t) feeling (?:well|good|great)[,;]? (?:(?:and|so) )?(?:(?:he|she"
    r"|they) )?(?:had to )?stay|(?:is |'s )?(?:out sick|sick)?,? ?(?:not|won'?t be|will not be|isn'?t"
    r"|is not) coming\b(?! out| down)|(?:can'?t|cannot|won'?t) (?:come(?! home| back| to| live)|make it"
    r"|be there)\b|no (?:viene|vendra|va a venir|puede venir|podra ir)\b"
    r"|out (?:with (?:a |an |his |her |their |the |some )?\w+|shopping|playing|running errands)\b"
    r"|(?:was|were|is) (?:\w+ ){1,3}and (?:so )?(?:didn'?t|did not) (?:take part|participate|join|come"
    r"|visit)\b"
    rf"|(?:did{_NO}|did not|didn'?t|n't) (?:come|attend|make it|go|appear|join|take part|participate)\b"
    rf"|no (?:vino|llego|asistio|fue)\b"
    r"|(?:did ?n['’]?t|did not|never|could ?n['’]?t|could not) (?:log(?:ged)? (?:on|in)|connect(?:ed)?"
    r"|dial(?:ed)? in|call(?:ed)? in|sign(?:ed)? (?:on|in))\b|no se (?:conecto|presento|unio)\b"
    rf"|(?:refused to|never|wouldn'?t|would not|not|no quiso|didn'?t want to"
    rf"|did not want to) (?:come|came|venir|ir)\b(?! out| down| to)"
    r"|(?:declined|refused|chose not|opted not|elected not|asked not|did not want|did ?n[o']?t want|did "
    r"not wish"
    r"|didnt want|no quiso|no quizo|se nego|prefirio no)(?: to| a)? (?:attend|come(?! out| down)|participate"
    r"|join|go|visit|take part|be there|asistir|ir|venir|participar|entrar)\b"
    r"|(?:opted|bowed|sat|dropped) (?:it )?out\b|no (?:estaban?|estuvo|vino|vinieron)\b"
    r"|(?:ya |todavia )?(?:no )?(?:se )?habian? (?:ido|salido|venido)\b"
    rf"|(?:{_NO} (?:seen|there|home|present|in\b|available|around|with us|here|at home))"
    rf"|(?:not|no)(?: ?[.,;)(]|$)|(?:wasn'?t|weren'?t|isn'?t|was not|is not|no estaban?|no estuvo) (?:there"
    rf"|home|present|in\b|around|seen|here|at home|en casa|available"
    rf"|on(?= ?(?:$|[.,;]|so|and|today|tonight|shift|duty)))"
    rf"|(?:had(?:n['’]?t| not)|has(?:n['’]?t| not)|was(?:n['’]?t| not)|todavia no|aun no|no) (?:yet |even "
    rf"|quite |habia |ha )*(?:come|gotten|got|made it|been|llegaba|llegado|regresado|regresaba|vuelto|volvia"
    rf"|back|home|in)(?: back| home| in)?(?: yet)? (?:from|del?|de la|de su)\b"
    r"|had(?:n['’]?t| not) (?:yet )?(?:gotten|got|made it|come|been dropped)(?: back| home| off| in)+"
    r"(?: yet)?(?= ?(?:[.;)]|$|(?:when|by the time) (?:i|we)\b))"
    r"(?!.{0,90}\b(?:then|but|and|until|till|later)(?: (?:he|she|they|then|later))* (?:came|got|walked"
    r"|pulled))"
    rf"|had (?:already |just )?(?:gone (?:home|fishing|hunting|shopping|out|off|over|with|to)"
    rf"|left(?= ?(?:$|[.,;)]|for|with|early|school|already|before)))\b|had (?:to )?work\b|(?:is "
    rf"|was )?absent\b|had (?:practice|class|school|camp|a shift)\b"
    rf"|(?:(?:was|were|is) )?on (?:a |the )?(?:\w+ )?trip\b|(?:i )?only waved at\b"
    rf"|from (?:across|afar|a distance)\b|(?:already |just |had )*left (?:for|with|early|already)\b"
    rf"|(?:was |is )?(?:spending|staying) (?:the )?(?:\w+ )?(?:with|at)\b"
    rf"|(?:was |were )?(?:upstairs |still |already |in bed )*(?:asleep|sleeping"
    rf"|napping)(?=[^.;]{{0,30}}(?:did ?n[o']?t wake"
    rf"|did not wake|not woken|let (?:him|her|them) sleep))|upstairs asleep\b|(?:was |were )?out (?:sick"
    rf"|today|all day|ill)\b|(?:was )?working (?:a shift|late|today|tonight)\b|(?:was |were )?away (?:for|at"
    rf"|on|this|with)\b|(?:was |is |off )*at (?:an? |the |his |her )?(?:birthday |\w+ )?(?:party|wedding"
    rf"|appointment|appt|therapy)(?= ?(?:$|[.,;)]|so|not))"
    rf"|had (?:an? )?(?:[\w']+ )?(?:game|soccer|football|basketball|dance|playdate|appointment|appt"
    rf"|rehearsal|tutoring)(?= ?(?:$|[.;)]|so|not|today))"
    r"|(?:not|(?:was|were|is)(?:n['’]?t| not)|ain['’]?t) (?:over |out |even )?at (?:(?:the|his|her|their) )?"
    r"(?:(?:home|house|placement)\b|$)|(?:(?:was|were|is) )?(?:still |already |long )?(?:gone"
    r"|ain['’]?t (?:home|there|here))(?= ?(?:$|[.,;)]|(?:when|before|by the time) (?:i|we)\b)|(?<=gone) so\b)"
    r"|had (?:car trouble|no ride)\b"
    r"|(?:(?:was|were|is|estaba|esta) )?(?:over |out )?(?:at|with|donde|con) (?:(?:the|a|her|his"
    r"|their|la|el|una?|su) )?"
    r"(?:next door )?(?:neighbou?rs?|vecin[oa]s?)\b|(?:was|were|is) next door\b"
    r"|(?:(?:is|was)(?:n['’]?t| not)|not|no ha|no habia) (?:back|regresado|vuelto)(?: home)?(?: yet"
    r"| todavia| aun)?"
    r"(?= ?(?:$|[.,;)]|from|del?\b))"
    r"|waived\b|excused\b|(?:(?:was|were) )?(?:not|n[o']?t) (?:transported|produced|brought (?:over|up|in|"
    r"down|to court|from))\b|(?:couldn'?t|could not) (?:come|make it|attend|join|be (?:there|here|present"
    r"|with us)|get (?:there|off work|out of work))|(?:(?:was|were|is) )?(?:not able|unable|n'?t able) to "
    r"(?:come|make it|attend|join|participate|appear|be (?:there|here|present|with us)"
    r"|get (?:there|off work|out of work))"
    r"(?! (?:home|back|out|down|in time|every|on time|this|next|that|until|till|before|by))|no pudo)"
)
# Left out of what took place away from home; at a home visit it says the contrary.
STAYED_HOME_AFTER = Quick(
    r"['’]?s? ?,? ?(?:he |she )?(?:(?:has |had )?(?:stayed|stay|staying|stays) (?:at |back )?home\b"
    r"|se quedo en (?:la )?casa\b)(?! from school)"
)
HOME_VISIT = Quick(
    r"\b(?:home visits?|hv|h/v|(?:foster|kinship|the|her|his|their) home|en (?:la )?casa de|at the house)\b"
)
ASKED_AND_DENIED = re.compile(r"\s*\?+\s*(?:no|nope|nah)\b(?! (?:answer|one|body|show))", re.IGNORECASE)
NOT_THERE_PRONOUN = re.compile(
    r"\b(?:he|she) (?:(?:was|is|had|has)(?:n['’]?t| not) (?:(?:yet |even |come |gotten |got |made it "
    r"|been )*(?:home|back|in) (?:yet )?from|there|present|with us"
    r"|(?:been )?seen(?= ?(?:$|[.,;)]|(?:today|yet|at|in|by|this|because|bc|and|but|so)\b))"
    r"|part of (?:it|this|the (?:visit|call|meeting)))"
    r"|did(?:n['’]?t| not) (?:come|attend|join|take part|participate)\b(?! out))"
    r"|\b(?:pero|but) (?:ya )?no estaban?\b(?= ?(?:$|[.,;]|(?:he|she|porque|y|so|asi)\b))",
    re.IGNORECASE,
)
# "Clem was at her" grandmother's: in somebody else's home.
AT_RELATIVE = Quick(
    r" ?(?:was|is|were|are|stayed|went|gone|estaban?|estan?|andaban?|andan?)(?: (?:over|staying|away|up|"
    r"down))? "
    r"(?:at|to|en casa de|con) (?:his|her|their|the|su|el|la) $"
)
# "I did not lay eyes on her": whoever was spoken of last.
UNSEEN_PRONOUN = re.compile(
    r"\b(?:(?:did(?:n['’]?t| not)|couldn['’]?t|could not|never|wasn['’]?t able to|was not able to"
    r"|ha(?:ve|s)(?:n['’]?t| not)(?: yet| ever)?|yet to) "
    r"(?:get to |actually |get a chance to |able to )?(?:see|saw|lay eyes on|laid eyes on|meet|met)"
    r" (?:with )?(?:him|her|(?P<several>(?:either of )?them"
    r"(?= ?(?:$|[.,;!?)\n]|but|so|bc|because|and|today|this|since|either|though))))\b"
    r"|no (?:lo|la|le|(?P<varios>los|las|les)) (?:vi|pude ver|alcance a ver)\b)"
    r"(?! (?:room|teacher|school|mom|dad|\w+'s))",
    re.IGNORECASE,
)
