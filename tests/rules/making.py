"""Rules made of the text of their files, and what they find."""

from pathlib import Path

from rules import Hit, Rule
from rules.files import yaml_form
from rules.files.examples import marked
from rules.suppress import raised
from rules.text import parse


class Make:
    """Writes a rule file and reads it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, text: str) -> Rule:
        path = self._folder / "rule.yml"
        path.write_text(f"message: m\n{text}" if "message" not in text else text, "utf-8")
        return yaml_form.read(path, "house.rule", origin="house")


def hits(rule: Rule, text: str) -> list[Hit]:
    return raised(rule, parse(text))


def shown(rule: Rule, text: str) -> str:
    return marked(text, [(hit.start, hit.end) for hit in hits(rule, text)])
