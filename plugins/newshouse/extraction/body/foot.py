"""What stands at the foot of an article and is no part of it: where it comes from, who made it, whose it is, where to follow the publisher.

Looked at from the end upwards, so that none of it is missed inside an article, where the same words are its own.
"""

import re

from newshouse.extraction.authors.wire_credit import is_sure_credit, is_wire_credit
from newshouse.extraction.body.head import is_date_line
from newshouse.extraction.body.release_foot import release_end
from newshouse.extraction.page.blocks import Block
from newshouse.extraction.page.tree import HEADINGS
from newshouse.extraction.patterns import PhraseKinds, Phrases
from newshouse.extraction.text import words

# What the publisher's system says, and the publisher.
_NOTES = r"""
    (?:[^\pL\pN]*$|\W*(?:schlag(?:w[öo]rte[rn]?|worte)|stichworte|mots[- ]clés|etiquetas|etiquetes|palavras-chave|parole chiave|argomenti
    |trefwoorden|onderwerpen|meer over|tagi|więcej o|štítky|tagy|címkék|etichete|ключови думи|тагове|ετικέτες|tagovi|ključne riječi
    |etiketler
    |теги|метки|märksõnad|raktažodžiai|tēmas|emner|aiheet|avainsanat|ämnen|nyckelord|nøkkelord|标签|標籤|关键[词詞]|關鍵[字詞]|タグ|태그)
    \s*[:：](?:[^.!?。]|\.\S){2,200}$
    |\W*(?:tags?|tagged|posted in|filed under|categor(?:y|ies)|keywords|topics)\s*:|posted in \w
    |(?:previous|next) (?:story|article|post)\s*:|continued\W+\d|(?:pages?|seiten?|páginas?|страниц[аы])\s*:?
    \s*[a-z]?-?\d+(?:\D{1,4}\d+)*\W*$
    |trackbacks?\b|(?:permalink|like (?:this:|loading)).{0,20}$|.{0,30}\| permalink$
    |next read this|related (?:reads|pages|reading|articles and links)\W*$|pin (?:it )?for later
    |\W*(?:this (?:article|story|post|piece|column|essay) (?:was )?(?:originally|first|has been|is republished|appeared|also appeared)
    |(?:originally|first) (?:published|appeared)|read the (?:original|full) (?:article|story)|reprinted (?:by|with|from)|excerpted from
    |this entry (?:was|is) (?:posted|filed)\b|dieser eintrag wurde (?:am|in|unter|von)\b
    |dieser (?:artikel|text|beitrag) (?:ist|erschien|wurde) |cet article (?:a été|est) (?:publié|paru|initialement)
    |est[ea] (?:artículo|entrada) (?:fue|se) public|quest[oa] (?:articolo|voce|post) è stat[oa] pubblicat[oa] (?:in|il)\b
    |(?:von|by|geschrieben) .{2,70}[.] (?:abgelegt unter|filed under)\b)
    |\W*brought to you by
    |journal information\s*:|(?:more|additional) information\s*:.{3,250}\bdoi\b|citation\s*:.{10,250}\bretrieved \d
    |provided by (?-i:\p{Lu})[^.]{2,60}$
    |(?:über )?dieses thema (?:im programm\s*:|berichtete[^.]{3,80}\bam \d)
    |\(?(?:with )?(?:reports|additional reporting|inputs|information) (?:from|by)\b.{2,100}$
    |\W*(?:contact|reach|e-?mail|follow) (?:the (?:author|writer|reporter)|\pL\S+ (?:\pL\S+ )?(?:at|on|with|via|by))\b
    |.{3,90}\bcan be (?:(?:reached|contacted|followed)\b|found (?:here\b|(?:\S+ ){0,2}(?:on|at) (?:@|www\.|https?:
    |\S+\.\S|(?:h(?:is|er)|their) (?:website|blog|site)|(?:twitter|facebook|instagram|linkedin|bluesky|mastodon|threads|substack|x)\b)))
    |\(?(?:top|header|cover|lead|main|banner|featured?|title) (?:image|photo|picture|illustration|graphic)s?
    (?: (?:credit|courtesy|by|via|from))*\s?[:：].{2,120}$
    |thank(?:s| you) (?:(?:so|very) much )?for reading (?:our|this) (?:article|story|post|column|piece|report)\b
    |grazie per aver letto quest['’ ]|(?:let us know|tell us) what you think (?:about|of) (?:this|our) (?:article|story|post|piece|column)\b
    |(?:submit|send|write) (?:us )?a letter to the editor\b.{0,40}(?:\bat\b|@|here\b|\bby\b)
    |\[?(?:all )?(?:image|photo|picture)s? (?:via|credit|used under|courtesy)\b
    |\W*(?:disclaimers?|affiliate disclosure|haftungsausschluss|hinweis der redaktion)\s*:|\W*h/t\b|\W*hat tips?\b.{2,60}$
    |[—–-]{1,2}\s?[^.!?]{3,40}$|\W*(?:editor['’]s note: )?this (?:story|article|post|report|content) (?:is|was) (?:developed|produced
    |created|sponsored|written|paid|supported|funded) (?:in partnership|in collaboration|by|with|through|for|as part)\b
    |for (?:all )?(?:the )?(?:more|latest) .{2,60}(?:sign up|subscribe|newsletter|download .{2,40}\bapp\b)
    |this is a (?:developing|breaking)(?: news)? (?:story|situation)\b.{0,110}$
    |an? version of this (?:article|story|piece|review) (?:appears|appeared|ran|was|first|originally)\b
    |we want to hear (?:from you|(?:your|what you))\b.{0,120}\b(?:subscribe|comments?|e-?mail|write|newsletter)\b
    |(?:hat ihnen|hat dir) dieser artikel|did you (?:like|enjoy) this (?:article|story|post)|enjoy(?:ed)? (?:the|this) (?:post|article)
    |if you (?:liked|enjoyed) this|for more .{3,60}(?:news|stories).{0,10}(?:sign up|subscribe|follow|visit|click|head)
    |(?:have (?:your|a) say|join the (?:debate|conversation|discussion))\b)
    """

