"""The cue words: verbs, nouns and adjectives that say somebody said, thought or wanted something.

Each line of the data is ``class frames: words``. The frames are what may follow: c a clause,
q a quotation, p a person and then what the person is told, o an object, i an infinitive,
a a preposition; f the cue may end the sentence ("…, she said"); t it needs no frame at all;
w a bare clause is not enough (it needs "that", a quotation or the end of a sentence).
"""

from typing import NamedTuple

from rules.text.words import word_set


class Cue(NamedTuple):
    """A word form that may tell of speech: its lemma, class, frames and shape.

    ``shape``: B base, Z with -s, D past (and participle), N participle only, G with -ing.
    """

    lemma: str
    class_: str
    frames: str
    shape: str


_VERBS = """
speech cqft: say argue insist claim allege contend assert maintain opine
speech cqftw: respond reply
speech cqptf: tell
speech cqfto: announce declare acknowledge concede admit confess predict proclaim tweet
speech cqfto: retweet
speech cqptfia: warn
speech cqfa: complain joke quip boast brag lament testify
speech cqf: conclude recall remark explain reveal assume reiterate emphasise emphasize
speech cqf: stress confide
speech cqfw: add observe comment state repeat
speech cqfow: note suggest confirm disclose report mention
speech cqfw: continue rule
speech cqfow: propose recommend estimate caution indicate write post hint imply signal
speech cqfpow: advise inform remind assure notify reassure
speech cqfi: vow pledge promise swear threaten
speech a: speak talk
speech qf: shout yell whisper cry exclaim murmur mutter fume
speech o: describe label brand dub characterise characterize portray depict
speech oa: call
speech cqf+: point
speech oaf: discuss detail outline recount
document cqfw: show find read list reflect demonstrate
request piqfc: urge ask beg implore
request iqfcow: demand request order
request pi: instruct invite encourage press pressure command
request qfcw: question wonder inquire enquire
request a: appeal plead
stance oaq: accuse blame criticise criticize condemn denounce praise applaud hail slam blast
stance oaq: mock ridicule
stance oaq: deny dismiss dispute refute rebuke chide decry deplore castigate lambast
stance oaq: lambaste rebut
stance oi: oppose endorse reject support defend back favour favor welcome
stance oa: attack challenge thank credit target disagree object apologise apologize
stance cai: agree
belief cqfa: believe think feel fear doubt worry suspect
belief c: realise realize imagine expect understand know learn hear guess anticipate
belief oi: consider regard view
belief oa: see
belief cqfia: hope
intention iow: want
intention i: plan intend refuse decide aim prefer offer decline seek choose opt
"""

_NOUNS = """
speech: claim allegation statement assertion warning promise pledge vow accusation
speech: announcement declaration
speech: argument suggestion remark comment complaint admission denial prediction criticism
speech: acknowledgement
speech: contention testimony insistence assurance confirmation proposal revelation rumour
speech: rumor
request: call demand request appeal plea recommendation question
stance: support opposition condemnation praise objection endorsement attack
belief: belief view fear hope concern opinion worry suspicion doubt expectation feeling
belief: conviction notion idea
intention: plan desire intention refusal determination willingness decision effort
"""

_ADJECTIVES = """
belief: worried concerned confident optimistic pessimistic convinced sure certain afraid
belief: aware hopeful
belief: doubtful sceptical skeptical wary fearful disappointed surprised proud happy angry
belief: upset glad
stance: critical supportive opposed dismissive
intention: willing unwilling eager reluctant determined ready
"""

_IRREGULAR = {
    "say": "says said said saying",
    "tell": "tells told told telling",
    "swear": "swears swore sworn swearing",
    "speak": "speaks spoke spoken speaking",
    "write": "writes wrote written writing",
    "show": "shows showed shown showing",
    "find": "finds found found finding",
    "read": "reads read read reading",
    "think": "thinks thought thought thinking",
    "feel": "feels felt felt feeling",
    "understand": "understands understood understood understanding",
    "know": "knows knew known knowing",
    "hear": "hears heard heard hearing",
    "see": "sees saw seen seeing",
    "seek": "seeks sought sought seeking",
    "choose": "chooses chose chosen choosing",
}
_DOUBLED = word_set("beg plan opt admit refer rebut brag quip")
_VOWELS = frozenset("aeiou")
# Lemmas that are cues only with their second word ("+" in the frames).
PARTICLES = {"point": "out"}
# Finite stance verbs that report what was said.
REPORTING_STANCE = word_set(
    "accuse blame criticise criticize condemn denounce deny dismiss dispute refute rebuke "
    "reject praise hail applaud rebut decry deplore slam blast castigate lambast lambaste"
)
# Said of a thing that nobody in particular says.
FACELESS = word_set("reportedly allegedly supposedly purportedly")


def forms(verb: str) -> tuple[str, str, str, str]:
    """The forms of a verb: with -s, past, participle, with -ing."""
    if verb in _IRREGULAR:
        third, past, participle, ing = _IRREGULAR[verb].split()
        return third, past, participle, ing
    stem = verb + verb[-1] if verb in _DOUBLED else verb
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "x", "sh", "ch")) else "s")
    if verb.endswith("e"):
        ing = verb + "ing" if verb.endswith("ee") else verb[:-1] + "ing"
        return third, verb + "d", verb + "d", ing
    return third, stem + "ed", stem + "ed", stem + "ing"


def _verb_forms() -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    for line in _VERBS.strip().splitlines():
        head, words = line.split(": ")
        class_, frames = head.split()
        for verb in words.split():
            third, past, participle, ing = forms(verb)
            for form, shape in ((past, "D"), (participle, "N"), (ing, "G"), (third, "Z")):
                table.setdefault(form, Cue(verb, class_, frames, shape))
            table.setdefault(verb, Cue(verb, class_, frames, "B"))
    return table


def _listed(data: str, *, plural: bool) -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    for line in data.strip().splitlines():
        class_, words = line.split(": ")
        for word in words.split():
            table[word] = Cue(word, class_, "", "S")
            if plural:
                table[forms(word)[0]] = Cue(word, class_, "", "P")
    return table


VERB_FORMS = _verb_forms()
NOUN_FORMS = _listed(_NOUNS, plural=True)
ADJECTIVES = _listed(_ADJECTIVES, plural=False)
