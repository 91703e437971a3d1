"""What the plots show, as Vega-Lite: pure functions from rows to specifications.

Colours are the style sheet's custom properties, so a plot follows light and dark by itself. A plot says nothing to screen readers but
its description: the table of the same numbers, which every page has beside it, says it better than a thousand marks would.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Spec = Mapping[str, Any]

OUTCOMES = ("loaded", "unchanged", "duplicate", "skipped", "rejected", "pending")  # from good to open
COVERAGES = ("ok", "partial", "empty", "failed", "not backfillable", "not run")
HEAT_STEPS = 5
LINE = 20  # pixels of a row
_FONT = "system-ui, sans-serif"
_CONFIG: Spec = {
    "background": None,
    "font": _FONT,
    "view": {"stroke": None},
    "axis": {
        "labelColor": "var(--muted)",
        "titleColor": "var(--muted)",
        "domainColor": "var(--line)",
        "tickColor": "var(--line)",
        "gridColor": "var(--line)",
        "labelFontSize": 11,
        "titleFontSize": 11,
        "titleFontWeight": "normal",
        "labelLimit": 200,
    },
    "legend": {"labelColor": "var(--muted)", "titleColor": "var(--muted)", "titleFontWeight": "normal", "labelFontSize": 11},
}


def heatmap(rows: Sequence[Mapping[str, object]], *, description: str, address: str) -> Spec:
    """`rows` have source, id, day (ISO), articles and run: a cell for each, which leads to `address` with the source and day as its query.
    A cell without an article whose run is "never run" is an outline."""
    is_outline = "datum.articles === 0 && datum.run === 'never run'"
    steps = heat_steps([int(str(row["articles"])) for row in rows])
    return _spec(
        rows,
        description,
        height=_height(rows, "source"),
        mark={"type": "rect", "cornerRadius": 2, "cursor": "pointer", "stroke": "var(--page)", "strokeWidth": 2},
        encoding={
            "x": _days(),
            "y": {"field": "source", "type": "nominal", "title": None, "axis": {"ticks": False, "domain": False}},
            "color": {
                "field": "articles",
                "type": "quantitative",
                "title": "articles",
                "scale": {"type": "threshold", "domain": steps, "range": [f"var(--heat-{place})" for place in range(len(steps) + 1)]},
                "legend": {"orient": "top", "direction": "horizontal", "gradientLength": 240},
            },
            "fillOpacity": {"condition": {"test": is_outline, "value": 0}, "value": 1},
            "stroke": {"condition": {"test": is_outline, "value": "var(--line)"}, "value": "var(--page)"},
            "strokeWidth": {"condition": {"test": is_outline, "value": 1}, "value": 2},
            "href": {"field": "address"},
            "tooltip": _tooltip("source", "day", "articles", "run"),
        },
        address=f"{json.dumps(f'{address}?source=')} + datum.id + '&from=' + datum.day + '&to=' + datum.day",
    )


def heat_steps(counts: Iterable[int]) -> list[int]:
    """The counts at which a darker colour begins: 1, and from there to the largest in equal proportions, each once."""
    largest = max(counts, default=0)
    steps = {1} | {round(max(largest, 1) ** (place / (HEAT_STEPS - 1))) for place in range(1, HEAT_STEPS - 1)}
    return sorted(step for step in steps if step <= max(largest, 1))


def balance(rows: Sequence[Mapping[str, object]], *, description: str) -> Spec:
    """`rows` have run, label, outcome, urls and address: a bar for each run, in the colours of the outcomes."""
    lengths = Counter[object]()
    for row in rows:
        lengths[row["label"]] += int(str(row["urls"]))
    axis = _whole_ticks(6, max(lengths.values(), default=0))
    return _spec(
        rows,
        description,
        height=_height(rows, "label"),
        mark={"type": "bar", "cursor": "pointer"},
        encoding={
            "y": {"field": "label", "type": "nominal", "sort": None, "title": None, "axis": {"ticks": False, "domain": False}},
            "x": {"field": "urls", "type": "quantitative", "title": "discovered URLs", "axis": axis},
            "color": _coloured("outcome", OUTCOMES, "outcome"),
            "order": {"field": "place", "type": "quantitative"},
            "href": {"field": "address"},
            "tooltip": _tooltip("run", "outcome", "urls"),
        },
    )


def daily(rows: Sequence[Mapping[str, object]], *, description: str) -> Spec:
    """`rows` have day and articles: a column for each day."""
    largest = max((int(str(row["articles"])) for row in rows), default=0)
    return _spec(
        rows,
        description,
        height=140,
        mark={"type": "bar", "color": "var(--heat-3)", "cornerRadiusEnd": 2},
        encoding={
            "x": _days(),
            "y": {"field": "articles", "type": "quantitative", "title": "articles", "axis": _whole_ticks(4, largest)},
            "tooltip": _tooltip("day", "articles"),
        },
    )


def fill(rows: Sequence[Mapping[str, object]], *, description: str) -> Spec:
    """`rows` have field, period, filled (0 to 1) and articles: a cell for each field and period."""
    steps = [0.05, 0.25, 0.5, 0.75, 0.95]
    return _spec(
        rows,
        description,
        height=_height(rows, "field"),
        mark={"type": "rect", "cornerRadius": 2, "stroke": "var(--page)", "strokeWidth": 2},
        encoding={
            "x": {**_days(), "field": "period"},
            "y": {"field": "field", "type": "nominal", "sort": None, "title": None, "axis": {"ticks": False, "domain": False}},
            "color": {
                "field": "filled",
                "type": "quantitative",
                "title": "filled",
                "scale": {"type": "threshold", "domain": steps, "range": [f"var(--heat-{place})" for place in range(len(steps) + 1)]},
                "legend": {"orient": "top", "direction": "horizontal", "gradientLength": 240, "format": ".0%"},
            },
            "tooltip": [*_tooltip("field", "period", "articles"), {"field": "filled", "format": ".0%"}],
        },
    )


def calendar(rows: Sequence[Mapping[str, object]], *, description: str, address: str) -> Spec:
    """`rows` have day, week (its Monday), weekday, coverage and articles: a cell for each day, a column for each week; a cell leads to
    `address`, which has a query, with the day added to it."""
    return _spec(
        rows,
        description,
        height=_height(rows, "weekday"),
        mark={"type": "rect", "cornerRadius": 2, "cursor": "pointer", "stroke": "var(--page)", "strokeWidth": 2},
        encoding={
            "x": {**_days(), "field": "week"},
            "y": {
                "field": "weekday",
                "type": "ordinal",
                "sort": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
                "title": None,
                "axis": {"ticks": False, "domain": False},
            },
            "color": _coloured("coverage", COVERAGES, "coverage"),
            "href": {"field": "address"},
            "tooltip": _tooltip("day", "coverage", "articles"),
        },
        address=f"{json.dumps(address)} + '&from=' + datum.day + '&to=' + datum.day",
    )


def _spec(
    rows: Sequence[Mapping[str, object]],
    description: str,
    *,
    height: int,
    mark: Mapping[str, object],
    encoding: Mapping[str, object],
    address: str | None = None,
) -> Spec:
    """`address` is an expression that makes each row's field of that name."""
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "config": _CONFIG,
        "description": description,
        "width": "container",
        "autosize": {"type": "fit-x", "contains": "padding"},
        "height": height,
        "data": {"values": list(rows)},
        "transform": [{"calculate": address, "as": "address"}] if address else [],
        "mark": {**mark, "aria": False},
        "encoding": encoding,
    }


