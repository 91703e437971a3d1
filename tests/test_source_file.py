"""A source file either gives a source, or says on which line what is wrong and how to mend it."""

import re
from datetime import date
from pathlib import Path

import pytest

from newshouse.discovery import STRATEGIES
from newshouse.errors import SourceFileError
from newshouse.model import DiscoveryRule, FieldSelector, Override, Politeness
from newshouse.settings import BUNDLED_SOURCES
from newshouse.source_file import load_source, load_sources, read_sources
from tests.site import SOURCES_FOLDER

GOOD = """\
id: the-paper
name: The Paper
homepage: https://www.paper.example/
language: en-GB
time_zone: Europe/London
discovery:
  - strategy: feed
    url: https://www.paper.example/feed.xml
"""


def complaints(folder: Path, text: str | bytes) -> list[str]:
    path = folder / "paper.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(SourceFileError) as caught:
        load_source(path)
    return [line.removeprefix(f"{path}:") for line in str(caught.value).splitlines()]


def test_the_bundled_sources_load_and_none_is_on_before_somebody_verified_it() -> None:
    sources = load_sources(BUNDLED_SOURCES)
    assert "the-jerusalem-post" in [source.source_id for source in sources]
    assert not [source.source_id for source in sources if source.is_enabled and not source.is_verified]
    assert not [source.source_id for source in sources if source.is_loopback_allowed]


def test_the_demo_sources_load_in_the_order_of_their_ids() -> None:
    ids = [source.source_id for source in load_sources(SOURCES_FOLDER)]
    assert ids == ["dead-letter", "harbour-courier", "norden-blatt", "the-inland-post", "the-old-gazette"]


@pytest.mark.parametrize(
    ("url", "article_id"),
    [
        ("https://www.jpost.com/israel-news/article-812345", "812345"),
        ("https://www.jpost.com/Israel-News/A-headline-of-2019-577123", "577123"),
        ("https://www.jpost.com/Israel-News/A-headline-577123/?utm_source=x", "577123"),
    ],
)
def test_the_id_of_a_jerusalem_post_article_is_read_from_its_address(url: str, article_id: str) -> None:
    pattern = next(source.article_id_pattern for source in load_sources(BUNDLED_SOURCES, only=["the-jerusalem-post"]))
    assert pattern
    found = re.search(pattern, url)
    assert found
    assert found[1] == article_id


def test_a_file_says_everything_a_source_has(tmp_path: Path) -> None:
    path = tmp_path / "paper.yaml"
    path.write_text(
        GOOD
        + "    include: '/news/'\n    exclude: '/video/'\n"
        + "hosts: [paper.example]\ncountry: NO\nenabled: false\nverified: true\nallow_loopback: true\nlicence: CC BY 4.0\n"
        + "terms: https://www.paper.example/terms\nnotes: >\n  Two\n  lines.\n"
        + "identity:\n  keep_parameters: [ref]\n  article_id_pattern: '-(\\d+)$'\n"
        + "politeness:\n  delay_s: 0.5\n  backfill_delay_s: 4\n  max_pages_per_run: 7\n  honour_tdm_reservation: true\n"
    )
    source = load_source(path)
    assert source.discovery == (
        DiscoveryRule(strategy="feed", url="https://www.paper.example/feed.xml", include="/news/", exclude="/video/"),
    )
    assert source.hosts == ("www.paper.example", "paper.example")
    assert source.country == "NO"  # and not YAML 1.1's idea of "no"
    assert (source.is_enabled, source.is_verified, source.is_loopback_allowed) == (False, True, True)
    assert (source.licence, source.terms, source.notes) == ("CC BY 4.0", "https://www.paper.example/terms", "Two lines.")
    assert (source.keep_parameters, source.article_id_pattern) == (("ref",), r"-(\d+)$")
    assert source.politeness == Politeness(delay_s=0.5, backfill_delay_s=4, max_pages_per_run=7, honour_tdm_reservation=True)


def test_a_backfill_asks_at_half_the_pace_unless_the_file_says_otherwise() -> None:
    assert Politeness(delay_s=1.5).of_backfill().delay_s == 3
    assert Politeness(delay_s=1.5, backfill_delay_s=1.0).of_backfill().delay_s == 1


OVERRIDES = """\
overrides:
  - valid_until: 2024-01-01
    drop: ['aside.promo', '#poll']
  - valid_from: 2024-01-01
    body: 'div.story > p'
    fields:
      headline: 'h2.top'
      date_published: {select: 'span.at', attribute: data-at}
"""


