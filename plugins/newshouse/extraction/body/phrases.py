"""Phrases that publishers set between the paragraphs and that no article is made of: sharing, promotion, labels of related content.

Every pattern is anchored at the start of the block or asks for a whole block, because the same words occur inside articles.
"""

import re
from functools import lru_cache

from newshouse.extraction.patterns import PhraseKinds, Phrases, pattern

# What announces another article: a label where it is the whole block, and where a colon or a dash follows it.
_READ_ALSO = r"""
    (?:lesen sie (?:auch|hier|mehr(?: zum thema)?|dazu)|lies auch|auch spannend|auch interessant|mehr zum thema
    |das könnte sie auch interessieren|weitere artikel
    |verwandte artikel|(?:[àa] )?(?:lire|voir|écouter|regarder) (?:aussi|également)|lisez (?:aussi|également)|sur le même sujet
    |(?:lee|leé|lea|lean|leer|mira|mirá|mire|ve|vea|ver|conoce|conozca) (?:también|además|más)
    |también (?:lee|lea|(?:te|le) puede interesar)|(?:te|le) (?:puede|podría) interesar
    |(?:seguí|sigue|siga) leyendo|puedes leer|relacionad[oa]s?|(?:noticias|notas|artículos) relacionad[oa]s
    |(?:ler|leia|veja|confira|assista|saiba) (?:também|mais|ainda)|(?:llegeix|llegiu|mira) també|també et pot interessar
    |notícias relacionadas
    |(?:leggi|guarda|vedi) (?:anche|pure)|(?:ti )?potrebbe interessar(?:ti|e)(?: anche)?|lees (?:ook|meer|verder)|bekijk ook
    |les (?:også|mer)|læs (?:også|mere)|läs (?:också|mer|även)|se (?:også|även)|(?:lue|katso) (?:myös|lisää)
    |(?:prze)?czytaj (?:też|także|również|więcej(?: na ten temat)?)|zobacz (?:też|także|również|więcej)|cit(?:e[șş]te|i[țţ]i) (?:[șş]i
    |mai multe?)|vezi [șş]i
    |číst (?:dále|více)|čtěte (?:také|též|dále|i)|přečtěte si(?: také)?|prečítajte si(?: aj| tiež)?|čítajte (?:aj|viac)
    |olvas(?:d|sa) el ezt is|lásd még|kapcsolódó cikk(?:ek|ünk)?|(?:pro)?čitajte (?:i(?: ovo)?|još|više)|pogledajte (?:i|još)|više o temi
    |preberite (?:tudi|še)|skaitykite (?:taip pat|daugiau)|taip pat skaitykite|susiję straipsniai|lasi(?:et)? arī
    |loe (?:ka|lisaks|veel)
    |(?:читайте|читать|смотрите|см\.) (?:также|ещё|еще)|(?:читайте|читати|дивіться) (?:також|ще)|за темою|читайте по теме|(?:(?:новости
    |материалы|ссылки|статьи) )?по теме
    |(?:прочетете|четете|вижте|виж) още|още по темата|прочитајте (?:и|још)|διαβ[άα]στε (?:επ[ίι]σης|ακ[όο]μ[αη]|περισσ[όο]τερα)
    |δε[ίι]τε (?:επ[ίι]σης|ακ[όο]μ[αη])
    |[iİ]lg[iİ]l[iİ] haber(?:ler)?|bun(?:u|ları) da okuyun|ayrıca oku(?:yun)?|həmçinin oxuyun|(?:baca|lihat|simak|tonton) (?:juga|pula
    |lagi|selengkapnya|lainnya)
    |(?:artikel|berita) (?:berkaitan|terkait)|basahin(?: din| pa)?|kaugnay na balita|pia soma|soma (?:pia|zaidi)
    |(?:xem|đọc) thêm|(?:tin|bài) liên quan|በተጨማሪ ያንብቡ
    |(?:[اإ]قر[أا]|طالع|شاهد|تابع) (?:[أا]يض\p{M}?ا\p{M}?|المزيد)|موضوعات متعلقة|(?:مواضيع|أخبار) (?:متعلقة|ذات صلة)
    |(?:بیشتر|همچنین|حتما) بخوانید|در همین زمینه|(?:مطالب|اخبار) مرتبط|(?:یہ بھی|مزید) (?:پڑھیں|دیکھیں)
    |עוד בנושא|(?:קראו|ראו) (?:גם|עוד)|כתבות נוספות
    |(?:यह|ये|इसे|इन्हें) भी (?:प[ढ\x{95d}]|देख)\p{M}{1,4}|(?:हेही|हे ही) वाचा|यो पनि पढ\S{1,6}|আর[ওো] (?:প[ড\x{9dc}]\p{M}{1,2}|দেখু)ন
    |આ પણ વાંચો|ਇਹ ਵੀ ਪੜ੍ਹੋ|(?:இதையும்|இதனையும்|மேலும்) படி\S{1,12}|ఇ[దవ]\p{M} (?:కూడా )?చదవండి
    |(?:ഇതും|കൂടുതൽ) വായിക്ക\p{M}{1,2}ക?|ಇದನ್ನೂ ಓದಿ
    |อ่าน(?:ข่าวที่เกี่ยวข้อง|เพิ่มเติม|ต่อ)|ข่าว(?:ที่)?เกี่ยวข้อง
    |(?:延伸|相[关關]|推[荐薦]|关联|更多)(?:阅读|閱讀|新闻|新聞|文章|报道|報導|推荐)|看更多
    |関連(?:記事|ニュース|リンク|キーワード)|[あ合]わせて読(?:みたい|む)|관련 ?(?:기사|뉴스)|함께 읽기)
    """

