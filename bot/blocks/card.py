"""The card: what the draft is, how many flags it has, what holds it, and the way to clear it."""

from collections import Counter
from collections.abc import Sequence

from bot.blocks.buttons import buttons
from bot.blocks.escape import tight
from bot.blocks.flag import is_new
from bot.blocks.run import asked_to_run
from bot.blocks.text import Block, context, section
from bot.blocks.when import clock
from bot.model import Checklist, Draft, Entry, Standing, State
from bot.wording import counted, levelled, listed, runs
from rules.model import Level

_WHO_MAY = "Everyone in this channel may settle flags here, until `/desk settings` says who may."

_MOST_RUNS, _MOST_HOLDING, _TITLE, _NAME, _WHY = 8, 6, 60, 40, 160
_ALONE = 3  # so many sentences at the end with nobody speaking are worth a word


def card(checklist: Checklist) -> list[Block]:
    """Everything above the flags."""
    draft = checklist.draft
    lines = [heading(checklist), *_body(checklist)]
    blocks = [section("\n".join(lines), f"card:{draft.id}:{draft.change}"), *buttons(checklist)]
    first = checklist.version == 1 and not checklist.roles_set
    if first and draft.state is State.WITH_WRITER and checklist.unsettled():
        blocks.append(context(_WHO_MAY, f"who:{draft.id}"))
    return [*blocks, *asked_to_run(checklist, named(draft, checklist.title))]


def summary(checklist: Checklist) -> str:
    """The card in one line, for a notification and for who listens instead of looking."""
    return f"{named(checklist.draft, checklist.title)}: {counts(checklist)}"


def named(draft: Draft, title: str | None = None) -> str:
    """The draft by its headline, else by its slug as a person would write it: “Harbour fees”."""
    words = title or draft.slug.replace("-", " ")
    return tight(words.strip()[:1].upper() + words.strip()[1:], _TITLE)


def heading(checklist: Checklist) -> str:
    """Name, version, length, who posted it, and the slug that commands take."""
    draft = checklist.draft
    came = "posted" if draft.own_message else "handed in"
    return (
        f"*{named(draft, checklist.title)}* · version {checklist.version}"
        f" · {counted(draft.words, 'word')} · {came} by {tight(draft.writer.name, _NAME)}"
        f" · `{tight(draft.slug, _TITLE)}`"
    )


def counts(checklist: Checklist) -> str:
    """How many flags of which level, and how far they are settled, in words."""
    if checklist.language != "en":
        return "This copy is not in English, so I have not read it."
    if not checklist.entries:
        return _nothing(checklist)
    whole = f"{levels(checklist.entries)}."
    if new := sum(is_new(checklist, entry) for entry in checklist.entries):
        whole = f"{whole} {new} {'is' if new == 1 else 'are'} new."
    standings = Counter(entry.standing for entry in checklist.entries)
    if standings[Standing.OPEN] == len(checklist.entries):
        return whole
    return f"{whole} {_progress(checklist.entries, standings)}"


def levels(entries: Sequence[Entry]) -> str:
    """“6 holds, 21 queries, 3 notes”; levels that have none are left out."""
    return levelled(Counter(entry.flag.level for entry in entries))


def holding(checklist: Checklist) -> str:
    """The questions that hold the draft: “who accuses? (4), whose quotation?”."""
    titles = Counter(entry.flag.title for entry in checklist.unsettled(Level.HOLD))
    said = []
    for title, times in titles.most_common()[:_MOST_HOLDING]:
        words = tight(title[:1].lower() + title[1:], _TITLE)
        said.append(f"{words} ({times})" if times > 1 else words)
    return _and_more(said, len(titles) - len(said))


