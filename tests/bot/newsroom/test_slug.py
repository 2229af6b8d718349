"""The name of a draft."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.newsroom.slug import slug


def test_names() -> None:
    """A draft is called by the first words that tell something."""
    assert slug("Harbour talks") == "harbour-talks"
    assert slug("The mayor's plan for the old bridge is dead") == "mayor-plan-old-bridge"
    assert slug("Élysée: “déjà vu”, says Łódź’s mayor") == "elysee-deja-vu-odz"
    assert slug("GENEVA (Reuters) – Talks on the river broke off") == "talks-river-broke"
    assert slug("Opinion\n\nWe were here before") == "here-before"


def test_hard_names() -> None:
    """Text with nothing to call it by still gets a name, never a bare number."""
    assert slug("استنبول مذاکرات") == "draft"
    assert slug("2024") == "draft-2024"
    assert slug("why") == "why"
    assert slug("") == "draft"


@given(st.text(max_size=300), st.integers(0, 3))
def test_any_input(text: str, taken: int) -> None:
    """Whatever is handed in, the name is short, plain, free, and no number."""
    names: list[str] = []
    for _ in range(taken + 1):
        names.append(slug(text, names))

    assert len(set(names)) == len(names)
    for name in names:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
        assert len(name) <= 90
        assert not name.isdigit()
