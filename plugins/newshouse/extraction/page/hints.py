"""What the markup says of an element: its tag, class, id, role and itemprop read as flags.

The words are those that content systems share; none belongs to one publisher. A flag is a hint, not a verdict: whoever uses it must
protect an element that holds a large share of the text.

Class names are read word by word ("article-body", "articleBody" and "article__body" are the same two words), and each pair of neighbours is
read as one word too, so that one table serves all spellings.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from newshouse.extraction.page.class_names import LONGEST_NAMES

# Plain ints, since they are tested for every element of every page.
BODY = 1  # the text of the article
ARTICLE = 2  # the article with its head
JUNK = 4  # related links, sharing, navigation, advertising
CAPTION = 8
COMMENTS = 16
BYLINE = 32
HIDDEN = 64
ASIDE = 128  # beside the text: sometimes a part of it
HEADLINE = 256
STANDFIRST = 512
BOX = 1024  # weak: a box of some kind
CREDIT = 2048
DATE = 4096
PICTURE = 8192  # a picture with what belongs to it
SURE = 16384  # junk by a name that nobody gives to the article's own text
TEASER = 32768  # of another article, or the first paragraphs of this one: see Node.hint

_WORDS = {
    BODY: """
        articlebody articlebodytext articlecontent articlecopy articlemain articletext artikelinhalt artikeltext bodycontent
        bodycopy bodytext contentbody contenttext cuerponota cuerponoticia entrybody entrycontent entrytext fulltext longtext
        maintext newsbody newscontent newstext postbody postcontent posttext prose richtext singlecontent storybody
        storybodytext storycontent storytext textonota textonoticia
    """,
    JUNK: """
        aboutauthor aboutthe ad addthis ads adv advert advertisement advertising adverts affiliate affiliatedisclosure
        affiliates aftercontent alsolike alsoread appeal articleinfo articlelinks articlemeta articletools audioplayer authorbio
        authorbox authorcard authordesc authordescription authorinfo authorprofile banner banners bio biobox biography
        breadcrumb breadcrumbs byline carousel classifieds consent cookie cookies copyright crosslink crosslinks crosspromo cta
        dfp disclaimer donate donation donations editorpicks emaildesc emailform emailsignup entrymeta entryutility
        fbpage fbpost feedback followus footer footnote footnotes gdpr hidemobile inarticlead infoline instagrammedia latestnews
        login membership menu mgid mobilemenu modal moreabout morearticles morefrom morenews moreon morestories mostpopular
        mostread mostshared mostviewed nav navbar navigation newsletter newsletters nextarticle nextpost nextstory noprint
        outbrain overlay pager pagination photogallery player playlist poll pollpane pollquestion popular popup postdate
        postinfo postmeta prevnext printbutton printlink printonly promo promos publishdate publisheddate quiz rating ratings
        reaction reactions readalso readers readingtime readmore readnext readtime recirc recirculation recommend recommendation
        recommendations recommended redditembed related relatedlinks revcontent scoreboard screenreader seealso share sharebar
        shares sharetools sharing sidebar signup skiplink skipto slider sns social sponsor sponsored sponsors sronly storymeta
        storytools subscribebanner subscribebox subscribecta subscribeform subscription subscriptionbox supportbox
        supportmessage supportus tableofcontents taboola tag tagcloud tagline taglist tags testimonial
        testimonials tiktokembed timestamp timetoread toolbar tools tooltip topiclinks topiclist trending tweet twitterembed
        twittertweet videobox videoplayer visuallyhidden yarpp zergnet

        articletoc blueskyembed pagetoc posttoc tocblock tocbox toccontainer tocheader tocitem toclink toclist tocmenu tocnav
        toctitle toctoggle tocwidget tocwrap tocwrapper

        anuncio anuncios boletin boletines compartir compartilhar etiquetas leertambien leetambien leiamais leiatambem maislidas
        masinformacion masleidas masleido masleidos masnoticias masvisto publicidad publicidade relacionadas relacionados saibamais
        tepuede vejamais vejatambem
        alireaussi infolettre lireaussi memesujet motscles partager pluslus publicite voiraussi
        articolicorrelati condividi correlati leggianche piuletti pubblicita sostieni sostienici vedianche
        anzeige anzeigen auchinteressant lesensie mehrzum meistgelesen schlagworte schlagwoerter spenden teilen weitereartikel
        weiterethemen werbung zumthema
        leesook meestgelezen nieuwsbrief
        annonce annoncer annons annonse annonser laesogsaa lasmer lasocksa lesmer lesogsa mestlast mestlest nyhedsbrev nyhetsbrev
        luelisaa luemyos luetuimmat mainokset mainos uutiskirje
        czytajtakze czytajtez najczesciejczytane polecane powiazane reklama reklamy tagi udostepnij zobacztakze zobacztez
        nejctenejsi sdilet souvisejici stitky suvisiace zdielat oglas oglasi povezane
        cimkek hirdetes hirlevel kapcsolodo megosztas tamogatas citestesi etichete publicitate
        benzerhaberler etiketler ilgilihaber ilgilihaberler paylas reklam bacajuga
    """,
    TEASER: "teaser teasers",
    SURE: """
        aboutauthor authorbio authorbox authorcard authorprofile blueskyembed cookie cookies emailsignup gdpr instagrammedia latestnews
        mgid morearticles morefrom morenews morestories mostpopular mostread mostshared mostviewed newsletter newsletters outbrain
        readnext recommendations redditembed related relatedlinks revcontent sharebar sharetools signup subscribeform supportus taboola
        tiktokembed twitterembed twittertweet yarpp zergnet
    """,
    COMMENTS: """
        comentario comentarios comment commentaire commentaires commentform commenti commentlist comments commentsection
        discussion disqus komentarze kommentar kommentare livefyre replies respond talkback usercomments

        comentaris diskuse diskusia diskuze forumfil forumtexte hozzaszolas hozzaszolasok komentaarid komentarai komentare komentari
        komentarji kommentit postings reactie reacties yorumlar
    """,
    CAPTION: """
        bildtext bildunterschrift caption captions cutline figcaption imagecaption imagedesc imagedescription imageinfo
        imagemeta imagesource imagetitle imgdesc legend legenda legende mediacaption mediadesc mediainfo
        mediatitle photocaption photodesc photoinfo photometa phototext phototitle

        bijschrift bildetekst billedtekst didascalia fotobijschrift kuvateksti onderschrift opiszdjecia piefoto
    """,
    CREDIT: """
        attribution bildnachweis captioncredit credit credits fotocredit fotograf imageauthor imagecopyright imagecredit
        imgcredit mediacredit photoauthor photoby photocopyright photocred photocredit photographer photosource picturecredit

        autorzdjecia bildquelle bildrechte crediti credito creditos fotoautor fotoizvor fotoquelle fotozdroj kuvaaja zdrojfoto
    """,
    BYLINE: """
        articleauthor auteur author authorlink authorlist authormeta authorname authors autor autore byline bylines contributor
        contributors entryauthor journalist postauthor reporter signature vcard writer
    """,
    HEADLINE: """
        articleheading articleheadline articletitle entrytitle headline newsheadline newstitle posttitle storyhead storyheadline
        storytitle title titolo titre titulo
    """,
    STANDFIRST: """
        articledek articledescription articleexcerpt articleintro articlelead articlesummary bajada chapeau chapo deck dek
        excerpt firstpara firstparagraph headerdek ingress intro introtext lead leadtext lede postdescription printlead sottotitolo
        standfirst strapline subhead subheading subheadline subtitle summary synopsis vorspann

        anleser anons bevezeto blurb catenaccio copete entradeta entradilla haberspot headsub inleiding manchet newsspot ozet perex
        podnadpis podnaslov podtytul preamble sommario soustitre subtitulo sumario underrubrik undertittel untertitel unterzeile
        wstep zajawka
    """,
    BOX: """
        box bullets callout card embed embedded factbox highlight infobox inline inset keypoints keytakeaways panel pullout
        widget
    """,
    PICTURE: "photo image img picture pic foto bild figure imagebox photobox thumb thumbnail plate wpcaption illustration",
    DATE: """
        created date dateline datetime datum fecha postdate posted pubdate publishdate published time timestamp
    """,
}
_ALONE = {"opener": STANDFIRST}  # names that say it only where nothing is added: "opener-image" is none
_FLAGS: dict[str, int] = {}
for _flag, _names in _WORDS.items():
    for _name in _names.split():
        _FLAGS[_name] = _FLAGS.get(_name, 0) | _flag

# Stems that mean the same wherever they stand in a long word.
_STEMS = (
    (re.compile(r"articlebody|articletext|articlecontent|storybody|entrycontent|postcontent|bodytext"), BODY),
    (
        re.compile(
            r"related|recommend|recirc|mostread|mostpopular|newsletter|sharing|sharebar|breadcrumb|sidebar|navigation|advert|sponsor|outbrain|taboola|carousel"
            r"|pagination|subscribe(?!r)|donat|authorbio|authorbox|cookie|readmore|readalso|seealso|morefrom|moreon|banner"
        ),
        JUNK,
    ),
    (re.compile(r"teaser"), TEASER),
    (re.compile(r"mostread|mostpopular|newsletter|outbrain|taboola|authorbio|authorbox"), SURE),
    (re.compile(r"comment|disqus|kommentar"), COMMENTS),
    (re.compile(r"caption|bildtext|bildunterschrift"), CAPTION),
    (re.compile(r"photocredit|imagecredit|photographer"), CREDIT),
    (re.compile(r"byline"), BYLINE | JUNK),
)
_ANY_STEM = re.compile("|".join(stem.pattern for stem, _ in _STEMS))
# WordPress names an article's element by its number and by what it is about: "post-4711 type-post tag-quiz category-comment author-ad".
_POST = re.compile(r"\bpost(?:id)?-\d|\btype-post\b|\bhentry\b")
_SUBJECTS = ("tag-", "category-", "cat-", "author-", "format-", "status-", "topic-", "series-")
# "has-sidebar" and "no-comments" tell of what stands beside the element or is left out, not what it is.
_STATES = frozenset(("has", "no", "not", "with", "without", "hide"))
_SHORTEST_NUMBERED = 3  # letters of a word that is a name's with its number gone
_NUMBERED = re.compile(r"\b\w*?\d\w*\b")
_TRAILING_NUMBER = re.compile(r"(?<=[A-Za-z]{3})\d+(?![A-Za-z0-9])")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ITEMTYPE_ARTICLE = re.compile(r"schema\.org/\w*(?:Article|BlogPosting|Report|Review)\b")

_ROLES = {
    "navigation": JUNK,
    "complementary": ASIDE,
    "contentinfo": JUNK,
    "search": JUNK,
    "dialog": JUNK,
    "alertdialog": JUNK,
    "article": ARTICLE,
}
_TAGS = {"article": ARTICLE, "aside": ASIDE, "footer": JUNK, "form": JUNK, "nav": JUNK, "figcaption": CAPTION, "dialog": JUNK}
_ITEMPROPS = {
    "articlebody": BODY,
    "reviewbody": BODY,
    "headline": HEADLINE,
    "author": BYLINE,
    "description": STANDFIRST,
    "caption": CAPTION,
    "comment": COMMENTS,
    "datepublished": DATE,
}


def hints_of(element: etree._Element, tag: str) -> int:
    """The flags of `element`, whose tag is `tag`."""
    flags = _TAGS.get(tag, 0)
    attributes: list[tuple[str, str]] = element.items()  # type: ignore[assignment]  # no bytes come out of a parser
    readers = _READERS_OF_SUBHEADINGS if tag in _SUBHEADINGS else _READERS
    for name, value in attributes:
        read = readers.get(name)
        if read is not None:
            flags |= read(value)
    if flags & BODY and tag == "p" and flags & (BYLINE | CREDIT):  # a paragraph set like the text, as the one that says who wrote it
        flags &= ~BODY
    return flags


def class_hints(names: str) -> int:
    """The flags that a string of class names or an id suggests."""
    return _hints_of_names(names[:LONGEST_NAMES])


@lru_cache(maxsize=8_192)  # a pure function: remembering it saves a third of the time
def _hints_of_names(names: str) -> int:
    flags = 0
    own = names.split()
    if is_post(names):
        own = [name for name in own if not name.startswith(_SUBJECTS) or name.replace("-", "") in _FLAGS]
    for name in own:
        flags |= _name_hints(name)
    return flags


def is_post(names: str) -> bool:
    """Are `names` those of a whole article, as WordPress gives them?"""
    return ("post" in names or "hentry" in names) and _POST.search(names) is not None


@lru_cache(maxsize=32_768)
def _name_hints(name: str) -> int:
    if name.isascii() and name.isalpha() and name.islower():  # most names
        return _word_hints(name) | _ALONE.get(name, 0)
    parts = name.replace("_", "-").split("-")
    if not name.isascii() or not "".join(parts).isalnum():
        parts = _NUMBERED.sub("", _TRAILING_NUMBER.sub("", "-".join(parts))).split("-")
    flags = pairs = 0
    before, is_state = "", False
    for first, last, own, joined, tells_state, is_empty in map(_part_of, parts):
        if is_empty:  # "--" begins another name
            is_state = False
        elif first:
            flags |= 0 if is_state else own
            pairs |= joined | (_FLAGS.get(before + first, 0) if before else 0)
            before, is_state = last, is_state or tells_state
    if pairs & CREDIT:  # the author of a picture
        flags &= ~BYLINE
    flags |= pairs
    return flags & ~STANDFIRST if flags & PICTURE else flags  # "lead-image" is the picture at the head


class _Part(NamedTuple):
    """What one part of a name says, between two hyphens: its first and last word, and the flags of its words and of pairs of them."""

    first: str = ""
    last: str = ""
    flags: int = 0
    pairs: int = 0
    tells_state: bool = False
    is_empty: bool = False


@lru_cache(maxsize=16_384)  # the parts of all names are few
def _part_of(part: str) -> _Part:
    if not part.isalpha() and part.isalnum() and part.isascii():
        part = part.rstrip("0123456789")
        if len(part) < _SHORTEST_NUMBERED or not part.isalpha():  # a hash; its letters say nothing ("5cd3ad" is no ad)
            part = ""
    if not part:
        return _Part(is_empty=True)
    inner = [part] if part.isalpha() and part.islower() and part.isascii() else [word.lower() for word in _WORD.findall(part)]
    flags = pairs = 0
    is_state = False
    for word in inner:
        if word in _STATES:
            is_state = True
        elif not is_state and (len(word) > 3 or len(inner) == 1):  # "Ad" within a mixed-case name is mostly chance
            flags |= _word_hints(word)
    for before, word in pairwise(inner):
        pairs |= _FLAGS.get(before + word, 0)
    return _Part(inner[0], inner[-1], flags, pairs, is_state) if inner else _Part()


@lru_cache(maxsize=16_384)
def _word_hints(word: str) -> int:
    flags = _FLAGS.get(word, 0)
    if len(word) > 8 and _ANY_STEM.search(word):
        for stem, flag in _STEMS:
            if stem.search(word):
                flags |= flag
    return flags


def _id_hints(value: str) -> int:
    if value.count("-") > 2 or value.count("_") > 3:  # made of a heading's words: says nothing
        return 0
    return class_hints(value)


def _component_hints(value: str) -> int:
    return class_hints(value) & ~(JUNK | SURE | TEASER)


def _property_hints(value: str) -> int:
    return _ITEMPROPS.get(value.rpartition(":")[2].lower(), 0)


_READERS: dict[str, Callable[[str], int]] = {
    "class": class_hints,
    "id": _id_hints,
    "role": lambda value: _ROLES.get(value, 0),
    "itemprop": _property_hints,
    "property": _property_hints,
    "style": lambda value: HIDDEN if _HIDING_STYLE.search(value) else 0,
    "hidden": lambda value: HIDDEN,
    "aria-hidden": lambda value: HIDDEN if value == "true" else 0,
    "itemtype": lambda value: ARTICLE if _ITEMTYPE_ARTICLE.search(value) else 0,
    **dict.fromkeys(
        ("data-component", "data-cy", "data-e2e", "data-qa", "data-test", "data-test-id", "data-testid", "data-type"), _component_hints
    ),
}
_SUBHEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
# The id of one is what links point to, and made of its words: "Tools" is no toolbar.
_READERS_OF_SUBHEADINGS = {**_READERS, "id": lambda value: _id_hints(value) & ~(JUNK | SURE | TEASER | CAPTION | CREDIT)}
