"""A child on whose account the worker went to its home (READING, "Types"): sick in bed, or gone out."""

from __future__ import annotations

import re

from bot.understand.patterns.quick import Quick

# "Went by because Leo stayed home sick": at the home, the child who was in is who was called on.
_SICK_AT_HOME = re.compile(
    r"(?<!\w)(?:because|bc|since|as|to check on|porque|ya que) CHILD (?:(?:was|is|had|has|stayed|estaba|"
    r"esta|se "
    r"quedo|kept|being|got) )+(?:(?:home|en casa|back) )?(?:sick|ill|from school|with (?:a|the) \w+|"
    r"enferm[oa]|"
    r"malit[oa]|sent home|en casa)(?!\w)(?! (?:yesterday|last|on \w+day|ayer))"
)

# At their home: "both kids good", "los dos nenes bien". How they are is seen, unless somebody says it.
THEY_ARE = re.compile(
    r"(?:^|[.,;-] ?)(?:both|all (?:of them|the|three|four|two|3|4)|ambos|ambas"
    r"|(?:the|los|las)(?: (?:dos|tres|cuatro|two|three|four|2|3|4))?(?= (?:kid|child|boy|girl|sib|nin|nen)))"
    r"(?: (?:kids|children|boys|girls|siblings|kiddos|ninos|ninas|nenas|nenes))?"
    r"(?: (?:were|are|looked|seem|seemed|appear|appeared|doing|se ven|se veian|estan|estaban)){0,2}"
    r"(?: (?:all|very|so|muy|todos))? "
    r"(?:(?!staying|visiting|spending|missing|going|coming|leaving|living|attending|being|getting|having|"
    r"doing (?:well|good|ok|fine)|failing|struggling|asking|sleeping (?:at|over))[a-z]{2,}ing"
    r"(?! (?:at|in|with|to) (?!the (?:table|kitchen|living|couch|floor|yard)|(?:his|her|their) (?:room|bed|"
    r"toys|phone)|me(?!\w)))|good|ok|okay|fine|well|great|healthy|happy|clean|calm|safe|in good spirits"
    r"|bien|san[oa]s|content[oa]s|tranquil[oa]s|limpi[oa]s|feli(?:z|ces))(?!\w)"
)
_GONE_OUT = re.compile(
    r"(?<!\w)(?:to see|to catch|for|a ver a|por) CHILD(?: (?:today|(?:at|around|@|a las) [\d:]+(?: ?[ap]m)?)"
    r")*[.;,]? (?:(?:but|and|though|pero) )?"
    r"(?:he|she|ella|el) (?:was|is|wasn't back|had gone|estaba|andaba|se habia ido)"
    r"(?: (?:still|already|over|off|up|down|out|todavia))* (?:(?:at|to|en) (?!home|the (?:table|house|door|"
    r"sink|"
    r"desk|window|piano|computer|stove)|me|us|ease|first|risk|(?:la |el )?(?:casa|mesa|cuarto|sala|cocina|"
    r"puerta))"
    r"\w|(?:with|w|con) (?:an? |his |her |some |un |una |su )?(?:friend|cousin|buddy|dad|mom|aunt|uncle|"
    r"grand|tutor|coach|neighbor|amig|prim|ti[oa]|PARENT|KIN))"
)


# "Everybody but CHILD was home", "both boys home with CAREGIVER 4:30": nobody of them named.
_ALL_AT_HOME = Quick(
    r"(?:^|[.;,] ?)(?:(?:both|the|all|los|las|ambos|FAMILY)(?: (?:the|of|two|three|four|los|las|dos|tres"
    r"|[2-5]))*"
    r"(?: FAMILY)? (?:kids|kiddos|children|boys|girls|siblings|twins|sibs|babies|little ones"
    r"|littles|young ones|ninos|ninas|nenes|nenas|hermanos|bebes)"
    r"|everyone|everybody|all(?: (?:of (?:them|em)|(?:three|four|five|[3-5])(?: of (?:them|em))?))?"
    r"|(?:todos|todas)(?: ell[oa]s)?|l[oa]s (?:tres|cuatro))"
    r"(?:,? +(?:but|except|minus|menos|excepto)(?: a)? CHILD)?"
    r"(?:[.,]? ?(?:(?:at |around |@ ?|a las? )?\d[\d:]* ?(?:[ap]\.?m\.?)?|today|hoy|yesterday"
    r"|ayer)(?!\w)){0,3},?"
    r"(?: (?:was|were|is|are|estaban|all|still))* (?:(?:home|there|here|en casa)(?!\w)|(?:with|w|w/|at|con"
    r"|en casa de"
    r"(?: la| el)?) (?:CAREGIVER|KIN)(?!'s? (?!home|house|place|today|\d))(?!\w))"
)


def met_at_home(text: str) -> bool:
    """Whether a child was met there without its name: on its account, or with all of them."""
    return _SICK_AT_HOME.search(text) is not None or _ALL_AT_HOME.search(text) is not None


def gone_out(text: str) -> bool:
    """“Stopped by for CHILD but she was over at a friend's", "to see CHILD. He was still at wrestling"."""
    return _GONE_OUT.search(text) is not None
