"""The words of wrongdoing and blame, and those that say who accuses or what a court found."""

import re

HARM = (
    r"(?:terror\w*|militan\w+|insurgen\w+|rebels?|extremis\w+|separatis\w+|gunm[ae]n"
    r"|armed groups?|"
    r"attacks?|attackers?|raids?|bombings?|killings?|murders?|massacres?|deaths?|slaughter|"
    r"violence|bloodshed|unrest|riots?|war crimes?|crimes?|criminals?|gangs?|smugglers?|smuggling|"
    r"traffick\w+|cartels?|abductions?|kidnapp\w+|torture|rape|abuses?|atrocit\w+"
    r"|ethnic cleansing|"
    r"genocide|corruption|fraud|bribery|theft|extortion|sabotage|subversion|infiltrat\w+|"
    r"espionage|money laundering|hideouts?|death squads?|hit squads?|proxies|proxy)"
)
_WRECK = (
    r"(?:collapse|failure|crisis|disaster|shortages?|famine|chaos|breakdown|stalemate|deadlock|"
    r"debacle|crash|outbreak|flood(?:s|ing)?|blackouts?|losses|decline|mess|ruin|tragedy)"
)
_FAULT = rf"(?:{HARM}|{_WRECK})"
_GAP = r"(?:[\w'’-]+ ){0,5}?"
_NEAR = (
    r"(?:(?!(?:to|for|from|against|was|were|is|are|be|into|research|fight\w*|that|which)\b)"
    r"[\w'’-]+ ){0,4}?"
)
_TO = r"(?:its|their|his|her|the|a|an|any|such|these|those|own)"