# What does so where it stands alone, and else only before a link.
_RECOMMENDED = r"(?:(?:te|le) (?:recomendamos|sugerimos)(?: leer)?|בהמשך)"

# A block that is nothing but this (with at most a little more) is a label.
_LABEL = r"""
    (?:advertisements?\b.{0,40}|ad|anzeige|werbung|publicidad|publicité|pubblicità|reklame?|annons|advertorial|реклама|広告
    |广告|إعلان|(?:story |article )?continues? (?:below|after|reading).{0,40}|continue reading.{0,60}
    |scroll (?:down )?(?:to continue|for more).{0,40}|skip (?:to|advert).{0,40}|skip past newsletter.{0,40}|share(?: this
    | on| via)?(?: (?:article|story|post|page|facebook|twitter|email|link|whatsapp|linkedin|x))*|tweet(?: this)?|pin it
    |e-?mail(?: this(?: article| story)?)?|print(?: this(?: article| story| page)?)?|copy (?:this )?link|save(?: article
    | story)?|bookmark|(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|flipboard|messenger|instagram
    |youtube|x|e-?mail|pocket|mastodon|bluesky|threads|google\+|tumblr|digg|del\.icio\.us|stumbleupon|print|comments?|link
    |kopieren|teilen|drucken|merken)(?:[\s,|/·•]+(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|flipboard
    |messenger|instagram|youtube|x|e-?mail|pocket|link|threads|tumblr|digg|del\.icio\.us|stumbleupon|google|print
    |comments?))*|(?:\d+|no|add|post|leave|view|show|read|all|see)?\s*(?:a |all |your |\d+ )?comments?(?: \(?\d+\)?)?
    |leave a (?:comment|reply)|join the (?:conversation|discussion)|be the first to comment.{0,40}|(?:\d+\s*(?:-
    |–)?\s*)?(?:min(?:ute)?s?\.?|minutos?|minuten?|minuti)\s*(?:read|de lectura|de lecture|de leitura|di lettura|lesezeit
    |leestijd|reading time)|(?:reading time|read time|lesezeit|tiempo de lectura|temps de lecture|leestijd|czas czytania
    |tempo de leitura|tempo di lettura|läsestid|estimated read(?:ing)? time|time to read)\W{0,3}.{0,25}
    |\d{1,3}[- ]min(?:ute)?s?[. ]*(?:read)?|related(?: (?:articles?|stories|posts?|content|news|links?|topics?|coverage
    |reading|video))?|see also|more (?:on|from|stories|news|coverage|articles)\b.{0,40}|also (?:read|see|watch)
    |read (?:more|next|also)|recommended(?: (?:for you|stories|reading|articles))?|you (?:may|might) also (?:like
    |be interested in|enjoy)|most (?:read|popular|viewed)|trending(?: now)?|latest (?:news|stories|articles)|up next
    |don'?t miss|what to read next|popular (?:stories|posts|articles|now)|editors?['’]? picks?|top stories
    |suggested (?:reading|articles|stories)|(?:filed|posted|published) (?:under|in)\b.{0,60}|tags?\s*:?.{0,2}|topics?\s*:?
    |in this (?:article|story)\s*:?|categories\s*:.{0,60}|keywords?\s*:.{0,80}|table of contents|contents
    |inhaltsverzeichnis|inhalt|toggle (?:caption|transcript|navigation).{0,20}|hide caption|enlarge(?: (?:this )?image)?
    |view (?:gallery|image|slideshow|full ?screen|larger).{0,30}|click (?:to|on (?:the )?(?:image
    |photo)s?) .{0,30}(?:enlarge|view|expand|larger).{0,20}|(?:play|watch)(?: video| now| live)?
    |listen(?: to (?:this )?(?:article|story))?.{0,20}|loading\.{0,3}|close|dismiss|load more|show more|view all|see all
    |back to top|next|previous|prev|home|menu|search|subscribe(?: now| today)?|sign ?(?:up|in)(?: now)?|log ?in|register
    |donate(?: now)?|follow(?: us)?|unsubscribe|learn more|find out more|expand|collapse|open in app|image|photo|video
    |gallery|slideshow|read full story|full story|zum thema|meistgelesen|à lire|à voir|más información
    |was this (?:article |page |story |information )?helpful|buying options|open in (?:google|apple) maps|in google maps öffnen
    |get it from (?-i:\p{Lu})[^.!?]* for [$£€]\s?\d[\d.,]*
    |buy (?:it )?(?:now|here)\s?:(?:\s?[|/,]?\s?(?-i:\p{Lu})[\w'’&-]*)+
    |read this (?:post|article|story|page) in (?-i:\p{Lu})[^.!?]+|newsletter\s?[«“"][^»”"]+[»”"]\s?:.+
    |exklusiv für abonnent\S+|(?:article )?réservé (?:à nos|aux) abonnés|(?:solo|exclusivo) para (?:suscriptores|assinantes)
    |(?:solo|riservato) (?:per gli|agli) abbonati|(?:alleen|exclusief) voor abonnees|exclusive (?:to|for) subscribers|for subscribers only)
    """

