"""A newsroom with a Vale style."""

from pathlib import Path

import pytest

from tests.rules.vale.house import House


@pytest.fixture
def house(tmp_path: Path) -> House:
    """A style that asks about the word "quay", wherever it stands in prose."""
    made = House(tmp_path)
    made.rule("Quay", "extends: existence\nmessage: \"'%s'?\"\nignorecase: true\ntokens: [quay]\n")
    return made
