"""What the tests of the Text ask of a piece of copy."""

from collections.abc import Callable

import pytest

from rules.text import Attribution, Text, parse


class Copy:
    """A parsed piece of copy that answers in words rather than offsets."""

    def __init__(self, source: str) -> None:
        self.text: Text = parse(source)

    @property
    def vouched(self) -> list[tuple[str, str]]:
        """Who an editor would say is speaking, and what they say."""
        return [(self.source(a), self.content(a)) for a in self.text.attributions if a.vouches]

    @property
    def speakers(self) -> list[str]:
        return [a.name for a in self.text.attributions if a.vouches]

    @property
    def told(self) -> list[Attribution]:
        return list(self.text.attributions)

    def source(self, attribution: Attribution) -> str:
        return self.text.quote(attribution.source) if attribution.source else ""

    def content(self, attribution: Attribution) -> str:
        return " … ".join(self.text.quote(span) for span in attribution.content)

    def voice(self, words: str) -> str:
        return self.text.voice_at(self.text.source.index(words)).value

    @property
    def sentences(self) -> list[str]:
        return [self.text.quote(sentence.span) for sentence in self.text.sentences]

    @property
    def quotations(self) -> list[str]:
        return [self.text.quote(quotation.inner) for quotation in self.text.quotations]

    @property
    def kinds(self) -> list[str]:
        return [paragraph.kind.value for paragraph in self.text.paragraphs]


@pytest.fixture
def copy() -> Callable[[str], Copy]:
    """Reads a piece of copy."""
    return Copy
