"""A night against the weeks before it."""

import pytest

from newshouse.source_health import Measure, complaints


def measures(count: int, *, authors: float = 0.9, words: int = 500, days: int = 1) -> dict[str, Measure]:
    """`count` articles on so many days, a share of them with authors."""
    return {
        "article_body": Measure(article_count=count, filled_count=count, day_count=days, word_count=count * words),
        "authors": Measure(article_count=count, filled_count=round(count * authors), day_count=days, word_count=count * words),
    }


WEEKS = measures(560, days=28)


@pytest.mark.parametrize(
    ("tonight", "told"),
    [
        (measures(20), []),
        (measures(20, authors=0.6), []),  # a bad day, and no more
        (measures(20, authors=0.0), ["authors is filled in 0 of 20 articles, where 90% are usual"]),
        (measures(20, authors=0.3), ["authors is filled in 6 of 20 articles, where 90% are usual"]),
        (measures(2, authors=0.0), ["articles: 2, where about 20 are usual"]),  # too few to say anything of their fields
        (measures(12), []),  # a Sunday
        ({}, ["articles: 0, where about 20 are usual"]),
        (measures(20, words=150), ["article_body has 150 words on average, where 500 are usual"]),
        (measures(200), []),  # more is no loss
    ],
)
def test_what_is_unlike_the_source_is_told_and_ordinary_scatter_is_not(tonight: dict[str, Measure], told: list[str]) -> None:
    assert complaints(tonight, WEEKS, days=1) == told


@pytest.mark.parametrize("before", [{}, measures(19, days=19), measures(100, days=4)])
def test_without_weeks_to_compare_with_nothing_is_told(before: dict[str, Measure]) -> None:
    assert complaints(measures(20, authors=0.0), before, days=1) == []


def test_a_longer_interval_expects_more() -> None:
    assert complaints(measures(20), WEEKS, days=7) == ["articles: 20, where about 140 are usual"]


def test_a_field_that_was_always_filled_may_miss_once_and_not_often() -> None:
    always = measures(560, authors=1.0, days=28)
    assert complaints(measures(20, authors=0.95), always, days=1) == []
    assert complaints(measures(20, authors=0.25), always, days=1) != []


def test_a_source_with_three_articles_a_day_may_have_a_day_without_any() -> None:
    assert complaints({}, measures(84, days=28), days=1) == []
