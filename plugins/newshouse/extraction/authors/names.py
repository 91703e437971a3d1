"""People's names out of a line of text, agencies and desks marked as organisations.

"By A and B, C" is three people; "THE HERALD STAFF NOVEMBER 3, 2019" is an organisation and a date; addresses, handles, roles, places and
calls to follow somebody are none. Where on a page such lines stand is not known here: see bylines.py.
"""

import re
import unicodedata

from newshouse.extraction.authors.reporters import in_line, is_reporter_line
from newshouse.extraction.dates.months import MONTHS, WEEKDAYS
from newshouse.extraction.patterns import names, pattern
from newshouse.extraction.text import comparable, folded, has_digit
from newshouse.model import Author

_CAPITALISED = r"(?-i:[A-ZÀ-ÖØ-ÞĂĆČĎĐĚŁŃŇŘŚŠŤŮŹŻŽȘȚΆ-ΏΑ-ΫЀ-Я][\w.'’-]*)"
_FULL_NAME = rf"{_CAPITALISED}(?:\s(?:(?:de|del|la|van)\s){{0,2}}{_CAPITALISED}){{1,2}}"
_NO_LABEL = rf"""
    (?!\W*(?:(?:γράφ(?:ει|ουν)|пише|piš[eu]|napisala?|napisao|خبرنگار|लेखक|द्वारा|jurnalis|publicado por|publié par|veröffentlicht von
    |aus (?-i:[A-ZÄÖÜ])[\w-]+ bericht(?:et|en))(?!\w)
    (?!\W*$|\s*[:：]|(?:\s(?:ο|η|οι))?\s{_FULL_NAME}(?:(?:,|\s(?:und|y|et|e|i|и|και|dan))\s{_FULL_NAME}){{0,3}}
    (?:[^\w,]*$|\s?[,|•·/(–—-]?\s?(?:(?:el|le|am|em|on)\s)?(?:\w+,?\s)?\d)
    |\s(?:la )?(?:redac|rédac|redak)\w+)
    |(?:filed|submitted|reported)\sby\s(?:the|an?|his|her|their)\s(?-i:[a-z])))
    """
"""Verbs and nouns of sentences are labels only before a colon or the full name that ends the line."""

_BEFORE_DATE = rf"""
    (?:(?:przez|od|από|від|bởi|de|per)(?=\s{_FULL_NAME}\s?[|•·]\s?(?:\w+\.?,?\s)?\d)
    |(?:kirjoittanut|napsala?)(?=\s{_FULL_NAME}\s?[|•·,]\s?(?:\w+\.?,?\s)?\d))
    """
"""Words of sentences that are labels only before a full name and a date."""

BY = pattern(
    rf"""
    ^{_NO_LABEL}
    \W*(?:(?:this (?:post|article|story|entry) was |this is a (?=guest post))?(?:written|authored|posted|published|submitted|filed|reported
    |reporting|insights
    |geschrieben|eingereicht|veröffentlicht|publié|posté|soumis|écrit|rédigé|propos recueillis
    |publicado|enviado|escrito|pubblicato|inviato|scritto|geplaatst|recipe
    |story|words|text|article|review|analysis|opinion|edited|guest post|report|video|exclusive|interview|column
    |commentary|guide|feature|preview|essay|an? [a-z]+|eine? \w+)\s+)?(?:(?:dal(?:la)? nostr[oa] (?:inviat[oa]|corrispondente)
    |de notre (?:correspondante?|envoyée?)(?: spéciale?)?(?: permanente?)?(?:\s+(?:à|en|au|aux)\s[^,]{{2,30}},)?|von unser(?:em|er) \w+
    |de nuestr[oa] (?:corresponsal|enviad[oa])(?: especial)?|d[oa] noss[oa] (?:correspondente|enviad[oa])(?: especial)?
    |by|(?-i:From(?=\s+[A-Z]))|contributed by|author\(s\)|von|por|par
    |aus (?-i:[A-ZÄÖÜ])[\w-]+ bericht(?:et|en)|piš[eu]|napisala?|napisao
    |{_BEFORE_DATE}|autoři|autork[ay]|autor(?:i|ky)|redaktörer|γράφ(?:ει|ουν)(?: (?:ο|η|οι))?
    |di|da|a cura di|door|av|af|autor(?:[/*:_·]in(?:nen)?|in|es|a)?(?:/autor(?:in)?)?|author|auteure?s?|autore|forfatter|författare|szerző
    |írta|yazan|haber|redaktion|redacción|texto?|tekst|teksti|oprac\.
    |skriven av|skrevet av|kirjoittaja|oleh|penulis|pewarta
    |laporan|jurnalis|mwandishi|reporter|reporters|tác giả|автор(?:ы|и|ка)?|текст|пише
    |от|од|بقلم|كتبت?|إعداد|نویسنده|خبرنگار|تحریر|מאת|writers?|contributors?|authors?)
    (?!\w)
    |(?:โดย|ผู้เขียน|लेखक|द्वारा|লেখক|எழுதியவர்|എഴുതിയത്)
    (?=\s?[:：]|\s+\S+\s\S+$)
    |(?:著者|作者|文|記者|记者|撰文|執筆|执笔)(?=[\s:：・／]))\s*[:：・／]?\s*(?:de\s)?
    """
)
"""What stands before the names: "By", "Von", "Story by". It may be all that a line says."""

_OF_SEVERAL = pattern(r"\W*(?:authors|writers|reporters|autoři|autori|autorzy|autores|auteurs|авторы|автори)\b")
_NO_AUTHOR = pattern(  # somebody else's part in the article
    r"""
    (?:[.;,|/(•·–—-]|\s|^)\s*(?:(?:medically|clinically|expert|legally|technically|professionally)\s+)?(?:reviewed|edited|editing
    |fact[ -]?checked|checked|verified|approved|curated|updated|translated|illustrat(?:ed|ions?)|photograph(?:s|ed|y)?|photos?
    |pictures?|images?|graphics?|videos?|read|narrated|produced|sponsored|presented|compiled|additional reporting|fotos?
    |editado|übersetzt|traduit|traducido)\s+(?:by|von|por|par|di|door|av|af)\b.*
    """
)
_LABEL_OF_OTHERS = pattern(
    r"[\s;|/(•·–—-](?:editors?|penyunting|redaktur|reviewers?|fact[ -]?checkers?|translators?|photographers?)\s?[:：].*"
)
_NO_AUTHOR_LABEL = pattern(
    r"""
    \b(?:reviewed|edited|checked|verified|approved|curated|translated|illustrat\w+|photo\w*|pictures?|images?|graphics?|produced|sponsored
    |presented|reviewer|bearbeitet|fotos?)(?:\s+(?:by|von|por|par|di))?\s*:?\s*$
    |\b(?:editors?|penyunting|redaktur|fact[ -]?checkers?|translators?|photographers?)\s?[:：]\s*$
    """
)
_SPLIT = re.compile(
    r"\s*(?:[,;|/•·⋅∙‧、，؛+\n]|\s[&＆]\s|\b(?:and|AND|und|y|et|och|og|и|ja|with|dan|oraz|és|ve|και|та|și|và)\b"
    r"|\b(?:e|en|i|a)\b(?=\s+[A-ZÀ-Ž])|\s[–—-]\s|\s[–—]|[–—]\s|\bas told to\b)\s*"
)
_CUT = pattern(
    r"""
    \s*(?:[(\[<](?![^()]*[)]\s+\w).*|\b(?:updated|aktualisiert|actualizado|mis à jour|published
    |posted|last\b|on\s|at\s|created|modified|who\s|follow|contact|email|e-mail|is an?\b|has been\b|hi there\b
    |is the\b|covers|writes|berichtet|read more|more by|view|see all|via|for the|for\s|special to|\d+ (?:min|hours?|days?|comments?)).*
    |\s(?-i:(?:in|aus|à|em|nel|from|dans|w)\s+[A-ZÀ-Ž]).*
    |\s(?:el|le|il|am|op|em|den)\s(?:\w+[.,]?\s)?\d.*
    |\b\d{1,2}[:./]\d{2}.*|\b\d{4}.*|\b\d{1,2}(?:st|nd|rd|th)?\b.*|@.*|\S+@\S+.*|https?:.*|www\..*)$
    """
)
_ROLE_WORDS = r"""
    (?:(?:staff|senior|chief|deputy|associate|assistant|contributing|guest|managing|executive|special|political|business|sports?
    |national|foreign|international|health|science|tech|technology|education|crime|court|news|city|local|lead|principal|review|content
    |former|freelance|multimedia|digital|data|features?|investigative|head)\s+)*
    (?:writer|reporter|correspondent|journalist|columnist|contributor|photographer|producer|editor|editor[ -]in[ -]chief|analyst|critic
    |redakteur(?:in)?|korrespondent(?:in)?|reporterin|journaliste|giornalista|periodista|redactora?|redaktor|dziennikarz|toimittaja)s?
    """
_ROLE_AFTER = pattern(rf"\s+{_ROLE_WORDS}$")
_ROLE_BEFORE = pattern(rf"^{_ROLE_WORDS}\s+")
_ROLE = pattern(
    r"""
    \b(?:staff|editor|editors|reporter|reporters|correspondent|writer|writers|journalist|columnist|contributor
    |contributing|producer|photographer|photography|illustrat\w+|director|manager|founder|co-?founder|ceo|cto|cfo|professor|ph\.?d|md
    |m\.d\.|jr\.?|sr\.?|intern|fellow|author|authors|analyst|chief|senior|deputy|bureau|desk|president|attorney|researcher
    |lecturer|freelance\w*|redakteur\w*|redaktion\w*|redacción|redazione|rédaction|redactie|reporterin|korrespondent\w*
    |periodista|redactora?|corresponsal|journaliste|giornalista|toimittaja|dziennikarz|redaktor|newsroom|news service
    |press release|guest|admin|administrator|webmaster|team|breaking news|opinion|politics|sports?|expert|specialist|consultant
    |strategist|officer|head of|engineer|scientist|coordinator|member of|business|technology|health|entertainment|lifestyle|the author
    |minutes?|read|former|professional|certified|licensed|graduate|representative|university of|department of|marketing|development)\b
    """
)
_JOB = re.compile(
    r"\b(?:writer|reporter|correspondent|journalist|columnist|contributor|photographer|producer|fellow|expert)s?$", re.IGNORECASE
)
_PLACE = pattern(
    r"(?:new|san|santa|são|los|las|saint|st|north|south|east|west|nord|süd|ost|west|united|great|bad|rio|buenos|hong|kuala|sri|cape|den|la|le|el)\b"
)
_CREDENTIAL = re.compile(
    r"^(?:(?:[A-Z]\.?){2,7}(?:-[A-Z]+)?|Ph\.?\s?D\.?|Psy\.?D\.?|Ed\.?D\.?|Pharm\.?D\.?|Esq\.?|Jr\.?|Sr\.?|M\.?A\.? .*|M\.?Sc\.?)$"
)
_ORGANIZATION = pattern(
    r"""
    \b(?:staff|team|desk|newsroom|editors?|editorial(?: board)?|news|press|agency|agencies|agence|agencia|agenzia|reuters
    |afp|ap|dpa|ansa|tass|xinhua|bloomberg|pti|ians|upi|epa|kna|lusa|belga|ritzau|ntb|stt|mti|anp|čtk|tasr|agerpres|mediafax|tanjug|bns|bta
    |уніан|укрінформ|интерфакс|інтерфакс|тасс|танјуг|танюг
    |redaktion|redacción|redazione|rédaction|redactie|redakcja|redakce|redacția|toimitus|online|media|magazine|times|post
    |tribune|herald|gazette|journal|daily|today|network|channel|radio|tv|television|group|institute|university|foundation
    |association|society|council|ministry|department|office|committee|company|inc\.?|ltd\.?|gmbh|llc|llp|corp(?:oration)?
    |services?|wire|bureau|guardian|express|observer|chronicle|bbc|cnn|npr|nbc|cbs|abc|service)\b
    |^(?:the )?associated press$|^(?:efe|ani|apa|sda|tt|pap|antara|sid|hina|elta|aa)$
    |редакция|編集部|编辑部|新华社|通信社|通讯社|新聞|新闻|뉴스|[.](?:com|org|net|de|fr|uk)$
    """
)
_AGENCY = pattern(
    r"""
    \W*(?:the )?(?:associated press|reuters|agence france[- ]presse|canadian press|press association
    |bloomberg(?: news)?|tribune news service
    |afp|ap|dpa|ansa|efe|tass|xinhua|pti|ani|ians|upi|apa|sda|epa|kna|lusa|belga|ritzau|ntb|tt|stt|sid|antara|anp|čtk|tasr|pap|mti|agerpres
    |mediafax|hina|tanjug|elta|bns|bta|aa|уніан|укрінформ|интерфакс|інтерфакс|тасс|танјуг|танюг|бта)\W*$
    """
)
_NO_NAME = pattern(
    r"""
    https?:|www\.|@|©|^\W*$|^\d|facebook|twitter|instagram|linkedin|whatsapp|^(?:by|von|por|share|follow|admin|administrator|user
    |anonymous|unknown|none|null|undefined|n/?a|author|authors|publisher
    |creative commons|zurück|guest|editor|comments?|photo|image|home|profile|view
    |updated|published|posted|aktualisiert|veröffentlicht|stand|actualizado|publicado|mis à jour|publié|aggiornato|pubblicato
    |read|more|show|hide|save|image|credit|about|advertisement|subscribe|newsletter|email|contact|getty images?|size|tags?|listen
    |english|news(?!\s(?:staff|desk|team|service|agency))|nachrichten|opinion|sponsored|sports?|latest|print|copyright|related|like|start|you
    |one comment|leave a|written|the post|all posts|skip|sections?|source|originally|our(?! editors)
    |this|in partnership|learn|find|find out|back|all|watch|full|meet|how)\b
    |\b(?:disclosure|guidelines|polic(?:y|ies)|affiliate|links?|bio|degrees?|integrity|process|newsletter|stories|articles|profile|posts)\b
    |^(?:info\w*|bio|details?|page|box|archives?|categor(?:y|ies)|dates?|topics?|industry)$
    |この|について
    """
)
_DAY_OF_MONTH = re.compile(r"\W*\d{1,2}\.?\s+([^\W\d]+)")
_PARTICLE = (
    r"(?:de|da|di|del|della|dei|do|dos|das|du|des|van|von|der|den|"
    r"la|le|les|los|bin|ibn|binti?|al|el|ul|ter|ten|te|zu|zum|zur|av|af|y|e|i|st\.?)"
)
_WORD = r"(?:[ldo]['’])?[^\W\d_a-z][\w.'’\-]*"
_LIKE_A_NAME = re.compile(  # capitalised words with particles between them
    rf"^(?:{_PARTICLE}\s+)?{_WORD}(?:\s+(?:[(\"“‘'][^\W\d_a-z][\w.'’ \-]*[)\"”’']|{_WORD}|{_PARTICLE}(?=\s))){{1,5}}$"
)
_OF_HAN = re.compile(r"^[\u3005\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{2,6}$|^[\u30a0-\u30ff]+[・=][\u30a0-\u30ff・=]+$")
_UNCASED = re.compile(r"^[^\x00-\u05cf\u2e80-\uffff]{2,15}(?:\s[^\x00-\u05cf\u2e80-\uffff]{1,15}){1,3}$")
_FIRST_NAME = re.compile(r"^[A-ZÀ-ɏ\u0370-\u05ff][\w.'’\-]{1,20}$")
_HAN = r"[\u3005\u3006\u30f6\u4e00-\u9fff]"
_SPACED = re.compile(rf"^{_HAN}{{1,4}}(?: (?:{_HAN}{{1,4}}|[\u3040-\u30ff]{{1,6}})){{1,3}}$")
_JAPANESE_NAME = re.compile(rf"^{_HAN}{{1,3}} (?:{_HAN}{{1,3}}|[\u3040-\u30ff]{{1,6}})$")
_HAN_ROLE = re.compile(
    r"\s*(?:(?<=\s)(?:著|訳|監訳|翻訳|編|作者)$|記者|记者|特派員|编辑|編輯|기자|특파원|(?:本报|本報)(?=[\u4e00-\u9fff]))\s*"
)
_HOUSE_WORDS = frozenset(names("of the and for de der des du la editors staff team desk reporters newsroom online"))
_EDGES = " \t:-–—|•●*'\"“”"
_ENDS_WITH_STOP = re.compile(r"(?:\b(?:[A-Z]|Inc|Ltd|Corp)|Jr|Sr|\be\. ?V)\.$")
_MAX_NAME = 60
_MAX_LISTED = 150  # letters: what is longer is no list of names but prose with names in it


def names_in(text: str, is_organization: bool = False, *, is_shown: bool = False, is_list: bool = False) -> list[Author]:
    """The names in a byline. `is_shown`: the text was written for readers, so what is not like a name is prose.

    `is_list`: a second name may follow a lone comma, which elsewhere parts the author from what he does.
    """
    text = folded(text)[:400]
    if text.startswith(("http://", "https://", "www.")):
        return []
    if is_organization:
        return [Author(name=text, is_organization=True)] if text and not _NO_NAME.search(text) and len(text) <= _MAX_NAME else []
    text = _NO_AUTHOR.sub("", text)
    text = _LABEL_OF_OTHERS.sub("", text) if ":" in text else text
    reporters = in_line(text)
    if reporters:
        return [Author(name=name) for name in reporters]
    if is_reporter_line(text):  # the label of a desk: the name before it would have been found
        return []
    is_list = is_list or is_of_several(text)
    text = BY.sub("", BY.sub("", text))
    is_shown = is_shown or len(text) > _MAX_LISTED
    if is_shown and text.count(",") == 1 and len(_SPLIT.split(text)) == 2:
        first, _, second = text.partition(",")
        if not is_agency(second) and not (is_list and is_first_and_last_name(second.strip())):
            text = first  # what follows a lone comma is what the author does; a second author follows an "and"
    parts = _SPLIT.split(text)
    found = [name for part, after in zip(parts, [*parts[1:], ""], strict=True) if (name := _name(part, after, is_shown))]
    if any(is_full_name(name) or (is_organization_name(name) and not is_shown) for name in found[:1]) or any(map(is_full_name, found)):
        found = [name for place, name in enumerate(found) if place == 0 or not _is_addition(name)]
    return [Author(name=name, is_organization=is_organization_name(name)) for name in found]


def names_signed(line: str) -> list[Author]:
    """The names in a line that signs a text, in brackets or behind a dash; what follows in brackets is where the text comes from."""
    return names_in(line.strip("()[]—–- ").partition(" (")[0], is_shown=True)


def is_full_name(name: str) -> bool:
    """Is `name` written as a person's full name is: capitalised words with particles between, or a word of another script?"""
    return _is_like_a_name(name) and not is_organization_name(name)


def is_first_and_last_name(text: str) -> bool:
    """Is `text` a first and a last name, and no role, house or place?"""
    words = text.split()
    is_capitalised = len(words) in (2, 3) and all(word[0].isupper() for word in words)
    return is_capitalised and is_full_name(text) and not (_ROLE.search(text) or _PLACE.match(text) or _CREDENTIAL.match(text))


def _is_like_a_name(name: str) -> bool:
    return bool(_LIKE_A_NAME.match(name) or _OF_HAN.match(name) or _UNCASED.match(name) or _SPACED.match(name))


def is_organization_name(name: str) -> bool:
    return bool(_ORGANIZATION.search(name))


def is_of_others(label: str) -> bool:
    """Does `label` announce somebody who did not write: "Reviewed by"?"""
    return bool(_NO_AUTHOR_LABEL.search(label))


def is_of_several(label: str) -> bool:
    """Does `label` announce more than one author?"""
    return _OF_SEVERAL.match(label) is not None


