"""Names of the months of the Gregorian calendar in the languages of the press, and those of the days of the week.

Those of other calendars are in calendars.py.
"""

from newshouse.extraction.dates.spelling import respelled
from newshouse.extraction.patterns import names

# Language, then January to December. Other forms (cases, abbreviations, spellings) stand behind a bar or on a line of their own, where a
# dash means that the month has none. A name of two words has a full stop between them (see date_text.py).
_NAMES = """
en january february march april may june july august september october november december
en jan feb mar apr may jun jul aug sep|sept oct nov dec
de januar|jänner februar|feber märz|maerz|mrz april mai juni juli august september oktober|okt november dezember|dez
fr janvier|janv février|fevrier|févr|fév mars avril|avr mai juin juillet|juil août|aout septembre octobre novembre décembre|decembre|déc
es enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre|set octubre noviembre diciembre|dic
pt janeiro fevereiro|fev março|marco abril maio|mai junho julho agosto setembro outubro|out novembro dezembro|dez
it gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre|set ottobre|ott novembre dicembre
nl januari februari maart|mrt april mei juni juli augustus september oktober november december
da januar februar marts april maj juni juli august september oktober november december
sv januari februari mars april maj juni juli augusti september oktober november december
no januar februar mars april mai juni juli august september oktober november desember|des
fi tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu
fi tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta
is janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember
pl stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
pl styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
pl sty lut mar kwi - cze lip sie wrz paź lis gru
cs ledna února března dubna května června července srpna září října listopadu prosince
cs leden únor březen duben květen červen červenec srpen - říjen listopad prosinec
sk januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra
sk január február marec apríl máj jún júl august september október november december
hu január február március április május június július augusztus szeptember október november december
ro ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
hr siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga|studenog prosinca
sl januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra
sr januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra
sr januar фебруар март април maj jun jul avgust септембар октобар новембар децембар
sr јануар фебруара марта априла мај јун јул август септембра октобра новембра децембра
sr јануара - - - маја јуна јула августа - - - -
bg януари февруари март април май юни юли август септември октомври ноември декември
ru января февраля марта апреля мая июня июля августа сентября октября ноября декабря
ru январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
ru янв фев мар апр - июн июл авг сен окт ноя дек
ru - - - - - - - - сент - нояб -
uk січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
uk січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень
be студзеня лютага сакавіка красавіка мая|траўня чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня
el ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
el ιανουάριος φεβρουάριος μάρτιος απρίλιος μαίου ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος
el ιαν φεβ μαρ απρ μάιος ιουν ιουλ αυγ σεπ οκτ νοε δεκ
el - - - - μαϊ - - - - - - -
el - - - - μάι - - - - - - -
tr ocak|oca şubat|şub mart nisan|nis mayıs haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas aralık|ara
et jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember
lv janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris
lv janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī
lt sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio
id januari februari maret april mei juni juli agustus|agu september oktober november desember|des
id - pebruari - - - - - - - - nopember -
ms - - - - - - julai ogos - - - disember
fil enero pebrero - - - hunyo hulyo - setyembre oktubre nobyembre disyembre
ca gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
sq janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor
sw januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba
ar يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
ar كانون.الثاني شباط آذار ابريل أيار يونيه يوليوز اغسطس شتنبر اكتوبر نونبر دجنبر
ar - - اذار إبريل ايار حزيران تموز غشت أيلول تشرين.الأول تشرين.الثاني كانون.الأول
ar - - - نيسان - - - آب ايلول - - -
ar جانفي فيفري - أفريل - - جويلية - - - - -
fa ژانویه فوریه - آوریل - ژوئن ژوئیه - سپتامبر اکتبر نوامبر دسامبر
fa - - - - - ژوین ژوییه - - - - -
fa جنوری فبروری - اپریل - - جولای - سپتمبر اکتوبر نومبر دسمبر
he בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
he ינואר פברואר במרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
he - - מרץ - - - - - - - - -
he - - מרס - - - - - - - - -
hi जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर
mr जानेवारी फेब्रुवारी - एप्रिल मे - जुलै ऑगस्ट सप्टेंबर ऑक्टोबर नोव्हेंबर|नोव्हें डिसेंबर|डिसें
ne - फेब्रुअरी - - - - - अगस्ट सेप्टेम्बर अक्टोबर नोभेम्बर डिसेम्बर
bn জানুয়ারি|জানুয়ারী ফেব্রুয়ারি|ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
bn - - - - - - - অগস্ট|আগষ্ট সেপ্টেম্বার - - -
ta ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்
ta - பெப்ரவரி - - - யூன் யூலை ஓகஸ்ட் செப்டெம்பர் ஒக்டோபர் - -
te జనవరి ఫిబ్రవరి మార్చి|మార్చ్ ఏప్రిల్ మే జూన్ జూలై|జులై ఆగస్టు|ఆగస్ట్ సెప్టెంబరు|సెప్టెంబర్ అక్టోబరు|అక్టోబర్ నవంబరు|నవంబర్ డిసెంబరు|డిసెంబర్
kn ಜನವರಿ ಫೆಬ್ರವರಿ|ಫೆಬ್ರುವರಿ ಮಾರ್ಚ್ ಏಪ್ರಿಲ್|ಎಪ್ರಿಲ್ ಮೇ ಜೂನ್ ಜುಲೈ ಆಗಸ್ಟ್|ಆಗಷ್ಟ್ ಸೆಪ್ಟೆಂಬರ್ ಅಕ್ಟೋಬರ್ ನವೆಂಬರ್ ಡಿಸೆಂಬರ್
ml ജനുവരി ഫെബ്രുവരി മാർച്ച് ഏപ്രിൽ മെയ്|മേയ് ജൂൺ ജൂലൈ ഓഗസ്റ്റ്|ആഗസ്റ്റ് സെപ്റ്റംബർ ഒക്ടോബർ നവംബർ ഡിസംബർ
gu જાન્યુઆરી ફેબ્રુઆરી માર્ચ એપ્રિલ મે જૂન જુલાઈ|જુલાઇ ઑગસ્ટ|ઓગસ્ટ સપ્ટેમ્બર|સપ્ટેંબર ઑક્ટોબર|ઓક્ટોબર નવેમ્બર|નવેંબર ડિસેમ્બર|ડિસેંબર
pa ਜਨਵਰੀ ਫਰਵਰੀ|ਫ਼ਰਵਰੀ ਮਾਰਚ ਅਪ੍ਰੈਲ|ਅਪਰੈਲ ਮਈ ਜੂਨ ਜੁਲਾਈ ਅਗਸਤ ਸਤੰਬਰ|ਸਿਤੰਬਰ ਅਕਤੂਬਰ ਨਵੰਬਰ ਦਸੰਬਰ
or ଜାନୁଆରୀ|ଜାନୁୟାରୀ ଫେବୃଆରୀ|ଫେବୃୟାରୀ ମାର୍ଚ୍ଚ ଅପ୍ରେଲ|ଏପ୍ରିଲ ମଇ|ମେ ଜୁନ ଜୁଲାଇ ଅଗଷ୍ଟ ସେପ୍ଟେମ୍ବର ଅକ୍ଟୋବର ନଭେମ୍ବର ଡିସେମ୍ବର
si ජනවාරි පෙබරවාරි මාර්තු අප්‍රේල්|අප්‍රියෙල් මැයි ජූනි ජූලි අගෝස්තු සැප්තැම්බර් ඔක්තෝබර් නොවැම්බර් දෙසැම්බර්
am ጃንዋሪ|ጃንዩወሪ ፌብሯሪ|ፌብሩወሪ|ፌብሩዋሪ ማርች ኤፕሪል|ኤፕረል ሜይ ጁን ጁላይ ኦገስት ሴፕቴምበር ኦክቶበር|ኦክተውበር ኖቬምበር ዲሴምበር
ur جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
th มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
th ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.
ka იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი
hy հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի
az yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr
vi tháng.một tháng.hai tháng.ba tháng.tư tháng.năm tháng.sáu tháng.bảy tháng.tám tháng.chín tháng.mười tháng.mười.một tháng.mười.hai
vi tháng.giêng
"""
# These are names or parts of names of people too, whom a byline must not lose.
_NAMES_OF_PEOPLE_TOO = """
ar - - - - ماي جوان - أوت - - - -
fa - - - - مه - - اوت - - - -
fa - - مارچ - می جون - اگست - - - -
id - - - - - - - agt|agust - - - -
ms - - mac - - - - - - - - dis
hi जन फर|फ़र - अप्रै - - जुला अग सित अक्टू|अक्तू नव दिस
mr जाने फेब्रु - - - - - ऑग सप्टें ऑक्टो - -
fil - - marso - - - - - - - - -
my ဇန်နဝါရီ ဖေဖော်ဝါရီ မတ် ဧပြီ မေ ဇွန် ဇူလိုင် ဩဂုတ် စက်တင်ဘာ အောက်တိုဘာ နိုဝင်ဘာ ဒီဇင်ဘာ
my ဇန်နဝါရီလ ဖေဖော်ဝါရီလ မတ်လ ဧပြီလ မေလ ဇွန်လ ဇူလိုင်လ ဩဂုတ်လ စက်တင်ဘာလ အောက်တိုဘာလ နိုဝင်ဘာလ ဒီဇင်ဘာလ
my - - - - - - - သြဂုတ်|သြဂုတ်လ - - - -
km មករា កុម្ភៈ|កុម្ភះ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ
lo ມັງກອນ ກຸມພາ ມີນາ ເມສາ ພຶດສະພາ ມິຖຸນາ ກໍລະກົດ ສິງຫາ ກັນຍາ ຕຸລາ ພະຈິກ ທັນວາ
"""


def numbers_of(table: str) -> dict[str, int]:
    """The names in a table like the one above to the numbers of their months."""
    numbers: dict[str, int] = {}
    for line in table.strip().splitlines():
        for number, forms in enumerate(line.split()[1:], start=1):
            for form in forms.split("|"):
                if form != "-":
                    numbers.setdefault(form, number)
    return numbers


MONTHS = numbers_of(_NAMES)
"""Month names in lower case to their numbers; where languages disagree (Croatian and Polish `listopada`) the first line wins."""

MONTHS_IN_DATES = {respelled(name): number for name, number in (numbers_of(_NAMES_OF_PEOPLE_TOO) | MONTHS).items()}
"""The same as `respelled`, with those that are no sign of a date unless a day and a year stand beside them."""

MONTHS_BY_LANGUAGE: dict[str, dict[str, int]] = {
    "hr": {"listopada": 10, "srpnja": 7, "lipnja": 6, "travnja": 4},
    "bs": {"listopada": 10},
    "be": {"лістапада": 11},
}

WEEKDAYS = frozenset(
    names(
        """
        mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch
        donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado
        domingo
        """
    )
)
