"""Decisions, and the many ways in which people type each of them."""

from dataclasses import dataclass

from hypothesis import strategies as st

from bot.replies import Every, Understood, Verb, When, names_of

RULES = ("language.verb", "copy.name", "sourcing.claim", "house.ministers", "Brand.Spelling")
NAMES = names_of(RULES)
TYPED = {
    Verb.FIXED: ("fixed", "fix", "cut"),
    Verb.SOURCE: ("source", "sourced"),
}
COURTESY = ("", ".", "!", " please", " thanks", ", thank you!", " now, thanks", " too")


@dataclass(frozen=True)
class Meant:
    """A decision as it is meant."""

    verb: Verb
    spans: tuple[tuple[int, int], ...] = ()
    words: str = ""
    every: Every | None = None
    whom: str = ""
    due: When | None = None

    @classmethod
    def read(cls, understood: Understood) -> "Meant":
        """What was understood, without how it was typed."""
        one = understood
        return cls(one.verb, one.spans, one.words, one.every, one.whom, one.due)


singles = st.integers(1, 999).map(lambda n: (n, n))
runs = st.tuples(st.integers(1, 60), st.integers(1, 60)).map(lambda ends: (min(ends), max(ends)))
numbers = st.lists(singles | runs, min_size=1, max_size=5).map(tuple)
# Reasons as editors give them; none that could be another decision's beginning.
reasons = st.from_regex(r"(?:quotation|his title|house style|ONS, 12 May|[b-h][a-z]{4,9})"
                        r"(?: [a-z]{1,8}| 12 May| https://ons\.example/7| <@U7>){0,4}",
                        fullmatch=True)  # fmt: skip
_CLOCKS = (("17:00", 1020), ("5pm", 1020), ("noon", 720), ("17.30", 1050), ("9 am", 540))
_DAYS = (("", None), ("tomorrow", -2), ("today", -1), ("Friday", 4), ("mon", 0))


@st.composite
def verbs(draw: st.DrawFn, verb: Verb, *, exact: bool = False) -> str:
    """A verb, in small or capital letters, with or without a mark after it."""
    typed = verb.value if exact else draw(st.sampled_from(TYPED.get(verb, (verb.value,))))
    cased = draw(st.sampled_from([str.lower, str.capitalize, str.upper]))(typed)
    bullet = draw(st.sampled_from(["", "", "- ", "• "]))
    return bullet + cased + draw(st.sampled_from([" ", " ", ": ", ", ", "  "]))


@st.composite
def typed_numbers(
    draw: st.DrawFn, spans: tuple[tuple[int, int], ...], *, blanks: bool = True
) -> str:
    """Numbers as somebody types them."""
    joints = [", ", " and ", " & ", ", and ", "; ", " + "] + ([" ", "  "] if blanks else [])
    if all(last < 100 for _, last in spans):
        joints.append(",")  # "1,100" is eleven hundred
    mark = draw(st.sampled_from(["", "", "#", "no. ", "no "]))
    dash = draw(st.sampled_from(["-", "–", " - ", " to ", "—"]))
    typed = [
        f"{mark}{first}" if first == last else f"{mark}{first}{dash}{last}"
        for first, last in spans
    ]
    flags = draw(st.sampled_from(["", "", "flag ", "flags "]))
    return flags + "".join(
        one + (draw(st.sampled_from(joints)) if n < len(typed) - 1 else "")
        for n, one in enumerate(typed)
    )


@st.composite
def everything(draw: st.DrawFn) -> tuple[Every, str]:
    """All flags, or all of a kind, and how somebody types it."""
    name = draw(st.sampled_from(["", *sorted(NAMES)]))
    cased = draw(st.sampled_from([str.lower, str.capitalize]))(name)
    between = draw(st.sampled_from(["", "", "the ", "of the ", "open ", "the open "]))
    after = draw(st.sampled_from([" flags", " ones"])) if between else ""
    plain = draw(st.booleans()) and not between
    typed = " ".join(f"all {between}{cased}{'' if plain else after or ' flags'}".split())
    but = draw(st.just(()) | numbers)
    left_out = draw(st.sampled_from([" but ", " except ", " except for ", ", bar "]))
    return Every(name, but), typed + (left_out + draw(typed_numbers(but)) if but else "")


@st.composite
def by_number(draw: st.DrawFn) -> tuple[Meant, str]:
    """A decision on numbers that needs no words."""
    verb = draw(st.sampled_from([Verb.FIXED, Verb.WHY, Verb.REOPEN]))
    spans = draw(numbers)
    said = draw(verbs(verb)) + draw(typed_numbers(spans)) + draw(st.sampled_from(COURTESY))
    return Meant(verb, spans), said


@st.composite
def with_words(draw: st.DrawFn) -> tuple[Meant, str]:
    """A decision on numbers with a reason or a source."""
    verb = draw(st.sampled_from([Verb.SOURCE, Verb.STET, Verb.WRONG]))
    spans, words = draw(numbers), draw(reasons)
    sure = verb is Verb.STET or words.startswith(("ONS", "his"))
    parted = draw(st.sampled_from(([" "] if sure else []) + [": ", ", ", " – ", " - ", ". "]))
    return Meant(verb, spans, words), draw(verbs(verb)) + draw(
        typed_numbers(spans, blanks=False)
    ) + parted + words


@st.composite
def on_all(draw: st.DrawFn) -> tuple[Meant, str]:
    """A decision on everything, or everything of a kind."""
    verb = draw(st.sampled_from([Verb.FIXED, Verb.REOPEN, Verb.SOURCE, Verb.STET, Verb.WRONG]))
    every, typed = draw(everything())
    said = draw(verbs(verb, exact=True)) + typed
    if not verb.with_words:
        return Meant(verb, every=every), said + draw(st.sampled_from(COURTESY))
    words = draw(reasons)
    return Meant(verb, (), words, every), f"{said}: {words}"


@st.composite
def asking(draw: st.DrawFn) -> tuple[Meant, str]:
    """A person is asked about numbers or about all, perhaps until a time."""
    spans = draw(numbers)
    every, flags = draw(st.just((None, "")) | everything())
    day, clock = draw(st.sampled_from(_DAYS)), draw(st.sampled_from(_CLOCKS))
    due = draw(st.just(None) | st.just(When(day[1], clock[1])))
    until = f" {draw(st.sampled_from(['by ', 'before ', '']))}{day[0]} {clock[0]}" if due else ""
    ask = draw(verbs(Verb.ASK)).removeprefix("- ").removeprefix("• ")
    whom = draw(st.sampled_from([" <@U7>", ": <@U7>", " to <@U7>", ", <@U7>"]))
    said = ask + (flags or draw(typed_numbers(spans))) + whom
    meant = Meant(Verb.ASK, () if every else spans, every=every, whom="U7", due=due)
    return meant, " ".join((said + until).split()) + draw(st.sampled_from(["", ".", " please"]))


decisions = by_number() | with_words() | on_all() | asking()
