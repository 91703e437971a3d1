"""The pages that are wanted of one host, and how it behaves: what it has asked for, how often it has failed, when it may be asked again."""

from collections import deque
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from newshouse.errors import Rejected
from newshouse.model import Politeness
from newshouse.robots import RobotsPolicy
from newshouse.site_files import SiteFiles
from newshouse.web import Exchange

MAX_WAIT_S = 30.0  # a host that asks for a longer pause is left for the next run
MAX_FAILURES = 4  # in a row, then the host is left for the next run
SLOW_S = 2.0  # a host that takes longer over an answer rests as long as it took


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A page: the URL that it was announced by, and where it is to be asked for after the redirects of other hosts that led here."""

    url: str
    at: str
    redirects: tuple[Exchange, ...] = ()


@dataclass(slots=True, kw_only=True)
class Host:
    """The pages still wanted of one host, those that were begun elsewhere first."""

    name: str  # scheme, host and port
    files: SiteFiles
    pages: deque[Wanted] = field(default_factory=deque)
    policy: RobotsPolicy | None = None
    page: Wanted | None = None  # the one under way
    file: str = ""  # the path of the host's own file under way
    refusal: Rejected | None = None  # of its address: nothing may be asked of it
    failures: int = 0  # in a row
    slowdown: int = 0  # how often its pause is doubled: one more for each failure, one less for each answer
    wished_pause_s: float = 0.0  # by Retry-After of the latest answer

    @property
    def place(self) -> str:
        """Host and port: what is asked by http and by https comes to one server."""
        return self.name.partition("://")[2]

    @property
    def has_begun_pages(self) -> bool:
        """Whether the next of its pages has cost a request already."""
        return bool(self.pages and self.pages[0].redirects)

    def note_failure(self, wished_pause_s: float) -> None:
        self.failures, self.slowdown, self.wished_pause_s = self.failures + 1, self.slowdown + 1, wished_pause_s

    def note_success(self) -> None:
        self.failures, self.slowdown, self.wished_pause_s = 0, max(0, self.slowdown - 1), 0.0

    def pause_s(self, politeness: Politeness, elapsed_s: float) -> float:
        """Seconds from the end of an answer, which took `elapsed_s`, to the next request."""
        rules = self.policy or self.files.rules
        usual_s = max(politeness.delay_s, rules.crawl_delay_s if rules else 0.0)
        backed_off_s = min(MAX_WAIT_S, max(usual_s, 0.1) * 2.0**self.slowdown) if self.slowdown else 0.0
        rest_s = min(MAX_WAIT_S, elapsed_s) if elapsed_s > SLOW_S else 0.0
        return max(usual_s, backed_off_s, rest_s, min(self.wished_pause_s, MAX_WAIT_S))


def robots_host(url: str) -> str:
    """Whose robots.txt speaks for `url`: scheme, host and port."""
    parts = urlsplit(url)
    return f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}"