# What stands above or below an advertisement, or where one or a picture parts the text; marks may stand around it.
_ADVERT = r"""
    (?:advertisements?|anzeige|werbung|publicidade?|anúncio|publicité|pubblicità|reklam[ea]?|koniec reklamy|annon[sc]e?
    |advertentie|mainos(?: \(teksti jatkuu alla\))?|реклама|hirdetés|iklan|διαφ[ήη]μιση|quảng cáo|publicitate|oglas|reklaam|reklāma
    |sponsored|スポンサー(?:ド)?リンク|広告|廣告|广告|광고|פרסומת|विज्ञापन|إعلان|(?-i:PUB)|after newsletter promotion
    |weiterlesen nach der (?:anzeige|werbung)|nach der (?:anzeige|werbung) geht['’]?s weiter|artikel wird unten fortgesetzt
    |(?:der )?(?:text|artikel|beitrag) (?:geht|wird) (?:nach|unter|unterhalb) .{3,30}(?:weiter|fortgesetzt)
    |(?:de |het )?(?:tekst|artikel) (?:loopt|gaat) (?:verder|door) (?:onder|na) (?:de |het )?\pL+|lees verder (?:onder|na) (?:de|het) \pL+
    |la suite après (?:cette|la) (?:publicité|vidéo|photo)|(?:l['’]articolo )?continua(?: a leggere)?(?: dopo la pubblicità| sotto)
    |continua a leggere|(?:el artículo |la noticia )?(?:continúa|sigue)(?: leyendo)? (?:después de|tras) la publicidad
    |continua (?:após a|depois da) publicidade|continuar a ler
    |(?:artiklen|artikeln|artikkelen|saken|teksten|texten) forts(?:æ|ä|e)tter (?:efter|etter|under) \pL+
    |(?:juttu|artikkeli|teksti) jatkuu (?:mainoksen|kuvan|videon) (?:jälkeen|alla)
    |(?:dalsza część|pozostała część|ciąg dalszy) (?:artykułu|tekstu) (?:znajduje się )?pod \pL+(?: \pL+)?
    |(?:článek|článok|text) pokračuje pod \pL+|a cikk a hirdetés után folytatódik|articolul continuă (?:mai jos|după \pL+)
    |продолжение после рекламы|продовження після реклами|(?:tekst|članak) se nastavlja ispod \pL+|nastavak teksta ispod \pL+
    |artikkel jätkub pärast reklaami|raksts turpinās pēc reklāmas|straipsnio tęsinys po reklamos)
    """

# A block that starts like this, with a colon or a dash, leads away from the article, whatever follows, as long as it is short ...
_LEAD_AWAY = r"""
    (?:related|also read|read also|read more|read next|see also|also see|also on|more on this|more from|don['’]t miss|recommended
    |further reading|must read|in case you missed it|trending|mehr dazu|lesen sie|passend dazu|siehe auch
    |leggi tutto|olvasd|per approfondire|bonus video)
    """
# ... and after such a word, which also opens sentences and says where to go, only a link, or a plain headline.
_SEE = r"(?:[àa] (?:lire|voir|relire|écouter)|además|relire)"
_LOOK = r"""
    (?:more|read|watch|listen|see|baca|basahin|przeczytaj|sprawdź|polecamy|подробнее|leggi|प[ढ\x{95d}]\p{M}{1,4})\s*[:：
    |>»].{3,}[^.!?。।…"”»]$
    """

# Where a block begins, behind marks; a quotation mark is none of them, since an article quotes requests as well.
_START = r"[^\pL\pN\"“”«„‘’'「『]*"

# A short block that starts like this may be a request to the reader ...
_REQUEST = r"""
    (?:(?:please )?(?:want|would you like|love|did you|are you|sign up|subscribe|register|join|log in|sign in
    |click here|follow|like us|download|get (?:the|our|all|more|your|unlimited)
    |support (?:us|our|the|this|your|free|independent|local|public|quality|journalism)
    |support \S+ (?:today|now)
    |support (?:.{1,60} )?(?:journalism|news|donation|subscription|subscribing|membership|member)|donate|contribute
    |stay (?:up to date|informed|connected|tuned)|share (?:this|your)|tell us|(?:e-?mail|write|contact) us|write to|have (?:a
    |you got a) (?:story|tip|news)|don['’]t miss|check out|enjoy (?:this|unlimited)|you can (?:follow
    |unsubscribe|read)|we use cookies|this site uses|this website uses|by (?:signing|clicking|submitting|subscribing
    |continuing|entering)|enter your|your (?:email|e-mail)|when news happens|send (?:us )?(?:your )?(?:photos|tips|news)
    |waiting for your permission|we need your consent|an dieser stelle finden sie|ich bin damit einverstanden|folgst du|folgen sie|abonnier
    |jetzt abonnieren|sie können sich jederzeit|hier können sie|thanks? (?:you )?for (?:signing|subscribing|reading
    |registering))\b)
    """
