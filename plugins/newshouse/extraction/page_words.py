"""What pages that are no articles call themselves and say, in many languages.

A *name* counts only as a whole: a title or heading, or what stands between the bars of one, is nothing but this. A *phrase* counts
wherever it stands in a short text. Case is ignored.
"""

from newshouse.extraction.patterns import Phrases

CHALLENGE_NAMES = Phrases(
    r"""
    just a moment|one moment,? please|please wait|please stand by|attention required|access (?:to this page (?:has been|is) )?denied
    |access (?:is )?(?:blocked|restricted|forbidden)|forbidden|(?:error |http )?403(?: error)?(?:\W+forbidden)?|blocked|you(?: have
    |['’]ve)? (?:been|are) blocked|security (?:check|checkpoint|verification)|\w+ security checkpoint|human verification|robot check
    |bot (?:verification|detection|check)|are you (?:a )?(?:robot|human|bot)|verify(?:ing)? you are (?:a )?human|pardon our interruption
    |ddos[- ]protection.{0,30}|(?:checking|verifying) your browser.{0,60}|making sure you['’]re not a bot|request (?:blocked|rejected
    |unsuccessful)|captcha(?: challenge)?|(?:solve|enter) the captcha|(?:web ?site|web application) firewall|un momento|un instant
    |einen moment(?: bitte)?|nur einen moment|bitte warten|zugriff (?:verweigert|blockiert)|sicherheitsüberprüfung|accès (?:refusé
    |interdit|bloqué|temporairement restreint)|veuillez patienter|acceso (?:denegado|restringido|bloqueado)|accesso (?:negato|bloccato)
    |acesso (?:negado|bloqueado)|um momento|só um momento|attendere prego|toegang geweigerd|even geduld|åtkomst nekad|ett ögonblick
    |adgang nægtet|ingen tilgang|odmowa dostępu|dostęp zabroniony|přístup odepřen|okamžik|доступ (?:запрещ[её]н|ограничен|заблокирован)
    |один момент|подождите|доступ заборонено|зачекайте|erişim (?:engellendi|reddedildi)|bir dakika lütfen|akses ditolak|تم رفض الوصول
    |لحظة من فضلك|アクセスが?拒否(?:されました)?|しばらくお待ちください|访问被拒绝|请稍候|拒絕存取|잠시만 기다려 주세요
    |접근이 거부되었습니다
    """
)
CHALLENGE_PHRASES = Phrases(
    r"""
    (?:checking|verifying|review(?:ing)?) (?:your browser|the security of your connection|if the site connection is secure)|(?:verify
    |confirm|check|make sure|sure|prove)(?:ing)?(?: that)? you(?:['’]re| are) (?:a |not a )?(?:human|robot|bot|real person)|(?:enable
    |allow) (?:javascript|js)(?: and cookies to continue| and disable any ad ?blocker)|(?:unusual|suspicious|automated) (?:traffic
    |activity|requests?) (?:from|on|detected|coming)|needs to review the security of your connection|protect itself from online attacks
    |you have been blocked|your (?:ip|access|request)(?: address)? (?:has been|was|is) (?:temporarily )?(?:blocked|denied|limited
    |restricted)|don['’]t have permission to (?:access|view) .{0,200}?(?:server|page|resource)|press (?:&|and) hold
    |complete the (?:captcha|security check|challenge)|solve (?:this|the) captcha|i['’]m not a robot
    |something about your browser made us think|(?:ray|incident|event|support|reference) (?:id|#|number|code)\W{0,3}[\w.\-]{8,}|ihr(?:en
    |em)? browser wird (?:über|ge)prüft|dass sie (?:ein mensch|kein roboter|kein bot) sind|ungewöhnlichen datenverkehr
    |que vous (?:êtes (?:un )?humain|n['’]êtes pas un robot)|vérifi\w+ (?:de )?votre navigateur|que (?:eres|es usted) (?:un )?humano|
    (?:no eres|no es) un robot|comprobando (?:su|tu) navegador|que (?:você é humano|não é um robô)|non sei un robot
    |sei (?:un essere )?umano|(?:bent|ben) (?:u|je) (?:geen|een) (?:robot|mens)|att du (?:inte är en robot|är människa)|(?:nie )?jest
    (?:eś|em) (?:człowiekiem|robotem)|вы (?:не робот|человек)|проверка (?:браузера|безопасности)|ви (?:не робот|людина)|insan olduğunuzu
    |robot olmadığınızı|أنك (?:لست )?(?:إنسان|روبوت)|人間であること|ロボットではない|您(?:是|不是)(?:真人|机器人)|我不是机器人
    |로봇이 아닙니다
    """
)
# What bot guards leave in the markup of their own pages, whatever language they speak. Some stand on good pages, too, so these count
# only where there is hardly any text.
CHALLENGE_MARKS = (
    b"_cf_chl_opt", b"cf-browser-verification", b"cf-error-details", b"captcha-delivery.com", b"px-captcha", b"_Incapsula_Resource",
    b"/_sec/cp_challenge", b"errors.edgesuite.net", b"awsWafCookieDomainList", b"AwsWafIntegration", b"/.well-known/sgcaptcha",
    b"/.within.website/x/cmd/anubis", b"sucuri_cloudproxy",
)  # fmt: skip

