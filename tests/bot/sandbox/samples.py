"""Slack's own samples, recorded elsewhere, and how far something of ours differs from one."""

import json
import os
import re
from pathlib import Path
from typing import Any

_BESIDE = Path(__file__).resolve().parents[3].parent / "shared" / "slack" / "samples"
SAMPLES = Path(os.environ.get("COPYCHIEF_SLACK_SAMPLES", _BESIDE))
_ID = re.compile(r"[A-Z]0{6,}\d+")  # a key that stands for any id


def sample(name: str) -> Any:
    """The sample of that name, as ``events/MessagePayload``."""
    return json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def differences(ours: Any, theirs: Any, at: str = "") -> list[str]:
    """Keys of ours that the sample does not have, and values of another type; null passes."""
    if ours is None or theirs in ({}, [], None):  # the sample does not say what is inside
        return []
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _in_objects(ours, theirs, at)
    if isinstance(ours, list) and isinstance(theirs, list):
        if "type" in (theirs[0] if isinstance(theirs[0], dict) else {}) and "block" in at:
            return []  # blocks are checked elsewhere
        return [line for one in ours for line in differences(one, theirs[0], f"{at}[]")]
    return [] if _alike(ours, theirs) else [f"{at}: {type(ours).__name__}"]


def _in_objects(ours: dict[str, Any], theirs: dict[str, Any], at: str) -> list[str]:
    any_id = next((value for key, value in theirs.items() if _ID.fullmatch(key)), None)
    found: list[str] = []
    for key, value in ours.items():
        known = theirs.get(key, any_id)
        if known is None and key not in theirs:
            found.append(f"{at}.{key}: not in the sample")
        else:
            found += differences(value, known, f"{at}.{key}")
    return found


def _alike(ours: Any, theirs: Any) -> bool:
    if isinstance(ours, bool) or isinstance(theirs, bool):
        return type(ours) is type(theirs)
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return True
    return type(ours) is type(theirs)


def missing(ours: dict[str, Any], theirs: dict[str, Any], optional: str = "") -> list[str]:
    """Keys of the sample that ours does not have, but for those it may leave out."""
    return sorted(set(theirs) - set(ours) - set(optional.split()))