# ... where one of its sentences, which starts so as well or like this, ...
_REQUEST_GOES_ON = r"(?:let us know|(?:you can )?(?:e-?mail|send|find|reach)\b)"
# ... goes on with what nobody but a publisher asks for, ...
_PUBLISHERS_OBJECT = r"""
    (?:newsletter|inbox|externe[rn]? (?:inhalt|dienst)|abmelden|permission to load|tip-offs|become a member|patreon|cookies?\b
    |privacy policy|terms (?:of (?:use|service)|and conditions)|\s@\w|free trial|unsubscribe
    |comments? (?:below|section)|in the comments|(?:form|links?|button|box|sign up|click|enter|fill|subscribe)\b(?: \S+){0,4} below\b
    |(?-i:us|our)\b(?: \S+){0,6} photos|photos(?: \S+){0,8} (?-i:us|our)\b|\bapp\W*$|auf whatsapp\W*$)
    """
# ... or with what many others have, where the block speaks of "us" or "your", or has a link.
_OBJECT = r"""
    (?:whatsapp|\w@\w|notifications?|posts|e-?mail|subscri|facebook|twitter|instagram|telegram|youtube|linkedin|tiktok|podcast|\bapp\b
    |alerts?\b|updates|daily|weekly|premium|membership|donat|journalism)
    """
# The same in other languages: a short block that is one call, to subscribe or to follow "us" ...
_CHANNEL = r"""
    (?:whats ?app|telegram|viber|google (?:news|noticias|notícias|notizie|actualités|hír\pL*)|wiadomościach google|facebook|фейсбу[кц]\pL*
    |twitter|instagram|youtube|tiktok|newslet\pL+|boletín|nieuwsbrief|nyhe[td]sbrev\pL*|hírlev[eé]l\pL*|uutiskir\pL+|uudiskir\pL+
    |naujienlaišk\pL+|jaunumiem|бюлетин\pL*|рассылк\pL+|розсилк\pL+|društvenim mrežama)
    """
_CALL_TO_US = r"""
    (?:suscríbete|suscribite|síguenos|síganos|seguinos|apúntate|apunta['’]t|únete a nuestr[oa]|segueix-nos|subscreva|inscreva-se|siga-nos
    |inscrivez-vous|abonnez-vous|suivez-nous|rejoignez(?:-nous| notre)|iscriviti|seguici|melden sie sich|folgen sie (?:uns|unserem)
    |meld je aan|schrijf je in|volg ons|tilmeld dig|følg oss?|prenumerera|följ oss|meld deg på|tilaa (?:\pL+ )?uutiskir|seuraa meitä
    |zapisz się|obserwuj nas|dołącz do nas|přihlaste se|sledujte nás|prihláste sa|iratkoz\pL+ fel|kövess(?:en)? minket|urmărește-ne
    |abonează-te|(?:последвайте|следвайте) ни|абонирайте се|ακολουθήστε μας|εγγραφείτε|pratite nas|prijavite se|пратите нас
    |подпи(?:сывайтесь|шитесь)|читайте нас|підпи(?:суйтесь|суйтеся|шіться)|liitu|jälgi meid|sekite mus|prenumeruokite|seko mums|piesakies)
    """
# ... or, with a verb that also tells what somebody does, to follow the publisher on what nobody else is followed on.
_CALL_TO_FOLLOW = r"""
    (?:sigue|siga|segui|puedes seguir|kövesse|urmăr(?:ește|i[țţ]i)|obserwuj|ακολουθήστε)\b[^.!?]{0,90}
    (?:google (?:news|noticias|notícias|notizie|hír\pL*)|newslet\pL+|(?:o|el|il) canale?(?: \pL+){0,4} (?:whatsapp|telegram)
    |canalul(?: \pL+){0,2} whatsapp)
    """
_CALL = rf"""
    (?:(?:[^.!?\"“«„]{{0,40}}[!?] )?(?:{_CALL_TO_US}\b[^.!?]{{0,70}}{_CHANNEL}|{_CALL_TO_FOLLOW})[^.!?\"”»]{{0,60}}[.!]?$
    |[^.!?\"“«]{{0,60}}(?:google news|whatsapp|telegram|facebook|twitter|instagram|youtube)[^.!?\"”»]{{0,40}}
    (?:takip edin|abone olun)\W*$|suscríbete para seguir leyendo\W*$|δείτε όλες τις τελευταίες ειδήσεις\b
    |.{{0,50}}(?:ошибк|помилк|грешк|kļūd|klaid|chyb|błąd|pogrešk|\bviga\b|\bvea\b|typo|mistake).{{0,90}}ctrl ?[+] ?enter\b.{{0,20}}$
    |(?:našli (?:jste|ste)(?: v \pL+)? chybu|leidsid vea|(?:hast du einen |haben sie einen )?fehler (?:gefunden|entdeckt)|foutje? gezien)\?
    .{{3,50}}$)
    """
# What needs no object.
_REQUEST_ALONE = r"""
    (?:we use cookies|we need your consent to load|this (?:web)?site uses cookies|your e-?mail (?:address )?(?:will|is|must|has|has been)
    |donate (?:now|today|here)
    |subscribe (?:now|today|here|to our|for (?:free|just|only|as little)|via|by)|send (?-i:us)\b.{0,40}\b(?:photos|pictures|videos|tips))\b
    """