def test_overrides_are_read_with_their_days_and_selectors(tmp_path: Path) -> None:
    path = tmp_path / "paper.yaml"
    path.write_text(GOOD + OVERRIDES)
    assert load_source(path).overrides == (
        Override(valid_until=date(2024, 1, 1), drop=("aside.promo", "#poll")),
        Override(
            valid_from=date(2024, 1, 1),
            body="div.story > p",
            fields=(
                FieldSelector(field="headline", select="h2.top"),
                FieldSelector(field="date_published", select="span.at", attribute="data-at"),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("written", "instead", "complaint"),
    [
        ("headline: 'h2.top'", "headlin: 'h2.top'", '15: unknown key "overrides[1].fields.headlin". Did you mean "headline"?'),
        ("'div.story > p'", "'div.story >'", "13: overrides[1].body is no CSS selector: "),
        ("'#poll'", "'#poll['", "11: overrides[0].drop[1] is no CSS selector: "),
        ("select: 'span.at'", "select: '::'", "16: overrides[1].fields.date_published.select is no CSS selector: "),
        (
            "attribute: data-at",
            "attribut: data-at",
            '16: unknown key "overrides[1].fields.date_published.attribut". Did you mean "attribute"?',
        ),
        ("{select: 'span.at', attribute: data-at}", "[a]", '16: overrides[1].fields.date_published cannot be ["a"]. Write a CSS selector'),
        ("valid_from: 2024-01-01", "valid_from: 2024-02-30", '12: overrides[1].valid_from cannot be "2024-02-30": there is no such day.'),
        ("valid_from: 2024-01-01", "valid_from: 2024", "12: overrides[1].valid_from cannot be 2024. Write the first day of capture"),
        ("valid_from: 2024-01-01", "valid_from: 2023-12-31", "12: overrides[1] is valid on days of overrides[0]."),
        ("valid_until: 2024-01-01", "valid_from: 2024-01-02", "12: overrides[1] is valid on days of overrides[0]."),
        ("    body:", "    valid_until: 2024-01-01\n    body:", "13: overrides[1] is never valid: valid_until is the day after its last."),
        ("    drop: ['aside.promo', '#poll']\n", "", "10: overrides[0] selects nothing. Give it body, drop or fields"),
        ("overrides:\n", "overrides: 7\nnotes:\n", "9: overrides cannot be 7. Write a list of CSS selectors"),
    ],
)
def test_a_complaint_about_an_override_names_the_line_and_the_remedy(tmp_path: Path, written: str, instead: str, complaint: str) -> None:
    assert written in OVERRIDES
    told = complaints(tmp_path, GOOD + OVERRIDES.replace(written, instead, 1))
    assert any(line.startswith(complaint) for line in told), told


def test_what_a_file_leaves_out_has_a_default(tmp_path: Path) -> None:
    path = tmp_path / "paper.yaml"
    path.write_text(GOOD)
    source = load_source(path)
    assert (source.is_enabled, source.is_verified, source.is_loopback_allowed) == (True, False, False)
    assert source.politeness == Politeness()
    assert source.hosts == ("www.paper.example",)


@pytest.mark.parametrize(
    ("written", "instead", "complaint"),
    [
        ("time_zone: Europe/London", "timezone: Europe/London", '5: unknown key "timezone". Did you mean "time_zone"?'),
        ("Europe/London", "Europe/Londn", '5: time_zone cannot be "Europe/Londn": there is no such zone. Did you mean "Europe/London"?'),
        ("Europe/London", "Mars", '5: time_zone cannot be "Mars": there is no such zone. Write one such as Europe/Berlin.'),
        ("strategy: feed", "strategy: site_map", '7: discovery[0].strategy cannot be "site_map". Did you mean "sitemap"?'),
        ("    url: https://", "    url: ", '8: discovery[0].url cannot be "www.paper.example/feed.xml": it is no address.'),
        ("strategy: feed", "strategy: archive_page", "8: discovery[0].url has no date in it. Put {YYYY}, {MM} and {DD} where"),
        ("strategy: feed", "strategy: feed\n    select: h2 a", "8: discovery[0].select means something to archive_page alone."),
        (
            "strategy: feed\n    url: https://www.paper.example/feed.xml",
            "strategy: archive_page\n    select: h2 >> a\n    url: https://www.paper.example/{YYYY}/{DD}",
            "8: discovery[0].select is no CSS selector: ",
        ),
        (
            "feed\n    url: https://www.paper.example/feed.xml",
            "sitemap\n    url: https://www.paper.example/{YYYY}/{DD}",
            "8: discovery[0].url names a day",
        ),
        ("homepage: https://", "homepage: ftp://", '3: homepage cannot be "ftp://www.paper.example/": it is no address.'),
        ("id: the-paper", "id: The Paper", '1: id cannot be "The Paper". Write a short name of your own'),
        ("id: the-paper", "id: 2024", "1: id cannot be 2024. Write a short name of your own"),
        ("language: en-GB", "language: English", '4: language cannot be "English". Write the language tag of BCP 47'),
        ("name: The Paper", "name:", "2: name has no value. Delete the line, or write the publisher's name"),
        ("name: The Paper", "name: &n The Paper\nlicence: *n", "2: anchors and aliases are not read here. Write the value out."),
        ("name: The Paper", "name: !!python/name:os.system x", "2: the tag tag:yaml.org,2002:python/name:os.system is not read here."),
        ("name: The Paper", "name: A\nname: B", '3: the key "name" stands on line 2 already. Delete one of the two.'),
        ("name: The Paper", "name: The Paper: late edition", "2: not YAML: mapping values are not allowed here."),
        ("  - strategy", "\t- strategy", "7: a tab where YAML wants spaces. Indent with spaces."),
        ("discovery:", "enabled: yes\ndiscovery:", '6: enabled cannot be "yes". Write true or false'),
        ("discovery:", "hosts: [https://x.example/]\ndiscovery:", '6: hosts[0] cannot be "https://x.example/". Write the bare host name'),
        ("discovery:", "politeness: {delay_s: -1}\ndiscovery:", "6: politeness.delay_s cannot be -1. Write seconds of rest"),
        ("discovery:", "politeness: {delay_s: 1e999}\ndiscovery:", "6: politeness.delay_s cannot be Infinity. Write seconds of rest"),
        ("discovery:", "politeness: {backfill_delay_s: 3601}\ndiscovery:", "6: politeness.backfill_delay_s cannot be 3601. Write"),
        ("discovery:", "identity: {article_id_pattern: '-(\\d+'}\ndiscovery:", "6: identity.article_id_pattern is no regular expression:"),
        ("discovery:", "identity: {article_id_pattern: '\\d+'}\ndiscovery:", "6: identity.article_id_pattern has no group."),
        ("    url", "    include: '['\n    url", "8: discovery[0].include is no regular expression: unterminated character set"),
    ],
)
def test_a_complaint_names_the_line_and_the_remedy(tmp_path: Path, written: str, instead: str, complaint: str) -> None:
    assert written in GOOD
    told = complaints(tmp_path, GOOD.replace(written, instead, 1))
    assert any(line.startswith(complaint) for line in told), told


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "1: the file is empty."),
        ("# nothing but a remark\n", "1: the file is empty."),
        ("- a\n- b\n", "1: not a mapping of keys to values."),
        (b"id: x\nname: Caf\xe9\n", "2: not UTF-8 text. Save the file as UTF-8."),
        ("id: x\nname: a\x00b\n", "2: the character U+0000 is not allowed. Delete it."),
        (GOOD + "---\n" + GOOD, "9: a second document. Write one source per file."),
        ("[" * 500, "1: "),
        (GOOD + f"politeness:\n  delay_s: {'9' * 5000}\n", "10: "),
    ],
)
def test_what_is_no_source_file_at_all_is_told_apart(tmp_path: Path, content: str | bytes, complaint: str) -> None:
    assert complaints(tmp_path, content)[0].startswith(complaint)


