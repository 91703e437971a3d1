"""What an audio player above the text leaves there: a label to listen, how long it takes, who or what reads the article.

Only above the first paragraph, and told by a whole line: an article may be about voices and machines that read.
"""

import re

from newshouse.extraction.page.blocks import Block
from newshouse.extraction.patterns import Phrases

_MOST = 10  # blocks at the head
_LONGEST = 160  # letters of a line
_PARAGRAPH = 80  # letters
_LONGEST_LABEL = 60  # letters
_LONGEST_TIME = 24  # letters
_TIMES = re.compile(
    r"-?\d{1,2}(?::\d\d){1,2}+(?:\s?[/|–-]\s?\d{1,2}(?::\d\d){1,2}+)?+(?:\s?min\.?)?|\d(?:[.,]\d{1,2})?\s?[x×]", re.IGNORECASE
)

# A label is the whole line; how long it takes may follow.
_LISTEN = r"""
    (?:listen(?: now)?|anhören|vorlesen|écouter|escuchar|ascolta|ouvir
    |(?:listen|hear) (?:to )?(?:this|the) (?:article|story|page|post)|listen to article
    |you can now listen to (?:\S+ ){0,3}(?:articles|stories)
    |(?:diesen |den )?(?:artikel|beitrag|text) (?:an)?hören|(?:artikel|beitrag|text) vorlesen(?: lassen)?|hören sie diesen artikel
    |écoute[rz] (?:l['’]|cet |cette |un )?(?:article|actualité|info)|lire l['’]article en audio
    |escucha[r]? (?:el |la |este |esta )?(?:artículo|noticia|nota)|ascolta (?:l['’]|questo )?(?:articolo|notizia)
    |(?:ouça|ouvir|escute) (?:o |a |este |esta )?(?:artigo|notícia|matéria|reportagem|texto)|(?:be)?luister (?:naar )?(?:dit |het )?artikel
    |lyssna på (?:artikeln|texten)|lytt til (?:artikkelen|saken)|lyt til artiklen|kuuntele (?:artikkeli|juttu)
    |(?:po|od)słuchaj (?:artykułu|tekstu)|poslechněte si článek|(?:про|по)?слушать (?:статью|новость|текст)
    |(?:haberi|yazıyı) (?:sesli )?dinle
    |dengarkan (?:artikel|berita)(?: ini)?|nghe (?:bài|đọc) \pL+|(?:收听|听)(?:本文|新闻|文章)
    |この記事を(?:音声で)?[聴聞]く|기사 (?:듣기|읽어주기))
    """
_LABEL = Phrases(rf"^\W*(?:{_LISTEN})(?:\W*\d+(?:[:.]\d\d)?\W*(?:min\pL*)?)?\W*$")

# A line says that a machine reads this very article; the sentence ends there, since the news may tell of such a voice as well.
_MACHINE = r"(?:an? |the )?(?:AI|artificial intelligence|text[- ]to[- ]speech|synthetic|automated|computer|robot)(?:[- ]generated)?"
_NOTE = Phrases(
    rf"""
    ^\W*(?:
    this (?:audio|voice|narration|recording)\b.{{0,40}}\b(?:auto|AI|computer|machine)(?:matically)?
    [- ](?:generated|voiced|narrated|created|produced)
    |this (?:article|story|audio|text)\b.{{0,30}}\b(?:read|narrated|voiced|spoken|generated|produced)(?: aloud)?
    [ ](?:by|with|using) {_MACHINE}(?: (?:narration|narrator|voices?|speech))?
    |(?:produced|narrated|read|voiced)\b.{{0,80}} (?:using|by|with) {_MACHINE} (?:narration|narrator|voices?)
    |audio (?:narration )?by (?-i:\p{{Lu}})\S*(?: \S+)?
    |dies(?:er|e)? (?:artikel|text|beitrag)\b.{{0,60}}\b(?:KI|künstlich|automati|synthetisch|computer|maschinell).{{0,40}}
    (?:gesprochen|vorgelesen|vertont|eingelesen)
    |(?:diese (?:audio\pL*|stimme)|die audio\pL* dieses \pL+)\b.{{0,60}}\b(?:KI|künstlich|automati|synthetisch|computer|maschinell).{{0,40}}
    (?:erzeugt|generiert|erstellt|gesprochen|vertont)
    |(?:cet (?:article|audio)|cette (?:version|lecture)|article lu)\b.{{0,60}}
    (?:voix (?:de synthèse|synthétique|artificielle)
    |générée? (?:automatiquement|par (?:une |l['’])?(?:IA|intelligence artificielle)))
    |est[ea] (?:audio|artículo|nota|noticia|voz)\b.{{0,60}}
    (?:voz (?:sintética|artificial|automática)
    |(?:generad|narrad|leíd)[oa] (?:automáticamente|(?:con|por) (?:una? |la )?(?:IA|inteligencia artificial)))
    |quest[oa] (?:audio|voce|articolo)\b.{{0,60}}(?:voce (?:sintetica|artificiale)|generat[oa] automaticamente)
    |est[ea] (?:áudio|artigo|texto|voz)\b.{{0,60}}
    (?:voz (?:sintética|artificial)
    |(?:gerad|narrad|lid)[oa] (?:automaticamente|(?:com|por) (?:uma? |a )?(?:IA|inteligência artificial)))
    |dit artikel\b.{{0,60}}(?:computerstem|AI[- ]stem|automatisch voorgelezen)
    |本文(?:音频|语音)由.{{0,12}}(?:AI|机器|合成|智能).{{0,8}}|(?:この|記事の)音声は.{{0,12}}(?:AI|自動|合成).{{0,12}})
    (?:[.!;] .{{0,100}}|\W*)$
    """
)


def without_audio_player(blocks: list[Block]) -> list[Block]:
    """`blocks` without the lines of an audio player above the first paragraph; its times go only where it has another line."""
    lines: list[Block] = []
    times: list[Block] = []
    for block in blocks[:_MOST]:
        if block.size < _LONGEST and block.tag == "p" and _is_of_player(block.text):
            lines.append(block)
        elif block.size >= _PARAGRAPH:
            break
        elif block.size <= _LONGEST_TIME and _TIMES.fullmatch(block.text):
            times.append(block)
    if not lines:
        return blocks
    dropped = set(map(id, (*lines, *times)))
    return [block for block in blocks if id(block) not in dropped]


def _is_of_player(text: str) -> bool:
    return (len(text) < _LONGEST_LABEL and _LABEL.match(text)) or _NOTE.match(text)
