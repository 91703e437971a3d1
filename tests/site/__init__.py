"""A small news site of our own: what `make run` loads, and the ground truth of the integration tests.

Stories stand in `stories/`, page layouts in `templates/`, the source files of Newshouse in `sources/`; `expected.py` says what
record each page must give. The two sides read the same stories, so they cannot drift apart.
"""

from tests.site.publishers import SOURCES_FOLDER
from tests.site.server import NewsSite
from tests.site.stories import DEMO_DAY, DEMO_END, DEMO_START

__all__ = ["DEMO_DAY", "DEMO_END", "DEMO_START", "SOURCES_FOLDER", "NewsSite"]