MISSING_NAMES = Phrases(
    r"""
    (?:error|http|status|code|page|erreur|errore|erro|fehler|fout|fel|feil|fejl|błąd|chyba|hiba|eroare|ошибка|помилка|virhe|hata
    |σφάλμα)?\W{0,3}404(?:\W{1,3}(?:error|fehler|erreur|errore|erro|(?:page|file|not|seite|nicht|pagina|página|sidan|siden|strona
    |stránka|страница|oops|sorry)\b.{0,30}|ページ.{0,20}|页面.{0,10}|페이지.{0,20}))?|(?:page|file|content|article|story|post|document
    |error)? ?not found(?:\W+404)?|nothing (?:was )?found(?: here)?|page unavailable|oops|whoops|uh[- ]oh|sorry|gone|hoppla|ups|huch
    |oups|oei|nicht gefunden|introuvable|no encontrad[oa]|não encontrad[oa]|non trovat[oa]|niet gevonden|hittades inte|ikke fundet
    |ikke funnet|ei löytynyt|nie znaleziono|nenalezeno|nem található|не найдено|не знайдено|bulunamadı|غير موجود|لא נמצא|見つかりません
    |未找到|찾을 수 없습니다
    """
)
MISSING_PHRASES = Phrases(
    r"""
    (?:page|article|story|content|file|link|url|address|post|document)(?: that)?(?: you(?:['’]re| are| were|['’]ve| have)?
    (?: been)? (?:looking for|requested|request|trying to (?:reach|view|access|find|open)|followed|searched for|want(?:ed)?))?,? (?:
    (?:is|was|has|have|can|could|does|do)(?:n['’]t| not|not) (?:be |been )*(?:found|exist|available|accessible)|
    (?:is |are )?no longer (?:exists?|available|here|with us)|(?:is|was|has|have|may|might) (?:have )?(?:been |be )?(?:unavailable
    |expired|removed|moved|deleted))|(?:we )?(?:can(?:no|['’])t|could(?:n['’]| no)t|are unable to|were unable to) (?:seem to )?(?:find
    |locate) (?:the|that|this|a|your) (?:page|article|story|content|file)|no (?:such )?page (?:here|was found|exists)|page (?:not
    |cannot be|can['’]t be|could not be) found|(?:seite|artikel|beitrag|inhalt|adresse)(?: \w+){0,3} (?:nicht (?:mehr )?(?:gefunden|gibt
    |vorhanden|verfügbar|existiert)|existiert (?:leider )?nicht)|seite gibt es (?:leider )?nicht|(?:page|article|contenu)
    (?: \w+){0,4} (?:introuvable|non trouvée?|n['’]existe (?:pas|plus)|n['’]est (?:pas|plus) (?:disponible|accessible)
    |n['’]a pas été trouvée?|est inexistante)|(?:página|contenido|artículo|noticia)(?: \w+){0,4} (?:no (?:ha sido |fue |se ha |está )?
    (?:encontrad[oa]|existe|disponible)|no se encuentra)|(?:página|conteúdo|notícia)(?: \w+){0,4} (?:não (?:foi |está |pôde ser )?
    (?:encontrad[oa]|existe|disponível)|inexistente)|(?:pagina|contenuto|articolo)(?: \w+){0,4} (?:non (?:è stat[oa] |è più |è )?
    (?:trovat[oa]|esiste|disponibile)|inesistente)|(?:pagina|artikel)(?: \w+){0,4} (?:niet (?:meer )?(?:gevonden|bestaat|beschikbaar)
    |bestaat (?:helaas )?niet|kan niet (?:worden )?gevonden)|(?:sidan|artikeln)(?: \w+){0,3} (?:kunde inte hittas|hittades inte
    |finns inte|inte hittas|har tagits bort)|(?:siden|artiklen|artikkelen)(?: \w+){0,3} (?:blev ikke fundet|findes ikke
    |kunne ikke findes|finnes ikke|ble ikke funnet|ikke funnet|ikke fundet)|sivua ei (?:löydy|löytynyt|ole)|(?:strona|strony|artykuł)
    (?: \w+){0,3} nie (?:istnieje|została znaleziona|została odnaleziona|został znaleziony)|nie (?:znaleziono|można znaleźć) (?:strony
    |artykułu)|stránk[au](?: \w+){0,3} (?:nenalezena|nebyla nalezena|neexistuje|nenašla|sa nenašla)|oldal(?: \w+){0,2} nem (?:található
    |létezik)|pagin[aă](?: \w+){0,3} (?:nu (?:a fost găsită|există|este disponibilă)|negăsită)|страница(?:та)?
    (?: \w+){0,3} не (?:найдена|существует|е намерена|съществува)|сторінк[ау](?: \w+){0,3} не (?:знайдено|знайдена|існує)|σελίδα
    (?: \w+){0,3} δεν (?:βρέθηκε|υπάρχει)|sayfa(?:ya)?(?: \w+){0,2} (?:bulunamadı|mevcut değil|ulaşılamadı)|الصفحة
    (?: \w+){0,3} غير موجودة|العثور على الصفحة|(?:הדף|העמוד)(?: \w+){0,3} (?:לא נמצא|אינו קיים)|صفحه(?: \w+){0,3} (?:یافت|پیدا) نشد|
    (?:पृष्ठ|पेज)(?: \w+){0,2} नहीं मिला|halaman(?: \w+){0,4} tidak (?:ditemukan|ada)|không tìm thấy trang|ไม่พบหน้า|(?:ページ|記事)
    (?:が|は)(?:見つかりません|存在しません|削除)|(?:页面|頁面|网页|網頁|文章)(?:不存在|未找到|找不到|已删除|已刪除|没有找到)|找不到
    (?:该|您|此)?.{0,6}(?:页面|頁面|网页|網頁)|페이지를 찾을 수 없|존재하지 않는 페이지
    """
)

