"""Said by whom?

Why: "It is believed" hides the believer. The reader cannot tell a ministry from a rumour, and
neither can the lawyer who will ask.

Fix: Name who says it, or own it ("we have seen the letter").

Source: Wikipedia, MOS:WEASEL; NPR Ethics Handbook on "reportedly"
"""

import re
from collections.abc import Iterator

from rules.model import Hit, Level, Span, Voice
from rules.text.model import Sentence, Text
from rules.text.words import word_set

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE})
EXAMPLES = (
    "[[It is believed that]] the painting left by sea.",
    "He [[is widely seen as]] the heir.",
    "The second round [[is said to]] be about money.",
    "[[It has been noted that]] the bridge was never inspected.",
    "The captain [[reportedly]] left the ship first.",
    "The firm [[has been accused of]] hiding the report.",
    "The clerk said the letter [[is rumoured to]] have been burnt.",
    "It is believed by customs officers that the painting left by sea.",
    "The claim could not be independently verified.",
    "Police said the driver is believed to be in his thirties.",
    "The firm has been accused of hiding the report by its own auditor.",
    "He allegedly broke two windows, the court heard.",
    "“It is said that the sea remembers,” Ines Roth wrote.",
    "The train was supposed to leave at nine.",
    "She is known to her friends as Bo.",
)
_BELIEF = (
    r"(?:believed|understood|thought|feared|hoped|felt|assumed|presumed|considered|perceived)"
)
_SPEECH = (
    r"(?:said|reported|claimed|alleged|rumou?red|noted|observed|suggested|speculated|argued"
    r"|learnt|"
    r"learned|asserted|whispered|being said|being claimed|being alleged|told)"
)
_ADVERB = r"(?:(?:also|now|widely|generally|commonly|often|largely|increasingly|still|further) )?"
_BE = r"(?:is|was|are|were|has been|have been|had been|is being|was being)"
_HITS = re.compile(
    rf"(?P<speech>\bit {_BE} {_ADVERB}{_SPEECH} that\b|\b{_BE} {_ADVERB}{_SPEECH} to\b(?! (?:him"
    rf"|her|them|me|us|the)\b))"
    rf"|(?P<belief>\bit {_BE} {_ADVERB}{_BELIEF} that\b|\b{_BE} {_ADVERB}(?:believed|understood"
    rf"|thought|feared|presumed) to (?=be|have)|"
    rf"\b{_BE} (?:widely|generally|commonly|often|increasingly) (?:seen|regarded|viewed"
    rf"|considered|believed|thought|perceived|credited)(?: as| to)?\b)"
    r"|(?P<emerged>\bit (?:has|had) (?:since |also )?(?:emerged|transpired|come to light"
    r"|been revealed|been learnt|been learned) that\b)"
    rf"|(?P<accused>\b(?:has|have|had) (?:long |repeatedly |often |also )?been (?:accused of"
    rf"|blamed for|criticised for|criticized for)\b)"
    r"|(?P<hearsay>\b(?:reportedly|purportedly|allegedly|apparently said)\b)"
)
_NEEDED = word_set("it is was are were been being reportedly purportedly allegedly apparently")
_BY = re.compile(
    r"\bby (?!(?:sea|land|air|car|train|bus|then|now|mistake|accident|\d|\w+ing\b))\w"
)
_COURT = re.compile(
    r"\b(?:court|charg(?:e|es|ed)|prosecut\w+|police|judge|trial|indict\w+|hearing|magistrates?|"
    r"warrant|lawsuit|sued|suit|complaint|arrest\w*|pleaded|fir|affidavit|investigators?)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """Reports without a reporter: "it is said", "is believed to", "reportedly"."""
    for sentence in text.holding(_NEEDED):
        for match in _HITS.finditer(text.folded, *sentence.span):
            span = Span(match.start(), match.start() + len(match.group().rstrip()))
            if not _BY.search(text.folded, span.end, sentence.span.end):
                yield _hit(text, sentence, span, match.lastgroup or "")


def _hit(text: Text, sentence: Sentence, span: Span, form: str) -> Hit:
    """The hit, with the reason to keep silent where somebody is there to ask."""
    if form in {"belief", "accused"} and text.attributed(span):
        return Hit(*span, because="attributed")  # the speaker is the one who believes
    if (form == "hearsay" or "alleged" in text.quote(span)) and (
        text.attributed(span) or _is_court_copy(text, sentence)
    ):
        return Hit(*span, because="technical")
    return Hit(*span)


def _is_court_copy(text: Text, sentence: Sentence) -> bool:
    """Police and court reports say "allegedly" because the law wants it."""
    paragraph = text.paragraphs[sentence.paragraph].span
    return _COURT.search(text.folded, *paragraph) is not None
