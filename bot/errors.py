"""What can go wrong for a person, each with the one line that person is told."""


class CopychiefError(Exception):
    """Something a person did that cannot be done; ``str(error)`` is what they are told."""


class Unreadable(CopychiefError):
    """A file, page or message that holds no text we can read."""


class EmptyDraft(Unreadable):
    """A draft without a word in it."""


class TooLong(Unreadable):
    """A draft longer than one reading takes."""


class UnknownFlag(CopychiefError):
    """A number that no flag of the draft has."""


class UnknownRule(CopychiefError):
    """A rule id that no pack has."""


class UnknownDraft(CopychiefError):
    """A slug or number that no draft of the channel has."""


class ReasonNeeded(CopychiefError):
    """Stet or wrong without a reason, sourced without a source."""


class AlreadySettled(CopychiefError):
    """A flag that another person settled first."""


class AnswerChanged(CopychiefError):
    """Agreeing to an answer that is not the one the person saw."""


class SettingsChanged(CopychiefError):
    """Settings of a desk that somebody else changed while the window was open."""


class NotYours(CopychiefError):
    """A decision that somebody else has to take; the line says who may."""


class CannotAsk(CopychiefError):
    """A person, or a time, that no flag can be put to."""


class CannotHandBack(CopychiefError):
    """A draft that there is no marked copy of, or that could not be drawn."""


class HoldsOpen(CopychiefError):
    """Clearing a draft while a hold is open."""


class AlreadyClosed(CopychiefError):
    """A draft that somebody cleared, ran or spiked before."""


class SharedOutside(CopychiefError):
    """A draft in a channel that people of other organisations are in."""


class NotKept(CopychiefError):
    """The database cannot be written for the moment: locked, or its disk full."""


class Paused(CopychiefError):
    """A draft in a channel whose desk is paused."""


class SettingMissing(CopychiefError):
    """A setting that is not there or has the wrong form."""


class SlackRefused(CopychiefError):
    """Slack would not do what we asked: not in the channel, thread locked, channel archived."""


class NoPicture(CopychiefError):
    """A picture of a proof that cannot be drawn here."""
