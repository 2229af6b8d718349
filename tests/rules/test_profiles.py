"""How hard rules press on each kind of copy, and how copy says of what kind it is."""

import pytest

from rules import Level, review
from rules.load import packs
from rules.profile import profile, profiles

HINTS = (
    "sourcing.opinion",
    "copy.headline",
    "copy.fragment",
    "copy.consistency",
    "harm.grief",
)
COPY = "The council has clearly failed the people of this town again, and the mayor slammed it."


def asked(text: str, name: str | None = None) -> dict[str, Level]:
    return {flag.rule: flag.level for flag in review(text, name).flags}


def test_there_is_a_profile_for_each_kind_of_copy() -> None:
    """News, opinion, sport, court, culture and wire."""
    assert profiles() == ("court", "culture", "news", "opinion", "sport", "wire")


@pytest.mark.parametrize("name", profiles())
def test_hints_are_off_until_a_desk_asks_for_them(name: str) -> None:
    """Five rules cannot do without a reader of their own; no profile turns them on."""
    levels = profile(name).levels
    assert [levels.get(rule, "on") for rule in HINTS] == [None] * len(HINTS)


@pytest.mark.parametrize("name", profiles())
def test_a_profile_names_rules_of_our_packs(name: str) -> None:
    """A level for a pack that does not exist would press on nothing."""
    known = {rule.pack for rule in packs().values()}
    assert {key.split(".")[0] for key in profile(name).levels} <= known


@pytest.mark.parametrize("name", profiles())
def test_no_profile_lowers_the_holds_of_law_and_harm(name: str) -> None:
    """What a lawyer would stop is stopped in a column and in a match report as well."""
    holds = [r for r in packs().values() if r.pack in ("legal", "harm") and r.id != "harm.grief"]
    assert {profile(name).level(rule) for rule in holds} == {Level.HOLD}


def test_a_match_report_may_say_thrashed() -> None:
    """How sport is told is not how news is told; a bribed referee is news in both."""
    text = "Oster slammed four past Tarn, and Velan hammered the champions in a devastating half."
    assert asked(text, "sport") == {}
    assert asked("The chairman bribed the referee.", "sport")["sourcing.accusation"] is Level.HOLD


def test_an_opinion_piece_is_not_told_that_it_has_opinions() -> None:
    """It may judge, and name what it judges; its figures need a source."""
    assert asked(COPY, "opinion") == {}
    assert asked("Rents have risen 31 per cent since May.", "opinion") == {
        "sourcing.statistic": Level.QUERY
    }
    assert asked("The Velan regime closed the port.", "opinion") == {}


def test_a_reviewer_may_praise_and_damn() -> None:
    """A review is a judgement."""
    text = "REVIEW\n\nThe staging is clearly the finest of the season, and it obviously shows.\n"
    assert review(text).profile == "culture"
    assert asked(text) == {}


def test_a_match_report_tells_what_was_seen_from_the_stand() -> None:
    """A woeful side, a hapless back and a brutal half are the writer's to see."""
    text = (
        "It was brutal viewing for a woeful side, who were slaughtered on the left. The hapless "
        "Moss was robbed on halfway, and the winger killed the game."
    )
    assert asked(text, "sport") == {}


def test_a_critic_tells_the_plot() -> None:
    """A widow who kills her lodger with a gutting knife does so in the play."""
    text = (
        "REVIEW\n\nIn the play, Mairi Keogh turns her back on the sea, and a preening lodger dies "
        "by a gutting knife. It is the finest thing on any stage this autumn.\n"
    )
    assert asked(text) == {}


def test_a_column_answers_for_its_facts() -> None:
    """It may call a decision the worst; its figure and its accusation are asked about."""
    text = (
        "OPINION\n\nIt is the worst decision taken in this town. They wanted a marina, plain and "
        "simple. Trips have fallen by 40 per cent since May. Alderman Piet Garrod "
        "pocketed the flood money.\n"
    )
    assert asked(text) == {
        "sourcing.superlative": Level.NOTE,
        "sourcing.statistic": Level.QUERY,
        "legal.libel": Level.HOLD,
        "sourcing.accusation": Level.HOLD,
    }


def test_an_agency_holds_a_take_sent_twice_and_a_claim_that_rests_on_a_post() -> None:
    """The embargo, the doubled paragraph and the post each stop the copy."""
    twice = (
        "The minister, Lucia Ferro, said the ground under the harbour was softer than they knew."
    )
    text = (
        f"EMBARGOED until 0001 GMT Friday 11 December\n\n{twice}\n\n"
        f"The tunnel was mined, users wrote on Telegram.\n\n{twice}\n\nWork begins in May.\n"
    )
    levels = asked(text, "wire")
    assert levels["legal.embargo"] is Level.HOLD
    assert levels["copy.duplicate"] is Level.HOLD
    assert levels["sourcing.social"] is Level.HOLD


def test_court_copy_may_rest_on_one_judgment_and_holds_a_name() -> None:
    """One hearing is the source; a name spelt two ways in the dock holds the story."""
    levels = profile("court").levels
    assert levels["sourcing.single"] is None
    assert levels["copy.name"] is Level.HOLD
    text = "He reportedly left through the back door with the ledgers of the guild."
    assert asked(text, "court") == {"sourcing.passive": Level.NOTE}


def test_an_agency_holds_what_a_feed_left_in_the_copy() -> None:
    """Hundreds of newsrooms print it as it stands."""
    text = "The bridge opens in May.\n\nALSO READ: Seven walks along the quay\n\nA band will play."
    assert asked(text, "wire") == {"copy.boilerplate": Level.HOLD}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"OPINION\n\n{COPY}", "opinion"),
        (f"Opinion | Lena Marsh\n\n{COPY}", "opinion"),
        (f"ANALYSIS:\n\n{COPY}", "opinion"),
        (f"Comment by Lena Marsh\n\n{COPY}", "opinion"),
        (f"Comment:\n\n{COPY}", "opinion"),
        (f"OPINION: {COPY}", "opinion"),
        (f"Opinion: Why the port must close\n\n{COPY}", "opinion"),
        (f"MATCH REPORT\n\n{COPY}", "sport"),
        (f"Film review\n\n{COPY}", "culture"),
        (f"COURT\n\n{COPY}", "court"),
        (f"Mayor resigns\n\nNEWS\n\n{COPY}", "news"),
        (f"Review: council failed children\n\n{COPY}", "news"),
        (f"Letter: mayor knew of leak\n\n{COPY}", "news"),
        (f"Court: mayor has to go\n\n{COPY}", "news"),
        (f"{COPY}\n\nTheatre\n\n{COPY}", "news"),
        (f"Oster opens theatre\n\nBy Lena Marsh\n\n{COPY}", "news"),
        (f"In my opinion: no. {COPY}", "news"),
    ],
)
def test_copy_says_of_what_kind_it_is(text: str, name: str) -> None:
    """A label above the copy or at its head chooses; a headline about a review does not."""
    assert review(text).profile == name


@pytest.mark.parametrize("label", ["OPINION", "MATCH REPORT", "REVIEW", "COURT", "WIRE"])
def test_a_label_never_lowers_a_hold(label: str) -> None:
    """The writer wrote the label: it cannot let an accusation or a child's name through."""
    text = (
        f"{label}\n\nThe mayor rigged the vote. Police arrested 15-year-old Sam Reddy on Monday.\n"
    )
    levels = asked(text)
    assert levels["sourcing.accusation"] is Level.HOLD
    assert levels["harm.minor"] is Level.HOLD
