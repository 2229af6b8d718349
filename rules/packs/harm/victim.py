"""Can the complainant be recognised?

Why: Who complains of a sexual offence is anonymous for life in many countries; a name, a relation,
a workplace or a street gives it away, and printing it is an offence.

Fix: Cut the detail; name nobody unless the right to anonymity was waived in writing, and say so.

Source: IPSO Editors' Code 11; Sexual Offences (Amendment) Act 1992 (UK); AP on naming victims
"""

import re
from collections.abc import Iterator
from functools import cache

from rules.model import Hit, Level, Span, Voice
from rules.people import NAME, STREET, named
from rules.search.later import later
from rules.search.scan import WordList
from rules.text.model import Kind, Sentence, Text

LEVEL = Level.HOLD
VOICES = frozenset(Voice)
EXAMPLES = (
    "He was jailed for raping [[Ada Frome]] in her sleep.",
    "[[Ada Frome]], who was sexually assaulted in May, told the jury of her fear.",
    "The lodger raped [[his niece]] in the attic, the court heard.",
    "The woman was raped [[in a room over the Halden Arms, where she works]].",
    "A nurse [[who works at Oster General]] said that he groped her.",
    "Orrin Slade, 41, raped a woman in a park, the jury was told.",
    "Ada Frome, who has waived her right to anonymity, was raped at 19.",
    "Police want to hear from anyone who saw a woman being sexually assaulted in Quarry Lane.",
    "Ada Frome runs a centre for people who were raped.",
    "Oilseed rape is in flower, and Ada Frome photographs it.",
)
_WORDS = WordList(
    "rape raped rapes raping rapist sexual sexually indecent indecently molest molested"
    " molesting molestation groped grope groping groomed grooming incest sodomised assaulted"
    " abused assaulting abusing upskirting voyeurism"
    " complainant accuser survivor"
)
_KINDS = frozenset({Kind.BODY, Kind.HEADLINE, Kind.CROSSHEAD, Kind.CAPTION})
_RELATIONS = (
    r"(?:step-?)?(?:daughters?|sons?|children|child|sisters?|brothers?)|nieces?|nephews?|cousins?"
    r"|grand(?:daughters?|sons?|children|child)|god(?:daughter|son)|foster (?:daughter|son|child)"
)
_PARTNERS = (
    r"(?:ex-)?(?:wife|wives|girlfriend|partner|fiancée)|mother|housemate|flatmate|neighbou?r"
    r"|secretary|pupils?|tenant|lodger|babysitter|nanny|maid|housekeeper|au pair|step-?mother"
    r"|(?:mother|sister|daughter)-in-law|aunt|colleague|co-worker|employee|parishioner|patients?"
)
_SEX = (
    r"(?:rap(?:ed|es|ing)|(?:sexual|indecent)ly (?:assault|abus|attack|harass|touch)(?:ed|es|s"
    r"|ing)"
    r"|molest(?:ed|s|ing)|grop(?:ed|es|ing)|sodomis(?:ed|es|ing)|groom(?:ed|ing))"
)
_HURT = r"(?:assault(?:ed|ing|s)|abus(?:ed|es|ing))"
_NOUN = (
    r"(?:rape|sexual (?:assault|abuse|harassment)|indecent assault|molestation|grooming|groping)"
)
_WHO = (
    r"(?:woman|women|girl|victim|complainant|teenager|student|nurse|cleaner|survivor|mother"
    r"|worker|waitress"
    r"|barmaid|receptionist|secretary|actress|dancer|model|farmer|vendor|trader|domestic worker"
    r"|\d\d-year-old|accuser|teacher|passenger|tourist|boy|man|child|pupil|intern|apprentice"
    r"|trainee|soldier|schoolgirl)"
)

