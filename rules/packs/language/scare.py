"""Who puts it in quotation marks?

Why: Marks around a word or two, with no speaker near, say "so they claim" without saying who
claims it. The reader hears a sneer and cannot answer it.

Fix: Quote the words in full with their speaker, or drop the marks.

Source: Reuters Handbook of Journalism on quotation marks; Wikipedia, MOS:SCAREQUOTES
"""

from collections.abc import Iterator

from rules.model import Hit, Level, Span, Voice
from rules.search.later import later
from rules.text.model import Kind, Quotation, Sentence, Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE, Voice.QUOTATION})
EXAMPLES = (
    "The [[“reform”]] took nine minutes to pass.",
    "Three [[“volunteers”]] guarded the gate of the depot.",
    "A [[“spontaneous”]] rally blocked the quay.",
    "The rally was “spontaneous”, the commander said.",
    "The folder was marked “draft” and lay on the desk.",
    "He is known as “the Ferret” in the port.",
    "She sang “Harbour Lights” and left.",
    "The clerk spoke of a “clean sweep”. The “sweep” took nine minutes.",
    "Officials use the term “soft closure” for it.",
    "The plank is 6'2\" long and the other 5'11\".",
)
_MOST = 3  # words: more are a quotation, and somebody's
_LEAST = 6  # tokens of a sentence
_NEAR, _FAR = 30, 200  # characters
_WORD = later(r"[\w$£€][\w'.,-]*")

# Beside the marks: a name, a term, a work, writing on a thing.
_WORK = later(
    r"\b(?:nicknames?|names?|terms?|words?|phrases?|slogans?|signs?|banners?|placards?|hashtags?|songs?"
    r"|singles?|albums?|films?|movies?|books?|novels?|plays?|poems?|shows?|series|episodes?|sketch"
    r"|hits?|tracks?|chapters?|exhibitions?|columns?|memoirs?|ballads?|button|app|key|menu|password"
    r"|letters?|column|category|status|grade[ds]?|code|categor\w+|type[ds]?|scrawled|painted|stamped"
    r"|printed|wrote|written|stands? for|short for|so-called|self-\w+|aka)\b"
)
# Around them: somebody is heard, or a name is given.
_HEARD = later(
    r"\b(?:call(?:s|ed|ing)?|nam(?:ed|ing)|nicknam\w+|dubb?(?:s|ed|ing)?|known|termed|terminology|titled"
    r"|entitled|label(?:s|l?ed|ling)?|mark(?:s|ed|ing)?|reads?|reading|spell(?:s|ed|ing)?|spelt|wording"
    r"|means?|meaning|meant|defin(?:es?|ed|ition)|refer\w*|describ(?:es?|ed|ing)|search(?:ed|es)?"
    r"|click(?:ed|s)?|code-named|rated?|rating|score[ds]?|translat\w+|caption(?:ed)?|headlined?"
    r"|subtitled?|classif\w+|list(?:s|ed)?|designat\w+|vot(?:e|ed|es|ing)|ballots?|answer\w*"
    r"|question\w*|chant\w*|shout\w*|cri(?:es|ed)|yell\w*|sang|sings?|singing|quot\w+|remark\w*"
    r"|comment\w*|interview\w*|writes?|tweet\w*|post(?:s|ed)?|text(?:s|ed)?|said|says?|saying|told"
    r"|tells?|tell|spoke\w*|speak\w*|talk\w*|argu\w+|insist\w+|claim\w*|warn\w*|accus\w+|critici\w+"
    r"|prais\w+|declar\w+|announc\w+|assert\w*|characteri[sz]\w+|denounc\w+|condemn\w*|attack(?:ed|ing)"
    r"|portray\w*|promis\w+|pledg\w+|vow\w*|demand\w*|urg(?:e|es|ed|ing)|blam\w+|mock\w*|referenc\w+"
    r"|cit(?:e|es|ed|ing)|mention\w*|alleg\w+|suggest\w*|note[ds]?|according|think\w*|thought"
    r"|believ\w+|view(?:s|ed)|see[ns]?|regard\w*|consider\w*|deem\w*|brand\w*|reported|explain\w*"
    r"|complain\w*|admit\w*|acknowledg\w+|den(?:y|ies|ied)|boast\w*|brag\w*|tout\w*|hail\w*|slam\w*"
    r"|blast\w*|dismiss\w*|lament\w*|jok(?:e|es|ed|ing)|respond\w*|repl(?:y|ies|ied)|add(?:s|ed)"
    r"|conclud\w+|finds?|findings?|found|rul(?:ed|ing)|asks?|asked|invok\w+|evok\w+|liken\w*|compar\w+"
    r"|deliver\w*|speech(?:es)?|statement|memo|email|paper|stud(?:y|ies)|coin(?:s|ed|ing)?|popular\w+)\b"
)
_NUMBER = later(r"[\d.,%$£€'\" -]+")


