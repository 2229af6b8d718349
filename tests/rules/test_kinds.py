"""The six kinds of rules of words, each as a writer of rules means it."""

from typing import Literal
from unicodedata import normalize

import pytest

from rules import review
from rules.files.form import RuleError
from tests.rules.making import Make, hits, shown


def test_existence_is_of_whole_words(rule: Make) -> None:
    """A token is found as a whole word, in the case it is written in."""
    made = rule("extends: existence\ntokens: [cat, 'dogs?']")
    assert shown(made, "A cat, a Cat, two dogs and a category.") == (
        "A [[cat]], a Cat, two [[dogs]] and a category."
    )


def test_existence_ignores_case_and_curls(rule: Make) -> None:
    """With ignorecase a straight apostrophe finds a curly one too."""
    made = rule('extends: existence\nignorecase: true\ntokens: ["don\'t"]')
    assert shown(made, "We don’t. DON'T!") == "We [[don’t]]. [[DON'T]]!"


def test_raw_and_nonword(rule: Make) -> None:
    """Raw pieces are one pattern, and nonword drops the edges of words."""
    assert shown(rule("extends: existence\nraw: ['a+', 'b']"), "xaab") == "x[[aab]]"
    assert shown(rule("extends: existence\nnonword: true\ntokens: ['!!']"), "No!!") == "No[[!!]]"


def test_a_rule_that_names_a_dash_finds_it(rule: Make) -> None:
    """A pattern with a long dash is looked for in the text as written."""
    made = rule("extends: existence\nignorecase: true\nnonword: true\ntokens: ['—']")
    assert shown(made, "This—not that - stays.") == "This[[—]]not that - stays."


def test_exceptions(rule: Make) -> None:
    """A match that holds an exception, or lies in one of several words, is no match."""
    made = rule("extends: existence\ntokens: ['\\w+ house', park]\nexceptions: [White, car park]")
    assert shown(made, "The White house, a red house, a car park, a park.") == (
        "The White house, a [[red house]], a car park, a [[park]]."
    )


def test_messages_are_filled_in(rule: Make) -> None:
    """Vale's %s is the words found; in a substitution the first is what is expected."""
    [hit] = hits(rule("message: \"Avoid '%s'.\"\nextends: existence\ntokens: [cat]"), "A cat.")
    assert hit.note == "Avoid 'cat'."
    made = rule("message: \"'%[2]s' is '%[1]s', 100%%\"\nextends: substitution\nswap: {cat: dog}")
    [hit] = hits(made, "A cat.")
    assert (hit.note, hit.suggestions) == ("'cat' is 'dog', 100%", ("dog",))


def test_substitution_takes_patterns(rule: Make) -> None:
    """A key may be a pattern, and its value may use what the key's group caught."""
    [hit] = hits(rule("extends: substitution\nswap: {'e-?(mail)s?': '$1'}"), "An e-mail.")
    assert hit.suggestions == ("mail",)


def test_alternatives_are_suggestions_where_words_are_replaced(rule: Make) -> None:
    """With the action to replace, a value with bars offers several words, each in quotes."""
    made = rule(
        "message: \"'%s', not '%s'\"\nextends: substitution\naction: {name: replace}\n"
        "swap: {utilise: use|employ|try}"
    )
    [hit] = hits(made, "To utilise it.")
    assert hit.suggestions == ("use", "employ", "try")
    assert hit.note == "'use', 'employ', or 'try', not 'utilise'"


def test_groups_in_a_key_do_not_shift_the_next(rule: Make) -> None:
    """Keys that are searched for together keep their own value, whatever groups they hold."""
    swap = "swap:\n  '(?i)(?P<x>un)til': to\n  '(?P<x>what)ever': which"
    made = rule(f"extends: substitution\nmessage: '%s'\n{swap}")
    assert [hit.note for hit in hits(made, "Until then, whatever.")] == ["to", "which"]


def test_a_term_that_calls_back_is_found_beside_others(rule: Make) -> None:
    r"""What \1 means in a term does not hang on the groups of the terms around it."""
    text = "Here the the dog and foo foo."
    for tokens in (r"[dog, '(\w+) \1']", r"['(\w+) \1', dog]"):
        made = rule(f"extends: existence\ntokens: {tokens}")
        assert shown(made, text) == "Here [[the the]] [[dog]] and [[foo foo]]."