CONSENT_NAMES = Phrases(
    r"""
    before you continue(?: to .{1,40})?|(?:we (?:value|care about|respect) )?your (?:personal data|privacy)(?: choices| settings
    | matters.{0,20})?|(?:manage |your )?(?:cookie|privacy|consent)s? (?:consent|settings|preferences|wall|notice|choices|cent(?:er|re)
    |manager|management|banner)|(?:manage|accept|allow) (?:all )?cookies|cookies?|consent|cookies on .{1,40}|datenschutz-?einstellungen
    |privatsphäre-?einstellungen|cookie-einstellungen|zustimmung(?: erforderlich)?|einwilligung|(?:mit werbung|werbefrei) (?:weiterlesen
    |lesen)|votre vie privée.{0,40}|vos choix(?: .{1,40})?|(?:gérer|paramètres des|gestion des) cookies|(?:tu|su) privacidad.{0,40}
    |configuración de (?:cookies|privacidad)|la tua privacy.{0,40}|impostazioni (?:dei )?cookie|(?:privacy|cookie)-?(?:instellingen
    |voorkeuren)|cookies (?:accepteren|toestaan)|(?:dina )?cookie-?inställningar|evästeasetukset|ustawienia (?:prywatności
    |plików cookie)|nastavení (?:soukromí|cookies)|adatvédelmi beállítások|настройки (?:cookie|конфиденциальности)|çerez (?:ayarları
    |tercihleri)|クッキー設定|cookie 设置
    """
)
CONSENT_PHRASES = Phrases(
    r"""
    we (?:and|with|together with)(?: \w+)? (?:our )?(?:\d[\d.,]* )?(?:\w+ ){0,3}(?:partners|vendors|providers)|(?:our
    |with) (?:\d[\d.,]* )(?:\w+ ){0,2}(?:partners|vendors)|(?:access|store|storing|accessing) (?:and/or |or )?(?:access
    (?:ing)? )?information on (?:a|your) device|we (?:use|store|set) .{0,60}cookies|(?:accept|allow|reject|refuse
    |manage) (?:all )?cookies|(?:read|browse|continue) (?:with(?:out)? )(?:ads|advertising|tracking)|(?:wir|unsere) (?:und )?
    (?:unsere )?(?:bis zu )?(?:\d[\d.,]* )?(?:\w+ )?partner|informationen auf (?:einem|ihrem|deinem) (?:end)?gerät|(?:verwenden|nutzen
    |setzen) (?:\w+ ){0,4}cookies|cookies (?:akzeptieren|zustimmen|ablehnen)|(?:mit|ohne) werbung (?:und tracking )?(?:weiter)?(?:lesen
    |nutzen)|pur-abo|nous et nos (?:\d[\d .,]* )?(?:\w+ )?partenaires|(?:informations|données) (?:stockées )?sur (?:un
    |votre) (?:appareil|terminal)|continuer sans accepter|(?:accepter|refuser|utilisons) (?:\w+ ){0,3}cookies
    |nosotros y nuestros (?:\d[\d .,]* )?(?:\w+ )?socios|información en (?:un|su|tu) dispositivo|(?:aceptar|rechazar|utilizamos
    |usamos) (?:\w+ ){0,3}cookies|noi e i nostri (?:\d[\d .,]* )?(?:\w+ )?(?:partner|fornitori)|informazioni (?:su
    |sul) (?:un |tuo )?dispositivo|(?:accettare|accetta|rifiuta|utilizziamo) (?:\w+ ){0,3}cookie|nós e os nossos (?:\d[\d .,]* )?
    (?:\w+ )?parceiros|informações (?:num|em um|no seu) dispositivo|(?:aceitar|rejeitar|utilizamos) (?:\w+ ){0,3}cookies
    |wij en onze (?:\d[\d .,]* )?(?:\w+ )?partners|informatie op (?:een|je|uw) apparaat|cookies (?:accepteren|weigeren)
    |gebruiken (?:\w+ ){0,3}cookies|vi och våra (?:\d[\d .,]* )?(?:\w+ )?partner|information på (?:en|din) enhet|använder (?:\w+ ){0,3}
    (?:cookies|kakor)|(?:godkänn|acceptera) (?:alla )?(?:cookies|kakor)|vi og vores (?:\d[\d .,]* )?(?:\w+ )?partnere|(?:oplysninger
    |informasjon) på en enhet|bruger cookies|bruker (?:\w+ ){0,2}informasjonskapsler|laitteella olevia tietoja
    |hyväksy (?:kaikki )?evästeet|my i nasi (?:\d[\d .,]* )?(?:\w+ )?partnerzy|informacj\w+ na urządzeniu|(?:używamy
    |korzystamy z) (?:\w+ ){0,2}(?:cookies|ciasteczek)|akceptuj(?:ę|esz)? (?:wszystkie )?(?:cookies|pliki)|informac\w+ v zařízení|
    (?:používáme|přijmout) (?:\w+ ){0,2}cookies|információk tárolása|sütiket (?:használunk|elfogad)|informații
    (?:lor)? de pe un dispozitiv|πληροφορίες σε (?:μια )?συσκευή|(?:используем|принять) (?:\w+ ){0,2}(?:cookie|файлы cookie)|bir cihazda
    (?:ki)? bilgi|çerezleri? (?:kabul|kullan)|クッキーを(?:使用|受け入れ)|接受(?:所有)? ?cookie|쿠키를 (?:사용|허용)
    """
)

