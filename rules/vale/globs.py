"""The globs by which sections of a .vale.ini choose files: ``*.{md,txt}``, ``docs/**/*.md``."""

import re
from functools import lru_cache


@lru_cache(maxsize=256)
def matches(glob: str, path: str) -> bool:
    """Tell whether ``path`` is meant: as it is, or any of its tails; ``!`` turns it round.

    ``*`` goes over slashes too, unless there is a ``**`` in the glob.
    """
    if glob.startswith("!"):
        return not matches(glob.lstrip("!"), path)
    pattern = re.compile(_translated(glob), re.DOTALL)
    parts = path.replace("\\", "/").removeprefix("./").split("/")
    return any(pattern.fullmatch("/".join(parts[n:])) for n in range(len(parts)))


def _translated(glob: str) -> str:
    any_of, one = (r"[^/]*", r"[^/]") if "**" in glob else (r".*", r".")
    out: list[str] = []
    depth, at = 0, 0
    while at < len(glob):
        sign = glob[at]
        if glob.startswith("**/", at):
            out.append("(?:.*/)?")
            at += 3
            continue
        at += 1
        if sign == "*":
            is_deep = glob.startswith("*", at)
            out.append(".*" if is_deep else any_of)
            at += is_deep
        elif sign == "?":
            out.append(one)
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
            out.append(_class(glob[at:end]))
            at = end + 1
        elif sign == "\\" and at < len(glob):
            out.append(re.escape(glob[at]))
            at += 1
        else:
            out.append(re.escape(sign))
    return "".join(out) + ")" * depth


def _class(signs: str) -> str:
    negated = signs[:1] in "!^"
    kept = re.sub(r"[\\\[\]^&|~]", r"\\\g<0>", signs[1:] if negated else signs)
    return f"[^{kept}]" if negated else f"[{kept}]"
