"""Whom a text credits, and which of several copies was first."""

from datetime import UTC, datetime, timedelta
from itertools import permutations
from uuid import UUID

import pytest

from newshouse.model import DatePrecision
from newshouse.near_duplicates.origin import Telling, credits_of, names_of, origin

NOON = datetime(2025, 9, 17, 12, tzinfo=UTC)


def telling(number: int, after_h: float | None, *credits: str, name: str = "", precision: DatePrecision = DatePrecision.MINUTE) -> Telling:
    return Telling(
        article_key=UUID(int=number),
        source_id=f"source-{number}",
        source_name=name or f"Paper {number}",
        first_captured_at=NOON + timedelta(days=1),
        date_published=None if after_h is None else NOON + timedelta(hours=after_h),
        date_published_precision=precision,
        credits=credits,
    )


@pytest.mark.parametrize(
    ("lines", "credit"),
    [
        (["TOLLER POINT (AFP) - The bridge opened."], "afp"),
        (["TOLLER POINT, May 3 (Meridian Wire) — The bridge opened."], "meridian wire"),
        (["The bridge opened.", "(dpa)"], "dpa"),
        (["The bridge opened.", "Source: Agence France-Presse"], "agence france presse"),
        (["Die Brücke ist offen.", "Quelle: dpa"], "dpa"),
        (["The bridge opened.", "© 2025 The Associated Press. All rights reserved."], "associated press"),
        (["The bridge opened.", "Copyright 2025 by Meridian Wire, Toller Point"], "meridian wire"),
    ],
)
def test_a_credit_is_read_where_agencies_set_it(lines: list[str], credit: str) -> None:
    assert credit in credits_of([], lines)


def test_an_organization_in_the_author_line_is_a_credit() -> None:
    assert credits_of(["The Associated Press"], []) == ("associated press",)


def test_a_name_inside_the_story_is_no_credit() -> None:
    lines = ["The agency Meridian Wire (MW) said on Monday that it had moved.", "More was not known.", "It rained.", "It rained.", "Rain."]
    assert not {"meridian wire", "mw"} & set(credits_of([], lines))


@pytest.mark.parametrize(
    ("source", "called"),
    [("The Associated Press", "ap"), ("Agence France-Presse", "afp"), ("Deutsche Presse-Agentur", "dpa"), ("Reuters", "reuters")],
)
def test_a_source_is_called_by_its_name_or_initials(source: str, called: str) -> None:
    assert called in names_of(source)


@pytest.mark.parametrize(
    ("tellings", "first"),
    [
        ([telling(1, 2), telling(2, 1), telling(3, None)], 2),
        ([telling(1, 1), telling(2, 1)], 1),
        ([telling(1, -12, precision=DatePrecision.DAY), telling(2, 3)], 2),
        ([telling(1, -36, precision=DatePrecision.DAY), telling(2, 3)], 1),
        ([telling(1, 0, "mw"), telling(2, 5, name="Meridian Wire")], 2),
        ([telling(1, 0, "nobody we know"), telling(2, 5)], 1),
        ([telling(1, 0), telling(2, 5, "paper 2")], 1),
        ([telling(1, None), telling(2, None)], 1),
    ],
    ids=["earliest", "smaller key", "no time of day", "day before", "credited", "credited stranger", "credits itself", "undated"],
)
def test_the_origin_is_whom_others_credit_else_the_earliest(tellings: list[Telling], first: int) -> None:
    for order in permutations(tellings):
        assert origin(order).article_key == UUID(int=first)
