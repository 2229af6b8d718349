"""Small closed classes of words that the attribution finder leans on."""


def word_set(words: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(words.split())


BE = word_set("is are was were be been being am 's 're isn't aren't wasn't weren't ain't")
HAVE = word_set("has have had having 've hasn't haven't hadn't")
DO = word_set("do does did don't doesn't didn't")
WILL = word_set("will 'll won't")
MODALS = word_set(
    "would could should might may can must shall wouldn't couldn't shouldn't can't cannot "
    "mustn't 'd"
)
AUXILIARIES = BE | HAVE | DO | WILL | MODALS
NEGATIONS = word_set("not never no nobody none nor neither hardly without") | {
    word for word in AUXILIARIES if word.endswith("n't")
}
PRONOUNS = word_set("he she they it we i you")
CLITICS = {
    pronoun + clitic: (pronoun, clitic)
    for pronoun in (*PRONOUNS, "who", "that", "there")
    for clitic in ("'s", "'re", "'ve", "'d", "'ll", "'m")
}
INDEFINITES = word_set(
    "many some others most few several all both everyone everybody someone somebody nobody "
    "one neither none those anyone another"
)
PERSON_OBJECTS = word_set("him her them us me you it himself herself themselves everyone people")
RELATIVES = word_set("who which that whose whom")
DETERMINERS = word_set(
    "the a an this that these those his her its their our my your some any each every no "
    "another both all several many most few more two three four five six seven eight nine "
    "ten dozens hundreds thousands such what whose either neither"
)
POSSESSIVES = word_set("his her its their our my your whose")
PREPOSITIONS = word_set(
    "of in on at to for from by with about against between among during after before since "
    "under over into onto through throughout toward towards upon within without across "
    "along amid around behind beyond despite except inside like near outside per regarding "
    "than until via versus as"
)
SUBORDINATORS = word_set(
    "that because although though while when whenever where whereas if unless whether how "
    "why what but than"
)
LATE = word_set("after before since as until")  # prepositions, and conjunctions after a verb
CONJUNCTIONS = word_set("and or but nor")
ADVERBS = word_set(
    "also not never still now once twice just even already long later then first often "
    "always again too soon only ever thus once further almost himself herself themselves "
    "itself instead all both either earlier sometimes since today yesterday "
    "perhaps"
)
DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december jan feb aug sept oct nov dec "
    "today yesterday tomorrow tonight week month year morning afternoon evening night "
    "weekend earlier later day mon tue wed thu fri sat sun last"
)
TELLING_PLACES = word_set(
    "statement interview email e-mail letter tweet post speech report memo message briefing "
    "note conference call news press release video filing phone telephone "
    "television radio blog column essay article testimony remarks comments ad advertisement "
    "book debate op-ed"
)
# Past tenses and others that are verbs and hardly anything else; enough to see where a clause is.
VERBS = word_set(
    "went came took made got gave left met won lost ran held kept became began brought "
    "bought built caught chose did drew drove fell felt flew forgot grew heard knew led lay "
    "meant paid rose sat saw sent shook shot slept spent spoke stood stole struck taught "
    "thought threw understood woke wore wrote found told said says had has was were is are "
    "does goes comes takes makes gets gives knows seems looks remains becomes includes "
    "means needs shows turned worked used followed asked seemed looked remained appeared "
    "moved called started ended died killed happened received continued passed faced served "
    "returned reached opened closed joined failed helped added changed played raised walked "
    "tried helped stayed refused agreed decided signed visited arrived launched announced "
    "declared expected"
)
COLLECTIVES = word_set(
    "delegation group police government ministry council committee board company union "
    "party panel team army military agency department court taliban authority authorities "
    "commission parliament administration office campaign organisation organization force "
    "forces body officials residents witnesses prosecutors lawyers people family families "
    "workers"
)
PEOPLE = word_set(
    "man men woman women child children boy girl mother father brother sister son daughter wife "
    "husband friend friends neighbour neighbours neighbor neighbors victim victims parents "
    "parent aide aides official chief chiefs head president premier mp mps mep chair dean "
    "tenant tenants student students nurse nurses critic critics source sources expert experts "
    "economist lawyer attorney attorneys judge judges captain coach bishop pope king queen "
    "prince general colonel mayor clerk coroner guard guards pilot pilots ally allies resident "
    "witness analyst opponent opponents advocate advocates activist survivor survivors delegate "
    "envoy envoys ambassador diplomat diplomats deputy deputies secretary physician premier staff "
    "crew museum charity hospital school club bank embassy airline firm firms companies charities "
    "delegates spokesperson chairperson everyone everybody somebody someone others many some"
)
SUPPOSING = word_set("if unless whether")
COURTS = word_set(
    "court courtroom courts jury jurors inquest tribunal inquiry hearing trial committee mps "
    "magistrates commission panel"
)
GRAFTS = (
    ("instead", "of"),
    ("rather", "than"),
    ("in", "spite"),
    ("while", "being"),
    ("despite",),
    ("whereas",),
)
DOCUMENTS = word_set(
    "report reports study studies survey surveys poll polls data figures records record "
    "papers document documents statement filing filings lawsuit indictment memo letter "
    "letters email emails e-mails research researchers investigators scientists analysis "
    "analysts statistics census audit auditors inquiry investigation review panel court "
    "judge jury judges police inspectors minutes transcript transcripts accounts "
    "database list register log experts agency commission committee bureau office institute "
    "university numbers results findings evidence forecast forecasts estimates estimate "
    "footage video images complaint affidavit testimony warrant article newspaper paper "
    "book"
)
# Of those, the ones that speak for nobody but themselves.
PAPERS = word_set(
    "report reports study studies survey surveys poll polls polling data figures records record "
    "papers document documents census audit minutes transcript transcripts accounts database "
    "numbers results findings forecast forecasts estimates estimate filing filings emails email"
)
_NOT_ADVERBS = word_set("family reply supply ally july rally assembly italy bully anomaly")


def is_adverb(word: str) -> bool:
    """True for words that stand inside a verb group."""
    return word in ADVERBS or (word[-2:] == "ly" and len(word) > 4 and word not in _NOT_ADVERBS)
