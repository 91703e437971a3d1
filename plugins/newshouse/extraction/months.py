"""Names of the months and the marks of morning and afternoon, in the languages of the press."""

# Language, then January to December. Other forms (cases, abbreviations, spellings) stand behind a bar or on a line of their own, where a
# dash means that the month has none.
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
ca gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
sq janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor
sw januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba
ar يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
ar كانون.الثاني شباط آذار ابريل أيار يونيه يوليوز اغسطس شتنبر اكتوبر نونبر دجنبر
ar - - اذار إبريل ايار حزيران تموز غشت أيلول تشرين.الأول تشرين.الثاني كانون.الأول
ar - - - نيسان - - - آب ايلول - - -
he בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
he ינואר פברואר במרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר
he - - מרץ - - - - - - - - -
he - - מרס - - - - - - - - -
hi जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर
bn জানুয়ারি|জানুয়ারী ফেব্রুয়ারি|ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর
ta ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்
ur جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
th มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม
th ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.
ka იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი
hy հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի
az yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr
"""


def _months() -> dict[str, int]:
    numbers: dict[str, int] = {}
    for line in _NAMES.strip().splitlines():
        for number, forms in enumerate(line.split()[1:], start=1):
            for form in forms.split("|"):
                if form != "-":
                    numbers.setdefault(form, number)
    return numbers


MONTHS = _months()
"""Month names in lower case to their numbers; where languages disagree (Croatian and Polish `listopada`) the first line wins."""

MONTHS_BY_LANGUAGE: dict[str, dict[str, int]] = {
    "hr": {"listopada": 10, "srpnja": 7, "lipnja": 6, "travnja": 4},
    "bs": {"listopada": 10},
    "be": {"лістапада": 11},
}
