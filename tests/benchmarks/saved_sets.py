"""A folder of benchmark data made of our own saved pages, laid out like the real one."""

import gzip
import json
from pathlib import Path

PAGES = Path(__file__).parent.parent / "pages"


def write_set(folder: Path, name: str, stems: list[str]) -> Path:
    """Writes a set of the pages tests/pages/STEM.html with their records as labels; returns the folder, for NEWSHOUSE_BENCH_DATA."""
    html = folder / "extraction" / name / "html"
    html.mkdir(parents=True)
    rows = []
    for stem in stems:
        (html / f"{stem}.html.gz").write_bytes(gzip.compress((PAGES / f"{stem}.html").read_bytes()))
        record = json.loads((PAGES / f"{stem}.json").read_text(encoding="utf-8"))
        gold = {field: record[field] for field in ("headline", "authors", "date_published", "article_body") if record.get(field)}
        rows.append({"id": f"{name}/{stem}", "url": record["url"], "html_path": f"html/{stem}.html.gz", "gold": gold})
    (html.parent / "pages.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder
