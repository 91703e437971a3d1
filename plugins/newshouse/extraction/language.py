"""The language of the article as a BCP 47 tag: declared by the page, else detected from its script and its commonest words."""

import re
import unicodedata
from collections import Counter
from itertools import islice

from newshouse.extraction.facts import Facts, Found
from newshouse.extraction.page.structured import listed

_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[-_.].*)?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 4_000  # letters that detection reads ...
_MOST_LETTERS = 1_000  # and the most of them whose script it looks at

# Words that are frequent in one language and rare in its neighbours.
_COMMON = {
    "en": "the of and to in that is was for with on as it at by from his have are this be",
    "de": "der die und das nicht ist mit den von sich auf für dem ein eine auch wird bei im zu",
    "fr": "le les des et une est pour dans qui du pas sur plus au avec ce sont il par cette",
    "es": "el los las que del una por con para se su es al como más lo fue este ha pero",
    "pt": "o os as não uma com para que em do da ao foi mais por dos é são ele pela",
    "it": "il di che della per non sono una gli del con è dei alla nel più anche ha delle si",
    "nl": "het een van de niet dat zijn voor met op te aan ook er maar door bij naar worden",
    "sv": "och att det som är på för inte med av den har till om ett jag var från kan",
    "da": "og at det som er på for ikke med af den har til der en han var blev efter også",
    "no": "og at det som er på for ikke med av den har til seg en han var ble etter også",
    "fi": "ja on ei että se oli hän myös mutta kun ovat kuin joka tai sen mukaan olla vuoden",
    "pl": "w i na nie się że jest do to z jak o po ale przez od dla tym są był",
    "cs": "a se v na že je to s z do o ve jsem by po pro ale jeho které jako",
    "sk": "a sa v na že je to s z do o vo som by po pre ale jeho ktoré ako",
    "hu": "a az és hogy nem is egy meg volt csak már ez mint el de még azt ki lesz szerint",
    "ro": "și de la în a nu să că pe cu este din care o au mai pentru fost sunt într",
    "tr": "ve bir bu da de için ile olarak olan çok daha en ne kadar gibi sonra ise oldu olduğu var",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena tersebut saat bisa oleh adalah",
    "ms": "yang dan di itu dengan untuk tidak ini daripada dalam akan pada juga ke kerana tersebut berkata boleh oleh ialah",
    "vi": "và của là có không được cho một người trong với các đã những này khi để từ về tại",
    "ca": "el els les que del una per amb i és al com més va ser aquest no però han dels",
    "hr": "i u je na se da za su od ne s o kako koji što nije će ali bi ili",
    "et": "ja on ei et ta see oli ka mis kui aga oma selle nii ning tema või eesti kes veel",
    "lv": "un ir ar no ka par uz lai arī kas bet to nav pēc gada tas kā bija var vai",
    "lt": "ir yra kad su į iš tai kaip bet buvo apie už ne jau dėl savo taip metų jis po",
    "sw": "na ya wa kwa ni katika za la kuwa hiyo huyo ambao pia baada kama yake alisema hii cha watu",
    "sq": "dhe në të një për që me nga është nuk ka më se do edhe ishte si janë ky kjo",
    "sl": "in je v na da za se so ki pa z ne tudi kot po bo bi ali iz lahko",
    "is": "og að í á er sem við til það um ekki með var en af hann fyrir frá hafa eftir",
    "zu": "ukuthi futhi kodwa lo kanye ngoba nokuthi uma kusho yilokhu abantu okuthi emva ngesikhathi",
    "af": "die van en het in is nie wat vir met dat hy om te sy ook aan was hulle",
}
_COMMON_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_LANGUAGES_OF = {
    word: tuple(name for name, known in _COMMON_WORDS.items() if word in known) for words in _COMMON_WORDS.values() for word in words
}
_SCRIPTS = {
    "HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "CJK": "zh", "ARABIC": "ar", "HEBREW": "he", "GREEK": "el", "CYRILLIC": "ru",
    "DEVANAGARI": "hi", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "GUJARATI": "gu", "GURMUKHI": "pa", "KANNADA": "kn",
    "MALAYALAM": "ml", "THAI": "th", "GEORGIAN": "ka", "ARMENIAN": "hy", "ETHIOPIC": "am",
    "KHMER": "km", "LAO": "lo", "MYANMAR": "my", "SINHALA": "si",
}  # fmt: skip
_SCRIPT_OF = {
    "ar": "ARABIC", "fa": "ARABIC", "ur": "ARABIC", "ps": "ARABIC", "he": "HEBREW", "el": "GREEK", "ru": "CYRILLIC", "uk": "CYRILLIC",
    "be": "CYRILLIC", "bg": "CYRILLIC", "mk": "CYRILLIC", "ja": "CJK", "zh": "CJK", "ko": "HANGUL", "hi": "DEVANAGARI", "bn": "BENGALI",
    "ta": "TAMIL", "te": "TELUGU", "gu": "GUJARATI", "pa": "GURMUKHI", "kn": "KANNADA", "ml": "MALAYALAM", "th": "THAI", "ka": "GEORGIAN",
    "hy": "ARMENIAN", "am": "ETHIOPIC", "km": "KHMER", "lo": "LAO", "my": "MYANMAR", "si": "SINHALA",
}  # fmt: skip
_MIXED_SCRIPTS = frozenset(("ja", "ko", "zh", "sr", "kk", "uz", "az"))  # written in several, or with much of another
_LOOK = 800  # letters that the look at the script reads, one in _STEP of them
_STEP = 8
_SOME = 1_000  # letters that the look at the commonest words reads
_FEW_LETTERS, _FEW_WORDS = 12, 40  # of fewer nothing is sure
_MIN_SHARE = 0.3
_MIN_COMMON = 0.08  # share of the commonest words; real texts have 0.2 to 0.4
# Letters that only one language of a script uses, tried in this order.
_OWN_LETTERS = (
    ("uk", "їєґі"),
    ("be", "ўі"),
    ("sr", "ђћџљњј"),
    ("kk", "қғңұһ"),
    ("ru", "ыэё"),
    ("bg", "ъщ"),
    ("fa", "پچژگی"),
    ("ur", "ٹڈڑںے"),
)