def find(text: Text) -> Iterator[Hit]:
    """One to three words of body copy in quotation marks, with nobody near who said them."""
    for quotation, sentence in _alone(text):
        if not (_is_spoken(text, sentence, quotation) or _is_named(text, sentence, quotation)):
            word = text.folded[slice(*quotation.inner)].strip(" .,")
            level = Level.NOTE if " " in word else None  # two words may be a term
            yield Hit(*quotation.span, lemma=word, level=level)


def _alone(text: Text) -> Iterator[tuple[Quotation, Sentence]]:
    """Short quotations, each the only one in a sentence of body copy that is no mere heading."""
    outer = [q for q in text.quotations if q.depth == 0]
    for n, quotation in enumerate(outer):
        if quotation.open or not _is_short(text, quotation):
            continue
        sentence = text.sentence_at(quotation.span.start)
        if sentence is None or sentence.kind is not Kind.BODY or len(sentence.tokens) < _LEAST:
            continue
        beside = (*outer[max(0, n - 1) : n], *outer[n + 1 : n + 2])
        if not any(other.span.meets(sentence.span) for other in beside):
            yield quotation, sentence


def _is_short(text: Text, quotation: Quotation) -> bool:
    """A few words of ours, and no number, name or title."""
    if not 0 < quotation.inner.end - quotation.inner.start <= 60:
        return False
    inner = text.quote(quotation.inner)
    words = _WORD.findall(inner)
    if not 0 < len(words) <= _MOST or _NUMBER.fullmatch(inner) or inner[-1] in "!?…":
        return False
    return not any(word[0].isupper() for word in words)


def _is_spoken(text: Text, sentence: Sentence, quotation: Quotation) -> bool:
    """Tell whether somebody speaks in this sentence, in the one before, or in the paragraph."""
    if text.is_attributed(quotation.span.start):
        return True
    start, end = text.paragraphs[sentence.paragraph].span
    if sentence.n and text.sentences[sentence.n - 1].kind is Kind.BODY:
        start = min(start, text.sentences[sentence.n - 1].span.start)
    return text.is_vouched_in(Span(start, end)) or _is_said_before(text, quotation)


def _is_said_before(text: Text, quotation: Quotation) -> bool:
    """Tell words that an earlier quotation held: they were somebody's there."""
    inner = text.folded[slice(*quotation.inner)].strip(" .,")
    at = text.folded.find(inner)
    while 0 <= at < quotation.span.start:
        if text.is_quoted(at):
            return True
        at = text.folded.find(inner, at + 1)
    return False


def _is_named(text: Text, sentence: Sentence, quotation: Quotation) -> bool:
    """Tell a term, a name or writing on a thing, and whoever is heard speaking around it."""
    (start, end), (begin, stop) = sentence.span, quotation.span
    before, after = (
        text.folded[max(start, begin - _FAR) : begin],
        text.folded[stop : min(end, stop + _FAR)],
    )
    if _HEARD.search(before) or _HEARD.search(after) or _WORK.search(before[-_NEAR:]):
        return True
    last = text.sentences[sentence.n - 1] if sentence.n else None
    is_going_on = last is not None and last.paragraph == sentence.paragraph
    return (
        is_going_on
        and _HEARD.search(text.folded, *text.sentences[sentence.n - 1].span) is not None
    )