def is_agency(name: str) -> bool:
    return bool(_AGENCY.match(name))


def parted_at_spaces(author: Author, *, is_japanese: bool) -> list[Author]:
    """`author`, or the several authors that stand between the spaces of a name in Chinese letters.

    A Chinese name has no space; a Japanese one may have one between surname and given name.
    """
    name = author.name
    if name.isascii() or not _SPACED.match(name) or (is_japanese and _JAPANESE_NAME.match(name)):
        return [author]
    return [Author(name=part) for part in name.split()]


def spelling_key(name: str) -> str:
    """`name` without case, accents, full stops and titles: spellings of one name have the same key."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return re.sub(r"^(?:dr|prof|mr|mrs|ms|sir) ", "", comparable(plain))


def _is_addition(name: str) -> bool:
    """Does what follows a person's name belong to it: a degree, an agency, half of a role, a place?"""
    return not is_agency(name) and (
        bool(_CREDENTIAL.match(name)) or name.endswith((" City", " County")) or (" " not in name and name.isascii())
    )


def _is_month(token: str) -> bool:
    word = token.strip(".,").lower()
    return len(word) >= 3 and word in MONTHS


def _is_weekday(token: str) -> bool:
    return token.strip(".,").lower() in WEEKDAYS


def _without_date(tokens: list[str], after: str) -> list[str]:
    """`tokens` without the month or weekday with which a date begins that `after` goes on with: "ADA LIND NOVEMBER", "3, 2019".

    Many a surname is a month or a weekday in some language. So two words stay a name, as do all where `after` is no date, or one that has
    its month itself: "Tom Peter May", "5 March 2024".
    """
    if all(_is_month(token) or _is_weekday(token) for token in tokens):
        is_name = len(tokens) == 2 and _is_month(tokens[0]) and (_is_weekday(tokens[1]) or not after[:1].isdigit())
        return tokens if is_name else []  # "Jan Freitag"
    day = _DAY_OF_MONTH.match(after)
    has_month = day is not None and _is_month(day[1])
    is_dated = after[:1].isdigit() or (_is_month(after.partition(" ")[0]) and has_digit(after))
    while is_dated and len(tokens) > 2 and (_is_weekday(tokens[-1]) or (_is_month(tokens[-1]) and not has_month)):
        tokens = tokens[:-1]
    return tokens


def _name(part: str, after: str, is_shown: bool) -> str:
    """`part` as a name, or "" where it is none: dates, roles and addresses are cut off. `after`: what follows it in the line."""
    bare = part.strip(f".{_EDGES}")
    text = BY.sub("", f"{bare}." if _ENDS_WITH_STOP.search(f"{bare}.") and f"{bare}." in part else bare)
    cut = _CUT.sub("", text)
    tokens = _without_date(_HAN_ROLE.sub("", cut).strip(" \t,:;-–—|•●*'\"").split(), text[len(cut) :].strip() or after)
    name = _without_role(re.sub(r"^the (?=[A-Z])", "The ", " ".join(tokens)).rstrip(","))
    name = name if _ENDS_WITH_STOP.search(name) else name.rstrip(".")
    if not 2 <= len(name) <= _MAX_NAME or len(tokens) > 7 or _NO_NAME.search(name):
        return ""
    if _JOB.search(name) or (_ROLE.search(name) and (name[0].islower() or not _ORGANIZATION.search(name))):
        return ""
    if is_shown and not (_is_like_a_name(name) or _FIRST_NAME.match(name) or _is_house(name)):
        return name if is_agency(name) else ""
    return name


def _is_house(name: str) -> bool:
    """Is `name` written as a house's name is: "The Hill Herald staff"?"""
    return bool(_ORGANIZATION.search(name)) and all(word[0].isupper() or word in _HOUSE_WORDS for word in name.split())


def _without_role(name: str) -> str:
    for role in (_ROLE_AFTER, _ROLE_BEFORE):
        rest = role.sub("", name)
        if rest != name and _is_like_a_name(rest) and not _ORGANIZATION.search(rest) and not rest.startswith("The "):
            return rest
    return name
