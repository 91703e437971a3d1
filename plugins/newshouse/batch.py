"""Extraction and clustering of files, as `newshouse extract` and `newshouse dedupe` offer them. No warehouse, no network."""

import gzip
import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from newshouse.errors import NewshouseError, Rejected
from newshouse.extraction import extract
from newshouse.extraction.as_json import article_json
from newshouse.model import Page
from newshouse.near_duplicates import cluster_documents, document_of


def extracted(path: Path, url: str) -> dict[str, Any]:
    """The article of a saved page as JSON fields, or `{"rejected": reason, "detail": ...}`. A `.gz` file is unpacked."""
    try:
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise NewshouseError(f"{path} is no gzip file: {error}") from None
    try:
        return article_json(extract(Page(content=content, url=url)))
    except Rejected as rejection:
        return {"rejected": rejection.reason.value, "detail": rejection.detail}


def extracted_lines(listing: Path) -> Iterator[dict[str, Any]]:
    """One record per line of the listing, in its order; `html_path` is relative to the listing's folder."""
    for number, row in _rows(listing, ("id", "url", "html_path")):
        path = listing.parent / row["html_path"]
        if not path.is_file():
            raise NewshouseError(f"{listing}:{number}: there is no file {path}")
        yield {"id": row["id"], **extracted(path, row["url"] or "")}


def clustered_lines(documents: Path) -> Iterator[dict[str, str]]:
    """One `{"id", "cluster_id"}` per document, in the order of the documents."""
    rows = [document_of(row) for _, row in _rows(documents, ("id",))]
    clusters = dict(cluster_documents(rows))
    for document in rows:
        yield {"id": document.id, "cluster_id": clusters[document.id]}


def _rows(listing: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    with listing.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line.decode())
            except ValueError as error:
                raise NewshouseError(f"{listing}:{number}: not JSON ({error})") from None
            missing = [name for name in needed if not isinstance(row, dict) or name not in row]
            if missing:
                raise NewshouseError(f"{listing}:{number}: lacks {', '.join(missing)}")
            yield number, row
