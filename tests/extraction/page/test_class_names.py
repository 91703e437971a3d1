import pytest

from newshouse.extraction.page.class_names import LONGEST_NAMES, ClassNames


@pytest.mark.parametrize(
    ("names", "is_named"),
    [
        ("c-date-line", True),
        ("PublishDate", True),
        ("DATE größer", True),
        ("teaser", False),
        ("", False),
        (None, False),
        ("x" * LONGEST_NAMES + " date", False),
    ],
)
def test_a_name_is_found_whatever_its_case(names: str | None, is_named: bool) -> None:
    assert ClassNames("date|zeit")(names) is is_named