# Where the text comes from: "Source: Agency", "With information from Agency".
_SOURCES = r"""
    \W*(?:(?:sources?|quellen?|fuentes?|fontes?|bron(?:nen)?|käll(?:a|or)|kilder?|lähteet|lähde
    |źródł[ao](?: zdjęcia(?: głównego)?)?|zdroje?|forrás(?:ok)?|surs[ae](?: foto)?|allika[sd]|avots|šaltinis|izvori?
    |источники?|джерел[ао]|източни(?:к|ци)|извор|πηγ(?:[ήη]|[έε]ς)|kaynak(?:lar)?|المصدر|المصادر|منبع|מקור(?:ות)?|स्रोत|সূত্র|ที่มา|nguồn
    |sumber
    |chanzo|original-content von|(?:本文|文章|稿件)?[来來]源|原[标標]题|出典|提供|출처)\s?[:：](?:[^.。]|\.\S){2,80}[.]?$
    |(?:more information|citation|reference|publication|original publication|journal reference)s?\s?[:：].{5,300}
    (?:\bdoi\b|doi\.org|arxiv|\bretrieved \d).{0,90}$
    |(?:materials? )?provided by (?:the )?(?-i:\p{Lu})[^.!?]{2,70}[.]?$
    |(?-i:SOURCE (?:\p{Lu}[^\s.!?]*|of|and|the|for|de|&)(?: (?:\p{Lu}[^\s!?]*|of|and|the|for|de|&)){0,9})$
    |(?:con información de|com informações d[aeo]s?|met informatie van) (?:(?:el|las?|los|de|het) )?(?:ag[eê]ncias?\b|(?-i:\p{Lu}))
    (?:[^.,。]|, (?-i:\p{Lu})){0,50}$
    |avec (?:(?:l['’]|les |des )?agences?(?: \S+){0,3}
    |(?:l['’])?(?-i:\p{Lu}{2,8})(?:(?:, | et |/)(?:l['’])?(?-i:\p{Lu}{2,8}|Reuters)){0,3})\W*$
    |(?:\(theo|theo (?:báo|tạp chí|đài)) (?-i:\p{Lu})[^.,]{0,60}$|theo ttxvn\b[^.,]{0,40}$
    |(?:ขอบคุณ(?:ข้อมูล|ภาพ|ข่าว)|사진\s?[=:：])[^.。]{0,60}$)
    """

