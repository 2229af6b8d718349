"""Reviews as other programs read them: the JSON of `copychief check --format json`."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from bot.handback.forms import Total
from bot.handback.marks import Answered, with_marks
from rules.load import hashes
from rules.model import Review


class Tool(BaseModel):
    """By what a report was made; each pack with a short hash of its rules."""

    name: Literal["copychief"] = "copychief"
    version: str
    packs: dict[str, str]


class Report(BaseModel):
    """Everything that one run of `check` has to say. New keys may come; schema stays 1."""

    model_config = ConfigDict(populate_by_name=True)

    schema_: Literal[1] = Field(1, alias="schema")
    tool: Tool
    reviews: tuple[Answered, ...]


@dataclass(frozen=True)
class Json:
    """Hands a report back piece by piece: all of it is never held at once.

    ``packs`` are those that read the drafts; None: all of ours.
    """

    packs: tuple[str, ...] | None = None
    between = ",\n  "

    def opening(self) -> str:
        asked = hashes().keys() if self.packs is None else self.packs
        packs = {pack: known for pack, known in hashes().items() if pack in asked}
        tool = Tool(version=version("copychief"), packs=packs)
        empty = Report(tool=tool, reviews=()).model_dump_json(by_alias=True, indent=1)
        return empty.removesuffix("]\n}") + "\n  "

    def review(self, review: Review, titles: Mapping[str, str], *, idle: bool) -> str:
        said = with_marks(review, titles).model_dump_json(by_alias=True, indent=1)
        return said.replace("\n", "\n  ")

    def closing(self, total: Total) -> str:
        return "\n ]\n}\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of a report."""
    return Report.model_json_schema(by_alias=True, mode="serialization")
