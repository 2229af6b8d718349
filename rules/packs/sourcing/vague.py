"""Which ones?

Why: "Critics say" and "some believe" let a view in without anybody to ask, to weigh or to blame
for it; the reader suspects that the critic is the reporter.

Fix: Name one of them, or say how many there are and how they know; otherwise cut it.

Source: Associated Press on anonymous sources; Wikipedia, MOS:WEASEL; SPJ Code of Ethics
"""

import re
from collections.abc import Iterator

from rules.model import Hit, Level, Span, Voice
from rules.text.model import Kind, Sentence, Text
from rules.text.words import word_set

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.PARAPHRASE})
EXAMPLES = (
    "[[Experts]] warn that the dam is tired. It was built in a hurry.",
    "[[Some]] say the vote was bought. The count took two days.",
    "The fee will rise again, [[according to insiders]].",
    "[[Some people following the inquest]] are convinced that the coroner was misled.",
    "The price is too high, [[critics]] say.",
    "[[Reports suggest]] the ferry was overloaded.",
    "Experts warn that the dam is tired. Dr Ida Quill, who inspected it, gave it two winters.",
    "Critics say the price is too high. The port can pay half, said Omar Tait, a broker.",
    "The singer thanked her critics and left the stage.",
    "Many believe it, including the harbour master, Lena Marsh.",
    "“Some say I am finished,” the captain said.",
    "Some 40 engineers said the dam was tired.",
    "The observers counted the votes twice.",
    "Several analysts at Corvan Bank said the price was too high.",
)
_SAY = (
    r"(?:say|says|said|argue|argues|argued|warn|warns|warned|believe|believes|believed|think"
    r"|thinks|"
    r"thought|claim|claims|claimed|contend|contends|contended|suggest|suggests|suggested|fear"
    r"|fears|"
    r"feared|maintain|maintained|predict|predicts|predicted|insist|insisted|point out|pointed out|"
    r"note|noted|complain|complained|suspect|suspected|speculate|speculated|allege|alleged|"
    r"see|feel|felt|agree|agreed|question|questioned|counter|countered|opine|opined|"
    r"have (?:said|argued|warned|claimed|suggested|questioned|pointed out|called|expressed|noted)|"
    r"had (?:said|argued|warned|claimed|suggested|questioned|pointed out|called|expressed|noted)|"
    r"(?:are|were|remain|remained) (?:convinced|certain|sure|of the (?:view|opinion)|sceptical|"
    r"skeptical|worried|concerned|divided|unconvinced|adamant|hopeful that|confident that))"
)
_FACELESS = (
    r"(?:experts?|analysts?|critics?|observers?|commentators?|insiders?|pundits?|sources?|"
    r"detractors?|sceptics?|skeptics?|watchers?|circles|quarters|"
    r"opponents|economists|historians|scholars|strategists)"
)
_KIND = (
    r"(?:(?:political|security|defence|defense|legal|health|industry|financial|economic|market|"
    r"military|diplomatic|foreign|local|independent|regional|international|government|official|"
    r"senior|well-placed|informed|reliable|credible|some|many|most|several|various|other|certain|"
    r"leading|medical|climate|energy|trade|media|party|court|royal|football)[ ,]+){0,3}"
)
_SOME = r"(?:some|many|most|several|various|certain|other)"
_PEOPLE = (
    r"(?:people|individuals|persons|figures|voices|members|participants|officials|politicians|"
    r"residents|locals|voters|others|quarters|circles|parties|stakeholders|onlookers)"
)
_BUSY = r"(?: [a-z]+ing (?:[a-z'-]+ ){0,3}?[a-z'-]+)"
_HITS = re.compile(
    rf"(?P<who>(?<![\w'-]){_KIND}{_FACELESS}{_BUSY}?)(?:,? (?:also|now|often|still"
    rf"|have long))* {_SAY}\b"
    rf"|(?P<some>(?<![\w'-]){_SOME} {_PEOPLE}{_BUSY}?)(?: (?:also|now|often|still))* {_SAY}\b"
    rf"|(?:(?<=[.!?] )|(?<=[,;] )|^|(?<=but )|(?<=and )|(?<=though )|(?<=while )|(?<=that ))"
    rf"(?P<bare>some|many|others)(?: (?:also|now|often|still))* {_SAY}\b"
    rf"|(?P<per>according to {_KIND}(?:{_FACELESS}|reports|rumou?rs|{_SOME} {_PEOPLE})"
    rf"(?! (?:at|of|from|in|by|for|close|who|with|published|that)\b)(?!-))(?![\w'])"
    rf"|(?P<tail>(?<=, ){_KIND}{_FACELESS} {_SAY})(?=[.,])"
    rf"|(?P<rumour>(?<![\w'-])(?:(?:unconfirmed |media |press |some )?reports|rumou?rs"
    rf"|speculation) "
    rf"(?:say|suggests?|claim|indicate|has it|have it|is rife|are rife|swirls?|abounds?))\b",
    re.MULTILINE,
)
_NEEDED = word_set(
    "expert experts analyst analysts critic critics observer observers commentator commentators "
    "insider insiders pundit pundits source sources detractor detractors sceptic sceptics skeptic "
    "skeptics watcher watchers circles quarters opponents economists historians scholars "
    "strategists some many most several various certain other others reports rumour rumours rumor "
    "rumors speculation"
)
_NAMED = re.compile(
    r"\b(?:including|such as|like|among them|for example|for instance|namely)\b[^.]*?[A-Z][a-z]+"
)
_AT = re.compile(r",? (?:at|of|from|with) (?:the )?[A-Z]")
_NAME = re.compile(r"[A-Z][\w'’-]+ (?:[A-Z][\w.'’-]* )*[A-Z][\w'’-]+")
_INTRODUCED = re.compile(
    r"\b(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame|Judge|Captain|Engineer)\.? [A-Z]"
    r"|\b(?:said|says) [A-Z][\w'’-]+ [A-Z]"
    r"|(?:^|[“\"] )[A-Z][\w'’-]+ [A-Z][\w'’-]+, (?:who|an?|the|of|from|at|head|chief|director)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """Faceless sources of something said, where no name follows within two sentences."""
    for sentence in text.holding(_NEEDED):
        for match in _HITS.finditer(text.folded, *sentence.span):
            group = match.lastgroup or "who"
            span = Span(*match.span("who" if group == "tail" else group))
            if not _AT.match(text.source, span.end) and not _is_named(text, sentence, span):
                yield Hit(*span, lemma=text.folded[span.start : span.end])


def _is_named(text: Text, sentence: Sentence, span: Span) -> bool:
    """Tell whether one of them gets a name here or in the next two sentences."""
    if _NAMED.search(text.source, span.end, sentence.span.end):
        return True
    following = [s for s in text.sentences[sentence.n + 1 : sentence.n + 3] if s.kind is Kind.BODY]
    if any(_INTRODUCED.search(text.quote(s.span)) for s in following):
        return True
    last = max((s.span.end for s in following), default=sentence.span.end)
    return any(
        a.source is not None
        and span.end <= a.source.start < last
        and _NAME.search(text.quote(a.source)) is not None
        for a in text.attributions
    )