# Who made it: editors, desks, the signature with an address.
_MAKERS = r"""
    \W*(?:(?:(?:posted|edited|compiled|translated|produced) by|editor|edición|edição|mhariri|पोस्टेड बाय)\s?:(?:[^.]|\.\S){2,60}[.]?$
    |(?:edited|compiled|translated) by (?-i:\p{Lu})[^.]{2,60}$
    |(?:责编|責編|(?:责任|責任)?(?:编辑|編輯|校对|校對)|审核|審核|监制|監製)(?:\s?[:：]|\s\S{2,4}(?:\s|$)).{0,60}$
    |文\s?[/／]\s?\S{2,6}(?:\s+[图圖]\s?[/／]\s?\S{2,6})?\W*$|לתגובות\b)
    |[=＝][\p{Han}\p{Hiragana}\p{Katakana}]{2,8}$
    """

# Whose it is.
_RIGHTS = r"""
    \W*(?:(?:(?:this|the|all) (?:material|content)s?(?: on this (?:page|site|website))?|this (?:article|story|report))
    (?: or any part of it)? (?:may not|cannot|must not) be (?:reproduced|republished|reprinted|copied|broadcast|rewritten|redistributed
    |published(?:, (?:broadcast|copied|re|translated)| or | in (?:whole|part)| without| elsewhere))
    |no part of this (?:article|material|page|publication|site|story|website) (?:may|can|must|should) be (?:\w+ )?(?:reproduced|published
    |reprinted|copied|redistributed|distributed|used|stored|transmitted)
    |(?:this|the) (?:document|article|material|content|text) is (?:subject to|protected by) copyright\b
    |unauthori[sz]ed (?:copying|distribution|reproduction|use)(?: (?:and|or|and/or) \w+)?(?: of (?:this|our|any) (?:material|article|content
    |page|publication|site|story|text|website)|.{0,40} (?:is|are) (?:strictly )?(?:forbidden|prohibited))
    |(?:redistribution|reproduction|republication)(?: or \w+)? (?:in whole or|(?:only )?with(?:out)? (?:(?:the|our|prior|express|written) )*
    (?:permission|consent|authori[sz]ation)|(?:is )?(?:strictly )?(?:forbidden|prohibited)
    |of (?:any|our|the|this) (?:article|content|material|page|site|story|text))
    |(?:re)?printed (?:here )?with permission|(?:nachdruck|vervielfältigung)\b.{0,40}(?:genehmigung|gestattet|untersagt|verboten)
    |prohibida (?:la|su) reproducción|reproducción (?:prohibida|total)|proibida (?:a|sua) reprodução|riproduzione riservata
    |(?:toute )?reproduction (?:interdite|même partielle)|wszelkie prawa zastrzeżone|všechna práva vyhrazena|все права защищены
    |при .{0,60}(?:использовании|копировании|перепечатке|цитировании) .{0,60}(?:ссылк.{0,60}обязательн|обязательн.{0,30}ссылк
    |ссылк\pL{1,3} на (?:перво)?источник)
    |جميع الحقوق محفوظة|저작권자\s?(?:[©ⓒ]|\(c\))|版[权權]所有(?:\W*$|\s?[:：©]|\W{0,3}(?:违者|違者|未[经經]|.{0,12}[转轉][载載]))
    |(?:特[别別]|版[权權]|免[责責])(?:声明|聲明)\s?[:：]
    |未[经經].{0,8}(?:许可|許可|授权|授權|允许|允許|同意).{0,8}(?:不得|禁止|[请請]?勿|[严嚴]禁|[谢謝][绝絕]).{0,12}(?:[转轉][载載]|使用|复制|複製))
    """