def _height(rows: Sequence[Mapping[str, object]], field: str) -> int:
    """As many lines as the field has values."""
    return LINE * max(1, len({row[field] for row in rows}))


def _whole_ticks(count: int, largest: int) -> dict[str, object]:
    """An axis of about so many ticks, and never of more than there are whole numbers up to the largest."""
    return {"tickCount": max(1, min(count, largest)), "format": ",.0f"}


def _days() -> dict[str, object]:
    """Days in a row, labelled as there is room by month and day: the text beside the plot says of which year."""
    return {
        "field": "day",
        "type": "ordinal",
        "title": None,
        "axis": {
            "labelExpr": "slice(datum.value, 5)",
            "labelAngle": 0,
            "labelOverlap": "greedy",
            "labelSeparation": 12,
            "ticks": False,
            "domain": False,
        },
    }


def _coloured(field: str, names: Sequence[str], family: str) -> dict[str, object]:
    return {
        "field": field,
        "type": "nominal",
        "title": None,
        "scale": {"domain": list(names), "range": [f"var(--{family}-{name.replace(' ', '-')})" for name in names]},
        "legend": {"orient": "top", "direction": "horizontal", "symbolType": "square"},
    }


def _tooltip(*fields: str) -> list[dict[str, str]]:
    return [{"field": field} for field in fields]