_JOB_OF = r"(?:wife|widow|daughter|son|mother|sister|brother|niece|nephew|partner|girlfriend)"
_SPOT = (
    rf"(?:{STREET}|(?:the )?{NAME} (?:village|estate|colony|compound|township|barracks|slum|ward"
    rf"|camp"
    r"|suburb|hostel|kebele|basti|chawl|layout)"
    r"|(?:the )?(?:[A-Z][\w’'-]+ ){1,3}(?:Colony|Nagar|Vihar|Chowk|Estate|Layout|Village|Hostel"
    r"|Hotel))"
)
_FAR = 500  # characters
_LEAD_BACK = 400  # characters: as far as "the complainant" reaches back


@cache
def _patterns() -> tuple[dict[str, re.Pattern[str]], re.Pattern[str]]:
    name = rf"(?P<name>(?:(?:Mr|Ms|Mrs|Miss|Dr) )?{NAME})"
    names = (
        rf"\b{_SEX} (?:and \w+ )?{name}",
        rf"\b{_NOUN}s? (?:of|on|against) {name}",
        rf"{name}(?:, (?:who|\d\d,?)|, [^,.;]{{2,40}},)? (?:was|had been|has been|is"
        rf"|were) (?:\w+ly )?"
        rf"(?:{_SEX})(?! (?:him|her|them|the|a|an|his|their)\b)",
        rf"{name}(?:, [^.;]{{2,60}},)? (?:said|says|told [\w ]{{2,30}}|testified|alleges?"
        rf"|alleged|claims?"
        rf"|claimed|recalled)(?: that)? (?:\w+ ){{0,4}}?(?:{_SEX}) (?:her|him)\b",
        rf"{name}(?:, [^.;]{{2,60}},)? (?:said|says|told [\w ]{{2,30}}|testified|alleges?"
        rf"|claims?|recalled)"
        rf"(?: that)? (?:she|he) (?:was|had been) (?:{_SEX})",
        rf"\b(?:rape|assault|abuse) (?:victim|survivor|complainant|accuser),? {name}",
    )
    details = (
        rf"\b{_WHO}, (?:who is )?(?P<post>(?:an?|the only|the first"
        rf"|the youngest) [^,.;]{{2,50}}? (?:at"
        rf"|in|for|with|of|on) (?:the )?(?:{NAME}|course|team|squad|ship|council|board|class"
        rf"|island))",
        rf"\b{_WHO}, (?P<tie>(?:the |a )?{_JOB_OF} of (?:the|a|an) [^,.;]{{3,50}})",
        rf"\b{_WHO}, (?P<locality>(?:from|of) {_SPOT})",
        rf"\b{_WHO}, (?P<today>now an? [\w -]{{3,30}} (?:in|at|for|of|with) (?:the )?{NAME})",
        rf"\b{_WHO},? (?P<next>who (?:lives|lived|shares|shared) (?:next door|opposite|upstairs"
        rf"|downstairs|in the (?:flat|house) (?:above|below)|a (?:flat|house|room|office) with))",
        rf"\b{_WHO} who (?:accuses|accused|reported) [^.;]{{3,80}}?(?<!,) (?P<role>is (?:the"
        rf"|an?) (?!woman"
        rf"|man|victim)[^,.;]{{3,60}})",
        rf"\b{_WHO},? (?:who (?:was|is) )?(?:named"
        rf"|identified) (?:[a-z]+ ){{0,5}}as (?P<called>{NAME})",
        rf"\b{_WHO}['’]s (?P<runs>(?:mother|father|husband|sister|brother|parents"
        rf"|partner),? (?:who )?(?:runs|run|owns|own"
        rf"|works|work|teaches|teach|manages|coaches|is the|was the) [^,.;]{{3,50}})",
        rf"(?P<spouse>\b[Hh]er (?:husband|partner|mother|father|fiancé|boyfriend|brother|sister"
        rf"|parents),?"
        rf" {NAME}),[^.;]{{3,80}}?(?:\bshe (?:was|had been|has been) (?:{_SEX})|(?:{_SEX}) her\b)",
        rf"(?P<former>(?:\b[Hh]is |(?<=['’]s ))(?:former |ex-|then )*(?:wife|girlfriend|partner"
        rf"|fiancée|lodger"
        rf"|neighbour|flatmate|secretary)) [^.;]{{0,60}}?(?:he|[Hh]ad"
        rf"|that) [^.;]{{0,20}}?{_SEX} (?:her|him)\b",
        rf"\b{_SEX} (?P<staff>(?:an?|the|his|her) (?:[\w-]+ )?(?:colleague|co-worker|secretary"
        rf"|assistant"
        rf"|cleaner|nurse|waitress|barmaid|receptionist|lodger|tenant|neighbour|teacher|clerk"
        rf"|cook)"
        rf" (?:at|of|from|in|on) (?:the )?{NAME})",
        rf"\b{_SEX} (?P<relation>(?:(?:both|two|three|four|one|all|some) (?:of )?)?(?:his|her"
        rf"|their)(?: own)?(?: [\w-]+){{0,2}}? (?:{_RELATIONS}"
        rf"|{_PARTNERS})\b(?:-in-law)?)",
        rf"\b{_HURT} (?P<family>(?:his|her|their)(?: own)? (?:[\w-]+ )??"
        rf"(?:step-?(?:daughter|son)s?|nieces?|nephews?|foster (?:daughter|son|child)"
        rf"|goddaughter))\b(?!['’])",
        r"\babus(?:ed|es|ing) (?P<own>(?:his|her|their)(?: own)? (?:[\w-]+ )??(?:daughters?|sons?"
        r"|children|grand(?:daughters?|sons?|children)))\b(?!['’])",
        rf"\b{_NOUN} of (?P<related>(?:his|her|their)(?: own)?(?: [\w-]+)?? (?:{_RELATIONS}"
        rf"|{_PARTNERS})\b)",
        r"(?P<work>\b(?:in|at|above|over|behind|near|outside)\b [^.;]{0,60}?,? where she"
        r" (?:works|worked|lives|lived|studies|studied|teaches|taught|rents|rented)\b)",
        rf"\b{_WHO},? (?:who is |aged )?(?:\d\d,? )?(?P<job>who (?:works|worked|studies|studied"
        rf"|teaches|taught|lives"
        rf"|lived) (?:at|for|in|on|above|near) (?:the )?{NAME}(?:['’]s)?)",
        rf"\b{_WHO},? (?:who is |aged )?(?:\d\d,? )?(?P<kin>whose (?:step-?)?(?:father|mother"
        rf"|parents|husband|brother|sister|uncle|aunt|son|daughter) (?:is|was|are|were|works|work"
        rf"|runs|run|owns|own|teaches|teach|coaches|manages) (?:the|a|an|at|for|in) [\w'’]+)",
        rf"(?P<home>\bher (?:home|flat|house|apartment|room|workplace|office|dormitory|hut)"
        rf" (?:(?:in|on|at) {_SPOT}|(?:above|over|next to|opposite"
        rf"|behind) (?:the )?{NAME}(?:['’]s)?(?: \w+)?))",
    )
    later = (
        rf"(?:[Tt]he {_WHO}|She)(?:, who is \d\d,|, \d\d,|,)? (?P<later>(?:works|worked|teaches"
        rf"|studies) (?:at|in|for|above)"
        rf" (?:the )?{NAME}(?:['’]s)?|lives? (?:in|on|above|at) (?:{STREET}|(?:the )?{NAME}['’]s)"
        r"|whose (?:step-?)?(?:father|mother|parents|husband|brother|sister|uncle|aunt)"
        r" (?:is|was|are|works|runs|owns|teaches|coaches|manages) (?:the|a|an|at|for) [\w'’]+)"
    )
    table = {f"name{n}": re.compile(one) for n, one in enumerate(names)}
    table |= {f"detail{n}": re.compile(one) for n, one in enumerate(details)}
    return table, re.compile(later)


