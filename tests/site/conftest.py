"""The site as a fixture: shared where a test only reads, its own where it turns the clock or breaks something."""

from collections.abc import Iterator

import pytest

from tests.site import NewsSite


@pytest.fixture(scope="session")
def shared_site() -> Iterator[NewsSite]:
    with NewsSite() as site:
        yield site


@pytest.fixture
def site() -> Iterator[NewsSite]:
    with NewsSite() as site:
        yield site
