"""A link in what a person typed."""

import pytest

from bot.work.link import address_in


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://tarn.example/a", "https://tarn.example/a"),
        ("  HTTP://tarn.example/a\n", "HTTP://tarn.example/a"),
        ("<https://tarn.example/a>", "https://tarn.example/a"),
        ("<https://tarn.example/a?b=1&amp;c=2|tarn.example/a>", "https://tarn.example/a?b=1&c=2"),
        ("The ferry was late.", None),
        ("https://tarn.example/a is wrong", None),
        ("<https://tarn.example/a> <https://tarn.example/b>", None),
        ("<mailto:ines@tarn.example|ines>", None),
        ("file:///etc/passwd", None),
        ("<@U12>", None),
        ("", None),
    ],
)
def test_a_message_that_is_a_link(typed: str, address: str | None) -> None:
    """One link and nothing else is a draft to be fetched; anything more is text."""
    assert address_in(typed) == address
