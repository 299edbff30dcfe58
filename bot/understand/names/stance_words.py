"""The patterns behind the stances, over folded words (English and Spanish); compiled once, all bounded.

BEFORE patterns end where the name begins, AFTER patterns begin where it ends.
"""

from __future__ import annotations

from bot.understand.patterns.quick import Quick

THE = (
    r"(?:(?:the|a|an|his|her|hers|their|our|my|both|all|old|la|el|los|las|su|sus|ms|mr|mrs|foster|of|birth"
    r"|#?\d{1,2}) ){0,3}"
)
_WITH = r"(?:to|with|w/|w|wit|con|a|al) ?"

# "9:15 Leo at school. 10:30 Ana at home": the entries of a list, each of them a visit.
ENTRY_BEFORE = Quick(
    r"^\W*(?:\d{1,2}[.)] ?)?(?:[a-z]{3,9}[:,]? ?-? ?){0,2}\d{1,2}(?::?\d\d)? ?(?:[ap]\.?m?\.?)?"
    r"(?: ?(?:-|to) ?\d{1,2}(?::?\d\d)? ?(?:[ap]\.?m?\.?)?)?,? ?[-:]? ?$"
)
ABOUT_BEFORE = Quick(
    rf"(?:\b(?:it|he|she|they|we) (?:was|were) (?:mostly|mainly|largely|pretty much|all)(?: all)?(?: about)?"
    rf"|\b(?:wanted|wants) to (?:talk|hear|know|ask) about (?:was|is)"
    rf"|\b(?:de|sobre|about|abt|re) (?:[\w'’]+ ){{0,3}}?(?:citas?|sesion(?:es)?|visit(?:a?s?)|terapia"
    rf"|reunion(?:es)?"
    rf"|audiencia|appointments?|appts?|sessions?) (?:con|with|w/?)"
    rf"|\b(?:bring(?:ing)?|brought) up|\babout|\babt|\bre|\b(?:wants?|wanted|wanting|quiere)(?: to (?:keep"
    rf"|have|adopt|see|take|raise"
    rf"|get|visit|meet))?|\bregarding|\bconcerning|\bconcern for|\bsobre|\bacerca de|\bask(?:ing|in|ed"
    rf"|s) (?:for|after)|\b[ei]nquir\w+ (?:about|after|for)"
    rf"|\bpregunt\w{{1,5}} por|\bbecause(?: of)?|\bbc|\bcuz|\bwaiting (?:on|for|to hear(?: back)? from)"
    rf"|\b(?:hopes?|hoping|wish(?:es)?|believes|loves|likes|hates|remembers|trusts|fears)(?: that)?"
    rf"|\bmiss(?:es|ing|ed)?|\b(?:fines? de semana|weekends?|overnights?|unsupervised time|reunif\w+|vivir"
    rf"|live|quedarse) (?:con|with|w)|\b(?:be|being|stay|stays|stayed|staying|(?:gets?|getting|been|being"
    rf"|be) left|leaves? (?:him|her|them)|quedar(?:se|me|nos)|quede|queda|quedan|estar|este|dejan?|dejen"
    rf"|dejaron|dejar(?:lo|la|los|las)) (?:home |en casa )?(?:all )?(?:alone|solo|sola|solos|solas|solito"
    rf"|solita|a solas) (?:con|with|w/?)|\b(?:(?:when|if|whether|until) (?:he|she|they|i|we)(?:'ll)?"
    rf"|(?:cuando|si)(?: el| ella)?) (?:can|could|will|gets? to|is going to|puede|podra|va a) (?:\w+ )?(?:see"
    rf"|visit|call|talk to|speak to|go (?:home )?(?:to|with)|ver|visitar|llamar|hablar con)(?: a)?"
    rf"|\b(?:she|he|they)(?:'s| is| are| has| have|'ve)? (?:been |just |also |already )*(?:start\w*|work\w+"
    rf"|practic\w+|mak(?:es|ing)|us(?:es|ed|ing)) (?:\w+ ){{0,4}}(?:with|w/?)"
    rf"|\bquier\w+ (?:hablar(?:le)?|llamar(?:le)?|visitar|irse|ir|vivir)(?: \w+)? (?:a|con)"
    rf"|\bworried for"
    rf"|\b(?:(?:bed)?rooms?|space|bed|crib|clothes|shoes|presents?|gifts?|cake|card|cuarto|habitacion|cama"
    rf"|lugar|ropa|regalos?)(?: (?:que|that|which|she|he|they|ya|had|has|le|set|up|ready|prepar\w+|bought"
    rf"|made|compro|arreglo|hizo|tiene|tienen)){{0,4}} (?:for|para)"
    rf"|\b(?:she|he|they)(?:'s| is| are)? (?:so )?done (?:with|w/|w)"
    rf"|\b(?:fed up|frustrated|struggling|problems?|issues?|trouble|living|lives|obsessed) (?:with|w/|w)"
    rf"|\b(?:habl(?:e|o|amos|aron|ando)|platic(?:amos|aron|ando)|convers(?:amos|aron)) (?:mucho |bien "
    rf"|mal )?(?:de|del|sobre)|\bhabla(?:ba|r|n)? (?:mucho |bien |mal )?de|\bextrana(?: mucho| tanto)? a"
    rf"|\b(?:go|going|went) over (?:the |her |his )?(?:[\w']{{1,10}} ){{0,2}}?(?:plan|papers|paperwork|packet"
    rf"|forms?|consents?|goals?|report) (?:for|of)|\b(?:reuno|reunirme|reunion|cita|hablar|hablo|llame|hable"
    rf"|junta)\b[^.;]{{0,60}}? por(?: lo de)?|\bdiscuss(?:ed|es|ing)?|\bon behalf of|\bsince|\bporque"
    rf"|\bblames?|\bblamed|\b(?:no|nunca|ya no) (?:ha|han|he|habia) (?:visto|hablado con|sabido de)(?: a)?"
    rf"|\b(?:hasnt|havent|hadnt|hasn't|haven't|hadn't|not|never) (?:\w+ )?(?:seen|heard from"
    rf"|spoken (?:to|with)|talked (?:to|with))|\bno|\bno (?:contact|word|news|calls?|visits?) (?:with|from"
    rf"|by)|\b(?:heard|hearing) (?:nothing )?from|\bafraid of"
    rf"|\b(?:sad|upset|angry|mad|excited|scared|proud|jealous|sick) (?:at|with|of|for)|\bnada de"
    rf"|\b(?:resource|guardian|guardianship|custody|application|paperwork|papers|petition|respite"
    rf"|subsidy) (?:for|of)|\b(?:about|abt|regarding|concerning|sobre|re):?"
    rf"(?: (?!and|then|y|also|saw|met|when|while|with|w|con|to|called|texted"
    rf"|phoned|emailed|tried|visited|spoke|talked|i\b|we\b)[\w']{{1,14}}){{1,4}}"
    rf") ?:? ?{THE}$|\b(?:about|abt|re|regarding) ?- ?{THE}$"
)
TALKED_BEFORE = Quick(
    rf"(?:\b(?:spoke|spoken|speaking|speak|talked|talkd|talk|talking|chatted|checked in|conversation"
    rf"|hable|hablar|hablamos|platique|conversacion)"
    rf"(?: \w{{2,12}}){{0,2}} {_WITH}|\bsat(?: down)?(?: (?!in\b)\w{{2,6}})? (?:with|w/|w) ?"
    rf"|\b(?:language line|interpret(?:er|ing)|interprete|translator)(?: \w{{2,10}}){{0,2}} (?:with|w/|w|for"
    rf"|con|para) ?|\binterview(?:ed)? (?:with )?|\bentreviste a "
    rf"|\bcaught up (?:with|w/|w) ?|\bdebriefed (?:with )?|\bmeeting (?:with|w/|w) ?"
    rf"|\bsit(?:ting)?(?: down)?(?: \w{{2,6}})? (?:with"
    rf"|w/|w) ?"
    rf"|\b(?:hable|platique|spoke|talked|talk|speak|hablamos|sat) {_WITH}(?:him|her|them|el|ella|ellos) "
    rf"(?:and|y|&) (?:with |to "
    rf"|con )?|\btouch(?:ing)? base (?:with|w/|w) ?|\b(?:catch|catching) up (?:with|w/|w) ?"
    rf"|\b(?:me sente|nos sentamos|sentarme|me siento|hablo|platico|converso|reunirme|me reuni|nos "
    rf"reunimos) con "
    rf"|\b(?:me|nos) (?:dijo|conto|explico|informo|comento|aviso|confirmo|escribio(?: por texto)?|texteo) "
    rf"){THE}$"
)
_PHONE = (
    r"(?:called|callin|calling|call|calls|phoned|rang|t/?c|tc|tel|telefono|telephone|phone(?: call)?"
    r"|facetimed?|texted|texting|text|texts|txt|text message"
    r"|e-?mailed|e-?mailing|e-?mail|mailed|maild|letter mailed|wrote|messaged|message|msg"
    r"|left (?:a )?(?:message|msg|vm|voicemail|word)|lvm|vm"
    r"|(?:conferenced|patched|looped|merged|pulled|brought|dialed) in"
    r"|reached|reach|reach out|reached out|llame|llamar|llamando|llamada|le escribi|escribi"
    r"|mande (?:un )?mensaje|correo|video call|videocall|zoomed)"
)
CALLED_BEFORE = Quick(
    rf"\b{_PHONE}(?: back| out| again| \d{{1,2}}x?)? ?(?:(?:to|from|with|w/|w|for|by|a|al|de|con) ?)?{THE}$"
)
# "Got a call about ten minutes ago from", "call re Leo from": who called, whenever it was and about whom.
CALL_FROM_BEFORE = Quick(
    r"\b(?:phone ?calls?|calls?|t/?c|vm|voice ?mail|messages?|msg|texts?|txt|e-?mail)"
    r"(?: (?:about|abt|around|at|like|maybe|just|roughly|approx\w*|over|an?|half|couple(?: of)?|few|of|one"
    r"|two|three|five|ten|fifteen|twenty|thirty|forty(?: five)?|\d[\d:]*|[ap]\.?m\.?|min(?:ute)?s?|hours?"
    r"|hrs?|ago|earlier|back|today|tonight|this|last|night|morning|afternoon|evening|late|came in)){1,8}"
    rf" from {THE}$"
    r"|\b(?:got|received|had|took|rec'?d|(?:^|[.!?\n] ?)(?:phone )?) ?(?:an?|another|the)?(?: phone)? ?call "
    rf"(?:about|abt|re|regarding|concerning) [\w']{{2,14}} from {THE}$"
)
# "Would not get off Ms Lee's lap", "held her mom's hand": who has a lap there is there.
_NEAR_BODY_BEFORE = Quick(
    rf"\b(?:on|onto|off|off of|out of|in|into|to|from|by|at|against|behind|around|held|holding|holds|hugged"
    rf"|grabbed|en|de|a|al) {THE}$"
)
_BODY_AFTER = Quick(
    r"(?:['’]?s)? (?:lap|arms?|side|hands?|hip|knees?|shoulders?|chest|legs?|neck|regazo|brazos)\b"
)
ORDERED_BEFORE = Quick(
    rf"\b(?:told|asked|reminded|advised|wants?|wanted|needs?|agreed|going|plans?|promised|will"
    rf"|le dije que|pid[eo]|pidio|quiere|quieren|quisiera|desea|necesita|espera|le gustaria"
    rf"|extrana)\b(?: [\w']{{1,14}}){{0,3}} (?:to )?(?:call|ring|text|email|contact|see|llame|llamar|ask"
    rf"|tell) {THE}$"
)
SEEN_BEFORE = Quick(
    rf"\b(?:(?:ran|run|bumped) in ?to|ran across|saw|seen|see|seeing|met|meet|meeting|visited|visit|visiting"
    rf"|h/v|hv|picked up|pick up|took|drove|transported|with|w/|w|con|vi a|vi|visite a|visite|visitar a"
    rf"|visita (?:con|a|de)|ve[ro] a|vemos a|visito a|recojo a|recogi a|lleve a|observed|supervised"
    r"|escorted|brought|f2f|c/c)"
    rf"(?: (?:with|w/|w|up with|to))? ?[:\-]? ?(?:(?:him|her|them) and (?:then |also )?)?{THE}$"
)
LIST_BEFORE = Quick(
    r"(?:\bpresent|\bparticipants?|\bappear\w{0,6}|\battend\w{0,4}|\bin attendance|\bto invite|\binvit\w{0,3}"
    r"|\bpresentes?|\basistieron|\bparticiparon)\b ?(?::|were|was|are|included?|fueron|by)[^.!?]{0,240}$"
)
REPORTED_BEFORE = Quick(
    r"\b(?:says?|said|say|told (?:me|us|(?:his|her|their|the|my) \w+)|tells me|reports?|reported|states?"
    r"|stated|disclosed|dice|dijo|me conto|claims?|alleges?|complained|ask(?:ed|ing|s)(?: me)? (?:if|whether"
    r"|when|why|where|how|what|who)|pregunt(?:o|a|ando) si|wants to know|wondered|worried that)"
    r"(?: that| que| her| his)?(?: (?!(?:then|so|and|luego|y) (?:i|we|yo|le|la|lo)\b)[\w'/]{1,14}){0,8} $"
    # "Told me at school, at 1:30, that CAREGIVER …": hour and place stand between.
    r"|\b(?:told (?:me|us)|(?:me|nos) (?:dijo|conto)|disclosed)(?:,? [\w'/:@]{1,14}){1,8}, (?:that|que)"
    r"(?: (?!(?:then|so|and|luego|y) (?:i|we|yo|le|la|lo)\b)[\w'/]{1,14}){0,6} $"
)
_ADVERBS = (
    r"(?:(?:also|then|just|again|too|later|finally|already|even|still|both|tambien|me|le|nos|once|twice|she"
    r"|he|and) ){0,3}"
)
CALLED_AFTER = Quick(
    rf"\W{{0,3}}(?:\([^)]{{0,60}}\)\W{{0,3}})?{_ADVERBS}(?:called|calls|call me|rang|texted|text me"
    rf"|emailed|e-mailed|wrote|phoned|messaged|left (?:me )?a"
    rf"|llamo|acaba de (?:llamar|escribir)|marco|escribio|mando|responded|replied|returned my call)\b"
)
CHILD_CALLED_AFTER = Quick(
    r"(?!, (?:she|he)\b)(?:\W{0,3}on the (?:phone|line)(?= *(?:$|[,.;:(]|\d|at \d|today|this|just))|"
    rf"\W{{0,3}}{_ADVERBS}"
    r"(?:called|call me|rang|texted|text me|phoned|facetimed|messaged|emailed|(?:me )?(?:llamo|escribio"
    r"|texteo|mando (?:un )?(?:texto|mensaje))|wrote)\b)"
)
SPOKE_AFTER = Quick(
    r"\b(?:says?|said|tells?|told|reports|reported|states|stated|asked|asks|explained|explains"
    r"|mentioned|shared|admitted|denied|denies|complained"
    r"|confirmed|agreed|disclosed|discussed|went over|talked|spoke|spoken with|interviewed"
    r"|filled (?:me|us) in|walked (?:me|us) through|updated me|pidio|chatted|vented|brought up|raised"
    r"|(?:caught|stopped|grabbed|cornered|pulled) me"
    r"|had (?:a |some |a few |a quick )?(?:words?|chat|talk) with (?:me|us)"
    r"|let me know|(?:cut|chimed|butted) in|interrupted|insisted|replied|added that|yelled at me|snapped "
    r"at me|(?:and|n|&|y) (?:i|me|yo|we) (?:\w+ ){0,2}?(?:visited|talked|spoke|chatted|sat|caught up"
    r"|discussed|met|hablamos|went (?:through|over)|reviewed|looked (?:at|over|through)|filled|signed|planned"
    r"|worked (?:on|out|through)|figured out|came up with|agreed|made a plan|set up|did the|completed"
    r"|finished the|wrote (?:up|out)|had (?:coffee|tea|a talk|a chat)|walked through|repasamos|revisamos"
    r"|llenamos|firmamos|quedamos|acordamos|platicamos|conversamos|visitamos)|expressed"
    r"|had (?:no|some|a few|many) (?:concerns|questions|complaints|worries)|answered my"
    r"|(?:gave|given|giving|give) me (?:\w+ ){0,3}?(?:update|updates|rundown|run down|report|low ?down|scoop"
    r"|details|info|feedback|summary)|brought me up to (?:speed|date)|caught me up|clued me in|ran me through"
    r"|(?:chatting|talking|speaking|visiting|catching up) (?:with|to) (?:me|us)|me (?:puso al (?:dia|tanto)"
    r"|actualizo|informo|explico|platico)|asks?|requested|thanked (?:me|us)|offered (?:me|us)"
    r"|gave me (?:an|the) update|platico|comento|se quejo|aviso|cuenta|dice|dijo|conto|informo|pregunto"
    r"|explico|menciono|hablo|habla|entrevist\w{2,4}|reviewed|wants|thinks|feels|worried|reminded|advised)\b"
    r"|^ ?,? ?(?:re|regarding|about|abt)\b|\bjoined us with\b|\bme pidio\b|^ ?,? (?:in ?[+&] ?)?spoke\b"
)
CHILD_SPOKE_AFTER = Quick(
    rf"\W{{0,3}}{_ADVERBS}(?:told (?:me|us)|tells me|said to me|talked (?:to|with) me|disclosed"
    rf"|showed me|asked me|read me|dijo|conto|me dijo"
    rf"|opened up|(?:wouldn'?t|would not|didn'?t want to|refused to|doesn'?t want to|won'?t) (?:talk"
    rf"|speak|engage|open up|come out)|and i (?:sat|talked|spoke|discussed|met|went|chatted|emailed|"
    rf"texted|zoomed|facetimed))\b"
)
PRESENT_AFTER = Quick(
    r"\b(?:there|present|attended|appeared|joined|came|in court|in the room|on (?:teams|zoom|video"
    r"|the (?:phone|line|call))|by (?:phone|video|zoom|teams)"
    r"|(?:got|came|arrived) home|answered the door|^ ?,? (?:(?:was )?around|home|here)\b|sat in|sat with"
    r"|beside me|was (?:in|home|also)|at home|vino|presente|llego|estuvo|estaba"
    r"|for (?:the )?(?:kids|children|child))\b|^ ?,? in\b(?! (?:front|charge|regards?|relation|terms"
    r"|addition|reference|response|case|(?:good|great|fine|high|low|bad) (?:form|spirits|mood|shape))\b)|"
    r"^ ?,? on (?:too|also|as well|tambien)\b"
)
DRIVING_AFTER = Quick(
    r"\W{0,2}(?:(?:then|also|tambien|just|only|both) )*(?:(?:los|las|lo|la|le|les) )?"
    r"(?:(?:brought|brung|bringed|dropped|drops|picked"
    r"|picks|took|drove|transported|trajo|llevo|lleva|llevara|recoge|(?:is )?taking"
    r"|will (?:take|bring|drive)|trajeron|llevaron|recogieron|dejaron|recogio|dejo|bringing|dropping) ?(?:up "
    r"|off )?(?:$|a ?$|y (?:los|las|lo|la|se)\b|al (?:nino|bebe)\b|a (?:la nina|(?:los|las) ?(?:\w+ ?)?)$"
    r"|a (?:la|las|los) (?:nenas?|nenes|chic[oa]s|nin[oa]s?|bebes?|hermanit[oa]s)\b"
    r"|(?:the |her |his |los |las |a los )?(?:girls?|boys?|kids|children|child|siblings|baby"
    r"|them|him|her|it|ninos|ninas|nenas|nenes|both)\b)|did (?:the |all the )?(?:driving|transport\w*"
    r"|drop[ -]?offs?|pick[ -]?ups?)|drove(?: (?:them|['’]?em)\b|(?= ?(?:$|[.,;])))|(?:manejo|condujo)\b"
    r"|(?:saw to|handled|took care of) the (?:driving|rides?|transport\w*)"
    r"|gave (?:them|her|him|the kids) (?:a )?(?:ride|lift)s?\b|(?:dropped off|delivered|sent over) "
    r"(?!me\b|us\b)\w|(?:was |were )?wait(?:ed|ing) (?:until|till|for|outside|in (?:the|her|his)|\d))"
)
OWNED_VISIT_AFTER = Quick(
    r"(?:['’]?s)?(?: [\w:.]{1,10}){0,3}? (?:visit|visits|h/v|hv|meeting|conference|conf|appt"
    r"|appointment|hearing|physical|spr|ftm|review|visitation|(?:parenting|family) time|zoom|facetime|"
    r"(?:phone )?call(?= (?:with|w|to)))\b"
)