@pytest.mark.parametrize(
    ("token", "text"),
    [
        ("'[[:upper:]]{3}\\w'", "At [[NATO]] today."),
        ("'\\p{Upper}{3}\\w'", "At [[NATO]] today."),
        ("'(?s-i:nato)'", "At NATO, or nato, [[nato]]."),
        ("'(?P<a>\\w+) (?P=a)'", "It is [[the The]] dog."),
        ("'people[A-z]one'", "Some [[people_one]] left."),
        ("'X-Ray'", "An [[x-ray]]."),
    ],
)
def test_capitals_in_patterns_keep_their_meaning(rule: Make, token: str, text: str) -> None:
    """A rule that minds no capitals does not change what its patterns say of them."""
    made = rule(f"extends: existence\nignorecase: true\ntokens: [{token}]")
    plain = text.replace("[[", "").replace("]]", "")
    wanted = plain.replace(" or nato, nato", " or [[nato]], [[nato]]") if "?s-i" in token else text
    assert shown(made, plain) == wanted


def test_a_bracket_in_a_class_is_no_group(rule: Make) -> None:
    """A key is taken as it is written: [(] is a bracket."""
    made = rule(
        "extends: substitution\nmessage: '%s'\nnonword: true\nswap: {'[(]sic[)]': '[sic]'}"
    )
    assert shown(made, "So it was (sic), not ?sic).") == "So it was [[(sic)]], not ?sic)."


def test_a_group_is_filled_in_as_written(rule: Make) -> None:
    """What a key caught stands in the suggestion, also where it was found without its curls."""
    made = rule(
        "extends: substitution\nignorecase: true\nmessage: '%s'\n"
        "swap: {\"can't (\\\\w+)\": 'cannot $1'}"
    )
    assert [hit.note for hit in hits(made, "We can’t Go.")] == ["cannot Go"]


def test_a_value_may_describe_what_is_right(rule: Make) -> None:
    """Without that action a value is a pattern: what it matches is left alone."""
    made = rule("extends: substitution\nignorecase: true\nswap: {'py ?thon': 'Py(thon)?'}")
    assert shown(made, "Python and python.") == "Python and [[python]]."


def test_substitution_is_silent_where_all_is_well(rule: Make) -> None:
    """Words that are what they should be are not flagged."""
    made = rule("extends: substitution\nignorecase: true\nswap: {internet: Internet}")
    assert shown(made, "The Internet, the internet.") == "The Internet, the [[internet]]."


def test_occurrence_counts_in_its_scope(rule: Make) -> None:
    """Too many in one sentence is one hit, on the first, with the count in the message."""
    made = rule("message: '%d commas'\nextends: occurrence\nscope: sentence\nmax: 2\ntoken: ','")
    [hit] = hits(made, "One, two, three, four. Five, six.")
    assert (hit.start, hit.note) == (3, "3 commas")


def test_occurrence_finds_too_little(rule: Make) -> None:
    """Fewer than the least is a hit on the block's beginning."""
    made = rule("extends: occurrence\nscope: paragraph\nmin: 1\ntoken: cat")
    [hit] = hits(made, "No dog here.")
    assert (hit.start, hit.end) == (0, 1)


def test_repetition_compares_neighbours(rule: Make) -> None:
    """A word is compared with the match before it, whatever stands between but a full stop."""
    made = rule("extends: repetition\nalpha: true\nignorecase: true\ntokens: ['\\w+']")
    text = "[[The  the]] gate. [[No, no]]. 7 7 times. She left. Left was right."
    assert shown(made, text.replace("[[", "").replace("]]", "")) == text


@pytest.mark.parametrize("token", [r"\W?\b\w+", r".\b\w+", r"\w+\W?", r"(\W?\b\w+)"])
def test_repetition_passes_over_spaces(rule: Make, token: str) -> None:
    """A space that a token takes in makes no other word of it."""
    made = rule(f"extends: repetition\ntokens: ['{token}']")
    assert len(hits(made, "It saw the the dog.")) == 1


def test_repetition_allows_as_many_as_max(rule: Make) -> None:
    """With max 1 the second pair of a block is flagged, be it of the same words or not."""
    made = rule("extends: repetition\nmax: 1\ntokens: ['\\w+']")
    assert shown(made, "so so good, too too bad") == "so so good, [[too too]] bad"


def test_consistency_asks_once_both_were_met(rule: Make) -> None:
    """Either spelling may stand; where the second joins the first it is flagged."""
    made = rule("extends: consistency\neither: {advisor: adviser, centre: center}")
    assert shown(made, "An advisor in the centre.\n\nAn advisor.") == (
        "An advisor in the centre.\n\nAn advisor."
    )
    assert shown(made, "An advisor.\n\nAn adviser.") == "An advisor.\n\nAn [[adviser]]."


def test_consistency_points_at_the_first_of_the_last_spelling(rule: Make) -> None:
    """In a block with both, the spelling that comes last is shown where it is first met."""
    made = rule("extends: consistency\neither: {advisor: adviser}")
    text = "An advisor met an adviser. The advisor left the adviser."
    assert shown(made, text) == "An advisor met an [[adviser]]. The advisor left the adviser."


