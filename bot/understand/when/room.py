"""What may stand behind a bare number that is an hour: "saw her today at school 4 w mom"."""

from __future__ import annotations

import re

ROOM = re.compile(
    r"\s*(?:$|[,.;:!?\n()§¤¦&@=/-]|(?:at|w|with|in|for|con|en|by|and|on|via|re|to|until|pm|then|per|el|"
    r"from|about|it (?:was|lasted|took|ran|went)|"
    r"but|n|she|he|they|i|we|when|because|bc|cuz|just|de|yo|also|so|ish|or|sharp|s|as|after|is|was|left|stayed|"
    r"no|not|still|todavia|nothing|nada|nadie|"
    r"lvm|vml|vm|voicemail|vmail|que|sobre|para|y|na|busy|call|calls|called|tc|visit|knocked|waited|"
    r"nobody|noone|texted|spoke|talked"
    r"|said|says|saw|met|went|her|his|my|mom|dad|judge|magistrate|referee|(?:(?:it )?(?:got|was) )?"
    r"(?:adj(?:ourned|d)?|continued|cont'?d|postponed|cancell?ed|rescheduled|delayed|called off))\b)"
)