def test_all_complaints_about_all_files_come_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD.replace("en-GB", "English").replace("Europe/London", "London"))
    (tmp_path / "b.yml").write_text("id: b\n")
    with pytest.raises(SourceFileError) as caught:
        load_sources(tmp_path)
    places = [re.match(r".*/(\w+\.ya?ml:\d+): ", line) for line in str(caught.value).splitlines()]
    assert [place[1] for place in places if place] == ["a.yaml:4", "a.yaml:5", *["b.yml:1"] * 5]


def test_two_files_with_one_id_are_refused_and_neither_is_taken(tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.yaml").write_text(GOOD)
    (tmp_path / "other.yaml").write_text(GOOD.replace("the-paper", "other"))
    folder = read_sources(tmp_path)
    assert [source.source_id for source in folder.sources] == ["other"]
    assert len(folder.problems) == 2
    assert f'{tmp_path}/b.yaml:1: the id "the-paper" is taken by {tmp_path}/a.yaml:1.' in folder.problems[0]


def test_a_wrong_file_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.yaml").write_text(GOOD)
    (tmp_path / "wrong.yaml").write_text("id: wrong\n")
    folder = read_sources(tmp_path)
    assert [source.source_id for source in folder.sources] == ["the-paper"]
    assert all("wrong.yaml:1: " in problem for problem in folder.problems)


def test_only_the_sources_asked_for_are_returned(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD)
    (tmp_path / "b.yaml").write_text(GOOD.replace("the-paper", "other"))
    assert [source.source_id for source in load_sources(tmp_path, only=["other"])] == ["other"]
    with pytest.raises(SourceFileError, match=r'no source has the id "othr"\. Did you mean "other"'):
        load_sources(tmp_path, only=["othr"])


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceFileError, match="no such folder"):
        load_sources(tmp_path / "nowhere")


def test_every_strategy_of_the_schema_can_be_run(tmp_path: Path) -> None:
    for strategy in STRATEGIES:
        path = tmp_path / f"{strategy}.yaml"
        path.write_text(GOOD.replace("strategy: feed", f"strategy: {strategy}").replace("feed.xml", "{YYYY}-{MM}.xml"))
        assert load_source(path).discovery[0].strategy == strategy
