"""Where a link leads, as a text has it between brackets."""

import re
from urllib.parse import parse_qs, urljoin, urlsplit

LONGEST = 800  # characters of an address
LONGEST_LABEL = 160  # characters of the words that lead there


def address_of(href: str, base: str = "") -> str | None:
    """Where ``href`` leads, if it leads to another page; ``base`` is where it starts from."""
    href = href.strip()
    if not href or href.startswith("#") or len(href) > 2 * LONGEST:
        return None
    try:
        address = urljoin(base, href)
        parts = urlsplit(address)
        if parts.hostname in {"www.google.com", "google.com"} and parts.path == "/url":
            address = parse_qs(parts.query).get("q", [address])[0]  # as a shared document has it
    except ValueError:
        return None
    address = address.replace("(", "%28").replace(")", "%29").replace(" ", "%20")
    known = re.fullmatch(r"https?://[^\s<>\"\[\]]+", address)
    return address if known and len(address) <= LONGEST else None


def linked(href: str, label: str, base: str = "") -> str | None:
    """Where ``href`` leads, if the words of the link are to be said with it: “[label](address)”.

    Not where they are the address itself, or could not stand between brackets.
    """
    if _bare(label) == _bare(href) or not fits(label):
        return None
    return address_of(href, base)


def fits(label: str) -> bool:
    """Tell whether words can stand between brackets."""
    return 1 <= len(label) <= LONGEST_LABEL and not set("[]\n") & set(label)


def _bare(address: str) -> str:
    """An address as people write it: without scheme, “www.” and a slash at the end."""
    return re.sub(
        r"\A(?:https?://|mailto:|tel:)?(?:www\.)?", "", address.strip(), flags=re.I
    ).rstrip("/")
