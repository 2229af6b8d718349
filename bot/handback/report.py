"""Reviews as other programs read them: the JSON of `copychief check --format json`."""

from collections.abc import Iterable
from importlib.metadata import version
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

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
    reviews: tuple[Review, ...]


def report(reviews: Iterable[Review]) -> dict[str, Any]:
    """The reviews as plain JSON values."""
    tool = Tool(version=version("copychief"), packs=dict(hashes()))
    return Report(tool=tool, reviews=tuple(reviews)).model_dump(mode="json", by_alias=True)


def schema() -> dict[str, Any]:
    """The JSON Schema of a report."""
    return Report.model_json_schema(by_alias=True, mode="serialization")
