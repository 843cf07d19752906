"""List the English words by which reviews open, go on and close."""

from reviewcli.split.lexicon import Lexicon, phrases

ENGLISH = Lexicon(
    common=phrases(
        "the|and|of|to|is|was|it|this|that|with|for|but|you|not|are|have|be|as|on|so|my|he|she|they|at|i"
        "|if|just|in|all"
    ),
    back=phrases(
        "plus|but|and|also|however|besides|moreover|furthermore|in addition|then|thus|therefore|still"
        "|yet|nevertheless|nonetheless|that said|having said that|on the other hand|meanwhile|instead"
        "|for example|for instance|again|otherwise|or|as for|secondly|third|thirdly|next|later"
        "|after that|because|even so|likewise|similarly|in fact|of course|sure|now|there are|there is"
        "|there were|there's|speaking of|apart from|aside from|with that said|that being said|to be fair"
        "|other|others|unfortunately|luckily|thankfully|additionally|on top of|what's more|maybe|some of"
        "|most of|eventually|those|edit|update|p.s|ps|note|pros|cons|the good|the bad|pro|con|positives"
        "|negatives|each|to|some|more|on the|in the|all|would"
    ),
    pronouns=phrases("he|she|his|her|their|them|that|that's|he's|she's|which|your"),
    rounding=phrases(
        "overall|all in all|in conclusion|in short|in summary|to sum up|lastly|bottom line|anyway"
        "|anyways|in any case|in the end|ultimately|conclusion|verdict|final thoughts|to conclude"
        "|so overall|all told|to summarize|on the whole|final verdict|final score|my rating|rating|score"
        "|i give|i'd give|i'd recommend|i would recommend|i recommend|highly recommended|recommended"
        "|i hope|buy it"
    ),
    writer=phrases(
        "i read|i just|i have|i've|i bought|i was|i saw|i watched|i picked|i got|i had|i loved|i love"
        "|i like|i liked|i really|i enjoyed|i finished|i played|i thought|i first|i found|i finally"
        "|i remember|i never|i don't|i must|i am|i'm|i only|i didn't|i hated|i expected|i rented"
        "|i purchased|i ordered|i started|just finished|just saw|just read|just watched|just got|when i"
        "|as a|as an|having|ok|okay|wow|let me|what a|what can|where to|have you|did not|didn't|not"
        "|bought|got|had|was|does|works|worked|probably|super|just|have"
    ),
    this=phrases("this|these"),
    the=phrases("the"),
    a=phrases("a|an|one of the|one of my"),
    praise=phrases(
        "great|good|excellent|amazing|awesome|best|brilliant|wonderful|beautiful|fantastic|fun"
        "|interesting|terrible|awful|horrible|disappointed|loved|love|superb|perfect|nice|very|really"
        "|pretty|simply|absolutely|fascinating|enjoyable|classic|easily|overrated|underrated|enjoyed"
        "|truly|outstanding|incredible|incredibly|cool|easy|simple|fast"
    ),
    verdict=phrases(
        "recommend|recommended|worth|overall|rating|stars|score|verdict|must|avoid|waste|enjoy"
        "|definitely|rate|give|buy|money|again|hope|thanks|sequel|forward|masterpiece|wait|try|sale"
        "|enjoyed"
    ),
    parts=phrases(
        "graphics|the graphics|music|the music|sound|the sound|soundtrack|the soundtrack|gameplay"
        "|the gameplay|story|the story|combat|controls|the controls|acting|the acting|plot|the plot"
        "|characters|the characters|the writing|price|the price|the ending|the cast|the director|design"
        "|value"
    ),
    setting=phrases(
        "in|on|at|by|with|from|during|since|while|before|until|between|through|throughout|under|over"
        "|across|within|without|among|against|behind|beyond|into|along|around|upon|towards"
    ),
    met=phrases(
        "bought|purchased|got|received|ordered|rented|saw|watched|read|played|heard|ago|years|year"
        "|looking|friend|ever|favorite|favourite|expected|expecting|gift|found|needed|wanted|first"
        "|recently|finished|thought|been|came|i've|tried|expectations|reviews|seen|time"
    ),
    inside=phrases(
        "character|characters|scene|scenes|level|levels|chapter|chapters|also|each|main|certain|though"
        "|there|there's|which|also|ending|effects|however|overall|point|aspect|either|aside|acting"
        "|actors|dialogue|supporting|mention|course|issues|final|next|him|later|example|end|both|another"
        "|addition|variety|system|mode"
    ),
)