# "Me reporta Socorro que la mamá …": what follows is reported too.
REPORTED_QUE_BEFORE = Quick(
    r"\b(?:reporta|reporto|dice|dijo|cuenta|conto|informa|informo|avisa|aviso|comenta|textea|texteo|escribe"
    r"|escribio|comento|mando (?:un )?(?:texto|mensaje))(?: \w{1,14}){0,7} que(?: \w{1,14}){0,4} $"
)
# Elsewhere in the home and busy there: not part of the visit, unlike somebody who sat by in silence.
BUSY_AFTER = Quick(
    r"['’]?s? ?(?:(?:was|were|is|had) )?(?:(?:still )?(?:out (?:shopping|running errands|of town|for a|with"
    r"|at)|stepped out|ran out|in bed|asleep|sleeping|napping|dormid[oa]|durmiendo|trabajando|resting"
    r"|stayed in bed|gone|at a doctor)\b|(?:wasnt|was not|not) feeling well\b|let (?:me|us) in (?:and|then"
    r"|but) (?:went|left|was|ran|returned|disappeared)\b|went (?:back )?(?:to|upstairs|out|inside"
    r"|on)(?: (?:her|his|a|the))? ?(?:work|call|phone|bed|errands?|store|room|nap)\b)"
)
ELSEWHERE_AFTER = Quick(
    r" ?(?:who )?(?:(?:was|is|were|stay(?:ed|s)|remained|sat|cooking|busy|estaba|esta|se quedo) )?"
    r"(?:up|down|out|back|over|still)?[ ]?"
    r"(?:in|on|at|en) "
    r"(?:(?:his|her|their|su|another|the (?:other|next|back|living)) room"
    r"|(?:the|a|an|her|his|their|la|el|su) (?:\w+ )?"
    r"(?:bedroom|kitchen|basement|attic|garage|yard|backyard|bathroom|shower|porch|office|garden|cuarto"
    r"|cocina|patio|sotano|bano))\b[^.!?]{0,80}?(?:\bon a (?:\w+ )?call\b|\b(?:on|en) (?:the|her|his"
    r"|el) (?:phone|telefono)\b|\basleep\b|\bsleeping\b|\bworking\b|\bthe (?:whole|entire) time\b"
    r"|\b(?:did ?n[o']?t|not|never|no) (?:come|came|speak|spoke|talk|see|join|salio)\b"
    r"|\bno hablamos\b|\bdidn'?t (?:get to )?(?:talk|speak)\b|\bdurmiendo\b|\bdormid[oa]\b)"
)
# "Ann and Kay chatted on a bench": with each other, away from the visit.
AMONG_THEMSELVES_AFTER = Quick(
    r" ?(?:both )?(?:(?:chatted|talked|visited|sat|spoke|waited|stayed|hung out|hablaron"
    r"|platicaron|esperaron)(?: \w+)?|(?:was|were) (?:chatting|talking|sitting|waiting))"
    r" (?:together|with each other|with one another|among themselves|to each other|on (?:a|the) bench"
    r"|far (?:away|off)|across the|outside|off to the side|at (?:another|a different) table|down the hall"
    r"|nearby|(?:in|by) (?:the|her|his|their) (?:car|truck|van)|entre (?:ellas|ellos)|afuera"
    r"|en (?:el|su) carro)\b"
)
# 'Ms Lee: "it has always been there."': her own words.
QUOTED_AFTER = Quick(r" ?(?:[:,–—-]+ ?)[\"“”«]")
# Whoever told the worker spoke, whatever was reported before: "Ana says he stays there Ms Lee told me ...".
TOLD_ME_AFTER = Quick(
    r" (?:also |then |just )?(?:told me|tells me|said to me|me dijo)\b"
    # "… the roommate snores Mr Cole was on shift and he told me": with no stop before the name.
    r"| (?:was|is|estaba) (?:on (?:shift|duty)|working|there|de turno)(?: (?:today|too|also|tonight|then))? "
    r"(?:and|y) (?:(?:he|she|el|ella) )?(?:told (?:me|us)|let me know|me (?:dijo|conto))\b"
)
# "Got a letter from dad", "letter from the aunt came in the mail": written to the worker.
WROTE_ME_BEFORE = Quick(
    r"(?:^\W*|\b(?:i|we|just|also|today),? )(?:(?:got|received|rec'?d) )?(?:an? |another |the )?"
    r"(?:letter|card|note|fax) from (?:(?:the|her|his|their) )?$"
)
# "… whom nobody ever told us about. Ms Lee says", without its stop: who speaks is not the one told of.
RUN_ON_BEFORE = Quick(r"\b(?:told|tell|knew|know|heard|informed) (?:(?:us|me|anybody|anyone) )?about $")
SAYS_AT_ONCE = Quick(r" (?:says|said|told me|tells me|dice|dijo)\b")
SILENT = Quick(
    r"\b(?:didn['’]?t|did not|ain['’]?t|never|without|barely|hardly|wouldn['’]?t|(?<!but )no|nunca|sin"
    r"|ni) (?:\w+ )?(?:say|said|saying|talk|talked|speak|spoke|ask|asked|hablo|hablar|dijo|decir|conto"
    r"|pregunto|comento)\b"
    r"|\b(?:said|spoke|says|dijo) (?:nothing|very little|nada)\b"
    # "Tanya is not with him anymore he says": who says it is another.
    r"|(?<=\w) (?:he|she|they|ella|el) (?:says|said|reports|reported|tells me|dice|dijo)(?=$|[.;])"
)
# "He asked how Leo can live with him", "wants to know if Ana will come home".
ASKED_OF_BEFORE = Quick(
    r"\b(?:ask(?:s|ed|ing)?|(?:wants?|wanted|quiere|queria) (?:to know|saber)|wonder(?:s|ed|ing)?|pregunt\w+)"
    r"(?: me)? (?:if|whether|how|why|what|when|where|how (?:soon|long)|si|como|cuando) $"
)
CAN_AFTER = Quick(
    r" (?:can|could|will|would|might|may|should|must|gets? to|has to|is (?:going|able|allowed) to|puede|"
    r"podria|va a|podra)\b"
)

# "Went over what it would take to bring Leo home", "willing to have Ana live with her".
_HOME_BEFORE = Quick(
    r"\b(?:what|how|willing|plans?|planning|steps|order|wants?|hopes?|hoping|going to take)(?: \w+){0,6} "
    r"(?:bring(?:ing)?|get(?:ting)?|hav(?:e|ing)) $"
)
_HOME_AFTER = Quick(r" (?:back |come |go |return )?(?:home|(?:live|living|stay|be|placed) (?:with|there))\b")


def wanted_home(before: str, after: str) -> bool:
    """Whether the child named between is one whose way home is talked of."""
    return bool(_HOME_BEFORE.search(before) and _HOME_AFTER.match(after))


def beside_body(before: str, after: str) -> bool:
    """Whether the words on both sides of a name are of somebody's lap or hand that a child is at."""
    return bool(_NEAR_BODY_BEFORE.search(before) and _BODY_AFTER.match(after))