def test_conditional_wants_what_was_defined(rule: Make) -> None:
    """What the second pattern caught is spared from there on; the rest is asked about."""
    made = rule(
        "extends: conditional\nfirst: '\\b([A-Z]{3,5})\\b'\n"
        "second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'\nexceptions: [NATO]"
    )
    text = "The Old Port Board (OPB) met. The OPB and NATO agreed. The [[RTU]] did not."
    assert shown(made, text.replace("[[", "").replace("]]", "")) == text


def test_conditional_may_define_at_the_head_of_any_block(rule: Make) -> None:
    """A definition that has to begin its block is heard in the second as in the first."""
    made = rule("extends: conditional\nfirst: '\\b[A-Z]{3,5}\\b'\nsecond: '^([A-Z]{3,5}) means'")
    text = "We met.\n\nOPB means the board.\n\nThe OPB met the DKC."
    assert shown(made, text) == text.replace("DKC", "[[DKC]]")


def test_conditional_wants_company(rule: Make) -> None:
    """A second pattern that catches nothing has to stand in the same block."""
    made = rule("extends: conditional\nscope: sentence\nfirst: '\\bruling\\b'\nsecond: court")
    text = "The ruling by the court stands. The [[ruling]] fell."
    assert shown(made, text.replace("[[", "").replace("]]", "")) == text


@pytest.mark.parametrize("view", ["", "view: written\n"])
def test_a_rule_chooses_its_view(rule: Make, view: str) -> None:
    """Folded, a straight apostrophe finds a curly one; as written, it does not."""
    made = rule(f"extends: existence\nignorecase: true\n{view}tokens: [don't]")
    assert len(hits(made, "Don’t and don't.")) == (1 if view else 2)


def test_limit(rule: Make) -> None:
    """A limit ends what one rule says of one draft."""
    assert len(hits(rule("extends: existence\nlimit: 2\ntokens: [a]"), "a a a a")) == 2


def test_headings_in_markdown_too(rule: Make) -> None:
    """A rule of headings reads those of Markdown."""
    made = rule("extends: existence\nscope: heading\nignorecase: true\ntokens: [plan]")
    text = "# Our plan\n\nThe plan is here.\n\n## Plan again\n\nIt rained."
    assert shown(made, text) == text.replace("Our plan", "Our [[plan]]").replace(
        "Plan again", "[[Plan]] again"
    )


def test_headings_only(rule: Make) -> None:
    """A rule for headings reads no copy."""
    made = rule("extends: existence\nscope: heading\nignorecase: true\ntokens: [harbour]")
    text = "Harbour plan is dropped\n\nThe harbour plan was dropped on Monday by the council."
    assert shown(made, text) == text.replace("Harbour", "[[Harbour]]")


def test_a_dollar_that_names_no_group_stays(rule: Make) -> None:
    """A value may hold a price, and a group is filled by what stands around it on the page."""
    made = rule(
        'message: "%s"\nextends: substitution\n'
        "swap: {five dollars: $5, '(six)(?= pounds)': $1 US}"
    )
    found = hits(made, "It cost five dollars, or six pounds.")
    assert [hit.note for hit in found] == ["$5", "six US"]


@pytest.mark.parametrize(
    "text",
    [
        "extends: existence\ntokens: [cat]\nexceptions: ['*foo']",
        "extends: substitution\nswap: {'(\\w+) \\1': x}",
    ],
)
def test_a_broken_pattern_is_refused_when_it_is_read(rule: Make, text: str) -> None:
    """Whatever key a pattern stands under, it is tried before any draft is read."""
    with pytest.raises(RuleError, match=r"rule\.yml:\d+: "):
        rule(text)


@pytest.mark.parametrize("params", ["[regex, '(a', b]", "[regex, a, $11]"])
def test_an_edit_that_cannot_be_done_is_refused(rule: Make, params: str) -> None:
    """A broken pattern, or a group that there is not, is refused when the rule is read."""
    with pytest.raises(RuleError, match="action: cannot be done"):
        rule(f"extends: existence\ntokens: [a]\naction: {{name: edit, params: {params}}}")


def test_a_property_without_braces(rule: Make) -> None:
    """A property of one letter needs none, as in Vale's engine."""
    made = rule("extends: existence\nignorecase: true\ntokens: ['\\pLat']")
    assert shown(made, "A Cat.") == "A [[Cat]]."


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_accent_is_found_however_it_is_written(rule: Make, form: Literal["NFC", "NFD"]) -> None:
    """A letter with its accent beside it is the letter that has it, in a rule and in a draft."""
    made = rule(normalize(form, "extends: existence\ntokens: [café]"))
    for written in ("A café.", normalize("NFD", "A café.")):
        [flag] = review(written, packs=(), house=[made]).flags
        assert normalize("NFC", flag.quote) == "café"