_OFFENCE = later(
    r"\b(?:rap(?:e|ed|es|ing|ist)|sexual(?:ly)? (?:assault|abus|attack|offen|harass|touch"
    r"|exploit)\w*"
    r"|indecent(?:ly)? assault\w*|molest\w*|grop(?:e|ed|ing)|groom(?:ed|ing)|incest|sodomis\w+"
    r"|sex attack"
    r"|assault(?:ed|ing)|abus(?:ed|ing))\b"
)
_OPEN = later(
    r"\b(?:waive[sd]?|waiving) (?:(?:her|his|their) (?:right to )?)?anonymity|waived (?:her|his"
    r"|their) (?:legal )?right"
    r"|(?:spoken|spoke|speaking) (?:out )?publicly|agreed to be (?:named|identified)"
    r"|chose to be named"
    r"|consented to (?:be|being) (?:named|identified)|went public|public(?:ly)? accus\w+"
)
_OTHER = later(
    r"\b(?:oilseed|rapeseed|dog grooming|drug|alcohol|verbally|racially|online|substance"
    r"|murder(?:ed|ing)?|killed|killing|died|dead|groomed (?:to|as|for)|horses?|dogs?|slope"
    r"|trail)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """What tells who complains of a sexual offence."""
    is_open: bool | None = None
    seen: set[int] = set()
    for _, start, _ in text.seen.of(_WORDS):
        sentence = text.sentence_at(start)
        if sentence is None or sentence.n in seen or sentence.kind not in _KINDS:
            continue
        seen.add(sentence.n)
        around = _around(sentence, start)
        since = max(0, around.start - _LEAD_BACK) if _speaks_on(text, start) else around.start
        if _OFFENCE.search(text.folded, since, around.end) is None:
            continue
        if is_open is None:
            is_open = _OPEN.search(text.folded) is not None
        if is_open or _OTHER.search(text.folded, *around):
            continue
        yield from _told(text, around)
        if _is_sexual(text, around):
            yield from _told_later(text, sentence)


def _speaks_on(text: Text, at: int) -> bool:
    """Tell "the complainant", whose case stands in an earlier sentence."""
    return text.folded.startswith(("complainant", "accuser", "survivor"), at)


def _around(sentence: Sentence, at: int) -> Span:
    """The sentence, or as much of an endless one as a reader would take in."""
    return Span(max(sentence.span.start, at - _FAR), min(sentence.span.end, at + _FAR))


def _told(text: Text, around: Span) -> Iterator[Hit]:
    """Names, relations and places of the complainant."""
    for pattern in _patterns()[0].values():
        for match in pattern.finditer(text.source, *around):
            kind = match.lastgroup or ""
            span: Span | None = Span(*match.span(kind))
            if kind == "name":
                one = named(text).at(*match.span("name"))
                span = one.span if one else None
            if span is not None:
                yield Hit(*span, note=_note(kind), lemma=kind)


def _told_later(text: Text, sentence: Sentence) -> Iterator[Hit]:
    """Where she works, in one of the next two sentences: "The woman works at …"."""
    for other in text.sentences[sentence.n + 1 : sentence.n + 3]:
        works = _patterns()[1].match(text.source, *other.span)
        if works and other.paragraph - sentence.paragraph < 2:
            yield Hit(*works.span("later"), note=_note("work"), lemma="work")


def _is_sexual(text: Text, around: Span) -> bool:
    """Tell a sexual offence from any other assault."""
    match = _OFFENCE.search(text.folded, *around)
    return match is not None and not match.group().startswith(("assault", "abus"))


def _note(kind: str) -> str:
    if kind in ("name", "called", "spouse"):
        return "Does this name the complainant?"
    if kind in ("relation", "family", "related", "kin", "own", "tie", "former"):
        return "A relation names the complainant as soon as the accused is named."
    return "It tells where to find the complainant."