_IN_SENTENCE = r"(?:[^.!?。]|[.!?][^\s\"”»’])*"
_ASKING = rf"(?:^{_START}|[.!?:…]\W*\s\W*)(?:{_REQUEST}|{_REQUEST_GOES_ON}){_IN_SENTENCE}"
_ASKS_FOR_ITS_OWN, _ASKS, _IS_TO_READER, _IS_REPORTED = (1 << place for place in range(4))
_REQUEST_KINDS = PhraseKinds(
    (
        rf"(?:{_ASKING}{_PUBLISHERS_OBJECT}|^{_START}{_REQUEST_ALONE})",
        _ASKING + _OBJECT,
        r"\b(?-i:[Uu]s|[Oo]ur|OUR|[Yy]our|YOUR|[Uu]ns\pL*|[Ii]hre\pL*|[Dd]eine\pL*)\b",
        r"[,”\"’] ?(?:\S+ ){0,4}(?:said|says|told|asked|added|wrote|warned)\b|\baccording to\b",
    )
)

_READING_TIME = Phrases(
    r"""
    \b\d{1,3}[ -]?(?:min(?:ute|uto|uti)?[ns]?\.?) (?:read|to read|de lectura|de lecture|de leitura|di lettura|lesezeit|leestijd)\b
    |\b(?:reading time|read time|lesezeit|lesedauer|tiempo de lectura|temps de lecture|durée de lecture|leestijd|czas czytania
    |tempo de leitura|tempo di lettura|läsestid|lesetid|læsetid)\W{0,3}(?:\w+ )?\d
    """
)
_CLOCK_TIME = re.compile(
    r"\d{1,2}(?::[0-5]\d(?: ?(?:h|uhr|[ap]\.?m\.?))?|[.h][0-5]\d ?(?:h|uhr|[ap]\.?m\.?)|h[0-5]\d| ?(?:uhr|[ap]\.?m\.?))", re.IGNORECASE
)
_LONGEST_TIME = 12  # letters
_COPYRIGHT = r"""
    (?:©|\(c\)|copyright\b(?:.{0,40}$|\s*[:©]|\W*(?:\(c\)|\d|by\b|all\b
    |(?:in|of) th(?:e|is) (?:article|text|work|story|content|material|photo|image|picture|page|site)
    |(?-i:\p{Lu}).*(?:\b(?:19|20)\d\d\b|\brights\b|reserved|\b(?:direitos|derechos|rechte|droits|diritti)\b|\b(?:inc|ltd|llc|gmbh)\b)))
    |&copy;|all rights reserved
    |alle rechte vorbehalten|todos los derechos reservados|tous droits réservés|tutti i diritti riservati|todos os direitos reservados)
    """
_CREDIT = r"""
    (?:\(?(?:photo|image|picture|pic|foto|fotos|photos|images|video|bild|credit|illustration|graphic|photograph|crédito
    |crédit|imagen|写真|图片|圖片|फोटो|фото)s?(?: (?:credit|courtesy|by|source|via|from|of|illustration|de|von|por))*\s*[:：/|©]
    |(?:fotó|kuvat?|φωτο(?:γραφ[ίι]α)?|снимк[аи]|fotoğraf|nuotrauk\pL+)\s*[:：/|©]\s*(?-i:\p{Lu})|(?:fot|nuotr)\.\s*(?-i:\p{Lu})
    |(?:symbol|archiv)(?:bild|foto)\W*$
    |\(?(?:photo|image|picture|photograph)s? (?:(?:by|courtesy|credit|via)\b|from (?:(?-i:\p{Lu})|.{1,25}$))
    |photography by (?-i:\p{Lu})[^.!?]+$|getty images|\(?(?:ap|afp|reuters) photo)
    """

# What the page says of itself: that it is old, what its film shows and where it is, when the subject was on air.
_OF_PAGE = r"""
    (?:(?:this is|you are (?:reading|viewing)) an archived (?:article|story|page|version)\b
    |this (?:article|story|page) (?:is|was|has been) archived(?:\W*$|\.\s|,? and (?:may|might|is no longer|the information)\b)
    |(?:editor['’]s note\s?:\s?)?(?:the )?(?:above )?video (?:above|below|in the player(?: above)?|player above)
    (?:\s?[:：]| (?:is (?:about|from|of)|was|shows|features) .{0,40}(?:different|previous|earlier|older|unrelated|another) (?:\w+ )?
    (?:story|report|case|incident|event)\W*$)
    |watch the (?:full |complete )?(?:report|story|video|interview|segment|newscast) in the (?:video )?(?:player|clip) (?:above|below)
    |(?:(?:hide|show|view|read)(?: full)? transcript\W*){1,3}$
    |(?:dieses thema im programm|über dieses thema berichtete?n?)\s?:
    |über dieses thema berichtete?n? .{2,90}\d[:.]\d\d uhr\b.{0,40}$
    |dies(?:er beitrag|e nachricht|e sendung|e meldung) (?:wurde .{0,20}am \d.{3,40}\b(?:um|auf|i[mn]) .{2,60}(?:gesendet|ausgestrahlt)
    |lief .{0,20}am \d.{3,60} uhr\b.{0,40})\W*$)
    """

