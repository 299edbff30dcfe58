"""Words for an event held by wire: by phone, by video, a call that the worker heard."""

from __future__ import annotations

import re

BY_PHONE = re.compile(
    r"(?<!\w)(?:(?:by|over|on|via) (?:the |my )?(?:phone|telephone|cell|landline|line)"
    r"|(?:by|over|via) (?:her|his) (?:phone|telephone|cell|landline|line)"
    # "He was on his phone the whole time" is no call; "reached her on her cell" is one.
    r"|(?:call\w*|reached|spoke|talk\w*|caught|got|tried|text\w*|rang|phoned|contacted|answer\w*|told|said"
    r"|says|asked)(?!\w)[^.;\n]{0,50} on (?:her|his) (?:phone|telephone|cell|landline|line)"
    # "He looked at CAREGIVER before he answered", "she picked up her toys": no call either.
    r"|(?<!before )(?<!until )(?<!while )(?<!how )(?<!as )(?:she|he|they|PARENT|CAREGIVER|KIN) (?:finally )?"
    r"(?:answered(?! (?:all|my|our|her|his|some|most|each|every|questions?|softly|quietly|quickly|for))"
    r"|picked up(?! (?:her|his|their|all|CHILD|toys|after|on|some|trash|litter|a)(?!\w)))(?! the door)"
    r"|por (?:el )?(?:telefono|celular)"
    # "Talked to CAREGIVER 1030, 15 min, phone": the means alone, behind the hour or the length.
    r"|(?:\d|\d ?[ap]m?|min|mins|minutes|minutos|hr|hrs|hours?|horas?)[ ,;(-]+(?:phone|telephone|telefono)"
    r"(?= *(?:$|[.,;)]|\d))"
    # "How: phone, 15 min": a form's row.
    r"|(?:how|mode|medium|method|means|via|type|contact|medio|como|metodo|modo|forma|tipo) ?[:=] ?"
    r"(?:by |por )?(?:phone|telephone|telefono|cell))(?!\w)"
)
# "Knocked at 2, Ms Lee answered": the door.
DOOR_ANSWERED = re.compile(r"(?<!\w)knocked(?: +[\w':]+,?){0,8}? +answered(?!\w)")
BY_VIDEO = re.compile(
    r"(?<!\w)(?:(?:by|over|on|via|por) (?:zoom|video|teams|facetime|webex|skype)"
    r"|(?:how|mode|medium|method|means|via|type|medio|como|metodo|modo|forma|tipo) ?[:=] ?(?:zoom|video|teams"
    r"|facetime|webex|skype|videollamada))(?!\w)"
)
VIDEO_ALONE = re.compile(
    r"(?<!\w)(?:zoom|webex|google meet|skype|virtual(?:ly)?|video ?(?:call|conference)?|videollamada|remotely"
    r"|remote(?= (?:appearance|hearing|court|conference))"
    r"|teams(?= *(?:$|[.,;)]|\d|~|today|at|from|for|call|link|with)))(?!\w)"
)
# "Supervised phone call", "mom's phone visit": a call between others that the worker heard.
CALL_HEARD = re.compile(
    r"(?<!\w)(?:(?:supervised|monitored|facilitated|observed|"
    r"listened in on) (?:[\w']+ ){0,3}?(?:phone |telephone )?calls?"
    r"|(?:kids|children|CHILD|FAMILY|boys|girls|siblings)(?:'s|s'|')? (?:weekly |nightly |"
    r"phone )*call (?:with"
    r"|w) (?:(?:the|their|her|his) )?PARENT"
    r"|phone (?:visit|visitation)|(?:on speaker|on the line) with|(?:stayed|was) on the line"
    r"|llamadas? (?:\w+ )?supervisada|(?:supervise|supervisar) (?:la|una|su) llamada)(?!\w)"
)
# "1615, Tyler, video, 20 min": a row that gives whom and how.
LISTED_WIRE = re.compile(
    r"CHILD(?:(?:,|,? and) CHILD)*(?:,| -|:) ?(?:by |via |on )?(?:(?:video|phone|zoom|facetime|teams)"
    r"(?: call)?|phone call|call|text message)(?= *(?:[,.;:]|$|\d|yesterday|today|this))"
)
