"""Rules that are made of others: extended ones, and mappings that are named and merged."""

import pytest

from rules.files.form import RuleError
from tests.rules.vale.house import House

HEIR = "extends: Town.Quay\n"


def test_a_rule_may_extend_another(house: House) -> None:
    """It has the other's keys, but for those that it gives itself, adds to or takes away from."""
    house.rule("Heir", HEIR + "message: \"not '%s'\"\ntokens+: [pier]\ntokens-: [quay]\n")
    house.rule("Last", "extends: Town.Heir\nlevel: error\n")
    read = house.read("The PIER at the quay.")
    assert {(f.rule, f.note, f.level.value) for f in read.flags} == {
        ("Town.Quay", "'quay'?", "query"),
        ("Town.Heir", "not 'PIER'", "query"),
        ("Town.Last", "not 'PIER'", "hold"),
    }


def test_capitals_and_lists_of_one_are_as_everywhere(house: House) -> None:
    """Keys mind no capitals, and one word stands for a list of one."""
    house.rule("Heir", "Extends: Town.Quay\nTokens+: pier\n")
    read = house.read("The quay and the pier.")
    assert [f.quote for f in read.flags if f.rule == "Town.Heir"] == ["quay", "pier"]


def test_swaps_are_added_and_taken_away(house: House) -> None:
    """A mapping is edited by its keys."""
    house.rule("Swaps", "extends: substitution\nmessage: '%s'\nswap: {quay: pier, port: haven}\n")
    house.rule("Heir", "extends: Town.Swaps\nswap+: {port: harbour}\nswap-: [quay]\n")
    read = house.read("A quay in a port.")
    assert [f.note for f in read.flags if f.rule == "Town.Heir"] == ["harbour"]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("extends: Town.Gone\n", r"Heir\.yml:1: extends: there is no rule Town\.Gone"),
        ("extends: Town.Heir\n", r"extends: Town\.Heir extends itself"),
        (HEIR + "tokens-: [port]\n", r"Heir\.yml:2: tokens-: .* no “port” to take away"),
        (HEIR + "message+: [a]\n", r"message\+: .* no list or mapping"),
        (HEIR + "tokens+: {a: b}\n", r"tokens\+: has to be a list"),
        (HEIR + "tokens-: [{a: b}]\n", r"tokens-: .* no “{'a': 'b'}” to take away"),
        (f"extends: Town.{'x' * 300}\n", r"extends: there is no rule"),
        ("extends: [existence]\nmessage: m\n", r"extends: \['existence'\] is not a kind"),
        (HEIR + "tokens: [a]\ntokens+: [b]\n", r"tokens\+: stands here beside tokens"),
        ("extends: existence\nmessage: m\ntokens+: [a]\n", r"tokens\+: only a rule that extends"),
    ],
)
def test_what_cannot_be_extended_is_named(house: House, rule: str, said: str) -> None:
    """An heir that asks for what is not there is refused, with its line."""
    house.rule("Heir", rule)
    with pytest.raises(RuleError, match=said):
        house.styles()


def test_mappings_are_merged(house: House) -> None:
    """``<<`` brings in the keys of a mapping named before; a rule's own keys count before them."""
    house.rule(
        "Swaps",
        "extends: substitution\nmessage: '%s'\nlevel: error\n"
        "swap:\n  <<: [{quay: pier, port: haven}, {wharf: landing}]\n  port: harbour\n",
    )
    notes = [f.note for f in house.read("quay, port, wharf").flags if f.rule == "Town.Swaps"]
    assert sorted(notes) == ["harbour", "landing", "pier"]