# A heading or label like this starts what comes after the article.
_END = r"""
    (?:related(?: (?:articles?|stories|posts?|content|news|links?|coverage|reading|topics?))?|more (?:from|stories|news
    |articles|in|like this)\b.{0,40}|more on (?:this|these)\b.{0,30}|recommended(?: (?:for you|stories|reading|articles
    |posts))?|you (?:may|might) (?:also )?(?:like|be interested in|enjoy).{0,20}|most (?:read|popular|viewed
    |shared).{0,20}|trending(?: (?:now|stories|articles))?
    |latest (?:\w+ )?(?:news|stories|articles|posts|from|headlines|videos?)\b.{0,20}|read next
    |up next|what to read next|popular (?:stories|posts|articles|now)|editors?['’]? picks?|top stories.{0,20}
    |suggested (?:reading|articles|stories|posts)|see also|also on .{0,30}|keep reading|around the web
    |from (?:around )?the web|sponsored (?:content|links|stories)|promoted (?:content|stories)|you might have missed
    |previous (?:post|article)|next (?:post|article)|recent (?:posts|articles|news|stories)|similar (?:posts|articles
    |stories)|other (?:articles|stories|posts|news)\b.{0,20}|explore more.{0,30}
    |\d*\s*(?:reader )?comments?(?: \(?\d+\)?)?|leave a (?:comment|reply).{0,20}|add (?:a|your) comment.{0,20}|post (?:a
    |your) comment.{0,20}|\d+ (?:responses|replies|thoughts) (?:to|on)\b.{0,120}|join the (?:conversation|discussion)
    |discussion|have your say.{0,40}|your comments|comments? (?:are|on this).{0,40}|what do you think\?
    |about the authors?s?|about (?:me|us)|author bio|the author|written by|meet the author|share this.{0,40}|share(?: on)?
    |tags|filed under.{0,40}|categories
    |(?:\w+ )?newsletters?(?:\s*[:：–-].{0,60})?|more about(?: .{0,30})?|also in .{0,30}
    |(?:most recent )?reader['’]?s?['’]? comments|story tools|must[- ]reads?|privacy overview|manage (?:your )?(?:consent|cookies?).{0,20}
    |cookie (?:consent|settings|preferences|policy|notice)
    |(?:jetzt )?weiterlesen(?: mit .{0,30})?|(?:continue reading|read on) with .{0,30}|already a subscriber\?.{0,20}
    |(?:sie haben |du hast )?bereits (?:ein )?(?:abo|abonnent).{0,20}|déjà abonné.{0,20}|ya soy suscriptor.{0,10}
    |subscribe(?: to)?\b.{0,60}|sign up (?:for|to)\b.{0,80}
    |get the latest.{0,80}|stay (?:connected|informed|up to date).{0,40}|follow us.{0,40}|footnotes?|external links
    |mehr zum thema|mehr (?:themen|artikel|news|nachrichten|infos?) .{0,30}
    |weitere artikel.{0,20}|weitere (?:themen|nachrichten|meldungen)|auch interessant|das könnte (?:sie
    |dich) (?:auch )?interessieren|verwandte (?:artikel|themen|beiträge)|meistgelesen.{0,20}|kommentare?
    |kommentar schreiben|schreibe(?:n sie)? einen kommentar.{0,20}|über den autor|zur startseite|neueste artikel
    |articles? (?:liés|similaires|connexes)|à lire aussi|lire aussi|sur le même (?:sujet|thème)|commentaires?
    |laisser un commentaire.{0,20}|les plus lus|à la une|noticias relacionadas|artículos relacionados
    |te puede interesar.{0,20}|también te puede interesar|más noticias|lo más (?:leído|visto)|comentarios
    |deja (?:un comentario|una respuesta)|notícias relacionadas|leia também|veja também|mais lidas|últimas notícias
    |comentários|deixe (?:um comentário|uma resposta)|articoli correlati|leggi anche|potrebbe interessarti(?: anche)?
    |i più letti|commenti|lascia un commento|gerelateerde? (?:artikelen|berichten)|lees ook|meest gelezen|reacties
    |les også|mest lest|relaterade artiklar|mest läst|läs också|lue myös|luetuimmat|powiązane artykuły|zobacz (?:także
    |również|też)|czytaj (?:także|również|też)|najpopularniejsze|komentarze.{0,10}|najczęściej czytane|související články
    |nejčtenější|kapcsolódó cikkek|hozzászólások|articole similare|comentarii|читайте также|материалы по теме
    |комментарии.{0,10}|популярное|новости по теме|по теме|свързани новини|ilgili haberler|yorumlar|benzer haberler
    |çok okunanlar|相关(?:阅读|新闻|文章|报道|推荐)|推荐阅读|热门.{0,6}|延伸閱讀|相關新聞
    |関連記事|関連ニュース|あわせて読みたい|おすすめ(?:記事)?|ランキング|アクセスランキング
    |관련(?:기사
    | 기사| 뉴스)|مواضيع (?:ذات صلة|متعلقة)|أخبار (?:ذات صلة|متعلقة)|اقرأ أيضا|berita terkait|artikel terkait|baca juga
    |tin liên quan|संबंधित खबरें|(?:ссылки|сайты) по теме|leia mais|on the (?:net|web)\s*:|(?:źródło|[来來]源)\s*[:：]
    |(?:(?:©|\(c\)|copyright)\W.{0,50})?(?:all rights reserved|alle rechte vorbehalten|todos los derechos reservados|tous droits réservés
    |tutti i diritti riservati|todos os direitos reservados))\s*[:：.…>»!]*
    """


