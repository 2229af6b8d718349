"""Drafts to settle: each has about twenty flags, two of them holds, one in a sentence."""

_PLACES = (
    *("Ardmore", "Brackley", "Corvale", "Dunmere", "Eastholm", "Farrow", "Glenside", "Harwick"),
    *("Inverloch", "Jarrow", "Kelby", "Lowmoor", "Marley", "Norbury", "Oakham", "Penrith"),
    *("Quorn", "Rushden", "Selby", "Thornley", "Upton", "Varley", "Welby", "Yarm"),
    *("Zeal", "Ashby", "Belford", "Carnforth", "Dalton", "Ellon"),
)
_SENTENCES = (
    "The {place} council met on Tuesday to hear about the new ferry.",
    "Treasurer Ada Moss secretly embezzled the harbour fund of {place}.",
    "Harbour master Carl Reed deliberately sabotaged the ferry at {place}.",
    "The mayor slammed the timetable.",
    "Her deputy blasted the ticket hall.",
    "A second speaker lambasted the car park.",
    "Passenger numbers have risen 31 per cent since May.",
    "Repairs cost the town 4.2 million pounds.",
    "Critics say the pier is too short.",
    "Experts believe the boats will be late.",
    "The harbour is said to be in trouble.",
    "It is clear that nobody reads the timetable.",
    "The so-called express takes an hour.",
    "The regime of fines begins in June.",
    "A whopping crowd filled the square.",
    "The plan sparked outrage along the quay.",
    "Residents were left reeling by the change.",
    "The shock decision came at night.",
    "The controversial ramp opens on Monday.",
    "It was reported that the crane had failed.",
    "Sources say the bridge is next.",
    "The move is widely seen as a mistake.",
    "The disgraced builder has left the town.",
    "Everyone knows the tide table is wrong.",
)


def copies(many: int) -> list[str]:
    """So many drafts, each about another town."""
    return [
        "\n\n".join(sentence.format(place=_PLACES[n % len(_PLACES)]) for sentence in _SENTENCES)
        for n in range(many)
    ]
