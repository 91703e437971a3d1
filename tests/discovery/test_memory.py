"""What a walk through sitemaps of 50,000 addresses keeps in memory: one of them at a time, and what is wanted."""

import subprocess
import sys

from newshouse.discovery.sitemap_document import MAX_ENTRIES
from newshouse.settings import PROJECT_FOLDER

WALK = """
import resource, sys
from datetime import date
from newshouse.discovery import discover
from newshouse.model import DiscoveryRule, utc_day
from tests.discovery.answers import HOST, NOW, Shelf, index, paper, urlset

count, length = int(sys.argv[1]), int(sys.argv[2])
old = urlset(*((f"{HOST}/story/{number}", "2025-09-01") for number in range(length - 1)), (f"{HOST}/wanted", "2025-09-17"))
children = [f"{HOST}/part{number}.xml" for number in range(count)]
shelf = Shelf({f"{HOST}/index.xml": index(*children), **dict.fromkeys(children, old)})
found = discover(paper(DiscoveryRule(strategy="sitemap", url=f"{HOST}/index.xml")), utc_day(date(2025, 9, 17)), shelf.ask, NOW)
print([ref.url for ref in found.refs] == [f"{HOST}/wanted"], len(shelf.asked), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def test_memory_does_not_grow_with_the_number_of_sitemaps() -> None:
    few, many = (_peak_kb(count) for count in (1, 4))
    assert many < 1.2 * few


def _peak_kb(count: int) -> int:
    command = [sys.executable, "-c", WALK, f"{count}", f"{MAX_ENTRIES}"]
    is_right, asked, peak = subprocess.run(command, cwd=PROJECT_FOLDER, capture_output=True, text=True, check=True).stdout.split()
    assert (is_right, asked) == ("True", f"{count + 1}")
    return int(peak)