_LONGEST = 320  # letters of a block that is told by its beginning
_LONGEST_CALL = 200  # letters
_LONGEST_NOTICE = 400  # letters
_LONGEST_OF_PAGE = 200  # letters
_IS_LABEL, _LEADS_AWAY, _IS_REQUEST, _IS_COPYRIGHT, _IS_CREDIT, _ENDS, _IS_ADVERT = (1 << place for place in range(7))
_ANNOUNCES, _MAY_LEAD, _LOOKS, _IS_OF_PAGE, _MAY_CALL, _MAY_NOTIFY = (1 << place for place in range(7, 13))
_BEGINNINGS = (
    rf"(?:{_LABEL}|{_READ_ALSO}|{_RECOMMENDED})\W*$",
    rf"[^\pL\pN\"“”«„'’‘]*{_LEAD_AWAY.strip()}\s*[:：|>»→–—-]",
    _START + _REQUEST,
    _COPYRIGHT,
    _CREDIT,
    f"(?:{_END})$",
    _START + _ADVERT + r"[^\pL\pN\"“”«»„‘’'?]*$",
    rf"[^\pL\pN\"“”«„'’‘]*{_READ_ALSO.strip()}\s*[:：|>»→]",
    rf"[^\pL\pN\"“”«„'’‘]*(?:{_READ_ALSO.strip()}|{_RECOMMENDED})\s*[:：|>»→–—-]",
    rf"[^\pL\pN\"“”«„'’‘]*(?:{_SEE}\s*[:：|>»→–—-]|{_LOOK.strip()})",
    _START + _OF_PAGE,
)
# Most blocks have none of these words, and so are spared the look for a whole call; for those of notices see _NOTICES.
_CALL_WORDS = (
    rf"{_CHANNEL}|takip edin|abone olun|suscríbete para|τελευταίες ειδήσεις|ctrl ?[+]|chybu\?|leidsid|(?:gefunden|entdeckt|gezien)\?"
)
_CALLS = Phrases(_START + _CALL)

# A paragraph that says this anywhere tells how the publisher earns or mails, whatever the article is about; by a word that stands in it.
_INVITED = r"""
    ^(?![\"“«„])(?:.*[.!?:]\s|.*\bby\s)?(?:sign(?:ing)? up|subscrib(?:e|ing)|melden sie sich|anmelden|schrijf je|inscrivez-vous
    |suscríbete|iscriviti)(?:\s(?:here|now|today|for free|hier|an|jetzt|in|ici|aquí|qui|below)){0,4}\W*$
    """
_NOTICES = {
    word: pattern(table)
    for word, table in {
        "commission": r"""
            \b(?:may (?:also )?(?:earn|receive|get|make|collect) (?:an? |some )?(?:\w+ ){0,2}commissions?
            |commission (?:if|when) you (?:click|buy|purchase|make)|nous (?:pouvons|pourrions) (?:percevoir|toucher|recevoir) une commission
            |potremmo (?:ricevere|ottenere) una commissione)\b
            """,
        "affiliate": r"""
            \b(?:(?:contains?|includes?|uses?|are|is an?) affiliate links?|affiliate[- ]links?\b(?:.{0,118}\W)?(?:commissions?|provision))\b
            """,
        "of sales": r"""
            \b(?:collects?|receives?|earns?|gets?|makes?) (?:an? )?(?:small )?(?:share|portion|percentage|cut) of sales\s
            from (?:(?:the |these )?links (?:on|in) (?:this|our)|these links)\b
            """,
        "provision": r"""
            \b(?:erhalten|bekommen|erhält|bekommt) (?:wir|die redaktion|der (?:verlag|anbieter)) (?:.{0,59}\W)?provision\b
            """,
        "comisión": r"\b(?:podemos|podríamos) (?:recibir|ganar|obtener) una comisión\b",
        "comissão": r"\bpodemos (?:receber|ganhar) uma comissão\b",
        "inbox": r"""
            \b(?:(?:delivered|straight|sent|directly|right) (?:directly |straight |right )?(?:in)?to your|in (?:your|je|uw)) inbox\b
            """,
        **dict.fromkeys(("newsletter", "nieuwsbrief", "boletín"), _INVITED),
        "cookies": r"""
            \b(?:store or retrieve information on your browser|cookies? (?:is|are) used to store the user consent)\b
            |(?:^|[.!?:]\s)(?:this (?:web)?site uses cookies to (?:improve|enhance|ensure|give)|necessary cookies are absolutely essential
            |we (?:and our partners )?use (?:our own and third[- ]party )?cookies (?:and (?:\w+ ){1,3})?to (?:improve|enhance|ensure|give
            |personali[sz]e|offer|provide)|(?:wir|(?:diese|unsere) (?:web|internet)?seite) (?:verwenden|nutzen|verwendet|nutzt) cookies,? um
            |utilizamos cookies (?:propias|para)|nous utilisons des cookies (?:pour|afin)|utilizziamo (?:i )?cookie per
            |(?:wij?|we|deze (?:web)?site) gebruik(?:en|t) cookies om|usamos cookies para)\b
            """,
        "delivered every": r"\bdelivered every (?:day|morning|evening|week|month|weekday|\w+day)\b",
        "postfach": r"\bin (?:ihr|dein) (?:e-mail-)?postfach\b",
        "votre bo": r"\bdans votre bo[iî]te (?:mail|e-mail|aux lettres|de réception)\b",
    }.items()
}
_KINDS = PhraseKinds((*(f"^(?:{table})" for table in _BEGINNINGS), _CALL_WORDS, "|".join(_NOTICES)))

