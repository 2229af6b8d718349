"""People who pass on what others did or said: reporters, bloggers, activists, the local press."""

from rules.model import Span
from rules.search.later import later
from rules.text.model import Sentence, Text

_TRADE = (
    r"(?:journalist|reporter|correspondent|blogger|vlogger|influencer|youtuber|podcaster|columnist"
    r"|commentator|activist|analyst|newspaper|magazine|broadcaster|newsman|anchor)"
)
_NAME = r"[A-Z][\w’'-]+"
_RELAY = later(
    rf"(?:{_NAME} )*(?P<name>{_NAME}),(?: \d\d,)? (?:an?|the) (?:[\w-]+ ){{0,3}}?{_TRADE}\b"
    rf"|\b{_TRADE} (?:{_NAME} )+?(?P<other>{_NAME})(?=[ ,.;])(?! [A-Z])"
)
_SUBJECT = later(
    rf"(?:{_NAME} )*({_NAME})(?:, [^,]{{3,60}},)? (?:\w+ly |also |later |has |had )?\Z"
)
_BACK = 5_000  # characters


def is_relay(text: Text, sentence: Sentence, cue: Span) -> str:
    """The name of the one who speaks at ``cue``, if passing on what others say is their trade."""
    before = text.source[max(sentence.span.start, cue.start - 160) : cue.start]
    subject = _SUBJECT.search(before)
    if subject is None:
        return ""
    name = subject[1]
    for match in _RELAY.finditer(text.source, max(0, cue.start - _BACK), cue.start):
        if name in (match["name"], match["other"]):
            return name.lower()
    return ""
