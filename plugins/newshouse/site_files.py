"""What a host says to all who come with a program: robots.txt, and the two files beside it in which mining is reserved.

They are asked for one after the other, in the host's own turns, and put together here; who asks, and when, is the business of `fetching`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from newshouse.errors import Rejected, SourceFailed
from newshouse.judging import is_busy
from newshouse.model import Capture
from newshouse.robots import MAX_BYTES, RobotsFile, RobotsPolicy, is_definite, parse_robots, policy_of
from newshouse.web import Exchange

ROBOTS_TXT, TDMREP, AI_TXT = "/robots.txt", "/.well-known/tdmrep.json", "/ai.txt"
MOST_BYTES = 2 * MAX_BYTES
UNREACHABLE = 0  # the status of a robots.txt whose host gave no answer


@dataclass(frozen=True, slots=True)
class Memory:
    """What earlier runs learned of hosts; `keep` gets what this one learns, with the captures of the answers."""

    known: Callable[[str], RobotsFile | None] = lambda _: None
    keep: Callable[[RobotsFile, Sequence[Capture]], object] = lambda _, __: None


NO_MEMORY = Memory()


@dataclass(slots=True, kw_only=True)
class SiteFiles:
    """The files of one host, as far as they have been read. `host` is scheme, host and port."""

    host: str
    user_agent: str
    file: RobotsFile | None = None
    rules: RobotsPolicy | None = None  # what robots.txt alone says
    captures: list[Capture] = field(default_factory=list)
    unread: list[str] = field(default_factory=lambda: [ROBOTS_TXT])
    is_unsure: bool = False  # one of the files beside robots.txt may be there, and could not be had

    def take(self, path: str, answer: Exchange | Rejected | SourceFailed) -> None:
        """Notes what came of asking for `path`, and what is to be asked for next."""
        self.unread.remove(path)
        if path == ROBOTS_TXT:
            self.file = _robots_file(self.host, answer)
            self.rules = parse_robots(self.file.status, self.file.body, self.user_agent)
            if self.rules.is_available:
                self.unread += [beside for beside in (TDMREP, AI_TXT) if self.rules.decide(self.host + beside) == "allowed"]
        elif self.file is not None:
            content = _content(answer)
            self.is_unsure = self.is_unsure or content is None
            self.file = replace(self.file, tdmrep=content or b"") if path == TDMREP else replace(self.file, ai_txt=content or b"")

    def policy(self) -> RobotsPolicy | None:
        """What the files allow; None until all of them were asked for."""
        return policy_of(self.file, self.user_agent) if self.file and not self.unread else None

    def told(self) -> str:
        """Why nothing may be asked for, for people."""
        if self.file and self.file.problem:
            return self.file.problem
        return f"{self.host}: {'what it reserves' if self.is_unsure else 'robots.txt'} could not be read"


def remembered(memory: Memory, host: str) -> RobotsFile | None:
    """The host's files from an earlier run, where they were had then."""
    file = memory.known(host)
    return file if file and is_definite(file.status) else None


def _robots_file(host: str, answer: Exchange | Rejected | SourceFailed) -> RobotsFile:
    fetched_at = datetime.now(UTC)
    try:
        if isinstance(answer, Exchange):
            return RobotsFile(host=host, fetched_at=fetched_at, status=answer.status, body=_text(answer))
        problem = str(answer)
    except Rejected as rejection:
        problem = str(rejection)
    return RobotsFile(host=host, fetched_at=fetched_at, status=UNREACHABLE, body=b"", problem=problem)


def _content(answer: Exchange | Rejected | SourceFailed) -> bytes | None:
    """The bytes of a file beside robots.txt, empty where the host has none; None where it could not say."""
    if isinstance(answer, SourceFailed) or (isinstance(answer, Exchange) and (is_busy(answer.status) or answer.truncated == "time")):
        return None
    if isinstance(answer, Rejected) or answer.status != 200:
        return b""
    try:
        return _text(answer)
    except Rejected:
        return b""


def _text(exchange: Exchange) -> bytes:
    """As much of the file as its rules are read from; raises Rejected for one that cannot be unpacked or came to no end."""
    if exchange.truncated == "length" and not exchange.header("Content-Encoding"):
        return exchange.payload
    return exchange.content(32 * MAX_BYTES)[:MOST_BYTES]