_FINISHED = (".", "!", "。", "।", "۔", "…", "”", '"', "»")
_HEADLINE_ALONE = re.compile(r"\W*[^\W\d_][^:：|>»→–—-]{0,30}[:：|>»→–—-]+[^\d,;:«»\"“”„()]*[^\d,;:«»\"“”„().!?。।…]")


@lru_cache(maxsize=512)
def _kinds(text: str) -> int:
    """The kinds of phrase that `text` begins with, is or has a word of: one look for the questions below, asked of the same text."""
    return _KINDS.flags(text)


def stands_between(text: str, size: int, *, is_linked: bool = False, is_link: bool = False, is_item: bool = False) -> bool:
    """Is the block of a kind that publishers set between the paragraphs and that is no part of the article?

    It has a link, is a link for the most part, is the item of a list.
    """
    kinds = _kinds(text) if size < _LONGEST_NOTICE else 0
    if not kinds:  # as of most blocks
        return False
    return (
        is_notice(text, size)
        or is_call(text, size)
        or is_label(text)
        or leads_away(text, size, is_link=is_link, is_item=is_item)
        or is_request(text, size, is_linked=is_linked)
        or is_copyright(text, size)
        or is_credit(text, size)
        or tells_of_page(text, size)
    )


def is_label(text: str) -> bool:
    """Is the whole block a label, a button or an advertising mark?"""
    return len(text) < 110 and bool(_kinds(text) & _IS_LABEL)


def is_advert(text: str) -> bool:
    """Is the whole block the mark of an advertisement, or a line that tells where the text goes on below one?"""
    return len(text) < 80 and bool(_kinds(text) & _IS_ADVERT)


def leads_away(text: str, size: int, *, is_link: bool = True, is_item: bool = False) -> bool:
    """Does the block, a link for the most part unless told otherwise, point to another article ("Read more: ...")?"""
    kinds = _kinds(text) if size < 220 else 0
    if kinds & _LEADS_AWAY or (kinds & _ANNOUNCES and (is_link or not text.endswith(_FINISHED))):
        return True
    if is_item:
        return False
    if is_link:
        return bool(kinds & (_MAY_LEAD | _LOOKS))
    return bool(kinds & _LOOKS) and _HEADLINE_ALONE.fullmatch(text) is not None


def is_request(text: str, size: int, *, is_linked: bool = False) -> bool:
    """Is the block, with or without a link in it, a request to follow, subscribe, download or write in?"""
    kinds = _kinds(text) if size < _LONGEST else 0
    if not kinds & _IS_REQUEST:
        return False
    kinds = _REQUEST_KINDS.flags(text)
    if kinds & _IS_REPORTED:
        return False
    return bool(kinds & _ASKS_FOR_ITS_OWN or (kinds & _ASKS and (is_linked or kinds & _IS_TO_READER)))


def is_call(text: str, size: int) -> bool:
    """Is the block one call to subscribe, to follow the publisher or to tell of a misprint, in a language other than English?"""
    return size < _LONGEST_CALL and bool(_kinds(text) & _MAY_CALL) and _CALLS.match(text)


def is_notice(text: str, size: int) -> bool:
    """Does the block say that links earn a commission, or that a newsletter comes by mail or is to be had "here"?"""
    if size >= _LONGEST_NOTICE or not _kinds(text) & _MAY_NOTIFY:
        return False
    lower = text.lower()
    return any(word in lower and notice.search(text) for word, notice in _NOTICES.items())


def tells_of_page(text: str, size: int) -> bool:
    """Does the block say that the page is old, what its film shows, or when its subject was on air?"""
    return size < _LONGEST_OF_PAGE and bool(_kinds(text) & _IS_OF_PAGE)


def tells_reading_time(text: str) -> bool:
    """Does a short block say how long it takes to read the article?"""
    return _READING_TIME.search(text)


def is_clock_time(text: str) -> bool:
    """Is the text a time of the day and nothing else?"""
    return len(text) <= _LONGEST_TIME and _CLOCK_TIME.fullmatch(text) is not None


def minutes_of(time: str) -> int:
    """The minutes since midnight at a time of the day (see is_clock_time)."""
    found = re.findall(r"\d+", time)
    hour, minute = (*found, "0")[:2]
    is_afternoon = re.search(r"p\.?m", time, re.IGNORECASE) is not None
    is_twelve_hours = is_afternoon or re.search(r"a\.?m", time, re.IGNORECASE) is not None
    return 60 * (int(hour) % 12 + 12 * is_afternoon if is_twelve_hours else int(hour)) + int(minute)


def is_copyright(text: str, size: int) -> bool:
    return size < 260 and bool(_kinds(text) & _IS_COPYRIGHT)


def is_credit(text: str, size: int) -> bool:
    """Is the block the credit of a picture?"""
    return size < 130 and bool(_kinds(text) & _IS_CREDIT)


def ends_article(text: str) -> bool:
    """Does what comes after the article start with this heading or label?"""
    return len(text) < 90 and bool(_kinds(text) & _ENDS)
