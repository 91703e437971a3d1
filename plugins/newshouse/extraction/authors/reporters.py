"""The names behind and before the reporters' labels of Chinese, Japanese and Korean, which touch the name and stand among other text.

"〔記者林春子／花蓮報導〕", "2021-12-09 作者：林春", "(목포=하늘소식) 박하늘 기자 = ", and the surname and given name in brackets that end a
Japanese text. Both labels are words of sentences, too, so every form asks for the marks around it.
"""

import re

_HAN = r"[\u3005\u3006\u30f6\u4e00-\u9fff]"
_HANGUL = r"[\uac00-\ud7af]"
_HAN_NAMES = rf"({_HAN}{{2,4}}(?:[、・·]{_HAN}{{2,4}}){{0,3}})"
_HANGUL_NAMES = rf"({_HANGUL}{{2,4}}(?:[·,]\s?{_HANGUL}{{2,4}}){{0,3}})"
_REPORTER = r"(?:本[报報])?(?:記者|记者|特派員|特派员)(?![會会們们])"
_RANK = r"\s?(?:(?:선임|수석|인턴|수습|객원)\s?)?(?:기자|특파원)"
_ADDRESS = r"(?:\s?[|(<]?\s?[\w.+-]{1,40}@[\w.-]{3,40}[)>]?)?"
_SENT = r"(?:報導|报道|報道|專電|专电|電|电|摄|攝)"
_FROM = rf"(?:\s?[／/∕]\s?{_HAN}{{1,10}}|\s?{_SENT})"  # where from
_GLUED = rf"({_HAN}{{2,3}}){_HAN}{{2,3}}(?:\d{{1,2}}日)?{_SENT}"  # with a place that touches the name
_WRITER = r"(?:作者|著者|记者|記者|撰文|執筆|执笔|采写|採訪)"
_ALONE = rf"(?=$|\||\s(?!(?:{_HAN}{{1,4}}|[\u3040-\u30ff]{{1,6}})(?:\s|$)))"  # no other half of a name, or second name, behind a space
_OPEN, _CLOSE = r"[〔【（(\[]", r"[〕】）)\]]"

_WHOLE_LINE = re.compile(
    rf"^{_OPEN}?{_REPORTER}\s?{_HAN_NAMES}\s?[／/∕]\s?{_HAN}{{1,8}}{_SENT}{_CLOSE}?$"
    rf"|^[(\[]?(?:{_HANGUL}{{2,6}}\s?=\s?)?({_HANGUL}{{2,4}}?){_RANK}{_ADDRESS}[)\]]?$"
)
_IN_LINE = re.compile(
    rf"(?:^|[\s|〔【（(\[]){_REPORTER}[\s：:]{{0,3}}(?:{_GLUED}|{_HAN_NAMES}{_FROM}?)(?:(?={_CLOSE})|{_ALONE})"
    rf"|(?:(?:^|[\s|])(?:文|取材・文)|{_WRITER})\s?[：:／/・]\s?{_HAN_NAMES}{_ALONE}|(?:^|[\s|]){_WRITER}\s{_HAN_NAMES}{_ALONE}"
    rf"|^{_HAN}{{2,6}}[／/]{_HAN_NAMES}(?<!綜合)(?<!综合)(?<!整理)(?:報導|报道)$"
    rf"|(?:^|[\s|=〕】）)\]/]){_HANGUL_NAMES}{_RANK}(?=$|[\s|\]】(<])"
    rf"|(?:^|[\s|])(?:글|작성자|기자명)\s?[=:\s]\s?({_HANGUL}{{2,4}})(?=$|[\s|])"
)
_OPENING = re.compile(
    rf"{_OPEN}[^〕】）)\]]{{0,16}}?{_REPORTER}[\s：:]{{0,3}}(?:{_GLUED}|{_HAN_NAMES}{_FROM}?)\s?{_CLOSE}"
    rf"|\d日[電电]\s?[（(](?!{_REPORTER}){_HAN_NAMES}[）)]"
    rf"|^[\[(【](?:[^\])】]{{0,20}}?[\s=])?{_HANGUL_NAMES}{_RANK}\s?[\])】]"
    rf"|^[\[(【][^\])】]{{1,20}}[\])】]\s?{_HANGUL_NAMES}{_RANK}\s?="
)
_END = re.compile(
    rf"[（(【]{_REPORTER}[\s：:]{{0,3}}{_HAN_NAMES}[）)】]$"
    rf"|^(?:文|撰文|作者|{_REPORTER})\s?[/／:：]\s?{_HAN_NAMES}(?:\s?[/／]?[图圖摄攝]{_HAN}{{0,8}})?$"
    rf"|(?:^|[\s/=]){_HANGUL_NAMES}{_RANK}{_ADDRESS}$"
)
_JAPANESE_END = re.compile(rf"[（(【](?:{_HAN}{{2,8}}・)?({_HAN}{{3,5}}(?:[、・]{_HAN}{{3,5}}){{0,3}})[）)】]$")
_NO_NAME = re.compile(  # words before a reporter's label, or in brackets at the end of a text
    r"(?:취재|사진|담당|본지|영상|촬영|전문|시민|여러|다른|현직|스포츠|문화|경제|정치|사회|연예|방송|신문|일보|뉴스|통신|온라인)$"
    r"|[\uac00-\ud7af]{2}[부팀]$|[部班社局略了面者版摄攝]$|(?:通信|新聞|写真|提供|撮影|参照|時点|以上|現在|当時|仮名|税込|税別|会見|終了|共同|時事|連載|社説|綜合|综合|整理)$"
)
_KANA = re.compile("[\u3040-\u30fa]")
_SEPARATOR = re.compile(r"[、・·,]\s?")
_SENTENCE_END = (".", "。", "!", "！", "?", "？")
_LONGEST_LINE = 80  # letters
_LONGEST_OPENING = 50
_LONGEST_END = 70


def is_reporter_line(line: str) -> bool:
    """Is `line` nothing but such a byline?"""
    return _is_eastern(line) and _WHOLE_LINE.match(line) is not None


def in_line(line: str) -> list[str]:
    """The names in a short line that is no sentence."""
    if len(line) > _LONGEST_LINE or not _is_eastern(line) or line.endswith(_SENTENCE_END):
        return []
    return _names(_WHOLE_LINE.match(line) or _IN_LINE.search(line))


def in_opening(text: str) -> list[str]:
    """The names in the brackets before the first sentence of `text`."""
    head = text[:_LONGEST_OPENING]
    return _names(_OPENING.search(head)) if _is_eastern(head) else []


def at_end(text: str) -> list[str]:
    """The names that end the last line of `text`."""
    end = text.rpartition("\n")[2][-_LONGEST_END:]
    if not _is_eastern(end):
        return []
    found = _names(_END.search(end))
    return found or (_names(_JAPANESE_END.search(end)) if _KANA.search(text[-300:]) else [])


def _is_eastern(text: str) -> bool:
    """Is there a letter of Chinese, Japanese or Korean in `text`?"""
    return max(text, default="") >= "\u3040"


def _names(match: re.Match[str] | None) -> list[str]:
    found = next((group for group in match.groups() if group), "") if match else ""
    named = [name for name in _SEPARATOR.split(found) if name]
    return [] if any(_NO_NAME.search(name) for name in named) else named
