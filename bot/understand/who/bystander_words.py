"""What is said behind a name of who was there, and of who is only told of."""

from __future__ import annotations

from bot.understand.patterns.quick import Quick

THERE = Quick(
    r"(?<!\w)(?:there|present|home|here|also|too|around|seen|joined|playing|played|asleep|sleeping|"
    r"napping|homework|made it(?! (?:clear|hard|worse))|"
    r"got on|came on|hold(?:ing|in) (?:the |up the )?(?:phone|tablet|camera)|next to|beside"
    r"|on the (?:phone|line)|attended|appeared|en casa|presente|tambien|estuvo|showed|"
    r"read|told|talked|sat|ate|eating|watching|hugged|smiled|in "
    r"(?:the|his|her|their) (?:room|yard|kitchen|living room|house|bedroom|crib))(?!\w)"
)
TELLS_OF = Quick(
    r"(?:'s)?,? (?:who |also |just |still |already |recently |apparently )?(?:set up|handed|"
    r"passed|was|is|has|had|got|let|lost|"
    r"left|went|came|drop(?:ped|s)|gave|"
    r"hit|hits|took|sent|bought|wants?|needs?|did|does|will|would|can|could|never|said he|threw|"
    r"threatened|lives?|works?|moved|"
    r"grabs?|grabbed|screams?|screamed|beats?|slaps?|slapped|whips?|whipped|pinches|choked|kicks|kicked"
    r"|makes|made|"
    r"spanks?|spanked|calls? (?:him|her|them)|leaves|arrested|showed up|shows up|llego|aparecio|grita|pega|"
    r"started|missed|goes|refused|passed|drinks|yells?|sleeps|smokes|locks|pushed|esta|estaba|tiene|"
    r"fue|quiere|dejo|se|no)(?!\w)"
)
# What a child does in the room while a sibling is visited: "Leo came in at the end and said hi".
CHILD_THERE = Quick(
    r"(?<!\w)(?:came (?:in|out|down|up|through|inside|back in|and)|popped|peeked|walked (?:in|by|through"
    r"|past)|waved|"
    r"said (?:hi|hello|bye)|showed|climbed|crawled|ran (?:in|up|around|over)|entro|bajo|salio a|se asomo|"
    r"saludo|me enseno|quiet|shy|fussy|cranky|grumpy|chatty|giggl\w+|all smiles|clingy|(?:warmed|opened) up|"
    r"callad[oa]|timid[oa])(?!\w)(?! (?:home|after (?:i|we) left|at school|in class|lately|since|last|"
    r"all week|per))"
    # At something in the room, or at the worker: "had her nose in a book", "would not look at me".
    r"|(?<!\w)(?:ha[sd] (?:his|her|their) (?:nose|head|face|feet|mouth) (?:in|on|under|up|full)|buried in|"
    r"glued to|curled up|sprawled|stretched out|flat on|hiding|hid(?: (?:in|behind|under))|"
    r"(?:on|under|behind) the (?:floor|couch|sofa|rug|carpet|sink|table|bed|blankets?|covers|swing|porch)|"
    r"(?:would not|wouldn't|won't|barely|hardly) (?:look|talk|speak|say|answer|come out|come down|sit|budge|"
    r"make eye)|(?:colou?ring|drawing|building|baking|dancing|wearing|(?:in|with) (?:her|his) (?:pajamas|pjs|"
    r"jammies|headphones))|danced|sang|(?<!called )(?<!texted )(?<!emailed )(?<!phoned )(?<!rang )"
    r"(?:me|us)(?! (?:later|tomorrow|yesterday|last|by phone)))(?!\w)"
)
