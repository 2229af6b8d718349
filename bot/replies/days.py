"""The names of days, as people write them."""

TODAY, TOMORROW = -1, -2

_WEEK = (
    ("monday", "mon"),
    ("tuesday", "tue", "tues"),
    ("wednesday", "wed", "weds"),
    ("thursday", "thu", "thur", "thurs"),
    ("friday", "fri"),
    ("saturday", "sat"),
    ("sunday", "sun"),
)

# Weekdays by their number, Monday is 0.
DAYS = {name: number for number, names in enumerate(_WEEK) for name in names} | {
    "today": TODAY,
    "tomorrow": TOMORROW,
    "tmrw": TOMORROW,
}