# A call to follow the publisher, where its channel is named after it, and other calls to the reader.
_FOLLOW = r"""
    (?:(?:síguenos|seguinos|suscríbete|suscribite|únete|siga|puedes seguir a|acompanhe|receba|assine
    |inscreva-se|(?:quer|quieres) (?:receber|recibir)|suivez|abonnez|inscrivez|téléchargez|recevez|seguici|iscriviti|scarica
    |ikuti|dapatkan|mời bạn|подпи(?:сывайтесь|шитесь)|присоединяйтесь|obserwuj|sledujte|تابعونا
    |تابع(?:وا)? (?:أحدث|آخر|أبرز) (?:ال)?أخبار)\b|ติดตาม.{0,30}(?:ได้ที่|เราที่|เราได้))
    """
# ... and by words that open sentences as well, so that only "our" channel or one of two tells.
_JOIN = r"(?:sigue a|recib[eí]|descarga|participe|bergabung|rejoignez|اشترك(?:وا)?|انضم(?:وا)?)"
_OURS = r"(?:nuestr[oa]s?|noss[oa]s?|notre|kami|our|قناتنا|صفحتنا)"
_CHANNEL = r"""
    (?:whats ?app|telegram|تيليجرام|تلغرام|google (?:news|noticias|notícias|actualités|play)|facebook|twitter|instagram|youtube|tiktok|zalo
    |newsletters?|boletín|e-?mail|\bline\b|\bapp\b|\bapli(?:cación|cativo|kasi)\b|\bkanal\b|saluran|chaîne
    |فيسبوك|تويتر|واتساب|جوجل|انستغرام|يوتيوب|فیس بک|ٹوئٹر|واٹس ایپ|फेसबुक|ट्विटर|व्हाट्सएप|ไลน์|เฟซบุ๊ก)
    """
_CALLS = r"""
    (?:لمتابعة المزيد|للمزيد تابعونا|देश-दुनिया की ताजा खबर|हमें .{0,80}[फ\x{95e}]\x{93c}?ॉलो कर|ہمیں .{0,80}فالو کر
    |點我下載|点击下载|vídeos\s?:|\[gambas|simak video|content highlights\s?:|この記事は(?:有料|会員))
    """

# The end, as agencies mark it, and what the pages of newspapers had below their texts.
_ENDS = r"""
    \W*(?:(?:انتهى|انتهای پیام|پایان پیام|کد خبر|完)[\s\d/）)]*$|最終更新\s?[:：].{0,40}$|(?:#\w+[\s,]*)+$
    |printer[- ]friendly|e-?mail this (?:story|article|page)|rate this (?:story|article)
    |back to (?:the )?(?:top|home)(?: ?page)?\s*(?:[|»^↑<>·•-].{0,30})?$
    |return to .{2,40}(?:home ?page|index|front ?page)|click here (?:to|for) .{2,100}$|(?:url|permalink)\s?: ?https?:\S+$
    |if you want (?:other|more) (?:stories|articles).{0,60}(?:archives?|search)|search (?:the|our) archives?
    |what do you think\? .{0,40}(?:send|e-?mail|write|tell|share|post) (?:.{0,40}[^\pL])?(?:us|your|comments?|below|\S+@\S+)\b)
    """

# What says so wherever it stands in a short line.
_ANYWHERE = Phrases(
    r"""
    [©ⓒ]|無断(?:転載|複製).{0,40}禁|禁.{0,4}無断(?:転載|複製)|무단 ?(?:전재|복제|배포).{0,60}금지
    |제보(?:해 ?주세요|하기|를 기다립니다)|구독하기\W*$
    """
)