LOGIN_NAMES = Phrases(
    r"""
    (?:please )?(?:log|sign)[ -]?in(?: (?:to|or|with|for|and|now)\b.{0,40}| / .{0,20})?|login(?: .{0,20})?|subscribe(?: (?:now|today
    |to .{0,40}))?|subscriptions?|register(?: now)?|sign ?up(?: .{0,30})?|create (?:an|your) (?:free )?account|(?:my|your) account
    |member (?:login|area)|join (?:us|now)|anmelden|anmeldung|einloggen|registrier(?:en|ung)|(?:mein )?(?:konto|abo)|abonnieren
    |se connecter|connexion|s['’]identifier|s['’]inscrire|s['’]abonner|abonnez-vous.{0,30}|créer un compte|identification|inici(?:ar
    |a) sesión|acceder|acceso|regístrate|registro|suscr[ií]b\w+(?: .{0,30})?|crear (?:una )?cuenta|accedi|registrati|abbonati
    |abbonamenti|entrar|iniciar sessão|assine|cadastre-se|fazer login|inloggen|aanmelden|registreren|abonneer\w*|word (?:abonnee|lid)
    |logga in|bli prenumerant|log ind|logg inn|kirjaudu(?: sisään)?|zaloguj(?: się)?|logowanie|rejestracja|přihlášení|přihlásit se
    |bejelentkezés|autentificare|вход|войти|авторизация|регистрация|увійти|вхід|σύνδεση|giriş(?: yap)?|تسجيل الدخول|התחברות|ログイン
    |会員登録|登录|登入|登錄|로그인|masuk|đăng nhập
    """
)
# "The rest is for subscribers", as it stands below a teaser or in its place.
PAYWALL_PHRASES = Phrases(
    r"""
    (?:subscribe|sign (?:up|in)|log ?in|register|join|become a (?:\w+ )?(?:member|subscriber))(?: (?:now|today|here|free|for free
    |below))?(?: or (?:subscribe|sign (?:up|in)|log ?in|register))? to (?:continue|keep|finish|unlock|read|view|access|get (?:full
    |unlimited) access)|to (?:continue|keep|finish) reading(?: this)?\b|(?:article|story|content|post)(?: \w+)? is (?:\w+ ){0,3}(?:for
    |to) (?:our |\w+ )?(?:\w+ )?(?:subscribers|members|subscription)|(?:for
    |to) (?:paid |paying |premium |registered |digital )?subscribers only|(?:subscriber|member)[- ](?:only|exclusive)|already (?:a|an
    |have a) (?:\w+ )?(?:subscriber|member|subscription|account)|you(?:['’]ve| have) (?:reached|read|used|hit) (?:your|all|the) .{0,40}
    (?:articles?|stories|limit)|unlock (?:this|the (?:full|rest)) |(?:artikel|inhalt|beitrag|text) .{0,40}(?:für|nur) (?:unsere )?
    (?:abonnent|mitglieder|digital-?abo|registrierte)|(?:jetzt )?weiterlesen mit|(?:mit|im) .{1,25}(?:abo|plus) (?:weiterlesen|lesen)|
    (?:schon|bereits) (?:abonnent|ein abo|registriert|kund)|(?:artikel|beitrag|text) (?:weiter ?)?(?:zu ?lesen|freischalten
    |freizuschalten)|zugang zu allen (?:plus-?|\w+ )?(?:artikeln|inhalten)|(?:article|contenu|suite)(?: \w+){0,3} (?:est )?
    (?:réservée?s?|accessible uniquement) (?:aux?|à nos) |pour (?:lire la suite|continuer (?:la|votre) lecture|poursuivre (?:la
    |votre) lecture|lire l['’]intégralité|accéder à l['’]intégralité)|il vous reste \d+|déjà abonnée?|abonnez-vous pour|(?:contenido
    |artículo|noticia)(?: \w+){0,3} (?:exclusiv|sol[oa]|sólo|reservad)\w* (?:para|a) |(?:suscríbete|regístrate|inicia sesión
    |hazte socio)(?: \w+)? (?:para|y) (?:seguir|continuar|leer|sigue|acceder)|para (?:seguir|continuar) leyendo|ya (?:eres|soy
    |estás) suscri|exclusivo (?:para|de) assinantes|(?:assine|cadastre-se|faça login)(?: \w+)? (?:para|e) (?:continu|ler|ter)
    |para continuar (?:a ler|lendo)|já é assinante|riservat[oaie] (?:agli|ai|solo) |(?:abbonati|registrati|accedi) per (?:continuare
    |leggere|proseguire)|per continuare a leggere|sei già abbonat|(?:artikel|verhaal) is (?:alleen|exclusief) (?:voor|toegankelijk
    |beschikbaar)|verder lezen|(?:artikel|verhaal) (?:verder )?te lezen|(?:al|bent u|ben je) abonnee\?|(?:för|våra) prenumeranter
    |för att (?:fortsätta )?läsa|redan prenumerant|(?:kun |bare )?for abonnenter|for (?:at læse|å lese) (?:videre|hele|resten)
    |allerede abonnent|vain tilaajille|jatkaaksesi lukemista|oletko jo tilaaja|dla (?:prenumeratorów|subskrybentów|zalogowanych)|(?:aby
    |by|żeby) (?:czytać|przeczytać) (?:dalej|cały|całość)|pozostało (?:\w+ ){0,2}\d+ ?%|masz już (?:prenumeratę|subskrypcję)|(?:pro
    |jen pro) předplatitele|odemkn\w+ (?:článek|celý)|csak előfizető|előfizetőink(?:nek|) |(?:только )?для подписчиков
    |чтобы (?:продолжить чтение|читать дальше|прочитать)|для передплатників|щоб (?:продовжити читання|читати далі)|abonelere özel
    |okumaya devam etmek için|μόνο για συνδρομητές|للمشتركين فقط|لمتابعة القراءة|למנויים בלבד|לקריאת הכתבה המלאה|会員限定
    |残り[:：]? ?\d[\d,]* ?文字|続きを(?:読む|お読み|読み)(?:には|になる|いただく)|(?:订阅|訂閱|登录|登錄|登入)(?:后|後|以|即可|才能)?
    (?:继续)?(?:阅读|閱讀|查看)|(?:付费|付費|会员|會員)(?:专享|專享|内容|文章|可读)|구독자 전용|유료 (?:회원|구독)|로그인 후 (?:이용
    |계속)|khusus pelanggan|untuk (?:melanjutkan|terus) membaca
    """
)

