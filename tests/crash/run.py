"""Kills the bot at random moments while a newsroom works, and counts: `make crash`."""

import asyncio
import sys
import tempfile
from pathlib import Path

import click

from tests.crash.storm import Outcome, Plan, storm

_MOST = 20  # lines of what went wrong


@click.command()
@click.option("--kills", default=200, show_default=True, help="How often to kill it.")
@click.option("--events", default=1000, show_default=True, help="What people do meanwhile.")
@click.option("--seed", default=1, show_default=True, help="The same seed plans the same run.")
@click.option("--minutes", default=60.0, show_default=True, help="It ends then, done or not.")
def main(kills: int, events: int, seed: int, minutes: float) -> None:
    """Print what was lost, is there twice, or out of order; exit with 1 if anything was."""
    folder = Path(tempfile.mkdtemp(prefix="copychief-crash-"))
    outcome = asyncio.run(storm(Plan(kills, events, seed, minutes), folder))
    print(table(outcome))
    done = outcome.kills == kills and outcome.events == events
    if not (outcome.count.clean and done):
        print(f"The database and what the bot complained of: {folder}")
        sys.exit(1)


def table(outcome: Outcome) -> str:
    """The outcome as a table, and below it what went wrong."""
    count = outcome.count
    rows = {
        "kills": outcome.kills,
        "events": outcome.events,
        "  drafts handed in": outcome.handed_in,
        "  decisions": outcome.decisions,
        "deliveries by Slack": outcome.deliveries,
        "  of them once more": outcome.again,
        "seconds": round(outcome.seconds),
        "lost": len(count.lost),
        "left twice": len(count.twice),
        "out of order": len(count.disordered),
        "not finished": count.undone,
    }
    wrong = [*count.lost, *count.twice, *count.disordered][:_MOST]
    return "\n".join([*(f"{what:<22}{figure:>8,}" for what, figure in rows.items()), *wrong])


if __name__ == "__main__":
    main()
