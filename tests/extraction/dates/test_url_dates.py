import pytest

from newshouse.extraction.dates.url_dates import dates_in_query, dates_in_url


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("CTIME=2004-03-02-18-14-22", ["2004-03-02"]),
        ("u=/velm/20040302/town/bridge_1", ["2004-03-02"]),
        ("u=%2Fvelm%2F20040302%2Ftown", ["2004-03-02"]),
        ("f=/c/a/2004/03/02/BRIDGE.DTL", ["2004-03-02"]),
        ("t=20040302181422&d=2004-3-1", ["2004-03-02", "2004-03-01"]),
        ("a=2004-03-02&b=20040302", ["2004-03-02"]),
        ("id=200403021", []),
        ("id=20040302999999", []),
        ("id=120040302", []),
        ("id=20041302", []),
        ("id=20040342", []),
        ("v=2004.3", []),
        ("utm_campaign=20040302", []),
        ("", []),
    ],
)
def test_the_query_names_days_but_trackers_do_not(query: str, days: list[str]) -> None:
    assert dates_in_query(f"https://velm-courier.example/2003/01/01/story.asp?{query}") == days


def test_the_path_names_days_and_the_query_is_no_part_of_it() -> None:
    assert list(dates_in_url("https://velm-courier.example/2004/mar/02/bridge?d=/2003/01/01/")) == ["02 mar 2004"]
    assert next(dates_in_url("https://velm-courier.example/2004/03/02/bridge")) == "2004-03-02"
