"""The tables of docs/benchmarks.md, and its plot, made of what the extractors answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import fmean

from benchmarks.docs_section import write_section
from benchmarks.labelled_pages import LabelledPage
from benchmarks.peers import MEASURE, OURS, PARSE, PEERS
from benchmarks.rouge import rouge_lsum
from benchmarks.scatter import Dot, scatter
from benchmarks.scoring import Fields, Figures, figures
from benchmarks.side_by_side import Run, on_sample

PAGE, PLOT = "benchmarks.md", "images/extraction.svg"
ROUGE_SETS = ("fundus_parser",)  # for whose kind of labels this figure is published
HALF_NAMES = {"held": "Hosts held out", "tune": "Hosts tuned on"}  # the first there is, is the one quoted
BODY = "article_body"
FIELD_OF = {  # figure -> the field that an extractor must give to have it
    "body_f1": BODY,
    "body_precision": BODY,
    "body_recall": BODY,
    "good": BODY,
    "bad": BODY,
    "headline": "headline",
    "date": "date_published",
    "authors_f1": "authors",
    "kept": BODY,
    "leaked": BODY,
}
HEADS = {
    "body_f1": "body F1",
    "body_precision": "precision",
    "body_recall": "recall",
    "good": "≥ 0.95",
    "bad": "< 0.5",
    "authors_f1": "authors",
}
LESS_IS_BETTER = {"bad", "leaked"}

Scored = Mapping[str, Mapping[str, Figures]]  # by set, by run
Row = tuple[Run, list[float | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    tables: str  # Markdown
    plot: str  # SVG


def report(runs: Sequence[Run], pages: Sequence[LabelledPage]) -> Report:
    """All figures of at least one run on at least one page. Those of each set are of the hosts held out, if they were run."""
    compared = comparable(runs)
    halves = [half for half in HALF_NAMES if any(page.half == half for page in pages)]
    scored = {half: scores(compared, [page for page in pages if page.half == half]) for half in halves}
    quoted = halves[0]
    parts = ["### Speed, memory, failures", speed_table(runs, pages), *network_part(runs), "### Body F1 of each set"]
    for half in halves:
        parts += [f"{HALF_NAMES[half]}:", body_table(compared, scored[half])]
    for name, of_set in scored[quoted].items():
        of_half = [page for page in pages if page.set_name == name and page.half == quoted]
        hosts = len({page.host for page in of_half})
        parts += [f"### {name}", f"{HALF_NAMES[quoted]}: {hosts}, with {len(of_half)} pages.", set_table(compared, of_half, of_set)]
    return Report(tables="\n\n".join([*parts, "### Versions", versions_table()]), plot=plot(runs, scored[quoted]))


def write(made: Report, docs: Path) -> None:
    """Puts the tables between the markers of docs/benchmarks.md, and the plot beside it."""
    write_section(docs / PAGE, "extraction", made.tables)
    (docs / PLOT).write_text(made.plot, encoding="utf-8")


def comparable(runs: Sequence[Run]) -> list[Run]:
    """The runs on all pages, then ours and those on the sample that the slow ones saw."""
    whole, sampled = [run for run in runs if not run.is_sampled], [run for run in runs if run.is_sampled]
    ours = [on_sample(run, sampled) for run in whole if sampled and run.name == OURS]
    return [*whole, *ours, *sampled]


def scores(runs: Sequence[Run], pages: Sequence[LabelledPage]) -> Scored:
    sets = dict.fromkeys(page.set_name for page in pages)
    return {name: {run.name: figures(_pairs(run, [page for page in pages if page.set_name == name])) for run in runs} for name in sets}


def speed_table(runs: Sequence[Run], pages: Sequence[LabelledPage]) -> str:
    """CPU time, memory and failures. A ratio is over the pages that both saw."""
    by_name = {run.name: run for run in runs}
    heads = ["pages", "CPU ms a page", "pages a CPU s", "time in lxml parses", "speed in trafilaturas", "peak MB", "imported MB", "raised"]
    rows = []
    for run in runs:
        answers = run.answers.values()
        figure = [f"{len(answers)}", f"{1000 / speed(run):.1f}", f"{speed(run):.0f}"]
        ratios = [_time_ratio(run, by_name.get(PARSE)), _time_ratio(by_name.get(MEASURE), run)]
        memory = [f"{max(answer.peak_bytes for answer in answers) / 1e6:.0f}", f"{run.imported_bytes / 1e6:.0f}"]
        raised = f"{sum(answer.failure is not None for answer in answers)}"
        rows.append([run.name, *figure, *ratios, *memory, raised, _without_body(run, pages)])
    return _markdown(["", *heads, "no body"], rows)


def network_part(runs: Sequence[Run]) -> list[str]:
    calls = {run.name: max(answer.network_calls for answer in run.answers.values()) for run in runs}
    asked = [f"{name} {count}" for name, count in calls.items() if count]
    return [f"Attempts to use the network, all refused: {', '.join(asked)}."] if asked else []


def body_table(runs: Sequence[Run], scored: Scored) -> str:
    """The body F1 of each set, and its mean over the sets."""
    sets = [name for name, of_set in scored.items() if any(of.body_f1 is not None for of in of_set.values())]
    rows: list[Row] = []
    for run in runs:
        if BODY in run.gives:
            f1s = [scored[name][run.name].body_f1 for name in sets]
            rows.append((run, [*f1s, _mean(f1s)]))
    return _markdown(["", *sets, "mean"], [[run.name, *cells] for run, cells in _shown(rows, [*sets, "mean"])])


def set_table(runs: Sequence[Run], pages: Sequence[LabelledPage], of_set: Mapping[str, Figures]) -> str:
    """All figures of one set that its labels allow."""
    columns = [name for name in FIELD_OF if any(getattr(of, name) is not None for of in of_set.values())]
    given = {FIELD_OF[name] for name in columns}
    rows: list[Row] = []
    for run in runs:
        if run.gives & given:
            figure = of_set[run.name]
            rows.append((run, [getattr(figure, name) if FIELD_OF[name] in run.gives else None for name in columns]))
    if pages[0].set_name in ROUGE_SETS:
        columns.append("ROUGE-LSum")
        rows = [(run, [*values, _rouge(run, pages)]) for run, values in rows]
    heads = [HEADS.get(column, column) for column in columns]
    return _markdown(["", "pages", *heads], [[run.name, str(of_set[run.name].pages), *cells] for run, cells in _shown(rows, columns)])


def versions_table() -> str:
    return _markdown(["", "version"], [[name, _version(name)] for name in sorted({peer.package for peer in PEERS})])


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def settings_table() -> str:
    return _markdown(["", "called as"], [[peer.name, peer.setting] for peer in PEERS])


def plot(runs: Sequence[Run], scored: Scored) -> str:
    """The mean body F1 of the sets against pages per CPU second, as SVG; whoever gives no body is left out."""
    dots = []
    for run in runs:
        mean = _mean([of_set[run.name].body_f1 for of_set in scored.values()])
        if BODY in run.gives and mean is not None:
            dots.append(Dot(name=run.name, x=speed(run), y=mean, is_ours=run.name.startswith(OURS)))
    return scatter(dots, x_title="pages per CPU second", y_title="body F1, mean of the sets")


def speed(run: Run) -> float:
    """Pages per CPU second."""
    return len(run.answers) / sum(answer.cpu_s for answer in run.answers.values())


def _pairs(run: Run, pages: Sequence[LabelledPage]) -> list[tuple[Fields, Fields]]:
    return [(page.gold, run.answers[page.id].fields) for page in pages if page.id in run.answers]


def _rouge(run: Run, pages: Sequence[LabelledPage]) -> float | None:
    """The mean of the pages' F1, which is how it is published."""
    if BODY not in run.gives:
        return None
    return _mean([rouge_lsum(gold.article_body, found.article_body or "").f1 for gold, found in _pairs(run, pages) if gold.article_body])


