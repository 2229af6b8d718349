"""Which sentences of ours claim something that a reader may ask a source for."""

from rules.model import Voice
from rules.text.model import Kind, Sentence, Text


def is_claim(text: Text, sentence: Sentence) -> bool:
    """Tell whether body copy asserts something that nobody in it vouches for."""
    if sentence.kind is not Kind.BODY or text.is_vouched_in(sentence.span):
        return False
    return text.voice_at(sentence.span.start) is Voice.NEWSROOM
