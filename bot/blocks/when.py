"""A moment, as everybody reads it on their own clock."""

from datetime import datetime


def clock(at: datetime) -> str:
    """An aware moment; where Slack does not draw it, it reads in UTC."""
    said = f"{at.day} {at:%B, %H:%M} UTC"
    return f"<!date^{int(at.timestamp())}^{{date_short_pretty}} at {{time}}|{said}>"
