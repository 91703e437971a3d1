"""A source's own selectors are used for the pages captured on their days, and only where they find something."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from newshouse.extraction import extract
from newshouse.extraction.overrides import override_for
from newshouse.model import Article, Author, DatePrecision, FieldSelector, Override, Source
from tests.extraction.writing import HEADLINE, PARAGRAPHS, TEXT, html, page, paragraphs

CAPTURED_AT = datetime(2024, 3, 5, 12, tzinfo=UTC)
# A template that no generic rule reads: the text in cells that look like a ticker, the fields without telling names.
ODD = (
    "<html><head><title>Velm</title></head><body><div class='x1'>Velm</div><div class='x2'>Bridge to rise again</div>"
    "<div class='x3'><span>Ada Lind</span><span>Ben Moor</span></div><div class='x4' data-at='2024-03-05 10:15'>Tuesday</div>"
    "<div class='x5'><div class='cell'>The bridge is to rise again.</div><div class='ad'>Buy rope.</div>"
    "<figure><img src='/b.jpg'><figcaption>The bridge.</figcaption></figure><div class='cell'>It fell <b>two</b> years ago.</div>"
    "<script>var x = 'no text';</script></div></body></html>"
)


def source(*overrides: Override) -> Source:
    return Source(
        source_id="velm",
        name="Velm Courier",
        homepage="https://velm-courier.example/",
        language="en",
        time_zone="Europe/Berlin",
        overrides=overrides,
    )


def fields(**selectors: str | tuple[str, str]) -> tuple[FieldSelector, ...]:
    return tuple(
        FieldSelector(field=name, select=rule) if isinstance(rule, str) else FieldSelector(field=name, select=rule[0], attribute=rule[1])
        for name, rule in selectors.items()
    )


def read(text: str, *overrides: Override, captured_at: datetime | None = CAPTURED_AT) -> Article:
    return extract(replace(page(text), captured_at=captured_at), source(*overrides))


def test_selectors_read_a_template_that_the_generic_way_cannot() -> None:
    generic = read(ODD)
    assert (generic.authors, generic.date_published, generic.image_caption) == ((), None, "The bridge.")
    found = read(
        ODD,
        Override(
            body="div.x5",
            drop=(".ad",),
            fields=fields(
                headline=".x2", authors=".x3 span", date_published=(".x4", "data-at"), image_url=".x5 img", image_caption="figcaption"
            ),
        ),
    )
    assert found.headline == "Bridge to rise again"
    assert found.article_body == "The bridge is to rise again.\nIt fell two years ago."
    assert found.authors == (Author(name="Ada Lind"), Author(name="Ben Moor"))
    assert found.date_published is not None
    assert found.date_published.isoformat() == "2024-03-05T10:15:00+01:00"  # in the zone of the source
    assert (found.date_published_raw, found.date_published_precision) == ("2024-03-05 10:15", DatePrecision.MINUTE)
    assert (found.image_url, found.image_caption) == ("https://velm-courier.example/b.jpg", "The bridge.")
    assert found.word_count == 11
    names = ("headline", "article_body", "authors", "date_published", "image_url", "image_caption")
    assert {found.provenance[name] for name in names} == {"override"}


def test_a_selector_that_finds_nothing_leaves_the_generic_way() -> None:
    generic = read(html(paragraphs()))
    found = read(html(paragraphs()), Override(body=".nowhere", drop=(".nothing",), fields=fields(headline=".gone", date_published="h1")))
    assert found == generic
    assert "override" not in found.provenance.values()


def test_what_is_dropped_is_not_read_by_the_generic_way_either() -> None:
    appeal = "<p class='house'>Before you go on, remember the ferrymen, who have rowed for you in all weathers since the bridge fell.</p>"
    assert "ferrymen" in read(html(paragraphs() + appeal)).article_body
    assert read(html(paragraphs() + appeal), Override(drop=("p.house",))).article_body == TEXT


def test_what_is_dropped_may_stand_inside_something_that_is_dropped() -> None:
    appeal = "<div class='house'><p class='house'>Remember the ferrymen, who have rowed for you in all weathers.</p></div>"
    assert read(html(paragraphs() + appeal), Override(drop=(".house", "p.house"))).article_body == TEXT


def test_a_body_keeps_the_order_of_the_page_and_takes_nested_matches_once() -> None:
    text = html(f"<div class='part'><p class='part'>{PARAGRAPHS[0]}</p></div><p>Between.</p><div class='part'>{PARAGRAPHS[1]}</div>")
    assert read(text, Override(body=".part")).article_body == f"{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}"


def test_a_single_field_is_read_by_selector_and_the_rest_generically() -> None:
    found = read(html(paragraphs() + "<p id='ort'>Town</p>"), Override(fields=fields(article_section="#ort")))
    assert (found.article_section, found.headline, found.article_body.startswith(PARAGRAPHS[0])) == ("Town", HEADLINE, True)
    assert (found.provenance["article_section"], found.provenance["headline"]) == ("override", "h1")


@pytest.mark.parametrize(
    ("markup", "value"),
    [
        ("<meta name='pub' content='2024-03-04T08:00:00Z'>", "2024-03-04T08:00:00+00:00"),
        ("<time class='pub' datetime='2024-03-04T08:00:00Z'>yesterday</time>", "2024-03-04T08:00:00+00:00"),
        ("<p class='pub'>4. März 2024, 08:00 Uhr</p>", "2024-03-04T08:00:00+01:00"),
    ],
)
def test_without_an_attribute_the_value_is_where_html_puts_it(markup: str, value: str) -> None:
    found = read(html(paragraphs() + markup), Override(fields=fields(date_published=".pub, meta[name=pub]")))
    assert found.date_published is not None
    assert found.date_published.isoformat() == value


@pytest.mark.parametrize(
    ("captured_at", "chosen"),
    [
        (datetime(2019, 1, 1, tzinfo=UTC), "old"),
        (datetime(2023, 12, 31, 23, 59, tzinfo=UTC), "old"),
        (datetime(2024, 1, 1, tzinfo=UTC), None),
        (datetime(2024, 1, 31, 23, 59, tzinfo=UTC), None),
        (datetime(2024, 2, 1, tzinfo=UTC), "new"),
        (None, "new"),
    ],
)
def test_the_day_of_capture_chooses_the_override(captured_at: datetime | None, chosen: str | None) -> None:
    old = Override(valid_until=date(2024, 1, 1), body="old")
    new = Override(valid_from=date(2024, 2, 1), body="new")
    override = override_for(source(old, new), captured_at)
    assert (override.body if override else None) == chosen


def test_a_source_without_overrides_and_a_page_without_a_source_have_none() -> None:
    assert override_for(source(), CAPTURED_AT) is None
    assert override_for(None, CAPTURED_AT) is None


def test_the_day_of_publication_does_not_choose_the_override() -> None:
    published = '<meta property="article:published_time" content="2010-05-01T10:00:00Z">'
    override = Override(valid_from=date(2024, 1, 1), fields=fields(article_section=".place"))
    assert read(html(paragraphs() + "<i class='place'>Town</i>", published), override).article_section == "Town"
