"""The credits that agencies set below their texts."""

import pytest

from newshouse.extraction.authors.wire_credit import is_wire_credit, writers


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("(Reporting by Ada Lind; Editing by Bo Ek)", ["Ada Lind"]),
        ("Reporting by Ada Lind and Oda Berg in Velm; Additional reporting by Mai Lin; Editing by Bo Ek", ["Ada Lind", "Oda Berg"]),
        ("(Reporting by Ada Lind in St. Velm, additional reporting by Mai Lin, editing by Bo Ek)", ["Ada Lind"]),
        ("(Writing by Ada Lind. Editing by Bo Ek)", ["Ada Lind"]),
        ("Reporting and writing by Ada Lind", ["Ada Lind"]),
        ("(Editing by Bo Ek)", []),
        ("(Additional reporting by Mai Lin; Editing by Bo Ek)", []),
        ("(Reporte de Ana Velm; Editado en español por Juan Ek)", ["Ana Velm"]),
        ("(Reporte adicional de Ana Velm)", []),
        ("(Reportagem de Ana Velm; Edição de João Ek)", ["Ana Velm"]),
        ("(Información de Ana Velm; edición de Juan Ek)", ["Ana Velm"]),
        ("(Edição de João Ek)", []),
    ],
)
def test_a_wire_credit_names_who_wrote(line: str, names: list[str]) -> None:
    assert is_wire_credit(line)
    assert [author.name for author in writers(line)] == names


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by The Velm Courier led to the arrest of the miller.",
        "Writing by hand is good for the memory.",
        "Editing by machine",
        "(Editing by hand, she says, takes longer)",
        "Reporte de la comisión",
        "Información de Ana Velm",
        "Edición de Juan Ek",
        "Traducción de Juan Ek. Velm, 2014. 340 páginas.",
        "(Información de la agencia)",
    ],
)
def test_a_line_that_begins_like_a_wire_credit_is_none(line: str) -> None:
    assert not is_wire_credit(line)
