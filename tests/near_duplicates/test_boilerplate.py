from newshouse.near_duplicates.boilerplate import LEAST_TEXTS, recurring_paragraphs
from newshouse.near_duplicates.words import Words, words_of
from tests.near_duplicates.stories import sentences, story

APPEAL = "Dear Reader, your gift of $5 a month keeps this desk alive."


def texts(source: str, count: int, extra: str = APPEAL) -> list[tuple[str, Words]]:
    return [(source, words_of(f"{story(seed, count=2)}\n{extra}")) for seed in range(count)]


def test_a_paragraph_of_many_articles_of_one_source_is_boilerplate() -> None:
    assert recurring_paragraphs(texts("herald", LEAST_TEXTS)) == {"herald": frozenset(words_of(APPEAL).paragraph_hashes)}


def test_a_paragraph_of_few_articles_is_not() -> None:
    assert recurring_paragraphs(texts("herald", LEAST_TEXTS - 1)) == {"herald": frozenset()}


def test_a_wire_paragraph_that_many_sources_carry_is_not() -> None:
    found = recurring_paragraphs([(f"paper {place}", words_of(sentences(1)[0])) for place in range(2 * LEAST_TEXTS)])
    assert set(found.values()) == {frozenset()}


def test_copies_of_one_text_count_once() -> None:
    assert recurring_paragraphs([("herald", words_of(story(1)))] * 50) == {"herald": frozenset()}


def test_the_order_of_articles_does_not_matter() -> None:
    many = texts("herald", 9) + texts("courier", 8, extra="Follow us.") + texts("herald", 3, extra="Sign up.")
    assert recurring_paragraphs(many) == recurring_paragraphs(reversed(many))
