"""What a re-extraction may lose before a person has to look."""

import pytest

from newshouse.model import Promotion
from newshouse.reextraction_gate import Difference, Gate, complaints, verdict


def differences(**counts: int) -> list[Difference]:
    """By field and kind, two underscores between them."""
    return [Difference(field=name.split("__")[0], kind=name.split("__")[1], capture_count=count) for name, count in counts.items()]


@pytest.mark.parametrize(
    ("found", "complaint"),
    [
        (differences(article__same=95, article__newly_rejected=5), None),
        (differences(article__same=94, article__newly_rejected=6), "6 of 100 captures (6.0 %) are no article any more, where 5 % may"),
        (differences(article__newly_rejected=3), "3 of 3 captures (100.0 %) are no article any more, where 5 % may"),
        (differences(article__newly_accepted=10, article__still_rejected=10), None),
        (differences(article__same=10, article__changed=90, authors__emptied=5), None),
        (differences(article__same=10, article__changed=90, authors__emptied=6), "have authors emptied"),
        (differences(article__changed=10, article_body__shortened=1), "have article_body shortened"),
        (differences(article__changed=10, article_body__changed=10, article_body__lengthened=9, keywords__emptied=10), None),
        (differences(article__changed=10, date_published__moved=1), "1 of 10 captures (10.0 %) have date_published moved"),
        (differences(article__changed=10, date_published__changed=10), None),
        ([], None),
    ],
)
def test_the_gate_complains_of_what_is_lost_and_of_nothing_else(found: list[Difference], complaint: str | None) -> None:
    said = complaints(found, Gate())
    assert len(said) == (complaint is not None)
    assert complaint is None or complaint in said[0]


@pytest.mark.parametrize(
    ("promote", "without", "against"),
    [(Promotion.AUTO, "promoted", "held"), (Promotion.NEVER, "shown", "shown"), (Promotion.FORCE, "promoted", "promoted")],
)
def test_the_verdict_is_the_gates_unless_a_person_decides(promote: Promotion, without: str, against: str) -> None:
    assert (verdict([], promote), verdict(["lost"], promote)) == (without, against)