def _time_ratio(run: Run | None, other: Run | None) -> str:
    """The CPU time of one over that of the other, on the pages that both saw."""
    if run is None or other is None:
        return "–"
    both = run.answers.keys() & other.answers.keys()
    return f"{sum(run.answers[id].cpu_s for id in both) / sum(other.answers[id].cpu_s for id in both):.2f}"


def _without_body(run: Run, pages: Sequence[LabelledPage]) -> str:
    """Of the pages that are labelled with a body, those on which none was found."""
    if BODY not in run.gives:
        return "–"
    return str(sum(not (found.article_body or "").strip() for gold, found in _pairs(run, pages) if gold.article_body))


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None


def _shown(rows: Sequence[Row], columns: Sequence[str]) -> list[tuple[Run, list[str]]]:
    """Figures with three digits, in bold the best of each column among the runs on the same pages."""
    shown = [(run, ["–" if value is None else f"{value:.3f}" for value in values]) for run, values in rows]
    for is_sampled in (False, True):
        group = [cells for run, cells in shown if run.is_sampled is is_sampled]
        for place, column in enumerate(columns):
            known = [cells[place] for cells in group if cells[place] != "–"]
            best = (min if column in LESS_IS_BETTER else max)(known, default="–", key=float)
            for cells in group:
                if cells[place] == best != "–":
                    cells[place] = f"**{best}**"
    return shown


def _markdown(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    columns = range(1, len(heads))
    rule = ["---", *("---" if any(" " in row[place] for row in rows) else "---:" for place in columns)]  # words left, figures right
    lines = [heads, rule, *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
