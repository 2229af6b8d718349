"""What each rule flags and leaves alone, beyond the ten examples that it shows."""

import pytest

from rules import review
from rules.files.trial import tried
from rules.load import packs

CASES = {
    "copy.boilerplate": (
        "The bridge opens at noon. [[Follow us on Facebook and Instagram.]]",
        "Anyone in distress can call the Harbour Line at any hour, free of charge.",
        "Shoppers can sign up at the library for the walk on Sunday.",
    ),
    "sourcing.accusation": (
        "The board [[bears responsibility for]] the collapse of the quay.",
        "The valley is [[being used as a base for attacks]] on the railway.",
        "The junior partner [[takes orders from the old chairman]].",
        "The minister opened a school [[to deflect attention from]] the missing grain.",
        "The mayor [[rigged the vote]], and nobody stopped him.",
        "The northern ministry [[is behind the attack]] on the ferry.",
        "Army gunners [[shelled the maternity ward]] at Besk twice in a week.",
        "Its engineers [[secretly sabotaged]] the gauges at the weir.",
        "The housing department [[ignored repeated warnings]] about the cladding.",
        "The lender [[deceived pensioners]] about the fees.",
        "Officers [[covered up the death]] of the boy.",
        "The coach [[doped his swimmers]] for years.",
        "The diocese moved the priest to [[hide the abuse]].",
        "The clinic [[falsified its records]] to win the grant.",
        "The party [[stuffed ballot boxes]] in the south.",
        "It is alleged that the minister [[stole the relief money]].",
        "Thirty villagers were [[massacred]] by government troops.",
        "Police arrested the clerk on Monday. He allegedly stole the relief money.",
        "Jets bombed the market at Besk on Monday.",
        "The treasurer was convicted in May after he pocketed the flood money.",
        "“They fund the raids,” Colonel Ida Roth said.",
        "They blamed the guild for meddling in the affairs of the port.",
        "He did not rig the vote.",
        "The ministry is responsible for roads and bridges.",
        "The bank was founded to fund research into crimes of the last century.",
        "The fund was set up to fight money laundering in the port.",
        "Those who bribe officials face ten years in prison.",
        "Waiters take orders from diners on the terrace.",
        "Vikings plundered the abbey’s treasury.",
        "In the third episode the mayor rigs the vote.",
        "The club withheld the report until Friday so that families could read it first.",
        "The charity gives shelter to victims of trafficking.",
        "Companies that dump waste in the river face heavy fines.",
    ),
    "sourcing.passive": (
        "The second round [[is said to]] be about money.",
        "The clerk said the letter [[is rumoured to]] have been burnt.",
        "He [[was accused of]] rape, and left the village.",
        "He was accused by prosecutors of rape.",
        "She is charged with forging records of the harbour trust.",
        "The firm has been accused of hiding the report by its own auditor.",
        "The train was supposed to leave at nine.",
        "She is known to her friends as Bo.",
    ),
    "sourcing.statistic": (
        "Some [[18,000 families]] have left the valley.",
        "The fraud caused losses of [[£12 million]].",
        "[[Two-thirds of teachers]] plan to leave within five years.",
        "The 20 per cent tax on rope starts in June.",
        "The 2012 attacks on the port are taught in every school.",
        "Lena Marsh, 41, won by six votes at 9.30pm on 12 May 2024.",
        "The match was watched by two men and a dog.",
        "Tickets cost £12 and the £20 million bridge is shut.",
        "Her net worth is $4 billion, and she has 14 grandchildren.",
        "The motion was carried by 31 votes to 12, and 60 per cent of members voted.",
        "Shares in Corvan closed 4 per cent down at £3.10.",
        "He was jailed for 12 years for the 1999 fire, which killed 40 people.",
        "A third of the way through the film, the lamp falls.",
        "The union has asked for a 7 per cent pay rise.",
    ),
    "sourcing.superlative": (
        "The port is [[the busiest regional hub]] for timber.",
        "It was [[the worst flood in living memory]].",
        "The depot is [[the oldest in the county]].",
        "The weir is [[the largest ever built on the Arle]].",
        "At least three bakers stayed until the first train.",
        "The most recent count in the province was in May.",
        "He read from The Greatest Story Ever Told in the hall.",
        "The highest mountain in the country was under snow.",
    ),
    "sourcing.vague": (
        "[[Some people following the inquest]] are convinced that the coroner was misled.",
        "The price is too high, [[critics]] say.",
        "[[Officials familiar with the matter]] said the bank would close.",
        "[[Reports suggest]] the ferry was overloaded.",
        "Critics say the price is too high. The port can pay half, said Omar Tait, a broker.",
        "Some 40 engineers said the dam was tired.",
        "The observers counted the votes twice.",
        "Several analysts at Corvan Bank said the price was too high.",
    ),
    "language.editorial": (
        "The blame for the flood rests [[squarely]] with the water company.",
        "There is no clear evidence of a leak.",
        "He was wrongly accused of theft in 1988.",
    ),
    "language.label": (
        "Two [[extremists]] were seen on the ridge.",
        "She keeps to a strict training regime of forty laps a day.",
        "The group has been a proscribed terrorist organisation since 2011.",
        "They watch The Traitors on Sundays.",
        "He plays a crook in the film.",
    ),
    "language.verb": (
        "The council is [[pandering to]] the drivers who shout loudest.",
        "The car slammed into the wall of the bakery.",
        "The volcano spewed ash over three villages.",
        "He peddled drugs from a flat above the arcade.",
    ),
}
EVERY = [
    pytest.param(name, case, id=f"{name}-{n}")
    for name, cases in CASES.items()
    for n, case in enumerate(cases)
]


@pytest.mark.parametrize(("name", "case"), EVERY)
def test_marks_its_case(name: str, case: str) -> None:
    """A rule flags what stands in [[…]], and nothing else of the sentence."""
    assert tried(packs()[name], case) == case


def test_a_rule_shows_no_more_than_ten_examples() -> None:
    """Who asks why gets an answer that is read in a minute."""
    assert {name for name, rule in packs().items() if len(rule.examples) > 10} == set()


def test_every_faceless_claim_is_a_flag_of_its_own() -> None:
    """Two things that critics say are two questions: one source would not settle both."""
    text = "Critics say the price is too high. The port is shut. Critics say the dam is tired."
    assert [f.quote for f in review(text, packs=["sourcing"]).flags] == ["Critics", "Critics"]


def test_a_faceless_accuser_leaves_a_query_and_nobody_leaves_the_hold() -> None:
    """What critics allege is weakly sourced; what is alleged by nobody is still our accusation."""
    weak = review("Critics allege that the minister stole the relief money.").flags
    nobody = review("It is alleged that the minister stole the relief money.").flags
    assert [f.rule for f in weak] == ["sourcing.vague"]
    assert [f.rule for f in nobody] == ["sourcing.passive", "sourcing.accusation"]