_JOINING = rf"{_JOIN}\b(?:.{{0,90}}(?:whats ?app|telegram|تيليجرام|تلغرام|واتساب)|(?:.{{0,50}}\W)?{_OURS}\b.{{0,50}}{_CHANNEL})"
_INVITES = rf"[^\pL\pN\"“”«„「]*(?:(?:{_FOLLOW.strip()}.{{0,90}}{_CHANNEL.strip()}|{_JOINING}).{{0,60}}$|{_CALLS.strip()})"
_TABLES = (_NOTES, _SOURCES, _MAKERS, _RIGHTS, _INVITES, _ENDS)
_FOOT = PhraseKinds(f"^(?:{table.strip()})" for table in _TABLES)

_DISCLAIMS = re.compile(
    r"\W*(?:disclaimers?|haftungsausschluss)\s*:|\W?(?:特别|特別|版权|版權|免责|免責)(?:声明|聲明)\s?[:：]", re.IGNORECASE
)
_LONGEST_DISCLAIMER = 1_000  # letters
_LONGEST = 330  # letters
_SHORT = 200  # letters
_ABOUT = 400  # letters: a paragraph about the author
_SIGNATURE = 120  # letters
_BELOW_CREDIT = 4  # blocks at the end, among which an agency's credit is looked for
_BELOW = re.compile(  # the house's standards, rates of exchange, corrections
    r"\W*(?:our (?:standards|principles)\s?:|the .{2,40}\btrust principles\b|(?:[$€£¥]\s?\d|\d[\d.,]* (?:\S+ ){1,3}=)[^=]{0,30}[=\d]"
    r"|correct(?:s|ed|ion)\b|(?:clarifies|clarification|refiles|adds|updates|fixes)\b)",
    re.IGNORECASE,
)
_MADE_BY = re.compile(r"[^\W\d_][^.:;!?]{1,30} (?:by|de|por|par|von|di) [^.:;!?]{3,60}\.?")
_REPORTS = re.compile(r"\W*(?:(?:additional|further) )?report", re.IGNORECASE)
_PARAGRAPH = 60  # letters of what a signature stands below
_NAME_AND_MAIL = re.compile(r"\W*(?:[^\W\d_a-z][\w.'’-]*\s+){0,4}(?i:e-?mail\s?:\s*)?[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+\W*")
_INITIALS = re.compile(r"(?=.{1,12}\Z)[(\[]?[^\W\d_]{1,4}(?:[./-] ?[^\W\d_]{1,4}){0,3}\.?[)\]]?")
_PARTED = re.compile(r"[^\W\d_][./-][^\W\d_]")
_DESKS = re.compile(  # with a slash, which parts agencies and reporters, or in brackets with a date: "red, velm.example/dpa", "(APA, 5.4.)"
    r"(?=.{3,30}\Z)(?:(?=[^/]*/)[(\[/]?[^\W\d_](?:[^\W\d_]|[.-]){0,13}(?:(?:/|, ?)[^\W\d_](?:[^\W\d_]|[.-]){0,13}){0,4}[)\]/]?"
    r"|[(][A-Z]{2,5}, ?[\d./ ]{4,10}[)])"
)
_HANDLE = re.compile(r"@\w{2,30}")
_VALUE = re.compile(r"\W*(?:editor|edici[óo]n|edição|edited by|produced by|pages?|seiten?|páginas?|страниц[аы])\s*:", re.IGNORECASE)
_LABEL_AND_VALUE = re.compile(r"\W*[^\W\d_][^:.!?]{1,30}\s?[:：]\s?\S.{0,80}$")
_IN_BRACKETS = re.compile(r"[（【][^（）【】。、！？]{2,12}[）】]")
_REPORTER = re.compile(r"\W{0,3}[가-힣]{2,4} ?(?:(?:인턴|수습|선임|전문) ?)?기자(?:\W{1,3}[\w.+-]{1,64}@[\w.-]{3,60})?\W{0,3}")


