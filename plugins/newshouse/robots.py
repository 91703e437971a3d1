"""What a host lets us ask for: robots.txt by RFC 9309, and beside it the files in which hosts reserve text and data mining.

Pure: status and bytes come from outside, so that they can be kept.
"""

import math
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from protego import Protego

from newshouse.reservation import NOTHING_RESERVED, SiteReservation, parse_reservation

MAX_BYTES = 512 * 1024  # RFC 9309, 2.5: at least 500 KiB must be read
MAX_CRAWL_DELAY_S = 60.0  # a host that asks for more gets its pages over several nights
Decision = Literal["allowed", "disallowed", "unavailable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsFile:
    """A host's robots.txt. `host` is scheme, host and port; `status` is 0 where the host could not be reached."""

    host: str
    fetched_at: datetime
    status: int
    body: bytes  # content-coding undone
    tdmrep: bytes = b""  # of /.well-known/tdmrep.json; empty where the host has none
    ai_txt: bytes = b""  # of /ai.txt; empty where the host has none
    problem: str | None = None  # why the host could not be reached


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsPolicy:
    """The rules of one host for one crawler."""

    product: str  # our name as robots.txt files know it
    rules: Protego | None = None  # None: no rules
    is_available: bool = True  # False: the host could not say, so nothing may be asked for (RFC 9309, 2.3.1.4)
    reservation: SiteReservation = NOTHING_RESERVED

    def decide(self, url: str) -> Decision:
        if not self.is_available:
            return "unavailable"
        return "allowed" if self.rules is None or self.rules.can_fetch(url, self.product) else "disallowed"

    @property
    def crawl_delay_s(self) -> float:
        """Seconds between requests that the host asks for, 0 where it does not."""
        delay = self.rules.crawl_delay(self.product) if self.rules is not None else None
        return min(float(delay), MAX_CRAWL_DELAY_S) if delay and math.isfinite(delay) and delay > 0 else 0.0


def policy_of(file: RobotsFile, user_agent: str) -> RobotsPolicy:
    """The policy that the host's files make for `user_agent`."""
    policy = parse_robots(file.status, file.body, user_agent)
    return replace(policy, reservation=parse_reservation(file.tdmrep, file.ai_txt, policy.product))


def parse_robots(status: int, body: bytes, user_agent: str) -> RobotsPolicy:
    """The policy that a robots.txt (its bytes unpacked) makes for `user_agent`; `status` 0 means that the host could not be reached.

    4xx allows all, save 429, which says no more than "not now"; 5xx, 429 and 0 disallow all. Beyond MAX_BYTES nothing is read.
    """
    product = user_agent.partition("/")[0].strip() or "*"
    if 200 <= status < 300:
        whole_lines = body if len(body) <= MAX_BYTES else body[:MAX_BYTES].rpartition(b"\n")[0]
        return RobotsPolicy(product=product, rules=Protego.parse(whole_lines.decode("utf-8-sig", "replace")))
    return RobotsPolicy(product=product, is_available=is_definite(status))


def is_definite(status: int) -> bool:
    """Whether the host has said what it allows: 5xx, 429 and 0 (not reached) say no more than "not now"."""
    return 200 <= status < 500 and status != 429