JAVASCRIPT_PHRASES = Phrases(
    r"""
    (?:enable|requires?|turn on|allow|activate|aktivieren|activer|need|needs|activ(?:a|e|ar)|habilit(?:a|e|ar)|abilita(?:re)?|attiva
    (?:re)?|ative|schakel|aktivera|aktiver|włącz(?:yć)?|povolte|zapněte|engedélyez\w*|activați|включите|увімкніть|etkinleştir\w*|启用
    |啟用|開啟) ?(?:sie |bitte |le |el |o |la |your |you |to |obsługę )*java ?script
    |javascript (?:is |must be |ist |est |está |è |är |er |jest |je )?(?:disabled|required|enabled|turned off|deaktiviert|désactivé
    |desactivado|desativado|disabilitato|uitgeschakeld|inaktiverat|deaktiveret|wyłączon\w+|vypnut\w*|отключ[её]н|выключен|вимкнено)
    |javascript(?:を有効|が無効|를 (?:활성|사용))|without javascript|javascript'i|(?:aktuellen|neueren) browser|(?:upgrade
    |update) your browser|browser (?:is (?:not|no longer|un)|isn['’]t) ?supported|unsupported browser
    """
)

# Pages of the house itself, not of the news.
HOUSE_NAMES = Phrases(
    r"""
    (?:our |the )?(?:privacy|cookies?)(?: and cookies?)? (?:policy|statement|notice)|terms(?: (?:and|&) conditions| of (?:use|service
    |sale)|)|terms (?:and|&) (?:privacy|policies)|legal(?: notice| information)?|imprint|(?:community|comment) guidelines
    |accessibility statement|(?:about|contact)(?: us)?|contact (?:information|details)|advertise(?: with us)?|advertising|media kit
    |careers?|jobs|newsletters?(?: sign[- ]?up)?|(?:our|all) newsletters|sign up for (?:our |the )?newsletters?|rss(?: feeds?)?
    |site ?map|faqs?|frequently asked questions|help(?: cent(?:er|re))?|e-?paper|digital edition|tv (?:guide|listings|schedule)|weather
    (?: forecast)?|crosswords?|sudoku|horoscopes?|lottery results|impressum|datenschutz(?:erklärung|hinweise|bestimmungen)?|agb
    |allgemeine geschäftsbedingungen|nutzungsbedingungen|barrierefreiheit|kontakt|über uns|mediadaten|tv-programm|wetter
    |mentions légales|(?:politique|charte) de (?:confidentialité|(?:gestion des )?cookies)|conditions générales.{0,30}|qui sommes-nous
    |nous contacter|contact|plan du site|programme tv|météo|aviso legal|política de (?:privacidad|cookies|privacidade)
    |condiciones de uso|términos y condiciones|contacto|quiénes somos|mapa del sitio|termos (?:de uso|e condições)|quem somos
    |fale conosco|note legali|informativa (?:sulla )?privacy|privacy|cookie|termini (?:e condizioni|di utilizzo)|chi siamo|contatti
    |privacyverklaring|cookiebeleid|algemene voorwaarden|over ons|colofon|integritetspolicy|om oss|kontakta oss|personvern(?:erklæring)?
    |privatlivspolitik|tietosuojaseloste|polityka prywatności|regulamin|o nas|zásady ochrany osobních údajů|kontakty
    |adatvédelmi (?:nyilatkozat|tájékoztató)|impresszum|политика конфиденциальности|контакты|о нас|реклама|gizlilik politikası|künye
    |iletişim|hakkımızda|سياسة الخصوصية|اتصل بنا|プライバシーポリシー|利用規約|お問い合わせ|隐私政策|联系我们|关于我们|개인정보 처리방침
    |이용약관
    """
)
LIST_NAMES = Phrases(
    r"""
    search|search results?(?: for\b.{0,80})?|.{0,60}\bsearch results|(?:such(?:ergebnisse?|e)|résultats de (?:la |votre )?recherche
    |recherche|resultados de (?:la )?búsqueda|resultados da (?:busca|pesquisa)|risultati (?:della )?ricerca|zoekresultaten|sökresultat
    |søgeresultater|søkeresultater|hakutulokset|wyniki wyszukiwania|výsledky (?:vy)?hledávání|keresési eredmények|результаты поиска
    |результати пошуку|arama sonuçları|نتائج البحث|検索結果|搜索结果|搜尋結果|검색 결과)(?:\W.{0,80})?|archives?|archiv(?:o|io)?|(?:tag
    |tags|category|categories|topic|author|schlagwort|kategorie|thema|étiquette|mot-clé|catégorie|auteur|etiqueta|categoría|categoria
    |autor|argomento|autore|rubriek|ämne|emne|тег|рубрика|標籤|标签|カテゴリ)(?: archives?)?\s?[:：] ?.{1,60}|(?:author|category|tag
    |monthly|yearly) archives?.{0,60}|(?:all )?(?:posts|articles|stories|news) (?:by|tagged|filed under|about) .{1,60}|(?:alle )?
    (?:artikel|beiträge) (?:von|zu|mit dem schlagwort) .{1,60}|(?:tous les )?articles (?:de|sur|par) .{1,60}|(?:the )?latest (?:news
    |stories|articles|headlines)|all (?:news|articles|stories)|page \d+(?: of \d+)?
    """
)
