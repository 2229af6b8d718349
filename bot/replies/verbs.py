"""The words that a decision begins with."""

from bot.replies.decision import Verb

VERBS = {verb.value: verb for verb in Verb} | {
    "fix": Verb.FIXED,
    "cut": Verb.FIXED,
    "sourced": Verb.SOURCE,
}
