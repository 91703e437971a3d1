"""What a publisher says of its own article: that it was wrong in something, or that it is withdrawn.

Pure, one line or text at a time, in some twenty languages. Whether a notice is new, and so makes a correction of an edit, is for the
load to say, which knows the revision before.
"""

import re
from collections.abc import Sequence

from newshouse.extraction.text import word_count

MOST_NOTICE_WORDS = 120  # longer lines tell a story
MOST_WITHDRAWAL_WORDS = 120  # of a text that stands in the place of an article
_FLAGS = re.IGNORECASE | re.VERBOSE

# "Correction:", "Clarification (3 May):", a heading of its own, and the like
_LABEL = re.compile(
    r"""
    ^[\W_]*(?:
      corrections? | corrected | clarifications? | errat(?:um|a) | retraction | amendment | editor['’]?s['’]?[ ]note | we[ ]got[ ]it[ ]wrong
    | korrektur(?:hinweis)? | berichtigung | richtigstellung | anm(?:erkung|\.)?[ ]d(?:er|\.)?[ ]red(?:aktion|\.)?
    | correctie | rectificatie | rättelse | rettelse | korrigering | oikaisu | leiðrétting
    | rectificatif | correctif | rectification | précision | note[ ]de[ ]la[ ]rédaction
    | correcci[oó]n | rectificaci[oó]n | aclaraci[oó]n | fe[ ]de[ ]err(?:atas|ores) | nota[ ]de[ ](?:la[ ]redacci[oó]n|correcci[oó]n)
    | correção | errata | erramos | rettifica | errata[ ]corrige | precisazione
    | sprostowanie | korekta | oprava | helyreigazítás | erată | διόρθωση | düzeltme
    | исправление | поправка | уточнение | виправлення | уточнення | تصحيح | تنويه | תיקון | הבהרה
    )
    (?:\s*[(\[][^)\]]{0,60}[)\]]|[ ][^:.]{0,40})?\s*(?:[:：—–|]|-\s|$)
    """,
    _FLAGS,
)
_DENSE_LABEL = re.compile(r"^\W*(?:お詫びと)?(?:訂正|更正|勘误|정정|바로잡습니다)")
# "(Corrects spelling of name in paragraph 3)", as agencies put it at the head
_CORRECTS = re.compile(r"^\W*(?:corrects|corrected to|this (?:corrects|version corrects|story corrects))\b", re.IGNORECASE)
# "An earlier version of this article misstated ..."
_EARLIER = re.compile(
    r"""
      \b(?:an?[ ](?:earlier|previous|prior|original)|the[ ](?:original|initial|earlier|first)|earlier|previous)[ ]versions?[ ]of[ ]
       (?:this|the)[ ](?:article|story|report|post|piece|headline|caption|column|review|interview|analysis|obituary|newsletter|page)\b
    | \bthis[ ](?:article|story|report|post|piece|headline|column|obituary)\b.{0,40}\b(?:corrected|amended[ ]on|amended[ ]to|clarified)\b
    | \bupdated[ ]to[ ](?:correct|clarify)\b
    | \bin[ ]einer[ ](?:früheren|ersten|vorherigen|ursprünglichen)[ ](?:version|fassung)\b
    | \bune[ ](?:première|précédente)[ ]version[ ]de[ ](?:cet|ce|cette)\b | \bdans[ ]une[ ](?:première|précédente)[ ]version\b
    | \b(?:en[ ])?una[ ](?:primera[ ]versión|versión[ ](?:anterior|previa))[ ]de[ ]est[ea]\b
    | \b(?:in[ ])?una[ ](?:precedente[ ]versione|prima[ ]versione|versione[ ]precedente)[ ]di[ ]quest[oa]\b
    | \buma[ ]versão[ ]anterior[ ]d(?:este|esta|o)\b
    | \bin[ ]een[ ](?:eerdere|vorige)[ ]versie[ ]van\b
    | \bi[ ]en[ ](?:tidigare|tidligere)[ ](?:version|versjon|udgave)[ ]av?\b
    | \bwe[ ]wcześniejszej[ ]wersji\b | \bв[ ](?:предыдущей|более[ ]ранней|первоначальной)[ ]версии\b | \bу[ ]попередній[ ]версії\b
    """,
    _FLAGS,
)
_WITHDRAWN = re.compile(
    r"""
      \b(?:this|the|our)[ ](?:\w+[ ]){0,2}(?:article|story|report|post|piece|page|item|content|dispatch)[ ]
        (?:has[ ](?:now[ ])?been|was|is(?:[ ]being)?)[ ](?:\w+ly[ ])?
        (?:withdrawn|retracted|removed|deleted|unpublished|taken[ ]down|killed|no[ ]longer[ ]available)\b
    | \bdies(?:er|e|es)[ ](?:artikel|beitrag|text|meldung|bericht)[ ](?:wurde|ist)[ ](?:\w+[ ]){0,4}
        (?:zurückgezogen|entfernt|gelöscht|depubliziert|offline|nicht[ ]mehr[ ]verfügbar)
    | \bcet(?:te)?[ ](?:article|dépêche|publication)[ ](?:a[ ]été|est)[ ](?:\w+[ ]){0,2}(?:retirée?|supprimée?|dépubliée?|annulée?)
    | \best[ea][ ](?:artículo|contenido|noticia|nota|información)[ ](?:ha[ ]sido|fue)[ ](?:\w+[ ])?(?:retirad|eliminad|borrad)[oa]
    | \bquest[oa][ ](?:articolo|notizia|contenuto)[ ]è[ ]stat[oa][ ](?:ritirat|rimoss|cancellat)[oa]
    | \best[ea][ ](?:artigo|texto|conteúdo|matéria|notícia|reportagem)[ ]foi[ ](?:removid|retirad|apagad)[oa]
    | \bdit[ ](?:artikel|bericht)[ ]is[ ](?:\w+[ ])?(?:verwijderd|ingetrokken|teruggetrokken|offline[ ]gehaald)
    | \b(?:artikeln|artikkelen|artiklen|denne[ ]artikkelen)[ ](?:har|er)[ ](?:\w+[ ])?
        (?:tagits[ ]bort|dragits[ ]tillbaka|avpublicerats|trukket|fjernet|slettet)
    | \bartykuł[ ]został[ ](?:usunięty|wycofany) | \bbu[ ]haber[ ](?:\w+[ ])?kaldırıl
    | \b(?:материал|статья|новость|публикация)[ ](?:был[аои]?[ ])?(?:удал|снят|отозван)
    | 記事(?:は|を).{0,12}(?:削除|取り消|取消) | (?:本文|该文|文章|報道|报道)已(?:被)?(?:删除|刪除|撤回|撤稿) | 기사는?.{0,8}(?:삭제|철회)
    """,
    _FLAGS,
)
_WITHDRAWN_HEADLINE = re.compile(
    r"""
    ^\W*(?:withdrawn|retracted|retraction|(?:article|story|report)[ ](?:withdrawn|retracted|removed|deleted|kill)
      | zurückgezogen|retiré|retirado|ritirato|ingetrokken)\s*(?:[:：—–|(-]|$)
    """,
    _FLAGS,
)


def correction_notices(lines: Sequence[str]) -> list[str]:
    """Those of an article's lines that say that it was wrong, in their order; no line twice."""
    return list(dict.fromkeys(line for line in lines if _is_correction(line)))


def is_withdrawal(headline: str, article_body: str) -> bool:
    """Whether the text says that the article which stood here is withdrawn, and says hardly anything else."""
    if word_count(article_body) > MOST_WITHDRAWAL_WORDS:
        return False
    return bool(_WITHDRAWN_HEADLINE.search(headline) or _WITHDRAWN.search(article_body))


def _is_correction(line: str) -> bool:
    if not (_LABEL.search(line) or _DENSE_LABEL.search(line) or _CORRECTS.search(line) or _EARLIER.search(line)):
        return False
    return word_count(line) <= MOST_NOTICE_WORDS