def language(facts: Facts, body: str) -> Found | None:
    """The declared language where the text does not belie it, else the detected one, else the source's."""
    tags = [Found(value=tag, origin=origin) for origin, raw in _declared(facts) if (tag := _normal(raw))]
    for found in tags:
        if not _is_belied(found.value, body):
            return found
    detected = detected_language(body)
    if detected:
        return Found(value=detected, origin="text")
    if tags:
        return tags[0]
    return Found(value=facts.source.language, origin="source") if facts.source else None


def _declared(facts: Facts) -> list[tuple[str, str]]:
    root = facts.root
    found = [("html", root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or "")]
    found += [("json-ld", value) for value in listed(facts.article.get("inLanguage")) if isinstance(value, str)]
    found += [("opengraph", value) for value in facts.meta.all("og:locale")]
    found += [("meta", value) for value in facts.meta.all("content-language", "dc.language", "language", "dcterms.language")]
    return found


def _normal(raw: str) -> str:
    match = _TAG.match(raw.strip().split(",")[0])
    if match is None:
        return ""
    parts = [match[1].lower()]
    parts += [match[2].title()] if match[2] else []
    parts += [match[3].upper()] if match[3] else []
    return "-".join(parts)


def _is_belied(tag: str, body: str) -> bool:
    """Does the text surely speak another language than `tag`, as under templates that declare English for every page?

    Cheap where it is not, which is nearly always: one look at some letters, or at the commonest words of the declared language.
    """
    name = tag.partition("-")[0]
    known = _COMMON_WORDS.get(name)
    if known is None and name not in _SCRIPT_OF:
        return False
    words = body[:_SOME].casefold().split() if known else []
    if known and len(words) >= _FEW_WORDS and sum(map(known.__contains__, words)) >= _MIN_COMMON * len(words):
        return False
    script = _SCRIPT_OF.get(name, "LATIN")
    letters = [character for character in body[:_LOOK:_STEP] if character.isalpha()]
    if len(letters) < _FEW_LETTERS:
        return False
    own = sum(unicodedata.name(character, "").startswith(script) for character in letters)
    if own < _MIN_SHARE * len(letters):
        return name not in _MIXED_SCRIPTS and detected_language(body) not in (None, name)
    if script != "LATIN" or len(words) < _FEW_WORDS:
        return False
    detected = detected_language(body)
    return detected is not None and detected != name


def detected_language(text: str) -> str | None:
    """The language of `text` by its script and its commonest words; None where it is too short to tell."""
    sample = text[:_SAMPLE].casefold()
    letters = list(islice(filter(str.isalpha, sample), _MOST_LETTERS))
    if len(letters) < 20:
        return None
    scripts: Counter[str] = Counter()
    for character, count in Counter(letters).items():
        scripts[unicodedata.name(character, "").split(" ")[0]] += count
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.1 * scripts.total():
        return "ja"
    script = scripts.most_common(1)[0][0]
    if script != "LATIN":
        return _by_letters(sample, _SCRIPTS.get(script))
    counts = Counter(_WORD.findall(sample))
    scores = dict.fromkeys(_COMMON_WORDS, 0)
    for word in counts.keys() & _LANGUAGES_OF.keys():
        for name in _LANGUAGES_OF[word]:
            scores[name] += counts[word]
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 0.1 * counts.total() else None


def _by_letters(sample: str, fallback: str | None) -> str | None:
    if fallback not in ("ru", "ar"):
        return fallback
    share = len(sample) / 400
    for name, own in _OWN_LETTERS:
        is_cyrillic = name in ("uk", "be", "sr", "kk", "ru", "bg")
        if is_cyrillic is (fallback == "ru") and sum(sample.count(letter) for letter in own) > share:
            return name
    return fallback
