import pytest

from tests.extraction.writing import TEXT, html, paragraphs, read

QUESTION = "Who pays for the piers of the new bridge?"
ANSWER = "The town pays for those on its own bank, and the county for all others."


@pytest.mark.parametrize(
    "question",
    [
        f"<h3><button>{QUESTION}</button></h3>",
        f'<h3><span class="x"><button class="y"><span>{QUESTION}</span></button></span></h3>',
        f'<button aria-expanded="false" aria-controls="p1">{QUESTION}</button>',
        f'<button class="faq__question">{QUESTION}</button>',
        f'<h4><a data-toggle="collapse" href="#p1"><span>{QUESTION}</span></a></h4>',
        f'<div role="button"><a tabindex="0">{QUESTION}</a></div>',
        f'<div><a href="">{QUESTION}</a></div>',
    ],
)
def test_an_accordion_is_read_with_its_questions(question: str) -> None:
    item = f'<div class="item">{question}<div id="p1" class="panel"><p>{ANSWER}</p></div></div>'
    assert read(html(f"<div>{paragraphs()}<div>{item}</div>{paragraphs(*TEXT.splitlines())}</div>")).article_body == (
        f"{TEXT}\n{QUESTION}\n{ANSWER}\n{TEXT}"
    )


@pytest.mark.parametrize(
    "other",
    [
        '<button aria-expanded="false">Share this article with your friends</button>',
        '<button class="share">Do you want to read on?</button>',
        '<button aria-expanded="false">Why?</button>',
        f'<button aria-expanded="false">{QUESTION} {"And who does not? " * 20}</button>',
        '<ul><li><a href="#a">What is a pier made of?</a></li><li><a href="#b">Who pays for the piers?</a></li></ul>',
        '<div><div><a href="#below">Skip the map of the bridge</a></div></div>',
        f'<div><h4><a href="/2">{QUESTION}</a></h4><p>{ANSWER}</p></div>',
        f'<div><h4><a href="#" onclick="open(2)">{QUESTION}</a></h4><p>{ANSWER}</p></div>',
    ],
)
def test_other_buttons_contents_and_teasers_stay_out(other: str) -> None:
    assert read(html(f"<div>{paragraphs()}{other}{paragraphs(*TEXT.splitlines())}</div>")).article_body == f"{TEXT}\n{TEXT}"


def test_a_button_behind_a_heading_is_no_part_of_it() -> None:
    heading = "<h2>What a bridge costs <button>Copy the link</button></h2>"
    assert read(html(f"{paragraphs()}{heading}{paragraphs(ANSWER)}")).article_body == f"{TEXT}\nWhat a bridge costs\n{ANSWER}"


@pytest.mark.parametrize(
    "item",
    [
        f'<h3><button aria-expanded="false">{QUESTION}</button></h3><div hidden><p>{ANSWER}</p></div>',
        f'<h3 aria-expanded="false">{QUESTION}</h3><div aria-hidden="true"><p>{ANSWER}</p></div>',
        f'<h3><button aria-controls="p1"><span>{QUESTION}</span></button></h3><div style="display: none" role="region">{ANSWER}</div>',
        f'<button aria-expanded="false">{QUESTION}</button><div id="p1" hidden>{ANSWER}</div>',
        f'<div role="tabpanel">{QUESTION}</div><div role="tabpanel" hidden>{ANSWER}</div>',
    ],
)
def test_an_answer_that_waits_for_a_click_is_read(item: str) -> None:
    assert read(html(f"<div>{paragraphs()}<div>{item}</div></div>")).article_body == f"{TEXT}\n{QUESTION}\n{ANSWER}"


@pytest.mark.parametrize(
    "item",
    [
        f'<button aria-expanded="false">Ada Lind</button><div hidden><p>{ANSWER}</p></div>',
        f'<h3><button aria-expanded="false">Letters</button></h3><div hidden><p>{ANSWER}</p><form><input></form></div>',
        '<h3><button aria-expanded="false">Share</button></h3><div hidden><ul><li>Copy the link<li>Print</ul></div>',
        f'<h3><button aria-expanded="false">More</button></h3><div hidden><p><a href="/2">{ANSWER}</a></p></div>',
        '<h3>The piers</h3><div hidden><p>Your session has run out.</p></div>',
        '<div role="tabpanel" hidden>Loading the prices of your county.</div>',
        '<h3><button aria-expanded="false">Prices</button></h3><div hidden>Loading the prices of your county…</div>',
    ],
)  # fmt: skip
def test_other_things_that_a_click_shows_stay_out(item: str) -> None:
    body = read(html(f"<div>{paragraphs()}<div>{item}</div>{paragraphs(*TEXT.splitlines())}</div>")).article_body
    assert not any(text in body for text in (ANSWER, "Copy the link", "session", "Loading"))