def _body(checklist: Checklist) -> list[str]:
    draft = checklist.draft
    lines = [counts(checklist)]
    if checklist.entries and checklist.language == "en":
        lines[0] = f"{lines[0]} {_speaking(checklist)}".rstrip()
    if checklist.stopped:
        lines.append(_stopped(checklist.stopped))
    if ended := _ended(checklist):
        return [*lines, ended]
    if held := holding(checklist):
        lines.append(f"Held by: {held}")
    if whose := _whose(draft):
        lines.append(whose)
    return lines


def _ended(checklist: Checklist) -> str:
    """How it ended, by whose word and why; "" while it is still worked on."""
    draft = checklist.draft
    by = f" by {tight(draft.closed_by.name, _NAME)}" if draft.closed_by else ""
    if draft.state is State.CLEARED and by:
        return f"*Cleared{by}.* {_left(checklist)}".rstrip()
    if draft.state is State.RUN_WITH_HOLDS:
        second = f" and {tight(draft.second.name, _NAME)}" if draft.second else ""
        said = f"Run with holds{by}{second}"  # some may have been settled since
    elif draft.state is State.SPIKED:
        said = f"Spiked{by}"
    else:
        return ""
    why = tight(draft.closed_why, _WHY)
    left = f"\n{left}" if (left := _left(checklist)) else ""
    return (f"*{said}:* {why}" if why else f"*{said}.*") + left


def _whose(draft: Draft) -> str:
    """Who has it, and until when it is wanted."""
    said = []
    if draft.taken_by:
        said.append(f"{tight(draft.taken_by.name, _NAME)} has it")
    if draft.due:
        said.append(f"{'off' if said else 'Off'} stone {clock(draft.due)}")
    return " · ".join(said)


def _stopped(rules: Sequence[str]) -> str:
    """What was not looked for, so that somebody does."""
    said = [f"`{tight(rule, _NAME)}`" for rule in rules[:_MOST_HOLDING]]
    whole = _and_more(said, len(rules) - len(said))
    return f"*Not looked for:* {whole} took too long on this version. Read for it yourselves."


def _and_more(said: Sequence[str], more: int) -> str:
    return listed(said, "and") if more <= 0 else ", ".join([*said, f"and {more} more"])


def _nothing(checklist: Checklist) -> str:
    sentences, sourced = len(checklist.sentences), len(set(checklist.sourced))
    return f"Read it: {counted(sentences, 'sentence')}, {sourced} attributed. Nothing to query."


def _progress(entries: Sequence[Entry], standings: Counter[Standing]) -> str:
    still = [entry for entry in entries if entry.open]
    said = [f"Still open: {levels(still)}" if still else "None is open"]
    if standings[Standing.ANSWERED]:
        wait = counted(standings[Standing.ANSWERED], "waits", "wait")
        said.append(f"{wait} for a second person")
    if standings[Standing.SETTLED]:
        said.append(f"{standings[Standing.SETTLED]} settled")
    return f"{'; '.join(said)}."


def _speaking(checklist: Checklist) -> str:
    """Which sentences somebody vouches for, and from where on nobody does but us."""
    last = len(checklist.sentences)
    if not last:
        return ""
    sourced = {n + 1 for n in checklist.sourced if 0 <= n < last}
    if not sourced:
        return "Nobody is speaking in it but us."
    if len(sourced) == last:
        return "Every sentence is sourced."
    ranges = runs(sourced)
    more = len(ranges) - _MOST_RUNS
    said = listed(ranges) if more <= 0 else ", ".join([*ranges[:_MOST_RUNS], f"and {more} more"])
    one = len(sourced) == 1
    line = f"Sentence {said} is sourced." if one else f"Sentences {said} are sourced."
    alone = last - max(sourced)
    after = f" From {max(sourced) + 1} on nobody is speaking but us."
    return line + (after if alone >= _ALONE else "")


def _left(checklist: Checklist) -> str:
    """How many queries nobody had answered when it was cleared or run; "" if none."""
    left = [entry for entry in checklist.entries if checklist.is_left_open(entry)]
    return f"{counted(len(left), 'query', 'queries')} left unanswered." if left else ""
