"""Is there a second source?

Why: What one person says may be wrong, meant to sell something, or half of the story, and a reader
who is given nobody else cannot tell.

Fix: Find a second source, a person or a document; or say plainly that the account is one person's
and that we could not check it.

Source: BBC Editorial Guidelines 3.3.4 (reluctant to rely on a single source); Reuters Handbook of
Journalism (two or more sources)
"""

from collections.abc import Iterator

from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.search.scan import WordList
from rules.sourcemap.genres import is_case, is_column, is_game, is_life
from rules.sourcemap.maps import SourceMap, source_map
from rules.sourcemap.phrases import Face
from rules.sourcemap.speakers import Speaker
from rules.text.model import Text

LEVEL = Level.QUERY
EXAMPLES = (
    "The old mill is sinking. Its floor has dropped by a hand since May. [[Tom Rook]] said the"
    " piles had rotted. The cellar is wet. Rook said the owners knew. “They were told,” he said."
    " The mill is to be let in June. He said nobody had asked him in.",
    "The old mill is sinking. Its floor has dropped by a hand since May. Tom Rook said the piles"
    " had rotted. The cellar is wet. Rook said the owners knew. The owners said the piles were"
    " sound. The mill is to be let in June. Rook said nobody had asked him in.",
    "The old mill is sinking. Its floor has dropped by a hand since May. Tom Rook said the piles"
    " had rotted. The cellar is wet. Rook said the owners knew. He said nobody had asked him in."
    " We could not verify his account. The mill is to be let in June.",
    "The minister opened the mill with a speech to the growers. The floor is new. Tom Rook said"
    " the piles were sound. The cellar is dry. Rook said the growers had paid. He said it was a"
    " good day. The mill is to be let in June.",
    "The mill is to be let in June, the council said. It stands on piles. The council said they"
    " were sound. The cellar is dry. The council said nobody lived there. It has nine rooms.",
    "Tom Rook said the piles had rotted. He said the owners knew. He said the cellar was wet.",
)

_TIMES = 3  # words of the one source
_WAYS = 4  # last words that one person may be called by
_BODY = 6  # sentences of copy: less is a brief
_SHOWN = 60  # characters of a name
_LEAD = 3  # sentences that say what kind of story it is
_OURS = 2  # claims of ours beside them
_CUES = WordList("said says told tells according added adds wrote writes tweeted posted")

# Copy that reports one speech, one paper or one talk is told by one voice, and says so; and there
# are those whose business it is to speak for others.
_ONE_VOICE = later(
    r"\b(?:interview\w*|speech|speeches|lecture|sermon|keynote|keynotes|conference|congress"
    r"|rally|manifesto|judgment|ruling|ruled|verdict|results|quarterly|annual report|turnover"
    r"|profits?|statement|briefing|podcast|memoir|autobiography|book|novel|album|film|exhibition"
    r"|award|prize|parliament|senate|spoke(?:s\w+| (?:to|at|with|before))|in conversation"
    r"|address(?:ed|ing)|webinar|seminar|testif\w+|testimony|hearing|debate|open letter"
    r"|column|essay|op-ed|police|sheriff|inspector|superintendent|fire service|coast ?guard"
    r"|fire chief|coroner|study|researchers|paper|journal)\b"
)
# It is said that this is one account, or that others were asked.
_SAID_SO = later(
    r"\b(?:(?:his|her|their|own|one|this|that) account|only (?:account|source|witness)"
    r"|(?:could|cannot|can) not (?:be )?(?:independently )?(?:verif|confirm|check|reach)\w*"
    r"|(?:unable|not able) to (?:verify|confirm|check|reach)|independently (?:verified|confirmed)"
    r"|declin\w+ to|no comment|not (?:immediately )?(?:respond|reply|answer|comment|return)\w*"
    r"|(?:approached|contacted|asked) for (?:a )?(?:comment|response)|unanswered)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """A whole story that stands on one person's word."""
    if len(text.seen.of(_CUES)) < _TIMES or len(text.attributions) < _TIMES:
        return
    called = {a.name.rsplit(" ", 1)[-1] for a in text.attributions if a.vouches and a.source}
    if len(called) > _WAYS or is_column(text) or is_game(text) or is_life(text) or is_case(text):
        return
    drawn = source_map(text)
    if len(drawn.faces) == 1 and _is_story(drawn, drawn.faces[0]):
        yield _hit(text, drawn.faces[0])


def _is_story(drawn: SourceMap, only: Speaker) -> bool:
    """Tell a story from a brief, from a talk that is reported, and from a hidden second source."""
    text = drawn.text
    body = [sentence.n for sentence in text.body()]
    ours = sum(len(run) for run in drawn.runs)
    if only.face is Face.BODY or len(only.said) < _TIMES or ours < _OURS or len(body) < _BODY:
        return False
    if _SAID_SO.search(text.folded) or not _is_all_his(text, only):
        return False
    told = sorted({*body[:_LEAD], *only.sentences})
    return not any(_ONE_VOICE.search(text.folded, *text.sentences[n].span) for n in told)


def _is_all_his(text: Text, only: Speaker) -> bool:
    """Tell whether nobody else says anything that the copy lets us see."""
    his = {one.cue.start for one in only.said}
    cues = (start for _, start, _ in text.seen.of(_CUES) if not text.is_quoted(start))
    if any(start not in his and text.voice_at(start) is Voice.NEWSROOM for start in cues):
        return False
    return all(
        text.is_attributed(quotation.inner.start)
        for quotation in text.quotations
        if quotation.full and text.voice_at(quotation.inner.start) is Voice.QUOTATION
    )


def _hit(text: Text, only: Speaker) -> Hit:
    named = next((one for one in only.said if one.kind != "carried"), only.said[0])
    start, end = named.source or named.cue
    words = text.source[start : min(end, start + _SHOWN)].rstrip(" ,")
    note = f"All {len(only.said)} attributions are to {only.name[:_SHOWN]}."
    return Hit(start, start + len(words), note, lemma=only.name.lower(), scope="document")
