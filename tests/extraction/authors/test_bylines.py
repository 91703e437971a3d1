import pytest

from tests.extraction.writing import html, paragraphs, read


def named(above: str, below: str = "") -> list[str]:
    return [author.name for author in read(html(above + paragraphs() + below)).authors]


@pytest.mark.parametrize(
    "facts",
    [
        "<dl><dt>Author</dt><dd>Ada Lind</dd><dt>Date</dt><dd>March 5, 2024</dd></dl>",
        "<dl><dt>Author</dt><dd>Ada Lind</dd><dt>Reading Time</dt><dd>Four minutes</dd></dl>",
        "<div><div>Author</div><div>Ada Lind</div><div>Subject</div><div>Bridges</div></div>",
        "<div><div>Written by</div><div>Ada Lind</div><div>London</div></div>",
        "<table><tr><td>Author</td><td>Ada Lind</td></tr><tr><td>Old Subject</td><td>Bridges</td></tr></table>",
        "<p>Written by</p><p>Ada Lind</p><h4>Popular Posts</h4>",
    ],
)
def test_the_next_label_of_a_list_of_facts_is_no_second_author(facts: str) -> None:
    assert named(facts) == ["Ada Lind"]


@pytest.mark.parametrize(
    "lines",
    [
        "<p>Written by</p><p>Ada Lind</p><p>Ben Moor</p>",
        "<div>Authors</div><ul><li>Ada Lind</li><li>Ben Moor</li></ul>",
        "<table><tr><td>Authors</td><td>Ada Lind</td><td>Ben Moor</td></tr></table>",
        "<p>Written by</p><h4>Ada Lind</h4><h4>Ben Moor</h4>",
    ],
)
def test_several_names_set_alike_stand_below_a_label(lines: str) -> None:
    assert named(lines) == ["Ada Lind", "Ben Moor"]


@pytest.mark.parametrize(
    "box",
    [
        "<h2>Author</h2><p>Write something about yourself. No need to be fancy, just an overview.</p><h2>Subjects</h2>",
        "<div><h3>Author</h3></div><div><h3>Popular Bridges</h3></div>",
        "<div><p>Author</p></div><div><h3>Bridges</h3></div>",
        "<p>Author</p><p>Archives</p>",
    ],
)
def test_the_heading_of_the_next_box_is_no_author(box: str) -> None:
    assert named("", box) == []


@pytest.mark.parametrize("label", ["Author Info", "Author details", "Author Bio", "Author page"])
def test_what_an_author_box_is_called_is_no_name(label: str) -> None:
    assert named(f"<div><span>{label}</span><div>Written by <a href='/author/ada-lind'>Ada Lind</a></div></div>") == ["Ada Lind"]
    assert named(f"<p>{label}</p>") == []


def test_what_a_named_person_does_announces_nobody() -> None:
    assert named("<p>Ada Lind</p><p>Writer</p><p>Ben Moor</p>") == ["Ada Lind"]


@pytest.mark.parametrize(
    "line",
    [
        "March 5, 2024 | Author: Ada Lind",
        "March 5, 2024 Author: Ada Lind",
        "Datum: 05.03.2024 Autor: Ada Lind",
        "05.03.2024 | Autorin: Ada Lind | Lesezeit: 3 Min.",
        "5 marca 2024, autor: Ada Lind",
        "Published March 5, 2024 4:33 pm Written by: Ada Lind",
        "Le 5 mars 2024 par Ada Lind dans Actualités",
        "przez Ada Lind | mar 5, 2024 | Bez kategorii",
        "od Ada Lind | 5. 3. 2024",
        "de Ada Lind | mart. 5, 2024",
        "kirjoittanut Ada Lind | 5.3.2024",
        "Napsala Ada Lind, 5. 3. 2024",
        "Autor/in: Ada Lind",
        "Autor*in: Ada Lind",
        "Autor:in: Ada Lind",
        "Autor: Ada Lind w Aktualności",
        "This is a guest post by Ada Lind, who keeps the ferry.",
    ],
)
def test_a_label_may_follow_the_date_or_stand_before_it(line: str) -> None:
    assert named(f"<p>{line}</p>") == ["Ada Lind"]


def test_a_russian_label_may_follow_the_date() -> None:
    assert named("<div><span>05.03.2024</span> <span>Автор: Анна Белова</span></div>") == ["Анна Белова"]


@pytest.mark.parametrize(
    "line",
    [
        "320 pages, 2019 | Author: Ada Lind",  # no day
        "March 5, 2024 | Photo author: Ada Lind",
        "March 5, 2024 | Author: photography, light",
        "Od Nowego Roku 2024",
        "De Rio Claro a Velm",
        "Per Olov Berg, 5 mars",
        "This is a story about Ada Lind",
        "Edited by Ada Lind",
    ],
)
def test_words_like_a_label_name_nobody_elsewhere(line: str) -> None:
    assert named(f"<p>{line}</p>") == []


@pytest.mark.parametrize("editor", ["Editor: <a>Ben Moor</a>", "Penyunting: <a>Ben Moor</a>", "Reviewer: Ben Moor"])
def test_who_edited_or_reviewed_behind_the_author_is_none(editor: str) -> None:
    assert named(f'<div class="author">By <a>Ada Lind</a> | {editor}</div>') == ["Ada Lind"]


def test_what_is_told_of_the_author_below_the_text_is_no_part_of_the_name() -> None:
    box = "<div><p>Written by <strong>Ada Lind</strong> who lives in Velm and keeps the ferry.</p></div>"
    assert named("", box) == ["Ada Lind"]