def parted_at_foot(blocks: list[Block], names: str) -> tuple[list[Block], list[Block]]:
    """The text; and below it notes, signatures, date lines, a word about the author (`names`) and sub-headings that nothing follows."""
    end = _credit_end(blocks, release_end(blocks))
    while end > 1 and _is_foot(blocks[end - 1], blocks[end - 2], names):
        end -= 1
    return blocks[:end], blocks[end:]


def _credit_end(blocks: list[Block], end: int) -> int:
    """Where the credit of an agency stands, with only what agencies set below it up to the end; else `end`."""
    for place in range(end - 1, max(0, end - 1 - _BELOW_CREDIT), -1):
        if _is_credit(blocks[place], blocks[place - 1], is_last=place == end - 1):
            return place
        if not _may_follow_credit(blocks[place]):
            break
    return end


def _may_follow_credit(block: Block) -> bool:
    if is_note(block.text, block.size) or is_signature(block) or is_wire_credit(block.text):
        return True
    return block.size <= _SIGNATURE and _BELOW.match(block.text) is not None


def _is_credit(block: Block, above: Block, *, is_last: bool) -> bool:
    """Is the block the credit of an agency, and no line of those that tell who made a film or a book?"""
    if block.tag == "li" or not is_wire_credit(block.text):
        return False
    if is_sure_credit(block.text):
        return True
    return (is_last or _REPORTS.match(block.text) is not None) and not (
        _LABEL_AND_VALUE.match(above.text) or _MADE_BY.fullmatch(above.text)
    )


def _is_foot(block: Block, above: Block, names: str) -> bool:
    if _is_value(block, above):
        return False
    is_told = block.tag in HEADINGS or is_date_line(block) or is_note(block.text, block.size) or _is_credit(block, above, is_last=True)
    if is_told or _closes(block, above):
        return True
    name = " ".join(words(block.text[:80])[:2])
    return block.size < _ABOUT and f" {name} " in names and len(name) > 6


def _is_value(block: Block, above: Block) -> bool:
    """Is the block a line of what is told of a book or a film, which has another one above it?"""
    is_below_another = _LABEL_AND_VALUE.match(above.text) and (_VALUE.match(above.text) or not is_note(above.text, above.size))
    return bool(is_below_another and _VALUE.match(block.text))


def _closes(block: Block, above: Block) -> bool:
    """Is the block, below a paragraph, only who wrote it? The last item of a list, or of an answer and its question, is none."""
    if block.tag in ("li", "pre") or block.size > _SIGNATURE or not (above.size >= _PARAGRAPH or is_signature(above)):
        return False
    if above.text.endswith((":", "：")):
        return False  # which announces an address
    is_signed = is_signature(block) and not is_wire_credit(block.text)
    return is_signed or _are_initials(block.text) or any(kind.fullmatch(block.text) for kind in (_DESKS, _HANDLE))


def _are_initials(text: str) -> bool:
    """Is the text initials, and no short word or sentence ("Amen.")?"""
    if not _INITIALS.fullmatch(text):
        return False
    return text.startswith(("(", "[")) or text.isupper() or text.islower() or _PARTED.search(text) is not None


def is_signature(block: Block) -> bool:
    """Is the block a name in brackets, a reporter's line, an agency's credit or a mail address, perhaps with a name?"""
    if is_wire_credit(block.text):
        return True
    return block.size <= _SIGNATURE and any(kind.fullmatch(block.text) for kind in (_NAME_AND_MAIL, _IN_BRACKETS, _REPORTER))


def is_note(text: str, size: int) -> bool:
    """Would the block, at the foot of an article, be a note on its origin or a request, and no part of its text?"""
    if size >= (_LONGEST_DISCLAIMER if _DISCLAIMS.match(text) else _LONGEST):
        return False
    return _FOOT.flags(text) != 0 or (size < _SHORT and _ANYWHERE.search(text))
