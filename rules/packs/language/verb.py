"""Does the verb take sides?

Why: A verb of fighting or sneering tells the reader how to feel about what was said or done. If
there is heat in the words themselves, quoting them shows it better than "slammed".

Fix: Say what was done or said ("criticised", "opposed", "repeated"), or quote the heat.

Source: Wikipedia, MOS:SAID; Reuters Handbook of Journalism on dispassionate language
"""

from collections.abc import Iterator
from pathlib import Path

from rules.lexicon.lexicon import Lexicon
from rules.lexicon.senses import Listed, Senses
from rules.model import Hit, Level, Voice
from rules.search.later import later
from rules.text.model import Text

LEVEL = Level.QUERY
VOICES = frozenset({Voice.NEWSROOM, Voice.FURNITURE})
EXAMPLES = (
    "The mayor [[slammed]] the plan.",
    "Unions [[lashed out at]] the offer on Monday, and the board [[hit out at]] the unions.",
    "Ministers [[peddled]] the figure again, a week after it was withdrawn.",
    "Mayor [[blasts]] harbour plan\n\nThe mayor of Oster criticised the plan on Monday.",
    "“He slammed the plan,” she said.",
    "She slammed the door and left the hall.",
    "The winger blasted the ball over the bar.",
    "The blast broke every pane in the street.",
    "Twin blasts rock harbour town\n\nTwo people were hurt when a gas main burst in Oster.",
    "The head librarian, Miriam Stokes, left early, and Stokes said why.",
)
_FILE = Path(__file__)
_WORDS = Senses(_FILE.with_suffix(".txt"), _FILE.with_name("verb_scorn.txt"))
_FRAMES = Lexicon(_FILE.with_name("verb_frames.txt"))

# War, weather and the courts mean it as it is said.
_LITERAL = later(
    r"\b(?:war(?!s? (?:on|against)\b)|wars|bomb\w*|air ?strikes?|shell(?:ed|ing)|missiles?"
    r"|militants?|troops|soldiers|invasion|earthquakes?|floods?|flooding|cyclones?|hurricanes?"
    r"|storms?|bush ?fires?|wildfires?|droughts?|famine|tsunami|pandemic|jailed|convicted|charged"
    r"|court|police|thie(?:f|ves)|burglars?|gang|stabbed|shot)\b"
)


def find(text: Text) -> Iterator[Hit]:
    """Verbs of fighting, sneering and force, in the newsroom's own words."""
    for listed in _WORDS.search(text):
        yield listed.hit(_plainly(text, listed))
    for found in _FRAMES.search(text):
        if _LITERAL.search(text.folded, *found.around) is None:
            yield Hit(*found.span, "Ruin or robbery, by our word alone. Who says so?")


def _plainly(text: Text, listed: Listed) -> str:
    """The verb and the plain one, where there is one."""
    if not listed.instead:
        return listed.entry.reason
    return f"“{text.quote(listed.span)}”: would “{listed.instead[0]}” do?"
