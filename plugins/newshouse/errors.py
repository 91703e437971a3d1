"""Every exception of Newshouse, on one page.

NewshouseError
|-- Rejected           bad input: becomes one quarantine row, never a crash
|-- SettingsError      a setting is missing or wrong: the person who runs Newshouse mends it
|-- SourceFileError    a source's YAML is wrong: names file, line and fix
|-- WarehouseError     the warehouse refused: migrations missing or drifted, lock not to be had
|-- SourceFailed       one source could not do its stage: the others go on
|   |-- SourceBusy     worth another try later (429, 503, timeout)
|   |-- GateHeld       a re-extraction loses too much to be promoted: a person has to look
|   `-- SourceGone     not worth another try today (no such host, 404 or 410 of its only feed)
`-- UnbalancedRun      law 1 is broken: a discovered URL has no outcome
"""

from newshouse.model import Reason


class NewshouseError(Exception):
    """The root of all exceptions that Newshouse raises on purpose."""


class Rejected(NewshouseError):
    """Bad input, with the reason that its quarantine row will bear.

    `reason` is one of a fixed vocabulary, so that reasons can be counted; `detail` is for people.
    """

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail


class SettingsError(NewshouseError):
    """A setting is missing or wrong; the message says which one and what it should look like."""


class SourceFileError(NewshouseError):
    """A source file is wrong; the message is `file:line: what is wrong. How to mend it.`"""


class WarehouseError(NewshouseError):
    """The warehouse refused; the message says what to run."""


class SourceFailed(NewshouseError):
    """One source could not do its stage; the message names the source, the URL and the cause."""


class SourceBusy(SourceFailed):
    """The source may answer later: 429, 5xx, a timeout, a reset connection."""


class GateHeld(SourceFailed):
    """What today's extractor makes of the source's archived pages loses too much to replace what the warehouse says."""


class SourceGone(SourceFailed):
    """The source will not answer today however often it is asked: unknown host, 404 or 410 of every discovery document."""


class UnbalancedRun(NewshouseError):
    """For some source of a run, discovered URLs and outcomes differ; the message gives both numbers."""
