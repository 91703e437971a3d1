import pytest

from tests.extraction.writing import HEADLINE, PARAGRAPHS, TEXT, html, paragraphs, read


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>橋<rt>はし</rt></ruby>",
        "<ruby>橋<rp>（</rp><rt>はし</rt><rp>）</rp></ruby>",
        "<ruby>橋<rt>はし</ruby>",
        "<ruby><rb>橋</rb><rtc><rt>はし</rt></rtc></ruby>",
    ],
)
def test_readings_beside_characters_are_no_text(ruby: str) -> None:
    assert read(html(paragraphs(*PARAGRAPHS, f"町の人々は古い{ruby}を渡ることができなかった。"))).article_body.endswith("は古い橋を渡ることができなかった。")
