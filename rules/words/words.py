"""What every rule of words and patterns may say: Vale's keys and ours."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Any, Literal

import regex
from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, field_validator

from rules.model import Hit, Level, Voice
from rules.search.page import Page
from rules.search.plan import Plan, plan
from rules.search.search import Search
from rules.words.unless import Contexts, Unless

MOST = 1_000_000_000  # that a rule counts to
_LEVELS = {"error": Level.HOLD, "warning": Level.QUERY, "suggestion": Level.NOTE}
LOST_IN_FOLDING = regex.compile(
    r"[‘’‚‛ʼ`´“”„‟«»‐‑‒–—―−\u00a0\u2000-\u200f\u202f\u3000\t]|\\[xuNpP]"
)


class Words(BaseModel):
    """A rule file as written; each kind adds its own keys and says what it finds."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)

    extends: str
    message: str = ""
    level: Level = Level.QUERY
    scope: tuple[str, ...] = ("text",)
    limit: int = Field(0, ge=0, le=MOST)
    link: str = ""
    description: str = ""
    title: str = ""
    why: str = ""
    fix: str = ""
    source: str = ""
    examples: tuple[str, ...] = ()
    formerly: tuple[str, ...] = ()
    voice: tuple[Voice, ...] = ()
    unless: tuple[Unless, ...] = ()
    view: Literal["folded", "written"] | None = None
    matchcase: bool = False

    _is_foreign: bool = PrivateAttr(default=False)
    _accepted: tuple[str, ...] = PrivateAttr(default=())
    _plans: dict[str, Plan] = PrivateAttr(default_factory=dict)
    _searches: dict[str, Search] = PrivateAttr(default_factory=dict)

    @field_validator("level", mode="before")
    @classmethod
    def _vale_level(cls, level: Any) -> Any:
        return _LEVELS.get(level, level) if isinstance(level, str) else level

    @field_validator("scope", "voice", "formerly", mode="before")
    @classmethod
    def _one_or_several(cls, said: Any) -> Any:
        return [said] if isinstance(said, str) else said

    @field_validator("unless", mode="before")
    @classmethod
    def _one_or_many(cls, said: Any) -> Any:
        return [said] if isinstance(said, dict) else said

    @field_validator("voice", mode="before")
    @classmethod
    def _any_voice(cls, said: Any) -> Any:
        return list(Voice) if said == ["any"] or said == "any" else said

    @property
    def fills(self) -> int:
        """How many words there are for the places of the message."""
        return 1

    def find(self, page: Page) -> Iterable[Hit]:
        """The passages the rule points at, with the reason where one is right where it stands.

        OutOfPatience, in the middle of them, where a pattern takes too long on this page.
        """
        return () if self.is_idle(page) else self._weighed(page)

    def is_idle(self, page: Page) -> bool:
        """Tell quickly that there is nothing to find: most rules have no word on most pages."""
        return all(search.is_idle(page) for search in self.sought)

    def _weighed(self, page: Page) -> Iterator[Hit]:
        for hit in islice(self.found(page), self.limit or None):
            if hit.because is None and self.is_right(page, hit):
                hit = replace(hit, suggestions=(), because="technical")
            yield hit

    def is_right(self, page: Page, hit: Hit) -> bool:
        """Tell whether the words are right where they stand."""
        return bool(self.unless) and self._contexts.spare(page.text, hit)

    @cached_property
    def _contexts(self) -> Contexts:
        return Contexts(self.unless)

    def found(self, page: Page) -> Iterator[Hit]:
        """What the kind finds, whatever the context."""
        raise NotImplementedError

    def searches(self) -> Iterator[Search]:
        """All that the rule looks for, made from its keys."""
        raise NotImplementedError

    @cached_property
    def sought(self) -> tuple[Search, ...]:
        """The same, made once: their literals are for the scan."""
        return tuple(self.searches())

    def adopt(self, *, foreign: bool, accepted: tuple[str, ...], plans: dict[str, Plan]) -> None:
        """Say where the rule comes from, which words are accepted, and what is known of it.

        ``foreign`` rules mean exactly what they mean to Vale: nothing is folded for them.
        """
        self._is_foreign, self._accepted, self._plans = foreign, accepted, plans

    @property
    def plans(self) -> dict[str, Plan]:
        """The plans of all searches, to be kept."""
        return self._plans if self.sought else {}

    def search(
        self,
        name: str,
        terms: Sequence[str],
        *,
        edges: bool = False,
        ignorecase: bool = False,
        by_line: bool = False,
    ) -> Search:
        """The search for ``terms`` (plan.py in search/); ``name`` tells it from others here."""
        found = self._searches.get(name)
        if found is None:
            if name not in self._plans:
                folded = self._is_folded(terms, ignorecase=ignorecase)
                self._plans[name] = plan(
                    terms, edges=edges, ignorecase=ignorecase, folded=folded, by_line=by_line
                )
            found = self._searches[name] = Search(self._plans[name])
        return found

    def _is_folded(self, terms: Sequence[str], *, ignorecase: bool) -> bool:
        """What folding takes away (curly quotes, long dashes) is found only as written."""
        if self.view is not None or self._is_foreign or not ignorecase:
            return self.view == "folded"
        return not any(LOST_IN_FOLDING.search(term) for term in terms)