BLAME = (
    rf"(?:bears?|bore|bearing|carr(?:y|ies|ied)|shares?|shared) (?:{_TO} )?(?:\w+"
    rf" )?(?:responsibility|blame|guilt) for",
    r"(?:the )?(?:responsibility|blame|fault|guilt) (?:for (?:[\w'’-]+ ){1,8})?(?:lies|lay"
    r"|rests?|rested|falls?|fell) "
    r"(?:\w+ly )?(?:with|on|upon|at)\b(?: the (?:feet|door) of)?",
    r"(?:is|are|was|were|be) (?:\w+ly )?(?:to blame|at fault|culpable)(?: for)?(?! (?:whether"
    r"|if))",
    rf"(?:is|are|was|were) (?:\w+ly )?responsible for {_GAP}{_FAULT}",
    r"(?:instead of|rather than) (?:accepting|admitting|taking|owning|acknowledging"
    r"|facing) (?:up to )?"
    r"(?:the |its |their |his |her |any |full )*(?:responsibility|blame|guilt|fault|wrongdoing"
    r"|role|part)(?: (?:for|in)\b)?",
    r"(?:blam(?:e|es|ed|ing)|pin(?:s|ned|ning)?|shift(?:s|ed|ing)?|pass(?:es|ed|ing)?|dump(?:s"
    r"|ed|ing)?) "
    r"(?:[\w'’-]+ ){1,5}?(?:on|onto|to) (?:others|everyone else|somebody else|someone else"
    r"|its neighbou?rs?|their neighbou?rs?)",
    r"(?:to|in order to|bid to|attempt to) (?:deflect|divert|distract) (?:public |world |global "
    r"|the )?"
    r"(?:attention|focus|blame|criticism|scrutiny|minds)\b(?: (?:away )?from)?",
    r"(?:to|trying to|tried to|attempt(?:s|ed|ing)? to) (?:cover up|conceal|hide|whitewash"
    r"|mask) (?:its|their|his|her) "
    r"(?:own )?(?:crimes?|failures?|role|involvement|guilt|losses|incompetence|wrongdoing"
    r"|corruption|support)",
)
SERVING = (
    r"(?:takes?|took|taking|taken|gets?|got|getting|receiv(?:es?|ed|ing)) (?:its |their |his "
    r"|her |direct |all )*"
    r"(?:orders|instructions|dictation|directions|dictates|marching orders"
    r"|cues?) from(?: [\w'’-]+){1,4}",
    r"(?:at|on) the (?:behest|bidding|beck and call) of",
    r"(?:do|does|did|doing) the bidding of",
    r"(?:dance|dances|danced|dancing) to the tunes? of",
    r"(?:in the pay of|in cahoots with|in league with|hand in glove with|colluding with"
    r"|in collusion with)",
    r"(?<!the )(?<!an )(?<!a )(?<!\w['’]s )(?:fund|financ|bankroll|sponsor|orchestrat|mastermind"
    rf"|abett?|instigat|harbou?r|shelter|shield|export)(?:e|es|s|ed|ing)? {_NEAR}{HARM}",
    rf"(?:is|are|was|were|stands?|stood) behind {_NEAR}{HARM}",
    r"(?:us(?:e|es|ed|ing)) {_NEAR}as human shields?".replace("{_NEAR}", _NEAR),
    r"with the (?:connivance|complicity|collusion|blessing|tacit support) of",
    r"(?:arm|train|equip|arms|trains|equips|armed|trained|arming|training) (?:the |these "
    r"|those )?(?:[\w'’-]+ ){0,2}?"
    r"(?:terrorists?|militants?|insurgents?|rebels?|extremists?|separatists?|gunmen"
    r"|death squads?)",
    rf"(?:provid(?:e|es|ed|ing)|giv(?:e|es|ing)|gave|offer(?:s|ed|ing)?) (?:safe havens?"
    rf"|sanctuar(?:y|ies)|shelter|refuge|cover|arms|weapons|funds) to {_GAP}{HARM}",
    rf"(?:being |is |are |was |were |been )?used (?:as|for|by|to) (?:an? "
    rf"|the )?(?:[\w-]+ )?(?:base|launch(?:ing)? ?pad|safe haven|sanctuary|"
    rf"hideout|staging (?:ground|post|area)|springboard|conduit|haven|platform) (?:for|against"
    rf"|by|to) {_GAP}(?:{HARM}|forces|troops|civilians|soldiers|neighbou?r\w*)",
    rf"(?:a|an|into a|become a|remains a) (?:[\w-]+ )?(?:safe haven|haven|breeding ground|hotbed"
    rf"|sanctuary|nursery|hub|launching pad) (?:for|of) {_GAP}{HARM}",
    r"(?:their|its|his|her|whose|[\w-]+['’]s?) (?:own )?(?:proven|covert|clandestine|tacit|open"
    r"|continued|continuing|active|known|shadowy|secret|direct|ongoing|blatant) "
    r"(?:support|backing|sponsorship|patronage|funding|links?|ties|involvement|complicity"
    r"|collusion|role)(?: (?:to|for|of|with|in) [\w'’-]+)?",
    rf"(?:their|its|his|her|whose|[\w-]+['’]s?) (?:involvement|complicity|collusion) (?:in"
    rf"|with) {_GAP}{HARM}",
    rf"(?:state )?sponsors? of (?:cross-border )?(?:terror\w*|{HARM})",
)
CRIME = (
    r"(?:embezzl(?:e|es|ed|ing)|siphon(?:s|ed|ing)? off|misappropriat(?:es?|ed|ing)|swindl(?:es?"
    r"|ed|ing)|defraud(?:s|ed|ing)?|fleec(?:es?|ed|ing)|"
    r"launder(?:s|ed|ing)?|extort(?:s|ed|ing)?|blackmail(?:s|ed|ing)?|brib(?:e|ed"
    r"|ing)) (?!(?:and|or|from|to|of|in)\b)[\w'’£$€₹-]+",
    r"(?:tak(?:es?|ing)|took|accept(?:s|ed|ing)|pa(?:ys?|id|ying)|pocket(?:s|ed|ing)?) "
    r"(?:\w+ )?(?:bribes?|kickbacks?)",
    r"(?:misus(?:es?|ed|ing)|divert(?:s|ed|ing)?|squander(?:s|ed|ing)?) (?:the |its |their |his "
    r"|her )?"
    r"(?:public|state|relief|aid|party|government|council|charity|flood) (?:funds?|money|cash)",
    r"abus(?:es?|ed|ing) (?:his|her|its|their) (?:power|powers|office|position|authority|trust)",
    r"(?:evad(?:es?|ed|ing)|dodg(?:es?|ed|ing)) (?:its |their |his |her |paying )?"
    r"(?:\w+ )?(?:tax|taxes|duty|duties|customs|sanctions)",
    r"(?:buy|buys|buying|bought) (?:the )?votes",
    r"(?:illegally|unlawfully|fraudulently|corruptly) \w+(?:ed|es|ing|ew|ept|old)",
    r"incit(?:es?|ed|ing) (?:the |an? )?(?:mob|crowd|violence|hatred|riots?|rioters|murder"
    r"|unrest)",
    rf"(?:commit(?:s|ted|ting)?|perpetrat(?:es?|ed|ing)) {_NEAR}{HARM}",
    r"(?:hid|hides|hiding|conceal(?:s|ed|ing)?|suppress(?:es|ed|ing)?) the (?:true|real|actual"
    r"|full) "
    r"(?:death toll|toll|number|extent|scale|cost|figures?|facts|truth)",
    r"(?:dump(?:s|ed|ing)?|pump(?:s|ed|ing)?) (?:toxic|raw|untreated|chemical) "
    r"(?:waste|sewage|effluent|chemicals)",
    r"(?:pocket(?:s|ed|ing)?|loot(?:s|ed|ing)?|stole|steals?|stealing|plunder(?:s|ed"
    r"|ing)?) (?:the |its |their |his |her |public |state |taxpayers['’] |flood |relief |aid "
    r"|\w+ of )*"
    r"(?:[\w'’-]+ )?(?:money|funds?|cash|wealth|millions|billions|treasury|exchequer|aid|savings"
    r"|grants?|kickbacks|commissions|bribes?)",
    r"(?:rig(?:s|ged|ging)?|stole|steals|stealing) (?:the |an? |its |this |that "
    r"|last )?(?:\w+ ){0,2}?(?:elections?|votes?|polls?|ballots?|tenders?|contests?|contracts?"
    r"|auctions?|results?|mandate)",
    r"(?:forg(?:es?|ed|ing)|falsif(?:y|ies|ied|ying)|doctor(?:s|ed|ing)?|fak(?:es?|ed"
    r"|ing)) (?:the |its |their |his |her )?(?:\w+ )?(?:documents?|records?|figures|signatures?"
    r"|accounts|degrees?|certificates?|evidence|results|data|invoices?)",
    r"(?:lied|lies|lying) (?:to|about) (?:the |its |their |his |her )?\w+",
    r"(?:deceiv(?:es?|ed|ing)|mislead(?:s|ing)?|misled|duped?|cheat(?:s|ed|ing)?) (?:the |its "
    r"|their |his |her |\w+ of )?(?:public|people|parliament|nation|voters|investors|customers"
    r"|court|country|world|taxpayers|patients|donors|community|assembly|council|residents)",
    r"(?:violat(?:es?|ed|ing)|breach(?:es|ed|ing)?|flout(?:s|ed|ing)?|tramples?|trampled"
    r"|trampling)(?: on)? (?:the |its |their |all |every |\w+ )?(?:\w+ )?(?:ceasefire|truce"
    r"|sovereignty|airspace|sanctions|treaty|treaties|human rights|international law"
    r"|constitution|accord|agreement|law)",
    r"(?:tortur(?:es?|ed|ing)|massacr(?:es?|ed|ing)|murder(?:s|ed|ing)?|rap(?:es|ed|ing)"
    r"|lynch(?:es|ed|ing)?|ethnically cleans(?:es?|ed|ing)|executed|abduct(?:s|ed|ing)?) (?:the "
    r"|its |their |his |her |\d+ |\w+ )?"
    r"(?:\w+ )?(?:people|civilians|villagers|prisoners|detainees|men|women|children|protesters"
    r"|journalists|opponents|inmates|families|activists|wife|husband|workers|students|girls?"
    r"|boys?|m[ae]n|woman)",
    r"(?:collud(?:es?|ed)|conspir(?:es?|ed)|connived?|plotted) (?:with|against|to) \w+",
    r"(?:interfer(?:es?|ed|ing)|meddl(?:es?|ed|ing)) in (?:the )?(?:[\w'’-]+ ){0,3}?(?:affairs"
    r"|elections?|politics|vote)",
    r"(?:covered|covering|hushed|hushing) up (?:the |its |their |his |her |an? )?\w+",
    r"(?:is|was|are|were) (?:an? |the )?(?:\w+ )?(?:fraudsters?|murderers?|thief|thieves"
    r"|war criminals?|killers?|rapists?|paedophiles?|spy|spies|liars?|traitors?|swindlers?)\b",
)


def whole(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for whole words, for the folded text."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(patterns)})(?![\w-])")
