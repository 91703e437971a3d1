import pytest

from newshouse.extraction.authors.reporters import at_end, in_line, in_opening, is_reporter_line


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("記者林春子／花蓮報導", ["林春子"]),
        ("記者林春子、王靜／花蓮報導", ["林春子", "王靜"]),
        ("2024-03-05 作者：林春", ["林春"]),
        ("2024-03-05作者：林春", ["林春"]),
        ("作者 林春 2024-03-05", ["林春"]),
        ("即時中心／林春子報導", ["林春子"]),
        ("取材・文／森田春子", ["森田春子"]),
        ("박하늘 선임기자", ["박하늘"]),
        ("박하늘 기자 승인 2024.03.05 10:24 댓글 0", ["박하늘"]),
        ("[하늘소식 박하늘 기자]", ["박하늘"]),
        ("글=박하늘", ["박하늘"]),
        ("政治中心／綜合報導", []),
        ("記者林春子攝", []),
        ("記者會將於明日舉行，市長出席", []),
        ("记者 林春 昨日到场", []),
        ("文：森田 春子", []),  # surname and given name are read in names.py
        ("사진 기자", []),
        ("문화부 기자", []),
        ("경제부 기자", []),
        ("기획취재팀 기자", []),
        ("김팀 기자", ["김팀"]),
        ("하늘신문 기자", []),
        ("박하늘 기자는 현장에 있었다", []),
        ("어제 박하늘 기자 만났다.", []),
    ],
)
def test_names_stand_behind_or_before_a_label(line: str, names: list[str]) -> None:
    assert in_line(line) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("（河谷社記者林春子花蓮12日電）市議會週一", ["林春子"]),
        ("【記者林春花蓮報導】市議會週一", ["林春"]),
        ("本报讯（记者 林春）市议会周一", ["林春"]),
        ("河谷网花莲3月5日电（林春、王静）市议会周一", ["林春", "王静"]),
        ("(목포=하늘소식) 박하늘 기자 = 시의회는", ["박하늘"]),
        ("[하늘소식 박하늘 기자] 시의회는", ["박하늘"]),
        ("市議會（記者會現場）週一晚間", []),
        ("（記者らが集まった）市は", []),
        ("(목포) 박하늘 기자는", []),
    ],
)
def test_brackets_before_the_text_name_the_reporter(text: str, names: list[str]) -> None:
    assert in_opening(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("渡し船は無料になる。【森田春子、木村一郎】", ["森田春子", "木村一郎"]),
        ("渡し船は無料になる。（編集委員・森田春子）", ["森田春子"]),
        ("渡船免費。（記者林春）", ["林春"]),
        ("渡船免費。\n文/林春", ["林春"]),
        ("배는 무료다. 박하늘 기자 sky@courier.example", ["박하늘"]),
        ("배는 무료다.\n/박하늘 기자", ["박하늘"]),
        ("渡船免費。（森田春子）", []),  # no Japanese
        ("渡し船は無料になる。（共同）", []),
        ("渡し船は無料になる。（時事通信）", []),
        ("渡し船は無料になる。（敬称略）", []),
        ("渡し船は無料になる（森田春子）。", []),
        ("배는 무료라고 말한 하늘신문 기자", []),
    ],
)
def test_the_end_of_the_text_names_the_reporter(text: str, names: list[str]) -> None:
    assert at_end(text) == names


def test_a_sentence_about_reporters_is_no_byline() -> None:
    assert is_reporter_line("記者林春子／花蓮報導")
    for line in (
        "記者會將於明日舉行，市長出席",
        "記者林春子昨日在花蓮報導",
        "기자는 현장에 있었다",
        "박하늘 기자는 현장에 있었다 sky@courier.example",
    ):
        assert not is_reporter_line(line)
