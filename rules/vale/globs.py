"""The globs by which sections of a .vale.ini choose files: ``*.{md,txt}``, ``docs/**``."""

import re
from functools import lru_cache


@lru_cache(maxsize=256)
def matches(glob: str, path: str) -> bool:
    """Tell whether ``path`` is meant: as it is, or any of its tails; ``!`` turns it round."""
    if glob.startswith("!"):
        return not matches(glob[1:], path)
    pattern = re.compile(_translated(glob), re.DOTALL)
    parts = path.replace("\\", "/").removeprefix("./").split("/")
    return any(pattern.fullmatch("/".join(parts[n:])) for n in range(len(parts)))


def _translated(glob: str) -> str:
    out: list[str] = []
    depth, at = 0, 0
    while at < len(glob):
        sign = glob[at]
        at += 1
        if sign == "*":
            out.append(".*")
            at += glob[at : at + 1] == "*"
        elif sign == "?":
            out.append(".")
        elif sign == "{":
            depth += 1
            out.append("(?:")
        elif sign == "}" and depth:
            depth -= 1
            out.append(")")
        elif sign == "," and depth:
            out.append("|")
        elif sign == "[" and "]" in glob[at + 1 :]:
            end = glob.index("]", at + 1)
            out.append("[" + glob[at:end].replace("\\", r"\\").replace("!", "^", 1) + "]")
            at = end + 1
        else:
            out.append(re.escape(sign))
    return "".join(out) + ")" * depth
